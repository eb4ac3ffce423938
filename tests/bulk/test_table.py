"""A table over rows at once and the engine row by row: the same scores, totals, grades and reasons."""

from __future__ import annotations

from hypothesis import Phase, given, settings, strategies as st

from jixiao.bulk.table import lower_table
from jixiao.bulk.vector import score
from jixiao.scoring.indicator.indicator import takes_figures
from shared.bulk.rows import assert_same, frame_of, project_of
from shared.bulk.tables import cells, grain, programs, rows

ROWS = 6


OWN_UNITS = {"元": "万元", "比率": "%", "天": "天"}


def own_units(program) -> dict[str, str]:
    """The units in which rows may state the values of indicators outright."""
    return {
        rule.indicator.name: OWN_UNITS[str(rule.dimension)]
        for rule in program.rules
        if takes_figures(rule) and str(rule.dimension) in OWN_UNITS
    }


@given(programs(), st.data())
def test_rows_come_out_as_cases_do(program, data) -> None:
    """Whatever rows bring and lack, state outright, and choose; exactly on a bound, beside it, huge, below nothing."""
    units = {name: one.unit.name for name, one in program.ruleset.items.items()} | own_units(program)
    brought = data.draw(
        st.just(sorted(units)) | st.lists(st.sampled_from(sorted(units)), unique=True, min_size=4)
    )
    grains = {name: grain(units[name]) for name in brought}
    loose = dict.fromkeys(grains)
    groups = [one.indicators for one in program.settlement.choices]
    table = lower_table(program, grains, loose=loose, chosen=data.draw(st.booleans()))
    row = st.fixed_dictionaries({name: cells(units[name]) for name in brought})
    named = [name for group in groups for name in group]
    chosen = st.lists(st.sampled_from(named), max_size=2) if named else st.just([])
    projects = [
        project_of(one, chosen=dict.fromkeys(made, "文件") if table.choices else {})
        for one, made in data.draw(st.lists(st.tuples(row, chosen), min_size=ROWS, max_size=ROWS))
    ]
    frame = frame_of(program, table, projects)
    assert_same(program, score(table, frame), projects)


def test_most_rows_are_taken() -> None:
    """The program, not the engine, scores nearly all rows of tables whose formulas are straight."""
    taken, asked = [], []

    @settings(max_examples=40, database=None, phases=[Phase.generate])
    @given(programs(), st.data())
    def count(program, data) -> None:
        grains = {name: grain(one.unit.name) for name, one in program.ruleset.items.items()}
        table = lower_table(program, grains, loose=dict.fromkeys(grains))
        found = data.draw(st.lists(rows(program.ruleset.items), min_size=ROWS, max_size=ROWS))
        projects = list(map(project_of, found))
        taken.append(assert_same(program, score(table, frame_of(program, table, projects)), projects))
        asked.append(len(projects))

    count()
    assert sum(taken) > sum(asked) * 9 // 10
