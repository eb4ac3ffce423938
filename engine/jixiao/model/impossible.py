"""Values that no unit can have: a count below nothing, half a person, a share of more than the whole."""

from __future__ import annotations

from jixiao.model.coded import Coded
from jixiao.quantity import Quantity, is_counted


class Impossible(Coded):
    """Why a value can't be, with what to say of it."""

    NEGATIVE = "negative-count", "个数、人数不能是负数"
    BROKEN = "broken-count", "数不出半个，个数、人数应是整数"
    ABOVE_WHOLE = "above-whole", "部分不会多于全部，这样的比率不能超过100%"
    BELOW_NOTHING = "below-nothing", "这样的比率不能是负数"
    NO_PERCENT = "no-percent", "像是漏写了百分号"


_OF_A_WHOLE = (
    "满意度 满意率 占比 比重 覆盖率 合格率 达标率 完好率 优良率 优秀率 及格率 利用率 公开率 公示率 化解率 办结率 及时率 "
    "按时率 准确率 知晓率 知晓度 参与率 参保率 出勤率 到课率 巩固率 就业率 治愈率 存活率 成活率 通过率 有效率 合规率 结转结余率 信访率"
).split()
"""How rates end whose part can't be more than its whole."""
_CHANGES = (
    "增减",
    "增长",
    "变动",
    "增加",
    "减少",
    "上升",
    "下降",
    "提高",
    "提升",
    "变化",
    "差额",
    "之差",
    "净",
    "偏差",
    "结余",
)
"""Words of what may lie below nothing, or beyond the whole."""
_AVERAGES = ("平均", "人均", "户均", "折算", "折合", "加权")
"""Words of what is counted in parts too."""
MOST_WITHOUT_PERCENT = 10
"""Highest ratio that is believed without a percent sign: beyond, 31.06 is 31.06 %, not 3106 %."""


def why_impossible(name: str, quantity: Quantity) -> Impossible | None:
    """Tell why a value of that name can't be; None where it can."""
    above, below = quantity.ratio
    if quantity.unit.dimension.is_ratio:
        return (
            _of_ratio(name, above, below, has_unit=bool(quantity.unit.name))
            if above < 0 or above > below
            else None
        )
    if (above >= 0 and below == 1) or not is_counted(quantity.unit) or _has(name, _CHANGES):
        return None
    if above < 0:
        return Impossible.NEGATIVE
    return None if _has(name, _AVERAGES) or quantity.unit.factor != 1 else Impossible.BROKEN


def _of_ratio(name: str, above: int, below: int, *, has_unit: bool) -> Impossible | None:
    if _has(name, _CHANGES):
        return None
    of_whole = name.endswith(tuple(_OF_A_WHOLE))
    if not has_unit and above > (1 if of_whole else MOST_WITHOUT_PERCENT) * below:
        return Impossible.NO_PERCENT
    if not of_whole:
        return None
    return Impossible.BELOW_NOTHING if above < 0 else Impossible.ABOVE_WHOLE


def _has(name: str, words: tuple[str, ...]) -> bool:
    return any(word in name for word in words)
