"""A table drawn cell by cell, with the indicators that must be read of it; written as xlsx, docx, html or text."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from fractions import Fraction
from html import escape
from pathlib import Path

Area = tuple[int, int, int, int]
"""First row and column and last row and column, counted from 0, ends included."""


@dataclass(frozen=True)
class Wanted:
    """An indicator as a person reads it; `at`: row and column of its name, counted from 0."""

    name: str
    points: str
    sentence: str
    path: tuple[str, ...] = ()
    at: tuple[int, int] = (-1, -1)
    extra: str = ""
    choice: int = 0

    @property
    def full(self) -> Fraction:
        """Its points."""
        return Fraction(self.points)


@dataclass
class Drawn:
    """One sheet or table: rows of texts, "" where nothing stands, and what is merged."""

    rows: list[list[str]]
    wanted: list[Wanted]
    merged: list[Area] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    name: str = "指标表"
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        """Of how many columns it is."""
        return max(map(len, self.rows))

    def text(self, row: int, column: int) -> str:
        """Give what stands in a cell."""
        return self.rows[row][column] if column < len(self.rows[row]) else ""


def write(tables: list[Drawn], form: str, folder: Path, name: str) -> Path:
    """Write tables into one file of a format: xlsx, docx, html, lines (one cell a line), bars or box."""
    suffix = {"lines": "txt", "bars": "txt", "box": "txt"}.get(form, form)
    path = folder / f"{name}.{suffix}"
    path.write_bytes(_WRITERS[form](tables))
    return path


def _xlsx(tables: list[Drawn]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for table in tables:
        sheet = book.create_sheet(table.name)
        for row, texts in enumerate(
            [*([one] for one in table.before), *table.rows, *([one] for one in table.after)]
        ):
            for column, text in enumerate(texts):
                if text:
                    cell = sheet.cell(row + 1, column + 1)
                    cell.value = float(text) if _is_number(text) else text
                    if isinstance(cell.value, str):
                        cell.data_type = "s"
        down = len(table.before)
        for top, left, bottom, right in table.merged:
            sheet.merge_cells(None, top + 1 + down, left + 1, bottom + 1 + down, right + 1)
        for row in table.hidden_rows:
            sheet.row_dimensions[row + 1 + down].hidden = True
        for column in table.hidden_columns:
            sheet.column_dimensions[openpyxl.utils.get_column_letter(column + 1)].hidden = True
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit() and text.isascii()


def _docx(tables: list[Drawn]) -> bytes:
    import docx

    document = docx.Document()
    for table in tables:
        for line in table.before:
            document.add_paragraph(line)
        made = document.add_table(len(table.rows), table.width, style="Table Grid")
        grid = [list(row.cells) for row in made.rows]
        for row, texts in enumerate(table.rows):
            for column, text in enumerate(texts):
                if text:
                    grid[row][column].text = text
        for top, left, bottom, right in table.merged:
            text = table.text(top, left)
            grid[top][left].merge(grid[bottom][right]).text = text
        for line in table.after:
            document.add_paragraph(line)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def _html(tables: list[Drawn]) -> bytes:
    parts = ["<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>"]
    for table in tables:
        parts += [f"<p>{escape(line)}</p>" for line in table.before]
        parts.append("<table border='1'>")
        firsts = {(one[0], one[1]): one for one in table.merged}
        for row in range(len(table.rows)):
            parts.append("<tr>")
            for column in range(table.width):
                area = firsts.get((row, column))
                if area is None and _covered(row, column, table.merged):
                    continue
                span = (
                    ""
                    if area is None
                    else f" rowspan={area[2] - area[0] + 1} colspan={area[3] - area[1] + 1}"
                )
                text = escape(table.text(row, column)).replace("\n", "<br>")
                parts.append(f"<td{span}>{text or '&nbsp;'}</td>")
            parts.append("</tr>")
        parts.append("</table>")
        parts += [f"<p>{escape(line)}</p>" for line in table.after]
    return "".join([*parts, "</body></html>"]).encode()


def _covered(row: int, column: int, merged: list[Area]) -> bool:
    return any(top <= row <= bottom and left <= column <= right for top, left, bottom, right in merged)


def _lines(tables: list[Drawn]) -> bytes:
    lines: list[str] = []
    for table in tables:
        cells = [text for row in table.rows for text in row if text]
        lines += [*table.before, *cells, *table.after]
    return "\n".join(lines).encode()


def _bars(tables: list[Drawn]) -> bytes:
    lines: list[str] = []
    for table in tables:
        rows = ["|".join(text.replace("\n", "") for text in row) for row in table.rows]
        lines += [*table.before, *(f"|{row}|" for row in rows), *table.after]
    return "\n".join(lines).encode()


BOX_WIDTH = 9
"""Characters of a line of a cell in a table drawn with lines."""


def _box(tables: list[Drawn]) -> bytes:
    lines: list[str] = []
    for table in tables:
        rule = "┼".join("─" * BOX_WIDTH for _ in range(table.width))
        lines += [*table.before, f"┌{rule}┐"]
        for row in range(len(table.rows)):
            cells = [_cut(table.text(row, column)) for column in range(table.width)]
            for line in range(max(map(len, cells))):
                lines.append("│" + "│".join(one[line] if line < len(one) else "" for one in cells) + "│")
            lines.append(f"├{rule}┤")
        lines += table.after
    return "\n".join(lines).encode()


def _cut(text: str) -> list[str]:
    plain = text.replace("\n", "")
    return [plain[at : at + BOX_WIDTH] for at in range(0, len(plain), BOX_WIDTH)] or [""]


_WRITERS = {"xlsx": _xlsx, "docx": _docx, "html": _html, "lines": _lines, "bars": _bars, "box": _box}
FORMS = tuple(_WRITERS)
"""Every format that tables are written in."""
