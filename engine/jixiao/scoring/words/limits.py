"""Limits that clauses name in words, made numbers before any form looks: goals, and the other side of a limit.

完成年度任务得5分，未完成的每少3%扣1分: the first speaks of 100 % and more, the second of less.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.language.error import Unsaid
from jixiao.language.standard import (
    Amount,
    Clause,
    End,
    Entry,
    InProportion,
    Interval,
    Magnitude,
    Phrase,
    Points,
    Remark,
    Says,
    Sentence,
    Step,
    Words,
)
from jixiao.language.standard.build.amount import ends_of
from jixiao.quantity import PLAIN
from jixiao.scoring.words.goals import WHOLE, above_goal, at_goal, goal_in, share_of_goal
from jixiao.scoring.words.measured import is_apart, plainly_measured
from jixiao.scoring.words.other_side import on_side, side_of
from jixiao.scoring.words.shares import with_shares
from jixiao.scoring.words.stated import named_lead, without_statement
from jixiao.scoring.words.valued import interval_in
from jixiao.scoring.words.wording import is_remark

_RATES = ("率", "占比", "比例", "比重", "满意度")
_COMPLETION = ("完成", "达成", "实现", "达标", "进度")


_IN_PART = re.compile("部分(?:完成|达到|落实|实现)的?")


def with_limits(entries: Sentence, name: str, known: Interval | None) -> Sentence:
    """Give the entries with numbers for goals and for the other side of limits; the same ones where there are none.

    `known`: the goal that the table states (目标).
    """
    said = _with_distances(with_shares(_with_shortfalls(entries), name), name)
    if known is None:
        said, known = without_statement(said, name)
    found = tuple(_with_goals(one, known, name) if isinstance(one, Clause) else one for one in said)
    for place in sorted(range(len(found)), key=lambda place: _side(found[place]) != "met"):
        found = (*found[:place], _with_other_side(found[place], found, place), *found[place + 1 :])
    found = _above_limits(found)
    found = tuple(_along(one) if isinstance(one, Clause) else one for one in found)
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


def compares(entries: Sentence) -> bool:
    """Whether some clause earns points by a number."""
    return bool(_limits(entries))


def _has_number(phrase: Phrase) -> bool:
    if isinstance(phrase, Remark):
        return interval_in(phrase) is not None
    return isinstance(phrase, Step) or (isinstance(phrase, Interval) and not phrase.at_goal)


def _with_goals(clause: Clause, known: Interval | None, name: str) -> Clause:
    clause = _measured(clause)
    subject: list[Phrase] = []
    has_step = any(isinstance(one, Step) for one in clause.subject)
    rest = list(clause.subject)
    while rest:
        match rest:
            case [Words() as words, Interval() as number, *_]:
                lead = named_lead(words.text, name) and (not number.bare or has_step)
                subject += [number] if lead else _before_number(words, number, known)
                rest = rest[2:]
            case [Words(), Remark(plain=False) as remark, *_] if interval_in(remark) is not None:
                subject += rest[:2]
                rest = rest[2:]
            case [Interval(), Words() as words] if side_of(words.text) == "met":
                subject.append(rest[0])  # 应达到98%，达到的得4分
                rest = []
            case [Words() as words, *_]:
                subject += _in_words(words, known)
                rest = rest[1:]
            case _:
                subject.append(rest.pop(0))
    found = tuple(subject)
    return clause if found == clause.subject else clause.read_as(_with_remarks(found))


def _with_shortfalls(entries: Sentence) -> Sentence:
    """Read 不足90%的，按比例扣分 of the value, where no step is 90 %; and 每降低1个百分点按比例扣分 as just that."""
    if any(_is_in_part(one) for one in entries):
        entries = tuple(
            one for one in entries if not _is_none(one)
        )  # in proportion none of it earns nothing anyway
    steps = {one.amount.base for clause in entries if isinstance(clause, Clause)
             for one in clause.subject if isinstance(one, Step)}  # fmt: skip
    found = [_shortfall(one, steps) for one in entries]
    return tuple(found) if any(one is not was for one, was in zip(found, entries, strict=True)) else entries


def _is_in_part(entry: Entry) -> bool:
    match entry:
        case Clause(subject=(Words(text=text),), award=InProportion()):
            return _IN_PART.fullmatch(text) is not None
        case _:
            return False


def _is_none(entry: Entry) -> bool:
    match entry:
        case Clause(subject=(Words(text=text),), award=Points(kind="zero")):
            return side_of(text) == "missed"
        case _:
            return False


def _shortfall(entry: Entry, steps: set[Fraction]) -> Entry:
    match entry:
        case Says(value="按比例", amount=Amount() as amount, span=span) if amount.base not in steps:
            below = Interval(*ends_of("<", amount), span)
            return Clause((below,), InProportion("按比例扣分", span), span)
        case Clause(subject=(Words(text=text) as part,), award=InProportion()) if _IN_PART.fullmatch(text):
            return entry.read_as((Words("未完成", part.span),))
        case Clause(subject=(Step(direction="under") as step,), award=InProportion(words=words)) if (
            "扣" in words
        ):
            return replace(entry, subject=(Words("未达到", step.span),))
        case _:
            return entry


def _with_distances(entries: Sentence, name: str) -> Sentence:
    """Take 与预算相差 before numbers for what it says, that the sign of the value does not count."""
    apart = [isinstance(one, Clause) and is_apart(one.subject, name) for one in entries]
    if not any(apart):
        return entries
    bare = (
        one.read_as(one.subject[1:]) if isinstance(one, Clause) and told else one
        for one, told in zip(entries, apart, strict=True)
    )
    return (*bare, Magnitude())


def _measured(clause: Clause) -> Clause:
    found = plainly_measured(clause.subject)
    return clause if found == clause.subject else clause.read_as(found)


def _before_number(words: Words, number: Interval, known: Interval | None) -> list[Phrase]:
    """Drop “完成年度任务的” before a share of that goal, and take 超计划10%以上 for 110 % and more."""
    ratio = all(end.amount.unit.dimension.is_ratio and end.amount.unit != PLAIN for end in number.ends)
    if known is not None or not ratio:
        return [words, number]
    if (name := above_goal(words.text)) is not None:
        return [*_called(name, words), _shifted(number)]
    share = share_of_goal(words.text)
    if share is None or (share.operator and not number.bare):
        return [words, number]
    if share.operator and number.low is not None:
        low, high = ends_of(share.operator, number.low.amount)
        number = replace(number, low=low, high=high, bare=False)
    return [*_called(share.name, words), number]


def _called(name: str, words: Words) -> Iterable[Phrase]:
    return (Words(name, words.span),) if name else ()


def _shifted(number: Interval) -> Interval:
    """Give the shares of a goal that lie so much above it: 10%以内 is from 100 % to 110 %."""

    def above(end: End | None) -> End | None:
        if end is None:
            return None
        return replace(end, amount=Amount(end.amount.base / WHOLE.unit.factor + WHOLE.value, WHOLE.unit))

    low, high = above(number.low), above(number.high)
    if number.bare and low is not None:
        return replace(number, low=low, high=None, bare=False)
    return replace(number, low=End(WHOLE, False, outright=True) if low is None else low, high=high)


def _in_words(words: Words, known: Interval | None) -> list[Phrase]:
    goal = goal_in(words.text)
    interval = None if goal is None else at_goal(goal, known)
    if goal is None or interval is None or (goal.more and not is_remark(goal.more)):
        return [words]
    return [*_called(goal.name, words), replace(interval, span=words.span), *_remarked(goal.more, words)]


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


def _above_limits(entries: Sentence) -> Sentence:
    """Let 超过5%以上 beside 不超过控制数 mean 105 %: what is within the limit is no excess."""
    intervals = [one for clause in entries if isinstance(clause, Clause)
                 for one in clause.subject if isinstance(one, Interval)]  # fmt: skip
    if not any(one.at_goal and one.low is None for one in intervals):
        return entries

    def above(phrase: Phrase) -> Phrase:
        if (
            not isinstance(phrase, Interval)
            or phrase.at_goal
            or phrase.low is None
            or phrase.high is not None
        ):
            return phrase
        end = phrase.low
        ratio = end.amount.unit.dimension.is_ratio and end.amount.unit != PLAIN
        return _shifted(phrase) if ratio and 0 < end.amount.base < 1 else phrase

    return tuple(
        clause.read_as(found)
        if isinstance(clause, Clause) and (found := tuple(map(above, clause.subject))) != clause.subject
        else clause
        for clause in entries
    )


def _along(clause: Clause) -> Clause:
    """Let 未完成的每差1个百分点 go the way of what stands before it."""
    match clause.subject:
        case (*before, Interval() as interval, Step(direction="off") as step) if (interval.low is None) != (
            interval.high is None
        ):
            way = replace(step, direction="over" if interval.low else "under")
            return replace(clause, subject=(*before, interval, way))
        case _:
            return clause


def _is_valued(phrase: Phrase) -> bool:
    return isinstance(phrase, Remark) and not phrase.plain and interval_in(phrase) is not None


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
            others = (one for one in rest if not isinstance(one, Words))
            return clause.read_as((replace(interval, span=words.span), *others))
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
        raise Unsaid(message, goal.span.start, goal.span.end - goal.span.start)


def _counts_on(clause: Clause) -> bool:
    """Whether a clause gives or takes points by a number of its own."""
    nothing = isinstance(clause.award, Points) and clause.award.kind == "zero"
    return not nothing and any(map(_has_number, clause.subject))
