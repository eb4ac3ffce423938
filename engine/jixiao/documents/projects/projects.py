"""Figures and claims of a report → the same, each with the project that it is of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from jixiao.dataclass import dataclass, replace
from jixiao.documents.paper import Paper
from jixiao.documents.projects.mentions import Mentions
from jixiao.documents.projects.regions import Region, forms_of, regions_of
from jixiao.documents.projects.scored import scored_names
from jixiao.documents.projects.told import Told, passages_told
from jixiao.language.span import Span
from jixiao.model.reading import ALL_PROJECTS, ReadClaim, ReadFigure, as_of_project

OF_PROJECTS = "项目支出"
"""The kind of a report that is of projects and of nothing else."""
SEVERAL = 2
"""Fewer projects are one, which the whole report is of."""


@dataclass(frozen=True, slots=True)
class Projects:
    """The projects of a report that has several, and what is told where."""

    mentions: Mentions
    regions: Sequence[Region]
    told: Sequence[tuple[Span, Told]]
    starts: Sequence[int]
    """Where each begins."""

    def figure(self, figure: ReadFigure) -> ReadFigure:
        """Give a figure with its project."""
        if figure.project == ALL_PROJECTS:
            return figure
        if figure.project is not None:
            return as_of_project(figure, self.mentions.same(figure.project) or figure.project)
        if (region := self._region(figure.span)) is not None:
            own = replace(figure, project=region)
            passage = self._told(figure.span)
            return own if passage is None else passage.own(own, called=self.mentions.within(own.item))
        told = self._told(figure.span)
        return figure if told is None else told.figure(figure)

    def claim(self, claim: ReadClaim) -> ReadClaim:
        """Give a claim with its project, or as the mean of all."""
        if claim.project is not None:
            return replace(claim, project=self.mentions.same(claim.project) or claim.project)
        if (region := self._region(claim.span)) is not None:
            return replace(claim, project=region)
        told = self._told(claim.span)
        return claim if told is None else told.claim(claim)

    def more(self, paper: Paper, claims: Sequence[ReadClaim]) -> Iterable[ReadClaim]:
        """Yield the claims that only who knows the projects can see."""
        scored = {one.project for one in claims if one.what == "total"}
        for span, told in self.told:
            region = self._region(span)
            if region is None:
                yield from told.more(paper, claims)
            elif region not in scored:
                yield from told.score(paper, region)

    def _region(self, span: Span) -> str | None:
        return next(
            (one.project for one in self.regions if one.span.start <= span.start < one.span.end), None
        )

    def _told(self, span: Span) -> Told | None:
        found = bisect_right(self.starts, span.start)
        if not found or span.start >= self.told[found - 1][0].end:
            return None
        return self.told[found - 1][1]


def with_projects(
    paper: Paper, kind: str | None, figures: Sequence[ReadFigure], claims: Sequence[ReadClaim]
) -> tuple[tuple[ReadFigure, ...], tuple[ReadClaim, ...]]:
    """Give what was read with its projects; as it is where there are not several."""
    projects = projects_of(paper, kind, figures, claims)
    if projects is None:
        plain = (one if one.project == ALL_PROJECTS else replace(one, project=None) for one in figures)
        return tuple(plain), tuple(_of_one(one) for one in claims)
    told = [projects.claim(one) for one in claims]
    return tuple(map(projects.figure, figures)), (*told, *projects.more(paper, told))


def projects_of(
    paper: Paper, kind: str | None, figures: Iterable[ReadFigure], claims: Iterable[ReadClaim]
) -> Projects | None:
    """Find the projects of a report; None where there are not several."""
    of_projects = kind == OF_PROJECTS
    listed = [*_listed(paper, figures, claims)]
    regions = regions_of(paper, listed, by_heads=of_projects)
    mentions = Mentions((*listed, tuple(dict.fromkeys(one.project for one in regions))))
    if len(mentions.names) < SEVERAL and of_projects:
        mentions = Mentions((scored_names(paper),))
    if len(mentions.names) < SEVERAL:
        return None
    placed = tuple(replace(one, project=mentions.same(one.project) or one.project) for one in regions)
    told = tuple(passages_told(paper, mentions)) if of_projects else ()
    return Projects(mentions, placed, told, tuple(span.start for span, _ in told))


def only_project(paper: Paper) -> str | None:
    """Give the project that the forms of a report name, where it is one."""
    found = Mentions((tuple(dict.fromkeys(one.project for one in forms_of(paper))),)).names
    return found[0] if len(found) == 1 else None


def _listed(
    paper: Paper, figures: Iterable[ReadFigure], claims: Iterable[ReadClaim]
) -> Iterator[tuple[str, ...]]:
    """Yield the projects that each table names, as its rows come."""
    named = [(one.span.start, one.project) for one in figures]
    named += [(one.span.start, one.project) for one in claims]
    rows = sorted((at, name) for at, name in named if name is not None and name != ALL_PROJECTS)
    starts = [one.span.start for one in paper.body]
    for _, group in groupby(rows, key=lambda row: bisect_right(starts, row[0])):
        yield tuple(dict.fromkeys(name for _, name in group))


def _of_one(claim: ReadClaim) -> ReadClaim:
    return replace(claim, what="total" if claim.what == "mean" else claim.what, project=None)
