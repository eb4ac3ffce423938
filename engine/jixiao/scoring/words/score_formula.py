"""Formulas of a score as sentences write them, made formulas of the indicator's value."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.language.error import LanguageError
from jixiao.language.formula import (
    Arithmetic,
    Call,
    Expression,
    Minus,
    Name,
    Number,
    plain_name,
    replaced,
    walk,
    write_formula,
)
from jixiao.language.standard import ByFormula, is_points_name
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.line import POINTS, VALUE, line_of
from jixiao.scoring.words.quotient import Quotient, amounts_in, can_be_rate, quotient_of
from jixiao.scoring.words.telling import negation_in

_RATES = ("率", "度", "比例", "占比", "比重")
_NOTHING = (Fraction(0), Fraction(0))
_GOAL = re.compile("(?:年度|年初|全年|预期|绩效|计划)*(?:目标|指标|标准|预期)(?:值|数)?")
"""What a value is divided by to tell how far its goal is met."""
_RUN_TOGETHER = re.compile("(.+?)(分值|满分|标准分|权重分?)")
"""率分值: between the two a sign of multiplication is lost."""


def over_value(award: ByFormula, context: Context, *, limited: bool = False) -> Expression:
    """Give the expression with what stands for the indicator's value replaced by 指标值.

    `limited`: whether the formula is all of the standard, so that it may limit the value (不得超过80%).

    That is the quotient of the amounts that it names, or else the indicator's own names. Raises LanguageError
    for a name that is neither the value nor the points, and for a formula that gives no points.
    """
    tree = award.expression
    if award.pins and not limited:
        span = award.pins[0].span
        raise LanguageError.at(
            "只有一段按算式计分，不知道对指标值的限制管不管其他各段，请把限制单独写成一句", span
        )
    found = value_in(tree, context)
    expression = tree if found is None else found.formula
    only = _only_rate(expression, context)
    _refuse_worded_magnitude(tree, award)
    for node in walk(expression):
        known = (
            not isinstance(node, Name)
            or is_points_name(node.name)
            or node.name == only
            or _means_value(node.name, context)
        )
        if not known or not isinstance(node, Name | Number | Minus | Arithmetic | Call):
            text = node.name if isinstance(node, Name) else write_formula(node)
            raise LanguageError(f"算式里的“{text}”既不是本指标的值，也不是分值", award.span.start, len(text))
    _refuse_two_values(expression, context, award)
    formula = with_points(expression)
    for node in walk(formula):
        if (
            isinstance(node, Arithmetic)
            and node.operator == "÷"
            and line_of(node.right, context.points) == _NOTHING
        ):
            message = f"算式“{write_formula(tree)}”除以零，得不出分数"
            raise LanguageError.at(message, award.span)
    if context.points != 1 and not _gives_points(formula):
        message = f"算式“{write_formula(tree)}”没有乘分值，得出的不是分数，请补上“×分值”"
        raise LanguageError.at(message, award.span)
    return formula


def _refuse_worded_magnitude(tree: Expression, award: ByFormula) -> None:
    """Raise LanguageError at a magnitude in words: 偏差率的绝对值×10."""
    named = next((one for one in amounts_in(tree) if "绝对值" in one), None)
    if named is not None:
        bare = named.replace("的绝对值", "").replace("绝对值", "")
        raise LanguageError(f"算式里的“{named}”请写成 |{bare}|", award.span.start, len(named))


def _refuse_two_values(expression: Expression, context: Context, award: ByFormula) -> None:
    """Raise LanguageError where a formula holds two names that both may mean the value: 执行率÷全省执行率."""
    amounts = [one for one in amounts_in(expression) if one != VALUE and not context.is_any_value(one)]
    names = {plain_name(one): one for one in amounts}
    if len(names) > 1:
        message = f"算式里的{'、'.join(f'“{one}”' for one in names.values())}是不同的值，不知道哪一个是本指标的值，请写成本指标的公式"
        raise LanguageError.at(message, award.span)


def value_in(tree: Expression, context: Context) -> Quotient | None:
    """Give the quotient of amounts that is the indicator's value; None where the formula names the value itself."""
    amounts = amounts_in(tree)
    if len(amounts) < 2:
        return None
    found = quotient_of(tree)
    if found is None or _compares_with_goal(found.value, context):
        return None
    is_rate = plain_name(context.name).endswith((*_RATES, "比"))
    return found if not is_rate or can_be_rate(found.value, context.name) else None


def _compares_with_goal(quotient: Expression, context: Context) -> bool:
    """Whether the rate itself is divided by a goal, which the formula only names: 执行率÷目标值."""
    match quotient:
        case Arithmetic(left=Name(name=over)):
            return over.endswith(_RATES) and context.means_value(over)
        case _:
            return False


def _only_rate(expression: Expression, context: Context) -> str:
    """Give the rate that is all a formula works on, of an indicator that is called by no rate; "" for none."""
    amounts = amounts_in(expression)
    if len(amounts) != 1 or plain_name(context.name).endswith((*_RATES, "比")):
        return ""
    (only,) = amounts
    return only if only.endswith(_RATES) and not negation_in(only) else ""


def _means_value(name: str, context: Context) -> bool:
    joined = _RUN_TOGETHER.fullmatch(name)
    return name == VALUE or (joined is None and context.means_value(name))


def _gives_points(formula: Expression) -> bool:
    """Whether a formula names the points, or holds a number that can be points: 率 and 1-率 give none."""
    return any(
        (isinstance(node, Name) and node.name == POINTS)
        or (isinstance(node, Number) and (node.unit.name == "分" or abs(node.value * node.unit.factor) > 1))
        for node in walk(formula)
    )


def with_points(tree: Expression) -> Expression:
    """Give a formula of 指标值 with whatever it calls the points named 分值."""
    return replaced(tree, _own_name)


def _own_name(node: Expression) -> Name | None:
    if not isinstance(node, Name):
        return None
    return Name(POINTS if is_points_name(node.name) else VALUE)


def is_result_over_goal(award: ByFormula) -> bool:
    """Whether a formula is 实际值÷目标值×分值: the value to its target."""
    match award.expression:
        case Arithmetic("×", Arithmetic("÷", Name(), Name(name=under)), Name(name=points)):
            return _GOAL.fullmatch(plain_name(under)) is not None and is_points_name(points)
        case _:
            return False
