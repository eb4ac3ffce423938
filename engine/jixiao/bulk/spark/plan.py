"""What every executor has to know: the table, what the columns are, and what SQL has worked out already."""

from __future__ import annotations

from jixiao.bulk.program import TableProgram
from jixiao.dataclass import dataclass
from jixiao.model.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Plan:
    """How rows are scored. All of it can be sent to another machine.

    `heads`: of the columns of the input, in their order. `kept`: those that are written out again, by name and place.
    `made`: the program whose counts stand in further columns behind the input's; None where executors run one of their
    own.
    """

    ruleset: Ruleset
    heads: tuple[str, ...]
    named: tuple[tuple[str, str], ...]
    file: str
    kept: tuple[tuple[str, int], ...]
    results: tuple[str, ...]
    made: TableProgram | None
