"""Heads of several lines whose merged cells left no trace: how far each of them reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, islice, pairwise

from jixiao.dataclass import dataclass

_PARTS = re.compile("其中")
_YEARS = re.compile(r"(?:20\d\d|[上本今去])年|预算|决算")
_SUMS = re.compile("合计|小计|总计|总额")
_CENT = Decimal("0.02")
MAX_WAYS = 300
"""Most ways to lay heads that are tried."""
MAX_ROWS = 12
"""Most rows by which heads are checked."""

Widths = list[list[tuple[int, bool]]]


@dataclass(frozen=True, slots=True)
class Head:
    """A word of a line of heads: the column at which it begins, how many it reaches over, and whether some are below it."""

    column: int
    width: int
    parent: bool


def spread(
    lines: Sequence[Sequence[str]], count: int, rows: Sequence[Sequence[Decimal]] = ()
) -> list[list[Head]] | None:
    """Lay lines of heads over `count` columns of numbers, numbered from 1; None where they don't fit.

    The head of the names, if there is one, begins the first line and gets column 0. From the lowest line up: words
    below which others stand reach over equally many of them: 其中, where that fits, else the years, else all, else
    some; what adds up in full `rows` decides, where it can.
    """
    first, *others = lines
    for named in (1, 0) if len(first) > 1 else (0,):
        found = _best([list(first[named:]), *map(list, others)], count, rows)
        if found is not None:
            return _laid(found[0], named)
    return None


def parted(
    words: Sequence[str], count: int, rows: Sequence[Sequence[Decimal]]
) -> tuple[int, list[list[Head]]] | None:
    """Lay words that stand one below the other, of which it is not known how they stood in lines.

    Gives how many of the first words are no heads, and the lines; None where nothing proves them right.
    """
    tried = 0
    for start in range(max(0, len(words) - count - 1)):
        held = words[start:]
        for splits in _splits(len(held)):
            tried += 1
            if tried > MAX_WAYS:
                return None
            lines = [held[one:two] for one, two in pairwise((0, *splits, len(held)))]
            found = _best(lines, count, rows)
            if found is not None and found[1] > 0:
                return start, _laid(found[0], 0)
    return None


def _splits(length: int) -> Iterator[tuple[int, ...]]:
    """Yield where words may be parted into two lines, or three."""
    for first in range(2, length - 1):
        yield (first,)
    for first in range(2, min(4, length - 3)):
        yield from ((first, second) for second in range(first + 2, length - 1))


def _best(
    words: Sequence[Sequence[str]], count: int, rows: Sequence[Sequence[Decimal]]
) -> tuple[Widths, int] | None:
    best: Widths | None = None
    most = (-1, -1)
    for widths in islice(_widths(words, count), MAX_WAYS):
        laid = _laid(widths, 0)
        wrong, right = _checked(words, laid, rows[:MAX_ROWS])
        value = (right if not wrong else -1, _akin(words, laid))
        if best is None or value > most:
            best, most = widths, value
    return None if best is None else (best, most[0])


def _akin(lines: Sequence[Sequence[str]], laid: Sequence[Sequence[Head]]) -> int:
    """Count the heads that repeat two signs of the one above them: 增减额 below 比上年增减, 基本支出 below 本年支出."""
    shared = 0
    for (line, words), (below, told) in pairwise(zip(laid, lines, strict=True)):
        for head, word in zip(line, words, strict=True):
            pairs = {f"{one}{two}" for one, two in pairwise(word)}
            ends = head.column + head.width
            shared += sum(
                any(f"{first}{second}" in pairs for first, second in pairwise(other))
                for one, other in zip(below, told, strict=True)
                if head.parent and head.column <= one.column < ends
            )
    return shared


def _widths(lines: Sequence[Sequence[str]], count: int) -> Iterator[Widths]:
    """Yield for each word of each line how many columns it may reach over, and whether it has words below it."""
    if len(lines) == 1:
        if len(lines[0]) == count:
            yield [[(1, False) for _ in lines[0]]]
        return
    yield from _above(list(lines[:-1]), [[(1, False) for _ in lines[-1]]], list(lines[1:]), count)


def _above(
    lines: list[Sequence[str]], told: Widths, below: list[Sequence[str]], count: int
) -> Iterator[Widths]:
    if not lines:
        if sum(width for width, _ in told[0]) == count:
            yield told
        return
    widths = [width for width, _ in told[0]]
    for found in _shared(lines[-1], widths, below[len(lines) - 1]):
        if sum(width for width, _ in found) <= count:
            yield from _above(lines[:-1], [found, *told], below, count)


def _shared(
    words: Sequence[str], widths: Sequence[int], below: Sequence[str]
) -> Iterator[list[tuple[int, bool]]]:
    """Yield the ways to share the words below a line among some of its words."""
    seen: set[tuple[int, ...]] = set()
    for parents in _parents(words):
        if not parents or parents in seen:
            continue
        seen.add(parents)
        shares = _groups(widths, below, len(parents))
        if shares is None:
            continue
        each = iter(shares)
        yield [(next(each), True) if at in parents else (1, False) for at in range(len(words))]


def _parents(words: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """Yield which words of a line may have others below them, the likeliest first."""
    for pattern in (_PARTS, _YEARS):
        yield tuple(at for at, one in enumerate(words) if pattern.search(one))
    yield tuple(range(len(words)))
    plain = [at for at, one in enumerate(words) if not _SUMS.search(one)]
    for size in range(1, min(4, len(plain)) + 1):
        yield from combinations(plain, size)


def _groups(widths: Sequence[int], below: Sequence[str], number: int) -> list[int] | None:
    """Give how many columns each of so many groups of words has: each begins with 小计, else all are alike."""
    starts = [at for at, one in enumerate(below) if _SUMS.search(one)]
    if starts and starts[0] == 0 and len(starts) != number:
        return None
    if not starts or starts[0] != 0:
        size, rest = divmod(len(below), number)
        if rest or not size:
            return None
        starts = [size * at for at in range(number)]
    ends = [*starts[1:], len(below)]
    shares = [sum(widths[start:end]) for start, end in zip(starts, ends, strict=True)]
    return shares if number > 0 and all(one > 1 for one in shares) else None


def _checked(
    lines: Sequence[Sequence[str]], laid: Sequence[Sequence[Head]], rows: Sequence[Sequence[Decimal]]
) -> tuple[int, int]:
    """Count what heads of sums say that is wrong, and right, in full rows."""
    wrong = right = 0
    for line, words in zip(laid, lines, strict=True):
        for at, (head, word) in enumerate(zip(line, words, strict=True)):
            if head.parent or not _SUMS.search(word):
                continue
            beside = _beside(line, words, at)
            told = len(beside) > 1 or any(one.parent for one in beside)
            for row in rows if told else ():
                total = sum((_of(one, laid, lines, row) for one in beside), Decimal(0))
                if not row[head.column - 1]:
                    continue
                if abs(total - row[head.column - 1]) <= _CENT:
                    right += 1
                else:
                    wrong += 1
    return wrong, right


def _beside(line: Sequence[Head], words: Sequence[str], at: int) -> list[Head]:
    """Give the heads behind a sum that stand right beside each other, up to the next sum."""
    found: list[Head] = []
    end = line[at].column + 1
    for head, word in zip(line[at + 1 :], words[at + 1 :], strict=True):
        if head.column != end or (_SUMS.search(word) and not head.parent):
            break
        found.append(head)
        end = head.column + head.width
    return found


def _of(
    head: Head, laid: Sequence[Sequence[Head]], lines: Sequence[Sequence[str]], row: Sequence[Decimal]
) -> Decimal:
    """Give what a head is in a row: its own number, that of its 小计, or those below it together."""
    if not head.parent:
        return row[head.column - 1]
    for line, words in zip(laid, lines, strict=True):
        for one, word in zip(line, words, strict=True):
            if one.column == head.column and not one.parent and one.width == 1 and _SUMS.search(word):
                return row[head.column - 1]
    return sum(row[head.column - 1 : head.column - 1 + head.width], Decimal(0))


def _laid(widths: Sequence[Sequence[tuple[int, bool]]], named: int) -> list[list[Head]]:
    """Give each word its column: below the words that it belongs to."""
    lines: list[list[Head]] = []
    free = list(range(1, 1 + sum(width for width, _ in widths[0])))
    for place, line in enumerate(widths):
        heads = [Head(0, 1, parent=False)] * (named if place == 0 else 0)
        at = 0
        for width, parent in line:
            heads.append(Head(free[at], width, parent=parent))
            at += width
        lines.append(heads)
        free = [column for one in heads if one.parent for column in range(one.column, one.column + one.width)]
    return lines
