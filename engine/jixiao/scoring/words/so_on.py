"""Even thresholds before 依次类推, made a limit and steps: 完成任务得6分，完成95%得5分，完成90%得4分，依次类推."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Literal, TypeGuard

from jixiao.dataclass import dataclass
from jixiao.language.error import LanguageError
from jixiao.language.standard import Add, Amount, Clause, Deduct, Interval, Points, Says, Sentence, SoOn, Step
from jixiao.quantity import points_text

_LEAST = 3
"""So many thresholds show how it goes on: the first, and two that follow."""


@dataclass(frozen=True, slots=True)
class _Threshold:
    place: int
    at: Amount
    points: Fraction


def with_progression(entries: Sentence, full: Fraction) -> Sentence:
    """Give the entries with steps for what goes on after 依次类推; the same ones where nothing does.

    A threshold is reached at its number. Raises LanguageError where the thresholds are not even.
    """
    so_on = next((one for one in entries if isinstance(one, SoOn)), None)
    found = [mark for place, one in enumerate(entries) if (mark := _threshold(one, place, full)) is not None]
    if so_on is not None and (stepped := [one for one in entries if _is_stepped(one)]):
        _refuse_other_steps(stepped, found)
        return tuple(one for one in entries if not isinstance(one, SoOn))  # steps go on as it is
    if so_on is not None and so_on.by is not None and len(found) == 1 and _is_place(found[0].at):
        found = [*found, _next_place(found[0], so_on.by)]
    if so_on is None or len(found) < (_LEAST if so_on.by is None else _LEAST - 1):
        return entries
    ways = {(two.at.base - one.at.base, two.points - one.points) for one, two in pairwise(found)}
    if len(ways) != 1:
        span = so_on.span
        raise LanguageError.at("“以此类推”前面的各档不是等差的，无法类推", span)
    ((width, gain),) = ways
    if so_on.by not in (None, abs(gain)):
        message = f"与前面的各档不符：前面每档相差{points_text(abs(gain))}分"
        raise LanguageError.at(message, so_on.span)
    if not width or not gain:
        return entries
    first, second = found[0], found[1]
    start = entries[first.place]
    assert isinstance(start, Clause)
    direction: Literal["over", "under"] = "over" if (width > 0) else "under"
    worse = direction == "over" and gain < 0 and not _is_place(first.at)
    if worse or (direction == "under" and gain > 0):
        return entries  # 3天得5分，5天得4分: which of both a value between has, nobody says
    size = Amount(abs(second.at.value - first.at.value), first.at.unit)
    step = Step(_named(direction, first.at), size, so_on.span)
    award = Add(gain, so_on.span) if gain > 0 else Deduct(-gain, so_on.span)
    whole = Says("不足一步", "不计" if gain > 0 else "按一步", span=so_on.span)
    kept = (one for place, one in enumerate(entries) if place not in {mark.place for mark in found[1:]})
    steps = Clause((step,), award, start.span.to(so_on.span))
    return (*(one for one in kept if one is not so_on and not isinstance(one, SoOn)), steps, whole)


def _refuse_other_steps(stepped: list[Clause], found: list[_Threshold]) -> None:
    """Raise LanguageError where steps beside 以此类推 cost something else than the places before it show."""
    if len(found) < _LEAST or not _is_place(found[0].at):
        return
    shown = {(two.at.value - one.at.value, one.points - two.points) for one, two in pairwise(found)}
    for clause in stepped:
        step = next(one for one in clause.subject if isinstance(one, Step))
        award = clause.award
        if isinstance(award, Deduct) and (award.share or shown != {(step.amount.value, award.value)}):
            message = "与“以此类推”前面的各档不符，不知道按哪一个，请只留一个"
            raise LanguageError.at(message, clause.span)


def _next_place(first: _Threshold, by: Fraction) -> _Threshold:
    """Give the place behind the first, which 依次递减1分 says without naming it."""
    at = Amount(first.at.value + 1, first.at.unit)
    return _Threshold(-1, at, first.points - by)


def _named(direction: Literal["over", "under"], at: Amount) -> Literal["over", "under"]:
    """Give the direction as words would have it: to a later place it goes down."""
    if not _is_place(at):
        return direction
    return "under" if direction == "over" else "over"


def _is_place(at: Amount) -> bool:
    return any(base == "名次" for base, _ in at.unit.dimension.powers)


def _threshold(entry: object, place: int, full: Fraction) -> _Threshold | None:
    match entry:
        case Clause(subject=(Interval(low=low, high=high),), award=Points(kind=kind, value=value)) if (
            low is not None
        ):
            points = full if kind == "full" else value
            one_number = high is None or high.amount.base == low.amount.base
            return _Threshold(place, low.amount, points) if one_number and points else None
        case _:
            return None


def _is_stepped(entry: object) -> TypeGuard[Clause]:
    return isinstance(entry, Clause) and any(isinstance(one, Step) for one in entry.subject)
