"""Whether a relation holds between numbers as they were printed, over columns.

The same meaning as `audit/checks/relation`, of which it writes down what that calculates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from jixiao.audit.checks.compiled import CompiledCheck
from jixiao.bulk.checks.result import CheckCode
from jixiao.bulk.checks.spans import Spanned, span_of
from jixiao.bulk.formula import Grains, truth_of, value_of
from jixiao.bulk.ratio import Ratio, size
from jixiao.bulk.whole import FALSE, NOTHING, Const, Truth, Whole, choose, every, negation, some
from jixiao.dataclass import dataclass
from jixiao.language.formula import Comparison, Expression, Name

_FAILS, _ROUNDING, _HOLDS, _UNDECIDED = (
    Const(int(one)) for one in (CheckCode.FAILS, CheckCode.ROUNDING, CheckCode.HOLDS, CheckCode.UNDECIDED)
)


@dataclass(frozen=True, slots=True)
class Figures:
    """The columns of a relation's items: what one unit of each is, and between what the true values lie.

    `off`: how far printing lets the true value lie from the column's, either side.
    """

    grains: Grains
    spans: Mapping[str, Spanned]
    off: Mapping[str, Ratio]


@dataclass(frozen=True, slots=True)
class LoweredRelation:
    """What a relation comes to (`CheckCode`), and by how much its left side is the larger."""

    code: Whole
    gap: Ratio


def lowered_relation(check: CompiledCheck, tree: Expression, figures: Figures) -> LoweredRelation:
    """Lower a check's relation `tree`, whose items all have figures."""
    if not isinstance(tree, Comparison):
        decided = truth_of(tree, figures.grains)
        code = choose(decided.unknown, _UNDECIDED, choose(decided.holds, _HOLDS, _FAILS))
        return LoweredRelation(code, Ratio(NOTHING))
    left, right = value_of(tree.left, figures.grains), value_of(tree.right, figures.grains)
    low, high = span_of(tree.left, figures.spans), span_of(tree.right, figures.spans)
    undefined = some(left.undefined, right.undefined, low.undefined, high.undefined)
    possible = _possible(tree.operator, (left.ratio, right.ratio), (low, high), Ratio.of(check.widened))
    gap = left.ratio - right.ratio
    beside: Truth = FALSE
    cut: Truth = FALSE
    if check.restates and not check.widened:
        off = figures.off[tree.left.name] if isinstance(tree.left, Name) else Ratio(NOTHING)
        beside = off.below_value(size(gap))
        cut = _cuts(left.ratio, right.ratio, off)
    holds, fails = choose(beside, _ROUNDING, _HOLDS), choose(cut, _ROUNDING, _FAILS)
    return LoweredRelation(choose(undefined, _UNDECIDED, choose(possible, holds, fails)), gap)


def _possible(
    operator: str, exact: tuple[Ratio, Ratio], spans: tuple[Spanned, Spanned], widened: Ratio
) -> Truth:
    """Tell whether a comparison may be true; a strict one is decided on what is printed."""
    (one, other), (left, right) = exact, spans

    def at_most() -> Truth:
        return left.low.below_value(right.high + widened, equal=True)

    def at_least() -> Truth:
        return right.low.below_value(left.high + widened, equal=True)

    ways: dict[str, Callable[[], Truth]] = {
        "=": lambda: every(at_most(), at_least()),
        "≤": at_most,
        "≥": at_least,
        "<": lambda: one.below_value(other),
        ">": lambda: other.below_value(one),
        "≠": lambda: negation(one.equals(other)),
    }
    return ways[operator]()


def _cuts(stated: Ratio, value: Ratio, off: Ratio) -> Truth:
    """Tell whether a value, cut off behind its last decimal, is the one that is stated."""
    rest = size(value) - size(stated)
    nothing = Ratio(NOTHING)
    one_sign = some(
        every(nothing.below_value(stated, equal=True), nothing.below_value(value, equal=True)),
        every(stated.below_value(nothing, equal=True), value.below_value(nothing, equal=True)),
    )
    more, within = nothing.below_value(rest), rest.below_value(off * Ratio.of(Fraction(2)))
    return every(more, within, one_sign)
