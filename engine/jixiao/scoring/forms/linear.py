"""Linear: full marks at one value, none at another, a straight line between.

达到20%的得5分，低于10%的不得分，在两者之间的按比例计分。
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar

from jixiao.curve.line import ZERO, Line
from jixiao.curve.stretch import Stretch
from jixiao.dataclass import dataclass, field
from jixiao.language.error import LanguageError
from jixiao.language.standard import Amount, Clause, End, InProportion, Interval, PointsSpan, Words
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Earned, Said
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.amounts import amount_text, earning_text
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.intervals import write_end
from jixiao.scoring.words.wording import interpolates

_AMONG = re.compile("之间|其间|期间|中间|两者间|区间")
"""Words for what lies between two corners."""


@dataclass(frozen=True, slots=True)
class Corner:
    """One of the values between which the score runs, and what it earns."""

    end: End
    points: Fraction
    clause: str = field(default="", compare=False)

    @property
    def at(self) -> Fraction:
        """The value, in base units."""
        return self.end.amount.base


@dataclass(frozen=True, slots=True)
class Linear(FormDefaults):
    """Through `corners`, the lowest value first, on straight lines; beyond both ends what these earn.

    `open_below`: whether the sentence does not say what lies below the lowest.
    """

    points: Fraction
    corners: tuple[Corner, ...]
    open_below: bool = False
    clause: str = field(default="", compare=False)

    code: ClassVar[str] = "linear"
    title: ClassVar[str] = "两点之间按比例"
    takes: ClassVar[Takes] = Takes.VALUE

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        first, last = self.corners[0], self.corners[-1]
        scale = [Stretch(None, first.at, False, not self.open_below, self._below(first))]
        for low, high in pairwise(self.corners):
            between = Earned(_line(low, high), Said(Message.BETWEEN_CORNERS, self.clause), Part(self.clause))
            scale.append(
                Stretch(low.at, high.at, low is first and self.open_below, high is not last, between)
            )
        scale.append(Stretch(last.at, None, True, False, _beyond(last)))
        return (Term(self.takes, self.points, tuple(scale)),)

    def _below(self, corner: Corner) -> Earned:
        """Give what lies below the lowest corner; where nothing is said of it, anything from none to what that earns."""
        if not self.open_below:
            return _beyond(corner)
        return Earned(Line(corner.points), Said(Message.GAP, unit=corner.end.amount.unit), None, ZERO)

    def amounts(self) -> tuple[Amount, ...]:
        return tuple(corner.end.amount for corner in self.corners)

    def canonical(self) -> str:
        first, *inner, last = self.corners
        written = [f"{write_end(last.end, '≥', '>')}的，{earning_text(last.points, self.points)}"]
        points = [*reversed(inner), *([first] if self.open_below else [])]
        written += [
            f"={amount_text(one.end.amount)}的，{earning_text(one.points, self.points)}" for one in points
        ]
        if not self.open_below:
            written.append(f"{write_end(first.end, '≤', '<')}的，{earning_text(first.points, self.points)}")
        return "；".join(
            [*written, "在两者之间的，按线性插值法计分" if points else "在两者之间的，按比例计分"]
        )

    def parts(self) -> tuple[Part, ...]:
        corners = (Part(corner.clause) for corner in reversed(self.corners))
        return tuple(dict.fromkeys((*corners, Part(self.clause))))


def _beyond(corner: Corner) -> Earned:
    return Earned(Line(corner.points), Said(Message.CORNER, corner.clause), Part(corner.clause))


def _line(low: Corner, high: Corner) -> Line:
    slope = (high.points - low.points) / (high.at - low.at)
    return Line(low.points - slope * low.at, slope)


def recognise(clauses: tuple[Clause, ...], context: Context) -> Linear | None:
    """Claim comparisons with points, and what lies between them by proportion.

    The outermost are open-ended; what stands between is a number, and all must be told to lie on lines.
    """
    middles = [clause for clause in clauses if _computed(clause, context)]
    if len(middles) != 1 or len(clauses) < 3:
        return None
    found = [_corner(clause, context) for clause in clauses if clause is not middles[0]]
    corners = sorted((corner for corner in found if corner is not None), key=lambda corner: corner[1].at)
    if len(corners) < len(found) or not _between(middles[0], [corner for _, corner in corners], context):
        return None
    sides, row = [side for side, _ in corners], tuple(corner for _, corner in corners)
    if len(row) == 2 and set(sides) == {"low", "high"} and (sides[0] == "high" or row[0].at == row[1].at):
        raise LanguageError("两个界限之间没有可以按比例计分的范围", middles[0].span.start)
    if len({corner.at for corner in row}) < len(row) or not _in_order(sides, list(row), middles[0]):
        return None
    top = max(corner.points for corner in row)
    if top != context.points:
        raise context.misfit(top, clauses[0].span)
    return Linear(context.points, row, sides[0] != "low", context.cite(middles[0].span))


def _in_order(sides: list[str], corners: list[Corner], middle: Clause) -> bool:
    """Whether limits stand outermost, and numbers elsewhere only where there is no other way than straight lines."""
    first, *inner, last = sides
    if last == "low" or first == "high" or set(inner) - {"at"}:
        return False
    return (not inner and first == "low") or interpolates(middle.award) or _counted(corners)


def _counted(corners: list[Corner]) -> bool:
    """Whether the values are no ratios, of which a proportion could be one itself."""
    return all(not corner.end.amount.unit.dimension.is_ratio for corner in corners)


def _computed(clause: Clause, context: Context) -> bool:
    """Whether a clause goes in proportion, or over the points of all (在0-5分之间计算)."""
    award = clause.award
    if not isinstance(award, PointsSpan) or award.low is None or award.high is None:
        return isinstance(award, InProportion)
    whole = award.low.amount.base == 0 and award.high.amount.base == context.points
    return whole and "计算" in context.folded(award.span)


def _corner(clause: Clause, context: Context) -> tuple[str, Corner] | None:
    """Give a corner and what it is: the end of what lies above (high) or below (low), or just a number (at)."""
    interval, points = _compared(clause, context), context.left_by(clause.award)
    if interval is None or points is None:
        return None
    low, high, cited = interval.low, interval.high, context.cite(clause.span)
    if low is not None and high is None:
        return "high", Corner(_end(low), points, cited)
    if high is not None and low is None:
        return "low", Corner(_end(high), points, cited)
    if low is not None and high is not None and low.amount.base == high.amount.base:
        return "at", Corner(_end(low), points, cited)
    return None


def _compared(clause: Clause, context: Context) -> Interval | None:
    """Give the values of a clause; a number behind the value's name needs no sign where others have one: 提前0天."""
    match clause.subject:
        case (Words(text=text), Interval(bare=True) as number) if context.means_value(text):
            return number
        case _:
            return context.condition(clause.subject)


def _end(end: End) -> End:
    """Give the end as the line takes it: both sides meet there, so inclusion is all one."""
    return End(end.amount, True, outright=True)


def _between(clause: Clause, corners: list[Corner], context: Context) -> bool:
    """Whether a clause speaks of what lies between the corners, by interpolation; of counts there is no other way."""
    taken_off = isinstance(clause.award, InProportion) and "扣" in clause.award.words
    counted = _counted(corners)
    match clause.subject:
        case (Words(text=text),):
            return _AMONG.search(text) is not None
        case _ if interpolates(clause.award) or taken_off or counted or isinstance(clause.award, PointsSpan):
            interval = context.condition(clause.subject)
            if interval is None or interval.low is None or interval.high is None:
                return False
            stated = {interval.low.amount.base, interval.high.amount.base}
            return stated == {corners[0].at, corners[-1].at}
        case _:
            return False
