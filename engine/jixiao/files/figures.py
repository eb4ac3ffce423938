"""Numbers and quantities of a file, read exactly, or a diagnostic at the number itself."""

from __future__ import annotations

from fractions import Fraction

from jixiao.files import messages
from jixiao.files.collector import Collector
from jixiao.files.yaml.node import Mapping, Scalar
from jixiao.model.messages import filled
from jixiao.quantity import (
    NumberError,
    Quantity,
    Unit,
    UnitError,
    find_unit,
    parse_number,
    parse_said,
    unit_said,
)

MAX_NUMBER_TEXT = 120
"""Longest text taken for a number with its unit. Stops messages that repeat a whole file."""


def read_number(scalar: Scalar, collector: Collector) -> Fraction | None:
    """Give the exact number, or None with a diagnostic (exponents, NaN, too many digits)."""
    if _too_long(scalar, collector):
        return None
    try:
        return parse_number(scalar.text).value
    except NumberError as error:
        collector.note(scalar.place, str(error))
        return None


def read_amount(around: Mapping, name: str, collector: Collector) -> Fraction | None:
    """Give the number under a key, 0 or more; None where there is none, or with a diagnostic."""
    scalar = around.scalar(name)
    value = None if scalar is None else read_number(scalar, collector)
    if scalar is not None and value is not None and value < 0:
        collector.add(scalar.place, messages.NEGATIVE, text=scalar.text)
        return None
    return value


def read_signed(around: Mapping, name: str, collector: Collector) -> Fraction | None:
    """Give the number under a key, which may lie below 0 (倒扣); None where there is none, or with a diagnostic."""
    scalar = around.scalar(name)
    return None if scalar is None else read_number(scalar, collector)


def read_decimals(around: Mapping, name: str) -> int:
    """Give how many decimals the number under a key is written with; 0 where it can't be read."""
    scalar = around.scalar(name)
    try:
        return 0 if scalar is None else parse_number(scalar.text[:MAX_NUMBER_TEXT]).decimals
    except NumberError:
        return 0


def read_points(around: Mapping, name: str, collector: Collector) -> Fraction:
    """Give the number under a key, above 0; 0 with a diagnostic where it is not."""
    value = read_amount(around, name, collector)
    scalar = around.scalar(name)
    if scalar is not None and value == 0:
        collector.add(scalar.place, messages.NOT_POSITIVE, text=scalar.text)
    return value or Fraction(0)


def read_quantity(
    scalar: Scalar, unit: Scalar | None, collector: Collector, own: Unit | None = None
) -> Quantity | None:
    """Give a quantity whose unit stands in its text or apart; None with a diagnostic.

    `own`: the unit of the thing that it is said of, where that is known.
    """
    if _too_long(scalar, collector):
        return None
    try:
        return parse_said(scalar.text, None if unit is None else unit.text[:MAX_NUMBER_TEXT], own)
    except (NumberError, UnitError) as error:
        if unit is None or read_unit(unit, collector, own) is not None:  # else it is said of the unit
            collector.note(scalar.place, str(error))
        return None


def read_ratio(around: Mapping, name: str, collector: Collector) -> Quantity | None:
    """Give the ratio under a key (93.38%, 0.9338); None where there is none, or with a diagnostic."""
    scalar = around.scalar(name)
    quantity = None if scalar is None else read_quantity(scalar, None, collector)
    if scalar is not None and quantity is not None and not quantity.unit.dimension.is_ratio:
        collector.add(scalar.place, messages.NOT_A_RATIO, text=scalar.text, unit=quantity.unit.name)
        return None
    return quantity


def read_unit(scalar: Scalar, collector: Collector, own: Unit | None = None) -> Unit | None:
    """Give the unit of that name, or None with a diagnostic that has the nearest ones.

    `own`: the unit of the thing that it is said of, where that is known.
    """
    name = scalar.text[:MAX_NUMBER_TEXT]
    try:
        return find_unit(name) if own is None else unit_said(name, own)
    except UnitError as error:
        collector.note(scalar.place, str(error))
        return None


def _too_long(scalar: Scalar, collector: Collector) -> bool:
    if len(scalar.text) <= MAX_NUMBER_TEXT:
        return False
    collector.note(scalar.place, filled(messages.TOO_LONG_NUMBER, text=scalar.text))
    return True
