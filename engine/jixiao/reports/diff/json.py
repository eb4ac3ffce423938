"""A comparison of tables as one JSON document, format jixiao.diff/1 (DESIGN §10).

Values are exact, in base units (a ratio as 0.3); an end that is unbounded is null. Points are a
decimal string, {"low", "high"} where the score is a range, and {"from", "to"} where they change
along a region.
"""

from __future__ import annotations

from typing import Any

from jixiao.model.difference import (
    CaseImpact,
    Comparison,
    IndicatorDifference,
    Mover,
    Region,
    Score,
    Standing,
    TableChange,
    TermDifference,
)
from jixiao.model.ruleset import Ruleset
from jixiao.quantity import decimal_text
from jixiao.reports.page.json_object import Object, amount, error_object, written

FORMAT = "jixiao.diff/1"


def render_diff_json(found: Comparison) -> str:
    """Give the document; also where there is nothing but errors in it."""
    tables = [_table(one) for one in found.tables]
    document = {
        "format": FORMAT,
        "indicators": [indicator for table in tables for indicator in table["indicators"]],
        "cases": [case for table in tables for case in table["cases"]],
        "tables": tables,
        "notes": list(found.notes),
        "summary": _summary(found),
        "errors": [error_object(one) for one in found.errors],
    }
    return written(document)


def _table(change: TableChange) -> Object:
    difference, impact = change.difference, change.impact
    return {
        "old": _ruleset(difference.old),
        "new": _ruleset(difference.new),
        "meaning_changed": difference.meaning_changed,
        "rules": list(difference.rules),
        "notes": list(difference.notes),
        "indicators": [_indicator(one) for one in difference.indicators],
        "cases": [] if impact is None else [_case(one) for one in impact.cases],
        **({} if impact is None else {"passed_over": impact.passed_over}),
    }


def _ruleset(ruleset: Ruleset) -> Object:
    return {"id": ruleset.id, "version": ruleset.version, "title": ruleset.title, "digest": ruleset.digest}


def _indicator(one: IndicatorDifference) -> Object:
    renamed = one.old_name and one.old_name != one.name
    return {
        "id": one.id,
        "name": one.name,
        **({"old_name": one.old_name} if renamed else {}),
        "kind": one.kind,
        "meaning_changed": one.meaning_changed,
        "proven": one.proven,
        "terms": [_term(term) for term in one.terms],
        "regions": [_region(region) for region in one.regions],
        "notes": list(one.notes),
    }


def _term(term: TermDifference) -> Object:
    return {
        "name": term.name,
        **({"old_name": term.old_name} if term.old_name else {}),
        "kind": term.kind,
        "change": term.change,
        "old": term.old or None,
        "new": term.new or None,
        "text": term.text,
    }


def _region(region: Region) -> Object:
    return {
        "from": amount(region.start),
        "to": amount(region.end),
        "from_included": region.start_included,
        "to_included": region.end_included,
        "old": _points(region.old),
        "new": _points(region.new),
        "text": region.text,
        **({"choice": region.choice} if region.choice else {}),
        **({"term": region.term} if region.term else {}),
    }


def _points(ends: tuple[Score | None, Score | None]) -> Any:
    start, end = ends
    if start == end:
        return None if start is None else _score(start)
    return {
        "from": None if start is None else _score(start),
        "to": None if end is None else _score(end),
    }


def _score(score: Score) -> Any:
    low, high = score
    return decimal_text(low) if low == high else {"low": decimal_text(low), "high": decimal_text(high)}


def _case(case: CaseImpact) -> Object:
    return {
        "id": case.id,
        **({} if case.project is None else {"project": case.project}),
        "unit": case.unit,
        "old": _score(case.old.score),
        "new": _score(case.new.score),
        "moved": case.moved,
        "before": _standing(case.old, case.old_rank),
        "after": _standing(case.new, case.new_rank),
        "movers": [_mover(one) for one in case.movers],
    }


def _standing(standing: Standing, rank: int | None) -> Object:
    return {
        "low": decimal_text(standing.low),
        "high": decimal_text(standing.high),
        "total": amount(standing.total),
        "grades": list(standing.grades),
        "open": standing.open,
        "rank": rank,
    }


def _mover(mover: Mover) -> Object:
    return {
        "indicator": mover.indicator,
        "old": _score(mover.old),
        "new": _score(mover.new),
        "old_reason": mover.old_reason,
        "new_reason": mover.new_reason,
    }


def _summary(found: Comparison) -> Object:
    indicators = [one for table in found.tables for one in table.difference.indicators]
    return {
        "meaning_changed": sum(one.meaning_changed for one in indicators),
        "reworded": sum(one.kind == "reworded" for one in indicators),
        "cases": len(found.cases),
        "moved": sum(one.moved for one in found.cases),
        "grade_changes": sum(one.crosses_grade for one in found.cases),
        "undecided": sum(one.undecided for one in found.cases),
        "passed_over": sum(one.impact.passed_over for one in found.tables if one.impact is not None),
        "open_before": sum(one.old.open for one in found.cases),
        "open_after": sum(one.new.open for one in found.cases),
        "open_grades": sum(one.stays_open for one in found.cases),
        "not_compared": [] if not _asked(found) else [one.new.reference for one in found.idle],
    }


def _asked(found: Comparison) -> bool:
    """Whether cases were to be compared."""
    return any(one.impact is not None for one in found.tables)
