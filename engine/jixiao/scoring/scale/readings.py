"""口径: what sentences may leave open, and how each may be read.

Source: shared standards, table "Ambiguities that matter for points".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from types import MappingProxyType

from jixiao.model.ruleset import Readings

READINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "不足一步": ("不计", "按比例", "按一步"),
        "百分比步长": ("百分点", "相对"),
        "边界归属": ("高分", "低分", "报错"),
        "以上以下含本数": ("是", "否"),
        "未达标": ("不得分", "按比例"),
        "按比例计分": ("线性插值", "按完成比例", "按目标比例"),
    }
)
"""Each reading that a form may ask for, and its values."""

DEFAULTS: Mapping[str, str] = MappingProxyType({"百分比步长": "百分点", "以上以下含本数": "是"})
"""How a silent reading is taken where there is a usual way; the others give a range."""

SCORE_READINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "得分小数位": ("0", "1", "2", "3", "4"),
        "舍入": ("四舍五入", "去尾", "进一", "四舍六入五成双"),
        "无指标值": ("待定", "满分", "不得分"),
    }
)
"""Readings that apply to any indicator's score, whatever its form."""


def complete(asks: tuple[str, ...], given: Readings) -> Iterator[tuple[Readings, str]]:
    """Yield every way to read what is left open, each with words for it ("" if none is)."""
    if not asks:
        yield ({**DEFAULTS, **given} if given else DEFAULTS), ""
        return
    silent = [name for name in asks if name not in given and name not in DEFAULTS]
    choices = [[value for value in READINGS[name] if value != "报错"] for name in silent]
    for values in product(*choices):
        chosen = dict(zip(silent, values, strict=True))
        yield {**DEFAULTS, **given, **chosen}, "，".join(f"{name}：{value}" for name, value in chosen.items())
