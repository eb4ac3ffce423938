"""A second, plain implementation of sentences that are sums of small rules.

Like `scores`, written from what such sentences say and not from the engine, of which nothing is imported.
Points are what is earned; every small rule is scored by what is said of it under its words, and by nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from shared.oracle.scores import Span

Found = bool | int | Fraction | str
"""What is said of one small rule: whether it holds, how many were found, points taken, or a grade's words."""
Findings = Mapping[str, Found]
"""What is said, by the words of the small rules; of what is not said nothing was found."""

NONE = Fraction(0), Fraction(0)


def plus(one: Span, other: Span) -> Span:
    """Add two spans."""
    return one[0] + other[0], one[1] + other[1]


def within(span: Span, low: Fraction, high: Fraction) -> Span:
    """Hold both ends of a span."""
    return min(max(span[0], low), high), min(max(span[1], low), high)


@dataclass(frozen=True)
class PerCase:
    """每发现一处漏登扣0.5分，最多扣2分: each that is found takes so much, up to a cap.

    `void_from`: the number from which on nothing is left of the item, or of the whole (发现3次及以上的，此项不得分).
    """

    words: str
    unit: str
    each: Fraction
    cap: Fraction | None = None

    def change(self, found: Found | None) -> Span:
        taken = self.each * (found or 0)
        if self.cap is not None:
            taken = min(taken, self.cap)
        return -taken, -taken

    @property
    def most(self) -> Fraction | None:
        """What it may take at most; None where there is no end."""
        return self.cap


@dataclass(frozen=True)
class Flat:
    """无台账的扣1分: taken once where the words hold."""

    words: str
    cost: Fraction

    def change(self, found: Found | None) -> Span:
        return (-self.cost, -self.cost) if found else NONE

    @property
    def most(self) -> Fraction | None:
        return self.cost


@dataclass(frozen=True)
class AtWill:
    """管理不到位的，酌情扣1-2分: so much as the assessor says; a range where only the words hold."""

    words: str
    low: Fraction
    high: Fraction

    def change(self, found: Found | None) -> Span:
        if found is True:
            return -self.high, -self.low
        taken = Fraction(found or 0)
        return -taken, -taken

    @property
    def most(self) -> Fraction | None:
        return self.high


@dataclass(frozen=True)
class EarnedPerCase:
    """每采用一篇得0.5分，最多得2分: each earns so much, up to a cap."""

    words: str
    unit: str
    each: Fraction
    cap: Fraction

    def change(self, found: Found | None) -> Span:
        earned = min(self.each * (found or 0), self.cap)
        return earned, earned


@dataclass(frozen=True)
class Awards:
    """国家级的得3分，省级的得2分: the grade that was reached counts; without any, nothing."""

    grades: tuple[tuple[str, Fraction], ...]
    """From the best on."""

    @property
    def words(self) -> str:
        return self.grades[0][0]

    def change(self, found: Found | None) -> Span:
        earned = dict(self.grades)[found] if isinstance(found, str) else Fraction(0)
        return earned, earned


@dataclass(frozen=True)
class Item:
    """制定方案的得2分: earned where it is met; `left` is what is left where it is not.

    `denied`: the words by which the sentence says that it is not met; empty for none, 否则 for that.
    """

    words: str
    points: Fraction
    denied: str = ""
    left: Fraction = Fraction(0)


Deduction = PerCase | Flat | AtWill
Extra = EarnedPerCase | Awards


@dataclass(frozen=True)
class Section:
    """An item with what stands against it, or only what takes from points of its own.

    `points`: what it comes to at best; None where it only takes from the whole.
    """

    item: Item | None = None
    against: tuple[Deduction, ...] = ()
    extra: tuple[Extra, ...] = ()
    own: Fraction | None = None

    @property
    def presumed(self) -> bool:
        """Whether the item is met unless it is denied: what takes from it is said besides."""
        return any(isinstance(one, PerCase | Flat) for one in self.against)

    @property
    def points(self) -> Fraction | None:
        if self.own is not None:
            return self.own
        if self.item is None and not self.extra:
            return None
        extra = sum((_best(one) for one in self.extra), Fraction(0))
        return (self.item.points if self.item else Fraction(0)) + extra

    def score(self, findings: Findings) -> Span:
        item, span = self.item, NONE
        if item is not None:
            met = findings.get(item.words, self.presumed)
            earned = item.points if met else item.left
            span = earned, earned
        elif self.own is not None:
            span = self.own, self.own
        for one in (*self.extra, *self.against):
            span = plus(span, one.change(findings.get(one.words)))
        return span if self.points is None else within(span, Fraction(0), self.points)


def _best(extra: Extra) -> Fraction:
    return extra.cap if isinstance(extra, EarnedPerCase) else max(points for _, points in extra.grades)


@dataclass(frozen=True)
class Sum:
    """Sections that add up; `opening` is how the full marks are said where all is taken from them.

    `vetoes`: what leaves nothing, or so much as is said of it, of the whole.
    """

    points: Fraction
    sections: tuple[Section, ...]
    vetoes: tuple[tuple[str, Fraction], ...] = ()
    whole: bool = False
    """Whether all is taken from the full marks."""
    taken_at_most: Fraction | None = None
    """What all that takes may come to: 累计扣分不超过3分."""

    def score(self, findings: Findings) -> Span:
        for words, left in self.vetoes:
            if findings.get(words):
                return left, left
        span = (self.points, self.points) if self.whole else NONE
        for section in self.sections:
            span = plus(span, section.score(findings))
        floor = Fraction(0) if self.taken_at_most is None else self.points - self.taken_at_most
        return within(span, floor, self.points)

    @property
    def deductions(self) -> tuple[Deduction, ...]:
        return tuple(one for section in self.sections for one in section.against)

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(section.item for section in self.sections if section.item is not None)
