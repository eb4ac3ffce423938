"""The program of whole numbers and the engine give the same points, rule by rule and row by row."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from jixiao.bulk.columns import Bounds, Range
from jixiao.bulk.formula import truth_of, value_of
from jixiao.bulk.program import NotLowered
from jixiao.bulk.rule import ABOVE, BELOW, LoweredRule, lowered
from jixiao.bulk.run import fraction, holds, number
from jixiao.language.formula import names
from jixiao.language.formula.calculate import Undefined, compile_condition, compile_value
from jixiao.language.formula.tree import Comparison, Logic, Not
from jixiao.model.case import Claim, Project, Statement
from jixiao.model.diagnostic import Place
from jixiao.quantity import Quantity
from jixiao.scoring.indicator.indicator import evaluate_indicator
from jixiao.scoring.program.program import compile_ruleset
from shared.cases.strategies import ruleset_of, tables
from shared.sentences.examples import examples
from shared.sentences.formulas import conditions, expressions
from shared.sentences.wording import write

HERE = Place("案例")
PER = 10_000
EXAMPLES = {
    str(one): one
    for one in examples()
    if not one.refused
    and not one.gap
    and isinstance(lowered(one.rule(), {one.rule().indicator.name: Fraction(1, PER)}), LoweredRule)
}


def project_of(values: dict[str, Fraction], units) -> Project:
    """A project that states one value of each item."""
    said = {}
    for name, value in values.items():
        unit = units[name]
        said[name] = (Statement(name, Quantity(value / unit.factor, unit), "", HERE),)
    return Project("项目", said, (), {}, Claim(), {})


def came_to(rule: LoweredRule, row: dict[str, int]) -> tuple[Fraction, Fraction]:
    """What the lowered rule comes to."""
    if holds(rule.exempting.certain, row):
        return rule.full, rule.full
    low, high = _without_exemption(rule, row)
    return (min(low, rule.full), max(high, rule.full)) if holds(rule.exempting.unsure, row) else (low, high)


def _without_exemption(rule: LoweredRule, row: dict[str, int]) -> tuple[Fraction, Fraction]:
    if holds(rule.undefined, row):
        return rule.bounds if rule.without_value is None else (rule.without_value, rule.without_value)
    sides = row | {ABOVE: number(rule.value.above, row), BELOW: number(rule.value.below, row)}
    return fraction(rule.low, sides), fraction(rule.high, sides)


@pytest.mark.parametrize("name", EXAMPLES)
@settings(max_examples=max(settings.default.max_examples // 10, 1))
@given(data=st.data())
def test_a_sentence_earns_the_same(name: str, data) -> None:
    """Every example sentence over a value, at values all along its scale and on its ends."""
    rule = EXAMPLES[name].rule()
    own = rule.indicator.name
    ends = [int(amount.base * PER) for amount in rule.standard.amounts()] or [0]
    near = st.builds(lambda end, off: end + off, st.sampled_from(ends), st.integers(-3, 3))
    apart = st.builds(
        lambda end, step, off: end * step + off, st.sampled_from(ends), st.integers(-9, 9), st.integers(-1, 1)
    )
    unit = next((one.unit for one in rule.standard.amounts()), None)
    ready = lowered(rule, {own: Fraction(1, PER)})
    assert isinstance(ready, LoweredRule)
    for count in data.draw(st.lists(near | apart | st.integers(-3 * PER, 3 * PER), min_size=4, max_size=8)):
        said = (
            Quantity(Fraction(count, PER) / (unit.factor if unit else 1), unit)
            if unit
            else Quantity(Fraction(count, PER))
        )
        project = Project("项目", {own: (Statement(own, said, "", HERE),)}, (), {}, Claim(), {})
        if project.impossible:  # it then counts as missing, whoever scores
            continue
        result = evaluate_indicator(rule, project)
        assert came_to(ready, {own: count}) == (result.low, result.high)


def test_most_examples_over_a_value_are_lowered() -> None:
    asked = [one for one in examples() if not one.refused and not one.gap and one.rule().meaning.takes_value]
    assert len(EXAMPLES) > len(asked) * 3 // 4


@st.composite
def ready_tables(draw):
    """A table whose sentences and formulas the strategies made, made ready."""
    table = draw(tables())
    sentences = {row.name: draw(write(row.rule, row.name)) for row in table.rows if not row.block}
    blocks = {
        row.name: "达到目标值的得满分，未达到的按完成比例计分，最高不超过满分。"
        for row in table.rows
        if row.block
    }
    return compile_ruleset(ruleset_of(table, {**sentences, **blocks}))


@given(ready_tables(), st.data())
def test_a_rule_over_items_comes_out_the_same(program, data) -> None:
    """Whatever the formula, the exemptions and the sentence: exempt, undefined or scored alike, ranges too."""
    items = program.ruleset.items
    counts = data.draw(st.fixed_dictionaries({name: st.integers(-20, 120) for name in items}))
    grain = data.draw(st.sampled_from([Fraction(1), Fraction(100), Fraction(1, 10)]))
    grains = dict.fromkeys(items, grain) | {rule.indicator.name: grain for rule in program.rules}
    for rule in program.rules:
        ready = lowered(rule, grains)
        if isinstance(ready, NotLowered) or rule.formula is None:
            continue
        project = project_of(
            {name: counts[name] * grain for name in items}, {name: one.unit for name, one in items.items()}
        )
        if set(project.impossible) & set(rule.wanted):
            continue
        result = evaluate_indicator(rule, project)
        assert came_to(ready, counts) == (result.low, result.high)


@given(expressions | conditions, st.data())
def test_a_formula_has_the_same_value(tree, data) -> None:
    """And is undefined where the other is; a condition is true, false or unknown alike."""
    wanted = names(tree)
    counts = data.draw(st.fixed_dictionaries({name: st.integers(-9, 9) for name in wanted}))
    grains = {
        name: data.draw(st.sampled_from([Fraction(1), Fraction(1, 3), Fraction(100)])) for name in wanted
    }
    values = {name: counts[name] * grains[name] for name in wanted}
    if isinstance(tree, Comparison | Logic | Not):
        ready, known = truth_of(tree, grains), compile_condition(tree)(values)
        assert (None if holds(ready.unknown, counts) else holds(ready.holds, counts)) == known
        return
    found, worth = value_of(tree, grains), compile_value(tree)(values)
    if isinstance(worth, Undefined):
        assert holds(found.undefined, counts)
    else:
        assert not holds(found.undefined, counts)
        assert fraction(found.ratio, counts) == worth


@given(expressions, st.data())
def test_a_formula_stays_within_its_bounds(tree, data) -> None:
    """What bounds say of whole and part is what no row goes beyond."""
    wanted = names(tree)
    lows = {name: data.draw(st.integers(-9, 9)) for name in wanted}
    ranges = {name: Range(low, low + data.draw(st.integers(0, 5))) for name, low in lows.items()}
    counts = {name: data.draw(st.integers(*ranges[name])) for name in wanted}
    found = value_of(tree, dict.fromkeys(wanted, Fraction(1)))
    if holds(found.undefined, counts):
        return
    bounds = Bounds(ranges)
    for part in (found.ratio.above, found.ratio.below):
        low, high = bounds.of(part)
        assert low <= number(part, counts) <= high
        assert bounds.widest >= abs(number(part, counts))


def test_what_cannot_be_lowered_says_why() -> None:
    judged = next(one for one in examples() if not one.refused and one.rule().meaning.takes.name == "LEVEL")
    found = lowered(judged.rule(), {})
    assert isinstance(found, NotLowered)
    assert found.why == "由评定给分"
