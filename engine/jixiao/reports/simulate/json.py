"""A simulation as one JSON document, format jixiao.simulate/1.

Scores are exact decimal strings, a/b where no decimal ends; {"low", "high"} where they are open. Means over rows are
rounded to MEAN_PLACES decimals.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.model.diagnostic import Diagnostic
from jixiao.model.simulation import MovedRow, Moves, Place, Simulation, Span, Standing, Variant
from jixiao.quantity import decimal_text, round_to
from jixiao.reports.page.json_object import Object, error_object, written

FORMAT = "jixiao.simulate/1"
MEAN_PLACES = 4
"""Decimals of means: ratios without end are summed up to within a millionth."""


def render_simulate_json(
    found: Simulation | None, errors: Sequence[Diagnostic] = (), places: Sequence[Place] = ()
) -> str:
    """Give the document; also where there is nothing in it but errors, or the places that can be varied."""
    return written(
        {
            "format": FORMAT,
            "ruleset": None if found is None else _ruleset(found),
            "rows": 0 if found is None else found.rows,
            "bad": 0 if found is None else found.bad,
            "step": "5" if found is None else decimal_text(found.step),
            "base": None if found is None or found.base is None else _standing(found.base, found.step),
            "variants": [] if found is None else [_variant(one, found.step) for one in found.variants],
            "places": [{"path": one.path, "now": one.now, "clause": one.clause} for one in places],
            "warnings": [] if found is None else [error_object(one) for one in found.warnings],
            "errors": [error_object(one) for one in errors],
        }
    )


def _ruleset(found: Simulation) -> Object:
    one = found.ruleset
    return {"id": one.id, "version": one.version, "title": one.title, "digest": one.digest}


def _variant(one: Variant, step: Fraction) -> Object:
    return {
        "number": one.number,
        "changes": [{"path": change.path, "from": change.was, "to": change.now} for change in one.changes],
        "full": decimal_text(one.full),
        "standing": None if one.standing is None else _standing(one.standing, step),
        "moves": None if one.moves is None else _moves(one.moves),
        "errors": [error_object(problem) for problem in one.refused],
    }


def _standing(one: Standing, step: Fraction) -> Object:
    return {
        "full": decimal_text(one.full),
        "rows": one.rows,
        "settled": one.settled,
        "by_engine": one.by_engine,
        "left_out": one.left_out,
        "mean": _mean(one.mean),
        "least": decimal_text(one.least),
        "most": decimal_text(one.most),
        "counts": [
            {"from": decimal_text(step * place), "low": low, "high": high}
            for place, (low, high) in enumerate(one.counts)
            if low or high
        ],
        "quantiles": [{"share": decimal_text(share), **_span(span)} for share, span in one.quantiles],
        "grades": [{"name": name, "rows": rows} for name, rows in one.grades],
        "ungraded": one.ungraded,
        "losses": [{"indicator": name, **_mean(span)} for name, span in one.losses],
    }


def _moves(one: Moves) -> Object:
    return {
        "up": one.up,
        "down": one.down,
        "unsure": one.unsure,
        "gain": _mean(one.gain),
        "rise": decimal_text(one.rise),
        "fall": decimal_text(one.fall),
        "grades": [{"from": old, "to": new, "rows": rows} for old, new, rows in one.grades],
        "first": [_moved(row) for row in one.first],
    }


def _moved(row: MovedRow) -> Object:
    return {
        "row": row.row,
        "name": row.name,
        "old": _span(row.old),
        "new": _span(row.new),
        "old_grades": row.old_grades,
        "new_grades": row.new_grades,
    }


def _span(span: Span) -> Object:
    return {"low": decimal_text(span.low), "high": decimal_text(span.high)}


def _mean(span: Span) -> Object:
    return _span(Span(*(round_to(end, MEAN_PLACES) for end in span)))
