"""One row by the engine itself: what `check` gives for it as a case, in the terms of a program's scores."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from jixiao.bulk.reason import Why
from jixiao.dataclass import dataclass
from jixiao.model.case import Project
from jixiao.model.evaluation import Evaluation, RestsOn, Result, Status
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.indicator.evidence import Evidence, gather
from jixiao.scoring.indicator.indicator import takes_figures
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.whole import bends, whole_stretches


@dataclass(frozen=True, slots=True)
class RuleScore:
    """What one indicator of a row comes to, and its reason code."""

    low: Fraction
    high: Fraction
    why: int


@dataclass(frozen=True, slots=True)
class RowScore:
    """What a row comes to: of each indicator by name, and in total; `grades`: bit i for the i-th grade of the table."""

    rules: Mapping[str, RuleScore]
    low: Fraction
    high: Fraction
    grades: int


def row_score(program: Program, evaluation: Evaluation) -> RowScore:
    """Give what an evaluation of a row as a case comes to; of a block the sum of the unit's own indicators."""
    rules = {}
    for rule in program.rules:
        of_rule = _of(rule, evaluation)
        low, high = (sum((getattr(one, end) for one in of_rule), Fraction(0)) for end in ("low", "high"))
        rules[rule.indicator.name] = RuleScore(low, high, why_of(rule, evaluation.project, of_rule[0]))
    return RowScore(rules, evaluation.low, evaluation.high, grade_bits(program.ruleset, evaluation.grades))


def _of(rule: Rule, evaluation: Evaluation) -> list[Result]:
    if not rule.indicator.is_block:
        return [one for one in evaluation.results if one.indicator.id == rule.indicator.id]
    path = (*rule.indicator.category, rule.indicator.name)
    own = [one for one in evaluation.results if one.indicator.category[: len(path)] == path]
    return own or [one for one in evaluation.results if one.indicator.id == rule.indicator.id]


def grade_bits(ruleset: Ruleset, grades: tuple[str, ...]) -> int:
    """Give grades as bits: bit i for the i-th of the table."""
    return sum(1 << place for place, (name, _) in enumerate(ruleset.grades) if name in grades)


def why_of(rule: Rule, project: Project, result: Result) -> int:
    """Give the reason code of a result (`reason`)."""
    if result.status is Status.EXEMPT:
        return Why.EXEMPT.number
    if not takes_figures(rule) or rule.indicator.is_block:
        judged = rule.indicator.name in project.ratings
        return (Why.JUDGED if judged else Why.NOT_JUDGED).number
    if result.conflicts:
        return Why.DISPUTED.number
    if rule.indicator.name in project.ratings:
        return Why.JUDGED.number
    stated = result.rests_on is RestsOn.STATED or rule.formula is None
    evidence = {name: gather(project, name) for name in ((rule.indicator.name,) if stated else rule.wanted)}
    lacking = [name for name, one in evidence.items() if not one.values]
    if any(name in lacking for name in (evidence if stated else rule.operands)):
        return Why.MISSING.number
    if not stated and _is_unsure(rule, evidence):
        return Why.UNSURE.number
    if result.near_bound:
        return Why.NEAR.number
    value = result.value
    if value is None:
        return Why.NO_VALUE.number
    scales = [way.terms[0].scale for way in rule.meaning.ways]
    if len(rule.meaning.ways[0].terms) > 1 or not scales[0] or any(map(bends, scales)):
        return Why.OTHER.number
    row = whole_stretches(scales)
    return 1 + next(place for place, one in enumerate(row) if not one.stretch.ends_before(value))


def _is_unsure(rule: Rule, evidence: Mapping[str, Evidence]) -> bool:
    known = {name: one.values[0] for name, one in evidence.items() if one.values}
    return any(decide(known) is None for _, decide in rule.exempting)
