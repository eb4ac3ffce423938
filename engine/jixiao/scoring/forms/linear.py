"""Linear: full marks at one value, none at another, a straight line between.

达到20%的得5分，低于10%的不得分，在两者之间的按比例计分。
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import ClassVar

from jixiao.curve.line import ZERO, Line
from jixiao.curve.stretch import Stretch
from jixiao.dataclass import dataclass, field
from jixiao.language.error import LanguageError
from jixiao.language.standard import Amount, Clause, End, InProportion, Interval, PointsSpan, Words
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import PLAIN
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
    """From `low` to `high` on a straight line; beyond each, what it earns.

    `open_below`: whether the sentence does not say what lies below the low one, which is a number only.
    """

    points: Fraction
    low: Corner
    high: Corner
    open_below: bool = False
    clause: str = field(default="", compare=False)

    code: ClassVar[str] = "linear"
    title: ClassVar[str] = "两点之间按比例"
    takes: ClassVar[Takes] = Takes.VALUE

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        low, high = self.low.at, self.high.at
        between = Earned(self._line(), Said(Message.BETWEEN_CORNERS, self.clause), Part(self.clause))
        scale = (
            Stretch(None, low, False, not self.open_below, self._below()),
            Stretch(low, high, self.open_below, False, between),
            Stretch(high, None, True, False, _beyond(self.high)),
        )
        return (Term(self.takes, self.points, scale),)

    def _below(self) -> Earned:
        """Give what lies below the low corner; where nothing is said of it, anything from none to what that earns."""
        if not self.open_below:
            return _beyond(self.low)
        return Earned(
            Line(self.low.points), Said(Message.GAP, unit=self.low.end.amount.unit), None, Line(ZERO)
        )

    def _line(self) -> Line:
        slope = (self.high.points - self.low.points) / (self.high.at - self.low.at)
        return Line(self.low.points - slope * self.low.at, slope)

    def amounts(self) -> tuple[Amount, ...]:
        return self.low.end.amount, self.high.end.amount

    def canonical(self) -> str:
        high = f"{write_end(self.high.end, '≥', '>')}的，{earning_text(self.high.points, self.points)}"
        at = f"={amount_text(self.low.end.amount)}" if self.open_below else write_end(self.low.end, "≤", "<")
        return f"{high}；{at}的，{earning_text(self.low.points, self.points)}；在两者之间的，按比例计分"

    def parts(self) -> tuple[Part, ...]:
        return Part(self.high.clause), Part(self.low.clause), Part(self.clause)


def _beyond(corner: Corner) -> Earned:
    return Earned(Line(corner.points), Said(Message.CORNER, corner.clause), Part(corner.clause))


def recognise(clauses: tuple[Clause, ...], context: Context) -> Linear | None:
    """Claim two comparisons with points, and what lies between them by proportion.

    The lower one may be a number only, where the values are no ratios: 提前0天得0分.
    """
    middles = [clause for clause in clauses if _computed(clause, context)]
    if len(clauses) != 3 or len(middles) != 1:
        return None
    found = [_corner(clause, context) for clause in clauses if clause is not middles[0]]
    corners = sorted((corner for corner in found if corner is not None), key=lambda corner: corner[1].at)
    if len(corners) != 2 or not _between(middles[0], [corner for _, corner in corners], context):
        return None
    (side, low), (other, high) = corners
    if {side, other} == {"low", "high"} and (side == "high" or low.at == high.at):
        raise LanguageError("两个界限之间没有可以按比例计分的范围", middles[0].span.start)
    plain = side == "low" or (side == "at" and _counted([low, high]))
    if not plain or other == "low" or low.at == high.at:
        return None
    top = max(low.points, high.points)
    if top != context.points:
        raise context.misfit(top, clauses[0].span)
    return Linear(context.points, low, high, side == "at", context.cite(middles[0].span))


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


def _equal(one: Amount, other: Amount) -> bool:
    """Whether two amounts are the same, where both say of what."""
    units = {unit.dimension for unit in (one.unit, other.unit) if unit != PLAIN}
    return one.base == other.base and len(units) <= 1


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
            stated = sorted((interval.low.amount, interval.high.amount), key=lambda amount: amount.base)
            return all(_equal(one, corner.end.amount) for one, corner in zip(stated, corners, strict=True))
        case _:
            return False
