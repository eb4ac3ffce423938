"""What was gathered of a sentence: its sections, and what stands around them."""

from __future__ import annotations

from fractions import Fraction

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, field
from jixiao.language.standard import (
    Clause,
)
from jixiao.scoring.sentence.beside import Exemption, FactGuard
from jixiao.scoring.sentence.several.small import Small


@dataclass(slots=True)
class Grouping:
    """Items of one section with what is said against them."""

    earns: list[Small] = field(default_factory=list)
    against: list[Small] = field(default_factory=list)
    taken_at_most: Fraction | None = None
    """What all that takes may come to, where the section says 累计."""
    stated: Fraction | None = None
    """The points that the section is said to have, where nothing in it earns."""
    behind: bool = False
    """Whether it stands behind numbered sections in a sentence of its own."""
    valued: list[Clause] = field(default_factory=list)
    """What scores a value by more than words."""

    @property
    def marked(self) -> bool:
        """Whether the sentence numbers it."""
        clauses = (*(one.clause for one in (*self.earns, *self.against)), *self.valued)
        return not self.behind and any(clause.mark for clause in clauses)

    @property
    def own_points(self) -> Fraction | None:
        """The points that a section which only takes has for itself, as it says or as its limits do; None for none."""
        if self.stated is not None:
            return self.stated
        if self.taken_at_most is not None:
            return self.taken_at_most
        caps = [small.cap for small in self.against]
        return sum((cap or ZERO for cap in caps), ZERO) if caps and None not in caps else None

    @property
    def empty(self) -> bool:
        """Whether nothing is in it yet."""
        return not self.earns and not self.against and not self.valued


@dataclass(slots=True)
class Gathered:
    """What a sentence holds."""

    groupings: list[Grouping] = field(default_factory=lambda: [Grouping()])
    vetoes: list[FactGuard] = field(default_factory=list)
    exemptions: list[Exemption] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """How what is earned adds up, in the sentence's words."""
    highest: bool = False
    capped: bool = False
    """Whether it says that the whole goes no further than the full marks."""
    adds_up_to_more: bool = False
    """Whether what is earned may add up to more than there is."""
    about: str = ""
    """Words that announce the rule behind them."""
    marked: bool = False
    heading: Small | None = None
    """What is said of each of the list behind it: 有下列情形之一的，不得分."""
    announced: Fraction | None = None
    """How many items the sentence says that there are."""

    @property
    def size(self) -> int:
        """How many small rules there are."""
        return sum(len(one.earns) + len(one.against) for one in self.groupings)

    @property
    def own_points(self) -> bool:
        """Whether sections that only take are said to have points of their own."""
        return any(one.stated is not None for one in self.groupings)
