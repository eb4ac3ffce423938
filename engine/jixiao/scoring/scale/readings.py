"""口径: what sentences may leave open, and how each may be read.

Source: shared standards, table "Ambiguities that matter for points".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Generic, TypeVar

from jixiao.dataclass import dataclass
from jixiao.model.ruleset import Readings

T = TypeVar("T")


class Reading(StrEnum):
    """What a sentence may leave open; the values are what policy staff write."""

    PART_OF_STEP = "不足一步"
    PERCENT_STEP = "百分比步长"
    SHARED_END = "边界归属"
    STATUTE = "以上以下含本数"
    MISSED = "未达标"
    PROPORTION = "按比例计分"
    SHORTFALL = "按比例扣分"

    DECIMALS = "得分小数位"
    ROUNDING = "舍入"
    NO_VALUE = "无指标值"


YES = "是"
IN_PROPORTION = "按比例"
BEGUN = "按一步"
WHOLE_STEPS = "不计"
DIFFERENCE = "按差额"
"""Taken off is what is missing to the goal, as a share of the points: 5 of 100 points for 75 % of 80 %."""

READINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        Reading.PART_OF_STEP: ("不计", "按比例", "按一步"),
        Reading.PERCENT_STEP: ("百分点", "相对"),
        Reading.SHARED_END: ("高分", "低分", "报错"),
        Reading.STATUTE: ("是", "否"),
        Reading.MISSED: ("不得分", "按比例"),
        Reading.PROPORTION: ("线性插值", "按完成比例", "按目标比例"),
        Reading.SHORTFALL: ("按完成比例", "按目标比例", DIFFERENCE),
    }
)
"""Each reading that a form may ask for, and its values."""
REFUSED = "报错"
"""The value that lets nothing be read."""

DEFAULTS: Mapping[str, str] = MappingProxyType({Reading.PERCENT_STEP: "百分点", Reading.STATUTE: YES})
"""How a silent reading is taken where there is a usual way; the others give a range."""

SCORE_READINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        Reading.DECIMALS: ("0", "1", "2", "3", "4"),
        Reading.ROUNDING: ("四舍五入", "去尾", "进一", "四舍六入五成双"),
        Reading.NO_VALUE: ("待定", "满分", "不得分"),
    }
)
"""Readings that apply to any indicator's score, whatever its form."""

Chosen = tuple[tuple[str, str], ...]
"""The silent readings and how each is read, in the order in which they are asked for."""


def values_of(name: str) -> tuple[str, ...]:
    """Give the values by which a reading can be read."""
    return tuple(value for value in READINGS[name] if value != REFUSED)


def chosen_text(chosen: Chosen) -> str:
    """Say how silent readings are read."""
    return "，".join(f"{name}：{value}" for name, value in chosen)


class _Silent(Exception):
    """A reading is asked for that 口径 leaves open, and that has no usual value."""


class _Asking(Mapping[str, str]):
    """Readings that remember what was asked of them."""

    def __init__(self, given: Readings, asked: dict[str, None]) -> None:
        self._given = given
        self._asked = asked

    def __getitem__(self, name: str) -> str:
        self._asked[name] = None
        if name in self._given:
            return self._given[name]
        if name in DEFAULTS:
            return DEFAULTS[name]
        raise _Silent(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What was made of readings: once for every way to read those left open; and all that were asked for."""

    ways: tuple[tuple[Chosen, T], ...]
    asks: tuple[str, ...]


def read_every_way(make: Callable[[Readings], T], given: Readings) -> Read[T]:
    """Make something of readings, once for each way to read those that are asked for and left open.

    `make` asks with readings[name]. INVARIANT: what was not asked for changes nothing.
    """
    asked: dict[str, None] = {}

    def ways(chosen: Chosen) -> Iterator[tuple[Chosen, T]]:
        try:
            yield chosen, make(_Asking({**given, **dict(chosen)}, asked))
        except _Silent as silent:
            (name,) = silent.args
            for value in values_of(name):
                yield from ways((*chosen, (name, value)))

    return Read(tuple(ways(())), tuple(asked))
