"""What words alone say of a value: that it is zero, or on which side of zero it lies.

节约率为负的；无追加的；较上年下降的；下降20%及以上的
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.language.formula import plain_name
from jixiao.language.standard import Amount, End, Interval

_CHANGES = (
    "增长率",
    "变动率",
    "增幅",
    "增减率",
    "变化率",
    "增速",
    "提升",
    "提高",
    "增长",
    "提升率",
    "提高率",
    "提升幅度",
    "提高幅度",
)
_SIGNS = {
    "<": "负增长 为负 为负数 为负值 下降 减少 降低",
    "≤": "下降或持平 持平或下降 未提高 没有提高 未提升 没有提升 未增长 没有增长 未上升 未增加 没有增加 无增长",
    "=": "零增长 持平",
    "≥": "增长或持平 持平或增长 未下降 没有下降",
    ">": "正增长 增长 上升 增加 提高 提升",
}
_OPERATORS = {word: operator for operator, words in _SIGNS.items() for word in words.split()}
"""Words that speak of a change's sign, each with the comparison with zero that it stands for."""
_SINCE = "(?:(?:与|较|比|同)(?:上年度?|去年|往年)(?:度)?(?:相比)?,?)?"
_DECLINE = re.compile(f"{_SINCE}(?:下降|减少|降低|压减|压缩)(?:了|幅度)?")
_GROWTH = re.compile(f"{_SINCE}(?:同比)?(?:增长|提高|上升|增加)(?:了|幅度|率)?")
_NEGATIVE = re.compile("(.+?)(?:为|是)负(?:数|值)?")
_NONE = ("没有", "未发生", "未出现", "无", "零")
_UNWANTED = frozenset(
    "追加 调整 调剂 结余 结转 结转结余 投诉 有效投诉 事故 差错 错误 故障 违规 违约 偏离 偏差 退回 流失 超支 变动 增长 死亡".split()
)
"""What a rate of zero leaves none of. 无采购 for a 采购率 is none: without any there is no rate."""


def is_change(name: str) -> bool:
    """Whether an indicator's value is a change, below zero where something declined."""
    return name.endswith(_CHANGES)


CAUSED = re.compile(
    "(?:因|由于|非)[^,;。，、\\d]{2,16}?(?:造成|导致|引起|原因)?(?:的?(?:延误|延期|逾期|延迟|推迟|滞后|超期|超支|不达标))(?:的|时)?"
)
"""Whose doing it is that something is late: 因施工单位原因延误的, 非不可抗力原因延误的."""


def declines(text: str) -> bool:
    """Whether words before a number say that a change lies so far below zero."""
    return _DECLINE.fullmatch(text) is not None


def grows(text: str) -> bool:
    """Whether words before a number say that a change lies so far above zero."""
    return _GROWTH.fullmatch(text) is not None


def beside_zero(text: str, name: str, means_value: Callable[[str], bool]) -> str:
    """Give the comparison with zero that words of an indicator's value stand for, "" for none."""
    negative = _NEGATIVE.fullmatch(text)
    if negative is not None and means_value(negative[1]):
        return "<"
    bare = next((text.removeprefix(one) for one in _NONE if text.startswith(one)), "")
    if bare in _UNWANTED and plain_name(name).endswith(f"{bare}率"):
        return "="
    return _OPERATORS.get(re.sub(f"^{_SINCE}", "", text), "") if is_change(name) else ""


def declined(interval: Interval) -> Interval:
    """Give the change that “下降10%-20%” speaks of, -20% to -10%; a decline is below zero."""
    low, high = (
        end and replace(end, amount=Amount(-end.amount.value, end.amount.unit))
        for end in (interval.high, interval.low)
    )
    if high is None and low is not None:
        high = End(Amount(Fraction(0), low.amount.unit), False, outright=True)
    return replace(interval, low=low, high=high)
