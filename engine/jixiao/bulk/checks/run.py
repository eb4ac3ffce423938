"""Checks over many rows at once, in NumPy; rows of numbers too large for 64 bits one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from jixiao.bulk.checks.figures import last_place
from jixiao.bulk.checks.program import CheckColumn, CheckProgram
from jixiao.bulk.run import number
from jixiao.bulk.vector import Columns
from jixiao.dataclass import dataclass

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from jixiao.bulk.frame import Numbers, Truths


@dataclass(frozen=True, slots=True)
class CheckFrame:
    """Some rows' figures: of each column of a program its whole numbers, and what stands in `last_place` of it.

    Both hold 0 where a row has no figure. `known`: of each column that some row lacks, where it is there.
    """

    count: int
    numbers: Mapping[str, Numbers]
    places: Mapping[str, Numbers]
    known: Mapping[str, Truths]


def run_checks(program: CheckProgram, frame: CheckFrame) -> dict[str, NDArray[np.int8]]:
    """Give what each check comes to on every row (`CheckCode`), by the check's id."""
    brought = {**frame.numbers, **{last_place(name): one for name, one in frame.places.items()}}
    steps = Columns(frame.count, brought, frame.known)
    steps.work_out(program.steps)
    columns = brought | {one.name: steps.column(one.name) for one in program.steps}
    sizes = {name: int(np.abs(one).max(initial=0)) for name, one in frame.numbers.items()}
    found: dict[str, NDArray[np.int8]] = {}
    for one in program.checks:
        codes = Columns(frame.count, columns, frame.known).number(one.code)
        told = np.array(np.broadcast_to(codes, frame.count), np.int8)
        if any(sizes[name] > most for name, most in one.largest.items()):
            _put_large(told, one, columns, frame.known)
        found[one.check.id] = told
    return found


def _put_large(
    told: NDArray[np.int8], check: CheckColumn, columns: Mapping[str, Numbers], known: Mapping[str, Truths]
) -> None:
    """Put down anew what a check comes to on the rows whose numbers are too large for it."""
    large = np.zeros(len(told), bool)
    for name, most in check.largest.items():
        large |= np.abs(columns[name]) > most
    for at in np.flatnonzero(large).tolist():
        row = {
            name: None if name in known and not known[name][at] else int(one[at])
            for name, one in columns.items()
        }
        told[at] = number(check.code, row)
