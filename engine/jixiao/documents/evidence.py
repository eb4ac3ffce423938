"""Readings of reports and the case that was made of them → where each statement stands in the texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from jixiao.dataclass import dataclass, replace
from jixiao.documents.paper import Paper, Table
from jixiao.model.case import Case, Project, Statement
from jixiao.model.evidence import GRADE, TOTAL, Evidence, Grid, GridCell, Key, Mark
from jixiao.model.reading import ClaimKind, Measure, ReadClaim, ReadFigure, Reading
from jixiao.model.years import CHANGE, GROWTH, in_year
from jixiao.quantity import NumberError, UnitError, parse_said

_ENDINGS: Mapping[Measure, str] = {
    Measure.VALUE: "",
    Measure.SHARE: "占比",
    Measure.CHANGE: CHANGE,
    Measure.GROWTH: GROWTH,
    Measure.COMPLETION: "完成率",
}


def evidence_of(
    readings: Iterable[tuple[str, Reading]], case: Case, papers: Mapping[str, Paper] = MappingProxyType({})
) -> tuple[Evidence, ...]:
    """Give each text with its figures; `readings` come with the name that 出处 gives their source.

    `papers`, by the same names, are what was read: their tables are then shown as such.

    A figure belongs to the statement of its item that has its value, first of all to one whose
    place is the same. What no statement says is marked all the same, without a key.
    """
    stated = _Stated(case)
    return tuple(
        replace(_evidence(label, reading, case, stated), grids=_grids(papers.get(label), reading))
        for label, reading in readings
    )


def _grids(paper: Paper | None, reading: Reading) -> tuple[Grid, ...]:
    """Give the tables of a paper; none where the text is not that of the reading."""
    if paper is None or paper.text != reading.text:
        return ()
    tables = (block for block in paper.blocks if isinstance(block, Table))
    return tuple(
        Grid(
            table.span,
            tuple(GridCell(one.row, one.column, one.rows, one.columns, one.span) for one in table.cells),
        )
        for table in tables
    )


def _evidence(label: str, reading: Reading, case: Case, stated: _Stated) -> Evidence:
    figures = (_figure(label, one, case, stated) for one in reading.figures)
    claims = (_claim(label, one, case) for one in reading.claims)
    size = len(reading.text)
    found = [mark for mark in (*figures, *claims) if 0 <= mark.span.start < mark.span.end <= size]
    marks = sorted(found, key=lambda mark: (mark.span.start, mark.span.end))
    return Evidence(label, reading.text, tuple(marks))


def _figure(label: str, figure: ReadFigure, case: Case, stated: _Stated) -> Mark:
    place = f"{label} {figure.place}".strip()
    fitting = [one for one in stated.of(figure, case.year) if _says(one, figure)]
    key = _nearest(fitting, label, place)
    doubt = "；".join(figure.doubts) or (stated.doubt_of(figure, place) if key is None else "")
    return Mark(
        figure.span,
        figure.item,
        f"{figure.value}{figure.unit}",
        place,
        key or _claimed_rate(figure, case),
        doubt,
    )


def _claimed_rate(figure: ReadFigure, case: Case) -> Key | None:
    """Give the claim of an indicator that has a rate as its own (比率)."""
    if figure.unit != "%":
        return None
    held = _projects(case, figure.project)
    claims = (project.claim.indicators.get(figure.own_item) for project in held)
    return next((one.place for one in claims if one is not None and one.ratio is not None), None)


def _projects(case: Case, project: str | None) -> tuple[Project, ...]:
    """Give what may hold something of a project: the project of that name where the case has it, else all there is."""
    own = tuple(one for one in case.projects if project is not None and one.name == project)
    return own or (case.whole, *case.projects)


def _names(item: str, figure: ReadFigure, year: int) -> Iterator[str]:
    """Yield the names that a case may give to a figure: the item's, with what is said of it and of which year."""
    ending = _ENDINGS[figure.measure]
    name = item if item.endswith(ending) else f"{item}{ending}"
    yield name if figure.year is None else in_year(name, figure.year, year)
    yield name
    if figure.measure is Measure.COMPLETION:
        yield item


def _says(statement: Statement, figure: ReadFigure) -> bool:
    try:
        read = parse_said(figure.value, figure.unit or None, statement.quantity.unit)
    except (NumberError, UnitError):
        return False
    return read.unit.dimension == statement.quantity.unit.dimension and (
        abs(read.base) == abs(statement.quantity.base)  # a change may be told as a fall of so much
    )


def _nearest(fitting: list[Statement], label: str, place: str) -> Key | None:
    """Give the statement of that place, else one of that source, else of any."""
    for near in (
        lambda one: one.source == place,
        lambda one: one.source.split(" ")[0] == label,
        lambda _: True,
    ):
        if found := next(filter(near, fitting), None):
            return found.place
    return None


def _claim(label: str, claim: ReadClaim, case: Case) -> Mark:
    place = f"{label} {claim.place}".strip()
    return Mark(claim.span, _called(claim), claim.value, place, _claimed(claim, case))


def _called(claim: ReadClaim) -> str:
    if claim.what == "indicator":
        return f"{claim.indicator or '指标'}自评{claim.kind.word}"
    return f"自评{TOTAL if claim.kind is ClaimKind.SCORE else GRADE}"


def _claimed(claim: ReadClaim, case: Case) -> Key | None:
    if claim.what == "total":
        return TOTAL if any(one.claim.total is not None for one in case.evaluated) else None
    if claim.what == "grade":
        return GRADE if any(one.claim.grade is not None for one in case.evaluated) else None
    projects = _projects(case, claim.project)
    held = (project.claim.indicators.get(claim.indicator or "") for project in projects)
    return next((one.place for one in held if one is not None), None)


@dataclass(slots=True)
class _Stated:
    """The statements of a case by name: those of its projects and of what is broken down, too."""

    by_name: Mapping[tuple[str | None, str], list[Statement]]
    """By project and name, and by name alone."""
    projects: frozenset[str | None]
    doubts: Mapping[tuple[str, str], str]
    """By place, and what is said there, why it is doubtful, whatever the case calls it."""

    def __init__(self, case: Case) -> None:
        found: dict[tuple[str | None, str], list[Statement]] = defaultdict(list)
        for project in (case.whole, *case.projects):
            for name, one in statements_in(project):
                found[None, name].append(one)
                if project.name is not None:
                    found[project.name, name].append(one)
        self.by_name = found
        self.projects = frozenset(one.name for one in case.projects)
        self.doubts = {
            (one.source, "".join(one.said.split())): one.doubt
            for project in (case.whole, *case.projects)
            for one in project.doubtful
        }

    def doubt_of(self, figure: ReadFigure, place: str) -> str:
        """Give why the case doubts a figure; empty where it does not."""
        return self.doubts.get((place, "".join(f"{figure.value}{figure.unit}".split())), "")

    def of(self, figure: ReadFigure, year: int) -> list[Statement]:
        """Give the statements under the names of a figure, of its project where the case has it."""
        project = figure.project if figure.project in self.projects else None
        item = figure.item if project is None else figure.own_item
        names = dict.fromkeys(_names(item, figure, year))
        return [one for name in names for one in self.by_name.get((project, name), ())]


def statements_in(project: Project) -> Iterator[tuple[str, Statement]]:
    """Yield the statements of a project with their names."""
    for name, statements in project.statements.items():
        yield from ((name, one) for one in statements)
    for breakdown in project.breakdowns:
        for part in breakdown.parts:
            yield from ((part.name, one) for one in part.statements)
    for own in project.own.values():
        for indicator in own:
            yield from ((indicator.name, one) for one in indicator.actual)
