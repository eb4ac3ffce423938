"""Formulas of a score as sentences write them, made formulas of the indicator's value."""

from __future__ import annotations

import re

from jixiao.language.error import LanguageError
from jixiao.language.formula import (
    Arithmetic,
    Call,
    Expression,
    Minus,
    Name,
    Number,
    replaced,
    walk,
    write_formula,
)
from jixiao.language.standard import POINTS_NAMES, ByFormula
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.line import POINTS, VALUE

_GOALS = ("计划", "目标", "预算", "应", "全部", "总")
_RESULTS = ("实际", "完成", "已", "到位")
_BARE = re.compile("^(?:实际(?:完成)?|已完成|目标|计划|预期|应)")
"""What tells a result from its goal: 实际降幅, 目标降幅."""


def over_value(award: ByFormula, context: Context) -> Expression:
    """Give the expression with the indicator's own names replaced by 指标值.

    Raises LanguageError for a name that is neither the indicator nor its points.
    """
    expression = _quotient_as_value(award.expression, context)
    for node in walk(expression):
        known = not isinstance(node, Name) or node.name in POINTS_NAMES or context.means_value(node.name)
        if not known or not isinstance(node, Name | Number | Minus | Arithmetic | Call):
            text = node.name if isinstance(node, Name) else write_formula(node)
            raise LanguageError(f"算式里的“{text}”既不是本指标的值，也不是分值", award.span.start, len(text))
    return replaced(expression, _own_name)


def _own_name(node: Expression) -> Name | None:
    if not isinstance(node, Name):
        return None
    return Name(POINTS if node.name in POINTS_NAMES else VALUE)


def is_result_over_goal(award: ByFormula) -> bool:
    """Whether a formula is 实际值÷目标值×分值: the value to its target."""
    match award.expression:
        case Arithmetic("×", Arithmetic("÷", Name(name=over), Name(name=under)), Name(name=points)):
            goal = any(word in under for word in _GOALS) or under == "指标值"
            return goal and any(word in over for word in _RESULTS) and points in POINTS_NAMES
        case _:
            return False


def _quotient_as_value(tree: Expression, context: Context) -> Expression:
    """Take 实际数÷计划数 as the value of a rate, where its two names are the only ones.

    A quotient that looks upside down (计划 over 实际) is left as it is, and so refused.
    """
    foreign = {node.name for node in walk(tree) if isinstance(node, Name) and node.name not in POINTS_NAMES}
    if len(foreign) != 2 or (
        len({_BARE.sub("", name) for name in foreign}) != 1 and any(map(context.means_value, foreign))
    ):
        return tree
    quotients = [
        node for node in walk(tree)
        if isinstance(node, Arithmetic) and node.operator == "÷"
        and isinstance(node.left, Name) and isinstance(node.right, Name) and {node.left.name, node.right.name} == foreign
    ]  # fmt: skip
    if len(quotients) != 1:
        return tree
    over, under = quotients[0].left, quotients[0].right
    assert isinstance(over, Name)
    assert isinstance(under, Name)
    part_of_all = (
        over.name.endswith("个数") and under.name.endswith("个数") and under.name.startswith(("全部", "总"))
    )
    if not part_of_all and not context.name.endswith(("率", "度", "比例", "比", "比重")):
        return tree
    done = over.name.startswith((*_RESULTS, "达到")) or not any(word in over.name for word in _GOALS)
    wanted = any(word in under.name for word in _GOALS) or not any(word in under.name for word in _RESULTS)
    if not done or not wanted or under.name.startswith(_RESULTS):
        return tree
    return replaced(tree, lambda node: Name(VALUE) if node is quotients[0] else None)
