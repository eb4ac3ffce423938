"""Which table a report is for, by what it says of itself; and which might be, where none surely is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jixiao.dataclass import dataclass
from jixiao.files import Library, TableEntry
from jixiao.model.reading import Reading

SUBJECTS = ("项目支出", "部门整体支出")
"""What is evaluated: a report of anything but projects speaks of the whole unit."""
FIRST = 6_000
"""How many characters of a report are searched for the place of a table."""
MAX_CANDIDATES = 6


@dataclass(frozen=True, slots=True)
class Fit:
    """What was found: the table, where exactly one fits; else those that might, none of another place.

    `region` is empty where it is not known.
    """

    region: str
    subject: str
    table: TableEntry | None
    candidates: tuple[TableEntry, ...] = ()


def fit_table(readings: Sequence[Reading], year: int | None, library: Library) -> Fit:
    """Find the table of a report by place, subject and year."""
    kinds = [one.head.kind for one in readings if one.head.kind]
    subject = SUBJECTS[0] if any(SUBJECTS[0] in kind for kind in kinds) else SUBJECTS[1]
    text = "".join("".join(one.text[:FIRST].split()) for one in readings)
    local = [one for one in library.tables if _is_named(one.scope.region, text)]
    regions = {one.scope.region for one in local}
    region = next(iter(regions)) if len(regions) == 1 else _place(readings)
    fitting = [one for one in local if one.scope.subject == subject and year in one.scope.years]
    if len({one.reference for one in fitting}) == 1:
        return Fit(fitting[0].scope.region, subject, fitting[0])
    can_fit = [one for one in library.tables if one in local or not region or one.scope.covers_place(region)]
    ranked = _ranked(can_fit, local, subject, year)
    return Fit(region, subject, None, tuple(ranked)[:MAX_CANDIDATES])


def _is_named(region: str, text: str) -> bool:
    """Whether a text names a place, in full or without what it belongs to."""
    if not region:
        return False
    tail = region.rpartition("省")[2] or region
    return region in text or tail in text or (len(tail) > 2 and tail.removesuffix("市") in text)


def _place(readings: Iterable[Reading]) -> str:
    return next((one.head.place for one in readings if one.head.place), "")


def _ranked(
    tables: Sequence[TableEntry], local: Sequence[TableEntry], subject: str, year: int | None
) -> list[TableEntry]:
    """Give the tables that share the subject, those of the place and the year first; without any, all."""

    def distance(table: TableEntry) -> tuple[int, str]:
        return (table not in local) + (year not in table.scope.years), table.reference

    same = [one for one in tables if one.scope.subject == subject]
    return sorted(same or tables, key=distance)
