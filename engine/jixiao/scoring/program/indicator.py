"""An indicator made ready to run: its sentence understood, its formula checked, and that both speak of one value."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jixiao.language.error import LanguageError
from jixiao.language.formula import (
    Arithmetic,
    Expression,
    Number,
    infer_units,
    names,
    parse_formula,
    parse_indicator_formula,
    plain_name,
    write_formula,
)
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.mishap import mishap_text, sentence_called
from jixiao.model.ruleset import Indicator, Item, Readings
from jixiao.quantity import PLAIN, Dimension
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.program.table_text import known_items, read_at_place, read_condition
from jixiao.scoring.scale.readings import REFUSED, Reading
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.measure import dimension_of
from jixiao.scoring.sentence.standard import Standard

Understand = Callable[[str, Indicator], Standard]
"""What understands a sentence of an indicator, or raises LanguageError."""


def compile_indicator(
    indicator: Indicator, items: Mapping[str, Item], readings: Readings, understand: Understand | None = None
) -> Rule:
    """Make one indicator ready to run; raises Refused with its first problem, be it a mistake of ours."""
    try:
        return _compiled(indicator, items, readings, understand)
    except Refused:
        raise
    except Exception as problem:
        text = mishap_text(problem, sentence_called(indicator.standard.text))
        raise Refused(Diagnostic(indicator.standard.place, text)) from problem


def _compiled(
    indicator: Indicator, items: Mapping[str, Item], readings: Readings, understand: Understand | None
) -> Rule:
    from jixiao.scoring.sentence.row import (
        read_target,
        understand_row,  # with its patterns and forms, which a kept table needs not
    )

    if indicator.target is not None:
        read_at_place(indicator.target, read_target)
    how = understand or understand_row

    def read(text: str) -> Standard:
        return how(text, indicator)

    standard = read_at_place(indicator.standard, read)
    rule_readings = {**readings, **indicator.readings}
    meaning, qualitative = meaning_of(standard, rule_readings), None
    if indicator.qualitative is not None:
        qualitative = meaning_of(read_at_place(indicator.qualitative, read), rule_readings)
    units = {name: item.unit.dimension for name, item in items.items()}
    formula, dimension = None, Dimension()
    if indicator.formula is None:
        dimension = read_at_place(indicator.standard, lambda _: dimension_of(standard))
    else:
        read_at_place(indicator.formula, lambda _: _refuse_rated(meaning))
        formula = read_at_place(
            indicator.formula,
            lambda text: known_items(parse_indicator_formula(text, units, indicator.name), units),
        )
        dimension = read_at_place(indicator.formula, lambda _: infer_units(formula, units))
        read_at_place(indicator.standard, lambda _: _check_units(standard, dimension))
        read_at_place(indicator.standard, lambda _: _refuse_counted_rate(standard, dimension))
        read_at_place(indicator.standard, lambda _: _refuse_other_value(standard, formula, units))
    _refuse_contested(indicator, meaning, rule_readings)
    read_at_place(indicator.standard, lambda _: _refuse_endless(indicator, meaning))
    conditions = _conditions(indicator, standard, units)
    return Rule(indicator, meaning, rule_readings, formula, dimension, conditions, qualitative)


def _refuse_other_value(standard: Standard, formula: Expression, units: Mapping[str, Dimension]) -> None:
    """Refuse a sentence that works the value out of the items otherwise than the formula does: 乙÷甲 for 甲÷乙."""
    for text in standard.definitions:
        try:
            said = parse_formula(text.partition("=")[2], units)
        except LanguageError:
            continue  # in words that no formula takes: it speaks of no item
        wanted = names(said)
        if all(name in units for name in wanted) and _bare(said) != _bare(formula):
            one, other = write_formula(said), write_formula(formula)
            raise LanguageError(f"评分标准里算的是“{one}”，公式算的是“{other}”，请改成一致", 0)


def _bare(tree: Expression) -> Expression:
    """Give 甲÷乙 of 甲÷乙×100%."""
    match tree:
        case Arithmetic(operator="×", left=left, right=Number(value=value, unit=unit)):
            return left if value * unit.factor == 1 else tree
        case _:
            return tree


def _refuse_rated(meaning: Meaning) -> None:
    if not meaning.takes_value and meaning.takes != Takes.COUNT:
        raise LanguageError("评分标准由评定给分，不按数据计算，请删去公式或改写评分标准", 0)


def _refuse_counted_rate(standard: Standard, dimension: Dimension) -> None:
    """Refuse a formula of a rate where the sentence speaks of one and then counts cases."""
    if standard.form.of_rate and dimension.is_ratio:
        raise LanguageError(
            "评分标准按次数扣分，而公式算的是比率，请改成算次数的公式，或删去公式由评定给出次数", 0
        )


def _check_units(standard: Standard, dimension: Dimension) -> None:
    for amount in standard.amounts():
        fits = amount.unit.dimension == dimension or (amount.unit == PLAIN and amount.value == 0)
        if not fits:
            written = amount.unit.name or "没有单位的数"
            raise LanguageError(f"评分标准里的“{written}”与公式的单位（{dimension}）不符", 0)


def _conditions(
    indicator: Indicator, standard: Standard, units: Mapping[str, Dimension]
) -> tuple[tuple[str, Expression], ...]:
    facts = {plain_name(exemption.fact): exemption.fact for exemption in standard.exemptions}
    conditions = []
    for exemption in indicator.exemptions:
        fact = facts.get(plain_name(exemption.fact))
        if fact is None:
            named = "、".join(facts.values()) or "没有免评的条款"
            message = f"免评的“{exemption.fact}”在评分标准里找不到（评分标准里有：{named}），请写成评分标准里“的”字前面的原话"
            raise Refused(Diagnostic(exemption.condition.place, message))
        conditions.append((fact, read_condition(exemption.condition, units)))
    return tuple(conditions)


def _refuse_endless(indicator: Indicator, meaning: Meaning) -> None:
    """Refuse deductions without end outside a table, whose total would end them."""
    spilled = meaning.spilled()
    endless = meaning.bounds()[0] is None or (spilled is not None and spilled[1] is None)
    if endless and not indicator.ground:
        raise LanguageError("自设指标的扣分没有底，请写明最低扣到几分，如 扣完为止、最低扣至-5分", 0)


def _refuse_contested(indicator: Indicator, meaning: Meaning, readings: Readings) -> None:
    if readings.get(Reading.SHARED_END) == REFUSED and Reading.SHARED_END in meaning.asks:
        message = "相邻两档都写到同一个数，口径“边界归属”为报错：请用（含）写明它归哪一档"
        raise Refused(Diagnostic(indicator.standard.place, message))
