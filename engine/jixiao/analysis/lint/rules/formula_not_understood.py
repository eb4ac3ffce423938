"""A 公式, 免评 condition or 恒等式 that can't be read, or is of the wrong kind."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.formula import Aim, Formula
from jixiao.analysis.lint.found import Found, Lint, each_formula
from jixiao.language.error import LanguageError
from jixiao.language.formula import Comparison, Expression, Logic, Not, walk
from jixiao.language.formula.tree import children
from jixiao.language.span import Span
from jixiao.model.lint import LintRule

_CONDITIONS = (Comparison, Logic, Not)


def find(formula: Formula) -> Iterator[Found]:
    """Yield why a formula can't be read, or that it is a condition where a number is due."""
    error = formula.error
    if error is None and formula.known is not None:
        error = kind_error(formula.known, formula.aim)
    if error is not None:
        span = Span(error.position, error.position + max(error.length, 1))
        yield Found(formula.spot(span), f"{error.message}，请改正")


def kind_error(tree: Expression, aim: Aim) -> LanguageError | None:
    """Give what is wrong with a formula whatever its units: a condition for a number, or back."""
    if aim == "condition" and not isinstance(tree, _CONDITIONS):
        return LanguageError("这里应是一个条件，如“批准建设面积 = 0”", tree.span.start)
    if aim == "value" and isinstance(tree, _CONDITIONS):
        return LanguageError("这里应是一个数，不是条件", tree.span.start)
    for node in walk(tree):
        for operand in children(node):
            if isinstance(node, Logic | Not) != isinstance(operand, _CONDITIONS):
                wrong = "“且”“或”“非”只能连接条件" if isinstance(node, Logic | Not) else "条件不能参与运算"
                return LanguageError(wrong, operand.span.start)
    return None


LINT = Lint(LintRule("formula-not-understood", "公式看不懂", "error"), each_formula(find))
