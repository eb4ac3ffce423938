"""What is worked out once for both tables is what each of them alone comes to."""

from dataclasses import replace

from hypothesis import given, settings, strategies as st

from jixiao.analysis.differences.impact import impact_of
from jixiao.model.diagnostic import Refused
from jixiao.scoring.evaluate import run_program
from jixiao.scoring.program.program import compile_ruleset
from shared.cases.strategies import case_of, facts_for, ruleset_of, settling_tables, tables
from shared.sentences.wording import write

BLOCK_SENTENCE = "达到目标值的得满分，未达到的按完成比例计分，最高不超过满分。"


@st.composite
def changes(draw):
    """A table, the same with some sentences written anew, some of them by other numbers, and cases."""
    table = draw(tables() | settling_tables())
    before = {
        row.name: BLOCK_SENTENCE if row.block else draw(write(row.rule, row.name)) for row in table.rows
    }
    after = {
        row.name: before[row.name] if row.block or draw(st.booleans()) else draw(write(row.rule, row.name))
        for row in table.rows
    }
    readings = draw(st.just({}) | st.fixed_dictionaries({"不足一步": st.sampled_from(["不计", "按比例"])}))
    new = replace(table, readings={**table.readings, **readings})
    cases = [replace(case_of(table, draw(facts_for(table))), id=f"case-{number}") for number in range(3)]
    return ruleset_of(table, before), ruleset_of(new, after), cases


def alone(case, ruleset):
    """What a table alone makes of a case."""
    [found] = run_program(case, compile_ruleset(ruleset))
    scores = {one.indicator.name: (one.low, one.high) if one.counts else (0, 0) for one in found.results}
    return (
        (found.low, found.high, found.grades),
        scores,
        {one.indicator.name: str(one.explanation) for one in found.results},
    )


@settings(max_examples=settings.default.max_examples * 3 // 10)
@given(changes())
def test_the_impact_is_the_difference_of_two_evaluations(change):
    """Totals, grades, who moved by how much and why, and the ranks: whatever is kept between the tables and cases."""
    old, new, cases = change
    names = {row.name: row.name for row in old.indicators}
    try:
        apart = [(alone(case, old), alone(case, new)) for case in cases]
    except Refused:
        return
    impact = impact_of(cases, compile_ruleset(old), compile_ruleset(new), names)
    for case, (before, after) in zip(impact.cases, apart, strict=True):
        assert (case.old.low, case.old.high, case.old.grades) == before[0]
        assert (case.new.low, case.new.high, case.new.grades) == after[0]
        moved = {name for name in before[1] if before[1][name] != after[1][name]}
        assert {one.indicator for one in case.movers} == moved
        for one in case.movers:
            assert (one.old, one.new) == (before[1][one.indicator], after[1][one.indicator])
            assert (one.old_reason, one.new_reason) == (before[2][one.indicator], after[2][one.indicator])
    ranked = [one for one in impact.cases if one.old.total is not None and one.new.total is not None]
    for one in ranked:
        assert one.old_rank == 1 + sum(other.old.total > one.old.total for other in ranked)
        assert one.new_rank == 1 + sum(other.new.total > one.new.total for other in ranked)
