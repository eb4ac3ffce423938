"""Readings of one unit → the draft of its case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from jixiao.dataclass import replace
from jixiao.documents.draft.claims import (
    claims_of,
    indicator_claims,
    rate_disputes,
    told,
    whole_claim,
    with_rates,
)
from jixiao.documents.draft.figures import alike, draft_figure, tables_among
from jixiao.documents.draft.names import Names
from jixiao.documents.draft.parts import PartsReader
from jixiao.documents.draft.projects import OF_PROJECTS, evaluated_projects, of_one_each
from jixiao.model.draft import (
    Draft,
    DraftBreakdown,
    DraftEntry,
    DraftFigure,
    DraftHeading,
    DraftProject,
    Source,
)
from jixiao.model.reading import ALL_PROJECTS, Measure, ReadFigure, as_of_project
from jixiao.model.ruleset import Item
from jixiao.model.years import LAST_YEAR, last_year_of


def draft_of(
    sources: Sequence[Source],
    heading: DraftHeading,
    items: Mapping[str, Item],
    indicators: Iterable[str] = (),
) -> Draft:
    """Give the draft of a case; `indicators` are the names that the table's claims may have."""
    names = Names(items, indicators)
    sources = of_one_each(sources, heading.subject)
    projects = evaluated_projects(sources, heading.subject)
    said = tuple(claims_of(sources))
    own = [one for one in said if one[1].project is None]
    entries, breakdowns, rates = _stated(sources, heading, projects, None, names)
    whole, otherwise = whole_claim(own, of_several=bool(projects))
    claims, notes = indicator_claims(own, names)
    disputes = tuple(rate_disputes(claims, rates))
    claims, more = with_rates(claims, rates)
    notes = [*otherwise, *notes, *more]
    notes += (told(one) for one in said if one[1].project is not None and one[1].project not in projects)
    drafted: list[DraftProject] = []
    for project in projects:
        own = [one for one in said if one[1].project == project]
        of_it, parts, rates = _stated(sources, heading, projects, project, names)
        total, otherwise = whole_claim(own)
        claims_of_it, unplaced = indicator_claims(own, names)
        claims_of_it, more = with_rates(claims_of_it, rates)
        notes += (*otherwise, *unplaced, *(f"{project} {one}" for one in more))
        drafted.append(DraftProject(project, of_it, parts, total, claims_of_it))
    return Draft(
        heading=heading,
        sources=tuple(sources),
        entries=entries,
        breakdowns=breakdowns,
        whole=whole,
        claims=claims,
        notes=tuple(dict.fromkeys(notes)),
        disputes=disputes,
        projects=tuple(drafted),
    )


def _stated(
    sources: Sequence[Source],
    heading: DraftHeading,
    projects: Sequence[str],
    project: str | None,
    names: Names,
) -> tuple[tuple[DraftEntry, ...], tuple[DraftBreakdown, ...], Mapping[str, Sequence[DraftFigure]]]:
    """Give what is stated of one project, or of none of those that are evaluated: by name, by parts, and its own rates."""
    year, of_projects = heading.year, heading.subject == OF_PROJECTS
    parts = PartsReader(names, year)
    shared = frozenset() if project else _shared(sources, projects, names)
    stated: dict[str, list[DraftFigure]] = {}
    for source in sources:
        for figure in source.reading.figures:
            if (figure.project if figure.project in projects else None) != project:
                continue
            told = _told_of(figure, project, at_large=of_projects)
            if told.known and figure.project is None and names.spelt(told.item) in shared:
                told = replace(told, doubts=(*told.doubts, NOT_SAID_WHOSE))
            if not parts.take(told, source):
                drafted = draft_figure(told, source, names, year)
                stated.setdefault(_key(told, drafted, stated, names), []).append(drafted)
    breakdowns: list[DraftBreakdown] = []
    for found in parts.breakdowns(stated):
        if isinstance(found, DraftBreakdown):
            breakdowns.append(found)
            continue
        for entry in found:
            stated.setdefault(entry.name, []).extend(
                replace(one, share="", completion="") for one in entry.figures
            )
    rates = _own_rates(stated, names)
    return tuple(_entries(stated, names, year)), tuple(breakdowns), rates


def _shared(sources: Sequence[Source], projects: Sequence[str], names: Names) -> frozenset[str]:
    """Give the items that add up over the projects, each of which states them."""
    stated = {
        name: {
            names.spelt(one.own_item)
            for source in sources
            for one in source.reading.figures
            if one.project == name and one.measure is Measure.VALUE
        }
        for name in projects
    }
    common = set.intersection(*stated.values()) if stated else set()
    amounts = (names.item(one) for one in common)
    return frozenset(one.name for one in amounts if one is not None and not one.unit.dimension.is_ratio)


def _told_of(figure: ReadFigure, project: str | None, *, at_large: bool) -> ReadFigure:
    """Give a figure as it is told of a project, where its item needs no name; elsewhere with the name of its own.

    `at_large`: the case is of projects, so that what they had together is the case's own.
    """
    if project is not None:
        return replace(figure, item=figure.own_item)
    if figure.project == ALL_PROJECTS and at_large:
        return replace(figure, project=None)
    return figure if figure.project is None else as_of_project(figure, figure.project)


def _own_rates(stated: dict[str, list[DraftFigure]], names: Names) -> dict[str, list[DraftFigure]]:
    """Take out the rates that the reports themselves give of the table's indicators: what is claimed scores nothing."""
    found: dict[str, list[DraftFigure]] = {}
    for name in [one for one in stated if names.is_indicator(one)]:
        rates = [one for one in stated[name] if one.unit == "%" and one.year is None and not one.doubt]
        left = [one for one in stated[name] if one not in rates]
        if rates:
            found[name] = rates
        if left:
            stated[name] = left
        else:
            del stated[name]
    return found


def _key(
    figure: ReadFigure, drafted: DraftFigure, stated: Mapping[str, Sequence[DraftFigure]], names: Names
) -> str:
    """Give the name under which a figure stands; what no item is called is another thing in another unit."""
    name = names.of(figure)
    others = stated.get(name, ())
    if names.item(name) is not None or not others or others[0].unit == drafted.unit or not drafted.unit:
        return name
    return name if alike(others[0].unit, drafted.unit) else names.spelt(f"{name}（{drafted.unit}）")


def _entries(stated: Mapping[str, Sequence[DraftFigure]], names: Names, year: int | None) -> list[DraftEntry]:
    """Give what is stated, by name: what items.yaml knows first, each in the order of the reports.

    Last year's figures of a thing stand with this year's, with their year; alone they are 上年….
    """
    found: dict[str, list[DraftFigure]] = {}
    for name, figures in stated.items():
        has_own = any(one.year is None and not one.doubt for one in figures)
        for one in figures:
            is_last = year is not None and one.year == year - 1
            if is_last and LAST_YEAR in name:
                found.setdefault(name, []).append(replace(one, year=None))
            elif is_last and not has_own:
                found.setdefault(names.spelt(last_year_of(name)), []).append(replace(one, year=None))
            else:
                found.setdefault(name, []).append(one)
    entries = [
        DraftEntry(
            name,
            tuple(dict.fromkeys(_told_apart(name, figures, names.item(name)))),
            names.item(name) is not None,
        )
        for name, figures in found.items()
    ]
    return sorted(entries, key=lambda entry: not entry.known)


NOT_SAID_WHOSE = "没有写明是各项目合计，还是整个单位的"
SEVERAL = "报告里同一名称有几个不同的数，不知是不是同一件事"


def _told_apart(entry: str, figures: Sequence[DraftFigure], item: Item | None) -> Sequence[DraftFigure]:
    """Doubt different values of what no item is called: words alone do not say that they are of one thing.

    A rate is of the one thing that its name says, unless several tables give it: those may be of several projects.
    """
    if item is not None or len({(one.value, one.year) for one in figures}) == len(
        {one.year for one in figures}
    ):
        return figures
    is_rate = entry.endswith("率") and all(one.unit == "%" for one in figures)
    if is_rate and tables_among(one.place for one in figures) < 2:
        return figures
    return [replace(one, doubt=one.doubt or SEVERAL) for one in figures]
