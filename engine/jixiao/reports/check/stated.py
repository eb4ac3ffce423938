"""What a case states, figure by figure, as a page lists it: each with a name of its own to link to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.dataclass import dataclass
from jixiao.model.case import Case, IndicatorClaim, Project, Statement
from jixiao.model.evidence import GRADE, TOTAL, Key
from jixiao.quantity import points_apart, points_text

CLAIM = "自评"


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement or claim of a case. `project` counts what is evaluated from 0; -1 for the case at large."""

    key: Key
    name: str
    value: str
    source: str
    note: str = ""
    whole: str = ""
    """Of which item it is a part; CLAIM for what the unit says of its score."""
    project: int = -1
    statement: Statement | None = None

    @property
    def is_claim(self) -> bool:
        """Whether it is the unit's view of itself."""
        return self.whole == CLAIM

    def is_told_in(self, text: str) -> bool:
        """Whether a text tells it, with its place."""
        return bool(self.source) and all(said in text for said in (self.name, self.value, self.source))


def stated_in(case: Case) -> tuple[Stated, ...]:
    """Give all that a case states: figures, parts, then claims; of the case at large, then project by project."""
    projects = [(-1, case.whole)] if case.projects else []
    return tuple(
        one
        for place, project in (*projects, *enumerate(case.evaluated))
        for one in (*_figures(project, place), *_claims(project, place))
    )


def _figures(project: Project, place: int) -> Iterator[Stated]:
    for name, statements in project.statements.items():
        yield from (_stated(name, one, place) for one in statements)
    for breakdown in project.breakdowns:
        for part in breakdown.parts:
            yield from (_stated(part.name, one, place, breakdown.item) for one in part.statements)
    for block, owned in project.own.items():
        for own in owned:
            yield from (_stated(own.name, one, place, block) for one in own.actual)


def _stated(name: str, one: Statement, place: int, whole: str = "") -> Stated:
    notes = [
        f"采用：{one.adopted}" if one.adopted is not None else "",
        f"{one.year}年度" if one.year is not None else "",
    ]
    return Stated(
        one.place, name, str(one.quantity), one.source, "；".join(filter(None, notes)), whole, place, one
    )


def _claims(project: Project, place: int) -> Iterator[Stated]:
    claim = project.claim
    if claim.total is not None:
        [total] = points_apart(claim.total)
        yield Stated(TOTAL, TOTAL, f"{total} 分", claim.source, whole=CLAIM, project=place)
    if claim.grade is not None:
        yield Stated(GRADE, GRADE, claim.grade, claim.source, whole=CLAIM, project=place)
    for one in claim.indicators.values():
        yield Stated(one.place, one.indicator, _claimed(one), one.source, one.reason, CLAIM, place)


def _claimed(one: IndicatorClaim) -> str:
    parts = [
        "" if one.score is None else f"{points_text(one.score)} 分",
        "" if one.deduction is None else f"扣 {points_text(one.deduction)} 分",
        "" if one.ratio is None else str(one.ratio),
    ]
    return "，".join(filter(None, parts)) or one.working


def seen_by(stated: Sequence[Stated], project: int) -> list[int]:
    """Give the places of what an evaluation may rest on: its project's, and the case's at large."""
    return [place for place, one in enumerate(stated) if one.project in (project, -1)]
