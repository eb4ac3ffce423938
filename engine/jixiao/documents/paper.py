"""A report whatever it was written in: paragraphs and tables, each with its span in one canonical text."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.dataclass import dataclass
from jixiao.documents.contents import CONTENTS, contents_in
from jixiao.language.span import Span

CELLS_APART = "\t"
"""Between the cells of a row in the canonical text."""
LINES_APART = "\n"
"""After each paragraph and each row."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `note` where it stands apart from it (a footnote, a text box, a line of the 目录)."""

    span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its first row and column, counted from 0, how many of each it covers, and its text."""

    row: int
    column: int
    rows: int
    columns: int
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in the order of the text. `complete`: empty cells are there too, so that columns can be trusted."""

    span: Span
    cells: tuple[Cell, ...]
    complete: bool = True
    heads: frozenset[int] = frozenset()
    """Rows that are known to be heads."""

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return max((one.row + one.rows for one in self.cells), default=0)

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return max((one.column + one.columns for one in self.cells), default=0)


Block = Paragraph | Table

MAX_CONTENTS_COLUMNS = 3
"""Most columns of a table that is a 目录: number, head, page."""


def is_contents(block: Block) -> bool:
    """Whether a block is a line of the 目录."""
    return isinstance(block, Paragraph) and block.note == CONTENTS


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader must know of the file itself: revisions are open, glyphs cannot be read; and where."""

    code: str
    text: str
    span: Span = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Paper:
    """A report's canonical text and its blocks, in the order in which a person reads them.

    Spans count code points of `text`. For a plain text file it is the file itself, line ends as LF.
    """

    name: str
    """The file's name without its suffix: what places begin with."""
    text: str
    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks that say something: those of the 目录 only name what comes."""
        return tuple(one for one in self.blocks if not is_contents(one))

    def words(self, span: Span) -> str:
        """Give the text of a span."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as a reader of a format gives it: text, and how many rows and columns it covers."""

    text: str
    rows: int = 1
    columns: int = 1


class PaperBuilder:
    """Puts paragraphs and tables one after another into the canonical text."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._remarks: list[Remark] = []

    def paragraph(self, text: str, note: str = "") -> Span | None:
        """Add a paragraph, numbers that the program counts included; one without text is left out."""
        if not text.strip():
            return None
        span = self._write(text)
        self._write(LINES_APART)
        self._blocks.append(Paragraph(span, note))
        return span

    def table(self, rows: Sequence[Sequence[GridCell]]) -> Span | None:
        """Add a table row by row: in each row the cells that begin in it, those covered from above left out.

        A table in which nothing stands is left out.
        """
        if not any(cell.text.strip() for row in rows for cell in row):
            return None
        start = self._length
        cells: list[Cell] = []
        covered: set[tuple[int, int]] = set()
        for number, row in enumerate(rows):
            column = 0
            for place, cell in enumerate(row):
                while (number, column) in covered:
                    column += 1
                if place:
                    self._write(CELLS_APART)
                span = self._write(cell.text)
                cells.append(Cell(number, column, cell.rows, cell.columns, span))
                covered.update(
                    (number + down, column + right)
                    for down in range(1, cell.rows)
                    for right in range(cell.columns)
                )
                column += cell.columns
            self._write(LINES_APART)
        whole = Span(start, self._length - len(LINES_APART))
        self._blocks.append(Table(whole, tuple(cells)))
        return whole

    def remark(self, code: str, text: str, span: Span | None = None) -> None:
        """Note what a reader must know of the file."""
        self._remarks.append(Remark(code, text, span or Span(0, 0)))

    def finished(self) -> Paper:
        """Give the paper."""
        text = "".join(self._parts)
        return Paper(self._name, text, _with_contents(text, self._blocks), tuple(self._remarks))

    def _write(self, text: str) -> Span:
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return Span(start, self._length)


def _with_contents(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Mark the blocks of which every line is of a 目录; a table of such lines is no table."""
    lines = [(number, line) for number, one in enumerate(blocks) for line in _lines(text, one)]
    listed = {place for found in contents_in([line for _, line in lines]) for place in found}
    if not listed:
        return tuple(blocks)
    others = {number for place, (number, _) in enumerate(lines) if place not in listed}
    return tuple(
        one if number in others else Paragraph(one.span, CONTENTS) for number, one in enumerate(blocks)
    )


def _lines(text: str, block: Block) -> list[str]:
    """Give the lines of a paragraph or of a narrow table; a wide one is a single line that is none of a 目录."""
    if isinstance(block, Table) and block.columns > MAX_CONTENTS_COLUMNS:
        return ["。"]
    return text[block.span.start : block.span.end].split(LINES_APART)
