"""A value near a bound: what else it may be, as its figures are printed, and earn otherwise.

23.18 on 231.78 is 10.0009 %, but of figures that are printed so it may be 9.9985 % too. Where the score jumps between
the two nobody can say which it is; where it only slopes, it is what the printed figures give. So it is where they
give the bound itself: figures that are printed alike are meant alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise, product
from math import ceil, floor

from jixiao.curve.stretch import Stretch
from jixiao.dataclass import dataclass
from jixiao.language.formula import Name
from jixiao.language.formula.calculate import Undefined
from jixiao.model.case import Statement
from jixiao.model.evaluation import Figure
from jixiao.quantity import Quantity, as_printed
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.earning import Earning, Stair
from jixiao.scoring.scale.said import OWN
from jixiao.scoring.scale.scale import Earned, Scale, stretch_at

Figures = Mapping[str, Figure | Statement]
"""What each item of a formula is taken to be, or the indicator's own value, as it is printed."""
MAX_CUTS = 16
"""Most steps of a stair looked at one by one between two ends; one with more is too fine to be told apart."""
MAX_LOOSE = 6
"""Most figures of a formula moved within their printing; a value of more is taken as it is printed."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """A value that may be meant as well, and the bound beyond which it lies."""

    value: Fraction
    bound: Fraction

    @property
    def is_below(self) -> bool:
        """Whether it lies below the bound."""
        return self.value < self.bound


def nearby(rule: Rule, value: Fraction, figures: Figures) -> tuple[Nearby, ...]:
    """Give what else the value of some figures may be, one for each stretch of which a jump of the score parts it."""
    ends = _span(rule, figures)
    if ends is None:
        return ()
    scales = tuple(_scales(rule))
    cuts = sorted({cut for scale in scales for cut in _cuts(scale, *ends)} - {value})
    below = [ends[0], *(cut for cut in cuts if cut < value), value]
    above = [value, *(cut for cut in cuts if cut > value), ends[1]]
    return (*_beyond(scales, below[::-1]), *_beyond(scales, above))


def _span(rule: Rule, figures: Figures) -> tuple[Fraction, Fraction] | None:
    """Give the lowest and the highest value that printing allows; None where there is just one.

    A value that is only stated is meant as it stands, and so is a figure that is exact (`Quantity.is_rounded`).
    Every operand of a formula moves its value one way only, so that the ends are at the ends of the operands.
    """
    if rule.value is None or isinstance(rule.formula, Name):
        return None
    if not 0 < sum(one.quantity.is_rounded for one in figures.values()) <= MAX_LOOSE:
        return None
    corners = product(*(_ends(one.quantity) for one in figures.values()))
    values = [rule.value(dict(zip(figures, corner, strict=True))) for corner in corners]
    known = [value for value in values if not isinstance(value, Undefined)]
    return (min(known), max(known)) if len(known) == len(values) else None


def _ends(quantity: Quantity) -> tuple[Fraction, ...]:
    return as_printed(quantity).ends if quantity.is_rounded else (quantity.base,)


def _scales(rule: Rule) -> Iterator[Scale]:
    """Yield what the value earns, for every way to read the sentence and each of its terms that takes the value."""
    for way in rule.meaning.ways:
        yield from (term.scale for term in way.terms if term.scale and term.name == OWN)


def _cuts(scale: Scale, low: Fraction, high: Fraction) -> Iterator[Fraction]:
    """Yield where a scale may jump strictly between two values."""
    for stretch in scale:
        yield from (end for end in stretch.ends if low < end < high)
        for stair in _stairs(stretch.what):
            yield from _grid(stair, stretch, low, high)


def _stairs(earned: Earned) -> Iterator[Stair]:
    yield from (one for one in (earned.earns, earned.least) if isinstance(one, Stair))


def _grid(stair: Stair, stretch: Stretch[Earned], low: Fraction, high: Fraction) -> Iterator[Fraction]:
    """Yield the values strictly between two others at which a stair has a step; none where there are too many."""
    low = low if stretch.low is None else max(low, stretch.low)
    high = high if stretch.high is None else min(high, stretch.high)
    if low >= high:
        return
    first, last = sorted(((low - stair.origin) / stair.step, (high - stair.origin) / stair.step))
    steps = range(floor(first) + 1, ceil(last))
    if len(steps) <= MAX_CUTS:
        yield from (stair.origin + step * stair.step for step in steps)


def _beyond(scales: Sequence[Scale], outwards: Sequence[Fraction]) -> Iterator[Nearby]:
    """Yield a value of each stretch beyond a jump: `outwards` are the value, the bounds behind it, and the end."""
    bound = None
    for (start, cut), (_, stop) in pairwise(pairwise(outwards)):
        here, there = (start + cut) / 2, (cut + stop) / 2
        if bound is None and any(jumps(scale, cut, here, there) for scale in scales):
            bound = cut
        if bound is not None:
            yield Nearby(there, bound)


def jumps(scale: Scale, cut: Fraction, here: Fraction, there: Fraction) -> bool:
    """Whether what a scale earns on either side of a bound does not meet there."""
    one, other = stretch_at(scale, here).what, stretch_at(scale, there).what
    return one.decides != other.decides or _limits(one, cut, here) != _limits(other, cut, there)


def _limits(earned: Earned, cut: Fraction, beside: Fraction) -> tuple[Fraction | Undefined, ...]:
    """Give the points that a stretch comes to at a bound, and the lowest of them; `beside` is a value of it."""
    least = earned.earns if earned.least is None else earned.least
    return tuple(_limit(one, earned, cut, beside) for one in (earned.earns, least))


def _limit(earns: Earning, earned: Earned, cut: Fraction, beside: Fraction) -> Fraction | Undefined:
    points = earns.at(beside) if isinstance(earns, Stair) else earns.at(cut)
    return points if isinstance(points, Undefined) else earned.hold(points)
