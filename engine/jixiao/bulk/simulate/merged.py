"""The programs of many variants as one: what several share is worked out once.

The columns of a rule carry the number of its version, so that versions stand side by side. A sum of many columns, as
a total is, is the sum of those that all variants share and of the few that differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from jixiao.bulk.program import Amount, Step
from jixiao.bulk.simulate.renamed import renamed
from jixiao.bulk.walk import columns_in
from jixiao.bulk.whole import Column, Sum, Whole, plus
from jixiao.dataclass import dataclass, field, replace

MANY = 4
"""A sum of more columns than that is taken apart into what all share and what differs."""


@dataclass(frozen=True, slots=True)
class RuleColumns:
    """One version of an indicator: its steps, and the columns of its lowest and highest score, in units or as ratios.

    `engine`: the column that is more than 0 where the engine has to look; "" where it never has. `outside`: whether
    whoever runs it brings the scores.
    """

    unit: int
    steps: tuple[Step, ...]
    low: Amount
    high: Amount
    engine: str = ""
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """One variant: the version of each indicator, and its own steps to the total, which is the sum of its amounts.

    `engine`: columns of which one that is more than 0 means that the engine has to look. `grades`: a column whose bits
    tell the grades that are possible; "" where the total decides.
    """

    unit: int
    rules: tuple[int, ...]
    steps: tuple[Step, ...]
    low: tuple[Amount, ...]
    high: tuple[Amount, ...]
    engine: tuple[str, ...]
    grades: str = ""

    @property
    def asked(self) -> set[str]:
        """The columns that are read off in the end."""
        amounts = (one for amount in (*self.low, *self.high) for one in (amount.above, amount.below))
        return {*amounts, *self.engine, self.grades}


@dataclass(frozen=True, slots=True)
class Merged:
    """Many variants as one program: versions of rules, steps that several totals share, and the totals."""

    rules: tuple[RuleColumns, ...]
    shared: tuple[Step, ...]
    totals: tuple[Total, ...]


def merged(rules: Sequence[RuleColumns], totals: Sequence[Total]) -> Merged:
    """Merge variants: equal steps of their totals are one, and what nobody asks for is left out."""
    pool = _Pool(_common(totals))
    every = _with_common_engine([pool.canonical(one) for one in totals], pool)
    uses = Counter(step.name for one in every for step in one.steps)
    shared = {name for name, count in uses.items() if count > 1}
    asked = {*pool.always, *shared}
    own = tuple(
        replace(one, steps=tuple(step for step in one.steps if step.name not in asked)) for one in every
    )
    return Merged(tuple(rules), tuple(step for step in pool.steps if step.name in asked), own)


def _common(totals: Sequence[Total]) -> dict[str, frozenset[Whole]]:
    """Give, by the name of a long sum, the parts that all variants add up in it."""
    found: dict[str, frozenset[Whole]] = {}
    for one in totals:
        local = {step.name for step in one.steps}
        for step in one.steps:
            if _is_long(step.whole):
                parts = frozenset(part for part in _parts(step.whole) if local.isdisjoint(columns_in(part)))
                found[step.name] = found.get(step.name, parts) & parts
    return {name: parts for name, parts in found.items() if len(parts) > 1}


def _is_long(whole: Whole) -> bool:
    return isinstance(whole, Sum) and MANY < len(whole.parts) == len(set(whole.parts))


def _parts(whole: Whole) -> tuple[Whole, ...]:
    return whole.parts if isinstance(whole, Sum) else (whole,)


def _with_common_engine(totals: Sequence[Total], pool: _Pool) -> list[Total]:
    """Put one column in the place of those by which the engine has to look in all variants."""
    common = set.intersection(*(set(one.engine) for one in totals))
    if len(common) < 2 or len(totals) < 2:
        return list(totals)
    added = pool.added(map(Column, sorted(common)))
    return [
        replace(one, engine=(added, *(name for name in one.engine if name not in common))) for one in totals
    ]


@dataclass(slots=True)
class _Pool:
    """The steps of all variants by what they come to."""

    common: Mapping[str, frozenset[Whole]]
    names: dict[Whole, str] = field(default_factory=dict)
    always: set[str] = field(default_factory=set)
    """Steps that are worked out for all."""

    @property
    def steps(self) -> Iterable[Step]:
        """The steps in the order in which they were first asked for."""
        return (Step(name, whole) for whole, name in self.names.items())

    def name_of(self, whole: Whole) -> str:
        """Give the name of the step that comes to this."""
        return self.names.setdefault(whole, f"步骤{len(self.names) + 1}")

    def added(self, parts: Iterable[Whole]) -> str:
        """Give the name of a sum that is worked out for all."""
        name = self.name_of(plus(*parts))
        self.always.add(name)
        return name

    def canonical(self, total: Total) -> Total:
        """Give a total over steps by their common names, without those that nobody asks for."""
        names: dict[str, str] = {}
        steps: dict[str, Step] = {}
        for step in total.steps:
            whole = renamed(self._apart(step), names)
            if isinstance(whole, Column):
                names[step.name] = whole.name
            else:
                name = names[step.name] = self.name_of(whole)
                steps[name] = Step(name, whole)
        low, high = (
            tuple(Amount(names.get(one.above, one.above), names.get(one.below, one.below)) for one in ends)
            for ends in (total.low, total.high)
        )
        engine = tuple(names.get(one, one) for one in total.engine)
        made = Total(total.unit, total.rules, (), low, high, engine, names.get(total.grades, total.grades))
        return replace(made, steps=_reached(steps, made.asked))

    def _apart(self, step: Step) -> Whole:
        common = self.common.get(step.name, frozenset())
        if not common or not _is_long(step.whole):
            return step.whole
        parts = _parts(step.whole)
        shared = self.added(one for one in parts if one in common)
        return plus(Column(shared), *(one for one in parts if one not in common))


def _reached(steps: Mapping[str, Step], asked: set[str]) -> tuple[Step, ...]:
    """Give the steps that what is asked hangs on, in order."""
    found = set(asked)
    for name in reversed(list(steps)):
        if name in found:
            found.update(columns_in(steps[name].whole))
    return tuple(step for name, step in steps.items() if name in found)
