"""What values an indicator can take at all: from its formula, or from its name.

Bands need not close below zero where nothing is negative, nor above 100 % where nothing is
more than all. What is not known for sure is left open, so that no lint rests on a guess.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from jixiao.curve.stretch import Stretch, clipped
from jixiao.language.formula import Arithmetic, Call, Expression, Minus, Name, Number
from jixiao.model.ruleset import Indicator, Item

T = TypeVar("T")
_SIGNED = (
    "变动", "增减", "增长", "增幅", "降幅", "降低", "下降", "减少", "减幅", "差异", "差额", "偏差", "偏离", "变化",
    "节约", "结余", "调整", "为负",
)  # fmt: skip
"""Words in the name or meaning of what may be negative."""
_SHARES = (
    "满意度", "满意率", "知晓率", "占比", "比重", "覆盖率", "合格率", "达标率", "准确率", "公开率", "及时率", "规范率",
    "利用率", "出勤率", "的比例",
)  # fmt: skip
"""Words in the name or meaning of what is a part of a whole, and so never more than all of it."""


@dataclass(frozen=True, slots=True)
class Range:
    """Values from low to high, both included; None where there is no bound."""

    low: Fraction | None = None
    high: Fraction | None = None

    def excludes(self, value: Fraction) -> bool:
        """Whether the value can't occur."""
        return (self.low is not None and value < self.low) or (self.high is not None and value > self.high)

    def ends(self) -> tuple[Fraction, ...]:
        """Give the bounds that there are."""
        return tuple(end for end in (self.low, self.high) if end is not None)

    def clip(self, row: Sequence[Stretch[T]]) -> tuple[Stretch[T], ...]:
        """Give the part of a row on which values can occur."""
        frame = Stretch(self.low, self.high, self.low is not None, self.high is not None, None)
        return tuple(part for stretch in row if (part := clipped(stretch, frame)) is not None)


ANY = Range()
_ZERO = Fraction(0)
_ONE = Fraction(1)


def range_of(indicator: Indicator, formula: Expression | None, items: Mapping[str, Item]) -> Range:
    """Give what values an indicator can take; a block's are rates of completion."""
    if indicator.is_block:
        return Range(_ZERO)
    named = _named(indicator.name, is_ratio=True)
    if formula is None:
        return named
    found = value_range(formula, items)
    is_share = named.high is not None and found.low is not None
    return Range(found.low, _ONE) if is_share and found.high is None else found


def value_range(tree: Expression, items: Mapping[str, Item]) -> Range:
    """Give the values that a formula can take, by interval arithmetic."""
    match tree:
        case Number():
            value = tree.value * tree.unit.factor
            return Range(value, value)
        case Name() if tree.name in items:
            item = items[tree.name]
            return _named(f"{item.name} {item.meaning}", is_ratio=item.unit.dimension.is_ratio)
        case Minus():
            return _negative(value_range(tree.operand, items))
        case Call():
            return _call(tree.function, [value_range(one, items) for one in tree.arguments])
        case Arithmetic():
            return _arithmetic(tree, value_range(tree.left, items), value_range(tree.right, items))
        case _:
            return ANY


def _named(words: str, is_ratio: bool) -> Range:
    if any(word in words for word in _SIGNED):
        return ANY
    is_share = is_ratio and any(word in words for word in _SHARES)
    return Range(_ZERO, _ONE if is_share else None)


def _negative(one: Range) -> Range:
    return Range(None if one.high is None else -one.high, None if one.low is None else -one.low)


def _call(function: str, ranges: list[Range]) -> Range:
    lows, highs = [one.low for one in ranges], [one.high for one in ranges]
    known_lows = [low for low in lows if low is not None]
    known_highs = [high for high in highs if high is not None]
    match function:
        case "最大":
            return Range(max(known_lows, default=None), max(known_highs) if None not in highs else None)
        case "最小":
            return Range(min(known_lows) if None not in lows else None, min(known_highs, default=None))
        case _:
            (only,) = ranges
            if only.low is not None and only.low >= 0:
                return only
            bounded = only.low is not None and only.high is not None
            return Range(_ZERO, max(map(abs, only.ends())) if bounded else None)


def _arithmetic(tree: Arithmetic, left: Range, right: Range) -> Range:
    match tree.operator:
        case "+":
            return Range(_sum(left.low, right.low), _sum(left.high, right.high))
        case "-":
            other = _negative(right)
            return Range(_sum(left.low, other.low), _sum(left.high, other.high))
        case operator if left.low is not None and right.low is not None and left.low >= 0 <= right.low:
            return _product(left, right) if operator == "×" else _quotient(left, right)
        case _:
            return ANY


def _sum(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other


def _product(left: Range, right: Range) -> Range:
    assert left.low is not None
    assert right.low is not None
    bounded = left.high is not None and right.high is not None
    return Range(left.low * right.low, left.high * right.high if bounded else None)  # type: ignore[operator]


def _quotient(left: Range, right: Range) -> Range:
    assert left.low is not None
    low = left.low / right.high if right.high else _ZERO
    return Range(low, left.high / right.low if left.high is not None and right.low else None)
