"""Bands: intervals of the value, each with its points.

=0，计5分；0-10%（含），计4分；10-20%（含），计3分；大于20%的不得分。
95%以上得满分；60%（含）-95%，得分=执行率×分值；低于60%不得分。
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import combinations
from typing import ClassVar

from jixiao.language.error import Overlap
from jixiao.language.formula import Expression, write_formula
from jixiao.language.standard import (
    Amount,
    ByFormula,
    Clause,
    Deduct,
    Else,
    End,
    InProportion,
    Interval,
    PointsSpan,
    Words,
)
from jixiao.model.ruleset import Readings
from jixiao.quantity import PLAIN, decimal_text, points_text
from jixiao.scoring.amounts import earning_text, value_text
from jixiao.scoring.arithmetic import Undefined, calculate
from jixiao.scoring.context import Context
from jixiao.scoring.form import At, FormDefaults, Takes, Value
from jixiao.scoring.intervals import (
    base_of,
    claim,
    interval_text,
    open_outwards,
    overlap,
    up_to_next,
    write_interval,
)
from jixiao.scoring.line import POINTS, VALUE, line_of, over_value
from jixiao.scoring.outcome import Outcome, earned
from jixiao.scoring.pieces import Piece, between, inside, joined
from jixiao.scoring.valued import with_values
from jixiao.scoring.wording import describes

_LATE = ("超过规定", "逾期", "迟报", "延期", "延迟", "推迟", "拖延", "滞后", "超期", "超时", "晚")
"""Words that speak of some delay, so not of none."""


@dataclass(frozen=True, slots=True)
class Band:
    """One interval and what it earns: points, or an expression of the value.

    `proportional`: 按比例计分, whose meaning 口径 按比例计分 decides.
    """

    interval: Interval
    said: Interval
    """The interval as its clause has it; `interval` may go on to where the next band begins."""
    points: Fraction
    expression: Expression | None = None
    proportional: bool = False
    least: Fraction | None = None
    """The lowest points where the sentence gives a range (得4-5分), `points` being the highest."""
    clause: str = field(default="", compare=False)

    def ends(self) -> tuple[End, ...]:
        """Give the ends that there are, low first."""
        return tuple(end for end in (self.interval.low, self.interval.high) if end)


@dataclass(frozen=True, slots=True)
class Bands(FormDefaults):
    """Bands as the sentence lists them. `otherwise` is what 否则 or 其他 earns."""

    points: Fraction
    bands: tuple[Band, ...]
    otherwise: Fraction | None = None
    otherwise_clause: str = field(default="", compare=False)
    asked: tuple[str, ...] = field(init=False, compare=False, repr=False)

    code: ClassVar[str] = "bands"
    takes: ClassVar[Takes] = "value"

    @property
    def asks(self) -> tuple[str, ...]:
        """边界归属 where two bands have equal right to a number; 以上以下含本数 where it is said so."""
        return self.asked

    def __post_init__(self) -> None:
        contested = any(
            len(self._claimants(value, statute)) > 1 for value in self._ends() for statute in (True, False)
        )
        statute = any(end.by_statute for band in self.bands for end in band.ends())
        proportional = any(band.proportional for band in self.bands)
        names = (("边界归属", contested), ("以上以下含本数", statute), ("按比例计分", proportional))
        object.__setattr__(self, "asked", tuple(name for name, asked in names if asked))

    def outcome(self, at: At, readings: Readings) -> Outcome:
        assert isinstance(at, Value)
        claimants = self._claimants(at.value, readings["以上以下含本数"] == "是")
        if claimants:
            return self._earn(claimants, at.value, readings)
        if self.otherwise is not None:
            said = f"按条款“{self.otherwise_clause}”" if self.otherwise_clause else "没有扣分的条款"
            return earned(self.points, self.otherwise, self.otherwise_clause, f"不在以上各档，{said}")
        low, high = self._neighbours(at.value, readings)
        outcome = earned(self.points, high, "", f"评分标准没有写明{self._text(at.value)}属于哪一档")
        return replace(outcome, low=low)

    def _earn(self, claimants: list[Band], value: Fraction, readings: Readings) -> Outcome:
        best = readings.get("边界归属", "高分") != "低分"
        points, band = (max if best else min)(
            ((self._points(one, value, readings), one) for one in claimants), key=lambda pair: pair[0]
        )
        effect = f"得{self._span_text(band, points)}分" if points else "不得分"
        reason = f"{interval_text(band.interval, value)}，按条款“{band.clause}”{effect}"
        outcome = earned(self.points, points, band.clause, reason)
        if band.least is None:
            return outcome
        return replace(outcome, low=band.least, note=f"{reason}，范围内的得分由评定确定")

    def _span_text(self, band: Band, points: Fraction) -> str:
        return (
            points_text(points) if band.least is None else f"{points_text(band.least)}-{points_text(points)}"
        )

    def _points(self, band: Band, value: Fraction, readings: Readings) -> Fraction:
        if band.expression is not None:
            score = calculate(band.expression, {VALUE: value, POINTS: self.points})
            return Fraction(0) if isinstance(score, Undefined) else min(max(score, Fraction(0)), self.points)
        if band.proportional:
            line = self._proportion(band, readings)
            return min(max(line[0] + line[1] * value, Fraction(0)), self.points)
        return band.points

    def _proportion(self, band: Band, readings: Readings) -> tuple[Fraction, Fraction]:
        """Give the line that 按比例计分 stands for: of the value, of the goal, or interpolated."""
        goal = base_of(band.interval.high)
        counted = not band.interval.high.amount.unit.dimension.is_ratio if band.interval.high else False
        if readings["按比例计分"] == "按完成比例" and not counted:
            return Fraction(0), self.points
        if readings["按比例计分"] != "线性插值" or band.interval.low is None:
            return Fraction(0), self.points / goal if goal else Fraction(0)
        start = base_of(band.interval.low)
        below, above = self._beside(band, start, -1), self._beside(band, goal, 1)
        slope = (above - below) / (goal - start)
        return below - slope * start, slope

    def _beside(self, band: Band, value: Fraction, side: int) -> Fraction:
        """Give the fixed points of the band next to one end; none is 0 below, full above."""
        for one in self.bands:
            end = one.interval.high if side < 0 else one.interval.low
            if one is not band and not one.proportional and end is not None and end.amount.base == value:
                return one.points
        return Fraction(0) if side < 0 else self.points

    def _claimants(self, value: Fraction, statute: bool) -> list[Band]:
        claims = [(claim(band.interval, value, statute), band) for band in self.bands]
        strongest = max(strength for strength, _ in claims)
        return [band for strength, band in claims if strength == strongest and strength > 0]

    def _neighbours(self, value: Fraction, readings: Readings) -> tuple[Fraction, Fraction]:
        """Give the lowest and highest points of what lies beside a gap; 0 beyond the last band."""
        stops = {base_of(band.interval.high) for band in self.bands if band.interval.high}
        starts = {base_of(band.interval.low) for band in self.bands if band.interval.low}
        below = max((stop for stop in stops if stop <= value), default=None)
        above = min((start for start in starts if start >= value), default=None)
        near = [
            *self._ending(
                [one for one in self.bands if _stands_at(one.interval.high, below)], below, readings
            ),
            *self._ending(
                [one for one in self.bands if _stands_at(one.interval.low, above)], above, readings
            ),
        ]
        return min(near), max(near)

    def _ending(self, bands: list[Band], end: Fraction | None, readings: Readings) -> list[Fraction]:
        """Give the points of the bands that end at a number; of those that claim it, where any does."""
        if end is None:
            return [Fraction(0)]
        statute = readings["以上以下含本数"] == "是"
        strongest = max(claim(band.interval, end, statute) for band in bands)
        ending = [band for band in bands if claim(band.interval, end, statute) == strongest]
        return [self._points(band, end, readings) for band in ending] + [
            band.least for band in ending if band.least is not None
        ]

    def _ends(self) -> list[Fraction]:
        return sorted({end.amount.base for band in self.bands for end in band.ends()})

    def _text(self, value: Fraction) -> str:
        units = [end.amount.unit for band in self.bands for end in band.ends() if end.amount.unit != PLAIN]
        return value_text(value, units[0] if units else PLAIN)

    def bounds(self) -> tuple[Fraction, Fraction]:
        points = [self.points if band.expression or band.proportional else band.points for band in self.bands]
        points += [band.least for band in self.bands if band.least is not None]
        open_below = any(band.expression or band.proportional for band in self.bands)
        one_sided = all(one.interval.low for one in self.bands) or all(
            one.interval.high for one in self.bands
        )
        if self.otherwise is not None:
            points.append(self.otherwise)
        elif one_sided or open_below:
            points.append(Fraction(0))  # below the first band or above the last
        return min(points), max(points)

    def amounts(self) -> tuple[Amount, ...]:
        return tuple(end.amount for band in self.bands for end in band.ends())

    def canonical(self) -> str:
        clauses = [f"{write_interval(band.said)}的，{self._award(band)}" for band in self.bands]
        if self.otherwise is not None:
            clauses.append(f"否则{earning_text(self.otherwise, self.points)}")
        return "；".join(clauses)

    def _award(self, band: Band) -> str:
        if band.expression is not None:
            return f"得分={write_formula(band.expression)}"
        if band.least is not None:
            return f"得{decimal_text(band.least)}-{decimal_text(band.points)}分"
        return "按比例计分" if band.proportional else earning_text(band.points, self.points)

    def pieces(self, readings: Readings) -> tuple[Piece, ...]:
        """Give the score as pieces; empty where an expression is not linear."""
        if any(band.expression and line_of(band.expression, self.points) is None for band in self.bands):
            return ()
        return joined([self._piece(low, high, readings) for low, high in between(self._ends())])

    def _piece(self, low: Fraction | None, high: Fraction | None, readings: Readings) -> Piece:
        point = low is not None and low == high
        value = low if low is not None and point else inside(low, high)
        claimants = self._claimants(value, readings["以上以下含本数"] == "是")
        if not point and len(claimants) == 1 and (claimants[0].expression or claimants[0].proportional):
            band = claimants[0]
            line = (
                line_of(band.expression, self.points) if band.expression else self._proportion(band, readings)
            )
            assert line is not None
            return Piece(low, high, point, point, *line)
        outcome = self.outcome(Value(value), readings)
        return Piece(low, high, point, point, outcome.high, spread=outcome.high - outcome.low)


def recognise(clauses: tuple[Clause, ...], context: Context) -> Bands | None:
    """Claim a sentence whose every clause is an interval with points."""
    otherwise, clause_text = None, ""
    bands: list[Band] = []
    clauses = with_values(clauses)
    for place, clause in enumerate(clauses):
        if len(clause.subject) == 1 and isinstance(clause.subject[0], Else):
            otherwise, clause_text = context.left_by(clause.award), context.cite(clause.span)
            if otherwise is None:
                return None
            continue
        band = _band(clause, clauses, place, context)
        if band is None:
            return None
        bands.append(band)
    if len(bands) + (otherwise is not None) < 2 or not bands:
        return None
    if otherwise is None and all(isinstance(clause.award, Deduct) for clause in clauses):
        otherwise = context.points
    if otherwise is None and _in_parallel(clauses):
        otherwise, clause_text = Fraction(0), context.cite(clauses[0].span)
    form = Bands(context.points, _cascade(_counted(bands)), otherwise, clause_text)
    _check_fit(form, clauses, context)
    return form


def _in_parallel(clauses: tuple[Clause, ...]) -> bool:
    """Whether the bands are one list with 分别得, beyond whose last nothing is earned."""
    return len({clause.span for clause in clauses}) == 1


def _check_fit(form: Bands, clauses: tuple[Clause, ...], context: Context) -> None:
    """Refuse bands whose best does not earn just the full marks."""
    tops = [band.points for band in form.bands if not band.expression and not band.proportional]
    if form.otherwise is not None:
        tops.append(form.otherwise)
    top = max(tops, default=Fraction(0))
    open_ended = any(band.expression or band.proportional for band in form.bands)
    if top != context.points and not (open_ended and top < context.points):
        raise context.misfit(top, clauses[0].span)


def _band(clause: Clause, clauses: tuple[Clause, ...], place: int, context: Context) -> Band | None:
    interval = _condition(clause, clauses, place, context)
    if interval is None:
        return None
    cited = context.cite(clause.span)
    if isinstance(clause.award, ByFormula):
        return Band(interval, interval, Fraction(0), over_value(clause.award, context), clause=cited)
    if isinstance(clause.award, InProportion):
        if interval.low is None or interval.high is None or "扣" in clause.award.words:
            return None
        if interval.low.amount.base == interval.high.amount.base:
            return None  # one number is no stretch to go along in proportion
        return Band(interval, interval, Fraction(0), proportional=True, clause=cited)
    if isinstance(clause.award, PointsSpan) and clause.award.low and clause.award.high:
        low, high = base_of(clause.award.low), base_of(clause.award.high)
        return Band(interval, interval, high, least=low, clause=cited)
    points = context.left_by(clause.award)
    return None if points is None else Band(interval, interval, points, clause=cited)


def _condition(clause: Clause, clauses: tuple[Clause, ...], place: int, context: Context) -> Interval | None:
    """Give the interval of a clause; words alone stand for “none found” among counts."""
    counts = any(_counts(one) for one in clauses)
    subject = clause.subject
    if (
        counts
        and place == 0
        and len(subject) == 1
        and isinstance(subject[0], Words)
        and describes(subject[0].text)
    ):
        none = End(Amount(Fraction(0)), True, outright=True)
        return Interval(none, none, clause.span)
    if counts and _counts(clause):
        intervals = [one for one in subject if isinstance(one, Interval)]
        described = all(
            isinstance(one, Interval) or (isinstance(one, Words) and describes(one.text)) for one in subject
        )
        if not described or len(intervals) != 1:
            return None
        words = "".join(one.text for one in subject if isinstance(one, Words))
        return _some(intervals[0]) if words.startswith(_LATE) else intervals[0]
    return context.condition(subject)


def _some(interval: Interval) -> Interval:
    """Leave none out of “逾期3天以内”: where nothing is late, the clause does not speak."""
    if interval.low is not None or interval.high is None:
        return interval
    nothing = Amount(Fraction(0), interval.high.amount.unit)
    return replace(interval, low=End(nothing, False, outright=True))


def _counts(clause: Clause) -> bool:
    intervals = [one for one in clause.subject if isinstance(one, Interval)]
    ends = [end for one in intervals for end in (one.low, one.high) if end]
    return bool(ends) and all(not end.amount.unit.dimension.is_ratio for end in ends)


def _counted(bands: list[Band]) -> list[Band]:
    """Give a bare 0 the unit of the counts beside it."""
    units = {end.amount.unit for band in bands for end in band.ends() if end.amount.unit != PLAIN}
    if len(units) != 1:
        return bands
    unit = units.pop()

    def with_unit(end: End | None) -> End | None:
        if end is None or end.amount.unit != PLAIN or end.amount.value != 0:
            return end
        return replace(end, amount=Amount(end.amount.value, unit))

    said = [
        replace(band.said, low=with_unit(band.said.low), high=with_unit(band.said.high)) for band in bands
    ]
    return [replace(band, interval=one, said=one) for band, one in zip(bands, said, strict=True)]


def _cascade(bands: list[Band]) -> tuple[Band, ...]:
    """Let “90%以上…；80%以上…” mean 80 % up to 90 %, and refuse what overlaps otherwise."""
    bands = [
        replace(band, interval=open_outwards(band.interval, [one.interval for one in bands]))
        for band in bands
    ]
    intervals = [band.interval for band in bands]
    closed = [replace(band, interval=up_to_next(band.interval, intervals)) for band in bands]
    for one, other in combinations(closed, 2):
        if overlap(one.interval, other.interval):
            span = other.interval.span
            raise Overlap(f"“{one.clause}”与“{other.clause}”的区间重叠", span.start, span.end - span.start)
    return tuple(closed)


def _stands_at(end: End | None, place: Fraction | None) -> bool:
    return end is not None and end.amount.base == place
