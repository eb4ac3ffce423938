"""An indicator's score as a formula over the cells of a form: only where it is exact, else why there is none.

The formula says 待填 where something is missing, and leaves to the engine what it can't be sure of: another unit,
more decimals or larger numbers than it was made for, a value that printing puts on either side of a bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from jixiao.bulk.columns import Bounds, Range
from jixiao.bulk.emit.excel import MAX_WHOLE, Cells, fits, number_text, truth_text
from jixiao.bulk.emit.near import Loose, float_text, near_text
from jixiao.bulk.ratio import Ratio
from jixiao.bulk.rule import ABOVE, BELOW, LoweredRule, NotLowered, lowered
from jixiao.bulk.whole import Const, Truth
from jixiao.dataclass import dataclass
from jixiao.quantity import Unit
from jixiao.scoring.program.rule import Rule

OPEN = "待填"
BY_ENGINE = "由程序核算"
"""What a cell shows in place of a score."""
PLACES = {"万元": 4, "亿元": 8}
"""Decimals of a figure that a formula takes, by its unit: so many as come to whole 元; of other units 2."""
OTHER_PLACES = 2
WHOLE_ERROR = "1E-6"
"""More than a float of a workbook may be off a whole number that it stands for."""
HALF = Fraction(501, 1000)
"""A little more than half a unit of the last decimal: so far printing may be off."""
LARGEST = (10**11, 10**10, 10**9, 10**8, 10**7, 10**6, 10**5)
"""How large a figure may be, counted in its last decimal, the first with which nothing grows too large."""


@dataclass(frozen=True, slots=True)
class FigureCell:
    """Where a figure and the unit that it is given in stand in a workbook, and the unit that a formula takes it in."""

    value: str
    unit: str
    own: Unit

    @property
    def places(self) -> int:
        """How many decimals a formula takes."""
        return PLACES.get(self.own.name, OTHER_PLACES)

    @property
    def grain(self) -> Fraction:
        """What one of its last decimal is in base units."""
        return self.own.factor / Fraction(10**self.places)


def preview(rule: Rule, cells: Mapping[str, FigureCell]) -> str | None:
    """Give the formula of a rule's score, without =; None where the engine alone can say it."""
    wanted = rule.wanted
    if rule.formula is None or not all(name in cells and _is_counted(cells[name]) for name in wanted):
        return None
    ready = lowered(rule, {name: cells[name].grain for name in wanted})
    if isinstance(ready, NotLowered) or not ready.is_exact or not isinstance(ready.low.below, Const):
        return None
    most = _largest(ready)
    if most is None:
        return None
    text = _formula(rule, ready, {name: cells[name] for name in wanted}, most)
    return text if fits(text) else None


def _is_counted(cell: FigureCell) -> bool:
    """Whether a cell holds an amount; a rate may be typed in several ways, of which the engine knows."""
    return not cell.own.dimension.is_ratio


def _largest(ready: LoweredRule) -> int | None:
    """Give the largest figures with which no step of the formula is beyond what a workbook calculates exactly."""
    for most in LARGEST:
        columns = dict.fromkeys(ready.items, Range(0, most))
        bounds = Bounds(columns)
        for truth in (ready.exempt, ready.unsure, ready.undefined):
            bounds.look_at(truth)
        columns |= {ABOVE: bounds.of(ready.value.above), BELOW: bounds.of(ready.value.below)}
        bounds.of(ready.low.above)
        if bounds.widest <= MAX_WHOLE:
            return most
    return None


def _formula(rule: Rule, ready: LoweredRule, figures: Mapping[str, FigureCell], most: int) -> str:
    columns = {name: f"ROUND({one.value}*{10**one.places},0)" for name, one in figures.items()}
    sides = columns | {
        ABOVE: f"({number_text(ready.value.above, columns)})",
        BELOW: f"({number_text(ready.value.below, columns)})",
    }
    points = _points(ready.low, sides)
    score = f"IF({near_text(rule, _loose(figures), ready.value, sides)},{_said(BY_ENGINE)},{points})"
    without = _said(BY_ENGINE) if ready.without_value is None else float_text(ready.without_value)
    score = _when(ready.undefined, without, score, columns)
    score = _when(ready.exempt, float_text(ready.full), score, columns)
    score = _when(ready.unsure, _said(BY_ENGINE), score, columns)
    sure = f"AND({','.join(_taken(figures.values(), most))})"
    among = ",".join(one.value for one in figures.values())
    numbers, filled = f"COUNT({among})={len(figures)}", f"COUNTA({among})={len(figures)}"
    body = (
        f"IF({filled},IF({numbers},IF({sure},{score},{_said(BY_ENGINE)}),{_said(BY_ENGINE)}),{_said(OPEN)})"
    )
    return f"IFERROR({body},{_said(BY_ENGINE)})"


def _when(truth: Truth, then: str, otherwise: str, cells: Cells) -> str:
    text = truth_text(truth, cells)
    return otherwise if text == "FALSE" else f"IF({text},{then},{otherwise})"


def _points(points: Ratio, cells: Cells) -> str:
    above, below = number_text(points.above, cells), points.below
    assert isinstance(below, Const)
    return above if below.value == 1 else f"({above})/{below.value}"


def _taken(figures: Iterable[FigureCell], most: int) -> Iterator[str]:
    """Yield what must hold of the figures: the unit, the size, and that no decimal is lost."""
    for one in figures:
        yield f"{one.unit}={_said(one.own.name)}"
        yield f"{one.value}>=0"
        yield f"{one.value}*{10**one.places}<={most}"
        yield _has(one, one.places)


def _has(figure: FigureCell, places: int) -> str:
    """Write whether a figure has no more than so many decimals."""
    scaled = f"{figure.value}*{10**places}" if places else figure.value
    return f"ABS({scaled}-ROUND({scaled},0))<={WHOLE_ERROR}"


def _loose(figures: Mapping[str, FigureCell]) -> dict[str, Loose]:
    """Give each figure in base units, and half a unit of the last decimal that it shows; nothing where it shows none."""
    found = {}
    for name, one in figures.items():
        off = "0"
        for places in range(1, one.places + 1):
            last = float_text(HALF * one.own.factor / 10**places)
            off = f"IF({_has(one, places - 1)},{off},{last})"
        found[name] = Loose(f"({one.value}*{float_text(one.own.factor)})", off)
    return found


def _said(text: str) -> str:
    return f'"{text}"'
