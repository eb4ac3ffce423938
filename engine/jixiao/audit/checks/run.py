"""Run checks over what a project's papers state."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from itertools import product

from jixiao.audit.checks.compiled import CompiledCheck
from jixiao.audit.checks.relation import Comparing, Verdict
from jixiao.audit.stated import Stated, finest
from jixiao.dataclass import dataclass
from jixiao.model.check import CheckResult
from jixiao.quantity import PLAIN, Printed, Quantity, side_by_side

MAX_COMBINATIONS = 512
"""Most combinations of disputed values tried; beyond, the check is not decidable."""

Lookup = Callable[[str], tuple[Stated, ...]]
"""The values stated of an item."""
Taken = Mapping[str, Stated]
"""One value of each item."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a check came out over all values that are stated.

    `taken` and `comparing` are the combination that shows it best: the adopted values, or the first;
    `fitting` are the combinations that satisfy the check where others do not.
    """

    compiled: CompiledCheck
    result: CheckResult
    taken: Taken
    comparing: Comparing = Comparing(Verdict.UNDEFINED)
    fitting: tuple[Taken, ...] = ()
    absent: tuple[str, ...] = ()
    """Items without a figure; for a decided check those that counted as 0."""
    stated: tuple[Stated, ...] = ()
    """Every value that was tried, also those that are not in `taken`."""

    @property
    def disputed(self) -> tuple[str, ...]:
        """Items of which another value would have satisfied the check."""
        return tuple(
            name
            for name, one in self.taken.items()
            if self.fitting and all(other[name] != one for other in self.fitting)
        )


def run_check(compiled: CompiledCheck, lookup: Lookup) -> Ran:
    """Compare every combination of the values stated of a check's items.

    What a figure printed coarsely would allow is no excuse where it is printed finely elsewhere;
    only what restates a result may be worked out from either.
    """
    found = {name: lookup(name) for name in compiled.names}
    absent = tuple([name for name, values in found.items() if not values])
    if not compiled.needed.isdisjoint(absent) or len(absent) == len(found):
        first = {name: values[0] for name, values in found.items() if values}
        missing = tuple([name for name in absent if name in compiled.needed])
        return Ran(compiled, CheckResult.NO_FIGURES, first, absent=missing or absent)
    for name in absent:
        found[name] = (_nothing(name),)
    size = 1
    for values in found.values():
        size *= len(values)
    if size > MAX_COMBINATIONS:
        first = {name: values[0] for name, values in found.items() if name not in absent}
        return Ran(compiled, CheckResult.UNDECIDED, first)
    every = tuple([one for values in found.values() for one in values])
    ran = _draw_together(compiled, _ways(found), absent, every)
    if size > 1 and not compiled.restates and ran.result in (CheckResult.HOLDS, CheckResult.DISPUTED):
        fine = {name: finest(values) for name, values in found.items()}
        strict = ran if fine == found else _draw_together(compiled, _ways(fine), absent, every)
        ran = strict if strict.result is CheckResult.FAILS else ran
    return ran


def _ways(found: Mapping[str, tuple[Stated, ...]]) -> list[dict[str, Stated]]:
    """Give every combination of one value of each item."""
    return [dict(zip(found, values, strict=True)) for values in product(*found.values())]


def _nothing(name: str) -> Stated:
    return Stated(name, Quantity(Fraction(0), PLAIN), Printed(Fraction(0)))


def _draw_together(
    compiled: CompiledCheck, ways: list[dict[str, Stated]], absent: tuple[str, ...], every: tuple[Stated, ...]
) -> Ran:
    several = {one.name for one in every if any(one != other and one.name == other.name for other in every)}
    compared = [(way, _compare(compiled, way, several)) for way in ways]
    defined = [pair for pair in compared if pair[1].verdict is not Verdict.UNDEFINED]
    if not defined:
        return Ran(compiled, CheckResult.UNDECIDED, ways[0], absent=absent, stated=every)
    chosen, comparing = defined[0]
    fitting = tuple([way for way, one in defined if one.verdict is Verdict.HOLDS])
    if len(fitting) == len(defined):
        return Ran(compiled, CheckResult.HOLDS, chosen, comparing, absent=absent, stated=every)
    if fitting:
        return Ran(compiled, CheckResult.DISPUTED, chosen, comparing, fitting, absent, every)
    beside = next((pair for pair in defined if pair[1].verdict is Verdict.ROUNDING), None)
    if beside is not None:
        return Ran(compiled, CheckResult.ROUNDING, *beside, absent=absent, stated=every)
    return Ran(compiled, CheckResult.FAILS, chosen, comparing, absent=absent, stated=every)


def _compare(compiled: CompiledCheck, taken: Taken, several: Collection[str]) -> Comparing:
    """Compare one value of each item; `several`: items that are stated in several ways, so perhaps rounded in one."""
    beside = {name: (one.quantity, one.printed) for name, one in taken.items()}
    exact = side_by_side(beside)
    printed = {name: one.printed if name in several else exact[name] for name, one in taken.items()}
    return compiled.relation.compare(printed, compiled.widened, compiled.restates)
