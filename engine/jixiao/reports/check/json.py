"""A run of `check` as one JSON document, format jixiao.check/1 (DESIGN §10).

Amounts are exact decimal strings; a fraction a/b stands only where no decimal ends.
"""

from __future__ import annotations

from jixiao.model.case import Disposition
from jixiao.model.check import CheckReport
from jixiao.model.evaluation import (
    Adjustment,
    Alternative,
    Deduction,
    Evaluation,
    Figure,
    Missing,
    Result,
    Status,
    Veto,
    stated_points,
)
from jixiao.model.finding import Finding, Level, SetAside
from jixiao.model.review import Checked, Mean, Review, Run
from jixiao.reports.check.choice import ALL, Choice
from jixiao.reports.check.numbering import numbered
from jixiao.reports.check.piece import Piece, Tally, piece_of, report_of
from jixiao.reports.page.json_object import STEP, Object, amount, error_object, text_of

FORMAT = "jixiao.check/1"


RESULT_MARGIN = STEP * 2
"""Where a result stands in the document."""


def render_json(run: Run) -> str:
    """Give the document; also where there is nothing but errors in it."""
    return "".join(report_of(JsonForm(), run))


class JsonForm:
    """The document piece by piece: results as they come, then the summary and what was refused."""

    def __init__(self, choice: Choice = ALL) -> None:
        self._choice = choice

    def begin(self) -> str:
        """Open the document."""
        return f'{{\n{STEP}"format": {text_of(FORMAT)},\n{STEP}"results": ['

    def piece(self, checked: Checked) -> Piece:
        """Give the results of one case file."""
        results = (text_of(_review(review, self._choice), RESULT_MARGIN) for review in checked.reviews)
        return piece_of(checked, ",".join(f"\n{RESULT_MARGIN}{result}" for result in results))

    def between(self, piece: Piece, tally: Tally) -> str:
        """Part results by a comma."""
        return "," if piece.text and tally.cases else ""

    def end(self, tally: Tally) -> str:
        """Close the results, and give what is about all of them."""
        start = f"\n{STEP}"
        errors = [error_object(diagnostic) for diagnostic in tally.errors]
        warnings = [error_object(diagnostic) for diagnostic in tally.warnings]
        return (
            f"{start if tally.cases else ''}],{start}"
            f'"summary": {text_of(_summary(tally), STEP)},{start}'
            f'"warnings": {text_of(warnings, STEP)},{start}'
            f'"errors": {text_of(errors, STEP)}\n}}\n'
        )


def _review(review: Review, choice: Choice) -> Object:
    evaluation = review.evaluation
    numbers = {id(one.finding): one.number for one in numbered(review)}
    kept = [finding for finding in review.findings if choice.keeps(finding)]
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
            "stated_points": amount(stated_points(evaluation)),
        },
        "grade": {"claimed": evaluation.project.claim.grade, "possible": list(evaluation.grades)},
        "indicators": [_indicator(result, evaluation) for result in evaluation.results],
        "adjustments": [_adjustment(one) for one in evaluation.adjustments],
        "vetoes": [_veto(one) for one in evaluation.vetoes],
        "findings": [_finding(finding, numbers.get(id(finding))) for finding in kept],
        **({} if choice.is_all else {"left_out": len(review.findings) - len(kept)}),
        **({"unmatched": [_disposition(one) for one in review.unmatched]} if review.unmatched else {}),
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
        **({"draft": True} if case.draft_of else {}),
    }


def _ruleset(evaluation: Evaluation) -> Object | None:
    """Give the table; None where none fits, and the report's own figures alone were checked."""
    ruleset = evaluation.ruleset
    return (
        None
        if not ruleset.indicators
        else {
            "id": ruleset.id,
            "version": ruleset.version,
            "title": ruleset.title,
            "digest": ruleset.digest,
            "provisional": ruleset.provisional,
        }
    )


def _indicator(result: Result, evaluation: Evaluation) -> Object:
    indicator = result.indicator
    return {
        "id": indicator.id,
        "name": indicator.name,
        "category": list(indicator.category),
        "provisional": indicator.provisional,
        "full": amount(indicator.points),
        "status": result.status,
        "basis": result.rests_on,
        **_rating(result, evaluation),
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
        "deductions": [_deduction(one, indicator.name) for one in result.deductions],
        "explanation": str(result.explanation),
        "missing": [_missing(one) for one in result.missing],
        "alternatives": [_alternative(one) for one in result.alternatives],
        "conflicts": list(result.conflicts),
        "items": [_figure(one) for one in result.figures],
    }


def _rating(result: Result, evaluation: Evaluation) -> Object:
    """Give who judged, on what grounds, where a rating scored."""
    ratings = evaluation.project.ratings.get(result.indicator.name, ())
    if result.status is not Status.JUDGED or not ratings:
        return {}
    (one, *_) = ratings
    source = {"source": one.source} if one.source else {}
    return {"rating": {"by": one.by, "grounds": one.grounds, **source}}


def _deduction(deduction: Deduction, indicator: str) -> Object:
    return {
        "points": amount(deduction.points),
        "clause": deduction.clause,
        **({} if deduction.input is None else {"input": deduction.input or indicator}),
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


def _finding(finding: Finding, number: int | None) -> Object:
    """Give a finding with the number that the screen gives it; a conclusion has none."""
    return {
        **({} if number is None else {"number": number}),
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
        **({"of_case": True} if finding.of_case else {}),
        **({} if finding.set_aside is None else {"set_aside": _set_aside(finding.set_aside)}),
        **({} if not finding.note else {"note": finding.note}),
    }


def _disposition(one: Disposition) -> Object:
    return {
        "code": one.code,
        **({"indicator": one.indicator} if one.indicator else {}),
        **({"item": one.item} if one.item else {}),
        "fingerprint": one.fingerprint,
        "line": one.place.line,
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


def _summary(tally: Tally) -> Object:
    return {
        "means": [_mean(mean) for mean in tally.means],
        "cases": tally.cases,
        "findings": {level: tally.levels[level] for level in Level},
        "same_code": [{"case": code, "files": files} for code, files in tally.shared],
    }


def _mean(mean: Mean) -> Object:
    return {
        "case": mean.case,
        "claimed": amount(mean.claimed),
        "computed": amount(mean.computed),
        "low": amount(mean.low),
        "high": amount(mean.high),
    }
