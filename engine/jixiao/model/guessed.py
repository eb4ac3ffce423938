"""Which sentences marked 推定 a conclusion about a total rests on: without them it would not stand."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.model.evaluation import Evaluation, Result


def guessed_above(evaluation: Evaluation, claimed: Fraction) -> tuple[str, ...]:
    """Name the provisional indicators without whose losses a claimed total would not lie above the range."""
    losing = [(one.indicator.name, one.indicator.points - one.high) for one in _provisional(evaluation)]
    return _deciding(losing, claimed - evaluation.high)


def guessed_below(evaluation: Evaluation, claimed: Fraction) -> tuple[str, ...]:
    """Name the provisional indicators without whose points a claimed total would not lie below the range."""
    earning = [(one.indicator.name, one.low) for one in _provisional(evaluation)]
    return _deciding(earning, evaluation.low - claimed)


def guessed_for_total(evaluation: Evaluation) -> tuple[str, ...]:
    """Name the provisional indicators without which the claimed total would not lie outside the range."""
    claimed = evaluation.project.claim.total
    if claimed is None or evaluation.low <= claimed <= evaluation.high:
        return ()
    which = guessed_above if claimed > evaluation.high else guessed_below
    return which(evaluation, claimed)


def _deciding(points: Sequence[tuple[str, Fraction]], distance: Fraction) -> tuple[str, ...]:
    moving = {name: given for name, given in points if given > 0}
    return tuple(moving) if sum(moving.values(), Fraction(0)) >= distance else ()


def _provisional(evaluation: Evaluation) -> list[Result]:
    return [one for one in evaluation.results if one.counts and one.indicator.provisional]
