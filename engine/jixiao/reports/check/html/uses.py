"""Which indicators and findings use which statement of a case, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.model.evaluation import Figure, Result
from jixiao.model.evidence import TOTAL
from jixiao.model.finding import Finding
from jixiao.reports.check.stated import Stated, seen_by
from jixiao.reports.check.where import is_told

SUM = "明细合计"
"""How the source of a figure begins that is the sum of parts."""


def used_by_result(result: Result, stated: Sequence[Stated], project: int) -> list[int]:
    """Give the places of the statements that the score of an indicator rests on, and of its claim."""
    return list(dict.fromkeys(_of_result(result, stated, project)))


def _of_result(result: Result, stated: Sequence[Stated], project: int) -> Iterator[int]:
    seen = seen_by(stated, project)
    for figure in result.figures:
        yield from (place for place in seen if _is(figure, stated[place]))
    name = result.indicator.name
    yield from (place for place in seen if stated[place].is_claim and stated[place].name == name)


def _is(figure: Figure, one: Stated) -> bool:
    if one.statement is None:
        return False
    if figure.source.startswith(SUM):
        return one.whole == figure.name
    same = one.source == figure.source and one.statement.quantity.base == figure.quantity.base
    return same and figure.name in (one.name, one.statement.item, one.statement.said_of)


def used_by_finding(finding: Finding, stated: Sequence[Stated], project: int) -> list[int]:
    """Give the places of the statements that a finding is about: the claim, then its items and their parts."""
    found = [place for place in seen_by(stated, project) if _is_about(finding, stated[place])]
    telling = [place for place in found if stated[place].is_claim or _tells(finding, stated[place])]
    found = telling or found
    return sorted(found, key=lambda place: not stated[place].is_claim)


def _tells(finding: Finding, one: Stated) -> bool:
    statement = one.statement
    return statement is not None and is_told(finding, one.name, statement.quantity, is_part=bool(one.whole))


def _is_about(finding: Finding, one: Stated) -> bool:
    if one.is_claim:
        total = one.key == TOTAL and one.source and f"（{one.source}）" in finding.message
        return one.name == finding.indicator or bool(total)
    return one.name in finding.items or (one.whole != "" and one.whole in finding.items)
