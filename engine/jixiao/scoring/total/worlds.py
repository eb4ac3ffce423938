"""The total over everything that is not known: what is left out, what is chosen, what is vetoed.

Within one world the total grows with every score, so that its lowest and highest are those of the
lowest and highest scores; the range is that of all worlds together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, product
from math import prod

from jixiao.dataclass import dataclass
from jixiao.model.evaluation import Adjustment, Result, Status
from jixiao.model.ruleset import Ruleset
from jixiao.quantity import exact_sum
from jixiao.scoring.program.blocks import TOTAL
from jixiao.scoring.program.settlement import Settlement, WideVeto
from jixiao.scoring.total.ceilings import Left, every_way
from jixiao.scoring.total.choice import OpenChoice
from jixiao.scoring.total.grades import bounded_grades, possible_grades
from jixiao.scoring.total.tally import ZERO, Line, Score, World, tally

MAX_WORLDS = 4_096
"""Most worlds tried. Beyond, the total is left open whole."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """What the total may hang on besides the scores: vetoes that hold or may, and open choices."""

    held: tuple[WideVeto, ...] = ()
    unsure: tuple[WideVeto, ...] = ()
    choices: tuple[OpenChoice, ...] = ()
    bounds: tuple[Left, ...] = ()
    """What values leave of the total or of a block, each one of several where they are not known."""


NO_UNKNOWN = Unknown()
"""Nothing that the total hangs on but the scores."""


@dataclass(slots=True)
class Settled:
    """The range of the total, the grades that are possible, and the lines between scores and total."""

    low: Fraction
    high: Fraction
    grades: tuple[str, ...]
    adjustments: tuple[Adjustment, ...] = ()


def settle(results: Sequence[Result], ruleset: Ruleset, settlement: Settlement, unknown: Unknown) -> Settled:
    """Give the total's range and how it comes about."""
    uncounted = [one for one in results if one.left_out or one.set_aside or one.may_leave_out]
    if settlement.is_plain and not uncounted:
        low = exact_sum([one.low for one in results])
        still_open = [one for one in results if one.status is Status.OPEN]
        high = exact_sum([one.high for one in results]) if still_open else low
        return Settled(low, high, possible_grades(ruleset, low, high))
    doubtful = [at for at, one in enumerate(results) if one.may_leave_out and one.counts]
    count = 2 ** (len(doubtful) + len(unknown.unsure)) * prod(len(one.places) for one in unknown.choices)
    count *= prod(map(len, unknown.bounds))
    if count > MAX_WORLDS:
        return _unsettled(results, ruleset)
    worlds = list(_worlds(doubtful, unknown))
    lows, highs = (
        [tally(results, scores, settlement, world, unknown.choices) for world in worlds]
        for scores in (list(map(Score.lowest, results)), list(map(Score.highest, results)))
    )
    grades = set[str]()
    for world, (low, _), (high, _) in zip(worlds, lows, highs, strict=True):
        grades |= set(bounded_grades(ruleset, possible_grades(ruleset, low, high), world.vetoes))
    worst, best = min(lows, key=lambda one: one[0]), max(highs, key=lambda one: one[0])
    ordered = tuple(name for name, _ in ruleset.grades if name in grades)
    return Settled(worst[0], best[0], ordered, _merged(best[1], worst[1]))


def _worlds(doubtful: Sequence[int], unknown: Unknown) -> Iterator[World]:
    out = product(*(((), (at,)) for at in doubtful))
    over = product(*(_passed_over(one) for one in unknown.choices))
    vetoes = product(*(((), (one,)) for one in unknown.unsure))
    bounds = list(every_way(unknown.bounds))
    for some, others, held, bounded in product(list(out), list(over), list(vetoes), bounds):
        yield World(
            frozenset(chain.from_iterable(some)),
            frozenset(chain.from_iterable(others)),
            (*unknown.held, *chain.from_iterable(held)),
            bounded,
        )


def _passed_over(choice: OpenChoice) -> list[tuple[int, ...]]:
    """Give, for each that may be chosen, the others."""
    return [tuple(other for other in choice.places if other != at) for at in choice.places]


def _merged(high: Sequence[Line], low: Sequence[Line]) -> tuple[Adjustment, ...]:
    """Set the lines to the highest total beside those to the lowest; those of nothing are left out."""
    lines: dict[tuple[str, str, str], list[Line | None]] = {}
    for place, found in enumerate((high, low)):
        for line in found:
            lines.setdefault((line.kind, line.scope, line.clause), [None, None])[place] = line
    return tuple(
        Adjustment(
            kind=one.kind,
            scope=one.scope,
            clause=one.clause,
            reason=one.reason,
            points=best.points if best else ZERO,
            low_points=worst.points if worst else ZERO,
        )
        for best, worst in lines.values()
        if (one := next((line for line in (best, worst) if line and line.points), None))
    )


def _unsettled(results: Sequence[Result], ruleset: Ruleset) -> Settled:
    """Leave the total open whole, from nothing to everything that there is."""
    given = [one for one in results if one.counts]
    extra = (one.indicator.points for one in results if one.indicator.extra == "bonus")
    most = ruleset.full + sum(extra, ZERO)
    low = sum((one.given(one.low) for one in given), ZERO)
    high = sum((one.given(one.high) for one in given), ZERO)
    line = Adjustment(
        "unsettled", TOTAL, "情形太多", "没有写明的情形太多，无法逐一核算总分", high - most, low
    )
    return Settled(ZERO, most, tuple(name for name, _ in ruleset.grades), (line,))
