"""Indicators that the evaluated unit set itself (自设指标), inside a block of the table."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.model.case import OwnIndicator, Project
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.evaluation import Deduction, Drawn, Figure, Result, Status
from jixiao.model.ruleset import Indicator, Item, Ruleset
from jixiao.model.told import Joined
from jixiao.quantity import Quantity, points_text
from jixiao.scoring.indicator.evidence import Evidence, weigh
from jixiao.scoring.indicator.explain import sources
from jixiao.scoring.indicator.indicator import evaluate_indicator, open_block
from jixiao.scoring.indicator.measured import Measure, Measured, computed, measured
from jixiao.scoring.indicator.result import draw_together, with_claim
from jixiao.scoring.indicator.ways import Way, exceeded, scored_ways, undecided
from jixiao.scoring.program.indicator import compile_indicator
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.program.settlement import refuse_wide
from jixiao.scoring.scale.said import own as own_input

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
        yield _evaluate_own(_own_rules(rule, one, number, ruleset), one, project)


def _own_rules(block: Rule, own: OwnIndicator, number: int, ruleset: Ruleset) -> tuple[Measured, ...]:
    """Make rules of an own indicator: the block's sentence for its kind, or its own; several where it may be read so."""
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

    def compiled(one: Indicator) -> Rule:
        rule = compile_indicator(one, items, ruleset.readings)
        refuse_wide(one, rule.standard)
        return rule

    if quantitative and own.standard is not None:
        rules = measured(own, indicator, compiled)
    else:
        rules = (Measured(compiled(indicator), Measure.ATTAINED),)
    can_exceed = own.target is not None and own.sense != "≤" and own.target.base > 0
    if not can_exceed:
        return rules
    return tuple(replace(one, rule=replace(one.rule, exceeding=block.exceeding)) for one in rules)


def _evaluate_own(rules: tuple[Measured, ...], own: OwnIndicator, project: Project) -> Result:
    if own.target is None:
        return evaluate_indicator(rules[0].rule, project)
    result = _against_target(rules, own, own.target)
    result = _reduced(result, project)
    return with_claim(result, project.claim.indicators.get(own.name))


def _against_target(rules: tuple[Measured, ...], own: OwnIndicator, target: Quantity) -> Result:
    """Score what was achieved against the target, by each reading of the sentence."""
    evidence, rule = weigh(own.name, own.actual), rules[0].rule
    notes = [f"目标{own.sense}{target}，实际{figure.quantity}" for _, figure in _figures(evidence)]
    ways = [
        way
        for note, (value, figure) in zip(notes, _figures(evidence), strict=True)
        for one in rules
        for way in _ways(one, own.sense, target, value, note, figure)
    ]
    if not ways:
        return draw_together(
            rule, [undecided(rule, "没有实际完成值")], {}, [f"实际值：{own.name}"], judged=False
        )
    result = draw_together(rule, ways, {own.name: evidence}, [], judged=False)
    told = Joined((f"{notes[0]}。", result.explanation))
    return replace(result, basis=replace(Drawn.of(result.basis), explanation=told))


def _figures(evidence: Evidence) -> Iterator[tuple[Fraction, Figure]]:
    for value in evidence.values:
        figure = evidence.figure_for(value)
        assert figure is not None
        yield value, figure


def _ways(
    one: Measured, sense: str, target: Quantity, value: Fraction, note: str, figure: Figure
) -> Iterator[Way]:
    rule = one.rule
    plain = replace(rule, exceeding=None)  # how far a target is met is not how far it is exceeded
    assumption = "；".join(words for words in (note, one.assumption) if words)
    for way in scored_ways(plain, own_input(one.at(sense, target, value)), assumption, {figure.name: figure}):
        told = computed(way) if one.measure is Measure.MET else way
        yield from exceeded(told, rule, value / target.base) if rule.exceeding else (told,)


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
