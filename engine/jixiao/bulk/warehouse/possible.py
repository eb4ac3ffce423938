"""What a number of a column may be: what can't be counts as missing, as `model/impossible` says."""

from __future__ import annotations

from fractions import Fraction

from jixiao.model.impossible import MOST_WITHOUT_PERCENT, why_impossible
from jixiao.quantity import Quantity, Unit
from jixiao.quantity.render import decimal_text

A_LITTLE = Fraction(1, 10**6)


def possible_text(name: str, unit: Unit) -> str:
    """Write what must hold of an item's number, in its unit, `{}` standing for it; "" where anything can be."""
    return " AND ".join(_conditions(name, unit))


def _conditions(name: str, unit: Unit) -> list[str]:
    """Ask at the few numbers beyond which something can't be."""
    found = []
    if _is_impossible(name, Fraction(-1), unit):
        found.append("{0} >= 0")
    if unit.dimension.is_ratio:
        tops = (top for top in (Fraction(1), Fraction(MOST_WITHOUT_PERCENT)) if _is_top(name, top, unit))
        found += [f"{{0}} <= {decimal_text(top / unit.factor)}" for top in tops]
    elif _is_impossible(name, Fraction(1, 2), unit):
        found.append("{0} = floor({0})")
    return found


def _is_top(name: str, top: Fraction, unit: Unit) -> bool:
    return _is_impossible(name, top + A_LITTLE, unit) and not _is_impossible(name, top, unit)


def _is_impossible(name: str, base: Fraction, unit: Unit) -> bool:
    return why_impossible(name, Quantity(base / unit.factor, unit)) is not None
