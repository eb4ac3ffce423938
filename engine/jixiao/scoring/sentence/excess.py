"""How far a value lies beyond the limit of full marks: 不超过100%得5分，…，超过10个百分点不得分 is more than 110 %."""

from __future__ import annotations

import re

from jixiao.dataclass import replace
from jixiao.language.standard import Amount, Clause, Else, End, Interval, Phrase, Step, Words
from jixiao.quantity import PLAIN
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.intervals import overlap

_DENIED = "(?<![不未])(?<!没有)(?<!不[得能可应])(?<!未[能曾])"
_OVER = re.compile(f"{_DENIED}(?:超|高于|高出|多于|高$|多$|增)")
_UNDER = re.compile(f"{_DENIED}(?:差|低于|少于|低$|少$|欠|短)")
"""How a distance is said; 不超过1万元 and 不得超过1万元 are bounds, and none."""
_POINTS = ("个百分点", "个千分点")
"""Units of how far two shares lie apart."""


def with_excess(clauses: tuple[Clause, ...], context: Context) -> tuple[Clause, ...]:
    """Give the clauses with distances from the one limit of full marks as values beyond it.

    A number is a distance where it is said in percentage points behind a limit in %, or where as a value it would earn
    all by one clause and nothing by another.
    """
    limits = [
        one
        for clause in clauses
        if context.points_of(clause.award) == context.points
        for one in clause.subject
        if isinstance(one, Interval) and not one.at_goal
    ]
    if len(limits) != 1 or len({end.amount.base for end in limits[0].ends}) != 1:
        return clauses
    limit = limits[0]
    return tuple(_beyond(clause, limit, context) for clause in clauses)


def _beyond(clause: Clause, limit: Interval, context: Context) -> Clause:
    subject = clause.subject
    distances = [one for one in subject if isinstance(one, Interval)]
    plain = not any(isinstance(one, Step | Else) for one in subject)
    if clause.award is None or len(distances) != 1 or distances[0] is limit or not plain:
        return clause
    distance = distances[0]
    place = subject.index(distance)
    lead = subject[place - 1] if place else None
    words = lead.text if isinstance(lead, Words) else ""
    said = words + context.folded(distance.span)
    way = _way(said, limit)
    if not way or not _is_distance(distance, limit, way, context.points_of(clause.award) == 0):
        return clause
    found = _shifted(distance, limit, way)
    named = bool(words) and context.means_value(words)
    before: tuple[Phrase, ...] = subject[:place] if named or not words else subject[: place - 1]
    return clause.read_as((*before, found, *subject[place + 1 :]))


def _way(said: str, limit: Interval) -> int:
    """Give on which side of the limit a distance lies, by its words: 1 above, -1 below, 0 where they do not say it."""
    over, under = _OVER.search(said), _UNDER.search(said)
    if bool(over) == bool(under):
        return 0
    one_number = limit.low is not None and limit.high is not None
    if over:
        return 1 if limit.high is not None or one_number else 0
    return -1 if limit.low is not None or one_number else 0


def _is_distance(distance: Interval, limit: Interval, way: int, earns_nothing: bool) -> bool:
    ends = [end.amount for end in distance.ends]
    unit = limit.ends[0].amount.unit
    if any(one.unit.dimension != unit.dimension or one.base <= 0 for one in ends):
        return False
    if way < 0 and any(one.base >= limit.ends[0].amount.base for one in ends):
        return False
    in_points = all(one.unit.name in _POINTS for one in ends) and unit.name not in (*_POINTS, PLAIN.name)
    return in_points or (earns_nothing and overlap(distance, limit))


def _shifted(distance: Interval, limit: Interval, way: int) -> Interval:
    """Give the values that lie so far beyond the limit; from it on, where no nearer end is said."""
    end = limit.high if way > 0 else limit.low
    assert end is not None
    start = End(end.amount, not end.included, outright=True)

    def at(one: End | None) -> End | None:
        if one is None:
            return None
        amount = Amount((end.amount.base + way * one.amount.base) / end.amount.unit.factor, end.amount.unit)
        return replace(one, amount=amount)

    near, far = at(distance.low) or start, at(distance.high)
    low, high = (near, far) if way > 0 else (far, near)
    return replace(distance, low=low, high=high, bare=False)
