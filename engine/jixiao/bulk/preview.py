"""An indicator's score as a formula over the cells of a form: only where it is exact.

Where the sentence can be read in several ways the cell shows from where to where the score lies. It says
待填 where something is missing, and leaves to the engine what it can't be sure of: another unit, more decimals or
larger numbers than it was made for, a value that printing puts on either side of a bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from jixiao.bulk.columns import Bounds, Range
from jixiao.bulk.emit.dialect import Cells
from jixiao.bulk.emit.excel import MAX_WHOLE, fits, number_text, truth_text
from jixiao.bulk.emit.near import Loose, float_text, loosely, near_text
from jixiao.bulk.program import NotLowered
from jixiao.bulk.ratio import Ratio
from jixiao.bulk.rule import ABOVE, BELOW, LoweredRule, lowered
from jixiao.bulk.scale import Case
from jixiao.bulk.whole import UNIT, Column, Truth
from jixiao.dataclass import dataclass
from jixiao.model.preview import BY_ENGINE, OPEN, ScorePreview
from jixiao.quantity import Unit, is_counted, is_to_the_cent
from jixiao.scoring.program.rule import Rule

PLACES = {"万元": 4, "亿元": 8}
"""Decimals of a figure that a formula takes, by its unit: so many as come to whole 元; of other units
2, of what is counted none."""
OTHER_PLACES = 2
WHOLE_ERROR = "1E-6"
"""More than a float of a workbook may be off a whole number that it stands for."""
SHOWN = 4
"""Decimals that are shown of a score that lies between two."""
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
    sure: str = "TRUE"
    """A condition without which the figure is not all that is said."""

    @property
    def places(self) -> int:
        """How many decimals a formula takes."""
        return 0 if is_counted(self.own) else PLACES.get(self.own.name, OTHER_PLACES)

    @property
    def grain(self) -> Fraction:
        """What one of its last decimal is in base units."""
        return self.own.factor / Fraction(10**self.places)


STEPS = ("分子", "分母", "数值", "印刷余地", "最低", "最高")
"""What the steps are, in their order."""


def preview(rule: Rule, cells: Mapping[str, FigureCell]) -> ScorePreview | None:
    """Give the formulas of a rule's score; None where the engine alone can say it."""
    wanted = rule.wanted
    if rule.formula is None or not all(name in cells and _is_counted(cells[name]) for name in wanted):
        return None
    grains = {name: cells[name].grain for name in wanted}
    for most in LARGEST:
        bounds = Bounds(dict.fromkeys(wanted, Range(0, most)))
        ready = lowered(rule, grains, bounds)
        if isinstance(ready, NotLowered):
            return None
        if _widest(ready, bounds) <= MAX_WHOLE:
            found = _formulas(rule, ready, {name: cells[name] for name in wanted}, most)
            return found if all(map(fits, (found.score, *found.steps))) else None
    return None


def _is_counted(cell: FigureCell) -> bool:
    """Whether a cell holds an amount; a rate may be typed in several ways, of which the engine knows."""
    return not cell.own.dimension.is_ratio


def _widest(ready: LoweredRule, columns: Bounds) -> int:
    """Give the largest size of anything that a formula works out on the way."""
    for truth in (ready.exempting.certain, ready.exempting.unsure, ready.undefined):
        columns.look_at(truth)
    sides = Bounds(
        {ABOVE: columns.of(ready.value.above), BELOW: columns.of(ready.value.below), **columns.known}
    )
    for case in ready.cases:
        sides.look_at(case.when)
        for points in (one for way in case.points for one in way):
            sides.of(points.above)
            sides.of(points.below)
    return max(columns.widest, sides.widest)


def _formulas(rule: Rule, ready: LoweredRule, figures: Mapping[str, FigureCell], most: int) -> ScorePreview:
    assert rule.formula is not None
    columns = {name: f"ROUND({one.value}*{10**one.places},0)" for name, one in figures.items()}
    sides = columns | {ABOVE: "{0}", BELOW: "{1}"}
    loose = loosely(rule.formula, _loose(figures))
    value = Ratio(Column(ABOVE), Column(BELOW))
    steps = (
        number_text(ready.value.above, columns),
        number_text(ready.value.below, columns),
        loose.value,
        loose.off,
        _cases(ready.cases, 0, sides),
        _cases(ready.cases, 1, sides),
    )
    between = f'ROUND({{4}},{SHOWN})&"～"&ROUND({{5}},{SHOWN})'
    score = f"IF({near_text(rule, Loose('{2}', '{3}'), value, sides)},{_said(BY_ENGINE)},IF({{4}}={{5}},{{4}},{between}))"
    without = _said(BY_ENGINE) if ready.without_value is None else float_text(ready.without_value)
    score = _when(ready.undefined, without, score, columns)
    score = _when(ready.exempting.certain, float_text(ready.full), score, columns)
    score = _when(ready.exempting.unsure, _said(BY_ENGINE), score, columns)
    sure = f"AND({','.join(_taken(figures.values(), most))})"
    among = ",".join(one.value for one in figures.values())
    numbers, filled = f"COUNT({among})={len(figures)}", f"COUNTA({among})={len(figures)}"
    body = (
        f"IF({filled},IF({numbers},IF({sure},{score},{_said(BY_ENGINE)}),{_said(BY_ENGINE)}),{_said(OPEN)})"
    )
    return ScorePreview(f"IFERROR({body},{_said(BY_ENGINE)})", steps)


def _when(truth: Truth, then: str, otherwise: str, cells: Cells) -> str:
    text = truth_text(truth, cells)
    return otherwise if text == "FALSE" else f"IF({text},{then},{otherwise})"


def _cases(cases: Sequence[Case], end: int, cells: Cells) -> str:
    """Write the lowest (0) or the highest (1) score where a value lies.

    A quotient of whole numbers comes out as near as a workbook can hold it, so that the smallest of several is the
    smallest.
    """
    text = ""
    for case in reversed(cases):
        points = _best(("MIN", "MAX")[end], [way[end] for way in case.points], cells)
        text = f"IF({truth_text(case.when, cells)},{points},{text})" if text else points
    return text


def _best(name: str, ways: Sequence[Ratio], cells: Cells) -> str:
    texts = tuple(dict.fromkeys(_points(one, cells) for one in ways))
    return texts[0] if len(texts) == 1 else f"{name}({','.join(texts)})"


def _points(points: Ratio, cells: Cells) -> str:
    above = number_text(points.above, cells)
    return above if points.below == UNIT else f"({above})/({number_text(points.below, cells)})"


def _taken(figures: Iterable[FigureCell], most: int) -> Iterator[str]:
    """Yield what must hold of the figures: the unit, the size, and that no decimal is lost."""
    for one in figures:
        yield one.sure
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
            exact = is_to_the_cent(one.own, places)
            last = "0" if exact else float_text(HALF * one.own.factor / 10**places)
            off = f"IF({_has(one, places - 1)},{off},{last})"
        found[name] = Loose(f"({one.value}*{float_text(one.own.factor)})", off)
    return found


def _said(text: str) -> str:
    return f'"{text}"'
