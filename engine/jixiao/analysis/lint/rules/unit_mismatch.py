"""Units that do not fit: within a formula, between formula and sentence, within a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.formula import Formula
from jixiao.analysis.lint.found import Found, Lint, each_formula, each_sentence
from jixiao.analysis.lint.rulebook import Rulebook
from jixiao.analysis.lint.rules.formula_not_understood import kind_error
from jixiao.analysis.lint.sentence import Sentence
from jixiao.language.error import LanguageError
from jixiao.language.formula import check_condition, infer_units
from jixiao.language.span import Span
from jixiao.language.standard import Amount, Base, Clause, Interval, Pin, Step
from jixiao.model.lint import LintRule, Spot
from jixiao.quantity import PLAIN, Dimension


def find(rulebook: Rulebook) -> Iterator[Found]:
    """Yield every place where units do not fit."""
    yield from each_formula(in_formula)(rulebook)
    yield from each_sentence(in_sentence)(rulebook)


def in_formula(formula: Formula) -> Iterator[Found]:
    """Yield the operator whose sides do not fit, or a 恒等式 in another unit than its item."""
    tree = formula.known
    if tree is None or kind_error(tree, formula.aim) is not None:
        return
    try:
        if formula.aim == "condition":
            check_condition(tree, formula.sheet.units)
            return
        dimension = infer_units(tree, formula.sheet.units)
    except LanguageError as error:
        span = Span(error.position, error.position + max(error.length, 1))
        yield Found(formula.spot(span), f"{error.message}。请核对数据项，或用同一种量相加减、相比较")
        return
    if formula.item is not None and dimension != formula.item.unit.dimension:
        yield Found(
            formula.spot(Span(0, len(formula.text.text))),
            f"恒等式算出的单位是{dimension}，数据项“{formula.item.name}”的单位是{formula.item.unit.name}。请核对算式或单位",
        )


def in_sentence(sentence: Sentence) -> Iterator[Found]:
    """Yield the first number of a sentence that can't be compared with the indicator's value."""
    standard = sentence.standard
    if standard is None:
        return
    measured = _dimension(sentence)
    amounts = [one for one in standard.amounts() if one.unit != PLAIN or one.value]
    dimension = measured or (amounts[0].unit.dimension if amounts else None)
    wrong = [one for one in amounts if one.unit.dimension != dimension]
    if wrong:
        written = wrong[0].unit.name or "没有单位的数"
        other = f"公式的单位是{dimension}" if measured else f"前面的数以{amounts[0].unit.name or dimension}计"
        yield Found(
            _spot(sentence, wrong[0]), f"句中写的是“{written}”，{other}，不能相比。请改写单位，或核对公式"
        )


def _dimension(sentence: Sentence) -> Dimension | None:
    """Give what the formula's value is measured in, where that is known."""
    formula = sentence.formula
    if formula is None or formula.known is None:
        return None
    try:
        return infer_units(formula.known, formula.sheet.units)
    except LanguageError:
        return None


def _spot(sentence: Sentence, amount: Amount) -> Spot:
    """Give the place of the words with an amount; of the whole sentence where none has it."""
    for entry in sentence.entries:
        for part in entry.subject if isinstance(entry, Clause) else (entry,):
            match part:
                case Interval():
                    ends = [end.amount for end in (part.low, part.high) if end]
                case Step() | Base():
                    ends = [part.amount]
                case Pin():
                    ends = [part.limit]
                case _:
                    continue
            if amount in ends:
                return sentence.spot(part.span)
    return sentence.spot()


LINT = Lint(LintRule("unit-mismatch", "单位不符", "error"), find)
