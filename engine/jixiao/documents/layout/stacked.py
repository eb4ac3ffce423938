"""Tables of which each cell became a line of its own: rows and columns are found again from how many numbers follow.

Numbers that follow each other are a row; the words before them are its name and, above the first row, the heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from jixiao.documents.layout.cells import (
    COUNTS,
    Rows,
    Token,
    has_number,
    tokens_of,
    with_units,
    without_codes,
    without_counts,
)
from jixiao.documents.layout.heads import (
    BEGINS,
    MAX_NAMES,
    REMARK,
    Found,
    heads_of,
    is_head,
    is_of_two_lines,
    nameless,
)
from jixiao.documents.layout.lines import Line
from jixiao.documents.layout.survey import BARS, Survey
from jixiao.documents.paper import Table
from jixiao.language.span import Span

MIN_NUMBERS = 3
MAX_BEFORE = 24
"""Most lines from the first of a table to its first number."""
FEW_LINES = 160
"""Lines that are looked at first: most tables have fewer."""
MAX_LINES = 900
"""Most lines of one table: a longer one is read as several."""
MAX_REMARK = 90
"""Longest line that is a reason told in a cell of its own."""
MAX_WORDS = 20
"""Most words between two rows of one table: more are text."""
_NUMBERED = 3
"""Fewest numbers of columns (1 2 3) that are told from figures."""

Run = tuple[list[Token], list[Token]]


def stacked_table(survey: Survey, place: int) -> tuple[Table, int] | None:
    """Give the table that begins at a line, and the line after it; None where none begins."""
    lines = survey.lines
    barred = lines[place].is_single_cell
    ends = survey.single if barred else survey.cells
    first = survey.number[place]
    most = ends[place] - place if barred else MAX_BEFORE
    if not place < first < ends[place] or first - place > most:
        return None
    if place and first > place + 1 and not lines[place].blanks and is_of_two_lines(lines[place - 1].text):
        return None
    for most in (FEW_LINES, MAX_LINES):
        end = _end(survey, place, ends, most)
        if survey.counted[end] - survey.counted[place] < MIN_NUMBERS:
            return None
        while end > place and not has_number(lines[end - 1]):
            end -= 1
        filling = _filled(survey, place, end)
        last = filling.last
        if not filling.rows.cells or last is None:
            return None
        after = next((at for at in range(place, end) if lines[at].span.start >= last.span.end), end)
        if end - place < FEW_LINES - MAX_BEFORE or after < end - MAX_BEFORE:
            break
    rows = filling.rows
    begin = min(one.span.start for one in rows.cells)
    before = [one for one in lines[place:end] if one.span.start < begin]
    if any(map(has_number, before)):
        return None
    rows.put_before(
        [Token(one.text, _shown(one), is_number=False) for one in before if one.text.strip(f"{BARS} ")]
    )
    if not barred:
        after = max(after, place + 1)
    span = Span(lines[place].span.start, max(one.span.end for one in rows.cells))
    cells = sorted(rows.cells, key=lambda one: (one.row, one.column))
    return Table(span, tuple(cells), complete=False, heads=frozenset(rows.heads)), after


def _filled(survey: Survey, place: int, end: int) -> _Filling:
    """Give the rows of the table that begins at a line, of those up to another."""
    lines = survey.lines
    tokens = without_codes(with_units([token for line in lines[place:end] for token in tokens_of(line)]))
    heads = lines[max(0, place - MAX_BEFORE) : survey.number[place]]
    if any(COUNTS.search(one.text) for one in heads):
        tokens = without_counts(tokens)
    filling = _Filling(list(_runs(tokens)))
    filling.fill()
    return filling


def _end(survey: Survey, place: int, ends: Sequence[int], most: int) -> int:
    """Give where the cells end: sentences that are the reasons in a table of indicators stand among them."""
    lines = survey.lines
    end = min(ends[place], place + most)
    remarked = any(REMARK.search(one.text) for one in lines[place : min(end, place + most)])
    while remarked and end < min(len(lines) - 2, place + most):
        after = end + 1
        if len(lines[end].text) > MAX_REMARK or lines[end].text.endswith(("。", "：", ":")):
            break
        named = next(
            (at for at in range(after, min(after + MAX_NAMES + 1, len(lines))) if has_number(lines[at])), None
        )
        if (
            named is None
            or ends[after] < named + 1
            or not has_number(lines[end - 1])
            or named + 1 >= len(lines)
        ):
            break
        if not has_number(lines[named + 1]):
            break
        end = min(ends[after], place + most)
    return end


def _shown(line: Line) -> Span:
    shown = line.text.rstrip(f"{BARS} ")
    return Span(line.span.start, line.span.start + len(shown))


# ── Rows ──────────────────────────────────────────────────────────────────────────────────────────


class _Filling:
    """Writes the rows below one set of heads; `last` is the last cell of the last one."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.rows = Rows()
        self._runs = runs
        self._width = 0
        self.last: Token | None = None

    def fill(self) -> None:
        """Write them, up to where other heads begin."""
        for number in range(len(self._runs)):
            if not self._row(number):
                return

    def _row(self, number: int) -> bool:
        """Write a row, with the heads before it, and tell whether the table may go on."""
        labels, run = self._runs[number]
        places = 0 if self.last else _numbering(labels, run)
        if places:
            self._width = _numbered(self.rows, labels, run[:places], self._runs[number:], places)
            self.last = run[-1]
            if run[places:]:
                self.rows.add(list(enumerate(run[places:], start=1)))
            return True
        period = _period(labels[:-1])
        period = period if len(run) < period else 0
        if not self._width:
            return self._begin(number, period)
        too_long = len(run) > self._width or len(labels) > MAX_NAMES + self._width // 3
        if period or len(labels) > MAX_WORDS or (too_long and _begins(self._runs, number)):
            return False
        self._add(labels, number)
        return True

    def _begin(self, number: int, period: int) -> bool:
        labels, run = self._runs[number]
        if period:
            self._width = _half(self.rows, labels, period)
            self._add(labels[-1:], number)
            return True
        found = _heads(self._runs, number)
        if found is None:
            if self.last is None and len(run) == 1 and _heads_follow(self._runs, number):
                return False
            self.last = run[-1]
            return not _headless(self.rows, labels, run, self._runs[number + 1 : number + 2])
        self._width = found.width
        for line in found.lines:
            self.rows.add_wide(line, head=True)
        self._add([*found.between, labels[-1]], number)
        return True

    def _add(self, named: Sequence[Token], number: int) -> None:
        for one in named[:-1]:
            self.rows.add([(0, one)])
        run = self._runs[number][1]
        _add_row(self.rows, named[-1:], run, _after(self._runs, number), self._width)
        self.last = run[-1]


def _heads_follow(runs: Sequence[Run], number: int) -> bool:
    """Whether heads stand a little further down: what stands here is no part of their table."""
    return any(_heads(runs, at) is not None for at in range(number + 1, min(number + 4, len(runs))))


def _begins(runs: Sequence[Run], number: int) -> bool:
    """Whether heads of another table stand before a row."""
    labels, _ = runs[number]
    told = any(is_head(one.text) or BEGINS.search(one.text) for one in labels[:-1])
    return told and _heads(runs, number) is not None


def _heads(runs: Sequence[Run], number: int) -> Found | None:
    labels, run = runs[number]
    following = runs[number + 1] if number + 1 < len(runs) else None
    near = [run]
    for names, numbers in runs[number + 1 : number + 9]:
        if not 1 <= len(names) <= MAX_NAMES:
            break
        near.append(numbers)
    width = max(map(len, near))
    full = [values for one in near if len(one) == width and (values := _values(one)) is not None]
    return heads_of(labels, run, following, width, full)


def _values(run: Sequence[Token]) -> list[Decimal] | None:
    try:
        return [
            Decimal(one.text.replace(",", "").replace("，", ""))
            if any(map(str.isdigit, one.text))
            else Decimal(0)
            for one in run
        ]
    except InvalidOperation:
        return None


def _headless(rows: Rows, labels: Sequence[Token], run: Sequence[Token], following: Sequence[Run]) -> bool:
    """Write numbers above which no heads were found, and tell whether the words before them head each its number."""
    count = len(run)
    named = any(1 <= len(names) <= MAX_NAMES and len(numbers) > 1 for names, numbers in following)
    if len(labels) >= count > 1 and not named:
        found = nameless(labels, count, [values] if (values := _values(run)) is not None else [])
        for line in found.lines if found is not None else ():
            rows.add_wide(line, head=True)
        rows.add(list(enumerate(run, start=1)))
        return True
    rows.add([*((0, one) for one in labels[-1:]), *enumerate(run, start=1)])
    return False


def _numbering(labels: Sequence[Token], run: Sequence[Token]) -> int:
    """Give how many of the numbers only number the columns: 1 2 3."""
    count = next((at for at, one in enumerate(run) if one.text.strip("()（）") != str(at + 1)), len(run))
    return count if count >= _NUMBERED and len(labels) >= count - 1 else 0


def _numbered(
    rows: Rows, labels: Sequence[Token], run: Sequence[Token], runs: Sequence[Run], width: int
) -> int:
    """Write the heads above numbers of columns, and those numbers."""
    full = [
        values
        for _, one in [([], runs[0][1][width:]), *runs[1:9]]
        if len(one) == width and (values := _values(one)) is not None
    ]
    heads = [one for one in labels if one.text.strip() not in ("栏次", "行次")]
    found = heads_of(
        [*heads, run[0]], run, runs[1] if len(runs) > 1 else (list(labels[:1]), list(run)), width, full
    )
    if found is not None:
        for line in found.lines:
            rows.add_wide(line, head=True)
    rows.add(list(enumerate(run, start=1)), head=True)
    return width


def _half(rows: Rows, labels: Sequence[Token], period: int) -> int:
    """Write the heads of the left one of two tables side by side, and give how many columns of numbers it has."""
    half = [
        one
        for one in labels[len(labels) - 1 - period : len(labels) - 1]
        if not re.search("编码$|代码$", one.text)
    ]
    rows.add(list(enumerate(half)), head=True)
    return len(half) - 1


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    labels: list[Token] = []
    run: list[Token] = []
    for token in tokens:
        if token.is_number:
            run.append(token)
            continue
        if run:
            yield labels, run
            labels, run = [], []
        labels.append(token)
    if run:
        yield labels, run


def _period(labels: Sequence[Token]) -> int:
    """Give how many heads there are before they begin again, for two tables side by side; 0 where they do not."""
    for length in range(2, len(labels) // 2 + 1):
        last = [one.text for one in labels[-length:]]
        if [one.text for one in labels[-2 * length : -length]] == last and not re.fullmatch(
            r"[\d.,%]+", last[0]
        ):
            return length
    return 0


def _after(runs: Sequence[Run], number: int) -> int:
    """Give how many empty lines stand behind the numbers of a row."""
    return runs[number + 1][0][0].blanks if number + 1 < len(runs) else 0


def _add_row(rows: Rows, label: Sequence[Token], run: Sequence[Token], after: int, width: int) -> None:
    """Add a row; empty lines are its empty cells, where with them it is as wide as the heads."""
    cells: list[Token] = []
    for one in run:
        empty = Span(one.span.start, one.span.start)
        cells += [Token("", empty, is_number=True)] * (one.blanks if len(run) < width else 0)
        cells.append(one)
    end = Span(run[-1].span.end, run[-1].span.end)
    for behind in (after, after - 1):
        if len(run) < len(cells) + behind == width and behind >= 0:
            cells += [Token("", end, is_number=True)] * behind
            break
    else:
        cells = list(run)
    rows.add([*((0, one) for one in label), *enumerate(cells, start=1)])
