"""Readings of one unit → the draft of its case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from jixiao.dataclass import replace
from jixiao.documents.draft.claims import claims_of, indicator_claims, rate_disputes, whole_claim, with_rates
from jixiao.documents.draft.figures import alike, draft_figure, tables_among
from jixiao.documents.draft.names import Names
from jixiao.documents.draft.parts import PartsReader
from jixiao.model.draft import Draft, DraftBreakdown, DraftEntry, DraftFigure, DraftHeading, Source
from jixiao.model.reading import ReadFigure
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
    parts = PartsReader(names, heading.year)
    stated: dict[str, list[DraftFigure]] = {}
    for source in sources:
        for figure in source.reading.figures:
            if not parts.take(figure, source):
                drafted = draft_figure(figure, source, names, heading.year)
                stated.setdefault(_key(figure, drafted, stated, names), []).append(drafted)
    breakdowns: list[DraftBreakdown] = []
    for found in parts.breakdowns(stated):
        if isinstance(found, DraftBreakdown):
            breakdowns.append(found)
            continue
        for entry in found:
            stated.setdefault(entry.name, []).extend(
                replace(one, share="", completion="") for one in entry.figures
            )
    whole, otherwise = whole_claim(tuple(claims_of(sources)))
    claims, notes = indicator_claims(tuple(claims_of(sources)), names)
    rates = _own_rates(stated, names)
    disputes = tuple(rate_disputes(claims, rates))
    claims, more = with_rates(claims, rates)
    return Draft(
        heading=heading,
        sources=tuple(sources),
        entries=tuple(_entries(stated, names, heading.year)),
        breakdowns=tuple(breakdowns),
        whole=whole,
        claims=claims,
        notes=tuple(dict.fromkeys((*otherwise, *notes, *more))),
        disputes=disputes,
    )


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
