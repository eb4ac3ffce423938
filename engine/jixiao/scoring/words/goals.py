"""Goals that words name: 完成年度任务, 不超过控制数, 低于目标值.

Where the goal is no number that is known, the value is its share of the goal, which is 100 %.
"""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.dataclass import dataclass, replace
from jixiao.language.standard import Amount, End, Interval
from jixiao.language.standard.build.amount import ends_of
from jixiao.quantity import find_unit

WHOLE = Amount(Fraction(100), find_unit("%"))
"""What a goal is of itself."""
_HOW = "(?:圆满|全面|全部|按期|按时|如期|足额|按要求|按计划|按进度|保质保量|均|能够?|已|顺利)*?"
_MET = f"{_HOW}(?:达到或超过|完成或超过|完成|达到|实现|达成|达)了?"
_MISSED = f"(?:(?:未|没有|没|未能|没能|不能){_HOW}(?:完成|达到|实现|达成|达)|达不到|完不成|不达)"
_LITERAL = {
    "≤": "不超过 不得超过 未超过 不超出 未超出 不高于 未高于 不大于 不多于 小于等于 小于或等于 低于或等于 不突破 未突破 ≤ <=",
    "≥": "不低于 不得低于 不少于 不小于 大于等于 大于或等于 高于或等于 ≥ >=",
    "<": "低于 小于 少于 不足 不到 <",
    ">": "超额完成 超过 超出 大于 高于 多于 突破 超 >",
}
_OPERATORS = {word: operator for operator, words in _LITERAL.items() for word in words.split()}
_GOAL = (
    "(?:目标(?:任务|责任|值|数量?|量|要求|计划)? | 任务(?:目标|指标|数量?|量|要求|总量)? | 指标(?:任务|值|数量?)"
    " | 计划(?:任务|目标|指标|值|数量?|量|总量)? | (?:总量)?控制(?:数|值|指标|目标|线|总量|限额) | 预期(?:目标|值))"
)
_OF = "[^，,、;。\\d不未没无非并且和或及与较比同按]{0,14}?"
"""Whose goal, and of when: 市级下达的年度."""
_AND = "(?P<more>(?:，|,)?(?:并|且|同时)[^，,;。]{2,16})"
"""What else is asked for beside the goal: 并通过复核."""
_PHRASE = re.compile(
    rf"""(?:如果|如|若|凡是?|对|其中)?(?P<name>[^，,、;。不未没无非]*?)
         (?: (?P<missed>{_MISSED}) | (?P<literal>{"|".join(sorted(_OPERATORS, key=len, reverse=True))})
           | (?P<within>控制在) | (?P<met>{_MET}) )
         (?P<goal>{_OF}{_GOAL})(?(within)(?:以内|之内|内|范围内))(?:的|者|时|要求)*{_AND}?""",
    re.VERBOSE,
)
_SHARE = re.compile(
    rf"(?P<name>[^，,、;。不未没无非]*?)(?:{_MET}|达|占){_OF}{_GOAL}(?:的|进度的?|比例)?", re.VERBOSE
)


@dataclass(frozen=True, slots=True)
class Goal:
    """A comparison with a goal, in words."""

    name: str
    """What is compared; empty where the words do not say it."""
    operator: str
    """How; "" for 达到 and "!" for 未达到, which leave it to the goal whether more or less is wanted."""
    words: str
    more: str = ""
    """What else is asked for beside the goal."""

    @property
    def controls(self) -> bool:
        """Whether it is a limit that is not to be passed, of which nobody knows what 达到 means."""
        return "控制" in self.words


def goal_in(text: str) -> Goal | None:
    """Give the comparison with a goal that words make: 改造面积低于年度任务; None where they make none."""
    found = _PHRASE.fullmatch(text)
    if found is None:
        return None
    operator = "≤" if found["within"] else "!" if found["missed"] else _OPERATORS.get(found["literal"], "")
    words = text[found.start("name") + len(found["name"]) :]
    more = found["more"] or ""
    return Goal(found["name"], operator, words.removesuffix(more), more.lstrip("，,"))


def share_of_goal(text: str) -> str | None:
    """Give what is compared in “改造面积达到目标任务的”, before a share of that goal; None for other words."""
    found = _SHARE.fullmatch(text)
    return None if found is None else found["name"]


def at_goal(goal: Goal, known: Interval | None) -> Interval | None:
    """Give the values that a comparison with a goal speaks of; `known`: the goal, where it is known.

    None where nobody can say on which side of the goal they lie.
    """
    if known is None:
        if goal.controls and goal.operator in ("", "!"):
            return None
        operator = {"": "≥", "!": "<"}.get(goal.operator, goal.operator)
        return Interval(*ends_of(operator, WHOLE), words=goal.words, at_goal=True)
    if goal.operator == "":
        return replace(reached(known), words=goal.words)
    if goal.operator == "!":
        return replace(beyond(reached(known)), words=goal.words)
    end = known.low or known.high
    assert end is not None
    return Interval(*ends_of(goal.operator, end.amount), words=goal.words)


def reached(known: Interval) -> Interval:
    """Give the values that reach a goal; of a bare number, those from it on."""
    return replace(known, high=None, bare=False) if known.bare else known


def beyond(interval: Interval) -> Interval:
    """Give what lies on the other side of a one-sided interval; below it where it is a number."""
    low, high = interval.low, interval.high
    if low is not None:
        return replace(interval, low=None, high=_left_out(low))
    assert high is not None
    return replace(interval, low=_left_out(high), high=None)


def _left_out(end: End) -> End:
    return replace(end, included=not end.included)
