"""The answer of `jixiao standard` as one JSON document, format jixiao.standard/1 (DESIGN §10).

Amounts are exact decimal strings; a fraction a/b stands only where no decimal ends. A score
or the points of a piece are a string, or {"low","high"} where they are a range; on a slope
each is {"at_from","at_to"}.
"""

from __future__ import annotations

from fractions import Fraction

from jixiao.curve.curve import Curve
from jixiao.curve.line import Line
from jixiao.curve.spread import Piece
from jixiao.model.answer import Answer, AtScore, Scored
from jixiao.model.portrait import Asked, Misread, Portrait
from jixiao.model.term import Choice, Graph, Input, SectionBounds, TermPortrait
from jixiao.quantity import decimal_text
from jixiao.reports.page.json_object import Object, written

FORMAT = "jixiao.standard/1"


def render_standard_json(answer: Answer) -> str:
    """Give the document of an answer, also of a sentence that is not understood."""
    if isinstance(answer.understood, Misread):
        return _written(_error(answer.understood))
    return _written(None, _understood(answer.understood), [_at(one) for one in answer.scores])


def render_standard_refusal(message: str) -> str:
    """Give the document for a command line that could not be carried out."""
    return _written(
        {
            "message": message,
            "position": None,
            "length": None,
            "near": [],
            "understood": None,
            "reworded": None,
        }
    )


def _written(
    error: Object | None, understood: Object | None = None, scores: list[Object] | None = None
) -> str:
    empty: Object = {"form": None, "canonical": None, "terms": [], "inputs": [], "remarks": [], "pieces": []}
    document = {
        "format": FORMAT,
        "understood": understood is not None,
        **(understood or empty),
        "scores": scores or [],
        "error": error,
    }
    return written(document)


def _error(misread: Misread) -> Object:
    return {
        "message": misread.message,
        "position": misread.position,
        "length": misread.length,
        "near": [{"form": one.form or None, "example": one.example} for one in misread.near],
        "understood": misread.understood or None,
        "reworded": misread.reworded or None,
    }


def _understood(portrait: Portrait) -> Object:
    graph = portrait.graph
    several = graph.curves if graph is not None and len(graph.curves) > 1 else ()
    return {
        "form": portrait.form,
        "canonical": portrait.canonical,
        "takes": portrait.takes,
        "points": decimal_text(portrait.points),
        "unit": portrait.unit.name,
        "terms": [_term(one) for one in portrait.terms],
        "inputs": [_input(one) for one in portrait.inputs],
        "remarks": list(portrait.remarks),
        "pieces": _pieces(graph),
        "pieces_by_reading": [{"reading": one.reading, "pieces": _pieces_of(one)} for one in several],
        "choices": [_choice(one) for one in portrait.choices],
        "readings": [_asked(one) for one in portrait.asked],
        "guards": list(portrait.guards),
        "exemptions": [{"fact": one.fact, "effect": one.effect} for one in portrait.facts],
        "floor": _amount(portrait.floor),
    }


def _term(term: TermPortrait) -> Object:
    """Give one of the rules that add up; `input` is null where it is only what others take from."""
    section = term.section
    return {
        "kind": term.kind,
        "clause": term.clause,
        "input": term.input or None,
        **({} if term.cap is None else {"cap": decimal_text(term.cap)}),
        "points": decimal_text(term.points),
        "effect": term.effect,
        **({} if section is None else {"section": _section(section)}),
        "pieces": _pieces(term.graph),
        "choices": [_choice(one) for one in term.choices],
    }


def _section(section: SectionBounds) -> Object:
    return {
        "place": section.place,
        "low": decimal_text(section.low),
        "high": decimal_text(section.high),
    }


def _input(one: Input) -> Object:
    unit = {"unit": one.unit.name} if one.unit.name else {}
    return {"name": one.name, "takes": one.takes, **unit, "unsaid": one.unsaid}


def _pieces(graph: Graph | None) -> list[Object]:
    """Give the pieces of the lowest and highest score; none of one that is bent, since chords are not exact."""
    return [] if graph is None else _pieces_of(graph.hull)


def _pieces_of(curve: Curve) -> list[Object]:
    return [_piece(one) for one in curve.stretches] if curve.straight else []


def _piece(piece: Piece) -> Object:
    low, high = (_line(piece, line) for line in (piece.what.low, piece.what.high))
    return {
        "from": _amount(piece.low),
        "to": _amount(piece.high),
        "from_included": piece.low_included,
        "to_included": piece.high_included,
        "points": high if piece.what.exact else {"low": low, "high": high},
    }


def _line(piece: Piece, line: Line) -> str | Object:
    if not line.slope or piece.low is None or piece.high is None:
        return decimal_text(line.intercept)
    return {"at_from": decimal_text(line.at(piece.low)), "at_to": decimal_text(line.at(piece.high))}


def _amount(value: Fraction | None) -> str | None:
    return None if value is None else decimal_text(value)


def _choice(choice: Choice) -> Object:
    return {"words": choice.words, "points": _score(choice.low, choice.high), "cost": choice.cost}


def _asked(asked: Asked) -> Object:
    return {
        "name": asked.name,
        "values": list(asked.values),
        "value": asked.value or None,
        "source": asked.source,
        "matters": asked.matters,
    }


def _at(scored: AtScore) -> Object:
    """Give the entry of one --at.

    `score` is null where `error` says why, and where a fact takes the indicator out of the total.
    """
    if scored.error:
        return {
            "at": scored.at,
            "score": None,
            "reading": "",
            "explanation": "",
            "ways": [],
            "error": scored.error,
        }
    return {
        "at": scored.at,
        "score": None if scored.left_out else _score(scored.low, scored.high),
        "reading": "；".join(
            f"{way.reading}，得{_text(_score(way.low, way.high))}分" for way in scored.ways if way.reading
        ),
        "explanation": "".join(_explained(way) for way in scored.ways),
        "ways": [_way(way) for way in scored.ways if len(scored.ways) > 1],
        "error": None,
    }


def _explained(way: Scored) -> str:
    return f"（{way.reading}）{way.explanation}" if way.reading else way.explanation


def _way(way: Scored) -> Object:
    return {
        "reading": way.reading,
        "score": _score(way.low, way.high),
        "explanation": way.explanation,
    }


def _score(low: Fraction, high: Fraction) -> str | Object:
    if low == high:
        return decimal_text(low)
    return {"low": decimal_text(low), "high": decimal_text(high)}


def _text(score: str | Object) -> str:
    return score if isinstance(score, str) else f"{score['low']}～{score['high']}"
