"""Units that a table does not print, where the text tells one of its amounts again, with its unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jixiao.dataclass import replace
from jixiao.documents.figures.lexicon import fits
from jixiao.documents.figures.write import NO_UNIT
from jixiao.language.span import Span
from jixiao.model.reading import Measure, ReadFigure
from jixiao.model.ruleset import Item

_MONEY = ("万元", "元", "亿元", "千元")


def with_units(
    figures: Sequence[ReadFigure], tables: Sequence[Span], items: Mapping[str, Item]
) -> Iterator[ReadFigure]:
    """Yield the figures; those of a table without a unit get the one that its amounts have in the text.

    One amount that is not 0 of the same item and year is enough; where two are told in different units, none is.
    """
    told: dict[tuple[object, ...], set[str]] = {}
    for one in figures:
        if one.unit in _MONEY and not one.doubts and one.value.strip("0.,"):
            told.setdefault(_what(one), set()).add(one.unit)
    shown: dict[Span, str] = {}
    for table in tables:
        bare = [one for one in figures if _lacks_unit(one, items) and _inside(one.span, table)]
        units = {unit for one in bare for unit in told.get(_what(one), ())}
        if len(units) == 1:
            shown |= {one.span: next(iter(units)) for one in bare}
    for one in figures:
        if one.span not in shown or not _lacks_unit(one, items):
            yield one
        else:
            yield replace(
                one, unit=shown[one.span], doubts=tuple(said for said in one.doubts if said != NO_UNIT)
            )


def _what(one: ReadFigure) -> tuple[object, ...]:
    return one.item, one.measure, one.year, one.value.replace(",", "")


def _lacks_unit(one: ReadFigure, items: Mapping[str, Item]) -> bool:
    """Whether a figure is an amount of money of which no unit is printed."""
    item = items.get(one.item)
    money = "." in one.value if item is None else fits(item, "万元")
    return not one.unit and NO_UNIT in one.doubts and one.measure is not Measure.SHARE and money


def _inside(span: Span, table: Span) -> bool:
    return table.start <= span.start and span.end <= table.end
