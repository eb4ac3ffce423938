"""The columns that a query asks of a relation: of each item its unit, its decimals and what its column is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from jixiao.analysis.needs import needed_figures
from jixiao.bulk.emit.sql.possible import possible_text
from jixiao.bulk.emit.sql.source import Absent, Figures, Given, Relation
from jixiao.bulk.program import TableProgram
from jixiao.dataclass import dataclass
from jixiao.quantity import Quantity, Unit, find_unit, is_counted
from jixiao.scoring.program.program import Program

YUAN = "元"
CENTS = 2
OTHER_DECIMALS = 2
"""Decimals of what is neither money nor counted."""
HALF = Fraction(501, 1000)
"""A little more than half a unit of the last decimal: so far printing may be off."""


@dataclass(frozen=True, slots=True)
class AskedColumn:
    """A column of a relation that holds an item, or an indicator's own value.

    `decimals`: how many its numbers are printed with; a number with more rests with the engine.
    """

    name: str
    column: str
    unit: Unit
    decimals: int

    @property
    def grain(self) -> Fraction:
        """What one of its last decimal is in base units."""
        return self.unit.factor / Fraction(10**self.decimals)

    @property
    def loose(self) -> Fraction:
        """How far its numbers may be off as they are printed, in its last decimal."""
        return HALF if Quantity(Fraction(0), self.unit, self.decimals).is_rounded else Fraction(0)

    def figures(self) -> Figures:
        """Give how a query reads it."""
        return Figures(self.column, Fraction(10**self.decimals), possible_text(self.name, self.unit))


def usual_column(name: str, unit: Unit) -> AskedColumn:
    """Give a column as warehouses have it: money in 元 to the cent, what is counted whole, all else in its own unit."""
    money = find_unit(YUAN)
    if unit.dimension == money.dimension:
        return AskedColumn(name, name, money, CENTS)
    return AskedColumn(name, name, unit, 0 if is_counted(unit) else OTHER_DECIMALS)


def usual_columns(program: Program) -> list[AskedColumn]:
    """Give a column for each figure that a table may take from a row."""
    found = []
    for figure in needed_figures(program):
        item = program.ruleset.items.get(figure.name)
        found.append(usual_column(figure.name, find_unit(figure.unit) if item is None else item.unit))
    return found


def relation_of(
    program: TableProgram, text: str, columns: Iterable[AskedColumn], kept: tuple[str, ...] | None = None
) -> Relation:
    """Give a relation as a query reads it; what a program wants besides the columns is not there."""
    found: dict[str, Given] = {one.name: one.figures() for one in columns if one.name in program.grains}
    found |= {name: Absent(rests=False) for name in program.choices}
    for name in program.columns():
        found.setdefault(name, Absent(rests=True))
    return Relation(text, found, kept)


def grains_of(columns: Iterable[AskedColumn]) -> Mapping[str, Fraction]:
    """Give the grains with which a table is lowered."""
    return {one.name: one.grain for one in columns}


def loose_of(columns: Iterable[AskedColumn]) -> Mapping[str, Fraction]:
    """Give how far the figures of each item may be off."""
    return {one.name: one.loose for one in columns if one.loose}
