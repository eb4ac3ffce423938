"""A table made ready to run: every sentence understood, every formula checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial
from typing import Any

from jixiao.dataclass import dataclass, field, fields, replace
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
from jixiao.language.formula.calculate import Calculation, compile_condition, compile_value
from jixiao.language.formula.quotient import Decision
from jixiao.language.standard import Interval
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.evaluation import Beyond
from jixiao.model.mishap import mishap_text, sentence_called
from jixiao.model.ruleset import Indicator, Item, Readings, Ruleset, Text
from jixiao.quantity import PLAIN, Dimension, points_text
from jixiao.scoring.program.excess import Exceeding, exceeding
from jixiao.scoring.program.settlement import Settlement, settle_rules
from jixiao.scoring.program.table_text import known_items, read_at_place, read_condition
from jixiao.scoring.scale.readings import REFUSED, Reading
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.standard import Standard


@dataclass(frozen=True, slots=True)
class Rule:
    """One indicator made ready to run.

    `conditions` hold, for each fact that the sentence exempts and 免评 decides, the
    condition; facts without one wait for a rating.
    """

    indicator: Indicator
    meaning: Meaning
    readings: Readings
    formula: Expression | None = None
    dimension: Dimension = Dimension()
    conditions: tuple[tuple[str, Expression], ...] = ()
    qualitative: Meaning | None = None
    exceeding: Exceeding | None = None
    """What the table takes where the target is exceeded by far (超额)."""
    operands: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """The items of the formula."""
    wanted: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """The items of the formula and of the conditions, each once."""
    value: Calculation | None = field(init=False, compare=False, repr=False)
    """The formula, made ready."""
    exempting: tuple[tuple[str, Decision], ...] = field(init=False, compare=False, repr=False)
    """The conditions, made ready."""

    @property
    def standard(self) -> Standard:
        """The sentence, as it is understood."""
        return self.meaning.standard

    def bounds(self) -> tuple[Fraction, Fraction]:
        """Give the lowest and the highest score over all that may be found; without end, as far as it can matter."""
        low, high = self.meaning.bounds()
        return -self.indicator.ground if low is None else low, high

    def spilled(self) -> Beyond | None:
        """Give what may be taken off the total besides the score, as far as it can matter."""
        spilled = self.meaning.spilled()
        if spilled is None:
            return None
        clause, most = spilled
        return Beyond(clause, self.indicator.ground if most is None else most, Fraction(0))

    def scores_as(self, rule: Rule) -> bool:
        """Whether two rules give every project the same result, in every word of it."""
        mine, theirs = self.indicator, rule.indicator
        return (
            (mine.name, mine.points, mine.category, mine.extra, mine.ground)
            == (theirs.name, theirs.points, theirs.category, theirs.extra, theirs.ground)
            and not (mine.is_block or theirs.is_block)
            and (self.meaning, self.readings, self.dimension) == (rule.meaning, rule.readings, rule.dimension)
            and (self.formula, self.conditions, self.exceeding)
            == (rule.formula, rule.conditions, rule.exceeding)
        )

    def __post_init__(self) -> None:
        operands = names(self.formula) if self.formula is not None else ()
        asked = (name for _, tree in self.conditions for name in names(tree))
        object.__setattr__(self, "operands", operands)
        object.__setattr__(self, "wanted", tuple(dict.fromkeys((*operands, *asked))))
        object.__setattr__(self, "value", compile_value(self.formula) if self.formula is not None else None)
        exempting = tuple((fact, compile_condition(tree)) for fact, tree in self.conditions)
        object.__setattr__(self, "exempting", exempting)

    def __reduce__(self) -> tuple[type[Rule], tuple[object, ...]]:
        """What is made ready are functions, which another process makes for itself."""
        return Rule, tuple(getattr(self, one.name) for one in fields(self) if one.init)


@dataclass(frozen=True, slots=True)
class Program:
    """A table made ready to run, its rules in the table's order."""

    ruleset: Ruleset
    rules: tuple[Rule, ...]
    settlement: Settlement = Settlement()
    kept: dict[object, Any] = field(init=False, compare=False, repr=False, default_factory=dict)
    """What is made ready of the table where it runs many times; by what it is."""

    def __reduce__(self) -> tuple[type[Program], tuple[object, ...]]:
        """What is kept, another process makes for itself."""
        return Program, (self.ruleset, self.rules, self.settlement)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A table as far as it can be made ready: the rules that run, beside everything that is wrong in it."""

    ruleset: Ruleset
    rules: tuple[Rule, ...]
    settlement: Settlement
    refused: Mapping[str, tuple[Diagnostic, ...]]
    """What is wrong with each indicator that can't run, by its code."""
    problems: tuple[Diagnostic, ...]
    """What is wrong with the table itself."""

    def program(self) -> Program:
        """Give the table ready to run; raises Refused with everything that is wrong in it."""
        wrong = (*(one for diagnostics in self.refused.values() for one in diagnostics), *self.problems)
        if wrong:
            raise Refused(*wrong)
        return Program(self.ruleset, self.rules, self.settlement)


def prepare(ruleset: Ruleset) -> Prepared:
    """Make a table ready as far as it goes."""
    rules: list[Rule] = []
    refused: dict[str, tuple[Diagnostic, ...]] = {}
    for indicator in ruleset.indicators:
        try:
            rules.append(compile_indicator(indicator, ruleset.items, ruleset.readings))
        except Refused as error:
            refused[indicator.id] = error.diagnostics
    problems = list(_of_total(ruleset))
    settlement = Settlement()
    scored = [(rule.indicator, rule.meaning, rule.dimension) for rule in rules]
    try:
        settlement = settle_rules(ruleset, scored, complete=not refused)
    except Refused as error:
        problems.extend(error.diagnostics)
    try:
        exceeded = exceeding(ruleset, scored, _target_of) if not refused else {}
    except Refused as error:
        exceeded = {}
        problems.extend(error.diagnostics)
    rules = (
        [replace(rule, exceeding=exceeded.get(rule.indicator.name)) for rule in rules] if exceeded else rules
    )
    return Prepared(ruleset, tuple(rules), settlement, refused, tuple(problems))


def _target_of(target: Text) -> Interval:
    from jixiao.scoring.sentence.row import read_target  # with its patterns and forms

    return read_at_place(target, read_target)


def compile_ruleset(ruleset: Ruleset) -> Program:
    """Make a table ready to run; raises Refused with everything that is wrong in it."""
    return prepare(ruleset).program()


def _of_total(ruleset: Ruleset) -> Iterator[Diagnostic]:
    """Yield what is wrong with the sum of the points."""
    total = ruleset.points
    if total != ruleset.full:
        message = f"各指标分值之和为{points_text(total)}，与满分{points_text(ruleset.full)}不符，请核对分值"
        yield Diagnostic(ruleset.place, message)


def compile_indicator(indicator: Indicator, items: Mapping[str, Item], readings: Readings) -> Rule:
    """Make one indicator ready to run; raises Refused with its first problem, be it a mistake of ours."""
    try:
        return _compiled(indicator, items, readings)
    except Refused:
        raise
    except Exception as problem:
        text = mishap_text(problem, sentence_called(indicator.standard.text))
        raise Refused(Diagnostic(indicator.standard.place, text)) from problem


def _compiled(indicator: Indicator, items: Mapping[str, Item], readings: Readings) -> Rule:
    from jixiao.scoring.sentence.row import (
        read_target,
        understand_row,  # with its patterns and forms, which a kept table needs not
    )

    if indicator.target is not None:
        read_at_place(indicator.target, read_target)
    read = partial(understand_row, indicator=indicator)
    standard = read_at_place(indicator.standard, read)
    rule_readings = {**readings, **indicator.readings}
    meaning, qualitative = meaning_of(standard, rule_readings), None
    if indicator.qualitative is not None:
        qualitative = meaning_of(read_at_place(indicator.qualitative, read), rule_readings)
    units = {name: item.unit.dimension for name, item in items.items()}
    formula, dimension = None, Dimension()
    if indicator.formula is None:
        dimension = read_at_place(indicator.standard, lambda _: _spoken_of(standard))
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
