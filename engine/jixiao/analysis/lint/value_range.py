"""What values an indicator can take at all: from its formula, or from its name.

Bands need not close below zero where nothing is negative, nor above 100 % where nothing is
more than all. What is not known for sure is left open, so that no lint rests on a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from jixiao.curve.stretch import Stretch, clipped
from jixiao.dataclass import dataclass
from jixiao.language.formula import Arithmetic, Call, Expression, Minus, Name, Number
from jixiao.language.formula.fold import Condition, Numbers, fold
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
    return fold(tree, _Ranges(items))


def _named(words: str, is_ratio: bool) -> Range:
    if any(word in words for word in _SIGNED):
        return ANY
    is_share = is_ratio and any(word in words for word in _SHARES)
    return Range(_ZERO, _ONE if is_share else None)


def _negative(values: Range) -> Range:
    return Range(None if values.high is None else -values.high, None if values.low is None else -values.low)


class _Ranges(Numbers[Range]):
    """The algebra of the values that can occur."""

    def __init__(self, items: Mapping[str, Item]) -> None:
        self._items = items

    def number(self, node: Number) -> Range:
        value = node.value * node.unit.factor
        return Range(value, value)

    def name(self, node: Name) -> Range:
        item = self._items.get(node.name)
        if item is None:
            return ANY
        return _named(f"{item.name} {item.meaning}", is_ratio=item.unit.dimension.is_ratio)

    def minus(self, node: Minus, operand: Range) -> Range:
        return _negative(operand)

    def plus(self, node: Arithmetic, left: Range, right: Range) -> Range:
        return Range(_sum(left.low, right.low), _sum(left.high, right.high))

    def less(self, node: Arithmetic, left: Range, right: Range) -> Range:
        return self.plus(node, left, _negative(right))

    def times(self, node: Arithmetic, left: Range, right: Range) -> Range:
        if left.low is None or right.low is None or left.low < 0 or right.low < 0:
            return ANY
        bounded = left.high is not None and right.high is not None
        return Range(left.low * right.low, left.high * right.high if bounded else None)  # type: ignore[operator]

    def over(self, node: Arithmetic, left: Range, right: Range) -> Range:
        if left.low is None or right.low is None or left.low < 0 or right.low < 0:
            return ANY
        low = left.low / right.high if right.high else _ZERO
        return Range(low, left.high / right.low if left.high is not None and right.low else None)

    def most(self, node: Call, operands: Sequence[Range]) -> Range:
        lows, highs = [one.low for one in operands], [one.high for one in operands]
        return Range(max(_known(lows), default=None), max(_known(highs)) if None not in highs else None)

    def least(self, node: Call, operands: Sequence[Range]) -> Range:
        return _negative(self.most(node, [_negative(one) for one in operands]))

    def size(self, node: Call, operand: Range) -> Range:
        if operand.low is not None and operand.low >= 0:
            return operand
        bounded = operand.low is not None and operand.high is not None
        return Range(_ZERO, max(map(abs, operand.ends())) if bounded else None)

    def condition(self, node: Condition) -> Range:
        return ANY


def _known(ends: Iterable[Fraction | None]) -> Iterator[Fraction]:
    return (end for end in ends if end is not None)


def _sum(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other
