"""Words that speak of a limit which another clause has set: 未达到的, 超额完成的, 达标的."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.dataclass import replace
from jixiao.language.standard import End, Interval
from jixiao.scoring.words.goals import beyond
from jixiao.scoring.words.intervals import base_of

_ASKED = "(?:上述|以上|规定|该|此)?(?:要求|标准|比例|目标|任务|条件|数值|水平)?"
_FULLY = "(?:足额|全额)[^，,、;。\\d不未没无]{0,6}"
_NOT = "(?:未能|没能|没有|未|没)"
_MISSED = (
    f"{_NOT}(?:全部|全面|按期|按时|如期)?(?:达到|完成|实现|达成|达){_ASKED}",
    "(?:未|不|没有)(?:达标|达到)",
    f"(?:达不到|不达|完不成){_ASKED}",
    f"(?:{_NOT}|不)能?(?:按期|按时|及时)?{_FULLY}",
)
_WORDS = {
    "missed": "|".join(_MISSED),
    "short": f"(?:低于|小于|少于|不足|不到){_ASKED}",
    "over": f"(?:超额完成|超额|超过|超出|高于|大于){_ASKED}",
    "met": f"(?:全部|全面)?(?:完成|达到|实现|达标){_ASKED}|(?:按期|按时|及时)?{_FULLY}",
}
_SIDES = {
    side: re.compile(f"(?:如果|如|若|凡是?|对)?(?:{words})(?:的|者|时|部分)*")
    for side, words in _WORDS.items()
}


def side_of(text: str) -> str:
    """Give which side of a limit words alone speak of: missed, short, over, met; "" for other words."""
    return next((side for side, pattern in _SIDES.items() if pattern.fullmatch(text)), "")


def on_side(side: str, limits: Sequence[Interval], words: str) -> Interval | None:
    """Give the values on one side of all limits of a sentence.

    None where the limits do not all look the same way, or the side can't be told.
    """
    lows = [one.low for one in limits if one.low is not None]
    highs = [one.high for one in limits if one.high is not None]
    upward = len(lows) == len(limits) and any(one.high is None or _is_number(one) for one in limits)
    downward = len(highs) == len(limits) and not lows
    if not limits or upward == downward:
        return None
    goal = all(one.at_goal for one in limits)
    least, most = (min(lows, key=base_of), max(lows, key=base_of)) if upward else _ends(highs)
    match side:
        case "missed":
            found = beyond(Interval(least, None) if upward else Interval(None, most))
        case "short" if upward:
            found = beyond(Interval(least, None))
        case "over":
            found = Interval(replace(most, included=False), None)
        case "met" if len(limits) == 1:
            found = Interval(least, None) if upward else Interval(None, most)
        case _:
            return None
    return replace(found, words=words, at_goal=goal)


def _ends(highs: Sequence[End]) -> tuple[End, End]:
    return min(highs, key=base_of), max(highs, key=base_of)


def _is_number(one: Interval) -> bool:
    return one.low is not None and one.high is not None and one.low.amount.base == one.high.amount.base
