"""What is counted of one variant while rows pass: how scores lie, which grades they earn, how they move."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from jixiao.bulk.simulate.added import FINE, Compared, Totals
from jixiao.dataclass import dataclass
from jixiao.model.simulation import MovedRow, Span

if TYPE_CHECKING:
    from jixiao.bulk.frame import Numbers, Truths

MAX_FIRST = 5
"""Most moved rows that are named of a variant."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """By what scores are counted: the grades' lowest scores, and into how many parts a point is divided for counting.

    INVARIANT: the lowest score of each grade is a whole number of parts.
    """

    most: Fraction
    parts: int
    grades: tuple[tuple[str, Fraction], ...]

    @property
    def none(self) -> int:
        """The number of no grade, behind those of the grades, best first."""
        return len(self.grades)

    @property
    def several(self) -> int:
        """The number that stands for more than one grade."""
        return len(self.grades) + 1

    @property
    def length(self) -> int:
        """How many scores there are, in parts."""
        return int(self.most * self.parts) + 1

    def numbers(self) -> Numbers:
        """Give the number of the grade of each score, in parts."""
        found = np.full(self.length, self.none, np.int64)
        for number, (_, lowest) in reversed(list(enumerate(self.grades))):
            found[max(int(lowest * self.parts), 0) :] = number
        return found

    def of_bits(self) -> Numbers:
        """Give the number of what a column of possible grades says, for every such column."""
        found = np.full(2 ** len(self.grades), self.several, np.int64)
        found[0] = self.none
        for number in range(len(self.grades)):
            found[2**number] = number
        return found

    def names(self, numbers: Sequence[int]) -> str:
        """Write the grades of these numbers, best first."""
        return "、".join(name for number, (name, _) in enumerate(self.grades) if number in numbers)


@dataclass(frozen=True, slots=True)
class Seen:
    """Some rows under one variant: totals, scores in parts, and the number of the grade.

    `high` is the same thing as `low` where no score is open. `open`: rows whose score is; None where none is. `engine`:
    rows of which nothing is to be believed; None where there are none.
    """

    low: Counted
    high: Counted
    open: Truths | None
    grade: Numbers
    engine: Truths | None


@dataclass(frozen=True, slots=True)
class Counted:
    """Totals, in parts of a point, and the ratios among them in millionths, None where there are none."""

    totals: Totals
    parts: Numbers
    fine: Numbers | None

    def sum(self, kept: Truths | None) -> Fraction:
        """Give the sum over rows."""
        units, fine = (
            0 if one is None else int((one if kept is None else one[kept]).sum())
            for one in (self.totals.units, self.fine)
        )
        return Fraction(units, self.totals.unit) + Fraction(fine, FINE)


@dataclass(frozen=True, slots=True)
class ExactRow:
    """One row as the engine scores it: total, possible grades by their numbers, and of each indicator its score."""

    total: Span
    grades: tuple[int, ...]
    scores: tuple[Span, ...]


Name = Callable[[int], str]
"""What a row of a block says it is."""


class Tally:
    """One variant, as far as rows have passed."""

    def __init__(self, ruler: Ruler, base: Ruler, indicators: int) -> None:
        self.ruler, self.base = ruler, base
        self.counts = [np.zeros(ruler.length, np.int64) for _ in range(2)]
        """Rows by their lowest and by their highest score, in parts."""
        self.sums = [Fraction(0), Fraction(0)]
        self.old_sums = [Fraction(0), Fraction(0)]
        self.scores = [[Fraction(0), Fraction(0)] for _ in range(indicators)]
        self.rows = self.settled = self.left_out = self.by_engine = self.bad = 0
        self.up = self.down = self.unsure = 0
        self.rise = self.fall = Fraction(0)
        self.ends: list[Fraction] = []
        """The least and the most of all scores."""
        self.moves = np.zeros((base.several + 1, ruler.several + 1), np.int64)
        """Rows from each grade of the table as it is to each grade."""
        self.first: list[MovedRow] = []

    def add(
        self,
        now: Seen,
        old: Seen,
        kept: Truths | None,
        changes: tuple[Compared, Compared],
        numbers: Numbers,
        name: Name,
    ) -> None:
        """Count rows of a block: those that are `kept`, all where that is None. `numbers`: those of the rows."""
        rows = len(now.grade) if kept is None else int(np.count_nonzero(kept))
        if not rows:
            return

        def of(column: Numbers) -> Numbers:
            return column if kept is None else column[kept]

        self.rows += rows
        self._count(now, of)
        grades = of(old.grade) * self.moves.shape[1] + of(now.grade)
        self.moves += np.bincount(grades, minlength=self.moves.size).reshape(self.moves.shape)
        for end, (one, other) in enumerate(((now.low, old.low), (now.high, old.high))):
            self.sums[end] += one.sum(kept)
            self.old_sums[end] += other.sum(kept)
        self._move(tuple(of(one.sign) for one in changes))
        self._swing(changes, kept)
        self._name(now, old, kept, changes, numbers, name)

    def add_row(self, now: ExactRow, old: ExactRow, row: int, name: str) -> None:
        """Count one row that the engine has scored, whose number is `row`."""
        self.rows += 1
        self.by_engine += 1
        self.settled += now.total.is_one
        for end in range(2):
            self.counts[end][int(now.total[end] * self.ruler.parts)] += 1
            self.sums[end] += now.total[end]
            self.old_sums[end] += old.total[end]
            for scores, one in zip(self.scores, now.scores, strict=True):
                scores[end] += one[end]
        self.moves[_number(old.grades, self.base), _number(now.grades, self.ruler)] += 1
        self._end(now.total.low)
        self._end(now.total.high)
        self._move(tuple(np.array([_sign(now.total[end], old.total[end])]) for end in range(2)))
        if now.total.low - old.total.low == now.total.high - old.total.high:
            self._swung(now.total.low - old.total.low)
        if now.total != old.total:
            self._told(
                MovedRow(
                    row,
                    name,
                    old.total,
                    now.total,
                    self.base.names(old.grades),
                    self.ruler.names(now.grades),
                )
            )

    def merge(self, other: Tally) -> None:
        """Add what was counted of other rows."""
        self.counts = [one + another for one, another in zip(self.counts, other.counts, strict=True)]
        self.moves += other.moves
        for sums, more in ((self.sums, other.sums), (self.old_sums, other.old_sums)):
            sums[:] = [one + another for one, another in zip(sums, more, strict=True)]
        for mine_of, theirs_of in zip(self.scores, other.scores, strict=True):
            mine_of[:] = [one + another for one, another in zip(mine_of, theirs_of, strict=True)]
        for name in ("rows", "settled", "left_out", "by_engine", "bad", "up", "down", "unsure"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.rise, self.fall = max(self.rise, other.rise), min(self.fall, other.fall)
        for end in other.ends:
            self._end(end)
        for row in other.first:
            self._told(row)

    def _count(self, now: Seen, of: Callable[[Numbers], Numbers]) -> None:
        low = of(now.low.parts)
        counts = np.bincount(low, minlength=self.ruler.length)
        self.counts[0] += counts
        self.settled += len(low)
        high = low
        if now.open is not None:
            self.settled -= int(np.count_nonzero(of(now.open.astype(np.int64))))
            high = of(now.high.parts)
            counts = np.bincount(high, minlength=self.ruler.length)
        self.counts[1] += counts
        parts = self.ruler.parts
        self._end(Fraction(int(low.min()), parts))
        self._end(Fraction(int(high.max()), parts))

    def _end(self, score: Fraction) -> None:
        self.ends = [min([*self.ends, score]), max([*self.ends, score])]

    def _move(self, signs: tuple[Numbers, ...]) -> None:
        low, high = signs
        if low is high:
            self.up += int(np.count_nonzero(low > 0))
            self.down += int(np.count_nonzero(low < 0))
            return
        rising, falling = (low > 0) | (high > 0), (low < 0) | (high < 0)
        self.up += int(np.count_nonzero(rising & ~falling))
        self.down += int(np.count_nonzero(falling & ~rising))
        self.unsure += int(np.count_nonzero(rising & falling))

    def _swing(self, changes: tuple[Compared, Compared], kept: Truths | None) -> None:
        low, high = changes
        sure = kept
        if low is not high:
            alike = low.change == high.change
            sure = alike if kept is None else kept & alike
        moved = low.change if sure is None else low.change[sure]
        if len(moved):
            self._swung(Fraction(int(moved.max()), low.per))
            self._swung(Fraction(int(moved.min()), low.per))

    def _swung(self, change: Fraction) -> None:
        self.rise, self.fall = max(self.rise, change), min(self.fall, change)

    def _name(
        self,
        now: Seen,
        old: Seen,
        kept: Truths | None,
        changes: tuple[Compared, Compared],
        numbers: Numbers,
        name: Name,
    ) -> None:
        if len(self.first) == MAX_FIRST and self.first[-1].row < numbers[0]:
            return
        moved = changes[0].sign != 0
        if changes[1] is not changes[0]:
            moved = moved | (changes[1].sign != 0)
        if kept is not None:
            moved = moved & kept
        for at in np.flatnonzero(moved)[:MAX_FIRST].tolist():
            before, after = (Span(one.low.totals.at(at), one.high.totals.at(at)) for one in (old, now))
            self._told(
                MovedRow(
                    int(numbers[at]),
                    name(at),
                    before,
                    after,
                    _grades(self.base, old, at, before),
                    _grades(self.ruler, now, at, after),
                )
            )

    def _told(self, row: MovedRow) -> None:
        self.first = sorted([*self.first, row], key=lambda one: one.row)[:MAX_FIRST]


def _sign(new: Fraction, old: Fraction) -> int:
    return (new > old) - (new < old)


def _number(grades: Sequence[int], ruler: Ruler) -> int:
    return ruler.none if not grades else grades[0] if len(grades) == 1 else ruler.several


def _grades(ruler: Ruler, seen: Seen, at: int, total: Span) -> str:
    number = int(seen.grade[at])
    if number != ruler.several:
        return ruler.names((number,))
    places = [_place(ruler, end) for end in (total.high, total.low)]
    return ruler.names(range(places[0], places[1] + 1))


def _place(ruler: Ruler, score: Fraction) -> int:
    return next((number for number, (_, lowest) in enumerate(ruler.grades) if score >= lowest), ruler.none)
