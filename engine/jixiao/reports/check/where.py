"""Where the figures of a finding stand: in the paper, for people; in the case file, for editors."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Place
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding
from jixiao.model.wording import quoted
from jixiao.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the paper, and the line of the case file that says so."""

    source: str
    place: Place


def spots(finding: Finding, evaluation: Evaluation) -> tuple[Spot, ...]:
    """Give where the figures that a finding tells stand, the claim first, each place once.

    A claimed total is among them where the finding tells its place.
    """
    found: dict[str, Spot] = {}
    figures = list(_figures(finding, evaluation))
    claims = list(_claims(finding, evaluation))
    printing = [spot for spot, told in figures if told]
    every = [] if claims or printing else [spot for spot, _ in figures]
    for spot in (*claims, *printing, *every):
        found.setdefault(spot.source, spot)
    return tuple(found.values())


def is_told(finding: Finding, name: str, quantity: Quantity, *, is_part: bool) -> bool:
    """Whether a finding tells a figure: of a part, by its name too, since parts of nothing are many."""
    told = (finding.message, *finding.because)
    number = str(quantity)
    return any(number in text and (not is_part or quoted(name) in text) for text in told)


def _claims(finding: Finding, evaluation: Evaluation) -> Iterator[Spot]:
    claim = evaluation.project.claim
    one = claim.indicators.get(finding.indicator or "")
    if one is not None:
        yield Spot(one.source, one.place)
    if claim.source and f"（{claim.source}）" in finding.message:
        yield Spot(claim.source, evaluation.project.place)


def _figures(finding: Finding, evaluation: Evaluation) -> Iterator[tuple[Spot, bool]]:
    """Give the statements of its items, of the parts of one that is broken down, too; and whether it tells them."""
    for project in (evaluation.project, evaluation.case.whole):
        for item in finding.items:
            for one in project.statements.get(item, ()):
                yield Spot(one.source, one.place), is_told(finding, item, one.quantity, is_part=False)
            for breakdown in project.breakdowns:
                for part in breakdown.parts:
                    if item in (breakdown.item, part.name):
                        for one in part.statements:
                            told = is_told(finding, part.name, one.quantity, is_part=True)
                            yield Spot(one.source, one.place), told
