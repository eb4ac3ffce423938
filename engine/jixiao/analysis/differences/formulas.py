"""Two formulas: whether they always give the same, and if not, figures on which they part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import chain, islice, product

from jixiao.dataclass import dataclass
from jixiao.language.formula import Expression, write_formula
from jixiao.language.formula.agree import alike, names_in, unrelated
from jixiao.language.formula.calculate import Undefined, compile_value
from jixiao.model.ruleset import Item
from jixiao.quantity import Dimension, percent_text, shown_text

_SMALL = (Fraction(10), Fraction(8), Fraction(12), Fraction(0))
"""Figures tried first for an example: people can check them in their heads."""
MAX_TRIED = 4_096


@dataclass(frozen=True, slots=True)
class Parting:
    """Figures on which two formulas give different values."""

    figures: Mapping[str, Fraction]
    old: Fraction | Undefined
    new: Fraction | Undefined


def parting(old: Expression, new: Expression) -> Parting | None:
    """Give figures on which two formulas part, the simplest first; None where they agree."""
    before, after = compile_value(old), compile_value(new)
    for figures in chain(_simple((old, new)), unrelated((old, new))):
        one, other = before(figures), after(figures)
        if not alike(one, other):
            return Parting(figures, one, other)
    return None


def _simple(trees: tuple[Expression, ...]) -> Iterator[dict[str, Fraction]]:
    known = names_in(trees)
    for figures in islice(product(_SMALL, repeat=len(known)), MAX_TRIED):
        yield dict(zip(known, figures, strict=True))


def formula_note(old: Expression, new: Expression, items: Mapping[str, Item], dimension: Dimension) -> str:
    """Say that a formula changed, with an example; or that only its writing did."""
    before, after = write_formula(old), write_formula(new)
    found = parting(old, new)
    if found is None:
        return f"公式改写为“{after}”（原为“{before}”），算出的数值不变"
    told = "、".join(f"{name} {_figure(value, items.get(name))}" for name, value in found.figures.items())
    return (
        f"公式由“{before}”改为“{after}”。例如{told}时，"
        f"原为{_value(found.old, dimension)}，现为{_value(found.new, dimension)}"
    )


def _figure(value: Fraction, item: Item | None) -> str:
    if item is None:
        return shown_text(value)
    unit = item.unit
    return f"{shown_text(value / unit.factor)} {unit.name}".rstrip()


def _value(value: Fraction | Undefined, dimension: Dimension) -> str:
    if isinstance(value, Undefined):
        return str(value) if value.is_overlong else "除数为零，算不出"
    return percent_text(value) if dimension.is_ratio else shown_text(value)
