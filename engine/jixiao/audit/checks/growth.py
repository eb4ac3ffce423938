"""Checks of figures that change: this year's, last year's, and by how much they are said to differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from jixiao.audit.checks.compiled import CompiledCheck
from jixiao.audit.checks.relation import Relation
from jixiao.audit.checks.structure import Structural
from jixiao.audit.stated import Stated, Statements
from jixiao.dataclass import dataclass
from jixiao.language.formula import Arithmetic, Comparison, Expression, Name
from jixiao.model.check import Category, Check
from jixiao.model.diagnostic import Place
from jixiao.model.ruleset import Item, Text
from jixiao.model.wording import quoted
from jixiao.model.years import last_year_of

_CHANGE = re.compile(r"(?P<item>.+)较上年(?:增减|增长|变动)(?P<kind>额|率)")
MAX_KEPT = 512
"""Most relations kept; a folder of cases has some dozens."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A change as it is named: of which item, and whether it is a rate."""

    name: str
    item: str
    is_rate: bool


def growth_checks(papers: Statements, items: Mapping[str, Item]) -> Iterator[Structural]:
    """Yield, for every change that is stated, that this year's and last year's figures give it.

    A rate without last year's figure is held against the change in figures, unless its item says so itself (恒等式).
    """
    for change in _changes(papers.project.statements):
        now, before = change.item, last_year_of(change.item)
        if papers.values(now) and papers.values(before):
            yield _check(change, (now, before), papers)
        elif change.is_rate and papers.values(now) and not _has_identity(change.name, items):
            amount = _amount(change)
            if papers.values(amount):
                yield _check(change, (now, amount), papers)


def _changes(names: Iterable[str]) -> Iterator[_Change]:
    for name in names:
        shape = _CHANGE.fullmatch(name)
        if shape is not None:
            yield _Change(name, shape["item"], shape["kind"] == "率")


def _has_identity(name: str, items: Mapping[str, Item]) -> bool:
    return name in items and items[name].identity is not None


def changes_of(
    names: Iterable[str], items: Mapping[str, Item], place: Place
) -> Iterator[tuple[CompiledCheck, ...]]:
    """Yield the checks of every change among these names: the first is run whose items are all stated."""
    for change in _changes(names):
        pairs = [(change.item, last_year_of(change.item))]
        if change.is_rate and not _has_identity(change.name, items):
            pairs.append((change.item, _amount(change)))
        yield tuple(_compiled(change, pair, place) for pair in pairs)


def _amount(change: _Change) -> str:
    return change.name.removesuffix("率") + "额"


def _check(change: _Change, operands: tuple[str, str], papers: Statements) -> Structural:
    values: dict[str, tuple[Stated, ...]] = {name: papers.values(name) for name in (change.name, *operands)}
    return Structural(_compiled(change, operands, papers.project.place), values)


def _compiled(change: _Change, operands: tuple[str, str], place: Place) -> CompiledCheck:
    check = Check(f"增减·{change.name}", quoted(change.name), Category.CHANGE, Text("", place), place)
    return CompiledCheck(check, _relation(change.name, change.is_rate, *operands))


@lru_cache(maxsize=MAX_KEPT)
def _relation(change: str, is_rate: bool, now: str, other: str) -> Relation:
    """Relate a change to this year's figure and another one: last year's, or the change in figures."""
    if other == last_year_of(now):
        before: Expression = Name(other)
        differ: Expression = Arithmetic("-", Name(now), Name(other))
    else:
        before, differ = Arithmetic("-", Name(now), Name(other)), Name(other)
    return Relation(Comparison("=", Name(change), Arithmetic("÷", differ, before) if is_rate else differ))
