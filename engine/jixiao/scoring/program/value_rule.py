"""Rules of a table that a value decides: what each value brings about, in points (上限, 超额)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.curve.stretch import Stretch
from jixiao.dataclass import dataclass, field
from jixiao.quantity import Dimension


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a value brings about, by which clause: so many points, or such a share of the full marks."""

    points: Fraction
    clause: str = field(default="", compare=False)
    share: bool = False

    def of(self, full: Fraction) -> Fraction:
        """Give the points, of an indicator with so many full marks."""
        return self.points * full if self.share else self.points


Options = tuple[Ruled | None, ...]
"""What may come about, several where the sentence does not say which; None where nothing does."""


@dataclass(frozen=True, slots=True)
class ValueRule:
    """A sentence that rules by a value: a row of stretches for every way to read it.

    Equal to another where the same values bring about the same.
    """

    rows: tuple[tuple[Stretch[Options], ...], ...]
    dimension: Dimension = Dimension()
    """Of the numbers that the value is compared with."""
    sentence: str = field(default="", compare=False)

    def at(self, value: Fraction) -> Options:
        """Give what may come about at a value, each once."""
        found = (next(stretch for stretch in row if not stretch.ends_before(value)) for row in self.rows)
        return tuple(dict.fromkeys(option for stretch in found for option in stretch.what))

    @property
    def every(self) -> Options:
        """What may come about at any value, each once."""
        return tuple(dict.fromkeys(option for stretch in self._stretches() for option in stretch.what))

    @property
    def ruled(self) -> tuple[Ruled, ...]:
        """What may come about besides nothing, each clause once."""
        by_clause = {
            (one.clause, one.points): one for stretch in self._stretches() for one in stretch.what if one
        }
        return tuple(by_clause.values())

    def _stretches(self) -> Iterator[Stretch[Options]]:
        return (stretch for row in self.rows for stretch in row)
