"""The columns that a query asks of a relation: of each item its unit, its decimals and what its column is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType

from jixiao.bulk.batch.asked import asked_of
from jixiao.bulk.emit.sql.source import MOST_DECIMALS, Absent, Figures, Given, Holds, Printed, Relation, Words
from jixiao.bulk.near import loose_name
from jixiao.bulk.program import TableProgram
from jixiao.bulk.warehouse.possible import possible_text
from jixiao.dataclass import dataclass
from jixiao.quantity import Quantity, Unit, find_unit, is_counted, is_to_the_cent
from jixiao.scoring.program.program import Program

_NO_WORDS: Mapping[str, Words] = MappingProxyType({})
YUAN = "元"
OTHER_DECIMALS = 2
"""Decimals of what is neither money nor counted."""
HALF = Fraction(1, 2)
"""Of the last decimal: so far printing may be off."""


@dataclass(frozen=True, slots=True)
class AskedColumn:
    """A column of a relation that holds an item, or an indicator's own value.

    `decimals`: how many its numbers are printed with; a number with more rests with the engine. `holds`: as what it
    holds them.
    """

    name: str
    column: str
    unit: Unit
    decimals: int
    holds: Holds = Holds.NUMBERS

    @property
    def grain(self) -> Fraction:
        """What one of its last decimal is in base units."""
        return self.unit.factor / Fraction(10**self.decimals)

    @property
    def is_rounded(self) -> bool:
        """Whether a number with all its decimals may be a little more or less than it says."""
        return Quantity(Fraction(0), self.unit, self.decimals).is_rounded

    @property
    def loose(self) -> Fraction | None:
        """How far its numbers may be off as they are printed, in its last decimal; None where each text says so.

        A float that may be rounded is taken only where it is whole.
        """
        if not self.is_rounded or self.holds is Holds.FLOATS:
            return Fraction(0)
        return HALF if self.holds is Holds.NUMBERS else None

    def figures(self) -> Figures:
        """Give how a query reads it."""
        possible = possible_text(self.name, self.unit)
        return Figures(self.column, Fraction(10**self.decimals), possible, self.holds, evenly=self.is_rounded)


def usual_decimals(unit: Unit) -> int:
    """Give how many decimals numbers of a unit usually have: money down to the cent, what is counted none."""
    if unit.dimension == find_unit(YUAN).dimension:
        return next(places for places in range(MOST_DECIMALS) if is_to_the_cent(unit, places))
    return 0 if is_counted(unit) else OTHER_DECIMALS


def usual_column(name: str, unit: Unit) -> AskedColumn:
    """Give a column as warehouses have it: money in 元, all else in its own unit."""
    money = find_unit(YUAN)
    given = money if unit.dimension == money.dimension else unit
    return AskedColumn(name, name, given, usual_decimals(given))


def usual_columns(program: Program) -> list[AskedColumn]:
    """Give a column for each figure that a table may take from a row."""
    asked = asked_of(program)
    alone = [one.indicator.name for one in program.rules if one.formula is None]
    values = {name: unit for name, unit in asked.values.items() if name in alone}
    return [usual_column(name, unit) for name, unit in {**asked.items, **values}.items()]


def relation_of(
    program: TableProgram,
    text: str,
    columns: Iterable[AskedColumn],
    kept: tuple[str, ...] | None = None,
    words: Mapping[str, Words] = _NO_WORDS,
) -> Relation:
    """Give a relation as a query reads it; what a program wants besides the columns and the words is not there."""
    columns = tuple(columns)
    found: dict[str, Given] = {one.name: one.figures() for one in columns if one.name in program.grains}
    found |= words
    printed = {loose_name(one.name): Printed(one.column) for one in columns}
    found |= {name: printed[name] for name in program.loose}
    found |= {name: Absent(rests=False) for name in program.choices}
    for name in program.columns():
        found.setdefault(name, Absent(rests=True))
    return Relation(text, found, kept)


def grains_of(columns: Iterable[AskedColumn]) -> Mapping[str, Fraction]:
    """Give the grains with which a table is lowered."""
    return {one.name: one.grain for one in columns}


def loose_of(columns: Iterable[AskedColumn]) -> Mapping[str, Fraction | None]:
    """Give how far the figures of each item may be off."""
    return {one.name: one.loose for one in columns if one.loose != 0}
