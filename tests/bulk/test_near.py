"""Values whose figures are printed near a bound: a row may score just what the engine says it may."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from jixiao.bulk.exact import why_of
from jixiao.bulk.near import loose_name
from jixiao.bulk.reason import Why
from jixiao.bulk.row import RowRule, row_rule
from jixiao.bulk.run import fraction, holds, number
from jixiao.dataclass import replace
from jixiao.language.formula import parse_formula
from jixiao.quantity import Dimension, Quantity, find_unit
from jixiao.scoring.indicator.evidence import Papers
from jixiao.scoring.indicator.indicator import evaluate_indicator
from jixiao.scoring.indicator.quick.rule import quick_rule
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.whole import whole_stretches
from shared.bulk.rows import project_of
from shared.sentences.examples import examples

MONEY = find_unit("万元")
ITEMS = {"甲": MONEY.dimension, "乙": MONEY.dimension}
FORMULA = parse_formula("甲 / 乙", ITEMS)
CHANGE = parse_formula("(甲 - 乙) / 乙", ITEMS)
GRAIN = MONEY.factor / 1000


def _over_items(one):
    """A sentence over a ratio of two amounts; None for one over anything else."""
    rule = one.rule()
    if rule.dimension != Dimension() or any(not way.terms[0].scale for way in rule.meaning.ways):
        return None
    over = replace(rule, formula=FORMULA)
    return (
        over
        if isinstance(row_rule(over, dict.fromkeys(ITEMS, GRAIN), dict.fromkeys(ITEMS)), RowRule)
        else None
    )


RULES = {
    str(one): rule
    for one in examples()
    if not (one.refused or one.gap) and (rule := _over_items(one)) is not None
}


def ends(rule) -> list[Fraction]:
    """Where the score may jump: ends of stretches, and the first steps."""
    row = whole_stretches([way.terms[0].scale for way in rule.meaning.ways])
    found = {end for one in row for end in one.stretch.ends}
    stairs = [way.earns for one in row for way in one.ways if isinstance(way.earns, Stair)]
    found |= {stair.origin + step * stair.step for stair in stairs for step in range(-2, 6)}
    return sorted(found | {Fraction(1)})


def row_of(ready: RowRule, cells) -> dict[str, int | None]:
    """A row as whole numbers, its steps worked out."""
    row: dict[str, int | None] = {}
    for name, one in cells.items():
        row[name] = int(one.base / GRAIN)
        row[loose_name(name)] = int(one.unit.factor / 10**one.decimals / GRAIN) if one.is_rounded else 0
    for step in ready.sides:
        row[step.name] = number(step.whole, row)
    return row


@pytest.mark.parametrize("name", RULES)
@settings(max_examples=max(settings.default.max_examples // 25, 1))
@given(st.data())
def test_what_printing_leaves_open_is_what_the_engine_leaves_open(name: str, data) -> None:
    formula = data.draw(st.sampled_from([FORMULA, CHANGE]))
    rule = replace(RULES[name], formula=formula)
    ready = row_rule(rule, dict.fromkeys(ITEMS, GRAIN), dict.fromkeys(ITEMS))
    assert isinstance(ready, RowRule)
    quick = quick_rule(rule)
    for _ in range(6):
        bound = data.draw(st.sampled_from(ends(rule))) + (formula is CHANGE)
        below = Fraction(data.draw(st.integers(1, 3_000)), 10 ** data.draw(st.integers(0, 3)))
        places = data.draw(st.integers(0, 3)), data.draw(st.integers(0, 3))
        above = bound * below + Fraction(data.draw(st.integers(-3, 3)), 1000)
        cells = {
            item: Quantity(Fraction(round(value * 10**place), 10**place), MONEY, place)
            for item, value, place in zip(ITEMS, (above, below), places, strict=True)
        }
        row, project = row_of(ready, cells), project_of(cells)
        result = evaluate_indicator(rule, project)
        if quick is not None:  # the short way of a case says no other
            short = quick.evaluate(Papers(project))
            assert (short.low, short.high) == (result.low, result.high), str(result.explanation)
        if holds(ready.engine, row):
            continue
        found = fraction(ready.low, row), fraction(ready.high, row), number(ready.why, row)
        assert found == (result.low, result.high, why_of(rule, project, result)), str(result.explanation)


def test_rows_near_a_bound_seldom_need_the_engine() -> None:
    """99.98 of 100 万元 may be what a limit of 100 % asks or not; so much is told without the engine."""
    rule = next(rule for rule in RULES.values() if any(one.grids for one in _stretches(rule)))
    ready = row_rule(rule, dict.fromkeys(ITEMS, GRAIN), dict.fromkeys(ITEMS))
    assert isinstance(ready, RowRule)
    asked = near = 0
    for below in range(100, 400):
        for end in ends(rule):
            base = below + Fraction(37, 100)
            cells = {
                "甲": Quantity(Fraction(round(end * base * 100), 100), MONEY, 2),
                "乙": Quantity(base, MONEY, 2),
            }
            row = row_of(ready, cells)
            asked += holds(ready.engine, row)
            near += number(ready.why, row) == Why.NEAR.number
    assert near > 100
    assert not asked


def _stretches(rule):
    return whole_stretches([way.terms[0].scale for way in rule.meaning.ways])
