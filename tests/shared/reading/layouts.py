"""Tables as they look in published reports, written as docx, html, xlsx, pdf and as the texts that are left of them."""

from __future__ import annotations

import html
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from openpyxl import Workbook
from reportlab.lib import colors
from reportlab.lib.units import cm

from shared.documents import pdf, zips

LEFT, ABOVE = "<", "^"
"""A cell that is merged with the one on its left, or with the one above it."""
RULED = ("docx", "html", "xlsx", "pdf")
"""Formats in which merged cells are told."""
BARE = ("pdf-across", "pdf-bare")
"""Pdfs whose tables have rules between the rows only, or none."""
EXPANDED = ("repeated", "blank", "bars", "tabs")
"""Forms in which every cell is there, and what was merged is repeated or empty."""
LOST = ("spaced", "stacked")
"""Forms in which empty cells left no trace."""
WIDTH = 17.5 * cm


@dataclass(frozen=True)
class Layout:
    """A table: what stands above it, its cells, and what is read of it."""

    name: str
    above: tuple[str, ...]
    grid: tuple[tuple[str, ...], ...]
    says: tuple[str, ...]

    @property
    def title(self) -> str:
        """The report's title, which tells its year."""
        return "青溪县水利局2022年度部门决算公开"

    def written(self, kind: str) -> bytes:
        """Write it in one of the formats."""
        make = {
            "docx": self._docx,
            "html": self._html,
            "xlsx": self._xlsx,
            "pdf": lambda: self._pdf([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]),
            "pdf-across": lambda: self._pdf(
                [
                    ("LINEABOVE", (0, 0), (-1, -1), 0.5, colors.black),
                    ("LINEBELOW", (0, -1), (-1, -1), 0.5, colors.black),
                ]
            ),
            "pdf-bare": lambda: self._pdf([]),
            "repeated": lambda: self._plain_html(repeated=True),
            "blank": lambda: self._plain_html(repeated=False),
            "bars": lambda: self._text(" | "),
            "tabs": lambda: self._text("\t"),
            "spaced": self._spaced,
            "stacked": self._stacked,
        }
        return make[kind]()

    # ── With merged cells ─────────────────────────────────────────────────────────────────────

    def _spans(self) -> Iterator[tuple[int, int, int, int, str]]:
        """Yield each cell that is not merged into another: row, column, rows, columns, text."""
        for row, line in enumerate(self.grid):
            for column, text in enumerate(line):
                if text in (LEFT, ABOVE):
                    continue
                columns = 1
                while column + columns < len(line) and line[column + columns] == LEFT:
                    columns += 1
                rows = 1
                while row + rows < len(self.grid) and self.grid[row + rows][column] == ABOVE:
                    rows += 1
                yield row, column, rows, columns, text

    def _docx(self) -> bytes:
        rows: list[list[str]] = [[] for _ in self.grid]
        for row, line in enumerate(self.grid):
            for column, text in enumerate(line):
                if text == LEFT:
                    continue
                width = next((c for r, k, _, c, _ in self._spans() if (r, k) == (row, column)), 1)
                down = row + 1 < len(self.grid) and self.grid[row + 1][column] == ABOVE
                merge = "<w:vMerge/>" if text == ABOVE else '<w:vMerge w:val="restart"/>' if down else ""
                content = (
                    ""
                    if text == ABOVE
                    else "".join(zips.paragraph(html.escape(part)) for part in text.split("\n"))
                )
                rows[row].append(
                    zips.cell(content or zips.paragraph(""), f'<w:gridSpan w:val="{width}"/>{merge}')
                )
        written = zips.table(*(zips.row(*one) for one in rows))
        return zips.docx(*(zips.paragraph(html.escape(one)) for one in (self.title, *self.above)), written)

    def _html(self) -> bytes:
        rows: list[str] = ["" for _ in self.grid]
        for row, _, down, across, text in self._spans():
            shown = html.escape(text).replace("\n", "<br>")
            rows[row] += f'<td rowspan="{down}" colspan="{across}">{shown}</td>'
        return self._page("".join(f"<tr>{one}</tr>" for one in rows))

    def _xlsx(self) -> bytes:
        workbook = Workbook()
        sheet = workbook.active
        assert sheet is not None
        lines = [self.title, *self.above]
        for at, text in enumerate(lines, start=1):
            sheet.cell(at, 1, text)
        for row, column, down, across, text in self._spans():
            top, left = row + len(lines) + 1, column + 1
            sheet.cell(top, left, text).data_type = "s"
            if down > 1 or across > 1:
                sheet.merge_cells(
                    start_row=top, start_column=left, end_row=top + down - 1, end_column=left + across - 1
                )
        stream = io.BytesIO()
        workbook.save(stream)
        return stream.getvalue()

    def _pdf(self, style: Sequence[tuple[object, ...]]) -> bytes:
        columns = len(self.grid[0])
        cells: list[list[object]] = [["" for _ in line] for line in self.grid]
        spans: list[tuple[object, ...]] = [
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("PADDING", (0, 0), (-1, -1), 3),
        ]
        for row, column, down, across, text in self._spans():
            head = not any(any(map(str.isdigit, one)) for one in self.grid[row] if "年" not in one)
            make = pdf.centred if head else pdf.figure if text[:1].isdigit() and not head else pdf.cell
            cells[row][column] = make(html.escape(text).replace("\n", "<br/>")) if text else ""
            if down > 1 or across > 1:
                spans.append(("SPAN", (column, row), (column + across - 1, row + down - 1)))
        made = pdf.bare(cells, *style, *spans, colWidths=[WIDTH / columns] * columns)
        return pdf.document(*(pdf.body(html.escape(one)) for one in (self.title, *self.above)), made)

    # ── Without ───────────────────────────────────────────────────────────────────────────────

    def _flat(self, *, repeated: bool) -> list[list[str]]:
        rows: list[list[str]] = [["" for _ in line] for line in self.grid]
        for row, column, down, across, text in self._spans():
            for below in range(down):
                for right in range(across):
                    if repeated or not (below or right):
                        rows[row + below][column + right] = text
        return rows

    def _plain_html(self, *, repeated: bool) -> bytes:
        rows = (
            "".join(f"<td>{html.escape(text)}</td>".replace("\n", "<br/>") for text in line)
            for line in self._flat(repeated=repeated)
        )
        return self._page("".join(f"<tr>{one}</tr>" for one in rows))

    def _page(self, rows: str) -> bytes:
        above = "".join(f"<p>{html.escape(one)}</p>" for one in (self.title, *self.above))
        return (
            f'<html><meta charset="utf-8"><body>{above}<table border=1>{rows}</table></body></html>'.encode()
        )

    def _lines(self, rows: Sequence[str]) -> bytes:
        return "\n".join(
            [self.title, "", *self.above, *rows, "", "注：本表反映部门本年度收支情况。"]
        ).encode()

    def _text(self, apart: str) -> bytes:
        rows = [[one.replace("\n", "") for one in line] for line in self._flat(repeated=False)]
        return self._lines([apart.join(one) for one in rows])

    def _spaced(self) -> bytes:
        rows = [
            [one.replace("\n", "").replace(" ", "") for one in line] for line in self._flat(repeated=False)
        ]
        return self._lines([" ".join(filter(None, one)) for one in rows])

    def _stacked(self) -> bytes:
        rows = [one.replace("\n", "") for line in self._flat(repeated=False) for one in line]
        return self._lines([one for one in rows if one])


def layouts_of(path: Path) -> Iterator[Layout]:
    """Yield the layouts of a file."""
    for name, told in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        lines = told["表"].rstrip("\n").split("\n")
        grid = [[one.strip().replace("\\n", "\n") for one in line.split("|")] for line in lines]
        width = max(map(len, grid))
        filled = tuple((*line, *[""] * (width - len(line))) for line in grid)
        yield Layout(name, tuple(told["题"]), filled, tuple(told["读出"]))
