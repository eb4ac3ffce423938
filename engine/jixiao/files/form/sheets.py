"""Sheets as a person left them → lines of panels: heads are looked for, and nothing depends on where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jixiao.dataclass import dataclass
from jixiao.files.collector import Collector
from jixiao.files.form import messages
from jixiao.files.form.cells import note_fraction, scalar_of
from jixiao.files.form.line import Line, Lines
from jixiao.files.form.panels import KINDS, PanelKind
from jixiao.files.workbook.book import Book, BookCell, Sheet
from jixiao.files.yaml.node import Scalar
from jixiao.model.diagnostic import Place, Refused
from jixiao.model.form import OPTIONS, STAMP, Column, Fill
from jixiao.quantity import fold_width

Cells = Mapping[int, BookCell]
"""The cells of one row, by their column."""


@dataclass(frozen=True, slots=True)
class Head:
    """A head that was found: of which kind of panel, and under which column of the sheet each key stands."""

    kind: PanelKind
    row: int
    columns: Mapping[int, Column]


def read_sheets(
    book: Book, collector: Collector, open_formulas: frozenset[tuple[str, int, int]] = frozenset()
) -> Lines:
    """Give the lines of all panels; what can't be read is noted, and so is what belongs to no column.

    `open_formulas`: sheet, row and column of formulas without a value.
    """
    lines: Lines = {}
    homes: dict[str, Place] = {}
    for sheet in book.sheets:
        if sheet.name in (STAMP, OPTIONS):
            continue
        rows = rows_of(sheet)
        heads = [found for row, cells in rows.items() if (found := _head(row, cells, collector)) is not None]
        for place, head in enumerate(heads):
            at = Place(book.file, head.row, min(head.columns), sheet.name)
            first = homes.setdefault(head.kind.code, at)
            if first.sheet != sheet.name:
                collector.add(
                    at, messages.TWO_SHEETS, title=head.kind.title, first=f"{first.sheet} {first.cell}"
                )
                continue
            end = heads[place + 1].row if place + 1 < len(heads) else sheet.last_row + 1
            for name, row, column in open_formulas:
                asked = head.columns.get(column)
                if (
                    name == sheet.name
                    and head.row < row < end
                    and asked is not None
                    and asked.fill != Fill.NOTE
                ):
                    collector.add(Place(book.file, row, column, name), messages.NOT_CALCULATED)
            body = {
                row: cells for row, cells in rows.items() if head.row < row < end and not _is_title(cells)
            }
            lines.setdefault(head.kind.code, []).extend(_lines(sheet, head, body, collector))
    return lines


def rows_of(sheet: Sheet) -> dict[int, dict[int, BookCell]]:
    """Give the rows in which something stands, from above."""
    rows: dict[int, dict[int, BookCell]] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        rows.setdefault(row, {})[column] = cell
    return rows


_TITLES = frozenset(kind.title for kind in KINDS)


def _is_title(cells: Cells) -> bool:
    """Whether a row says which panel follows."""
    return any(cell.text.strip() in _TITLES for cell in cells.values())


def plain_head(text: str) -> str:
    """Give a head without blanks, line breaks and marks of what must be filled."""
    return "".join(fold_width(text).split()).strip("*:")


def _head(row: int, cells: Cells, collector: Collector) -> Head | None:
    texts = {column: plain_head(cell.text) for column, cell in cells.items() if len(cell.text) < MAX_HEAD}
    for kind in KINDS:
        if all(_names(kind.column(key)) & {*texts.values()} for key in kind.known_by):
            return Head(kind, row, dict(_columns(kind, texts, cells, collector)))
    return None


MAX_HEAD = 40
"""Longest text that may be a head."""


def _names(column: Column) -> set[str]:
    return {plain_head(name) for name in (column.title, *column.other_heads)}


def _columns(
    kind: PanelKind, texts: Mapping[int, str], cells: Cells, collector: Collector
) -> Iterator[tuple[int, Column]]:
    """Yield what stands under which column: its own head goes before what it may be called besides."""
    taken: set[int] = set()
    for column in kind.columns:
        own = [at for at, text in texts.items() if text == plain_head(column.title)]
        others = [at for at, text in texts.items() if text in _names(column) and at not in taken]
        found = own or others[:1]
        if len(found) > 1:
            first = cells[found[0]].place.cell
            collector.add(cells[found[1]].place, messages.TWO_COLUMNS, head=column.title, first=first)
        if found:
            taken.add(found[0])
            yield found[0], column


def _lines(sheet: Sheet, head: Head, body: Mapping[int, Cells], collector: Collector) -> Iterator[Line]:
    for line in _foreign(head, body, sheet):
        collector.warn(line.place, messages.OWN_COLUMN, head=line.text)
    spread = _spread(sheet, head)
    for row in sorted({*body, *(row for row, _ in spread)}):
        if not head.row < row <= max(body, default=0):
            continue
        texts: dict[str, Scalar] = {}
        cells = body.get(row, {})
        for at, column in head.columns.items():
            cell = cells.get(at) or spread.get((row, at))
            if cell is None or (column.fill == Fill.NOTE and column.key != "栏目"):
                continue
            try:
                value = scalar_of(cell, column)
            except Refused as refused:
                for one in refused.diagnostics:
                    collector.note(one.place, one.message)
                continue
            if value is not None:
                texts[column.key] = value
                _note_rate(cell, column.key, texts, collector)
        if texts:
            yield Line(texts, min(value.place for value in texts.values()))


def _note_rate(cell: BookCell, key: str, texts: Mapping[str, Scalar], collector: Collector) -> None:
    """Note a figure of so many percent that may be a fraction; the unit is read before the figure, wherever it stands."""
    unit, name = texts.get("单位"), texts.get("名称")
    if key in ("本年", "上年") and unit is not None and unit.text == "%":
        note_fraction(cell, texts[key].text, "" if name is None else name.text, collector)


def _spread(sheet: Sheet, head: Head) -> dict[tuple[int, int], BookCell]:
    """Give what a merged cell says for the rows below its first, in columns where it speaks for all of them."""
    found: dict[tuple[int, int], BookCell] = {}
    for area in sheet.merged:
        column = head.columns.get(area.left)
        cell = sheet.cells.get((area.top, area.left))
        if column is not None and column.stands_for_all and cell is not None and area.top > head.row:
            found |= {(row, area.left): cell for row in range(area.top + 1, area.bottom + 1)}
    return found


@dataclass(frozen=True, slots=True)
class _Foreign:
    place: Place
    text: str


def _foreign(head: Head, body: Mapping[int, Cells], sheet: Sheet) -> Sequence[_Foreign]:
    """Give the first cell of each column that is none of the form's, under the name that stands over it."""
    found: dict[int, _Foreign] = {}
    for row, cells in body.items():
        for at, cell in cells.items():
            if at not in head.columns and at not in found:
                name = sheet.text(head.row, at) or cell.text
                found[at] = _Foreign(Place(cell.place.file, row, at, sheet.name), name)
    return tuple(found.values())
