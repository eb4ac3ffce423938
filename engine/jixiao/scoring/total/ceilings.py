"""What values leave of the total or of a block (上限 in a sentence): one bound where the papers agree, several where not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import prod

from jixiao.language.formula.calculate import Undefined
from jixiao.model.case import Project
from jixiao.model.evaluation import Result
from jixiao.quantity import value_text
from jixiao.scoring.indicator.evidence import Evidence, gather
from jixiao.scoring.indicator.ways import MAX_COMBINATIONS
from jixiao.scoring.program.ceilings import Ceiling
from jixiao.scoring.program.settlement import Bound, Settlement
from jixiao.scoring.program.value_rule import Ruled

Left = tuple[Bound | None, ...]
"""The bounds that may hold, one of them; None where none does."""


def bounds_by_value(settlement: Settlement, project: Project, results: Sequence[Result]) -> tuple[Left, ...]:
    """Give, for each sentence of the table, the bounds that may hold, by the values that the papers give."""
    return tuple(_left(one, project, results) for one in settlement.ceilings)


def _left(ceiling: Ceiling, project: Project, results: Sequence[Result]) -> Left:
    values, known = _values(ceiling, project, results)
    found: dict[Ruled | None, Bound | None] = {}
    for value in values:
        for ruled in ceiling.rule.at(value):
            found.setdefault(ruled, _bound(ceiling, ruled, (value,)))
    if not known:
        for ruled in ceiling.rule.every:
            found.setdefault(ruled, _bound(ceiling, ruled, ()))
    return tuple(found.values())


def _bound(ceiling: Ceiling, ruled: Ruled | None, values: Sequence[Fraction]) -> Bound | None:
    if ruled is None:
        return None
    told = "、".join(value_text(value, ceiling.rule.dimension) for value in values)
    because = f"“{ceiling.of}”为{told}" if told else f"“{ceiling.of}”不清楚"
    return Bound(ceiling.path, "earned", ruled.points, ruled.clause, because)


def _values(ceiling: Ceiling, project: Project, results: Sequence[Result]) -> tuple[Iterable[Fraction], bool]:
    """Give the values that may be, and whether there are no others."""
    if ceiling.is_indicator:
        result = next(one for one in results if one.indicator.name == ceiling.of)
        return result.values, result.valued
    evidence = {name: gather(project, name) for name in ceiling.wanted}
    if ceiling.calculation is None:
        one = evidence[ceiling.of]
        return one.values, bool(one.values) and not one.too_many
    return _worked_out(ceiling, evidence)


def _worked_out(ceiling: Ceiling, evidence: Mapping[str, Evidence]) -> tuple[Iterable[Fraction], bool]:
    """Give what the formula comes to over every combination of the values that are stated."""
    assert ceiling.calculation is not None
    combinations = prod(len(one.values) for one in evidence.values())
    if not combinations or combinations > MAX_COMBINATIONS or any(one.too_many for one in evidence.values()):
        return (), False
    found = [
        ceiling.calculation(dict(zip(evidence, values, strict=True)))
        for values in product(*(one.values for one in evidence.values()))
    ]
    known = [one for one in found if not isinstance(one, Undefined)]
    return dict.fromkeys(known), len(known) == len(found)


def certain(left: Iterable[Left]) -> tuple[Bound, ...]:
    """Give the bounds that hold whatever else is known."""
    return tuple(one[0] for one in left if len(one) == 1 and one[0] is not None)


def every_way(left: Iterable[Left]) -> Iterator[tuple[Bound, ...]]:
    """Yield the bounds that hold together, in every way in which they may."""
    for chosen in product(*left):
        yield tuple(one for one in chosen if one is not None)
