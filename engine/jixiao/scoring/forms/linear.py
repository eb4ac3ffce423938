"""Linear: full marks at one value, none at another, a straight line between.

达到20%的得5分，低于10%的不得分，在两者之间的按比例计分。
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import ClassVar

from jixiao.curve.line import Line
from jixiao.curve.stretch import Stretch
from jixiao.dataclass import dataclass, field
from jixiao.language.error import LanguageError
from jixiao.language.standard import Amount, Clause, End, InProportion, PointsSpan, Words
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Earned, Said
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.amounts import earning_text
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.intervals import write_end
from jixiao.scoring.words.wording import interpolates


@dataclass(frozen=True, slots=True)
class Corner:
    """One of the two values between which the score runs, and what it earns."""

    end: End
    points: Fraction
    clause: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Linear(FormDefaults):
    """From `low` to `high` on a straight line; beyond each, what it earns."""

    points: Fraction
    low: Corner
    high: Corner
    clause: str = field(default="", compare=False)

    code: ClassVar[str] = "linear"
    title: ClassVar[str] = "两点之间按比例"
    takes: ClassVar[Takes] = Takes.VALUE

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        low, high = self._at(self.low), self._at(self.high)
        between = Earned(self._line(), Said(Message.BETWEEN_CORNERS, self.clause), Part(self.clause))
        scale = (
            Stretch(None, low, False, True, self._beyond(self.low)),
            Stretch(low, high, False, False, between),
            Stretch(high, None, True, False, self._beyond(self.high)),
        )
        return (Term(self.takes, self.points, scale),)

    def _beyond(self, corner: Corner) -> Earned:
        return Earned(Line(corner.points), Said(Message.CORNER, corner.clause), Part(corner.clause))

    def _at(self, corner: Corner) -> Fraction:
        return corner.end.amount.base

    def _line(self) -> Line:
        slope = (self.high.points - self.low.points) / (self._at(self.high) - self._at(self.low))
        return Line(self.low.points - slope * self._at(self.low), slope)

    def amounts(self) -> tuple[Amount, ...]:
        return self.low.end.amount, self.high.end.amount

    def canonical(self) -> str:
        high = f"{write_end(self.high.end, '≥', '>')}的，{earning_text(self.high.points, self.points)}"
        low = f"{write_end(self.low.end, '≤', '<')}的，{earning_text(self.low.points, self.points)}"
        return f"{high}；{low}；在两者之间的，按比例计分"

    def parts(self) -> tuple[Part, ...]:
        return Part(self.high.clause), Part(self.low.clause), Part(self.clause)


def recognise(clauses: tuple[Clause, ...], context: Context) -> Linear | None:
    """Claim two open-ended comparisons with points, and what lies between by proportion."""
    if len(clauses) != 3:
        return None
    middles = [clause for clause in clauses if _computed(clause, context)]
    corners = [corner for clause in clauses if clause not in middles and (corner := _corner(clause, context))]
    if len(middles) != 1 or len(corners) != 2 or not _between(middles[0], corners, context):
        return None
    lows = [corner for side, corner in corners if side == "low"]
    highs = [corner for side, corner in corners if side == "high"]
    if not lows or not highs:
        return None
    low, high = lows[0], highs[0]
    if low.end.amount.base >= high.end.amount.base:
        raise LanguageError("两个界限之间没有可以按比例计分的范围", middles[0].span.start)
    top = max(low.points, high.points)
    if top != context.points:
        raise context.misfit(top, clauses[0].span)
    return Linear(context.points, low, high, context.cite(middles[0].span))


_AMONG = re.compile("之间|其间|期间|中间|两者间|区间")
"""Words for what lies between two corners."""


def _computed(clause: Clause, context: Context) -> bool:
    """Whether a clause goes in proportion, or over the points of all (在0-5分之间计算)."""
    award = clause.award
    if not isinstance(award, PointsSpan) or award.low is None or award.high is None:
        return isinstance(award, InProportion)
    whole = award.low.amount.base == 0 and award.high.amount.base == context.points
    return whole and "计算" in context.folded(award.span)


def _corner(clause: Clause, context: Context) -> tuple[str, Corner] | None:
    interval, points = context.condition(clause.subject), context.left_by(clause.award)
    if interval is None or points is None:
        return None
    if interval.low is not None and interval.high is None:
        return "high", Corner(_end(interval.low), points, context.cite(clause.span))
    if interval.high is not None and interval.low is None:
        return "low", Corner(_end(interval.high), points, context.cite(clause.span))
    if interval.bare and interval.low is not None:
        return "high", Corner(_end(interval.low), points, context.cite(clause.span))
    return None


def _end(end: End) -> End:
    """Give the end as the line takes it: both sides meet there, so inclusion is all one."""
    return End(end.amount, True, outright=True)


def _between(clause: Clause, corners: list[tuple[str, Corner]], context: Context) -> bool:
    """Whether a clause speaks of what lies between the two corners, by interpolation."""
    taken_off = isinstance(clause.award, InProportion) and "扣" in clause.award.words
    match clause.subject:
        case (Words(text=text),):
            return _AMONG.search(text) is not None
        case _ if interpolates(clause.award) or taken_off or isinstance(clause.award, PointsSpan):
            interval = context.condition(clause.subject)
            if interval is None or interval.low is None or interval.high is None:
                return False
            stated = {interval.low.amount.base, interval.high.amount.base}
            return stated == {corner.end.amount.base for _, corner in corners}
        case _:
            return False
