"""A relation's columns, scaled to the whole numbers that a program takes.

What comes to no whole number, or to one that is too large, is none that the program takes: the row goes to the engine.
A number is cut to the decimals that it may have, and must still be the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from fractions import Fraction

from jixiao.bulk.emit.sql.dialect import KNOWN, Sql
from jixiao.dataclass import dataclass, field
from jixiao.quantity.render import decimal_text, finite_decimals

MOST_DECIMALS = 12
"""Most decimals that a column's numbers are read with."""
RAW, CUT = "=", "~"
"""What stands behind the name of a program's column for what the relation holds, and for that cut to its decimals."""
UNFIT = "读不准?"
"""The column that tells which rows the engine has to look at."""


class Holds(Enum):
    """How a column holds numbers."""

    NUMBERS = "exact numbers"
    FLOATS = "binary floats"
    TEXTS = "texts"


EXACT_FLOATS = 2**52
"""Beyond it floats don't tell whole numbers apart with room to spare."""
DIGITS = 18
"""Most digits of a text before the point."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A column of numbers: its name, to how many units of the program's column one of it comes, and what can't be.

    `possible`: what must hold of a number, `{}` standing for it; where it does not, it counts as missing. `holds`: how
    the column holds its numbers. `evenly`: whether a number must have all the decimals that it may have, or none: where
    printing with fewer leaves more open.
    """

    column: str
    times: Fraction
    possible: str = ""
    holds: Holds = Holds.NUMBERS
    evenly: bool = False

    @property
    def decimals(self) -> int:
        """How many decimals a number may have."""
        places = finite_decimals(1 / Fraction(self.times.numerator))
        return MOST_DECIMALS if places is None else min(places, MOST_DECIMALS)

    def most(self, largest: int) -> str:
        """Write the largest number that is taken."""
        scale = 10**self.decimals
        most = Fraction(largest) if self.holds is not Holds.FLOATS else Fraction(min(largest, EXACT_FLOATS))
        return decimal_text(Fraction(int(most / self.times * scale), scale))


@dataclass(frozen=True, slots=True)
class Wholes:
    """A column that holds the program's own whole numbers already, none of them too large."""

    column: str


@dataclass(frozen=True, slots=True)
class Words:
    """A column of words, and the number that each stands for; `missing` is for none. Others are the engine's."""

    column: str
    numbers: Mapping[str, int]
    missing: int | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """By how many halves of its last decimal a text's number may be off: one, or none where it has no decimals."""

    column: str


@dataclass(frozen=True, slots=True)
class Absent:
    """A column that the relation has not. `rests`: whether all rows then rest with the engine; else nothing is known."""

    rests: bool


Given = Figures | Wholes | Words | Printed | Absent


@dataclass(frozen=True, slots=True)
class Relation:
    """What a query reads: a table, a view or a query in brackets, and for each column of a program where it stands.

    `kept`: its columns that are handed on; None for all of them. `unfit`: its column that tells which rows the engine
    has to look at whatever they hold; "" where there is none.
    """

    text: str
    columns: Mapping[str, Given]
    kept: tuple[str, ...] | None = None
    unfit: str = ""


@dataclass(slots=True)
class Layer:
    """A layer of a query: its name, what it reads, and its columns as name and text; `*` brings all that it reads."""

    name: str
    reads: str
    columns: list[tuple[str, str]] = field(default_factory=list)
    brings_all: bool = True


ROW = "行"
"""The column that holds a row of the relation as it is."""


def source_layers(relation: Relation, largest: int, sql: Sql) -> Iterator[Layer]:
    """Yield the layers that read a relation and scale it."""
    yield Layer(
        "读入",
        f"{relation.text} r",
        [*_kept(relation, sql), *_read(relation, largest, sql)],
        brings_all=False,
    )
    yield Layer("折算", sql.quoted("读入"), [*_scaled(relation, sql), (UNFIT, _unfit(relation, sql))])


def _kept(relation: Relation, sql: Sql) -> Iterator[tuple[str, str]]:
    if relation.kept is None:
        yield ROW, sql.row("r")
    for place, name in enumerate(relation.kept or ()):
        yield f"{ROW}{place}", f"r.{sql.quoted(name)}"


def _read(relation: Relation, largest: int, sql: Sql) -> Iterator[tuple[str, str]]:
    for name, given in relation.columns.items():
        if isinstance(given, Absent):
            continue
        cell = f"r.{sql.quoted(given.column)}"
        yield name + RAW, cell
        if isinstance(given, Figures):
            most = given.most(largest)
            number = f"CAST({cell} AS DECIMAL(38, {given.decimals}))"
            within = f"{cell} BETWEEN -{most} AND {most}"
            if given.holds is Holds.TEXTS:
                within = sql.matches(cell, _pattern(given))
                number = f"CASE WHEN {number} BETWEEN -{most} AND {most} THEN {number} END"
            yield name + CUT, f"CASE WHEN {within} THEN {number} END"
    if relation.unfit:
        yield UNFIT + RAW, f"r.{sql.quoted(relation.unfit)}"


def _scaled(relation: Relation, sql: Sql) -> Iterator[tuple[str, str]]:
    for name, given in relation.columns.items():
        raw = sql.quoted(name + RAW)
        known = f"{raw} IS NOT NULL"
        match given:
            case Absent():
                known = "FALSE"
                yield name, sql.wide("0")
            case Printed():
                yield name, sql.wide(f"CASE WHEN {raw} LIKE '%.%' THEN 1 ELSE 0 END")
            case Wholes():
                yield name, f"coalesce({raw}, 0)"
            case Words(numbers=numbers, missing=missing):
                cases = " ".join(f"WHEN {sql.text(word)} THEN {number}" for word, number in numbers.items())
                yield name, sql.wide(f"CASE {raw} {cases} ELSE {missing or 0} END")
            case Figures():
                fits = _fits(name, given, sql)
                yield name, f"coalesce(CASE WHEN {fits} THEN {_units(name, given, sql)} END, 0)"
                known = _known(name, given, sql)
        yield name + KNOWN, f"({known})"


def _pattern(given: Figures) -> str:
    """Write which texts are numbers that are taken; of the others the engine tells what they say."""
    least = given.decimals if given.evenly else 1
    part = f"([.][0-9]{{{least},{given.decimals}}})?" if given.decimals else ""
    return f"^-?[0-9]{{1,{DIGITS}}}{part}$"


def _known(name: str, given: Figures, sql: Sql) -> str:
    """Write where a number is there; one that can't be is not, and one that can't be read is."""
    raw, cut = sql.quoted(name + RAW), sql.quoted(name + CUT)
    is_text = given.holds is Holds.TEXTS
    there = f"{raw} IS NOT NULL AND trim({raw}) <> ''" if is_text else f"{raw} IS NOT NULL"
    if not given.possible:
        return there
    possible = given.possible.format(cut if is_text else raw)
    return f"{there} AND coalesce({possible}, TRUE)" if is_text else f"{there} AND {possible}"


def _fits(name: str, given: Figures, sql: Sql) -> str:
    """Write where a number is one of those that are taken."""
    cut, raw = sql.quoted(name + CUT), sql.quoted(name + RAW)
    is_text = given.holds is Holds.TEXTS
    parts = [f"{cut} IS NOT NULL" if is_text else f"{cut} = {raw}"]
    if given.possible:
        parts.append(given.possible.format(cut if is_text else raw))
    if given.evenly and given.holds is Holds.FLOATS:
        parts.append(f"{cut} = floor({cut})")
    above, below = given.times.as_integer_ratio()
    if below > 1 or 10**given.decimals % above:
        parts.append(f"{cut} * {above} % {below} = 0")
    return " AND ".join(parts)


def _units(name: str, given: Figures, sql: Sql) -> str:
    above, below = given.times.as_integer_ratio()
    cut = sql.quoted(name + CUT)
    units = f"CAST({cut} * {above} AS BIGINT)" if above > 1 else f"CAST({cut} AS BIGINT)"
    return units if below == 1 else f"{units} {sql.quotient} {below}"


def _unfit(relation: Relation, sql: Sql) -> str:
    parts = [f"coalesce({sql.quoted(UNFIT + RAW)}, FALSE)"] if relation.unfit else []
    for name, given in relation.columns.items():
        raw = sql.quoted(name + RAW)
        if isinstance(given, Absent) and given.rests:
            parts.append("TRUE")
        elif isinstance(given, Figures):
            fits = _fits(name, given, sql)
            parts.append(f"({_known(name, given, sql)} AND NOT coalesce({fits}, FALSE))")
        elif isinstance(given, Words):
            words = ", ".join(map(sql.text, given.numbers))
            parts.append(f"coalesce({raw} NOT IN ({words}), FALSE)")
    return "\n    OR ".join(dict.fromkeys(parts)) or "FALSE"
