"""A goal that the sentence itself states: 目标80%，达到目标得满分; 增长6%，达目标的计15分."""

from __future__ import annotations

import re

from jixiao.dataclass import replace
from jixiao.language.standard import Base, Clause, Interval, Sentence, Step, Words
from jixiao.language.standard.build.amount import ends_of
from jixiao.scoring.words.context import is_another
from jixiao.scoring.words.named.goals import goal_in
from jixiao.scoring.words.signs import declined, declines, grows, is_change

_LEAD = re.compile(
    "(?:本|该)?(?:年度|全年|年初|季度|考核)*(?:目标|计划|任务|标准|要求)(?:任务|值|数)?(?:为|是|应|需|须)*"
)
"""What only says that a goal follows."""


def without_statement(entries: Sentence, name: str) -> tuple[Sentence, Interval | None]:
    """Give the entries without the words that state a goal, and the goal; the same ones where none is stated.

    A number that no clause then calls the goal is none.
    """
    base = next((one for one in entries if isinstance(one, Base)), None)
    if base is not None:
        return entries, Interval(*ends_of("=", base.amount), base.span, bare=True)
    found = [(place, stated) for place, one in enumerate(entries) if (stated := _stated(one, name))]
    if len(found) != 1:
        return entries, None
    (place, (goal, clause)) = found[0]
    rest = (*entries[:place], *(() if clause is None else (clause,)), *entries[place + 1 :])
    return (rest, goal) if any(map(_speaks_of_goal, rest)) else (entries, None)


def _stated(entry: object, name: str) -> tuple[Interval, Clause | None] | None:
    """Give the goal that a clause states, and what else it says."""
    if not isinstance(entry, Clause):
        return None
    match entry.subject:
        case (Words() as words, Interval(bare=True) as interval) if entry.award is None and _tells(
            words.text, interval, name
        ):
            return interval, None
        case (Words() as words, Interval() as interval, *rest) if goal := _goal(words.text, interval, name):
            if not rest:
                return (goal, None) if entry.award is None else None
            told = all(isinstance(one, Words | Step) for one in rest)
            return (goal, entry.read_as(tuple(rest))) if told and entry.award is not None else None
        case _:
            return None


def _tells(words: str, interval: Interval, name: str) -> bool:
    """Whether a sentence that earns nothing states an amount of what the indicator is called by: 年度新增就业5000人."""
    amounts = all(not end.amount.unit.dimension.is_ratio for end in interval.ends)
    return amounts and any(name[place : place + 2] in words for place in range(len(name) - 1))


def _goal(lead: str, interval: Interval, name: str) -> Interval | None:
    if any(interval.ends) and len({end.amount.base for end in interval.ends}) != 1:
        return None
    if declines(lead):
        return _declining(interval, name)
    if not (_LEAD.fullmatch(_unnamed(lead, name)) or (is_change(name) and grows(lead))):
        return None
    number = interval.low is not None and interval.high is not None
    return replace(interval, bare=True) if number else interval


def _unnamed(lead: str, name: str) -> str:
    """Give words before a number without the indicator's name that they begin with: 疫苗接种率目标值."""
    before, found, behind = lead.partition(name)
    return behind if found and not is_another(before + name, name) else lead


def _declining(interval: Interval, name: str) -> Interval | None:
    """Give the goal of 下降3%: a change of -3 % and less, or a decline of 3 % and more."""
    end = interval.low or interval.high
    assert end is not None
    if is_change(name):
        return Interval(None, declined(Interval(end, None)).high, interval.span)
    return replace(interval, bare=True) if any(word in name for word in ("降", "减")) else None


def _speaks_of_goal(entry: object) -> bool:
    return isinstance(entry, Clause) and any(
        isinstance(phrase, Words) and goal_in(phrase.text) is not None for phrase in entry.subject
    )


def named_lead(words: str, name: str) -> bool:
    """Whether words before a number only say that it is the limit: 标准≥90%, of a change 增长3%."""
    return bool(_LEAD.fullmatch(words)) or (is_change(name) and grows(words))
