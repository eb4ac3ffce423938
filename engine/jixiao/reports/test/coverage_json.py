"""Coverage of rules as part of the JSON document of `test`."""

from __future__ import annotations

from jixiao.model.coverage import Coverage, CoveredPart, IndicatorCoverage, Threshold, share_of
from jixiao.quantity import decimal_text, round_to
from jixiao.reports.page.json_object import Object


def coverage_object(coverage: Coverage) -> Object:
    """Give the coverage; shares are percentages as decimal strings."""
    return {
        **_counts(coverage.parts),
        "tables": [
            {
                "table": table.reference,
                **_counts(table.parts),
                "indicators": [_indicator(one) for one in table.indicators],
            }
            for table in coverage.tables
        ],
        "checks": [
            {"id": one.id, "name": one.name, "decided": one.decided, "missed": one.missed}
            for one in coverage.checks
        ],
        "rules": [{"name": one.name, "fired": one.fired} for one in coverage.rules],
    }


def _counts(parts: tuple[CoveredPart, ...]) -> Object:
    return {
        "parts": len(parts),
        "reached": sum(part.reached for part in parts),
        "reached_by_cases": sum(part.cases > 0 for part in parts),
        "percent": decimal_text(round_to(share_of(part.reached for part in parts) * 100, 2, "去尾")),
    }


def _indicator(one: IndicatorCoverage) -> Object:
    return {
        "id": one.id,
        "name": one.name,
        "file": one.place.file,
        "line": one.place.line,
        "parts": [
            {
                "clause": part.part.clause,
                "state": part.part.state,
                "cases": part.cases,
                "examples": part.examples,
            }
            for part in one.parts
        ],
        "thresholds": [_threshold(threshold) for threshold in one.thresholds],
    }


def _threshold(one: Threshold) -> Object:
    """Give a threshold in base units (a ratio as 0.31), and as people read it."""
    value = decimal_text(one.value)
    return {"value": value, "text": one.text, "below": one.below, "at": one.at, "above": one.above}
