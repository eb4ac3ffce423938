"""The curves of what changed, before and after, over the same values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jixiao.analysis.portraits.table import portray_table
from jixiao.dataclass import replace
from jixiao.model.difference import BothCurves, IndicatorDifference, TableDifference
from jixiao.model.portrait import IndicatorPortrait, Portrait
from jixiao.model.ruleset import Ruleset
from jixiao.model.term import Graph


def drawn_of(difference: TableDifference) -> Mapping[str, tuple[BothCurves, ...]]:
    """Give the drawings of every indicator whose points moved, by its code."""
    changed = [one for one in difference.indicators if one.kind == "changed" and (one.regions or one.terms)]
    if not changed:
        return {}
    old, new = _portraits(difference.old), _portraits(difference.new)
    names = {one.name: one.id for one in difference.old.indicators}
    found = ((one, old.get(names.get(one.old_name, one.id)), new.get(one.id)) for one in changed)
    drawn = {one.id: tuple(_drawn(one, before, after)) for one, before, after in found}
    return {code: each for code, each in drawn.items() if each}


def _portraits(ruleset: Ruleset) -> dict[str | None, IndicatorPortrait]:
    return {one.indicator.id: one for one in portray_table(ruleset).indicators}


def _drawn(
    one: IndicatorDifference, old: IndicatorPortrait | None, new: IndicatorPortrait | None
) -> Iterator[BothCurves]:
    before, after = _graphs(old), _graphs(new)
    renamed = {term.name: term.old_name for term in one.terms if term.old_name}
    touched = {term.name for term in one.terms} | {region.term for region in one.regions}
    for name in dict.fromkeys((*after, *before)):
        was, now = before.get(renamed.get(name, name)), after.get(name)
        if (name in touched or not one.terms) and name not in renamed.values():
            yield BothCurves(*_alike(was, now), name)


def _graphs(portrait: IndicatorPortrait | None) -> dict[str, Graph]:
    """Give what is drawn of a sentence, by the name of the input; of one that is one rule, by none."""
    read = None if portrait is None else portrait.standard
    if not isinstance(read, Portrait):
        return {}
    if not read.adds_up:
        return {} if read.graph is None else {"": read.graph}
    return {term.input: term.graph for term in read.terms if term.graph is not None}


def _alike(old: Graph | None, new: Graph | None) -> tuple[Graph | None, Graph | None]:
    """Give both over the same values and points, so that what lies higher is more."""
    if old is None or new is None or old.unit.dimension != new.unit.dimension:
        return old, new
    view = min(old.view[0], new.view[0]), max(old.view[1], new.view[1])
    top, bottom = max(old.top, new.top), min(old.bottom, new.bottom)
    one, other = (replace(each, view=view, top=top, bottom=bottom) for each in (old, new))
    return one, other
