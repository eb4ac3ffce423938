"""The short way of a rule and the long one give the same, in every field and word."""

import pickle
from dataclasses import fields
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from jixiao.model.case import Claim, Project, Statement
from jixiao.model.diagnostic import Place, Refused
from jixiao.model.evaluation import Drawn, Result
from jixiao.model.ruleset import Indicator, Ruleset, Scope, Text
from jixiao.quantity import Quantity
from jixiao.scoring.evaluate import evaluate_project, results_of, rule_results, settle_results
from jixiao.scoring.indicator.evidence import Papers
from jixiao.scoring.indicator.indicator import evaluate_indicator
from jixiao.scoring.indicator.quick.places import MAX_KEPT
from jixiao.scoring.indicator.quick.rule import ByFigures, quick_rule
from jixiao.scoring.indicator.quick.scored import Scored
from jixiao.scoring.program.indicator import compile_indicator
from jixiao.scoring.program.program import Program, compile_ruleset
from shared.cases.strategies import case_of, facts_for, ruleset_of, settling_tables, tables
from shared.sentences.examples import examples
from shared.sentences.wording import write

BLOCK_SENTENCE = "达到目标值的得满分，未达到的按完成比例计分，最高不超过满分。"
HERE = Place("案例")
BY_VALUE = {
    str(one): one
    for one in examples()
    if not one.refused and not one.gap and isinstance(quick_rule(one.rule()), ByFigures)
}


def told(result: Result) -> dict:
    """Everything that is to be known of a result, put into words where it is words."""
    basis = {one.name: getattr(result.basis, one.name) for one in fields(Drawn)}
    return {
        **{one.name: getattr(result, one.name) for one in fields(Result) if one.name != "basis"},
        **basis,
        "explanation": str(result.explanation),
        "deductions": [
            (cut.points, cut.clause, str(cut.reason), cut.items, cut.told) for cut in result.deductions
        ],
        "alternatives": [
            (str(one.assumption), one.low, one.high, str(one.explanation), one.told)
            for one in result.alternatives
        ],
    }


def outcome(evaluate):
    """What an evaluation says of each indicator, or why it is refused."""
    try:
        found = evaluate()
    except Refused as refused:
        return [str(one) for one in refused.diagnostics]
    return [told(one) for one in ([found] if isinstance(found, Result) else found.results)]


def the_long_way(case, project, program):
    """Evaluate a project by the long way alone."""
    results = [one for rule in program.rules for one in rule_results(rule, project, program)]
    return settle_results(case, project, program, results)


@st.composite
def tables_with_cases(draw, some_tables):
    """A table and several cases for it."""
    table = draw(some_tables)
    sentences = {
        row.name: BLOCK_SENTENCE if row.block else draw(write(row.rule, row.name)) for row in table.rows
    }
    facts = draw(st.lists(facts_for(table), min_size=2, max_size=4))
    return ruleset_of(table, sentences), [case_of(table, one) for one in facts]


@given(tables_with_cases(tables() | settling_tables()))
def test_cases_come_out_the_same(both):
    """Whatever the table and whatever the papers say: also what was kept of one case serves the next."""
    ruleset, cases = both
    program, apart = compile_ruleset(ruleset), compile_ruleset(ruleset)
    for case in [*cases, *cases, *cases]:
        short = outcome(lambda case=case: evaluate_project(case, case.whole, program))
        assert short == outcome(lambda case=case: the_long_way(case, case.whole, apart))


def stating(rule, value: Fraction) -> Project:
    """A project that states nothing but the indicator's value."""
    unit = rule.standard.amounts()[0].unit if rule.standard.amounts() else None
    factor = unit.factor if unit is not None else Fraction(1)
    quantity = Quantity(value / factor, unit, 4) if unit is not None else Quantity(value)
    name = rule.indicator.name
    return Project(name, {name: (Statement(name, quantity, "报告 一", HERE),)}, (), {}, Claim(), {})


@st.composite
def near_ends(draw, rule) -> Fraction:
    """A value at, or a whole or broken step from, what the sentence compares with."""
    ends = [amount.base for amount in rule.standard.amounts()] or [Fraction(0)]
    end, step = draw(st.sampled_from(ends)), draw(st.sampled_from([*ends, Fraction(1, 100)]))
    times = draw(st.integers(-30, 30) | st.fractions(-30, 30, max_denominator=7))
    return draw(st.sampled_from([1, -1])) * end + step * times


@pytest.mark.parametrize("name", BY_VALUE)
@settings(max_examples=max(settings.default.max_examples // 25, 1))
@given(data=st.data())
def test_examples_come_out_the_same(name, data):
    """Every example sentence that is scored by a value, at values all along its scale."""
    rule = BY_VALUE[name].rule()
    quick = quick_rule(rule)
    for value in data.draw(st.lists(near_ends(rule), min_size=3, max_size=6)):
        project = stating(rule, value)
        short = outcome(lambda project=project: quick.evaluate(Papers(project)))
        assert short == outcome(lambda project=project: evaluate_indicator(rule, project))


def test_the_short_way_is_taken():
    """Most examples that are scored by a value take it at every value, so that the law above says something."""
    taken = [
        isinstance(quick.evaluate(Papers(stating(rule, Fraction(percent, 100)))).basis, Scored)
        for rule in (one.rule() for one in BY_VALUE.values())
        for quick in [quick_rule(rule)]
        for percent in (0, 50, 93, 100, 107)
    ]
    assert sum(taken) > len(taken) * 3 // 4


def test_a_formula_that_asks_for_nothing():
    """公式: 1 - 0.1 — the first case of a table goes the long way, all others this one."""
    sentence = "达到100%得满分，每低于1%扣0.1分，扣完为止。"
    row = Indicator("完成率", "rate", Fraction(5), Text(sentence, HERE), HERE, formula=Text("1 - 0.1", HERE))
    rule = compile_indicator(row, {}, {})
    table = Ruleset("指标表", "table", "1", Scope("", "", ()), row.points, (), (row,), {}, "", HERE)
    program, project = Program(table, (rule,)), Project("项目", {}, (), {}, Claim(), {})
    for _ in range(3):
        [short] = results_of(project, program)
        assert told(short) == told(evaluate_indicator(rule, project))


def test_what_is_kept_is_bounded():
    """A long stair keeps no more steps than it may, and goes on giving the same."""
    rule = next(
        one for one in BY_VALUE.values() if one.title and "不足一步" in one.reading and one.form == "steps"
    ).rule()
    quick = quick_rule(rule)
    for count in range(MAX_KEPT + 10):
        project = stating(rule, Fraction(count, 50))
        assert quick.evaluate(Papers(project)).low == evaluate_indicator(rule, project).low


def test_a_table_is_made_ready_when_it_runs_again():
    """What runs once does not pay for it."""
    example = next(iter(BY_VALUE.values()))
    rule = example.rule()
    table = Ruleset(
        "指标表", "table", "1", Scope("", "", ()), rule.indicator.points, (), (rule.indicator,), {}, "", HERE
    )
    program = Program(table, (rule,))
    project = stating(rule, Fraction(1, 2))
    first, second = ([one.basis for one in results_of(project, program)] for _ in range(2))
    assert [type(one) for one in first + second] == [Drawn, Scored]


def test_a_result_can_be_sent_to_another_process():
    """It arrives as what it comes to, with all that is to be known of it."""
    for example in BY_VALUE.values():
        rule = example.rule()
        for percent in (93, 107):
            result = quick_rule(rule).evaluate(Papers(stating(rule, Fraction(percent, 100))))
            assert told(pickle.loads(pickle.dumps(result))) == told(result)
