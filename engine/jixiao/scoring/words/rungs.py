"""Numbers without a sign that stand as rungs of a ladder: 95%以上得5分；85%得4分；低于85%不得分.

Where what lies beyond the last of them earns nothing, and the points fall from one to the next, each holds up to the one before.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from jixiao.dataclass import dataclass, replace
from jixiao.language.standard import Clause, End, Entry, Interval, Points, Remark, Sentence, Words
from jixiao.quantity import PLAIN

_LEAST = 2
"""So many numbers that earn points make a ladder."""


@dataclass(frozen=True, slots=True)
class _Rung:
    """A clause with one number, and what it earns."""

    clause: Clause
    interval: Interval
    end: End
    points: Fraction


def with_rungs(entries: Sentence) -> Sentence:
    """Give the entries with a sign for each number that has none, where the others say which way it goes."""
    clauses = [one for one in entries if isinstance(one, Clause)]
    found = [_rung(one) for one in clauses]
    known = [one for one in found if one is not None]
    if len(known) < len(clauses) or not any(one.interval.bare for one in known):
        return entries
    *rungs, last = sorted(known, key=lambda one: one.points, reverse=True)
    upward = last.interval.low is None
    if len(rungs) < _LEAST or last.points or not rungs[-1].points or not _falls(rungs, last, upward=upward):
        return entries
    bare = {id(one.clause): one for one in rungs if one.interval.bare}
    return tuple(_signed(one, bare[id(one)], upward=upward) if id(one) in bare else one for one in entries)


def _falls(rungs: list[_Rung], last: _Rung, *, upward: bool) -> bool:
    """Whether numbers and points fall together down to the last rung, beyond which nothing is earned."""
    beyond = last.interval.high if upward else last.interval.low
    if last.interval.bare or beyond is None or len(last.interval.ends) > 1:
        return False
    if beyond.amount.base != rungs[-1].end.amount.base or (beyond.included and not beyond.by_statute):
        return False
    open_ends = all(
        one.interval.bare or (one.interval.high if upward else one.interval.low) is None for one in rungs
    )
    return open_ends and all(
        one.points > two.points and _is_further(one, two, upward=upward) for one, two in pairwise(rungs)
    )


def _is_further(one: _Rung, two: _Rung, *, upward: bool) -> bool:
    further, nearer = (one, two) if upward else (two, one)
    return further.end.amount.base > nearer.end.amount.base


def _rung(clause: Clause) -> _Rung | None:
    """Read a clause with points and one share; None for any other."""
    match clause:
        case Clause(
            subject=(*lead, Interval(outside=False, ring=False, name="") as interval), award=Points() as award
        ) if all(isinstance(one, Words | Remark) for one in lead):
            pass
        case _:
            return None
    units = {end.amount.unit for end in interval.ends}
    one_number = len({end.amount.base for end in interval.ends}) == 1
    if not one_number or any(unit == PLAIN or not unit.dimension.is_ratio for unit in units):
        return None
    if award.kind not in ("number", "full", "zero"):
        return None
    points = {"full": _MOST, "zero": Fraction(0)}.get(award.kind, award.value)
    return _Rung(clause, interval, interval.ends[0], points)


_MOST = Fraction(10**9)
"""Full marks, where points are only put in order."""


def _signed(clause: Entry, rung: _Rung, *, upward: bool) -> Entry:
    end = replace(rung.end, included=True, outright=True, by_statute=False)
    low, high = (end, None) if upward else (None, end)
    assert isinstance(clause, Clause)
    interval = replace(rung.interval, low=low, high=high, bare=False)
    return clause.read_as(tuple(interval if one is rung.interval else one for one in clause.subject))
