"""A program's steps made ready for a database: what is asked for twice gets a step of its own.

A floor division is written out with its two sides several times over, and so is whatever a program asks for in more
than one place: such parts are worked out once, in a column. Then the steps come in layers, each of which asks only
for columns of those before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from jixiao.bulk.program import Step
from jixiao.bulk.walk import Part, columns_in, made
from jixiao.bulk.whole import (
    NOTHING,
    UNIT,
    Always,
    Choose,
    Column,
    Const,
    Floor,
    Known,
    Less,
    Product,
    Rest,
    Same,
    Sum,
    Truth,
    Whole,
    beneath,
)

SMALL = 3
"""Parts of so many columns and numbers are written out wherever they are asked for."""


def layers(steps: Sequence[Step]) -> list[list[Step]]:
    """Give steps, with those that they need besides, in layers of which each asks only for those before it."""
    found: list[list[Step]] = []
    depth: dict[str, int] = {}
    for step in _Parts().split(steps):
        deep = max((depth[name] + 1 for name in columns_in(step.whole) if name in depth), default=0)
        depth[step.name] = deep
        if deep == len(found):
            found.append([])
        found[deep].append(step)
    return found


class _Parts:
    """Parts of expressions, of which each is there once, however often it is asked for."""

    def __init__(self) -> None:
        self._same: dict[tuple[object, ...], Whole | Truth] = {}
        self._seen: dict[int, Whole | Truth] = {}
        self._kept: list[Whole | Truth] = []
        self._uses: Counter[int] = Counter()
        self._sizes: dict[int, int] = {}
        self._named: dict[int, str] = {}
        self._names: set[str] = set()
        self._steps: list[Step] = []

    def split(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Yield steps in which nothing large stands twice, each behind those that it needs."""
        alike = [(one.name, self._once(one.whole)) for one in steps]
        self._names = {name for name, _ in alike}
        for _, whole in alike:
            self._count(whole)
        for name, whole in alike:
            known = None if isinstance(whole, Const | Column) else self._named.setdefault(id(whole), name)
            ready = self._rewritten(whole, name) if known in (None, name) else Column(known)
            yield from self._steps
            self._steps.clear()
            yield Step(name, ready)

    def _once(self, of: Part) -> Part:
        """Give the one part that is the same; parts that are asked for by name alone stay as they are."""
        seen = self._seen.get(id(of))
        if seen is None:
            self._kept.append(of)
            inner = tuple(self._once(one) for one in beneath(of))
            key = (type(of), _own(of), *map(id, inner))
            seen = self._same.setdefault(key, made(of, inner))
            self._seen[id(of)] = seen
            self._seen[id(seen)] = seen
        return seen  # type: ignore[return-value]

    def _count(self, of: Whole | Truth) -> None:
        self._uses[id(of)] += 1
        if self._uses[id(of)] == 1:
            for one in beneath(of):
                self._count(one)
            self._sizes[id(of)] = sum(self._sizes[id(one)] for one in beneath(of)) or 1

    def _rewritten(self, of: Part, within: str) -> Part:
        """Write an expression with the columns of its own steps in place of what they hold."""
        inner: list[Whole | Truth] = [self._asked(one, within) for one in beneath(of)]
        if isinstance(of, Floor | Rest):
            inner = [self._stepped(one, within) for one in inner]
        return made(of, inner)

    def _asked(self, of: Part, within: str) -> Part:
        if self._uses[id(of)] < 2 or self._sizes[id(of)] <= SMALL or isinstance(of, Always):
            return self._rewritten(of, within)
        column = self._stepped(of, within)
        return column if isinstance(of, Sum | Product | Floor | Rest | Choose) else Same(column, UNIT)  # type: ignore[return-value]

    def _stepped(self, of: Whole | Truth, within: str) -> Whole:
        """Give the column that holds a part, worked out in a step of its own; of what is true 1, else 0."""
        if isinstance(of, Const | Column):
            return of
        if id(of) not in self._named:
            ready = self._rewritten(of, within)
            self._named[id(of)] = name = self._new(within)
            self._kept.append(of)
            self._steps.append(Step(name, _counted(ready)))
        return Column(self._named[id(of)])

    def _new(self, within: str) -> str:
        number = 1
        while f"{within}:{number}" in self._names:
            number += 1
        self._names.add(name := f"{within}:{number}")
        return name


def _counted(of: Whole | Truth) -> Whole:
    if isinstance(of, Const | Column | Sum | Product | Floor | Rest | Choose):
        return of
    return Choose(of, UNIT, NOTHING)


def _own(of: Whole | Truth) -> object:
    """Give what an expression holds besides its parts."""
    match of:
        case Const(value=value):
            return value
        case Column(name=name) | Known(name=name):
            return name
        case Always(holds=holds):
            return holds
        case Less(equal=equal):
            return equal
        case Floor(within=within):
            return within
        case _:
            return None
