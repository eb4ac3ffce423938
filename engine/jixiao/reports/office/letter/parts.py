"""What the templates are put together from: heads, paragraphs, tables whose rows come one for each row of content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from docx.document import Document as Paper
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell, _Row

from jixiao.dataclass import dataclass
from jixiao.reports.office.letter.element import made
from jixiao.reports.office.letter.sheet import BODY, CELL, CELL_HEAD, DETAIL, HEAD, SMALL, SUBHEAD

WIDTH = 156
"""Millimetres between the margins."""
PADDING, ROOM = Mm(1.2), Mm(0.5)
"""What is left free in a cell beside its text, and above and below it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, what its cells say, its width in millimetres, and on which side it stands."""

    head: str
    says: str
    width: float
    side: str = "left"


@dataclass(slots=True)
class Draft:
    """A template being written, from top to bottom."""

    paper: Paper

    def head(self, text: str) -> None:
        """Write a head, as 一、复核结论."""
        self.paper.add_paragraph(text, style=HEAD)

    def subhead(self, text: str) -> None:
        """Write a head under a head, as （一）运行维护费."""
        self.paper.add_paragraph(text, style=SUBHEAD)

    def says(self, *texts: str, style: str = BODY) -> None:
        """Write paragraphs."""
        for text in texts:
            self.paper.add_paragraph(text, style=style)

    def led(self, lead: str, text: str) -> None:
        """Write a paragraph whose beginning stands out."""
        paragraph = self.paper.add_paragraph()
        paragraph.add_run(lead).bold = True
        paragraph.add_run(text)

    def details(self, *texts: str) -> None:
        """Write what belongs to the paragraph above, set in behind a dash."""
        self.says(*(f"－{text}" for text in texts), style=DETAIL)

    def small(self, *texts: str) -> None:
        """Write notes."""
        self.says(*texts, style=SMALL)

    def flush(self, text: str, side: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT) -> None:
        """Write a paragraph that is not set in."""
        paragraph = self.paper.add_paragraph(text)
        paragraph.paragraph_format.first_line_indent = Pt(0)
        paragraph.alignment = side

    def mark(self, text: str) -> None:
        """Write a mark that takes its paragraph with it."""
        self.paper.add_paragraph(f"{{%p {text} %}}", style=SMALL)

    def each(self, row: str, of: str, write: Callable[[], None]) -> None:
        """Write something for each row of a list."""
        self.mark(f"for {row} in {of}")
        write()
        self.mark("endfor")

    def where(
        self, test: str, write: Callable[[], None], otherwise: Callable[[], None] | None = None
    ) -> None:
        """Write something only where a test holds."""
        self.mark(f"if {test}")
        write()
        if otherwise is not None:
            self.mark("else")
            otherwise()
        self.mark("endif")

    def lines(self, of: str) -> None:
        """Write a paragraph for each text of a list."""
        self.each("句", of, lambda: self.says("{{ 句 }}"))

    def table(self, row: str, of: str, columns: Sequence[Column], height: Length | None = None) -> Table:
        """Write a table with a row for each row of a list; its head is repeated, its rows are not broken."""
        table = self._table(len(columns), [one.width for one in columns])
        head = table.rows[0]
        for cell, one in zip(head.cells, columns, strict=True):
            _write(cell, one.head, CELL_HEAD)
        _on_every_page(head)
        _keep(head)
        _write(_new_row(table).cells[0], f"{{%tr for {row} in {of} %}}", CELL)
        body = _new_row(table)
        for cell, one in zip(body.cells, columns, strict=True):
            _write(cell, one.says, CELL, one.side)
        _keep(body)
        if height is not None:
            body.height, body.height_rule = height, WD_ROW_HEIGHT_RULE.AT_LEAST
        _write(_new_row(table).cells[0], "{%tr endfor %}", CELL)
        self._set_widths(table, columns)
        return table

    def row(self, table: Table, texts: Sequence[str], columns: Sequence[Column]) -> None:
        """Write a row under the others of a table."""
        row = _new_row(table)
        for cell, text, one in zip(row.cells, texts, columns, strict=True):
            _write(cell, text, CELL, one.side)
        _keep(row)
        self._set_widths(table, columns)

    def gap(self) -> None:
        """Leave room behind a table."""
        paragraph = self.paper.add_paragraph(style=SMALL)
        paragraph.paragraph_format.line_spacing = Pt(8)

    def signatures(self, *texts: str) -> None:
        """Leave lines to sign on, kept together."""
        self.gap()
        for text in texts:
            paragraph = self.paper.add_paragraph(text)
            paragraph.paragraph_format.keep_with_next = text != texts[-1]
            paragraph.paragraph_format.line_spacing = Pt(34)

    def _table(self, columns: int, widths: Sequence[float]) -> Table:
        table: Table = self.paper.add_table(1, columns)
        table.style = self.paper.styles["Table Grid"]
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        margins = made("w:tblCellMar")
        for side, room in (("top", ROOM), ("left", PADDING), ("bottom", ROOM), ("right", PADDING)):
            margins.append(made(f"w:{side}", w=str(room.twips), type="dxa"))
        properties: Any = table._tbl.tblPr
        properties.find(qn("w:tblLook")).addprevious(margins)  # their order is part of the format
        return table

    def _set_widths(self, table: Table, columns: Sequence[Column]) -> None:
        """Set the widths in the grid and in each cell: Word looks at one, WPS at the other."""
        for place, one in enumerate(columns):
            table.columns[place].width = Mm(one.width)
            for cell in table.columns[place].cells:
                cell.width = Mm(one.width)


def _new_row(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def _write(cell: _Cell, text: str, style: str, side: str = "") -> None:
    paragraph = cell.paragraphs[0]
    paragraph.text, paragraph.style = text, style
    if side:
        paragraph.alignment = {
            "left": WD_ALIGN_PARAGRAPH.LEFT,
            "right": WD_ALIGN_PARAGRAPH.RIGHT,
            "center": WD_ALIGN_PARAGRAPH.CENTER,
        }[side]
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _on_every_page(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(made("w:tblHeader"))


def _keep(row: _Row) -> None:
    """Let no page end inside a row."""
    row._tr.get_or_add_trPr().append(made("w:cantSplit"))
