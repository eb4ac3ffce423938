"""Which columns an expression speaks of, and between what bounds it lies: so that no number ever overflows unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jixiao.bulk.whole import (
    All,
    Always,
    Choose,
    Column,
    Const,
    Floor,
    Known,
    Less,
    Not,
    Product,
    Rest,
    Same,
    Some,
    Sum,
    Truth,
    Whole,
    held_within,
)


class Range(NamedTuple):
    """The lowest and the highest whole number that a column, or an expression, can come to."""

    low: int
    high: int


Ranges = Mapping[str, Range]


class Bounds:
    """The ranges of expressions over columns of known ranges, each worked out once."""

    def __init__(self, columns: Ranges) -> None:
        self.known = columns
        self._found: dict[Whole, Range] = {}
        self._met: dict[int, tuple[Whole, Range]] = {}
        """The same by identity: to look up a tree by what it is takes as long as it is large."""
        self.widest = 0
        """The largest size of anything worked out so far, steps on the way included."""

    def of(self, whole: Whole) -> Range:
        """Give the range of an expression; KeyError for a column of which none is known."""
        met = self._met.get(id(whole))
        if met is not None:
            return met[1]
        found = self._found.get(whole)
        if found is None:
            found = self._found[whole] = self._range(whole)
            self.widest = max(self.widest, abs(found.low), abs(found.high))
        self._met[id(whole)] = whole, found
        return found

    def look_at(self, truth: Truth) -> None:
        """Work out everything that a condition compares."""
        for one in compared(truth):
            self.of(one)

    def _range(self, whole: Whole) -> Range:
        match whole:
            case Const(value=value):
                return Range(value, value)
            case Column(name=name):
                return self.known[name]
            case Sum(parts=parts):
                ranges = [self.of(one) for one in parts]
                on_the_way = sum(max(abs(one.low), abs(one.high)) for one in ranges)
                self.widest = max(self.widest, on_the_way)  # whoever adds them in whatever order
                return Range(sum(one.low for one in ranges), sum(one.high for one in ranges))
            case Product(left=left, right=right):
                corners = [one * other for one in self.of(left) for other in self.of(right)]
                return Range(min(corners), max(corners))
            case Floor(above=above, below=below, within=within):
                divisors = [max(one, 1) for one in self.of(below)]
                corners = [one // other for one in self.of(above) for other in divisors]
                return Range(held_within(min(corners), within), held_within(max(corners), within))
            case Rest(above=above, below=below):
                self.of(above)
                return Range(0, max(self.of(below).high, 1))
            case Choose(when=when, then=then, otherwise=otherwise):
                self.look_at(when)
                one, other = self.of(then), self.of(otherwise)
                return Range(min(one.low, other.low), max(one.high, other.high))


def compared(truth: Truth) -> Iterator[Whole]:
    """Yield the expressions that a condition compares."""
    match truth:
        case Always() | Known():
            return
        case Less(left=left, right=right) | Same(left=left, right=right):
            yield from (left, right)
        case Not(of=of):
            yield from compared(of)
        case All(parts=parts) | Some(parts=parts):
            for one in parts:
                yield from compared(one)
