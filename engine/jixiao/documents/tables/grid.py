"""A table as rows of texts: which are heads, which are names, which are numbers, and what stands above each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jixiao.dataclass import dataclass
from jixiao.documents.figures.folded import fold
from jixiao.documents.figures.numbers import UNITS
from jixiao.documents.paper import Cell, Paper, Table
from jixiao.documents.tables.columns import Column, Role, column_of
from jixiao.language.span import Span

_CELL = re.compile(
    r"(?P<sign>[≥≤<>=]{0,2})(?P<digits>[-+]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?)\.?(?P<unit>(?:[万亿](?!元))?(?:"
    + UNITS
    + r")?|元/[\u4e00-\u9fff]{1,2}|[万亿]?)(?:\([^)]*\)?)?"
)
_NUMBERED = re.compile(r"(?:19|20)\d\d(?:年度?|年.*|-\d+.*)?|\d{1,2}[、.](?!\d).*|\d{6,}.*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A number in a table: its digits and unit as printed, its sign of comparison, and where the digits stand."""

    digits: str
    unit: str
    sign: str
    span: Span


@dataclass(frozen=True, slots=True)
class GridText:
    """A cell's words, folded; `entry` where it is one number."""

    cell: Cell
    words: str
    entry: Entry | None


def cell_text(paper: Paper, cell: Cell) -> GridText:
    """Read a cell."""
    folded = fold(paper.text, cell.span)
    match = _CELL.fullmatch(folded.text)
    if match is None or (
        _NUMBERED.fullmatch(folded.text) and not match["unit"].startswith(("万", "元", "%"))
    ):
        is_year = match is not None and re.fullmatch(r"(?:19|20)\d\d(?:年度?)?", folded.text)
        if (
            match is None
            or is_year
            or match["unit"]
            or (len(match["digits"]) >= 6 and "." not in match["digits"])
        ):
            return GridText(cell, folded.text, None)
    span = folded.span(match.start("digits"), match.end("digits"))
    return GridText(cell, folded.text, Entry(match["digits"], match["unit"], match["sign"], span))


def is_dash(words: str) -> bool:
    """Whether a cell says that there is no number."""
    return words in ("-", "--", "/", "—", "——", "……", "…", "无")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with the heads that hold for it; `numbers` are the cells that are numbers or dashes."""

    cells: tuple[GridText, ...]
    heads: Mapping[int, Column]

    @property
    def numbers(self) -> tuple[GridText, ...]:
        """The cells that hold one number each."""
        return tuple(one for one in self.cells if one.entry is not None)

    @property
    def words(self) -> tuple[GridText, ...]:
        """The cells that hold words."""
        return tuple(one for one in self.cells if one.entry is None and one.words and not is_dash(one.words))


def rows_of(paper: Paper, table: Table) -> Iterator[Row]:
    """Yield the rows that are no heads, each with its heads."""
    lines: dict[int, list[GridText]] = {}
    covering: list[GridText] = []
    for cell in table.cells:
        text = cell_text(paper, cell)
        lines.setdefault(cell.row, []).append(text)
        if cell.rows > 1:
            covering.append(text)
    heads: dict[int, str] = {}
    open_heads = False
    for number in sorted(lines):
        above = [one for one in covering if one.cell.row < number < one.cell.row + one.cell.rows]
        cells = lines[number]
        if _is_head(cells, heads, open_heads=open_heads):
            if not open_heads:
                heads = {}
            _add_heads(heads, cells)
            open_heads = True
            continue
        open_heads = False
        whole = tuple(
            sorted([*cells, *(one for one in above if one.entry is None)], key=lambda one: one.cell.column)
        )
        yield Row(whole, {column: column_of(words) for column, words in heads.items()})


def _add_heads(heads: dict[int, str], cells: Sequence[GridText]) -> None:
    for one in cells:
        for column in range(one.cell.column, one.cell.column + one.cell.columns):
            if one.words and one.words not in heads.get(column, ""):
                heads[column] = heads.get(column, "") + one.words


def _is_head(cells: Sequence[GridText], heads: Mapping[int, str], *, open_heads: bool) -> bool:
    """Whether a row only says what stands below it."""
    if any(one.entry is not None and not one.entry.digits.isdigit() for one in cells):
        return False
    shown = [one for one in cells if one.words and one.entry is None and not is_dash(one.words)]
    numbers = [one for one in cells if one.entry is not None]
    if numbers:
        return (
            open_heads
            and len(numbers) >= 3
            and [one.words for one in numbers] == [str(at) for at in range(1, len(numbers) + 1)]
        )
    roles = [column_of(one.words).role for one in shown]
    telling = sum(role not in (Role.LABEL, Role.VALUE) for role in roles)
    return len(shown) >= 2 and (
        telling >= 1 or (not heads and len(shown) == len(cells)) or (open_heads and Role.LABEL in roles)
    )
