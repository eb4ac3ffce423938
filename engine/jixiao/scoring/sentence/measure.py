"""The unit in which a sentence measures: what a bare number beside it means."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.language.error import LanguageError
from jixiao.quantity import PLAIN, Dimension, Unit
from jixiao.scoring.scale.scale import Said
from jixiao.scoring.scale.term import Term
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.words.amounts import PERCENT, amount_text

_RATIOS = ("率", "比例", "占比", "比重", "满意度", "完成度")
"""How names of ratios end. Decides only how a value is shown, never what it is."""
_WHOLE = frozenset("人 人次 次 个 项 件 辆 台 套 家 批 批次 场 条 份 例 处 起 户 篇 名".split())
"""Units of things that come whole: there is no half of one."""


def unit_of(standard: Standard) -> Unit:
    """Give the first unit the sentence names, % for any ratio; PLAIN where it names none."""
    named = [amount.unit for amount in standard.amounts() if amount.unit != PLAIN]
    unit = standard.form.measured or (named[0] if named else PLAIN)
    return PERCENT if unit != PLAIN and unit.dimension.is_ratio else unit


def dimension_of(standard: Standard) -> Dimension:
    """Give the dimension of the numbers in a sentence, which a value must have; raises LanguageError where they differ."""
    amounts = [one for one in standard.amounts() if one.unit != PLAIN or one.value != 0]
    dimensions = list(dict.fromkeys(one.unit.dimension for one in amounts))
    if len(dimensions) > 1:
        units = "、".join(
            f"“{amount_text(next(one for one in amounts if one.unit.dimension == dimension))}”"
            for dimension in dimensions
        )
        raise LanguageError(
            f"句中的数单位不一致：{units}不是同一种数，请分成几个指标，或把其中一个写成事实（存在…的）", 0
        )
    return dimensions[0] if dimensions else Dimension()


def shown_unit(standard: Standard, name: str) -> Unit:
    """Give the unit to show values in: % also where only the indicator's name says so."""
    unit = unit_of(standard)
    return PERCENT if unit == PLAIN and name.rstrip("”）)").endswith(_RATIOS) else unit


def unit_of_term(term: Term) -> Unit:
    """Give the unit in which a term is measured or counted, as far as its own words name one; % for any ratio."""
    if term.unit is not None:
        return term.unit
    units = [unit for stretch in term.scale for unit in _units_said(stretch.what.said) if unit != PLAIN]
    if not units:
        return PERCENT if term.name.rstrip("”）)").endswith(_RATIOS) else PLAIN
    return PERCENT if units[0].dimension.is_ratio else units[0]


def _units_said(said: Said) -> Iterator[Unit]:
    if said.lies is not None:
        yield from (end.amount.unit for end in said.lies.ends)
    if said.limit is not None:
        yield said.limit.unit
    yield said.unit


def is_whole(unit: Unit) -> bool:
    """Whether what the unit counts comes only whole: 次, 例, 项, but not 天 or 万元."""
    return unit.name in _WHOLE
