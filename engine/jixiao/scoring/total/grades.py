"""Grades that a total may earn, and what vetoes leave of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from jixiao.model.ruleset import Ruleset
from jixiao.scoring.program.settlement import WideVeto


def possible_grades(ruleset: Ruleset, low: Fraction, high: Fraction) -> tuple[str, ...]:
    """Give the grades that a total from low to high may earn, best first."""
    (least, per_least), (most, per_most) = low.as_integer_ratio(), high.as_integer_ratio()
    grades: list[str] = []
    for name, lowest in ruleset.grades:
        bound, per = lowest.as_integer_ratio()
        if most * per >= bound * per_most:
            grades.append(name)
        if least * per >= bound * per_least:
            break
    return tuple(grades)


def bounded_grades(ruleset: Ruleset, grades: Sequence[str], vetoes: Iterable[WideVeto]) -> tuple[str, ...]:
    """Give what is left of the grades where vetoes set one or forbid better ones; the worst one wins.

    A veto that sets a grade never raises one: who earns less keeps it.
    """
    order = [name for name, _ in ruleset.grades]
    found = {order.index(name) for name in grades}
    effects = [veto.effect for veto in vetoes if veto.effect.scope == "grade"]
    fixed = [order.index(effect.grade) for effect in effects if not effect.ceiling]
    if fixed:
        found = {max(one, *fixed) for one in found}
    ceilings = [order.index(effect.grade) for effect in effects if effect.ceiling]
    if ceilings:
        found = {max(one, *ceilings) for one in found}
    return tuple(order[at] for at in sorted(found))
