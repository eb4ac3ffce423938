"""Bands: intervals of the value, each with its points.

=0，计5分；0-10%（含），计4分；10-20%（含），计3分；大于20%的不得分。
95%以上得满分；60%（含）-95%，得分=执行率×分值；低于60%不得分。
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import ClassVar

from jixiao.language.formula import write_formula
from jixiao.language.formula.calculate import Undefined, calculate
from jixiao.language.standard import (
    Amount,
    Clause,
    Deduct,
    Else,
    End,
)
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import PLAIN, decimal_text, points_text
from jixiao.scoring.amounts import earning_text, value_text
from jixiao.scoring.band import Band, Row, in_one_unit, side_by_side
from jixiao.scoring.band_clause import band_of, counts
from jixiao.scoring.context import Context
from jixiao.scoring.form import At, FormDefaults, Takes, Value
from jixiao.scoring.intervals import (
    base_of,
    claim,
    interval_text,
    write_interval,
)
from jixiao.scoring.line import POINTS, VALUE, line_of
from jixiao.scoring.outcome import Outcome, earned
from jixiao.scoring.pieces import Piece, between, inside, joined
from jixiao.scoring.valued import with_values


@dataclass(frozen=True, slots=True)
class Bands(FormDefaults):
    """Bands as the sentence lists them. `otherwise` is what 否则 or 其他 earns."""

    points: Fraction
    bands: tuple[Band, ...]
    otherwise: Fraction | None = None
    otherwise_clause: str = field(default="", compare=False)
    asked: tuple[str, ...] = field(init=False, compare=False, repr=False)
    row: Row = field(init=False, compare=False, repr=False)

    code: ClassVar[str] = "bands"
    takes: ClassVar[Takes] = "value"

    @property
    def asks(self) -> tuple[str, ...]:
        """边界归属 where two bands have equal right to a number; 以上以下含本数 where it is said so."""
        return self.asked

    def __post_init__(self) -> None:
        object.__setattr__(self, "row", Row(self.bands))
        contested = any(
            len(self._claimants(value, statute)) > 1 for value in self._ends() for statute in (True, False)
        )
        statute = any(end.by_statute for band in self.bands for end in band.ends())
        proportional = any(band.proportional and not band.interpolated for band in self.bands)
        names = (("边界归属", contested), ("以上以下含本数", statute), ("按比例计分", proportional))
        object.__setattr__(self, "asked", tuple(name for name, asked in names if asked))

    def outcome(self, at: At, readings: Readings) -> Outcome:
        assert isinstance(at, Value)
        claimants = self._claimants(at.value, readings["以上以下含本数"] == "是")
        if claimants:
            return self._earn(claimants, at.value, readings)
        if self.otherwise is not None:
            said = f"按条款“{self.otherwise_clause}”" if self.otherwise_clause else "没有扣分的条款"
            reason = f"不在以上各档，{said}"
            return earned(self.points, self.otherwise, self.otherwise_clause, reason, self._rest())
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
        outcome = earned(self.points, points, band.clause, reason, self._part(band))
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
        way = "线性插值" if band.interpolated else readings["按比例计分"]
        if way == "按完成比例" and not counted:
            return Fraction(0), self.points
        if way != "线性插值" or band.interval.low is None:
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
        return self.row.claimants(value, statute)

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
        if band.interpolated:
            return "按线性插值法计分"
        return "按比例计分" if band.proportional else earning_text(band.points, self.points)

    def parts(self) -> tuple[Part, ...]:
        bands = tuple(self._part(band) for band in self.bands)
        return bands if self.otherwise is None else (*bands, self._rest())

    def _part(self, band: Band) -> Part:
        """Give the part of a band; of several in one clause, by its interval."""
        alone = [one.clause for one in self.bands].count(band.clause) == 1
        return Part(band.clause, "" if alone else write_interval(band.said))

    def _rest(self) -> Part:
        return Part(self.otherwise_clause or self.bands[-1].clause, "以上各档以外")

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
    among_counts = any(counts(clause) for clause in clauses)
    for place, clause in enumerate(clauses):
        if len(clause.subject) == 1 and isinstance(clause.subject[0], Else):
            otherwise, clause_text = context.left_by(clause.award), context.cite(clause.span)
            if otherwise is None:
                return None
            continue
        band = band_of(clause, context, among_counts=among_counts, first=place == 0)
        if band is None:
            return None
        bands.append(band)
    if (
        len({end.amount.unit.dimension for band in bands for end in band.ends() if end.amount.unit != PLAIN})
        > 1
    ):
        return None  # a rate beside a count: two values, not two bands
    if len(bands) + (otherwise is not None) < 2 or not bands:
        return None
    if otherwise is None and all(isinstance(clause.award, Deduct) for clause in clauses):
        otherwise = context.points
    if otherwise is None and _in_parallel(clauses):
        otherwise, clause_text = Fraction(0), context.cite(clauses[0].span)
    form = Bands(context.points, side_by_side(in_one_unit(bands)), otherwise, clause_text)
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


def _stands_at(end: End | None, place: Fraction | None) -> bool:
    return end is not None and end.amount.base == place
