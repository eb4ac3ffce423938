"""The checks of a table's items and of the rules as one program of whole numbers over rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from jixiao.audit.checks.compiled import CompiledCheck
from jixiao.audit.checks.through import sums_of
from jixiao.bulk.checks.figures import Columns, FigureSteps, last_place
from jixiao.bulk.checks.relation import lowered_relation
from jixiao.bulk.checks.result import CheckCode
from jixiao.bulk.checks.ways import Way, change_ways, ways_of
from jixiao.bulk.columns import Range
from jixiao.bulk.formula import value_of
from jixiao.bulk.making import largest_with, ranges_of
from jixiao.bulk.program import Step
from jixiao.bulk.walk import columns_in
from jixiao.bulk.whole import Const, Known, Whole, choose, every, same
from jixiao.dataclass import dataclass
from jixiao.language.formula import Expression, Name, names
from jixiao.language.formula.tree import Arithmetic
from jixiao.model.check import Check
from jixiao.model.diagnostic import Place
from jixiao.model.ruleset import Item

MOST_RATE = 10**7
"""How large the number of a rate is at most, either side of nothing: 100,000 % with two decimals."""
_IN_ROWS = Place("核查")
"""Where a check stands that follows from what the columns are called."""


@dataclass(frozen=True)
class CheckColumn:
    """One check, and what it comes to on a row: a `CheckCode`, over columns and steps.

    `steps`: those that it hangs on. `columns`: of the items that it is about.
    """

    check: Check
    code: Whole
    steps: tuple[Step, ...]
    columns: Columns

    @cached_property
    def largest(self) -> dict[str, int]:
        """How large the number of each item may be, either side of nothing, so that none grows beyond 64 bits."""
        places = {last_place(name): Range(0, one.whole) for name, one in self.columns.items()}

        def widest(most: int) -> int:
            within = {name: Range(-one, one) for name, one in self._within(most).items()}
            bounds = ranges_of(self.steps, places | within)
            bounds.of(self.code)
            return bounds.widest

        return self._within(largest_with(widest))

    def _within(self, most: int) -> dict[str, int]:
        rates = {name for name, one in self.columns.items() if one.unit.dimension.is_ratio}
        return {name: min(most, MOST_RATE) if name in rates else most for name in self.columns}


@dataclass(frozen=True, slots=True)
class CheckProgram:
    """Checks made ready for rows: steps, worked out in their order, and a column of each check.

    `not_asked`: checks of which rows lack a column that they need.
    """

    columns: Columns
    steps: tuple[Step, ...]
    checks: tuple[CheckColumn, ...]
    not_asked: tuple[Check, ...] = ()


def lower_checks(
    checks: Iterable[CompiledCheck], items: Mapping[str, Item], columns: Columns
) -> CheckProgram:
    """Lower checks to columns of figures; those that follow from changes among the columns are added."""
    every_check = tuple(checks)
    figures, sums = FigureSteps(columns), sums_of(every_check)
    found = [(one.check, tuple(ways_of(one, columns.keys(), sums))) for one in every_check]
    found += [(ways[0].check.check, ways) for ways in change_ways(columns.keys(), items, _IN_ROWS) if ways]
    codes = [(check, _code(ways, figures)) for check, ways in found if ways]
    steps = tuple(figures.steps)
    lowered = tuple(_column(check, code, steps, columns) for check, code in codes)
    return CheckProgram(columns, steps, lowered, tuple(check for check, ways in found if not ways))


def _column(check: Check, code: Whole, steps: Sequence[Step], columns: Columns) -> CheckColumn:
    asked = set(columns_in(code))
    own: list[Step] = []
    for step in reversed(steps):
        if step.name in asked:
            own.insert(0, step)
            asked.update(columns_in(step.whole))
    items = {name: one for name, one in columns.items() if name in asked}
    return CheckColumn(check, code, tuple(own), items)


def _code(ways: Iterable[Way], figures: FigureSteps) -> Whole:
    code: Whole = Const(int(CheckCode.NO_FIGURES))
    for way in reversed(tuple(ways)):
        code = choose(way.when, _told(way, figures), code)
    return code


def _told(way: Way, figures: FigureSteps) -> Whole:
    """Give what a relation comes to; where it fails and what may make up for that is all stated and enough, so."""
    relation = lowered_relation(way.check, way.tree, figures.of(names(way.tree)))
    wanted = tuple(one.text for one in way.check.check.made_up_by)
    if not wanted or not figures.brings(wanted):
        return relation.code
    code = figures.named(relation.code)
    made = value_of(_sum(wanted), figures.of(wanted).grains)
    enough = relation.gap.below_value(made.ratio, equal=True)
    whole = every(same(code, Const(int(CheckCode.FAILS))), enough, *map(Known, wanted))
    return choose(whole, Const(int(CheckCode.MADE_UP)), code)


def _sum(wanted: tuple[str, ...]) -> Expression:
    first, *others = wanted
    tree: Expression = Name(first)
    for name in others:
        tree = Arithmetic("+", tree, Name(name))
    return tree
