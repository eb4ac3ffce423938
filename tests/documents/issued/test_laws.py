"""What changes nothing in an issued table, and that no cell of it is lost without a word."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings, strategies as st

from jixiao.documents.issued.ledger import UNUSED
from jixiao.documents.issued.read import issued_of
from jixiao.model.issued import IssuedFile
from shared.issued.changed import permuted, source_of, unmerged, with_column, with_row
from shared.issued.drawn import Drawn
from shared.issued.generated import generated
from shared.issued.layouts import LAYOUTS, two_rows

Said = list[tuple[object, ...]]
SEEDS = st.integers(0, 400)


def said(tables: Sequence[Drawn]) -> Said:
    """Give everything that is read of tables but the places."""
    return _said(issued_of(source_of(tables)))


def _said(found: IssuedFile) -> Said:
    return [
        (
            one.name.text,
            one.points,
            one.sentence.text,
            one.path,
            one.extra,
            one.choice,
            str(one.formula),
            str(one.explanation),
            str(one.target),
        )
        for table in found.tables
        for one in table.indicators
    ]


def _drawn(seed: int) -> list[Drawn]:
    """Give a table of a seed; every fourth is one that was made by hand."""
    layouts = [*LAYOUTS]
    return layouts[seed // 4 % len(layouts)]()[2] if seed % 4 == 0 else generated(seed)[2]


@given(SEEDS)
def test_merging_and_unmerging_change_nothing(seed: int) -> None:
    """What is merged and what is merely blank below a text is read alike."""
    tables = _drawn(seed)
    assert said([unmerged(one) for one in tables]) == said(tables)


@given(SEEDS, st.randoms(use_true_random=False))
def test_the_order_of_columns_changes_nothing(seed: int, chance: object) -> None:
    """Columns are known by their heads, not by where they stand."""
    tables = [unmerged(one) for one in _drawn(seed)]
    order = list(range(tables[0].width))
    chance.shuffle(order)  # type: ignore[attr-defined]
    if tables[0].rows == two_rows()[2][0].rows:
        return  # the upper one of two heads over several columns stands over the first of them only
    assert said([permuted(one, order) for one in tables]) == said(tables)


@given(SEEDS, st.data())
def test_empty_rows_and_columns_change_nothing(seed: int, data: st.DataObject) -> None:
    """Empty rows and columns are passed over, wherever they are put in."""
    tables = _drawn(seed)
    row = data.draw(st.integers(0, len(tables[0].rows)))
    column = data.draw(st.integers(0, tables[0].width))
    changed = [
        with_column(with_row(tables[0], row), column),
        *(with_column(one, column) for one in tables[1:]),
    ]
    assert said(changed) == said(tables)


@given(SEEDS)
def test_every_cell_has_a_fate(seed: int) -> None:
    """Each cell in which something stands is told once, as taken or with the reason why it was left."""
    source = source_of(_drawn(seed))
    fates = issued_of(source).fates
    cells = [cell.place for grid in source.grids for cell in grid.cells]
    assert [one.place for one in fates[: len(cells)]] == cells
    assert all(one.is_taken or one.why for one in fates)
    assert not [one for one in fates if one.why == UNUSED]


TEXTS = st.sampled_from([
    "", "", "指标", "分值", "评分标准", "一级指标", "合计", "加分项", "5", "（5分）", "注：无", "一、规范（5分）", "得分=率×5。", "任选其一", "每少1次扣1分。", "\n", "=1", "x" * 60,
])  # fmt: skip


@settings(max_examples=200)
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=6), max_size=12))
def test_any_grid_ends_in_tables_or_in_none(rows: list[list[str]]) -> None:
    """Whatever stands in a sheet, it is read without a failure, and every cell is told."""
    source = source_of([Drawn(rows, [])])
    found = issued_of(source)
    assert len(found.fates) >= sum(len(grid.cells) for grid in source.grids)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_places_are_those_of_names(layout: object) -> None:
    """An indicator is told where its name stands."""
    _, _, tables = layout()  # type: ignore[operator]
    found = issued_of(source_of(tables))
    places = [
        (one.place.sheet, one.place.line - 1, one.place.column - 1)
        for table in found.tables
        for one in table.indicators
    ]
    assert places == [(table.name, *one.at) for table in tables for one in table.wanted]
