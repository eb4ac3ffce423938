"""Small rules that add up: whose each loss is, what discretion settles, and what is cut where nothing is left."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, replace
from jixiao.model.told import Told, Words
from jixiao.quantity import points_text
from jixiao.scoring.scale.outcome import Loss, Outcome, Unsaid, cut_of
from jixiao.scoring.scale.said import OWN, Answer, At, Inputs, Taken, Takes, Value
from jixiao.scoring.scale.tell import OfValue
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.amounts import value_text

Scored = tuple[Term, Outcome]
"""A small rule and what it came to."""


@dataclass(frozen=True, slots=True)
class OfMeasure(Told):
    """What is said of a measure that is not the indicator's own: its name and value before it."""

    name: str
    value: str
    words: Words

    def __str__(self) -> str:
        return f"“{self.name}”{self.value}，{self.words}"


@dataclass(frozen=True, slots=True)
class Together(Told):
    """What is said of several that make up a score."""

    said: tuple[Words, ...]

    def __str__(self) -> str:
        return "；".join(map(str, self.said))


@dataclass(frozen=True, slots=True)
class Cut(Told):
    """What is said of a loss where not so much was left to lose."""

    words: Words
    left: Fraction

    def __str__(self) -> str:
        return f"{self.words}，" + (f"只余{points_text(self.left)}分可扣" if self.left else "已无分可扣")


def named_outcome(term: Term, at: At, outcome: Outcome) -> Outcome:
    """Say of which small rule the losses of an outcome are, and what it leaves open."""

    def told(words: Words) -> Words:
        named = term.takes == Takes.VALUE and term.name != OWN and isinstance(at, Value)
        return OfMeasure(term.name, value_text(at.value, term.unit), words) if named else words  # type: ignore[union-attr]

    losses = tuple(replace(loss, reason=told(loss.reason), input=term.name) for loss in outcome.losses)
    if outcome.exact:
        return replace(outcome, losses=losses)
    unsaid = Unsaid((), outcome.high - outcome.low, told(outcome.note), _asked(term))
    return replace(outcome, losses=losses, unsaid=(unsaid,))


def _asked(term: Term) -> str:
    """Say what a rating would have to add for one score; empty where none can."""
    match term.takes:
        case Takes.DEDUCTION:
            return f"扣分：{term.name}"
        case Takes.LEVEL:
            return f"得分：{term.name}"
        case _:
            return ""


def by_discretion(group: Sequence[Scored], inputs: Inputs) -> list[Outcome]:
    """Give the outcomes of small rules that are held together, where discretion decides what an item loses.

    How much it is, the assessor says by what is taken off; as long as that is not said it is open.
    """
    left = [term for term, _ in group if term.takes == Takes.DEDUCTION]
    if not left:
        return [outcome for _, outcome in group]
    settled = any(isinstance(inputs.get(term.name), Taken) for term in left) or any(
        term.takes == Takes.DEDUCTION and not outcome.exact for term, outcome in group
    )
    asked = _asked(left[0])

    def decided(term: Term, outcome: Outcome) -> Outcome:
        if term.takes != Takes.ANSWER or outcome.exact:
            return outcome
        if settled:
            return replace(term.outcome(Answer(holds=True)), parts=outcome.parts)
        return replace(outcome, unsaid=tuple(replace(one, asks=asked) for one in outcome.unsaid))

    return [decided(*one) for one in group]


def held_within(outcome: Outcome, floor: Fraction | None, cap: Fraction) -> Outcome:
    """Give an outcome held between floor and cap, and say of each loss what was left of it."""
    least = outcome.low if floor is None else floor
    if least <= outcome.low and outcome.high <= cap:
        return outcome
    low, high = min(max(outcome.low, least), cap), min(max(outcome.high, least), cap)
    unsaid = tuple(
        one if one.decides else replace(one, points=min(one.points, high - low)) for one in outcome.unsaid
    )
    losses = _cut_by(outcome.losses, high - outcome.high)
    return replace(outcome, low=low, high=high, losses=losses, unsaid=unsaid)


def without(losses: Sequence[Loss], points: Fraction) -> tuple[Loss, ...]:
    """Give losses without so many points, the last ones first, which are none of the full marks.

    What earned something and is left out so is told beside the loss before it: all of it makes up the score.
    """
    if not points:
        return tuple(losses)
    kept: list[Loss] = []
    for loss, cut in cut_of(losses, points):
        if cut != loss.points:
            kept.append(replace(loss, points=loss.points - cut) if cut else loss)
        elif cut > ZERO and kept and isinstance(loss.reason, OfValue) and loss.reason.exact > ZERO:
            kept[-1] = replace(kept[-1], reason=Together((kept[-1].reason, loss.reason)))
    return tuple(kept)


def _cut_by(losses: Sequence[Loss], more: Fraction) -> tuple[Loss, ...]:
    """Give losses that come to so much less (or, negative, more), the last cut first, and say so where one is cut."""
    return tuple(
        _said_cut(loss, cut) for loss, cut in cut_of(losses, more) if loss.points > 0 or cut != loss.points
    )


def _said_cut(loss: Loss, cut: Fraction) -> Loss:
    left = loss.points - cut
    if cut <= ZERO or loss.input is None:
        return replace(loss, points=left) if cut else loss
    words = loss.reason.words if isinstance(loss.reason, Cut) else loss.reason
    return replace(loss, points=left, reason=Cut(words, left))
