"""What was read of the reports of one unit as one JSON document, format jixiao.read/1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.model.diagnostic import Diagnostic
from jixiao.model.draft import Draft, ReadCase, Source
from jixiao.model.reading import ReadClaim, ReadFigure, Unread
from jixiao.reports.page.json_object import Object, error_object, written

FORMAT = "jixiao.read/1"


def render_read_json(read: ReadCase | None, errors: Sequence[Diagnostic] = ()) -> str:
    """Give the document; also where there is nothing but errors in it."""
    draft = None if read is None else read.draft
    document: Object = {
        "format": FORMAT,
        "case": _case(draft),
        "statements": [] if draft is None else list(_statements(draft)),
        "claims": [] if draft is None else list(_claims(draft)),
        "unread": [] if draft is None else list(_unread(draft)),
        "errors": [error_object(one) for one in errors],
    }
    return written(document)


def _case(draft: Draft | None) -> Object:
    if draft is None:
        return {"unit": None, "year": None, "place": None, "kind": None}
    heads = [one.reading.head for one in draft.sources]
    heading = draft.heading
    found: Object = {
        "unit": heading.unit or None,
        "year": heading.year,
        "place": heading.region or None,
        "kind": next((head.kind for head in heads if head.kind), None),
    }
    if heading.table:
        found["ruleset"] = heading.table
    return found


def _statements(draft: Draft) -> Iterator[Object]:
    for source in draft.sources:
        for figure in source.reading.figures:
            yield _statement(figure, source) | _named(draft, source)


def _statement(figure: ReadFigure, source: Source) -> Object:
    found: Object = {"item": figure.item}
    if figure.of is not None:
        found["of"] = figure.of
    if figure.project is not None:
        found["project"] = figure.project
    found |= {
        "measure": figure.measure.value,
        "value": figure.value,
        "unit": figure.unit,
        "year": figure.year,
        "start": figure.span.start,
        "end": figure.span.end,
        "quote": figure.quote,
        "place": f"{source.label} {figure.place}".strip(),
        "certain": figure.certain,
    }
    if figure.doubts:
        found["doubt"] = "；".join(figure.doubts)
    return found


def _claims(draft: Draft) -> Iterator[Object]:
    for source in draft.sources:
        for claim in source.reading.claims:
            yield _claim(claim) | _named(draft, source)


def _claim(claim: ReadClaim) -> Object:
    found: Object = {"what": claim.what}
    if claim.indicator is not None:
        found["indicator"] = claim.indicator
    if claim.project is not None:
        found["project"] = claim.project
    return found | {
        "value": claim.value,
        "kind": claim.kind.value,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.quote,
    }


def _unread(draft: Draft) -> Iterator[Object]:
    for source in draft.sources:
        for one in source.reading.unread:
            yield _left(one) | _named(draft, source)


def _left(one: Unread) -> Object:
    return {"quote": one.quote, "start": one.span.start, "end": one.span.end, "why": one.why}


def _named(draft: Draft, source: Source) -> Object:
    """Name the report, where there are several: each has a text of its own."""
    return {"source": source.label} if len(draft.sources) > 1 else {}
