"""A table on a terminal: golden pages at two widths."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from jixiao.analysis.portraits.table import portray_table
from jixiao.model.portrait import TablePortrait
from jixiao.reports.show.terminal import render_table
from reports.golden import compare
from shared.cases.tables import sums, table

WHOLE = portray_table(table(broken=True))
SEVERAL = portray_table(sums())


def page(portrait: TablePortrait, width: int) -> str:
    """Render as a pipe would get it."""
    stream = io.StringIO()
    render_table(portrait, Console(file=stream, width=width))
    return stream.getvalue()


@pytest.mark.parametrize("width", [80, 120])
def test_a_table_is_shown_with_every_kind_of_sentence(width: int) -> None:
    compare(f"table-{width}.txt", page(WHOLE, width))


@pytest.mark.parametrize("width", [80, 120])
def test_sentences_of_several_rules_are_shown_rule_by_rule(width: int) -> None:
    compare(f"table-several-{width}.txt", page(SEVERAL, width))


@pytest.mark.parametrize("width", [80, 120])
def test_one_indicator_is_shown(width: int) -> None:
    compare(f"table-one-{width}.txt", page(portray_table(table(), "行政效能"), width))


@pytest.mark.parametrize("width", [20, 48, 60, 79, 100, 150, 200])
def test_a_table_fits_any_width(width: int) -> None:
    for shown in (WHOLE, SEVERAL):
        assert all(cell_len(line) <= max(48, width) for line in page(shown, width).splitlines())
