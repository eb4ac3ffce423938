"""Limits that clauses name in words, made numbers before any form looks: goals, and the other side of a limit.

完成年度任务得5分，未完成的每少3%扣1分: the first speaks of 100 % and more, the second of less.
"""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.dataclass import replace
from jixiao.language.error import LanguageError
from jixiao.language.standard import (
    Clause,
    Entry,
    InProportion,
    Interval,
    Magnitude,
    Phrase,
    Points,
    Remark,
    Sentence,
    Step,
    Words,
)
from jixiao.language.standard.build.amount import ends_of
from jixiao.quantity import PLAIN
from jixiao.scoring.words.goals import WHOLE, Goal, at_goal, goal_in, share_of_goal
from jixiao.scoring.words.measured import is_apart, plainly_measured
from jixiao.scoring.words.other_side import on_side, side_of
from jixiao.scoring.words.stated import named_lead, without_statement
from jixiao.scoring.words.wording import is_remark

_RATES = ("率", "占比", "比例", "比重", "满意度")
_COMPLETION = ("完成", "达成", "实现", "达标", "进度")


def with_limits(entries: Sentence, name: str, known: Interval | None) -> Sentence:
    """Give the entries with numbers for goals and for the other side of limits; the same ones where there are none.

    `known`: the goal that the table states (目标).
    """
    said = _with_distances(entries, name)
    if known is None:
        said, known = without_statement(said, name)
    found = tuple(_with_goals(one, known, name) if isinstance(one, Clause) else one for one in said)
    for place in sorted(range(len(found)), key=lambda place: _side(found[place]) != "met"):
        found = (*found[:place], _with_other_side(found[place], found, place), *found[place + 1 :])
    if found == entries:
        return entries
    _refuse_unknown_goal(found, name)
    return found


def speaks_of_numbers(entries: Sentence) -> bool:
    """Whether some clause says more of the value than that it reaches a goal or not."""
    clauses = [one for one in entries if isinstance(one, Clause)]
    return any(
        isinstance(clause.award, InProportion) or any(map(_has_number, clause.subject)) for clause in clauses
    )


def _has_number(phrase: Phrase) -> bool:
    return isinstance(phrase, Step) or (isinstance(phrase, Interval) and not phrase.at_goal)


def _with_goals(clause: Clause, known: Interval | None, name: str) -> Clause:
    clause = _measured(clause)
    subject: list[Phrase] = []
    has_step = any(isinstance(one, Step) for one in clause.subject)
    for phrase, after in zip(clause.subject, (*clause.subject[1:], None), strict=False):
        if not isinstance(phrase, Words):
            subject.append(phrase)
        elif isinstance(after, Interval):
            lead = named_lead(phrase.text, name) and (not after.bare or has_step)
            subject += [] if lead else _before_number(phrase, after, known)
        else:
            subject += _in_words(phrase, known)
    found = tuple(subject)
    return clause if found == clause.subject else replace(clause, subject=_with_remarks(found))


def _with_distances(entries: Sentence, name: str) -> Sentence:
    """Take 与预算相差 before numbers for what it says, that the sign of the value does not count."""
    apart = [isinstance(one, Clause) and is_apart(one.subject, name) for one in entries]
    if not any(apart):
        return entries
    bare = (
        replace(one, subject=one.subject[1:]) if isinstance(one, Clause) and told else one
        for one, told in zip(entries, apart, strict=True)
    )
    return (*bare, Magnitude())


def _measured(clause: Clause) -> Clause:
    found = plainly_measured(clause.subject)
    return clause if found == clause.subject else replace(clause, subject=found)


def _before_number(words: Words, number: Interval, known: Interval | None) -> list[Phrase]:
    """Drop “完成年度任务的” before a share of that goal."""
    ratio = all(end.amount.unit.dimension.is_ratio and end.amount.unit != PLAIN for end in number.ends)
    name = share_of_goal(words.text) if known is None and ratio else None
    return [words] if name is None else [Words(name, words.span)] if name else []


def _in_words(words: Words, known: Interval | None) -> list[Phrase]:
    goal = goal_in(words.text)
    interval = None if goal is None else at_goal(goal, known)
    if goal is None or interval is None or (goal.more and not is_remark(goal.more)):
        return [words]
    return [*_named(goal, words), replace(interval, span=words.span), *_remarked(goal.more, words)]


def _named(goal: Goal, words: Words) -> Iterable[Phrase]:
    return (Words(goal.name, words.span),) if goal.name else ()


def _remarked(more: str, words: Words) -> Iterable[Phrase]:
    return (Remark(more, plain=True, span=words.span),) if more else ()


def _with_remarks(subject: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Take “并通过复核” behind a goal for a remark."""
    last = subject[-1]
    behind = any(isinstance(one, Interval) for one in subject[:-1])
    if (
        behind
        and isinstance(last, Words)
        and last.text.startswith(("并", "且", "同时"))
        and is_remark(last.text)
    ):
        return (*subject[:-1], Remark(last.text, plain=True, span=last.span))
    return subject


def _side(entry: Entry) -> str:
    """Give the side of a limit of which a clause speaks, without saying the limit: 未达到的; "" for other clauses."""
    match entry:
        case Clause(subject=(Words() as words, *rest)) if all(isinstance(one, Step | Remark) for one in rest):
            return side_of(words.text)
        case _:
            return ""


def _with_other_side(clause: Entry, entries: Sentence, place: int) -> Entry:
    side = _side(clause)
    match clause:
        case Clause(subject=(Words() as words, *rest)) if side:
            limits = _limits(entries[:place]) or _limits(entries[place + 1 :])
            interval = on_side(side, limits, words.text)
            if not limits and side == "met" and _speaks_of_ratio(entries):
                interval = Interval(*ends_of("≥", WHOLE), words=words.text, at_goal=True)
            if interval is None:
                return clause
            return replace(clause, subject=(replace(interval, span=words.span), *rest))
        case _:
            return clause


def _speaks_of_ratio(entries: Sentence) -> bool:
    """Whether some clause goes in proportion, or by steps of a percentage."""
    clauses = [one for one in entries if isinstance(one, Clause)]
    steps = (one for clause in clauses for one in clause.subject if isinstance(one, Step))
    return any(isinstance(clause.award, InProportion) for clause in clauses) or any(
        step.amount.unit.dimension.is_ratio and step.amount.unit != PLAIN for step in steps
    )


def _limits(entries: Sentence) -> list[Interval]:
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


def _refuse_unknown_goal(entries: Sentence, name: str) -> None:
    """Refuse 达到目标值…每低1个百分点 of a rate, where nobody knows whether points of the rate or of the goal are meant."""
    if not name.rstrip("”）)").endswith(_RATES) or any(word in name for word in _COMPLETION):
        return
    clauses = [one for one in entries if isinstance(one, Clause)]
    goals = (
        phrase for one in clauses for phrase in one.subject if isinstance(phrase, Interval) and phrase.at_goal
    )
    goal = next(goals, None)
    if goal is not None and any(_counts_on(one) for one in clauses):
        message = f"没有写“{name}”的目标是多少，不知道后面的数怎么算：请在指标上写 目标，如 目标: ≥95%"
        raise LanguageError(message, goal.span.start, goal.span.end - goal.span.start)


def _counts_on(clause: Clause) -> bool:
    """Whether a clause gives or takes points by a number of its own."""
    nothing = isinstance(clause.award, Points) and clause.award.kind == "zero"
    return not nothing and any(map(_has_number, clause.subject))
