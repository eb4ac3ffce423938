"""One row by the engine itself: what `check` gives for it as a case, in the terms of a program's scores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from jixiao.bulk.reason import Why
from jixiao.dataclass import dataclass
from jixiao.language.formula.calculate import Undefined
from jixiao.model.case import Project
from jixiao.model.evaluation import Evaluation, Result, Status
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.indicator.evidence import Evidence, gather
from jixiao.scoring.indicator.indicator import takes_figures
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.whole import Whole, bends, whole_stretches


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
    kept = program.kept.setdefault(why_of, {})
    for rule in program.rules:
        name = rule.indicator.name
        if takes_figures(rule) and name not in kept:
            kept[name] = _stretches(rule)
        of_rule = _of(rule, evaluation)
        low, high = (sum((getattr(one, end) for one in of_rule), Fraction(0)) for end in ("low", "high"))
        why = why_of(rule, evaluation.project, of_rule[0], kept.get(name, ()))
        rules[name] = RuleScore(low, high, why)
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


def why_of(rule: Rule, project: Project, result: Result, stretches: tuple[Whole, ...] | None = None) -> int:
    """Give the reason code of a result (`reason`); `stretches`: those of the rule, where they are at hand."""
    if result.status is Status.EXEMPT:
        return Why.EXEMPT.number
    if not takes_figures(rule) or rule.indicator.is_block:
        judged = rule.indicator.name in project.ratings
        return (Why.JUDGED if judged else Why.NOT_JUDGED).number
    own, wanted = rule.indicator.name, dict.fromkeys((rule.indicator.name, *rule.wanted))
    if _may_conflict(project, wanted) and result.conflicts:
        return Why.DISPUTED.number
    if own in project.ratings:
        return Why.JUDGED.number
    evidence = {name: gather(project, name) for name in wanted}
    lacking = {name for name, one in evidence.items() if not one.values}
    is_lacking = not lacking.isdisjoint(rule.operands)
    stated = rule.formula is None or rule.operands == (own,) or (is_lacking and own not in lacking)
    if own in lacking if stated else is_lacking:
        return Why.MISSING.number
    if not stated and _is_unsure(rule, evidence):
        return Why.UNSURE.number
    if result.near_bound:
        return Why.NEAR.number
    value = evidence[own].values[0] if stated else _value(rule, evidence)
    if value is None:
        return Why.NO_VALUE.number
    row = _stretches(rule) if stretches is None else stretches
    if not row:
        return Why.OTHER.number
    return 1 + next(place for place, one in enumerate(row) if not one.stretch.ends_before(value))


def _may_conflict(project: Project, wanted: Iterable[str]) -> bool:
    """Whether something is said twice: to ask a result itself is to draw it."""
    summed = {one.item for one in project.breakdowns}
    return any(name in summed or len(project.statements.get(name, ())) > 1 for name in wanted)


def _value(rule: Rule, evidence: Mapping[str, Evidence]) -> Fraction | None:
    """Give what the formula comes to; None where it has no value."""
    assert rule.value is not None
    value = rule.value({name: evidence[name].values[0] for name in rule.operands})
    return None if isinstance(value, Undefined) else value


def _stretches(rule: Rule) -> tuple[Whole, ...]:
    """Give the stretches of the one scale of a rule; none where there are several, or it bends."""
    scales = [way.terms[0].scale for way in rule.meaning.ways]
    if len(rule.meaning.ways[0].terms) > 1 or not scales[0] or any(map(bends, scales)):
        return ()
    return tuple(whole_stretches(scales))


def _is_unsure(rule: Rule, evidence: Mapping[str, Evidence]) -> bool:
    known = {name: one.values[0] for name, one in evidence.items() if one.values}
    return any(decide(known) is None for _, decide in rule.exempting)
