"""The figures of a check as columns: what one unit of each is, and how far printing lets the true value lie from it.

The same meaning as `quantity/printed`: half a unit of the last decimal, but a whole amount among decimals of its
unit lost its zeros, and is exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from jixiao.bulk.checks.relation import Figures
from jixiao.bulk.checks.spans import Spanned
from jixiao.bulk.program import Step
from jixiao.bulk.ratio import Ratio
from jixiao.bulk.whole import NOTHING, Column, Const, Truth, Whole, choose, every, less, same, some, times
from jixiao.dataclass import dataclass
from jixiao.quantity import Quantity, Unit, as_printed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from jixiao.bulk.frame import Numbers


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column of figures: the unit that they are printed in, and what one unit of the column is in base units.

    INVARIANT: the printed unit is a whole number of the column's.
    """

    unit: Unit
    grain: Fraction

    @property
    def whole(self) -> int:
        """How many of the column's units one printed unit is."""
        return int(self.unit.factor / self.grain)


Columns = Mapping[str, FigureColumn]
"""Of each item that rows bring, its column."""


def last_place(item: str) -> str:
    """Give the name of the column that holds a unit of a figure's last decimal, in the figure's column's units.

    It holds 0 where the figure is exact, or there is none.
    """
    return f"{item}·末位"


class FigureSteps:
    """The figures of one check after another; what several need is worked out once."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._steps: dict[Whole, str] = {}

    @property
    def steps(self) -> Iterator[Step]:
        """The steps so far, in order."""
        return (Step(name, whole) for whole, name in self._steps.items())

    def named(self, whole: Whole) -> Column:
        """Give the column of a step, which is worked out once."""
        return Column(self._steps.setdefault(whole, f"核查步骤{len(self._steps) + 1}"))

    def brings(self, items: Iterable[str]) -> bool:
        """Whether rows bring all of these."""
        return all(name in self._columns for name in items)

    def of(self, items: Iterable[str]) -> Figures:
        """Give the figures of items that stand beside each other in a check."""
        beside = {name: self._columns[name] for name in items}
        grains = {name: one.grain for name, one in beside.items()}
        off = {name: self._off(name, beside) for name in beside}
        spans = {name: _span(name, grains[name], off[name]) for name in beside}
        return Figures(grains, spans, off)

    def _off(self, item: str, beside: Columns) -> Ratio:
        one = beside[item]
        place: Whole = Column(last_place(item))
        fine = [] if one.unit.dimension.is_ratio else _fine(item, beside)
        if fine:
            coarse = same(place, Const(one.whole))
            place = self.named(choose(every(coarse, some(*fine)), NOTHING, place))
        return Ratio(times(Const(one.grain.numerator), place), Const(2 * one.grain.denominator))


def _fine(item: str, beside: Columns) -> list[Truth]:
    """Tell which of the others in its unit have decimals."""
    unit = beside[item].unit
    return [
        every(less(NOTHING, Column(last_place(name))), less(Column(last_place(name)), Const(one.whole)))
        for name, one in beside.items()
        if name != item and one.unit == unit
    ]


def _span(item: str, grain: Fraction, off: Ratio) -> Spanned:
    value = Ratio(times(Const(grain.numerator), Column(item)), Const(grain.denominator))
    return Spanned(value - off, value + off)


def last_places(column: FigureColumn, values: Numbers, decimals: NDArray[np.integer[Any]]) -> Numbers:
    """Give what stands in `last_place` of a column, from its figures and how many decimals each is printed with.

    INVARIANT: no figure has more decimals than the column holds. Where there is no figure, both hold 0.
    """
    import numpy as np

    most = int(decimals.max(initial=0))
    places = [_place(column, Fraction(1), shown) for shown in range(most + 1)]
    found: Numbers = np.array(places, dtype=np.int64)[decimals]
    found[(values == 0) & (decimals == 0)] = _place(column, Fraction(0), 0)
    return found


def _place(column: FigureColumn, value: Fraction, decimals: int) -> int:
    twice = 2 * as_printed(Quantity(value, column.unit, decimals)).slack / column.grain
    assert twice.denominator == 1, "a column holds the decimals of its figures"
    return twice.numerator
