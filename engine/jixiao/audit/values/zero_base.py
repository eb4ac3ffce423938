"""Rates that are printed although their base is nothing: completed of no budget, grown from nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from jixiao.audit.checks.run import Ran
from jixiao.audit.checks.tell import figures_told, items_of
from jixiao.audit.outcome import Outcome
from jixiao.audit.values.value import Told
from jixiao.dataclass import dataclass
from jixiao.language.formula import Arithmetic, Comparison, Expression
from jixiao.language.formula.calculate import Undefined, calculate
from jixiao.model.case import Project
from jixiao.model.check import CheckResult
from jixiao.model.evaluation import Result, Status
from jixiao.model.finding import Level
from jixiao.model.wording import quoted
from jixiao.quantity import Quantity

ZERO_BASE = "基数为零"


def zero_base_outcomes(ran: Iterable[Ran]) -> Iterator[Outcome]:
    """Yield each check of a rate that divides by zero, while the rate is printed."""
    for one in ran:
        if one.result is not CheckResult.UNDECIDED or not one.compiled.restates or not one.stated:
            continue
        tree = one.compiled.tree
        assert isinstance(tree, Comparison)
        stated = one.taken[one.compiled.subject]
        values = {name: figure.quantity.base for name, figure in one.taken.items()}
        nothing = _divides_by(tree.right, values)
        if nothing:
            source = stated.sources[0] if stated.sources else ""
            rate = _Rate(one.compiled.subject, items_of(one)[0], stated.quantity, source, figures_told(one))
            yield from rate.over_nothing(nothing, _above(tree.right, values))


def zero_rate_outcomes(result: Result, project: Project, formula: Expression | None) -> Iterator[Outcome]:
    """Yield that the rate of an indicator is stated or claimed, while its formula divides by zero."""
    name = result.indicator.name
    used = {one.name: one for one in result.figures if one.used and one.name != name}
    if formula is None or result.value is not None or result.status is Status.EXEMPT or not used:
        return
    values = {one.name: one.quantity.base for one in used.values()}
    nothing = _divides_by(formula, values)
    claim = project.claim.indicators.get(name)
    stated = [(one.quantity, one.source) for one in project.statements.get(name, ())]
    stated += [(claim.ratio, claim.source)] if claim is not None and claim.ratio is not None else []
    if nothing and stated:
        quantity, source = stated[0]
        because = tuple(f"{quoted(one.name)}{one.quantity}（{one.source}）" for one in used.values())
        rate = _Rate(name, name, quantity, source, because)
        yield from rate.over_nothing(nothing, _above(formula, values))


def _divides_by(tree: Expression, values: Mapping[str, Fraction]) -> str:
    """Give what a formula divides by that is zero; empty where it does not, or a value is not known."""
    try:
        value = calculate(tree, values)
    except KeyError:
        return ""
    return value.divisor if isinstance(value, Undefined) else ""


def _above(tree: Expression, values: Mapping[str, Fraction]) -> Fraction | None:
    """Give what is divided, where the formula is one division."""
    if not isinstance(tree, Arithmetic) or tree.operator != "÷":
        return None
    above = calculate(tree.left, values)
    return None if isinstance(above, Undefined) else above


@dataclass(frozen=True, slots=True)
class _Rate:
    """A rate that is printed, and what it would be calculated from."""

    name: str
    item: str
    quantity: Quantity
    source: str
    because: tuple[str, ...]

    def over_nothing(self, nothing: str, above: Fraction | None) -> Iterator[Outcome]:
        """Yield that its base is nothing; nothing of nothing that is printed as nothing says nothing wrong."""
        if above == 0 and not self.quantity.value:
            return
        title = quoted(self.name.rsplit("·", 1)[-1])
        place = f"（{self.source}）" if self.source else ""
        both = "分子分母都是0，算不出比率" if above == 0 else "没有基数，算不出比率"
        text = f"{title}印作{self.quantity}{place}，而{quoted(nothing.rsplit('·', 1)[-1])}为0，{both}"
        level = Level.LOW if above == 0 else Level.MEDIUM
        figures = (str(self.quantity), nothing)
        yield Told(
            self.name, self.item, ZERO_BASE, level, f"{title}的基数为零", text, self.because, figures
        ).outcome
