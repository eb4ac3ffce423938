"""What a program is made with: its steps so far, the unit of its points, and how large its columns may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import lcm

from jixiao.bulk.columns import Bounds, Range
from jixiao.bulk.exact import RuleScore
from jixiao.bulk.formula import Grains
from jixiao.bulk.program import NotLowered, Step, TableProgram
from jixiao.bulk.row import RowRule
from jixiao.bulk.whole import Const, Truth, Whole
from jixiao.dataclass import dataclass, field
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule

MOST = 2**62
"""No number on the way is larger: so that two of them can be added, in 64 bits."""
LARGEST = 10**15
"""How large a column's numbers may be at best."""
LOOSEST = Range(0, 10**6)
"""By how many halves of a unit a figure may be off that a row brings."""
MOST_POINTS = 10**6
"""More points than any score has, either side of nothing."""
HUNDREDTHS = 100
MOST_PARTS = 10**9
"""Into how many parts a unit is divided at most for the sake of what is left out."""
MOST_LEAVING = 8
"""Most indicators that may be left out whose every combination is reckoned with."""


@dataclass(frozen=True, slots=True)
class Outside:
    """A rule whose scores are brought for each row; or are the same for all, since rows have nothing of it."""

    rule: Rule
    why: NotLowered
    constant: RuleScore | None = None


Lowered = Sequence[RowRule | Outside]
"""The rules of a table, in its order."""


@dataclass(slots=True)
class Making:
    """A program as it is made."""

    grains: Grains
    unit: int
    steps: list[Step] = field(default_factory=list)
    engine: list[Truth] = field(default_factory=list)
    """Where the engine has to look."""

    def step(self, name: str, whole: Whole) -> str:
        """Add a step; give its name."""
        self.steps.append(Step(name, whole))
        return name

    def units(self, points: Fraction) -> Const:
        """Give points in units, of which they are a whole number."""
        counted = points * self.unit
        assert counted.denominator == 1
        return Const(int(counted))


def limits_of(program: TableProgram) -> dict[str, Range]:
    """Give between what the columns lie that rows bring to a program."""
    points = MOST_POINTS * program.unit
    limits = dict.fromkeys(program.columns(), Range(-points, points)) | dict.fromkeys(program.loose, LOOSEST)
    return limits | dict.fromkeys(program.grains, Range(-program.largest, program.largest))


def ranges_of(steps: Iterable[Step], columns: Mapping[str, Range]) -> Bounds:
    """Give the bounds of all steps over columns of known ranges."""
    known = dict(columns)
    bounds = Bounds(known)
    for step in steps:
        known[step.name] = bounds.of(step.whole)
    return bounds


def largest_with(widest: Callable[[int], int]) -> int:
    """Give the largest power of ten with which nothing grows too large; 0 where there is none."""
    most = LARGEST
    while most and widest(most) > MOST:
        most //= 10
    return most


def unit_of(program: Program, lowered: Lowered) -> int:
    """Give into how many units a point is divided, so that whatever is not a ratio is so many of them."""
    rows = [one for one in lowered if isinstance(one, RowRule)]
    outside = [one for one in lowered if isinstance(one, Outside)]
    points = [rule.indicator.points for rule in program.rules]
    points += [bound.points for bound in program.settlement.bounds]
    points += [one.points for ceiling in program.settlement.ceilings for one in ceiling.rule.ruled]
    points += [veto.effect.most for veto in program.settlement.vetoes]
    points += [lowest for _, lowest in program.ruleset.grades]
    points += [end for one in outside if one.constant for end in (one.constant.low, one.constant.high)]
    below = [one.below.value for row in rows for one in (row.low, row.high) if isinstance(one.below, Const)]
    unit = lcm(*(one.denominator for one in points), *below)
    if any(not row.in_units for row in rows) or any(one.constant is None for one in outside):
        unit = lcm(unit, HUNDREDTHS)
    return unit * (parts_for_rests(program, lowered) or 1)


def leaving(lowered: Lowered) -> list[int]:
    """Give the places of the indicators that some row leaves out of the total."""
    return [at for at, one in enumerate(lowered) if isinstance(one, RowRule) and one.may_leave]


def parts_for_rests(program: Program, lowered: Lowered) -> int | None:
    """Give how finely a unit is divided so that totals scaled up for what is left out are whole; None where that can't be.

    It can where the total is nothing but the sum, and few are left out.
    """
    leaves = leaving(lowered)
    if not leaves:
        return 1
    if not program.settlement.is_plain or len(leaves) > MOST_LEAVING:
        return None
    points = [rule.indicator.points for rule in program.rules]
    whole = sum(points, Fraction(0))
    parts = 1
    for left in product((False, True), repeat=len(leaves)):
        rest = whole - sum((points[at] for at, out in zip(leaves, left, strict=True) if out), Fraction(0))
        if rest:
            parts = lcm(parts, (whole / rest).denominator)
    return parts if parts <= MOST_PARTS else None
