"""What stands beside a value of this year: last year's, and how much changed (上年, 增减额, 增减率)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.files import messages
from jixiao.files.collector import Collector
from jixiao.files.figures import read_quantity
from jixiao.files.yaml.node import Scalar
from jixiao.model.case import Statement
from jixiao.model.years import CHANGE, GROWTH, last_year_of
from jixiao.quantity import PLAIN, Quantity, Unit, find_unit, fold_width

LAST, CHANGED, GREW = "上年", "增减额", "增减率"
KEYS = frozenset({LAST, CHANGED, GREW})
"""Keys of a statement that state a figure of their own."""

_DIRECTION = re.compile(
    r"(?:较上年|比上年|同比)?(?P<more>增加|增长|上升|提高)?(?P<less>减少|下降|降低)?了?(?P<figure>.*)"
)
_UNCHANGED = ("持平", "不变", "与上年持平")
_PERCENT = find_unit("%")


def stated_beside(
    said: Mapping[str, Scalar], statement: Statement, year: Scalar | None, collector: Collector
) -> Iterator[Statement]:
    """Yield the statements that stand beside one, under the names of what they state.

    Beside a value that says its year nothing may stand: whose last year it is would have to be guessed.
    """
    if year is not None:
        collector.add(year.place, messages.YEAR_AND_LAST)
        return
    name, unit = statement.item, statement.quantity.unit
    for key, stands_under in (
        (LAST, last_year_of(name)),
        (CHANGED, f"{name}{CHANGE}"),
        (GREW, f"{name}{GROWTH}"),
    ):
        written = said.get(key)
        if written is None:
            continue
        own = _PERCENT if key == GREW else unit
        figure = _figure(written, own, collector) if key == LAST else _change(written, own, collector)
        if figure is not None and _fits(figure, own, written, collector):
            yield Statement(stands_under, figure, statement.source, written.place, said_of=name)


def _figure(written: Scalar, own: Unit, collector: Collector) -> Quantity | None:
    """Read a figure; a bare amount is in the unit of the value that it stands beside."""
    quantity = read_quantity(written, None, collector, own)
    if quantity is None or quantity.unit != PLAIN or own.dimension.is_ratio:
        return quantity
    return Quantity(quantity.value, own, quantity.decimals)


def _change(written: Scalar, own: Unit, collector: Collector) -> Quantity | None:
    """Read how much something changed: -2.5, 减少2.5, 下降5%, 持平."""
    text = fold_width(written.text).strip()
    if text in _UNCHANGED:
        return Quantity(Fraction(0), own)
    shape = _DIRECTION.fullmatch(text)
    directed = shape is not None and bool(shape["more"] or shape["less"])
    if (
        shape is None
        or (shape["more"] and shape["less"])
        or (directed and shape["figure"].startswith(("-", "+")))
    ):
        collector.add(written.place, messages.NOT_A_CHANGE, text=written.text)
        return None
    figure = _figure(written._replace(text=shape["figure"]), own, collector)
    if figure is None or not shape["less"]:
        return figure
    return replace(figure, value=-figure.value)


def _fits(figure: Quantity, own: Unit, written: Scalar, collector: Collector) -> bool:
    if figure.unit.dimension == own.dimension:
        return True
    pieces = {
        "unit": figure.unit.name,
        "owner": messages.VALUE_OWNER,
        "wanted": own.name or str(own.dimension),
    }
    collector.add(written.place, messages.UNIT_MISMATCH, **pieces)
    return False
