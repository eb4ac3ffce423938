"""The ways an indicator may come out, before they are drawn together into one result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod

from jixiao.language.formula import Expression, names
from jixiao.model.evaluation import Figure
from jixiao.scoring.arithmetic import Undefined, calculate, holds
from jixiao.scoring.evidence import Evidence
from jixiao.scoring.form import At, Value
from jixiao.scoring.outcome import Outcome, earned
from jixiao.scoring.program import Rule
from jixiao.scoring.standard import Exemption

MAX_COMBINATIONS = 4_096
"""Most combinations of disputed values tried. Beyond, the indicator is left open whole."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way: what is assumed, and what it gives. `value` is in base units."""

    assumption: str
    outcome: Outcome
    value: Fraction | None = None
    figures: Mapping[str, Figure] | None = None
    exempt: bool = False
    decided: bool = True
    """False where the outcome is just everything that is possible."""


def exempted(rule: Rule, exemption: Exemption, assumption: str = "") -> Way:
    """Give the way of an exemption: full marks, by its clause."""
    points = rule.standard.points
    return Way(
        assumption,
        Outcome(points, points, note=f"{exemption.fact}，按条款“{exemption.clause}”得满分"),
        exempt=True,
    )


def undecided(rule: Rule, note: str, assumption: str = "") -> Way:
    """Give the way where nothing more is known than the standard's bounds.

    A formula that turns out to divide by zero may, by 口径 无指标值, earn nothing at all.
    """
    low, high = rule.standard.bounds()
    if rule.formula is not None and rule.readings.get("无指标值") == "不得分":
        low = Fraction(0)
    return Way(assumption, Outcome(low, high, note=note), decided=False)


def scored_ways(
    rule: Rule, at: At, assumption: str = "", figures: Mapping[str, Figure] | None = None
) -> Iterator[Way]:
    """Yield a way for each reading of the sentence that gives another score."""
    value = at.value if isinstance(at, Value) else None
    for one in rule.standard.outcomes(at, rule.readings):
        both = "；".join(words for words in (assumption, one.assumption) if words)
        yield Way(both, one.outcome, value, figures)


def figure_ways(rule: Rule, formula: Expression, evidence: Mapping[str, Evidence]) -> Iterator[Way]:
    """Yield the ways of a formula over every combination of the values that are stated."""
    conditions = [condition for _, condition in rule.conditions]
    wanted = [name for tree in (formula, *conditions) for name in names(tree) if evidence[name].values]
    wanted = list(dict.fromkeys(wanted))
    too_many = any(evidence[name].too_many for name in wanted)
    if too_many or prod(len(evidence[name].values) for name in wanted) > MAX_COMBINATIONS:
        yield undecided(rule, "相互矛盾的陈述太多，无法逐一核算")
        return
    for values in product(*(evidence[name].values for name in wanted)):
        chosen = dict(zip(wanted, values, strict=True))
        figures = {name: figure for name in wanted if (figure := evidence[name].figure_for(chosen[name]))}
        yield from _combination(rule, formula, chosen, figures, _assumed(evidence, figures))


def _assumed(evidence: Mapping[str, Evidence], figures: Mapping[str, Figure]) -> str:
    return "，".join(
        f"{name}取{figure.quantity}" for name, figure in figures.items() if len(evidence[name].values) > 1
    )


def _combination(
    rule: Rule,
    formula: Expression,
    values: Mapping[str, Fraction],
    figures: Mapping[str, Figure],
    assumption: str,
) -> Iterator[Way]:
    exemptions = {exemption.fact: exemption for exemption in rule.standard.exemptions}
    for fact, condition in rule.conditions:
        held = holds(condition, values)
        if held is None:
            yield exempted(
                rule, exemptions[fact], "，".join(words for words in (assumption, f"如果{fact}") if words)
            )
        elif held:
            yield exempted(rule, exemptions[fact], assumption)
            return
    missing = [name for name in names(formula) if name not in values]
    if missing:
        yield undecided(rule, f"缺少{'、'.join(missing)}", assumption)
        return
    value = calculate(formula, values)
    if isinstance(value, Undefined):
        yield from _without_value(rule, value, assumption)
        return
    yield from scored_ways(rule, Value(value), assumption, figures)


def _without_value(rule: Rule, undefined: Undefined, assumption: str) -> Iterator[Way]:
    """Yield what 口径 无指标值 makes of a division by zero; open where it is silent."""
    points = rule.standard.points
    reading = rule.readings.get("无指标值", "待定")
    if reading == "满分":
        yield Way(assumption, Outcome(points, points, note=f"{undefined}，按口径“无指标值：满分”得满分"))
    elif reading == "不得分":
        yield Way(
            assumption,
            earned(
                points, Fraction(0), "口径 无指标值：不得分", f"{undefined}，按口径“无指标值：不得分”不得分"
            ),
        )
    else:
        yield undecided(rule, str(undefined), assumption)
