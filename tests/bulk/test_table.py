"""A table over rows at once and the engine row by row: the same scores, totals, grades and reasons."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import Phase, given, settings, strategies as st

from jixiao.bulk.table import lower_table
from jixiao.bulk.vector import score
from jixiao.quantity import Quantity, find_unit
from jixiao.scoring.indicator.indicator import takes_figures
from jixiao.scoring.program.program import compile_ruleset
from shared.bulk.rows import assert_same, frame_of, project_of
from shared.cases.strategies import BLOCK_SENTENCE, ruleset_of, settling_tables, tables
from shared.sentences.wording import write

PLACES = {"万元": 2, "人": 0, "%": 1, "天": 0}
ROWS = 6


@st.composite
def programs(draw):
    """A table made ready, of those that say something of their total too."""
    table = draw(tables(blocks=False) | settling_tables())
    sentences = {
        row.name: BLOCK_SENTENCE if row.block else draw(write(row.rule, row.name)) for row in table.rows
    }
    return compile_ruleset(ruleset_of(table, sentences))


def grain(unit: str) -> Fraction:
    return find_unit(unit).factor / 10 ** PLACES[unit]


def cells(unit: str) -> st.SearchStrategy[Quantity | None]:
    """Figures of a unit, many of them on thresholds, just beside them, nothing, below nothing, or missing."""
    per = 10 ** PLACES[unit]
    round_ones = st.sampled_from([100, 0, 95, 105, 110, 90, 20, -10]).map(lambda one: one * per)
    beside = st.builds(lambda one, off: one + off, round_ones, st.integers(-1, 1))
    counts = round_ones | beside | st.integers(-20 * per, 200 * per) | st.sampled_from([10**9, -(10**9)])
    known = st.builds(
        lambda count, cut: Quantity(Fraction(count, per), find_unit(unit), PLACES[unit] * (not cut)),
        counts,
        st.booleans(),
    )
    return known | known | known | st.none()


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
    loose = {name: Fraction(1, 2) for name in grains if units[name] == "万元"}
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
    taken, rows = [], []

    @settings(max_examples=40, database=None, phases=[Phase.generate])
    @given(programs(), st.data())
    def count(program, data) -> None:
        grains = {name: grain(one.unit.name) for name, one in program.ruleset.items.items()}
        table = lower_table(program, grains)
        found = data.draw(
            st.lists(
                st.fixed_dictionaries(
                    {name: cells(one.unit.name) for name, one in program.ruleset.items.items()}
                ),
                min_size=ROWS,
                max_size=ROWS,
            )
        )
        projects = list(map(project_of, found))
        taken.append(assert_same(program, score(table, frame_of(program, table, projects)), projects))
        rows.append(len(projects))

    count()
    assert sum(taken) > sum(rows) * 3 // 4
