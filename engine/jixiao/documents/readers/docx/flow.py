"""Paragraphs and tables in their order, with what hangs on each after it."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.dataclass import dataclass
from jixiao.documents.paper import GridCell
from jixiao.documents.readers import messages
from jixiao.documents.readers.docx.changes import mark_is_kept
from jixiao.documents.readers.docx.inline import Hanging, Inline, Line
from jixiao.documents.readers.docx.names import W, child, toggle
from jixiao.documents.readers.docx.numbering import Numbering
from jixiao.documents.readers.docx.styles import Styles
from jixiao.documents.readers.docx.tables import read_rows, within
from jixiao.documents.readers.docx.tally import Tally
from jixiao.documents.readers.xml import Element

_BLOCKS = (f"{W}p", f"{W}tbl", f"{W}altChunk")
_LABELS = {"footnotes": messages.FOOTNOTE, "endnotes": messages.ENDNOTE}


@dataclass(slots=True)
class Words:
    """A paragraph's text; `note` where it stands apart from the running text."""

    text: str
    note: str


@dataclass(slots=True)
class Grid:
    """A table's rows."""

    rows: list[list[GridCell]]


class Flow:
    """Reads containers: the body, a cell, a text box, a note."""

    def __init__(
        self, root: Element, styles: Styles, numbering: Numbering, notes: Mapping[str, Element], tally: Tally
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._tally = tally
        self._inline = Inline(root, styles, tally)
        self._notes = {
            (kind, note.get(f"{W}id", "")): (note, Inline(note, styles, tally))
            for kind, part in notes.items()
            for note in part
        }

    def read(self, container: Element, note: str = "") -> list[Words | Grid]:
        """Give the paragraphs and tables of a container, in the order in which a person reads them."""
        found: list[Words | Grid] = []
        line = Line()
        for block in within(container, *_BLOCKS):
            if block.tag == f"{W}p":
                if self._paragraph(block, line):
                    found += self._ended(line, note)
                    line = Line()
                continue
            found += self._ended(line, note)
            line = Line()
            if block.tag == f"{W}tbl":
                found += self._table(block)
            else:
                self._tally.parts += 1
        return found + self._ended(line, note)

    def _paragraph(self, paragraph: Element, line: Line) -> bool:
        """Add a paragraph to a line; tells whether the line ends with it, which it does unless its end is gone."""
        properties = child(paragraph, "pPr")
        ends = mark_is_kept(paragraph, self._tally) and not _runs_on(properties)
        if ends:
            line.parts.insert(0, self._numbering.before(properties))
        style = self._styles.of_paragraph(properties)
        line.is_contents = self._styles.is_contents(style)
        self._inline.read(paragraph, style, line)
        return ends

    def _ended(self, line: Line, note: str) -> list[Words | Grid]:
        hanging = [found for one in line.hanging for found in self._hanging(one)]
        text = line.text.strip()
        apart = note or (messages.CONTENTS if line.is_contents else "")
        own: list[Words | Grid] = [Words(text, apart)] if text else []
        return own + hanging

    def _hanging(self, one: Hanging) -> list[Words | Grid]:
        if one.box is not None:
            return self.read(one.box, messages.TEXT_BOX)
        note, inline = self._notes.pop((one.kind, one.identity), (None, self._inline))
        if note is None:
            return []
        before, self._inline = self._inline, inline
        found = self.read(note, _LABELS[one.kind])
        self._inline = before
        return found

    def _table(self, table: Element) -> list[Words | Grid]:
        """Give a table, and after it what its cells hold that is no text: tables, text boxes, notes."""
        after: list[Words | Grid] = []

        def text_of(cell: Element) -> str:
            lines = []
            for one in self.read(cell):
                if isinstance(one, Words) and not one.note:
                    lines.append(one.text.replace("\t", " "))
                else:
                    after.append(one)
            return "\n".join(lines)

        rows = read_rows(table, text_of, self._tally)
        return [Grid(rows), *after]


def _runs_on(properties: Element | None) -> bool:
    """Whether a paragraph's end is hidden, so that the next one follows on its line."""
    return bool(toggle(properties, "rPr", "specVanish")) or bool(toggle(properties, "rPr", "vanish"))
