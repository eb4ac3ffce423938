"""Goals in the words of one clause: a limit of their own, before a share of them, before so much above them."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.dataclass import replace
from jixiao.language.standard import Amount, Clause, End, Interval, Phrase, Remark, Sentence, Step, Words
from jixiao.language.standard.build.amount import ends_of
from jixiao.quantity import PLAIN
from jixiao.scoring.words.named.goals import WHOLE, above_goal, at_goal, goal_in, share_of_goal
from jixiao.scoring.words.named.measured import plainly_measured
from jixiao.scoring.words.named.other_side import side_of
from jixiao.scoring.words.named.stated import named_lead
from jixiao.scoring.words.valued import interval_in
from jixiao.scoring.words.wording import is_remark


def with_goals(clause: Clause, known: Interval | None, name: str) -> Clause:
    """Give a clause with numbers for the goals that its words name; `known`: the goal, where it is known."""
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


def above_limits(entries: Sentence) -> Sentence:
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
