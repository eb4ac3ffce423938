"""What a project's papers say of an item: its candidate values, and who says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from jixiao.model.case import Breakdown, Part, Project, Statement
from jixiao.model.evaluation import Figure
from jixiao.quantity import Quantity

MAX_PLACES = 2
"""Most places of parts written out in the source of a sum."""
MAX_SUMS = 64
"""Most sums formed of a breakdown whose parts are stated several times."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The values an item may have, in base units, and every figure about it.

    `values` is empty where nothing is stated; several where the papers disagree and no
    statement is adopted.
    """

    item: str
    values: tuple[Fraction, ...]
    figures: tuple[Figure, ...]
    disputed: bool

    def figure_for(self, value: Fraction) -> Figure | None:
        """Give the first figure in use that states this value."""
        return next((one for one in self.figures if one.used and one.quantity.base == value), None)


def gather(project: Project, item: str) -> Evidence:
    """Gather all statements of an item, and the sums of its complete breakdowns."""
    statements = project.statements.get(item, ())
    adopted = [one for one in statements if one.adopted is not None]
    figures = [
        Figure(item, one.quantity, one.source, not adopted or one in adopted, note=one.adopted or "")
        for one in statements
    ]
    for breakdown in project.breakdowns:
        if breakdown.item == item and breakdown.complete:
            figures.extend(_sums(breakdown, used=not adopted))
    stated = _distinct(figure.quantity.base for figure in figures)
    used = _distinct(figure.quantity.base for figure in figures if figure.used)
    return Evidence(item, used, tuple(figures), disputed=len(stated) > 1)


def _sums(breakdown: Breakdown, used: bool) -> list[Figure]:
    """Give every sum the parts can make, in the unit of the first part."""
    choices = [_choices(part) for part in breakdown.parts]
    if not choices:
        return []
    unit = choices[0][0].unit
    sums: dict[Fraction, Figure] = {}
    for count, parts in enumerate(product(*choices)):
        if count >= MAX_SUMS:
            break
        total = sum((one.base for one in parts), Fraction(0)) / unit.factor
        quantity = Quantity(total, unit, _decimals(parts, unit.factor))
        label = f"（{breakdown.label}）" if breakdown.label else ""
        sums.setdefault(
            total, Figure(breakdown.item, quantity, f"明细合计{label}：{_sources(breakdown)}", used)
        )
    return list(sums.values())


def _choices(part: Part) -> list[Quantity]:
    """Give the different values stated of a part, the adopted one alone where there is one."""
    adopted = [one for one in part.statements if one.adopted is not None]
    seen: dict[Fraction, Quantity] = {}
    for statement in adopted or part.statements:
        seen.setdefault(statement.quantity.base, statement.quantity)
    return list(seen.values())


def _decimals(parts: Iterable[Quantity], factor: Fraction) -> int:
    """Give how many decimals a sum needs in the unit of that factor."""
    places = 0
    for part in parts:
        value = part.value * part.unit.factor / factor
        while (value * 10**places).denominator != 1 and places < 12:
            places += 1
        places = max(places, part.decimals if part.unit.factor == factor else 0)
    return places


def _sources(breakdown: Breakdown) -> str:
    statements: list[Statement] = [one for part in breakdown.parts for one in part.statements]
    places = list(dict.fromkeys(one.source for one in statements))
    return (
        "；".join(places) if len(places) <= MAX_PLACES else f"{places[0]} 至 {places[-1]}，共{len(places)}处"
    )


def _distinct(values: Iterable[Fraction]) -> tuple[Fraction, ...]:
    return tuple(dict.fromkeys(values))
