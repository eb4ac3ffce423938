"""Conclusions that stand only as long as sentences marked 推定 do, which nobody can hold against a unit."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.audit.claims.claim import Weight
from jixiao.model.evaluation import Evaluation, Result
from jixiao.model.finding import Level
from jixiao.model.wording import quoted

MAX_NAMED = 3
"""Most indicators named; the rest are counted."""


def weight_of(guessed: tuple[str, ...]) -> Weight:
    """Give how grave a conclusion is that rests on these indicators' provisional sentences, or on none."""
    return Weight(Level.LOW if guessed else Level.HIGH)


def on_guess(guessed: tuple[str, ...]) -> str:
    """Give the end of a message whose conclusion rests on provisional sentences; empty where it does not."""
    if not guessed:
        return ""
    named = "、".join(quoted(name) for name in guessed[:MAX_NAMED])
    more = f"等{len(guessed)}项" if len(guessed) > MAX_NAMED else ""
    return f"。{named}{more}的评分标准是推定的，没有正式文件印证，只依据它{'们' if len(guessed) > 1 else ''}的结论仅供参考"


def guessed_for(result: Result) -> tuple[str, ...]:
    """Give the indicator's name where what is concluded of it alone rests on a provisional sentence."""
    return (result.indicator.name,) if result.indicator.provisional else ()


def guessed_above(evaluation: Evaluation, claimed: Fraction) -> tuple[str, ...]:
    """Name the provisional indicators without whose losses a claimed total would not lie above the range."""
    losing = [(one.indicator.name, one.indicator.points - one.high) for one in _provisional(evaluation)]
    return _deciding(losing, claimed - evaluation.high)


def guessed_below(evaluation: Evaluation, claimed: Fraction) -> tuple[str, ...]:
    """Name the provisional indicators without whose points a claimed total would not lie below the range."""
    earning = [(one.indicator.name, one.low) for one in _provisional(evaluation)]
    return _deciding(earning, evaluation.low - claimed)


def _deciding(points: Sequence[tuple[str, Fraction]], distance: Fraction) -> tuple[str, ...]:
    moving = {name: given for name, given in points if given > 0}
    return tuple(moving) if sum(moving.values(), Fraction(0)) >= distance else ()


def _provisional(evaluation: Evaluation) -> list[Result]:
    return [one for one in evaluation.results if one.counts and one.indicator.provisional]
