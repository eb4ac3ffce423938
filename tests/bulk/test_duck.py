"""DuckDB over a frame and the engine row by row: the same scores, totals, grades and reasons."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings, strategies as st

from jixiao.bulk.duck import DuckScore
from jixiao.bulk.table import lower_table
from jixiao.bulk.vector import score
from shared.bulk.rows import assert_same, frame_of, project_of
from shared.bulk.tables import grain, programs, rows


@settings(max_examples=settings.default.max_examples // 2)
@given(programs(), st.data())
def test_rows_come_out_as_cases_do(program, data) -> None:
    items = program.ruleset.items
    grains = {name: grain(one.unit.name) for name, one in items.items()}
    table = lower_table(program, grains, loose=dict.fromkeys(grains, Fraction(1, 2)))
    found = data.draw(st.lists(rows(items), min_size=8, max_size=8))
    projects = [project_of(row) for row in found]
    frame = frame_of(program, table, projects)
    scores = DuckScore(table)(frame)
    assert_same(program, scores, projects)
    assert scores.engine.tolist() == score(table, frame).engine.tolist()
