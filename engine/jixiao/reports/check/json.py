"""A run of `check` as one JSON document, format jixiao.check/1 (DESIGN §10).

Amounts are exact decimal strings; a fraction a/b stands only where no decimal ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from jixiao.model.check import CheckReport
from jixiao.model.evaluation import (
    Adjustment,
    Alternative,
    Deduction,
    Evaluation,
    Figure,
    Missing,
    Result,
    Veto,
)
from jixiao.model.finding import Finding, Level, SetAside
from jixiao.model.review import Mean, Review, Run
from jixiao.reports.check.grouping import by_case
from jixiao.reports.page.json_object import Object, amount, error_object, written

FORMAT = "jixiao.check/1"


def render_json(run: Run) -> str:
    """Give the document; also where there is nothing but errors in it."""
    document = {
        "format": FORMAT,
        "results": [_review(review) for review in run.reviews],
        "summary": _summary(run),
        "errors": [error_object(diagnostic) for diagnostic in run.errors],
    }
    return written(document)


def _review(review: Review) -> Object:
    evaluation = review.evaluation
    return {
        "case": _case(evaluation),
        "ruleset": _ruleset(evaluation),
        "engine": evaluation.engine,
        "score": {
            "full": amount(evaluation.ruleset.full),
            "claimed": amount(evaluation.project.claim.total),
            "low": amount(evaluation.low),
            "high": amount(evaluation.high),
            "adopted": amount(evaluation.adopted),
            "adopted_note": evaluation.adopted_note,
        },
        "grade": {"claimed": evaluation.project.claim.grade, "possible": list(evaluation.grades)},
        "indicators": [_indicator(result) for result in evaluation.results],
        "adjustments": [_adjustment(one) for one in evaluation.adjustments],
        "vetoes": [_veto(one) for one in evaluation.vetoes],
        "findings": [_finding(finding) for finding in review.findings],
        **({} if review.checks is None else {"checks": [_check(check) for check in review.checks]}),
    }


def _case(evaluation: Evaluation) -> Object:
    case = evaluation.case
    name = evaluation.project.name
    return {
        "id": case.id,
        "name": case.title,
        "unit": case.unit,
        "year": case.year,
        **({} if name is None else {"project": name}),
        "digest": case.digest,
    }


def _ruleset(evaluation: Evaluation) -> Object:
    ruleset = evaluation.ruleset
    return {
        "id": ruleset.id,
        "version": ruleset.version,
        "title": ruleset.title,
        "digest": ruleset.digest,
        "provisional": ruleset.provisional,
    }


def _indicator(result: Result) -> Object:
    indicator = result.indicator
    return {
        "id": indicator.id,
        "name": indicator.name,
        "category": list(indicator.category),
        "provisional": indicator.provisional,
        "full": amount(indicator.points),
        "status": result.status,
        "value": amount(result.value),
        "value_text": result.value_text,
        "low": amount(result.low),
        "high": amount(result.high),
        "score": amount(result.score),
        "claimed": amount(result.claimed),
        "claimed_value": None if result.claimed_value is None else str(result.claimed_value),
        "extra": indicator.extra or None,
        "left_out": result.left_out,
        "set_aside": result.set_aside,
        "claim_derived": result.claim_derived,
        "deductions": [_deduction(one) for one in result.deductions],
        "explanation": str(result.explanation),
        "missing": [_missing(one) for one in result.missing],
        "alternatives": [_alternative(one) for one in result.alternatives],
        "conflicts": list(result.conflicts),
        "items": [_figure(one) for one in result.figures],
    }


def _deduction(deduction: Deduction) -> Object:
    return {
        "points": amount(deduction.points),
        "clause": deduction.clause,
        "reason": str(deduction.reason),
        "items": list(deduction.items),
    }


def _adjustment(adjustment: Adjustment) -> Object:
    return {
        "kind": adjustment.kind,
        "scope": adjustment.scope,
        "clause": adjustment.clause,
        "reason": adjustment.reason,
        "points": amount(adjustment.points),
        "low_points": amount(adjustment.low_points),
    }


def _veto(veto: Veto) -> Object:
    return {
        "fact": veto.fact,
        "effect": veto.effect,
        "clause": veto.clause,
        **({"indicator": veto.indicator} if veto.indicator else {}),
        "holds": veto.holds,
        "because": veto.because,
    }


def _missing(missing: Missing) -> Object:
    return {"name": missing.name, "could_move": amount(missing.could_move)}


def _alternative(alternative: Alternative) -> Object:
    return {
        "assumption": str(alternative.assumption),
        "low": amount(alternative.low),
        "high": amount(alternative.high),
        "explanation": str(alternative.explanation),
    }


def _figure(figure: Figure) -> Object:
    return {
        "name": figure.name,
        "value": amount(figure.quantity.value),
        "unit": figure.quantity.unit.name,
        "source": figure.source,
        "used": figure.used,
        "note": figure.note,
    }


def _finding(finding: Finding) -> Object:
    return {
        "id": finding.id,
        "code": finding.code,
        "level": finding.level,
        "title": finding.title,
        "message": finding.message,
        **({} if finding.indicator is None else {"indicator": finding.indicator}),
        "items": list(finding.items),
        "because": list(finding.because),
        "fingerprint": finding.fingerprint,
        **({} if finding.folded_under is None else {"folded_under": finding.folded_under}),
        **({} if finding.set_aside is None else {"set_aside": _set_aside(finding.set_aside)}),
        **({} if not finding.note else {"note": finding.note}),
    }


def _set_aside(one: SetAside) -> Object:
    return {"reason": str(one.reason), "by": one.by, "until": one.until.isoformat()}


def _check(check: CheckReport) -> Object:
    return {
        "id": check.id,
        "name": check.name,
        "category": check.category,
        "result": check.result,
        "text": check.text,
    }


def _summary(run: Run) -> Object:
    found = [finding for review in run.reviews for finding in review.findings]
    levels = Counter(finding.level for finding in found if finding.set_aside is None)
    return {
        "means": [_mean(mean) for mean in run.means],
        "cases": _count(by_case(run)),
        "findings": {level: levels[level] for level in Level},
    }


def _count(things: Iterable[object]) -> int:
    return sum(1 for _ in things)


def _mean(mean: Mean) -> Object:
    return {
        "case": mean.case,
        "claimed": amount(mean.claimed),
        "computed": amount(mean.computed),
        "low": amount(mean.low),
        "high": amount(mean.high),
    }
