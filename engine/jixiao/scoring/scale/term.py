"""Terms: what a sentence adds up, each with its own input.

A sentence of one form usually has one; a list beside which breaches are counted has two.
"""

from __future__ import annotations

from fractions import Fraction

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, field
from jixiao.language.formula.calculate import Undefined
from jixiao.model.told import Words
from jixiao.quantity import PLAIN, Unit, shown_text
from jixiao.scoring.scale.message import Filled, Message
from jixiao.scoring.scale.option import Items, Option, Pick
from jixiao.scoring.scale.outcome import Loss, Outcome, Unsaid
from jixiao.scoring.scale.said import OWN, At, Count, RatingError, Takes, Unknown, Value
from jixiao.scoring.scale.scale import Earned, Scale, extremes, stretch_at
from jixiao.scoring.scale.tell import OfValue


@dataclass(frozen=True, slots=True)
class Section:
    """Terms that add up to points of their own, held between `floor` and `cap` before they count in the whole."""

    place: int
    floor: Fraction
    cap: Fraction


@dataclass(frozen=True, slots=True)
class Term:
    """One of the things that add up to the score, and what it is scored by.

    `full`: what it gives at best; what it gives less is lost. A term that only takes off has 0.
    """

    takes: Takes
    full: Fraction
    scale: Scale = ()
    """What a value or a count earns."""
    choice: Pick | Items | None = None
    """What a judgement earns."""
    unit: Unit | None = None
    """The unit in which a bare number counts, where the sentence's amounts do not say it."""
    whole: bool = False
    """Whether only whole numbers from 0 on can be found."""
    name: str = OWN
    """The input's name."""
    kind: str = ""
    """What kind of small rule it is of, where it is one of several."""
    clause: str = field(default="", compare=False)
    """The words of the sentence that it comes from, where it is one of several."""
    unsaid: At | None = None
    """What is taken of its input where nothing is said of it; None where something must be said."""
    section: Section | None = None
    most: Fraction | None = None
    """The most that can be found."""
    places: tuple[int, ...] = ()
    """The numbers by which it, or each of its options, can be named; none where it can't."""
    highest: bool = False
    """Whether of several of its options the best counts (就高不就低)."""
    about: str = ""
    """What the sentence says before it, and of it."""
    called: tuple[str, ...] = ()
    """What it is called in the sentence; for a term with an answer, the first means yes and the others no."""

    def outcome(self, at: At) -> Outcome:
        """Score what is said of the input; raises RatingError where it does not fit."""
        if isinstance(at, Value | Count):
            return self._of_number(self.number(at))
        assert self.choice is not None
        return self.choice.outcome(at, self.full)

    def unknown(self, at: Unknown, points: Fraction) -> Outcome:
        """Give everything that it can come to, of so many full marks of the whole."""
        least, high = self.extremes(-points, points)
        low = -points if least is None else least
        why: Words = at.why
        losses: tuple[Loss, ...] = ()
        if high < self.full:
            why = Filled(Message.AT_BEST, {"why": at.why, "points": high})
            losses = (Loss(self.full - high, self.clause, why, self.name),)
        moves = points if self.decides else high - low
        return Outcome(low, high, losses, why, unsaid=(Unsaid(at.missing, moves, at.why, "", self.decides),))

    @property
    def is_given(self) -> bool:
        """Whether it is the full marks that others take from, of which nothing need be said."""
        return self.kind == "base"

    @property
    def decides(self) -> bool:
        """Whether something that can be said of it is the score whatever else there is."""
        of_scale = any(stretch.what.decides for stretch in self.scale)
        return of_scale or any(option.decides for option in self.options)

    def number(self, at: Value | Count) -> Fraction:
        """Give the number on the scale; raises RatingError where it can't be one."""
        number = at.value if isinstance(at, Value) else at.count * (self.unit or PLAIN).factor
        if self.whole and (number < 0 or number.denominator != 1):
            raise RatingError(f"次数应是不小于零的整数，不是{shown_text(number)}")
        if self.most is not None and number > self.most:
            raise RatingError(
                f"一共只查{shown_text(self.most)}{(self.unit or PLAIN).name}，不会有{shown_text(number)}"
            )
        return number

    def _of_number(self, value: Fraction) -> Outcome:
        earned = stretch_at(self.scale, value).what
        exact = earned.earns.at(value)
        if isinstance(exact, Undefined):
            return Outcome(earned.hold(ZERO), earned.hold(self.full), note=str(exact))
        return earned_at(earned, value, exact, self.full)

    def extremes(self, floor: Fraction | None, cap: Fraction) -> tuple[Fraction | None, Fraction]:
        """Give the lowest and the highest points over all that may be said, as far as they are bounded.

        There is no lowest where they are not.
        """
        if self.choice is None:
            return extremes(self.scale, floor, cap)
        low, high = self.choice.extremes(self.full)
        if not self.scale:
            return low, high
        least, most = extremes(self.scale, floor, cap)
        return None if least is None else min(low, least), max(high, most)

    def ends(self, room: Fraction) -> tuple[Fraction, Fraction]:
        """Give the fewest and the most points that its scale comes to, where there are so many to take."""
        floors = [stretch.what.floor for stretch in self.scale if stretch.what.floor is not None]
        caps = [stretch.what.cap for stretch in self.scale if stretch.what.cap is not None]
        return max(min(floors, default=-room), -room), max(caps, default=self.full)

    @property
    def essence(self) -> tuple[object, ...]:
        """What decides the points, without what is said of them."""
        return (*self.frame, self.scale_essence)

    @property
    def scale_essence(self) -> tuple[object, ...]:
        """What a number earns, without what is said of it."""
        return tuple(stretch.holding(stretch.what.essence) for stretch in self.scale)

    @property
    def frame(self) -> tuple[object, ...]:
        """What decides the points, but for what a number earns."""
        return (
            self.takes,
            self.name,
            self.full,
            self.choice,
            self.unsaid,
            self.section,
            self.most,
            self.about,
            self.called,
        )

    @property
    def options(self) -> tuple[Option, ...]:
        """What an assessor may choose; none where only a number is asked for."""
        return () if self.choice is None else self.choice.options


def calculated(earned: Earned, value: Fraction) -> Fraction:
    """Give the points at a value before anything holds them; INVARIANT: there are some, since nothing bends."""
    exact = earned.earns.at(value)
    assert isinstance(exact, Fraction)
    return exact


def earned_at(earned: Earned, value: Fraction, exact: Fraction, full: Fraction) -> Outcome:
    """Give what a value earns of full marks; `exact`: the points before anything holds them."""
    high, said = earned.hold(exact), earned.said
    low = high if earned.least is None else earned.hold(earned.least.at(value))
    reason = OfValue(said.message, earned, value, exact, full)
    losses = (Loss(full - high, said.loss_clause, reason),) if high != full else ()
    note = reason if said.note is None else OfValue(said.note, earned, value, exact, full)
    parts = () if earned.part is None else (earned.part,)
    return Outcome(low, high, losses, note, parts, earned.decides)
