"""Goal: the clause that earns full marks where a target is met, and what speaks of missing it."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.language.standard import Clause, Else, InProportion, Interval, Words
from jixiao.language.standard.build.amount import ends_of
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.named.goals import WHOLE
from jixiao.scoring.words.wording import words_of

_WHOLLY = ("全部完成", "全面完成", "按期完成", "如期完成", "按时完成", "完成任务", "全部达到", "达标")
_BEYOND = {"超过": "≤", "高于": "≤", "大于": "≤", "超出": "≤", "低于": "≥", "小于": "≥", "不足": "≥"}
_MET = ("达到", "完成", "实现", "达成", "不低于", "不超过")
_GOAL = ("目标", "计划", "预期", "指标值", "任务", "年度值")
_MISSED = (
    "未达到",
    "未完成",
    "未实现",
    "达不到",
    "没有达到",
    "未达成",
    "低于目标",
    "未达标",
    "不达标",
    "未全部",
    "未全面",
    "没有完成",
    "未达",
)
_REACHED = re.compile(
    "[^，未没不]{2,12}(?:数|量|人次|率|额|值|进度)(?:达到|完成|不低于)(?:了)?(?:年初|年度)?(?:计划|目标|预期)(?:数量|数|值)?"
    "|(?:实际)?[^，未没不]{0,10}(?:≥|>=|大于等于|大于或等于)(?:年度|年初|预期)?(?:计划|目标|预期|指标)(?:值|数)"
)
_SHARE = re.compile(r"(\d+(?:\.\d+)?)%")
_IF = re.compile("^(?:如果|如|若)")


def goal_of(clause: Clause, context: Context) -> Interval | None:
    """Give the interval that earns full marks; where words name the goal, the values that reach it."""
    interval = context.condition(clause.subject)
    if interval is not None:
        alone = clause.award is None and not interval.bare
        return interval if alone or context.points_of(clause.award) else None
    text = words_of(clause.subject)
    if context.base is not None and context.base.base != 1:
        return None  # 目标值为95%；达到目标值: the value may be the rate or how far the rate meets its goal
    every = text.startswith(("全部", "全面")) and context.name.endswith("率")
    if (
        every
        or text.startswith(_WHOLLY)
        or _REACHED.fullmatch(text)
        or (text.startswith(_MET) and any(goal in text for goal in _GOAL))
    ):
        whole = Interval(*ends_of("≥", WHOLE), clause.span, words=text, at_goal=True)
        return whole if context.points_of(clause.award) else None
    return None


def denied_goal(clauses: tuple[Clause, ...], context: Context) -> Interval | None:
    """Give all of what is done, where its denial then goes in proportion: 全部开工得3分，未全部开工的按开工比例得分."""
    if (
        len(clauses) < 2
        or not isinstance(clauses[1].award, InProportion)
        or not context.points_of(clauses[0].award)
    ):
        return None
    text, denial = words_of(clauses[0].subject), words_of(clauses[1].subject)
    denied = (
        denial.startswith(("未", "没有", "没")) and denial.lstrip("未没有") in text and "控制" not in text
    )
    return Interval(*ends_of("≥", WHOLE), clauses[0].span, words=text, at_goal=True) if denied else None


def is_whole(interval: Interval) -> bool:
    """Whether the target is 100 % or more: what is taken off in proportion then leaves the rate itself."""
    return interval.low is not None and interval.low.amount.base == 1


def has_ratio(interval: Interval) -> bool:
    """Whether a value can be a share of its goal: that is one number above zero."""
    ends = {end.amount.base for end in interval.ends}
    return all(end > 0 for end in ends) and len(ends) < 2


def goes_to(award: InProportion, interval: Interval) -> bool:
    """Whether a number that the proportion names (与95%之比) is the goal's; where it names none, it is."""
    named = _SHARE.search(award.words)
    end = None if interval.at_goal else interval.low or interval.high
    return named is None or (end is not None and end.amount.base == Fraction(named[1]) / 100)


def _beyond(clause: Clause, interval: Interval, context: Context) -> bool:
    """Whether “不足100%的，按比例得分” or “未达到的” speaks of just what the target leaves out."""
    missed = context.condition(clause.subject)
    if missed is None or not (isinstance(clause.award, InProportion) or missed.words):
        return False
    for end, other, open_ended in (
        (interval.low, missed.high, interval.high is None and missed.low is None),
        (interval.high, missed.low, interval.low is None and missed.high is None),
    ):
        if end and other and open_ended and end.amount.base == other.amount.base:
            return end.included != other.included
    return _below_the_one(interval, missed)


def _below_the_one(interval: Interval, missed: Interval) -> bool:
    """Whether “100%得满分，不足100%” speaks of what lies below the one number that earns all."""
    one, below = interval.low, missed.high
    if one is None or interval.low != interval.high or below is None or missed.low is not None:
        return False
    return below.amount == one.amount and not below.included


def _is_range(interval: Interval) -> bool:
    """Whether a goal has two sides: what is over it has reached it, though it lies outside: 80%-90%."""
    return interval.low is not None and interval.high is not None and interval.low != interval.high


def misses(clause: Clause, interval: Interval, context: Context) -> bool:
    """Whether a clause speaks of not meeting the goal that another clause set."""
    if _beyond(clause, interval, context):
        return True
    match clause.subject:
        case (Else(),) | (Else(), Words()):
            return True
        case (Words(text=text),) if text in _BEYOND and not interval.at_goal:
            return (interval.low is None) == (_BEYOND[text] == "≤")
        case (Words(text=text),):
            return _IF.sub("", text).startswith(_MISSED) and not _is_range(interval)
        case _:
            return False


def words_missed(clause: Clause) -> str:
    """Give the words that say that the goal is missed; empty for 否则."""
    match clause.subject:
        case (Interval(words=words),):
            return words
        case _:
            return words_of(clause.subject)
