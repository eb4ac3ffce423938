"""The different values that a project's papers state of each item, for comparing them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import product
from math import prod

from jixiao.dataclass import dataclass, replace
from jixiao.model.case import Breakdown, Part, Project, Statement
from jixiao.quantity import Printed, Quantity, as_printed, rounds_to

MAX_SOURCES = 2
"""Most places named beside a value."""
MAX_SUMS = 16
"""Most sums formed of a breakdown whose parts are stated several times."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One value of an item, and where it stands; several places with one value are one."""

    name: str
    quantity: Quantity
    printed: Printed
    sources: tuple[str, ...] = ()
    adopted: bool = False

    @property
    def text(self) -> str:
        """The value with its first places, for people."""
        places = "、".join(self.sources[:MAX_SOURCES])
        more = f"等{len(self.sources)}处" if len(self.sources) > MAX_SOURCES else ""
        return f"{self.quantity}（{places}{more}）" if places else str(self.quantity)


def stated(name: str, statements: Iterable[Statement]) -> tuple[Stated, ...]:
    """Give the different values among statements of one thing, the adopted one first.

    Of two printings of one value the finer counts: 190.00 says more than 190.
    """
    each = [
        Stated(
            name,
            one.quantity,
            as_printed(one.quantity),
            (one.source,) if one.source else (),
            one.adopted is not None,
        )
        for one in statements
    ]
    if len(each) < 2:
        return tuple(each)
    found: dict[Fraction, Stated] = {}
    for new in each:
        base, merged = new.quantity.base, new
        old = found.get(base)
        if old is not None:
            finest = min(old, new, key=lambda either: (either.printed.slack, either.quantity.unit.factor))
            sources = tuple(dict.fromkeys((*old.sources, *new.sources)))
            merged = replace(finest, sources=sources, adopted=old.adopted or new.adopted)
        found[base] = merged
    return tuple(sorted(found.values(), key=lambda value: not value.adopted))


def finest(values: Sequence[Stated]) -> tuple[Stated, ...]:
    """Leave out each value that another one may be, only rounded more coarsely.

    1104 万元 beside 11039390 元 says nothing more. An adopted value stays.
    """
    if len(values) < 2:
        return tuple(values)
    return tuple(
        one
        for one in values
        if one.adopted or not any(rounds_to(other.printed, one.printed) for other in values)
    )


class Statements:
    """What the papers of a project state, each thing looked up once: many checks ask for the same."""

    def __init__(self, project: Project) -> None:
        self.project = project
        totals = (one.item for one in project.breakdowns if one.complete)
        self.names: frozenset[str] = frozenset((*project.statements, *totals))
        """Items of which something may be known; of others nothing is."""
        self._values: dict[str, tuple[Stated, ...]] = {}
        self._direct: dict[str, tuple[Stated, ...]] = {}
        self._parts: dict[int, tuple[Stated, ...]] = {}

    def values(self, item: str) -> tuple[Stated, ...]:
        """Give the values stated of an item; where none is, the sums of its complete breakdowns."""
        known = self._values.get(item)
        if known is None:
            known = self._values[item] = self.direct(item) or self._sums(item)
        return known

    def direct(self, item: str) -> tuple[Stated, ...]:
        """Give the values stated of an item as such."""
        known = self._direct.get(item)
        if known is None:
            known = self._direct[item] = stated(item, self.project.statements.get(item, ()))
        return known

    def part(self, part: Part) -> tuple[Stated, ...]:
        """Give the values stated of a part of one of the project's breakdowns."""
        known = self._parts.get(id(part))
        if known is None:
            known = self._parts[id(part)] = stated(part.name, part.statements)
        return known

    def sums(self, breakdown: Breakdown) -> tuple[Stated, ...]:
        """Give every sum that the parts of a breakdown can make, as uncertain as its parts together."""
        choices = [self.part(part) for part in breakdown.parts]
        count = prod(map(len, choices))
        if not count or count > MAX_SUMS:
            return ()
        return tuple(_sum(breakdown, parts) for parts in product(*choices))

    def _sums(self, item: str) -> tuple[Stated, ...]:
        sums: dict[Fraction, Stated] = {}
        if item in self.names:
            for breakdown in self.project.breakdowns:
                if breakdown.item == item and breakdown.complete:
                    for one in self.sums(breakdown):
                        sums.setdefault(one.quantity.base, one)
        return tuple(sums.values())


def values_of(project: Project, item: str) -> tuple[Stated, ...]:
    """Give the values that a project's papers state of one item; see `Statements.values`."""
    return Statements(project).values(item)


def _sum(breakdown: Breakdown, parts: tuple[Stated, ...]) -> Stated:
    unit = parts[0].quantity.unit
    total = sum((part.quantity.base for part in parts), Fraction(0))
    slack = sum((part.printed.slack for part in parts), Fraction(0))
    places = max(part.quantity.decimals for part in parts)
    label = f"明细合计（{breakdown.label}）" if breakdown.label else "明细合计"
    return Stated(
        breakdown.item, Quantity(total / unit.factor, unit, places), Printed(total, slack), (label,)
    )
