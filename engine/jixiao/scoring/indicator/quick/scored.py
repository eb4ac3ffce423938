"""The basis of a result that came the short way: drawn from what was reached, where somebody reads it."""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

from jixiao.dataclass import dataclass, fields
from jixiao.model.evaluation import ROUNDING_CLAUSE, Alternative, Deduction, Drawn, Figure, Missing
from jixiao.model.part import Part
from jixiao.model.told import Told, Words
from jixiao.scoring.indicator.evidence import Papers
from jixiao.scoring.indicator.quick.reached import Reached, Worded
from jixiao.scoring.indicator.quick.source import Stated


class Drawing(Protocol):
    """What draws a basis: the rule that it came by."""

    wanted: tuple[str, ...]
    """The items that it asks for."""

    def tell(self, above: int, below: int, stated: Stated, words: str) -> str:
        """Set the working of a value before what is told of it, and the sources behind."""
        ...

    def worded(self, basis: Scored) -> Worded:
        """Tell the one way to it."""
        ...

    def draw(self, basis: Scored) -> Drawn:
        """Draw all of a basis together."""
        ...


@dataclass(slots=True)
class Scored:
    """What was reached, by which value (a whole number over another), calculated from what is stated."""

    rule: Drawing
    reached: Reached
    above: int
    below: int
    stated: Stated
    papers: Papers
    _worded: Worded | None = None
    _told: str = ""
    _drawn: Drawn | None = None

    def __reduce__(self) -> tuple[type[Drawn], tuple[object, ...]]:
        """Send it to another process as what it comes to: there the rule has not been made ready."""
        return Drawn, tuple(getattr(self, one.name) for one in fields(Drawn))

    @property
    def explanation(self) -> Words:
        return f"{self.told}。" if self.reached.is_plain else self.drawn.explanation

    @property
    def deductions(self) -> tuple[Deduction, ...]:
        reached = self.reached
        if not reached.is_plain:
            return self.drawn.deductions
        if not reached.losses:
            return ()
        if len(reached.losses) == 1:
            return (self._deduction(0),)
        return tuple(map(self._deduction, range(len(reached.losses))))

    def _deduction(self, place: int) -> Deduction:
        points, clause = self.reached.losses[place]
        items = self.rule.wanted if self.reached.has_value else ()
        return Deduction(points, clause, Reason(self, place), items, clause != ROUNDING_CLAUSE)

    @property
    def worded(self) -> Worded:
        """What is told of the one way to it."""
        if self._worded is None:
            self._worded = self.reached.worded or self.rule.worded(self)
        return self._worded

    @property
    def told(self) -> str:
        """The one way to it, as a sentence."""
        if not self._told:
            self._told = self.around(self.worded.words)
        return self._told

    def around(self, words: str) -> str:
        """Set the working before what is told, and the sources behind; a fact that exempts has neither."""
        if not self.reached.has_value:
            return words
        return self.rule.tell(self.above, self.below, self.stated, words)

    def reason(self, place: int) -> str:
        """Tell one of the losses, which may be all there is to tell."""
        worded = self.worded
        words = worded.loss_words[place]
        if words == worded.words:
            return self.told
        return words if self.reached.losses[place][1] == ROUNDING_CLAUSE else self.around(words)

    @property
    def drawn(self) -> Drawn:
        """All of it, drawn together once."""
        if self._drawn is None:
            self._drawn = self.rule.draw(self)
        return self._drawn

    @property
    def value(self) -> Fraction | None:
        return self.drawn.value

    @property
    def value_text(self) -> str:
        return self.drawn.value_text

    @property
    def missing(self) -> tuple[Missing, ...]:
        return self.drawn.missing

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.drawn.figures

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        return self.drawn.alternatives

    @property
    def conflicts(self) -> tuple[str, ...]:
        return self.drawn.conflicts

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.drawn.parts

    @property
    def values(self) -> tuple[Fraction, ...]:
        return self.drawn.values

    @property
    def valued(self) -> bool:
        return self.drawn.valued

    @property
    def near_bound(self) -> bool:
        """A value near a bound goes the long way."""
        return False


@dataclass(slots=True)
class Reason(Told):
    """One loss of a result that came the short way, as a sentence. Never changed once it is made."""

    basis: Scored
    place: int

    def __str__(self) -> str:
        return self.basis.reason(self.place)

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (str(self),)
