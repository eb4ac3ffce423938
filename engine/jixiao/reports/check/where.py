"""Where the figures of a finding stand: in the paper, for people; in the case file, for editors."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Place
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the paper, and the line of the case file that says so."""

    source: str
    place: Place


def spots(finding: Finding, evaluation: Evaluation) -> tuple[Spot, ...]:
    """Give where a finding's figures stand, the claim first, each place once.

    A claimed total is among them where the finding tells its place.
    """
    found: dict[str, Spot] = {}
    for spot in (*_claims(finding, evaluation), *_figures(finding, evaluation)):
        found.setdefault(spot.source, spot)
    return tuple(found.values())


def _claims(finding: Finding, evaluation: Evaluation) -> Iterator[Spot]:
    claim = evaluation.project.claim
    one = claim.indicators.get(finding.indicator or "")
    if one is not None:
        yield Spot(one.source, one.place)
    if claim.source and f"（{claim.source}）" in finding.message:
        yield Spot(claim.source, evaluation.project.place)


def _figures(finding: Finding, evaluation: Evaluation) -> Iterator[Spot]:
    """Give the statements of its items, of the parts of one that is broken down, too."""
    for project in (evaluation.project, evaluation.case.whole):
        for item in finding.items:
            for one in project.statements.get(item, ()):
                yield Spot(one.source, one.place)
            for breakdown in project.breakdowns:
                for part in breakdown.parts:
                    if item in (breakdown.item, part.name):
                        yield from (Spot(one.source, one.place) for one in part.statements)
