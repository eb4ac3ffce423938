"""Where a span stands, as a clerk would write it: 四（一）2, 表2 第3行“预算数”.

Numbers are taken as they are printed at the beginning of a paragraph, or of a sentence in it; a short line without a
number that stands below one, whose own number was lost, is told by its words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from jixiao.dataclass import dataclass
from jixiao.documents.paper import Cell, Paper, Paragraph, Table
from jixiao.language.span import Span

_CHINESE = r"[一二三四五六七八九十百]{1,4}"
_KINDS = (
    re.compile(
        rf"(?P<mark>第(?:{_CHINESE}|\d{{1,2}})(?:部分|章)|附件(?:\d{{1,2}}|{_CHINESE})?(?=[：:\s]|$))"
    ),
    re.compile(rf"(?P<mark>{_CHINESE})[、．.，]"),
    re.compile(rf"(?P<mark>[（(]{_CHINESE}[）)])"),
    re.compile(rf"(?P<mark>{_CHINESE}[）)])"),
    re.compile(r"(?P<mark>[\d０-９]{1,2})(?:[、．.](?=(?:19|20)\d\d年)|[、．](?!\d)|[.](?![\d０-９]))"),
    re.compile(r"(?P<mark>[（(][\d０-９]{1,2}[）)]|[\d０-９]{1,2}[）)])"),
    re.compile(r"(?P<mark>[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])"),
)
"""Marks of sections, from the outermost to the innermost."""
_BEGINS = re.compile(r"(?:\A|(?<=[。；;\n]))\s*")
"""Where a mark may stand: at the beginning of a paragraph or of a sentence in it."""
_PLAIN_HEAD = re.compile(r"[\u4e00-\u9fff“”（）()]{2,16}")
"""A line that may be a head whose number was lost."""
_NUMBER = re.compile(r"[\d０-９]")
_LOST = 1.5
"""The rank of a head without its number: below 一、, above （一）."""
MAX_HEAD = 20
"""Longest head of a column that is told."""
_WIDE = str.maketrans("()", "（）")


@dataclass(frozen=True, slots=True)
class _Here:
    """From where on in the text a place holds."""

    start: int
    words: str


class Places:
    """The places of a paper's spans; its sections, paragraphs and tables are looked up once."""

    def __init__(self, paper: Paper) -> None:
        self._sections = tuple(_sections(paper))
        self._starts = [one.start for one in self._sections]
        self._paragraphs = [one.span.start for one in paper.body if isinstance(one, Paragraph)]
        tables = [one for one in paper.body if isinstance(one, Table)]
        self._tables = [_TablePlaces(paper, one, number) for number, one in enumerate(tables, start=1)]
        self._table_starts = [one.span.start for one in tables]

    def of(self, span: Span) -> str:
        """Give where a span stands; by its paragraph's number where no section is numbered."""
        found = bisect_right(self._table_starts, span.start)
        if found and self._tables[found - 1].holds(span):
            return self._tables[found - 1].of(span)
        found = bisect_right(self._starts, span.start)
        words = self._sections[found - 1].words if found else ""
        return words or f"第{max(bisect_right(self._paragraphs, span.start), 1)}段"


class _TablePlaces:
    """The places of one table's cells."""

    def __init__(self, paper: Paper, table: Table, number: int) -> None:
        self._paper = paper
        self._table = table
        self._number = number
        self._cells = sorted(table.cells, key=lambda one: one.span.start)
        self._starts = [one.span.start for one in self._cells]
        self._columns: dict[int, list[Cell]] = {}
        for one in sorted(table.cells, key=lambda cell: cell.row) if table.complete else ():
            for column in range(one.column, one.column + one.columns):
                self._columns.setdefault(column, []).append(one)

    def holds(self, span: Span) -> bool:
        """Whether a span stands in the table."""
        return span.start < max(self._table.span.end, self._table.span.start + 1)

    def of(self, span: Span) -> str:
        """Give the row and the head above."""
        found = bisect_right(self._starts, span.start)
        if not found:
            return f"表{self._number}"
        cell = self._cells[found - 1]
        head = self._head(cell)
        return f"表{self._number} 第{cell.row + 1}行{f'“{head}”' if head else ''}"

    def _head(self, cell: Cell) -> str:
        """Give the words above a cell before the first number in its column; the lowest of them."""
        words = ""
        for one in self._columns.get(cell.column, ()):
            text = "".join(self._paper.words(one.span).split())
            if one.row >= cell.row or (text and _NUMBER.search(text) and words):
                break
            words = text or words
        return words.replace("“", "").replace("”", "")[:MAX_HEAD]


def _sections(paper: Paper) -> Iterator[_Here]:
    """Yield every place in the order of the text: the marks that hold there, the outermost first."""
    stack: list[tuple[float, str]] = []
    for block in paper.body:
        if not isinstance(block, Paragraph):
            continue
        text, is_head = paper.words(block.span), False
        for begin in _BEGINS.finditer(text):
            found = _mark_at(text, begin.end())
            if found is not None:
                rank, mark = found
                stack = [*(one for one in stack if one[0] < rank), (rank, mark)]
                is_head = True
                yield _Here(block.span.start + begin.end(), _told(stack))
        words = text.strip()
        if not is_head and stack and _PLAIN_HEAD.fullmatch(words):
            stack = [*(one for one in stack if one[0] < _LOST), (_LOST, words)]
            yield _Here(block.span.start, _told(stack))


def _mark_at(text: str, start: int) -> tuple[float, str] | None:
    for rank, kind in enumerate(_KINDS):
        match = kind.match(text, start)
        if match is not None:
            return rank, match["mark"].translate(_WIDE)
    return None


def _told(stack: list[tuple[float, str]]) -> str:
    """Write marks as one place: 第二部分 四（一）2, 一、部门基本情况 1."""
    told = ""
    for rank, mark in stack:
        if rank == _LOST:
            told += f"、{mark} " if told else f"{mark} "
        elif rank == 0:
            told += f"{mark} "
        elif told and told[-1].isdigit() and mark[0].isdigit():
            told += f".{mark}"
        else:
            told += mark
    return told.strip()
