"""A table made ready to run: every sentence understood, every formula checked."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeVar

from jixiao.language.error import LanguageError
from jixiao.language.formula import (
    Expression,
    Name,
    check_condition,
    infer_units,
    names,
    parse_formula,
    plain_name,
    walk,
)
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.ruleset import Indicator, Item, Readings, Ruleset, Text
from jixiao.quantity import PLAIN, Dimension, points_text
from jixiao.scoring.standard import Standard
from jixiao.scoring.understand import understand

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule:
    """One indicator made ready to run.

    `conditions` hold, for each fact that the sentence exempts and 免评 decides, the
    condition; facts without one wait for a rating.
    """

    indicator: Indicator
    standard: Standard
    readings: Readings
    formula: Expression | None = None
    dimension: Dimension = Dimension()
    conditions: tuple[tuple[str, Expression], ...] = ()
    qualitative: Standard | None = None
    operands: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """The items of the formula."""
    wanted: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """The items of the formula and of the conditions, each once."""

    def __post_init__(self) -> None:
        operands = names(self.formula) if self.formula is not None else ()
        asked = (name for _, tree in self.conditions for name in names(tree))
        object.__setattr__(self, "operands", operands)
        object.__setattr__(self, "wanted", tuple(dict.fromkeys((*operands, *asked))))


@dataclass(frozen=True, slots=True)
class Program:
    """A table made ready to run, its rules in the table's order."""

    ruleset: Ruleset
    rules: tuple[Rule, ...]


def compile_ruleset(ruleset: Ruleset) -> Program:
    """Make a table ready to run; raises Refused with everything that is wrong in it."""
    problems: list[Diagnostic] = []
    rules = []
    for indicator in ruleset.indicators:
        try:
            rules.append(compile_indicator(indicator, ruleset.items, ruleset.readings))
        except Refused as refused:
            problems.extend(refused.diagnostics)
    total = sum((indicator.points for indicator in ruleset.indicators), Fraction(0))
    if total != ruleset.full:
        message = f"各指标分值之和为{points_text(total)}，与满分{points_text(ruleset.full)}不符，请核对分值"
        problems.append(Diagnostic(ruleset.place, message))
    if problems:
        raise Refused(*problems)
    return Program(ruleset, tuple(rules))


def compile_indicator(indicator: Indicator, items: Mapping[str, Item], readings: Readings) -> Rule:
    """Make one indicator ready to run; raises Refused with its first problem."""
    standard = _at(indicator.standard, lambda text: understand(text, indicator.name, indicator.points))
    qualitative = None
    if indicator.qualitative is not None:
        qualitative = _at(
            indicator.qualitative, lambda text: understand(text, indicator.name, indicator.points)
        )
    units = {name: item.unit.dimension for name, item in items.items()}
    formula, dimension = None, Dimension()
    if indicator.formula is None:
        dimension = _at(indicator.standard, lambda _: _spoken_of(standard))
    else:
        _at(indicator.formula, lambda _: _refuse_rated(standard))
        formula = _at(indicator.formula, lambda text: known_names(parse_formula(text, units), units))
        dimension = _at(indicator.formula, lambda _: infer_units(formula, units))
        _at(indicator.standard, lambda _: _check_units(standard, dimension))
    rule_readings = {**readings, **indicator.readings}
    _refuse_contested(indicator, standard, rule_readings)
    conditions = _conditions(indicator, standard, units)
    return Rule(indicator, standard, rule_readings, formula, dimension, conditions, qualitative)


def _refuse_rated(standard: Standard) -> None:
    if standard.form.takes not in ("value", "count"):
        raise LanguageError("评分标准由评定给分，不按数据计算，请删去公式或改写评分标准", 0)


def _spoken_of(standard: Standard) -> Dimension:
    """Give the dimension of the numbers in a sentence, which a value stated outright must have."""
    amounts = [one for one in standard.amounts() if one.unit != PLAIN or one.value != 0]
    dimensions = list(dict.fromkeys(one.unit.dimension for one in amounts))
    if len(dimensions) > 1:
        raise LanguageError(f"评分标准里的数单位不一致：{'、'.join(map(str, dimensions))}", 0)
    return dimensions[0] if dimensions else Dimension()


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

        def read(text: str) -> Expression:
            tree = known_names(parse_formula(text, units), units)
            check_condition(tree, units)
            return tree

        conditions.append((fact, _at(exemption.condition, read)))
    return tuple(conditions)


def _refuse_contested(indicator: Indicator, standard: Standard, readings: Readings) -> None:
    if readings.get("边界归属") == "报错" and "边界归属" in standard.form.asks:
        message = "相邻两档都写到同一个数，口径“边界归属”为报错：请用（含）写明它归哪一档"
        raise Refused(Diagnostic(indicator.standard.place, message))


def known_names(tree: Expression, units: Mapping[str, Dimension]) -> Expression:
    """Give the tree back if every name in it is an item; else the nearest names."""
    for node in walk(tree):
        if isinstance(node, Name) and node.name not in units:
            near = difflib.get_close_matches(node.name, units, n=3, cutoff=0.4)
            hint = f"，是否为：{'、'.join(near)}" if near else ""
            message = f"没有名为“{node.name}”的数据项{hint}；新的数据项请先写进 items.yaml"
            raise LanguageError(message, node.span.start, len(node.name))
    return tree


def _at(text: Text, read: Callable[[str], T]) -> T:
    """Read a text of the table, turning what is not understood into a diagnostic there."""
    try:
        return read(text.text)
    except LanguageError as error:
        raise Refused(diagnose(text, error)) from None


def diagnose(text: Text, error: LanguageError) -> Diagnostic:
    """Give the diagnostic for an error in a text: its place, and the words where it stops."""
    place = text.place
    if "\n" not in text.text:
        place = Place(place.file, place.line, place.column + error.position)
    near = text.text[error.position : error.position + max(error.length, 6)]
    where = f"（第{error.position + 1}字“{near}”处）" if near else ""
    hint = f"。可用的写法如：{'；'.join(error.hints[:3])}" if error.hints else ""
    return Diagnostic(place, f"{error.message}{where}{hint}")
