"""The cells of a table of which each became a line, and the rows that are made of them again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from jixiao.dataclass import dataclass, field, replace
from jixiao.documents.layout.lines import Line, is_number
from jixiao.documents.layout.survey import BARS
from jixiao.documents.paper import Cell
from jixiao.language.span import Span

_PAIR = re.compile(r"(?P<label>(?:其中\s*[:：]\s*)?[^:：\d]{2,30}[:：])\s*(?P<number>[\d.,]+%?)")


@dataclass(frozen=True, slots=True)
class Token:
    """One cell: its text, where it stands, and whether it is a number (or an empty cell among numbers)."""

    text: str
    span: Span
    is_number: bool
    blanks: int = 0
    """How many empty lines stand before it."""


@dataclass(slots=True)
class Rows:
    """The cells of a table, row after row."""

    cells: list[Cell] = field(default_factory=list)
    heads: set[int] = field(default_factory=set)
    count: int = 0

    def add(self, columns: Sequence[tuple[int, Token]], *, head: bool = False) -> None:
        """Add a row: each cell with its column."""
        self.add_wide([(column, 1, one) for column, one in columns], head=head)

    def add_wide(self, columns: Sequence[tuple[int, int, Token]], *, head: bool) -> None:
        """Add a row: each cell with its column and how many it covers."""
        self.cells += [Cell(self.count, column, 1, width, one.span) for column, width, one in columns]
        if head:
            self.heads.add(self.count)
        self.count += 1

    def put_before(self, words: Sequence[Token]) -> None:
        """Put words before all rows, each in a row of its own."""
        down = len(words)
        moved = [Cell(one.row + down, one.column, one.rows, one.columns, one.span) for one in self.cells]
        self.cells = [*(Cell(row, 0, 1, 1, one.span) for row, one in enumerate(words)), *moved]
        self.heads = {row + down for row in self.heads}
        self.count += down


_CODE = re.compile(r"2[0-3]\d(?:\d\d){0,2}|30\d(?:\d\d)?")
"""The code of a class of spending, by function or by kind."""


def without_codes(tokens: Sequence[Token]) -> list[Token]:
    """Leave out the codes of classes of spending: a whole number right before a name, where several stand so."""
    codes = [
        at
        for at, (one, following) in enumerate(pairwise(tokens))
        if one.is_number
        and _CODE.fullmatch(one.text) is not None
        and not following.is_number
        and (at == 0 or tokens[at - 1].is_number or following.text.endswith(("支出", "收入", "费")))
    ]
    return _without(tokens, set(codes)) if len(codes) > 1 else list(tokens)


def _without(tokens: Sequence[Token], dropped: Collection[int]) -> list[Token]:
    """Leave out some cells; the empty lines before them stand before what follows."""
    kept: list[Token] = []
    blanks = 0
    for at, one in enumerate(tokens):
        blanks += one.blanks
        if at not in dropped:
            kept.append(replace(one, blanks=blanks))
            blanks = 0
    return kept


COUNTS = re.compile("^(?:序号|编号)$")
"""The head of the numbers of rows."""


def without_counts(tokens: Sequence[Token]) -> list[Token]:
    """Leave out the numbers of rows, 1 2 3, each right before a name, and their head."""
    counts: set[int] = set()
    expected = 1
    for at, (one, following) in enumerate(pairwise(tokens)):
        if one.is_number and not following.is_number and one.text == str(expected):
            counts.add(at)
            expected += 1
    heads = {at for at, one in enumerate(tokens) if COUNTS.search(one.text)} if len(counts) > 1 else set()
    return _without(tokens, counts | heads)


def has_number(line: Line) -> bool:
    """Whether a line holds a number that is a cell."""
    return any(one.is_number for one in tokens_of(line))


def tokens_of(line: Line) -> Iterator[Token]:
    """Yield the cells of a line: one, or a name and its number."""
    pair = _PAIR.fullmatch(line.text.strip(BARS + " "))
    shown = line.text.rstrip(BARS + " ")
    start = line.span.start
    if pair is not None:
        for part, number in (("label", False), ("number", True)):
            offset = line.text.index(pair[part])
            span = Span(start + offset, start + offset + len(pair[part]))
            yield Token(pair[part], span, number, 0 if number else line.blanks)
        return
    yield Token(shown, Span(start, start + len(shown)), is_number(shown), line.blanks)


_UNIT = re.compile(r"[(（](?:单位[:：])?(?:万元|元|人|%|个|㎡|平方米)[)）]?")
"""A unit that stands on a line of its own behind the head it belongs to."""
SIGNED = re.compile("[=≥≤><＝]")


def with_units(tokens: Sequence[Token]) -> list[Token]:
    """Join a sign, a number and a unit that were cells of their own, and take empty cells into the row they stand in."""
    joined: list[Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if not token.text:
            if last is not None and last.is_number:
                joined.append(Token("", token.span, is_number=True))
            continue
        if last is not None and not last.is_number and _UNIT.fullmatch(token.text):
            joined[-1] = Token(
                last.text + token.text, Span(last.span.start, token.span.end), False, last.blanks
            )
            continue
        if last is not None and token.is_number and SIGNED.fullmatch(last.text):
            joined[-1] = Token(
                last.text + token.text, Span(last.span.start, token.span.end), True, last.blanks
            )
            continue
        signed = last is not None and last.is_number and SIGNED.match(last.text) is not None
        if (
            signed
            and last is not None
            and not token.is_number
            and is_number(last.text.strip("=≥≤><＝ ") + token.text)
        ):
            joined[-1] = Token(
                last.text + token.text, Span(last.span.start, token.span.end), True, last.blanks
            )
            continue
        joined.append(token)
    return joined
