"""Units and their dimensions.

A dimension is a product of powers of base units, so that 万元 ÷ 万元 is a ratio and
人 ＋ 万元 is recognised as an error.
"""

from __future__ import annotations

from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.quantity.alike import alike, meant
from jixiao.quantity.number import fold_width


class UnitError(ValueError):
    """The unit is not known, or two units do not fit; the message is in Chinese."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """Powers of base units, sorted, without zero powers; empty for a ratio."""

    powers: tuple[tuple[str, int], ...] = ()

    def __mul__(self, other: Dimension) -> Dimension:
        return self._combine(other, 1)

    def __truediv__(self, other: Dimension) -> Dimension:
        return self._combine(other, -1)

    def _combine(self, other: Dimension, sign: int) -> Dimension:
        sums = dict(self.powers)
        for base, power in other.powers:
            sums[base] = sums.get(base, 0) + sign * power
        return Dimension(tuple(sorted((base, power) for base, power in sums.items() if power)))

    @property
    def is_ratio(self) -> bool:
        """Whether quantities of this dimension are plain ratios."""
        return not self.powers

    def __str__(self) -> str:
        if not self.powers:
            return "比率"
        return "·".join(base if power == 1 else f"{base}^{power}" for base, power in self.powers)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed, its dimension, and how many base units it is."""

    name: str
    dimension: Dimension
    factor: Fraction = Fraction(1)


PLAIN = Unit("", Dimension())
"""The unit of a bare number."""

_COUNTS = (
    "人 人次 次 天 个 项 件 辆 台 套 家 批 批次 场 条 份 例 处 起 户 篇 个月 年 工作日 分钟 岁 分 "
    "米 册 座 所 株 头 只 盏 幅 课时 学时 张 种 卷 季度 期 宗 栋 间 棵 口 眼 块 片 本 页 艘 部 封 轮 届 节 单 段 根 桶 趟 组 支 "
    "册次 餐次 车次 班次 户次 例次 场次 千瓦时 分贝"
).split()


def _named(name: str, base: str, factor: Fraction | int = 1) -> tuple[str, Unit]:
    return name, Unit(name, Dimension(((base, 1),)), Fraction(factor))


_UNITS: dict[str, Unit] = dict(
    [
        ("", PLAIN),
        ("%", Unit("%", Dimension(), Fraction(1, 100))),
        ("‰", Unit("‰", Dimension(), Fraction(1, 1000))),
        ("个百分点", Unit("个百分点", Dimension(), Fraction(1, 100))),
        ("个千分点", Unit("个千分点", Dimension(), Fraction(1, 1000))),
        _named("周", "天", 7),
        _named("元", "元"),
        _named("千元", "元", 1_000),
        _named("万元", "元", 10_000),
        _named("百万元", "元", 1_000_000),
        _named("亿元", "元", 100_000_000),
        _named("小时", "分钟", 60),
        _named("公里", "米", 1_000),
        _named("平方米", "平方米"),
        _named("亩", "平方米", Fraction(2000, 3)),
        _named("公顷", "平方米", 10_000),
        _named("万亩", "平方米", Fraction(20_000_000, 3)),
        _named("万平方米", "平方米", 10_000),
        _named("吨", "吨"),
        _named("公斤", "吨", Fraction(1, 1000)),
        _named("克", "吨", Fraction(1, 10**6)),
        _named("毫克", "吨", Fraction(1, 10**9)),
        _named("微克", "吨", Fraction(1, 10**12)),
        _named("万吨", "吨", 10_000),
        _named("立方米", "立方米"),
        _named("万立方米", "立方米", 10_000),
        _named("升", "立方米", Fraction(1, 1000)),
        _named("名", "人"),
        _named("千人", "人", 1_000),
        _named("万人", "人", 10_000),
        _named("万人次", "人次", 10_000),
        _named("万户", "户", 10_000),
        _named("万册次", "册次", 10_000),
        _named("名次", "名次"),
    ]
    + [_named(name, name) for name in _COUNTS]
)
_SPELLINGS = {
    "㎡": "平方米", "m²": "平方米", "m2": "平方米", "m³": "立方米", "m3": "立方米", "L": "升", "千克": "公斤", "kg": "公斤",
    "mg": "毫克", "μg": "微克", "ug": "微克", "百分点": "个百分点", "个点": "个百分点", "千分点": "个千分点", "比率": "", "％": "%",
    "季": "季度",
}  # fmt: skip


MULTIPLES: dict[str, int] = {
    "亿": 100_000_000, "千万": 10_000_000, "百万": 1_000_000, "十万": 100_000, "万": 10_000, "千": 1_000, "百": 100,
}  # fmt: skip
"""Words for so many of a unit: 万 of 元, 亿 of 千瓦时. 百万 comes before 百, since 百万元 is no 百 of 万元."""


def known_unit(name: str) -> Unit | None:
    """Give the unit that has exactly this name; None for other spellings, multiples and unknown ones."""
    return _UNITS.get(name)


def find_unit(name: str) -> Unit:
    """Give the unit of that name, in either width; raises UnitError with the nearest names."""
    unit = _UNITS.get(name)
    if unit is not None:
        return unit
    folded = fold_width(name).strip()
    folded = _SPELLINGS.get(folded, folded)
    unit = _UNITS.get(folded) or _of_two(folded) or _of_many(folded)
    if unit is None:
        hint = meant(alike(folded, unit_names())) or f"可用：{'、'.join(unit_names())}"
        raise UnitError(f"不认识的单位“{name}”，{hint}")
    return unit


def multiple_of(word: str, own: Unit) -> Unit | None:
    """Give 万 of a unit, or another multiple; None for other words, and where the unit can't be multiplied.

    Of a unit that is a multiple itself, it is that of the same plain unit: 万 of 亿元 is 万元.
    """
    factor = MULTIPLES.get(word)
    if factor is None or len(own.dimension.powers) != 1 or "/" in own.name:
        return None
    plain = _plain(own)
    return Unit(f"{word}{plain.name}", plain.dimension, factor * plain.factor)


def _plain(unit: Unit) -> Unit:
    """Give the unit that another is a multiple of, as its name says; the unit itself where it is none."""
    for word, factor in MULTIPLES.items():
        plain = _UNITS.get(unit.name.removeprefix(word))
        if unit.name.startswith(word) and plain and plain.factor * factor == unit.factor:
            return plain
    return unit


def _of_many(name: str) -> Unit | None:
    """Give 百元 or 万台 as a unit; None for other names."""
    for word in MULTIPLES:
        plain = _UNITS.get(name.removeprefix(word)) if name.startswith(word) else None
        if plain is not None and plain != PLAIN:
            return multiple_of(word, plain)
    return None


def _of_two(name: str) -> Unit | None:
    """Give 元/吨 as one unit by another; None for other names."""
    over, slash, under = name.partition("/")
    above, below = (_UNITS.get(_SPELLINGS.get(one, one)) for one in (over, under))
    if not slash or not above or not below or PLAIN in (above, below):
        return None
    return Unit(f"{above.name}/{below.name}", above.dimension / below.dimension, above.factor / below.factor)


RANK = Unit("名", Dimension((("名次", 1),)))
"""The unit of a place in an order: 第3名, 前5名."""


def name_in_files(unit: Unit) -> str:
    """Give the name by which a file says a unit; 名 are people there, places in an order are 名次."""
    if unit != RANK:
        return unit.name
    return next(name for name, one in _UNITS.items() if one.dimension == unit.dimension)


def unit_names() -> tuple[str, ...]:
    """Give all unit names, money and area first."""
    return tuple(name for name in _UNITS if name)
