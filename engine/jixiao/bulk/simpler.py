"""A program of whole numbers made shorter: what the ranges of its columns decide is left out.

Where every row has everything, so is what asks whether one has it. What comes out comes to the same in every row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jixiao.bulk.columns import Bounds, Range
from jixiao.bulk.program import Step
from jixiao.bulk.whole import (
    FALSE,
    TRUE,
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
    choose,
    content,
    every,
    floor,
    less,
    negation,
    plus,
    rest,
    same,
    shrunk,
    some,
    times,
)


class Reaches(Bounds):
    """Ranges that know the larger and the smaller of two for what they are, and a number without its sign."""

    def _range(self, whole: Whole) -> Range:
        if isinstance(whole, Choose) and isinstance(whole.when, Less):
            one, other = self.of(whole.then), self.of(whole.otherwise)
            left, right = whole.when.left, whole.when.right
            if (whole.then, whole.otherwise) == (left, right):
                return Range(min(one.low, other.low), min(one.high, other.high))
            if (whole.then, whole.otherwise) == (right, left):
                return Range(max(one.low, other.low), max(one.high, other.high))
            if (left, right) == (whole.otherwise, Const(0)) and whole.then == times(Const(-1), left):
                return Range(0, max(-other.low, other.high))
        return super()._range(whole)


class Simpler:
    """Makes the steps of a program simpler, in their order.

    `columns`: the ranges of what is brought. `all_known`: whether no row lacks anything.
    """

    def __init__(self, columns: Mapping[str, Range], *, all_known: bool) -> None:
        self.ranges = dict(columns)
        """Of what is brought, and of every step so far."""
        self._bounds = Reaches(self.ranges)
        self._all_known = all_known
        self._wholes: dict[Whole, Whole] = {}
        self._truths: dict[Truth, Truth] = {}
        self._same_as: dict[str, Whole] = {}

    def steps(self, steps: Iterable[Step]) -> list[Step]:
        """Give the steps by the same names; one that comes to what an earlier one does is that column."""
        found: list[Step] = []
        earlier: dict[Whole, str] = {}
        for step in steps:
            whole = self.whole(step.whole)
            self.ranges[step.name] = self._bounds.of(whole)
            if whole in earlier:
                whole = Column(earlier[whole])
            if isinstance(whole, Const | Column):
                self._same_as[step.name] = whole
            else:
                earlier[whole] = step.name
            found.append(Step(step.name, whole))
        return found

    def whole(self, of: Whole) -> Whole:
        """Give an expression that comes to the same."""
        found = self._wholes.get(of)
        if found is None:
            found = self._whole(of)
            reach = self._bounds.of(found)
            if reach.low == reach.high:
                found = Const(reach.low)
            self._wholes[of] = found
        return found

    def _whole(self, of: Whole) -> Whole:
        match of:
            case Const():
                return of
            case Column(name=name):
                return self._same_as.get(name, of)
            case Sum(parts=parts):
                return _factored(plus(*map(self.whole, parts)))
            case Product(left=left, right=right):
                return times(self.whole(left), self.whole(right))
            case Floor(above=above, below=below, within=within):
                return _floor(self.whole(above), self.whole(below), within)
            case Rest(above=above, below=below):
                return rest(self.whole(above), self.whole(below))
            case Choose(when=when, then=then, otherwise=otherwise):
                return self._choice(self.truth(when), then, otherwise)

    def _choice(self, when: Truth, then: Whole, otherwise: Whole) -> Whole:
        if when == TRUE:
            return self.whole(then)
        if when == FALSE:
            return self.whole(otherwise)
        return _factored(self._capped(choose(when, self.whole(then), self.whole(otherwise))))

    def _capped(self, of: Whole) -> Whole:
        """Hold a division within what a cap leaves of it, so that it need not be exact beyond."""
        match of:
            case Choose(
                when=Less(left=Const(value=most) as cap, right=Floor(within=None) as count, equal=equal),
                then=then,
                otherwise=otherwise,
            ) if (then, otherwise) == (cap, count) and self._bounds.of(count).low >= -most - 1:
                held = Floor(count.above, count.below, abs(most) + 1)
                return Choose(Less(cap, held, equal), cap, held)
        return of

    def truth(self, of: Truth) -> Truth:
        """Give a condition that is true in the same rows."""
        found = self._truths.get(of)
        if found is None:
            found = self._truths[of] = self._truth(of)
        return found

    def _truth(self, of: Truth) -> Truth:
        match of:
            case Always():
                return of
            case Known():
                return TRUE if self._all_known else of
            case Less(left=left, right=right, equal=equal):
                return self._less(self.whole(left), self.whole(right), equal=equal)
            case Same(left=left, right=right):
                return self._same(self.whole(left), self.whole(right))
            case Not(of=inner):
                return negation(self.truth(inner))
            case All(parts=parts):
                return every(*map(self.truth, parts))
            case Some(parts=parts):
                return some(*map(self.truth, parts))

    def _less(self, left: Whole, right: Whole, *, equal: bool) -> Truth:
        one, other = self._bounds.of(left), self._bounds.of(right)
        if one.high < other.low or (equal and one.high == other.low):
            return TRUE
        if one.low > other.high or (not equal and one.low == other.high):
            return FALSE
        return less(left, right, equal=equal)

    def _same(self, left: Whole, right: Whole) -> Truth:
        one, other = self._bounds.of(left), self._bounds.of(right)
        return FALSE if one.high < other.low or one.low > other.high else same(left, right)


def _factored(of: Whole) -> Whole:
    """Put what all parts are multiplied by before them, so that what differs by that alone is one expression."""
    by = content(of) if isinstance(of, Sum | Choose) else 1
    return times(Const(by), shrunk(of, by)) if by > 1 else of


def _floor(above: Whole, below: Whole, within: int | None) -> Whole:
    """Leave out of a division by a known number what it divides."""
    if within is None and isinstance(below, Const) and isinstance(above, Sum):
        whole = [part for part in above.parts if content(part) % below.value == 0]
        left = [part for part in above.parts if content(part) % below.value]
        return plus(*(shrunk(part, below.value) for part in whole), floor(plus(*left), below))
    return floor(above, below, within)
