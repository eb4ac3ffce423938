"""What is said of the score at a value, put into words where it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from string import Formatter
from types import MappingProxyType

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass
from jixiao.model.evaluation import Beyond
from jixiao.model.told import Told, Words
from jixiao.quantity import points_text, shown_of, shown_text
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.message import Filled, Message
from jixiao.scoring.scale.outcome import Outcome
from jixiao.scoring.scale.scale import Earned
from jixiao.scoring.words.amounts import gap_of, gap_text, less_text, value_text
from jixiao.scoring.words.intervals import interval_text

Part = str | Callable[["OfValue"], str]
"""A part of a template: text, or what makes it of the value."""
SHOWN_DECIMALS = 4
"""Decimals of a computed score in explanations."""
_FIXED = frozenset({"clause", "goal", "unit", "limit", "step"})
"""The fillings that are the same for every value of a stretch."""
_OF_VALUE = ("value", "count", "beyond", "steps", "limited")
"""The fillings that say where on its stretch a value lies."""


@dataclass(slots=True)
class OfValue(Told):
    """A message about what a value earns of full marks. Never changed once it is made."""

    message: Message
    earned: Earned
    value: Fraction
    exact: Fraction
    """The points that the value earns, before anything holds them."""
    full: Fraction

    def __str__(self) -> str:
        return self.words(self.message.value)

    def words(self, template: str) -> str:
        """Put a template into words with the same fillings."""
        parts: tuple[Part, ...] | None = self.earned.said.kept.get(template)
        if parts is None:
            parts = self.earned.said.kept[template] = tuple(_parts(template, self))
        return "".join([part if isinstance(part, str) else part(self) for part in parts])

    @property
    def score(self) -> Fraction:
        """The points held between none, or what the sentence goes down to, and full marks."""
        if self.full <= 0:
            return ZERO
        lowest = self.earned.lowest if self.exact < 0 else None
        return min(self.exact if lowest is None else max(self.exact, lowest), self.full)

    @property
    def shown(self) -> Fraction:
        """The value as it is told."""
        said = self.earned.said
        value = self.value if said.counted_as is None else said.counted_as
        return abs(value) if said.magnitude else value

    @property
    def beyond(self) -> tuple[int, int]:
        """How far the value lies from what steps are counted from, as a whole number over another."""
        above, below = self.shown.as_integer_ratio()
        limit = self.earned.said.limit
        if limit is None:
            return abs(above), below
        origin, per = limit.base.as_integer_ratio()
        return abs(above * per - origin * below), below * per


def says_full(words: Words) -> bool:
    """Whether what is said ends by saying that full marks are earned."""
    return isinstance(words, Filled | OfValue) and words.message.says_full


def result_said(words: Words) -> str:
    """Give the words at the end of what is said that say what is earned; empty where there are none."""
    return words.words(words.message.result) if isinstance(words, Filled | OfValue) else ""


def spilled_text(beyond: Beyond | None) -> str:
    """Say how much is taken off the total besides; empty where nothing is."""
    if beyond is None:
        return ""
    ends = dict.fromkeys(map(points_text, (beyond.high, beyond.low)))
    return f"另从总分中扣{'至'.join(ends)}分"


def depends_on_value(outcome: Outcome) -> bool:
    """Whether what is told of an outcome may be another at another value that earns the same."""
    told = (outcome.note, *(loss.reason for loss in outcome.losses))
    return any(_names_value(words) for words in told if isinstance(words, OfValue))


def _names_value(words: OfValue) -> bool:
    lies = words.earned.said.lies
    ends = set() if lies is None else {end.amount.base for end in lies.ends}
    at_one_value = lies is not None and len(ends) == 1 and lies.low is not None and lies.high is not None
    return at_one_value or any(f"{{{name}}}" in words.message for name in _OF_VALUE)


def _parts(template: str, told: OfValue) -> Iterator[Part]:
    """Yield a template in parts: text, with what is the same for every value filled in, and what makes the rest."""
    for text, name, _, _ in Formatter().parse(template):
        yield text
        if name is not None:
            yield _WAYS[name](told) if name in _FIXED else _WAYS[name]


def _lies(told: OfValue) -> str:
    assert told.earned.said.lies is not None
    return interval_text(told.earned.said.lies, told.shown)


def _limit(told: OfValue) -> str:
    limit = told.earned.said.limit
    assert limit is not None
    return value_text(limit.base, limit.unit)


def _steps(told: OfValue) -> str:
    earns, said = told.earned.earns, told.earned.said
    stair, step = earns if isinstance(earns, Stair) else said.stair, said.step
    if stair is not None:
        return points_text(stair.count(told.value if said.counted_as is None else said.counted_as))
    (above, below), (times, per) = told.beyond, step.as_integer_ratio()
    return shown_of(above * per, below * times)


def _effect(told: OfValue) -> str:
    score, least = told.score, told.earned.least
    if score <= 0:
        return less_text(score)
    if least is None:
        return f"得{points_text(score)}分"
    return f"得{points_text(least.at(told.value))}-{points_text(score)}分"


def _limited(told: OfValue) -> str:
    """Say how much it is at most where that is less than it comes to."""
    held = told.earned.hold(told.exact)
    return "" if held == told.exact else f"，以{points_text(abs(held))}分为限"


def _computed(told: OfValue) -> str:
    score = told.score
    text = f"{shown_text(score, SHOWN_DECIMALS)}分"
    if score == told.exact:
        return text
    return f"{text}（算得{shown_text(told.exact)}分，限于{points_text(told.earned.lowest or ZERO)}至{points_text(told.full)}分）"


_WAYS: Mapping[str, Callable[[OfValue], str]] = MappingProxyType(
    {
        "clause": lambda told: told.earned.said.clause,
        "goal": lambda told: told.earned.said.goal,
        "lies": _lies,
        "value": lambda told: value_text(told.shown, told.earned.said.unit),
        "count": lambda told: str(told.value),
        "unit": lambda told: told.earned.said.unit.name,
        "limit": _limit,
        "beyond": lambda told: gap_of(*told.beyond, told.earned.said.unit),
        "step": lambda told: gap_text(told.earned.said.step, told.earned.said.unit),
        "steps": _steps,
        "points": lambda told: points_text(told.score),
        "effect": _effect,
        "computed": _computed,
        "limited": _limited,
    }
)
"""How each filling is made."""
