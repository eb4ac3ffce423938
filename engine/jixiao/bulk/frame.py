"""Some rows at once: whole numbers by column, and the scores that they come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from jixiao.dataclass import dataclass

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers: TypeAlias = NDArray[np.int64]
    Truths: TypeAlias = NDArray[np.bool_]
    Counts: TypeAlias = NDArray[Any]
    """Whole numbers: int64, or Python's own (dtype object) where those don't hold them."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Some rows made ready for a program: of each of its columns the whole numbers, 0 where a row has none.

    `known`: of each column that some row lacks, where it is there. `engine`: rows that the program can't take, whatever
    it says of them: more decimals or larger numbers than its columns hold, two values of one item, a rating beside
    figures. INVARIANT: no number is larger than the program's `largest`, either side of nothing.
    """

    count: int
    columns: Mapping[str, Numbers]
    known: Mapping[str, Truths]
    engine: Truths


@dataclass(frozen=True, slots=True)
class Points:
    """Points row by row: `above` over `below`, which is more than 0 and may be one number for all rows."""

    above: Counts
    below: Counts | int


@dataclass(frozen=True, slots=True)
class Scores:
    """What some rows come to: of each indicator, in the table's order, and in total.

    `why`: reason codes (`reason`). `grades`: bit i tells whether the i-th grade of the table is possible. `engine`:
    rows of which nothing here is to be believed; the engine has to look at them.
    """

    low: Sequence[Points]
    high: Sequence[Points]
    why: Sequence[Counts]
    total_low: Points
    total_high: Points
    grades: Counts
    engine: Truths
