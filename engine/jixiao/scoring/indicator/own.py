"""Indicators that the evaluated unit set itself (自设指标), inside a block of the table."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.model.case import OwnIndicator, Project
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.evaluation import Deduction, Drawn, Result, Status
from jixiao.model.ruleset import Indicator, Item, Ruleset
from jixiao.model.told import Joined
from jixiao.quantity import points_text
from jixiao.scoring.indicator.evidence import weigh
from jixiao.scoring.indicator.explain import sources
from jixiao.scoring.indicator.indicator import evaluate_indicator, open_block
from jixiao.scoring.indicator.result import draw_together, with_claim
from jixiao.scoring.indicator.ways import Way, exceeded, scored_ways, undecided
from jixiao.scoring.program.indicator import compile_indicator
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.program.settlement import refuse_wide
from jixiao.scoring.scale.said import Takes, Value, own as own_input

REDUCTION_CLAUSE = "目标值明显偏低"
"""The clause of an assessor's reduction where a unit set its own target plainly too low."""


def evaluate_block(rule: Rule, project: Project, ruleset: Ruleset) -> Iterator[Result]:
    """Yield the results of a block: its own indicators, or the block itself, open."""
    own = project.own.get(rule.indicator.name, ())
    if not own:
        yield with_claim(open_block(rule), project.claim.indicators.get(rule.indicator.name))
        return
    total = sum((one.points for one in own), Fraction(0))
    if total != rule.indicator.points:
        message = (
            f"“{rule.indicator.name}”的自设指标分值之和为{points_text(total)}，"
            f"与该部分分值{points_text(rule.indicator.points)}不符"
        )
        raise Refused(Diagnostic(own[0].place, message))
    for number, one in enumerate(own, start=1):
        yield _evaluate_own(_own_rule(rule, one, number, ruleset), one, project)


def _own_rule(block: Rule, own: OwnIndicator, number: int, ruleset: Ruleset) -> Rule:
    """Make a rule of an own indicator: the block's sentence for its kind, or its own."""
    quantitative = own.target is not None
    standard = own.standard or (block.indicator.standard if quantitative else block.indicator.qualitative)
    indicator = Indicator(
        name=own.name,
        id=f"{block.indicator.id}.{number}",
        points=own.points,
        standard=standard or block.indicator.standard,
        place=own.place,
        category=(*block.indicator.category, block.indicator.name),
        readings=block.indicator.readings,
        provenance=block.indicator.provenance,
    )
    items: dict[str, Item] = dict(ruleset.items)
    rule = compile_indicator(indicator, items, ruleset.readings)
    refuse_wide(indicator, rule.standard)
    if quantitative and rule.meaning.takes != Takes.VALUE:
        message = f"“{own.name}”写了目标值，它的评分标准却由评定给分，请改写评分标准，或删去目标值"
        raise Refused(Diagnostic(own.place, message))
    can_exceed = own.target is not None and own.sense != "≤" and own.target.base > 0
    return replace(rule, exceeding=block.exceeding) if can_exceed else rule


def _evaluate_own(rule: Rule, own: OwnIndicator, project: Project) -> Result:
    if own.target is None:
        return evaluate_indicator(rule, project)
    result = _against_target(rule, own)
    result = _reduced(result, project)
    return with_claim(result, project.claim.indicators.get(own.name))


def _against_target(rule: Rule, own: OwnIndicator) -> Result:
    """Score how far the target is met: actual over target, or target over actual for ≤."""
    assert own.target is not None
    evidence = weigh(own.name, own.actual)
    ways: list[Way] = []
    notes: list[str] = []
    for value in evidence.values:
        figure = evidence.figure_for(value)
        assert figure is not None
        notes.append(f"目标{own.sense}{own.target}，实际{figure.quantity}")
        ratio = _attainment(own.sense, own.target.base, value)
        plain = replace(rule, exceeding=None)  # how far a target is met is not how far it is exceeded
        for way in scored_ways(plain, own_input(Value(ratio)), notes[-1], {own.name: figure}):
            ways.extend(exceeded(way, rule, value / own.target.base) if rule.exceeding else (way,))
    if not ways:
        return draw_together(
            rule, [undecided(rule, "没有实际完成值")], {}, [f"实际值：{own.name}"], judged=False
        )
    result = draw_together(rule, ways, {own.name: evidence}, [], judged=False)
    told = Joined((f"{notes[0]}。", result.explanation))
    return replace(result, basis=replace(Drawn.of(result.basis), explanation=told))


def _attainment(sense: str, target: Fraction, actual: Fraction) -> Fraction:
    """Give how far a target is met: 1 or more where it is, less in proportion where not."""
    if sense == "≥":
        met, ratio = actual >= target, actual / target if target else Fraction(0)
    elif sense == "≤":
        met, ratio = actual <= target, target / actual if actual else Fraction(0)
    else:
        met = actual == target
        ratio = min(actual / target, target / actual) if target and actual else Fraction(0)
    return max(ratio, Fraction(1)) if met else max(ratio, Fraction(0))


def _reduced(result: Result, project: Project) -> Result:
    """Take off what an assessor reduces, with grounds; never below zero."""
    for rating in project.ratings.get(result.indicator.name, ()):
        if rating.deduction is None:
            message = f"“{result.indicator.name}”是定量指标，评定只能写“扣分”和依据（目标值明显偏低时）"
            raise Refused(Diagnostic(rating.place, message))
        points = min(rating.deduction, result.high)
        reason = (
            f"{rating.by}认为{REDUCTION_CLAUSE}（{rating.grounds}），扣{points_text(points)}分{sources(())}"
        )
        low, high = max(result.low - points, Fraction(0)), result.high - points
        basis = replace(
            Drawn.of(result.basis),
            deductions=(*result.deductions, Deduction(points, REDUCTION_CLAUSE, reason)),
            missing=tuple(replace(one, could_move=high - low) for one in result.missing if low != high),
            explanation=Joined((result.explanation, f"{reason}。")),
        )
        status = Status.JUDGED if low == high else Status.OPEN
        result = replace(result, status=status, low=low, high=high, basis=basis)
    return result
