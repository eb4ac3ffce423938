"""What the columns of a DataFrame are for a table's SQL: how they hold their numbers, and with how many decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from jixiao.bulk.emit.sql.source import MOST_DECIMALS, Holds, Relation
from jixiao.bulk.program import TableProgram
from jixiao.bulk.table import lower_table
from jixiao.bulk.warehouse.asked import AskedColumn, grains_of, loose_of, relation_of, usual_decimals
from jixiao.bulk.warehouse.rated import unsaid, worded
from jixiao.dataclass import dataclass
from jixiao.files.rows.head import Head, What
from jixiao.files.rows.heads import Heads
from jixiao.scoring.program.program import Program

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

SAMPLE = 1_000
"""Rows that are looked at for how many decimals texts and floats have."""
_NUMBER = re.compile(r"-?\d+(?:\.(\d+))?")
_WHOLE = ("byte", "short", "integer", "long")


@dataclass(frozen=True, slots=True)
class Lowered:
    """A table's program for the columns of a DataFrame, and how its SQL reads them."""

    made: TableProgram
    relation: Relation


def lowered_for(program: Program, rows: DataFrame, heads: Heads, view: str) -> Lowered | None:
    """Make a table ready for a DataFrame that is known as `view`; None where SQL can't say all that its columns hold."""
    figures = heads.of(What.ITEM, What.VALUE)
    if heads.of(What.CHOSEN) or not _is_plain(figures, program):
        return None
    kinds = {one.name: one.dataType for one in rows.schema.fields}
    sample = rows.select(*(_quoted(one.text) for one in figures)).limit(SAMPLE).collect()
    asked = list(_asked(figures, kinds, sample))
    if len(asked) < len(figures):
        return None
    rated = frozenset(one.name for one in heads.of(What.RATING))
    made = lower_table(program, grains_of(asked), rated=rated, loose=loose_of(asked))
    words = worded(program, made, heads)
    if unsaid(made, words):
        return None
    return Lowered(made, relation_of(made, view, asked, words=words))


def _is_plain(figures: Sequence[Head], program: Program) -> bool:
    """Whether each item has one column, with a unit, and no indicator's value stands beside its figures."""
    names = [one.name for one in figures]
    worked_out = {one.indicator.name for one in program.rules if one.formula is not None}
    return len(set(names)) == len(names) and all(
        one.unit is not None and (one.what is What.ITEM or one.name not in worked_out) for one in figures
    )


def _asked(figures: Sequence[Head], kinds: dict[str, Any], sample: Sequence[Any]) -> Iterator[AskedColumn]:
    """Yield the columns of which SQL can tell the numbers."""
    for place, head in enumerate(figures):
        kind, name = kinds[head.text], kinds[head.text].typeName()
        assert head.unit is not None
        if name == "decimal":
            yield AskedColumn(head.name, head.text, head.unit, min(kind.scale, MOST_DECIMALS))
        elif name in _WHOLE:
            yield AskedColumn(head.name, head.text, head.unit, 0)
        elif name in ("string", "double"):
            holds = Holds.TEXTS if name == "string" else Holds.FLOATS
            seen = max((_decimals(row[place]) for row in sample), default=0)
            places = min(seen or usual_decimals(head.unit), MOST_DECIMALS)
            yield AskedColumn(head.name, head.text, head.unit, places, holds)


def _decimals(cell: object) -> int:
    """Give how many decimals a cell has; 0 where it is no number."""
    found = _NUMBER.fullmatch(repr(cell) if isinstance(cell, float) else str(cell).strip())
    return len(found[1] or "") if found is not None else 0


def _quoted(name: str) -> str:
    return f"`{name.replace('`', '``')}`"
