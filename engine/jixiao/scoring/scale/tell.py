"""What is said of the score at a value, put into words where it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

from jixiao.dataclass import dataclass
from jixiao.model.told import Told, Words
from jixiao.quantity import points_text, shown_text
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.message import Filled, Message
from jixiao.scoring.scale.scale import Earned
from jixiao.scoring.words.amounts import gap_text, value_text
from jixiao.scoring.words.intervals import interval_text

SHOWN_DECIMALS = 4
"""Decimals of a computed score in explanations."""


@dataclass(frozen=True, slots=True)
class OfValue(Told):
    """A message about what a value earns of full marks."""

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
        return template.format_map(_Fillings(self))

    @property
    def score(self) -> Fraction:
        """The points held between none and full marks."""
        return min(max(self.exact, Fraction(0)), max(self.full, Fraction(0)))

    @property
    def shown(self) -> Fraction:
        """The value as it is told."""
        return abs(self.value) if self.earned.said.magnitude else self.value

    @property
    def origin(self) -> Fraction:
        """What steps are counted from."""
        limit = self.earned.said.limit
        return limit.base if limit else Fraction(0)


def says_full(words: Words) -> bool:
    """Whether what is said ends by saying that full marks are earned."""
    return isinstance(words, Filled | OfValue) and words.message.says_full


def result_said(words: Words) -> str:
    """Give the words at the end of what is said that say what is earned; empty where there are none."""
    return words.words(words.message.result) if isinstance(words, Filled | OfValue) else ""


class _Fillings(dict[str, str]):
    """Makes each filling when the message asks for it."""

    def __init__(self, told: OfValue) -> None:
        super().__init__()
        self._told = told

    def __missing__(self, name: str) -> str:
        return _WAYS[name](self._told)


def _lies(told: OfValue) -> str:
    assert told.earned.said.lies is not None
    return interval_text(told.earned.said.lies, told.shown)


def _limit(told: OfValue) -> str:
    limit = told.earned.said.limit
    assert limit is not None
    return value_text(limit.base, limit.unit)


def _steps(told: OfValue) -> str:
    earns, step = told.earned.earns, told.earned.said.step
    if isinstance(earns, Stair):
        return points_text(earns.count(told.value))
    return points_text(abs(told.shown - told.origin) / step)


def _effect(told: OfValue) -> str:
    return f"得{_span(told)}分" if told.score else "不得分"


def _span(told: OfValue) -> str:
    least, score = told.earned.least, points_text(told.score)
    return score if least is None else f"{points_text(least)}-{score}"


def _computed(told: OfValue) -> str:
    text = f"{shown_text(told.score, SHOWN_DECIMALS)}分"
    if told.score == told.exact:
        return text
    return f"{text}（算得{shown_text(told.exact)}分，限于0至{points_text(told.full)}分）"


_WAYS: Mapping[str, Callable[[OfValue], str]] = MappingProxyType(
    {
        "clause": lambda told: told.earned.said.clause,
        "goal": lambda told: told.earned.said.goal,
        "lies": _lies,
        "value": lambda told: value_text(told.shown, told.earned.said.unit),
        "count": lambda told: str(told.value),
        "unit": lambda told: told.earned.said.unit.name,
        "limit": _limit,
        "beyond": lambda told: gap_text(abs(told.shown - told.origin), told.earned.said.unit),
        "step": lambda told: gap_text(told.earned.said.step, told.earned.said.unit),
        "steps": _steps,
        "points": lambda told: points_text(told.score),
        "effect": _effect,
        "computed": _computed,
    }
)
"""How each filling is made."""
