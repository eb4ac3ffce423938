"""A table over rows at once and the engine row by row: the same scores, totals, grades and reasons."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings, strategies as st

from jixiao.bulk.table import lower_table
from jixiao.bulk.vector import score
from jixiao.quantity import Quantity, find_unit
from jixiao.scoring.program.program import compile_ruleset
from shared.bulk.rows import assert_same, frame_of, project_of
from shared.cases.strategies import BLOCK_SENTENCE, ITEMS, ruleset_of, settling_tables, tables
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


def rows(items) -> st.SearchStrategy:
    return st.fixed_dictionaries({name: cells(one.unit.name) for name, one in items.items()})


@settings(max_examples=settings.default.max_examples)
@given(programs(), st.data())
def test_rows_come_out_as_cases_do(program, data) -> None:
    items = program.ruleset.items
    brought = (
        data.draw(st.sets(st.sampled_from(sorted(ITEMS)), min_size=5))
        if data.draw(st.booleans())
        else set(ITEMS)
    )
    grains = {name: grain(one.unit.name) for name, one in items.items() if name in brought}
    loose = {name: Fraction(1, 2) for name in grains if items[name].unit.name == "万元"}
    table = lower_table(program, grains, loose=loose)
    found = data.draw(st.lists(rows(items), min_size=ROWS, max_size=ROWS))
    projects = [project_of({name: one for name, one in row.items() if name in brought}) for row in found]
    frame = frame_of(program, table, projects)
    assert_same(program, score(table, frame), projects)
