"""What is said of a score: messages with typed fillings, put into words where they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from jixiao.dataclass import dataclass, field
from jixiao.model.told import Told
from jixiao.quantity import points_text


class Message(StrEnum):
    """Every reason that a sentence gives for a score, by what it says."""

    # of a value
    WITHIN_LIMITS = "在得满分的界限以内"
    BASIC = "得基本分"
    STEPS_OVER = "超过{limit} {beyond}，每步{step}，计{steps}步，按条款“{clause}”"
    STEPS_UNDER = "低于{limit} {beyond}，每步{step}，计{steps}步，按条款“{clause}”"
    ADDED_OVER = "超过{limit} {beyond}，每步{step}，计{steps}步，按条款“{clause}”{effect}"
    ADDED_UNDER = "低于{limit} {beyond}，每步{step}，计{steps}步，按条款“{clause}”{effect}"
    BAND = "{lies}，按条款“{clause}”{effect}"
    BAND_JUDGED = "{lies}，按条款“{clause}”{effect}，范围内的得分由评定确定"
    OTHERWISE = "不在以上各档，按条款“{clause}”"
    OTHERWISE_SILENT = "不在以上各档，没有扣分的条款"
    GAP = "评分标准没有写明{value}属于哪一档"
    EARNS_ALL = "{lies}，按条款“{clause}”得满分"
    GOAL_MET = "达到目标，按条款“{clause}”得满分"
    MISSED = "没有达到“{goal}”的条件，按条款“{clause}”{effect}"
    MISSED_SILENT = "没有达到“{goal}”的条件，评分标准没有写明未达到时怎样计分，按{effect}"
    MISSED_IN_PART = "没有达到目标，按条款“{clause}”计得{points}分"
    MISSED_IN_PART_SILENT = "没有达到目标，按完成比例计得{points}分"
    MISSED_BY_FORMULA = "没有达到“{goal}”的条件，按条款“{clause}”计得{points}分"
    CORNER = "按条款“{clause}”得{points}分"
    BETWEEN_CORNERS = "在两者之间，按条款“{clause}”计得{points}分"
    CALCULATED = "按条款“{clause}”计得{computed}"
    BEYOND_FULL = "{value}超过满分{limit}，按条款“{clause}”不知道怎样折算"
    GUARD_NOTHING = "{lies}，按条款“{clause}”不得分"
    NO_THRESHOLD = "未达到扣分的界限"
    THRESHOLD = "{value}，达到第{steps}个界限，按条款“{clause}，以此类推”"
    # of what was counted
    NO_BREACH = "没有发现扣分情形"
    BREACHES = "发现{count}{unit}，按条款“{clause}”"
    CASES = "共{count}{unit}，按条款“{clause}”"
    # of a judgement
    LEVEL = "评定为“{said}”，按条款“{clause}”"
    LEVEL_SCORED = "评定为“{said}”，按条款“{clause}”评定得{score}分"
    LEVEL_OPEN = "评定为“{said}”，按条款“{clause}”，评定没有给出分数"
    YES = "评定为“是”，按条款“{clause}”"
    NO = "评定为“否”，按条款“{clause}”"
    NO_SILENT = "评分标准没有写明不符合“{words}”时得几分"
    GOAL_SAID_MET = "按条款“{clause}”得满分"
    GOAL_SAID_MISSED = "按条款“{clause}”"
    GOAL_MISS_SILENT = "评分标准没有写明未达到时得几分"
    NOT_TAKEN = "评定不扣分"
    GIVEN = "评定得{score}分，按条款“{clause}”，由人评定，不由数据算出"
    TAKEN = "评定扣{taken}分，按条款“{clause}”"
    NOT_MET = "第{place}项未达到，按条款“{clause}”不计这{points}分"
    MET = "达到的项：{met}（共{size}项）"
    TALLIED = "达到的项：{met}（共{size}项），按条款“{clause}”得{points}分"
    MET_IN_EQUAL_SHARES = "达到的项：{met}（共{size}项），评分标准没有写各项分值，各项均分"

    # of several small rules
    COUNTED = "“{goal}”{count}{unit}，按条款“{clause}”{limited}"
    COUNTED_UP = "“{goal}”{count}{unit}，按条款“{clause}”计{points}分"
    CROSSED = "{lies}，按条款“{clause}”"
    NOTHING_LOST = "各条都没有扣分"
    ITEM_MET = "“{words}”达到，按条款“{clause}”"
    ITEM_MISSED = "“{words}”没有达到，按条款“{clause}”"
    FOUND = "有“{words}”的情况，按条款“{clause}”"
    TAKEN_OPEN = "有“{words}”的情况，按条款“{clause}”酌情扣分，评定没有写扣几分"
    TAKEN_AT_LEAST = "有“{words}”的情况，按条款“{clause}”酌情扣分，按最少的计"
    TAKEN_FOR = "有“{words}”的情况，按条款“{clause}”酌情扣分"
    NOT_AWARDED = "按条款“{clause}”，没有可计分的一项"
    WHICH_COUNTED = "没有写清发现的是哪一种情况，各种情况扣分不同"

    # of facts, and of values that there are not
    EXEMPT = "{fact}，按条款“{clause}”得满分"
    LEFT_OUT = "{fact}，按条款“{clause}”不计入总分，其余指标折算"
    VETOED = "{fact}，按条款“{clause}”不得分"
    VETOED_BELOW = "{fact}，按条款“{clause}”不得分，再倒扣{below}分"
    EXCEEDED = "完成了目标的{completed}，按条款“{clause}”"
    NO_VALUE_FULL = "{why}，按口径“无指标值：满分”得满分"
    NO_VALUE_NOTHING = "{why}，按口径“无指标值：不得分”不得分"
    AT_BEST = "{why}，按评分标准最多得{points}分"
    # of the score itself
    ROUNDED = "{exact}分按口径{rounding}到{places}位小数为{points}分"

    @property
    def says_full(self) -> bool:
        """Whether it ends by saying that full marks are earned."""
        return self.value.endswith("得满分")

    @property
    def result(self) -> str:
        """The words at its end that say what is earned, as a template; empty where it does not end so."""
        return next((ending for ending in _RESULTS if self.value.endswith(ending)), "")


_RESULTS = ("得满分", "不得分", "得{points}分", "得{score}分", "{effect}", "得{computed}")


class _Texts(Mapping[str, object]):
    """What fills a message, points in words."""

    def __init__(self, fillings: Mapping[str, object]) -> None:
        self._fillings = fillings

    def __getitem__(self, name: str) -> object:
        filling = self._fillings[name]
        return points_text(filling) if isinstance(filling, Fraction) else filling

    def __iter__(self) -> Iterator[str]:
        return iter(self._fillings)

    def __len__(self) -> int:
        return len(self._fillings)


@dataclass(frozen=True, slots=True)
class Filled(Told):
    """A message and what fills it; a number is points."""

    message: Message
    fillings: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        return self.words(self.message.value)

    def words(self, template: str) -> str:
        """Put a template into words with the same fillings."""
        return template.format_map(_Texts(self.fillings))
