"""A figure as a report says it of a thing whose own unit is known.

万 of something in 万元 is 万元, and of people 万人; 名 and 个 are people where people are counted; a
dash in a column of money is no money.
"""

from __future__ import annotations

from fractions import Fraction

from jixiao.quantity.number import NumberError, fold_width
from jixiao.quantity.quantity import Quantity, parse_quantity, split_quantity
from jixiao.quantity.unit import MULTIPLES, PLAIN, Unit, UnitError, find_unit, known_unit, multiple_of

NOTHING = frozenset("无 没有 未发生 零 - --".split())
"""Words and dashes (folded) that say in place of a number that there is nothing."""

_MACHINES = "辆 台 套 部 台套 台(套) 套(台) 辆(台) 台(辆) 部(辆)"
_ROUNDS = "批 批次 次 批(次)"
_WORDS = {
    "人": "名 个 位",
    "人次": "人 名 人(次)",
    **dict.fromkeys("辆 台 套 部".split(), _MACHINES),
    **dict.fromkeys("批 批次 次".split(), _ROUNDS),
    "个": "项 件 家 处 宗 例 批 批次 团 组",
    "项": "个 件",
    "件": "个 项",
    **dict.fromkeys("家 处 宗 例 条".split(), "个"),
}
_SAID_FOR = {base: frozenset(words.split()) for base, words in _WORDS.items()}
"""What is counted, by its own unit → the measure words that reports say for it. Not the other way round: 人次 are
never 人."""


def parse_said(text: str, unit: str | None = None, own: Unit | None = None) -> Quantity:
    """Read a figure with its unit in the text or apart, as it is said of a thing in `own`.

    Raises NumberError or UnitError. Whether the unit fits the thing is for the caller to ask.
    """
    written = _without_stop(fold_width(text).strip())
    if own is None:
        return parse_quantity(written, unit)
    given = None if unit is None else unit_said(unit, own)
    if written in NOTHING:
        return _nothing(text, given or own)
    number, name = split_quantity(written)
    if not name:
        bare = not number.value and unit is None
        return Quantity(number.value, given or (own if bare else PLAIN), number.decimals)
    said = unit_said(name, own if given is None else given)
    if given is not None and said != given and said.name != name + given.name:
        raise UnitError(f"“{text}”里的单位与“{unit}”不一致")
    return Quantity(number.value, said, number.decimals)


def unit_said(name: str, own: Unit) -> Unit:
    """Give the unit that a word means of a thing whose own unit is known; raises UnitError."""
    known = known_unit(name)
    if known is not None and known.dimension == own.dimension:
        return known
    word = fold_width(name).strip()
    size = multiple_of(word, own)
    if size is not None:
        return size
    for prefix, factor in (("", 1), *MULTIPLES.items()):
        if word.startswith(prefix) and _is_said_for(word.removeprefix(prefix), own):
            return Unit(name.strip(), own.dimension, Fraction(factor))
    return find_unit(name)


def _is_said_for(word: str, own: Unit) -> bool:
    powers = own.dimension.powers
    return len(powers) == 1 and powers[0][1] == 1 and word in _SAID_FOR.get(powers[0][0], ())


def _nothing(text: str, unit: Unit) -> Quantity:
    if unit.dimension.is_ratio:
        raise NumberError(f"“{text}”不是比率：确实为 0 的写 0%，没有这个比率的把这一条删去")
    return Quantity(Fraction(0), unit)


def _without_stop(written: str) -> str:
    """Take off the full stop of a sentence that ended with the figure: 7.50. is 7.50."""
    return written[:-1] if written.endswith(("。", ".")) else written
