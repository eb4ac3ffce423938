"""One indicator of one project: from papers and ratings to a result."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.model.case import Project, Rating
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.evaluation import Drawn, Missing, Result, Status
from jixiao.model.wording import quoted
from jixiao.quantity import points_text
from jixiao.scoring.indicator.evidence import Evidence, gather
from jixiao.scoring.indicator.named import facts_said
from jixiao.scoring.indicator.ratings import decided_by, judged_by, rated_ways
from jixiao.scoring.indicator.result import draw_together, with_claim
from jixiao.scoring.indicator.several import nothing_said
from jixiao.scoring.indicator.ways import (
    Besides,
    figure_ways,
    scored_ways,
    stated_ways,
    undecided,
    unknown_ways,
)
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.said import RatingError, Takes


def evaluate_indicator(rule: Rule, project: Project) -> Result:
    """Evaluate one indicator; raises Refused for a rating that does not fit."""
    ratings = project.ratings.get(rule.indicator.name, ())
    if takes_figures(rule):
        _refuse_other_units(rule, project)
        score = _from_both if rule.meaning.takes == Takes.SEVERAL else _from_figures
        try:
            result = score(rule, project, ratings)
        except RatingError as error:
            message = f"指标{quoted(rule.indicator.name)}：{error}"
            raise Refused(Diagnostic(project.place, message)) from None
    else:
        result = from_ratings(rule, ratings)
    return with_claim(result, project.claim.indicators.get(rule.indicator.name))


def takes_figures(rule: Rule) -> bool:
    """Whether an indicator is scored by figures, not by what somebody judges."""
    return rule.formula is not None or rule.meaning.takes_value


def _refuse_other_units(rule: Rule, project: Project) -> None:
    """Refuse a value stated under the indicator's name in a unit that its sentence does not speak of."""
    for statement in project.statements.get(rule.indicator.name, ()):
        unit = statement.quantity.unit
        if unit.dimension != rule.dimension:
            written = f"“{unit.name}”" if unit.name else "没有写单位"
            message = f"{quoted(rule.indicator.name)}的单位应是{rule.dimension}，这里{written}"
            raise Refused(Diagnostic(statement.place, message))


def from_ratings(rule: Rule, ratings: tuple[Rating, ...]) -> Result:
    """Give the result of what was judged, which is all that it hangs on; raises Refused where that does not fit."""
    ways = list(rated_ways(rule, ratings))
    if not ways and rule.meaning.takes == Takes.SEVERAL:
        ways = list(scored_ways(rule, nothing_said(rule)))
        return draw_together(rule, ways, {}, [], judged=True)
    missing = [] if ways else [f"评定：{rule.indicator.name}"]
    return draw_together(rule, ways or [undecided(rule, "没有评定")], {}, missing, judged=True)


def _from_figures(rule: Rule, project: Project, ratings: tuple[Rating, ...]) -> Result:
    """Evaluate over figures; a rating may only establish a fact that exempts."""
    if ratings:
        exempt = list(rated_ways(rule, ratings))
        if exempt:
            return draw_together(rule, exempt, {}, [], judged=True)
        rule = _without_denied(rule, ratings)
    if rule.value is None:
        return _from_stated(rule, gather(project, rule.indicator.name), [rule.indicator.name])
    evidence = {name: gather(project, name) for name in rule.wanted}
    missing = [name for name in rule.operands if not evidence[name].values]
    ways = list(figure_ways(rule, rule.value, evidence))
    all_exempt = all(way.exempt for way in ways)
    if missing and not all_exempt:
        stated = gather(project, rule.indicator.name)
        if stated.values:
            return _from_stated(rule, stated, [])
    if all_exempt:
        missing = []
    elif any(way.exempt for way in ways):
        missing = [name for name in rule.wanted if not evidence[name].values]
    return draw_together(rule, ways, evidence, missing, judged=False)


def _from_both(rule: Rule, project: Project, ratings: tuple[Rating, ...]) -> Result:
    """Evaluate a sentence of several small rules over figures and what was judged, together."""
    judged = judged_by(rule, ratings)
    ways = [decided_by(rule, one) for one in judged if one.fact is not None]
    besides = [Besides(one.inputs, one.assumption) for one in judged if one.inputs is not None]
    if not judged:
        besides = [Besides(nothing_said(rule))]
    rule = _without_denied(rule, ratings)
    evidence = {name: gather(project, name) for name in rule.wanted}
    stated = gather(project, rule.indicator.name)
    if rule.value is None or (stated.values and any(not evidence[name].values for name in rule.operands)):
        evidence = {stated.item: stated}
        for one in besides:
            found = list(stated_ways(rule, stated, one))
            ways += found or unknown_ways(rule, "没有数据", missing=[stated.item], besides=one)
    else:
        for one in besides:
            ways += figure_ways(rule, rule.value, evidence, one)
    return draw_together(rule, ways, evidence, [], judged=bool(judged))


def _without_denied(rule: Rule, ratings: tuple[Rating, ...]) -> Rule:
    """Give the rule without the exemptions whose facts, by a rating, do not hold."""
    said = [fact for rating in ratings for fact in facts_said(rule, rating)]
    denied = {one.fact for one in said if not one.holds}
    return replace(rule, conditions=tuple(one for one in rule.conditions if one[0] not in denied))


def _from_stated(rule: Rule, stated: Evidence, missing: Sequence[str]) -> Result:
    """Evaluate the rate that the report states, where its operands are not at hand."""
    ways = list(stated_ways(rule, stated))
    if not ways:
        return draw_together(
            rule, [undecided(rule, "没有数据")], {stated.item: stated}, missing, judged=False
        )
    return draw_together(rule, ways, {stated.item: stated}, [], judged=False)


def open_block(rule: Rule) -> Result:
    """Give a block left to the unit, whose own indicators the case does not bring."""
    points = rule.indicator.points
    return Result(
        rule.indicator, Status.OPEN, Fraction(0), points,
        Drawn(
            f"{quoted(rule.indicator.name)}由单位自设指标，案例没有列出，得分在0至{points_text(points)}分之间。",
            missing=(Missing(f"自设指标：{rule.indicator.name}", points),),
        ),
    )  # fmt: skip
