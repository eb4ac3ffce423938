"""How the checks of figures came out over many rows, in the terminal: those that most rows miss first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from jixiao.model.check_count import CountedCheck
from jixiao.reports.page.columns import Cell, Row, fit
from jixiao.reports.page.width import MAX_WIDTH, MIN_WIDTH

HEADS = ("核查", "不符", "舍入", "相符", "没有核", "先不符的行", "代码")


def render_checked(checked: Sequence[CountedCheck], console: Console) -> None:
    """Print a line for each check that some row misses, and what became of the others."""
    width = max(MIN_WIDTH, min(console.width, MAX_WIDTH))
    for line in _lines(checked, width):
        console.print(line, soft_wrap=True, highlight=False)


def _lines(checked: Sequence[CountedCheck], width: int) -> Iterator[Text]:
    missed = [one for one in checked if one.count.fails]
    if missed:
        rows: list[Row] = [[Cell(one, "bold") for one in HEADS], *map(_row, missed)]
        columns = fit(rows, (False, True, True, True, True, False, False), width)
        for row in rows:
            yield from columns.lay_out(row)
    asked = [one for one in checked if one.count.fails or one.count.rounding or one.count.holds]
    idle = len(checked) - len(asked)
    yield Text(
        f"核查 {len(asked)} 条，其中 {len(missed)} 条有不符的行"
        + (f"；另有 {idle} 条没有一行有它要的数" if idle else "")
    )


def _row(one: CountedCheck) -> Row:
    count = one.count
    figures = (count.fails, count.rounding, count.holds, count.undecided + count.no_figures)
    first = "、".join(map(str, count.first))
    return [Cell(one.name), *(Cell(f"{number:,}") for number in figures), Cell(first), Cell(one.id, "dim")]
