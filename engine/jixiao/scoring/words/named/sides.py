"""Clauses that speak of a limit which other clauses set, made numbers: 未达到的, 超额完成的每超5%."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.dataclass import replace
from jixiao.language.standard import (
    Clause,
    Entry,
    InProportion,
    Interval,
    Phrase,
    Points,
    Remark,
    Sentence,
    Step,
    Words,
)
from jixiao.language.standard.build.amount import ends_of
from jixiao.quantity import PLAIN
from jixiao.scoring.words.named.goals import WHOLE
from jixiao.scoring.words.named.other_side import on_side, side_of
from jixiao.scoring.words.valued import interval_in


def with_other_sides(entries: Sentence) -> Sentence:
    """Give the entries with numbers for clauses that speak of a limit which others set: 未达到的不得分."""
    sides = [_side(entry) for entry in entries]
    if not any(sides):
        return entries
    limits, of_ratio = [limits_in((entry,)) for entry in entries], _speaks_of_ratio(entries)
    if not (any(limits) or of_ratio):
        return entries
    found = list(entries)
    for place in sorted(range(len(found)), key=lambda place: sides[place] != "met"):
        if sides[place]:
            others = _all_of(limits[:place]) or _all_of(limits[place + 1 :])
            found[place] = _on_side(found[place], sides[place], others, of_ratio=of_ratio)
            limits[place] = limits_in((found[place],))
    return tuple(found)


def _all_of(limits: Sequence[Sequence[Interval]]) -> list[Interval]:
    return [one for of_entry in limits for one in of_entry]


def compares(entries: Sentence) -> bool:
    """Whether some clause earns points by a number."""
    return bool(limits_in(entries))


def _side(entry: Entry) -> str:
    """Give the side of a limit of which a clause speaks, without saying the limit: 未达到的; "" for other clauses."""
    match entry:
        case Clause(subject=(Words() as words, *rest)) if all(
            isinstance(one, Step | Remark)
            or (isinstance(one, Words) and side_of(one.text) == side_of(words.text))
            for one in rest
        ) and not any(map(_is_valued, rest)):
            return side_of(words.text)
        case _:
            return ""


def _is_valued(phrase: Phrase) -> bool:
    return isinstance(phrase, Remark) and not phrase.plain and interval_in(phrase) is not None


def _on_side(clause: Entry, side: str, limits: Sequence[Interval], *, of_ratio: bool) -> Entry:
    match clause:
        case Clause(subject=(Words() as words, *rest)):
            interval = on_side(side, limits, words.text)
            if not limits and side == "met" and of_ratio:
                interval = Interval(*ends_of("≥", WHOLE), words=words.text, at_goal=True)
            if interval is None:
                return clause
            others = (one for one in rest if not isinstance(one, Words))
            return clause.read_as((replace(interval, span=words.span), *others))
        case _:
            return clause


def along(clause: Clause) -> Clause:
    """Let 未完成的每差1个百分点 go the way of what stands before it."""
    match clause.subject:
        case (*before, Interval() as interval, Step(direction="off") as step) if (interval.low is None) != (
            interval.high is None
        ):
            way = replace(step, direction="over" if interval.low else "under")
            return replace(clause, subject=(*before, interval, way))
        case _:
            return clause


def _speaks_of_ratio(entries: Sequence[Entry]) -> bool:
    """Whether some clause goes in proportion, or by steps of a percentage."""
    clauses = [one for one in entries if isinstance(one, Clause)]
    steps = (one for clause in clauses for one in clause.subject if isinstance(one, Step))
    return any(isinstance(clause.award, InProportion) for clause in clauses) or any(
        step.amount.unit.dimension.is_ratio and step.amount.unit != PLAIN for step in steps
    )


def limits_in(entries: Sequence[Entry]) -> list[Interval]:
    """Give the values that clauses give points for."""
    return [
        phrase
        for entry in entries
        if isinstance(entry, Clause) and _earns(entry)
        for phrase in entry.subject
        if isinstance(phrase, Interval)
    ]


def _earns(clause: Clause) -> bool:
    stepped = any(isinstance(one, Step) for one in clause.subject)
    return isinstance(clause.award, Points) and clause.award.kind != "zero" and not stepped
