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
_WHEN = re.compile("^(?:年终|年底前?|年末|季末|期末|年内|当年|全年|本年度?|实际)(?=$|[^度])")
"""When a goal is to be reached: nothing that is compared."""
_NEARLY = re.compile("基本上?|大部分|部分|大体上?|初步|主要|尚|将近|接近|力争|确保")
"""Words with which a goal is not just met: levels beside one that is."""
_HOW = "(?:圆满|全面|全部|按期|按时|如期|足额|按要求|按计划|按进度|保质保量|均|能够?|已|顺利)*?"
_MET = f"{_HOW}(?:达到或超过|完成或超额完成|完成或超过|完成|达到|实现|达成|达)了?"
_MISSED = f"(?:(?:未|没有|没|未能|没能|不能){_HOW}(?:完成|达到|实现|达成|达)|达不到|完不成|不达)"
_LITERAL = {
    "≤": "不超过 不得超过 未超过 不超出 未超出 不高于 未高于 不大于 不多于 小于等于 小于或等于 低于或等于 不突破 未突破 ≤ <=",
    "≥": "不低于 不得低于 不少于 不小于 大于等于 大于或等于 高于或等于 ≥ >=",
    "<": "低于 小于 少于 不足 不到 <",
    ">": "超额完成 超过 超出 大于 高于 多于 突破 超 >",
}
_OPERATORS = {word: operator for operator, words in _LITERAL.items() for word in words.split()}
_LITERALS = "|".join(sorted(_OPERATORS, key=len, reverse=True))
_TASK = "(?:目标(?:任务|责任|值|数量?|量|要求|计划)? | 任务(?:目标|指标|数量?|量|要求|总量)? | 计划(?:任务|目标|指标|值|数量?|量|总量)?)"
_PAST = "(?:上一?年度?|去年)(?:同期)?的?(?:决算数?|水平|实际(?:支出|数|完成数)?|同期(?:水平|数)?|数|值|支出)?"
_GIVEN = (
    "(?:年初|批复|控制)*预算(?:控制)?(?:数|额|指标)? | (?:批复|批准|核定)?的?概算 | 序时进度 | 下达(?:里程|数量?|规模|指标)"
    " | 核定(?:编制)?(?:数|额|指标) | 规定的?[^，,、;。不未]{0,4}(?:规模|数量|限额|定额)"
)
_GOAL = f"(?:{_TASK} | 指标(?:任务|值|数量?) | (?:总量)?控制(?:数|值|指标|目标|目标值|线|总量|限额) | 预期(?:目标|值) | {_PAST} | {_GIVEN})"
_OF = "(?:(?!超|突破|[高低大小多少]于|不足)[^，,、;。\\d不未没无非并且和或及与较比同按]){0,14}?"
"""Whose goal, and of when: 市级下达的年度."""
_AND = "(?P<more>(?:，|,)?(?:并|且|同时)[^，,;。]{2,16})"
"""What else is asked for beside the goal: 并通过复核."""
_IF = "(?:如果|如|若|凡是?|对|其中)?"
_NAME = "(?P<name>[^，,、;。不未没无非每]*?)"
_TAIL = "(?:的|者|时|要求)*"
_PHRASE = re.compile(
    rf"""{_IF}{_NAME}(?: (?P<missed>{_MISSED}) | (?P<literal>{_LITERALS}) | (?P<met>{_MET}) )(?P<goal>{_OF}{_GOAL}){_TAIL}{_AND}?""",
    re.VERBOSE,
)
_BEHIND = re.compile(
    rf"{_IF}(?P<name>)(?P<goal>{_OF}{_TASK})(?:(?P<missed>未{_HOW}完成|没有完成|未达到)|(?P<literal>超额完成)|(?P<met>{_MET})){_TAIL}{_AND}?",
    re.VERBOSE,
)
"""年度任务完成: the goal first."""
_WITHIN = re.compile(
    rf"{_IF}{_NAME}(?:(?:(?:控制)?在|控制)(?P<goal>{_OF}{_GOAL})(?P<within>以内|之内|内|范围内|以下|及以下)|{_OF}{_GOAL}及?以上){_TAIL}",
    re.VERBOSE,
)
"""控制在预算数以内; 年度目标值以上."""
_SHARE = re.compile(
    rf"{_NAME}(?:(?:(?:{_MET}|达|占)(?:{_OF}{_GOAL})?|{_OF}{_TASK})(?P<operator>{_LITERALS}|)|(?P<below>{_LITERALS}){_OF}{_TASK})(?:的|进度的?|比例)?",
    re.VERBOSE,
)
_BEYOND = re.compile(rf"{_NAME}(?:超额完成|超额|超出|超过|超)(?:{_OF}{_GOAL})?的?(?:部分)?", re.VERBOSE)
"""超计划 before 20%: so much above it."""


MAX_WORDS = 80
"""Longest words that are looked at for a goal. Stops text without end from being taken apart in every way."""


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
    if len(text) > MAX_WORDS:
        return None
    if found := _PHRASE.fullmatch(text) or _BEHIND.fullmatch(text):
        operator = "!" if found["missed"] else _OPERATORS.get(found["literal"] or "", "")
        more = found["more"] or ""
    elif found := _WITHIN.fullmatch(text):
        operator, more = "≤" if found["within"] else "≥", ""
    else:
        return None
    if _NEARLY.fullmatch(found["name"]):
        return None
    words = text[found.start("name") + len(found["name"]) :].removesuffix(more)
    return Goal(_WHEN.sub("", found["name"]), operator, words, more.lstrip("，,"))


@dataclass(frozen=True, slots=True)
class Share:
    """Words before a share of a goal: what is compared, and how, where the words say it."""

    name: str
    operator: str = ""


def share_of_goal(text: str) -> Share | None:
    """Give what words before a share of a goal compare: 改造面积达到目标任务的; None for other words."""
    found = _SHARE.fullmatch(text) if len(text) <= MAX_WORDS else None
    return (
        None
        if found is None
        else Share(
            _WHEN.sub("", found["name"]), _OPERATORS.get(found["operator"] or found["below"] or "", "")
        )
    )


def above_goal(text: str) -> str | None:
    """Give what words before a percentage compare that lies so much above a goal: 超计划; None for other words."""
    found = _BEYOND.fullmatch(text) if len(text) <= MAX_WORDS else None
    return None if found is None else _WHEN.sub("", found["name"])


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
    if len({end.amount.base for end in known.ends}) > 1:
        return None  # a range has two other sides
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
