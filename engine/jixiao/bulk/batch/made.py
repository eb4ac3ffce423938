"""The program of a table for the columns of one input."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.bulk.batch.figures import ItemColumns
from jixiao.bulk.program import TableProgram
from jixiao.bulk.table import lower_table
from jixiao.files.rows.head import What
from jixiao.files.rows.heads import Heads
from jixiao.scoring.program.program import Program


def made_for(program: Program, items: Sequence[ItemColumns], heads: Heads) -> TableProgram:
    """Make a table ready for rows that have these columns."""
    asked = {one.name for one in heads.of(What.ITEM)}
    return lower_table(
        program,
        {one.name: one.grain for one in items},
        rated=frozenset(one.name for one in heads.of(What.RATING)),
        chosen=bool(heads.of(What.CHOSEN)),
        loose={one.name: None for one in items if one.name in asked and one.may_round},
    )
