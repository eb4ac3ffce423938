"""Whether two formulas always give the same value, however they are written."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.language.formula.calculate import Undefined, compile_value
from jixiao.language.formula.tree import Expression, names

_ROUNDS = 6
"""Sets of figures on which two formulas must agree to be taken for the same. Two different fractions of low degree
agree on that many unrelated sets only if they are the same."""
_LARGE = (1009, 877, 1129, 761, 1249, 643, 1361, 521, 1481, 419)
"""Primes, so that nothing cancels by chance."""


def agree(old: Expression, new: Expression) -> bool:
    """Whether two formulas always give the same value: 支出/预算 and 支出÷预算×100% do."""
    if old == new:
        return True
    before, after = compile_value(old), compile_value(new)
    return all(alike(before(figures), after(figures)) for figures in unrelated((old, new)))


def unrelated(trees: tuple[Expression, ...]) -> Iterator[dict[str, Fraction]]:
    """Yield sets of figures for the names in formulas on which nothing agrees by chance."""
    known = names_in(trees)
    for turn in range(_ROUNDS):
        yield {
            name: Fraction(_LARGE[(place + turn) % len(_LARGE)], place + turn + 1)
            for place, name in enumerate(known)
        }


def names_in(trees: tuple[Expression, ...]) -> tuple[str, ...]:
    """Give the names in formulas, in order, each once."""
    return tuple(dict.fromkeys(name for tree in trees for name in names(tree)))


def alike(one: Fraction | Undefined, other: Fraction | Undefined) -> bool:
    """Whether two values are the same for sure: of those that are too long that is not known."""
    if isinstance(one, Undefined) and isinstance(other, Undefined):
        return not one.is_overlong and not other.is_overlong
    return one == other
