"""What `jixiao standard` answers: a sentence as understood, and what it scores."""

from __future__ import annotations

from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.model.portrait import Misread, Portrait


@dataclass(frozen=True, slots=True)
class Scored:
    """What one way to read the sentence gives, in points; `reading` is "" where all agree."""

    reading: str
    low: Fraction
    high: Fraction
    explanation: str


@dataclass(frozen=True, slots=True)
class AtScore:
    """What is scored at one value, rating or fact as it was written.

    `left_out`: the fact takes the indicator out of the total, so that there is no score.
    INVARIANT: `ways` is empty iff `error` says why nothing can be scored.
    """

    at: str
    ways: tuple[Scored, ...] = ()
    error: str = ""
    left_out: bool = False

    @property
    def low(self) -> Fraction:
        """The lowest score over all readings."""
        return min(way.low for way in self.ways)

    @property
    def high(self) -> Fraction:
        """The highest score over all readings."""
        return max(way.high for way in self.ways)


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer; with a Misread there are no scores. `name` is "" where none was given."""

    sentence: str
    name: str
    understood: Portrait | Misread
    scores: tuple[AtScore, ...] = ()
