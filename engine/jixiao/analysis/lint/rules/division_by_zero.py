"""A divisor that may be zero, and neither 免评 nor 口径 to say what then."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.analysis.lint.formula import Formula
from jixiao.analysis.lint.found import Found, Lint, each_row
from jixiao.analysis.lint.rulebook import Row
from jixiao.analysis.lint.value_range import value_range
from jixiao.language.formula import Arithmetic, Comparison, Expression, Number, walk, write_formula
from jixiao.language.span import Span
from jixiao.model.lint import LintRule

NO_VALUE = "无指标值"


def find(row: Row) -> Iterator[Found]:
    """Yield every division of a formula whose divisor may be zero and is not provided for."""
    if row.formula is None or NO_VALUE in row.readings or _leaves_to_rating(row):
        return
    covered = [tree for _, condition in row.conditions if condition.tree for tree in _zeros(condition.tree)]
    for division in zero_divisors(row.formula):
        if division.right not in covered:
            divisor = write_formula(division.right)
            yield Found(
                row.formula.spot(_extent(division.right)),
                f"“{divisor}”为零时算不出指标值，得分待定。请用免评写明这种情形，或写口径“无指标值”",
            )


def zero_divisors(formula: Formula) -> Iterator[Arithmetic]:
    """Yield the divisions of a formula whose divisor may be zero, as far as items tell."""
    if formula.known is None:
        return
    for node in walk(formula.known):
        if isinstance(node, Arithmetic) and node.operator == "÷":
            values = value_range(node.right, formula.sheet.items)
            if not values.excludes(Fraction(0)):
                yield node


def _leaves_to_rating(row: Row) -> bool:
    """Whether the sentence exempts from a fact that no condition decides, so a rating does."""
    standard = row.sentence.standard
    return standard is not None and len(standard.exemptions) > len(row.conditions)


def _zeros(condition: Expression) -> Iterator[Expression]:
    """Yield what a condition compares with zero: 政府采购预算 = 0."""
    for node in walk(condition):
        if isinstance(node, Comparison) and node.operator in ("=", "≤"):
            for one, other in ((node.left, node.right), (node.right, node.left)):
                if isinstance(other, Number) and other.value == 0:
                    yield one


def _extent(tree: Expression) -> Span:
    """Give the stretch of a formula's text that a part of it takes."""
    span = tree.span
    for node in walk(tree):
        span = span.to(node.span)
    return span


LINT = Lint(LintRule("division-by-zero", "除数可能为零", "info"), each_row(find))
