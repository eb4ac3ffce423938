"""Bands: intervals of the value, each with its points.

=0，计5分；0-10%（含），计4分；…；大于30%的不得分。
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import combinations
from typing import ClassVar

from jixiao.language.error import LanguageError
from jixiao.language.standard import Amount, Clause, Else, End, Interval, Words
from jixiao.model.ruleset import Readings
from jixiao.quantity import PLAIN, decimal_text, points_text
from jixiao.scoring.amounts import value_text
from jixiao.scoring.context import Context
from jixiao.scoring.form import At, Takes, Value
from jixiao.scoring.intervals import base_of, claim, interval_text, overlap, up_to_next, write_interval
from jixiao.scoring.outcome import Outcome, earned
from jixiao.scoring.pieces import Piece, inside


@dataclass(frozen=True, slots=True)
class Band:
    """One interval and what it earns.

    `said` is the interval as its clause has it: it may go on to where the next band begins.
    """

    interval: Interval
    said: Interval
    points: Fraction
    clause: str = field(default="", compare=False)

    def claim(self, value: Fraction, statute: bool) -> int:
        """Tell how strongly the band claims a value: 0 not, 1 weakly, 2 outright."""
        return claim(self.interval, value, statute)


@dataclass(frozen=True, slots=True)
class Bands:
    """Bands as the sentence lists them. `otherwise` is what 否则 or 其他 earns."""

    points: Fraction
    bands: tuple[Band, ...]
    otherwise: Fraction | None = None
    otherwise_clause: str = field(default="", compare=False)

    code: ClassVar[str] = "bands"
    takes: ClassVar[Takes] = "value"

    @property
    def asks(self) -> tuple[str, ...]:
        """边界归属 where two bands have equal right to a number; 以上以下含本数 where it is said so."""
        contested = any(
            len(self._claimants(value, statute)) > 1 for value in self._ends() for statute in (True, False)
        )
        statute = any(end.by_statute for band in self.bands for end in _ends_of(band))
        return (*(["边界归属"] if contested else []), *(["以上以下含本数"] if statute else []))

    def outcome(self, at: At, readings: Readings) -> Outcome:
        assert isinstance(at, Value)
        claimants = self._claimants(at.value, readings["以上以下含本数"] == "是")
        if claimants:
            return self._earn(claimants, at.value, readings)
        if self.otherwise is not None:
            return earned(
                self.points,
                self.otherwise,
                self.otherwise_clause,
                f"不在以上各档，按条款“{self.otherwise_clause}”",
            )
        low, high = self._neighbours(at.value, readings["以上以下含本数"] == "是")
        outcome = earned(self.points, high, "", f"评分标准没有写明{self._text(at.value)}属于哪一档")
        return replace(outcome, low=low)

    def _earn(self, claimants: list[Band], value: Fraction, readings: Readings) -> Outcome:
        best = readings.get("边界归属", "高分") != "低分"
        band = (max if best else min)(claimants, key=lambda one: one.points)
        effect = f"得{points_text(band.points)}分" if band.points else "不得分"
        reason = f"{interval_text(band.interval, value)}，按条款“{band.clause}”{effect}"
        return earned(self.points, band.points, band.clause, reason)

    def _claimants(self, value: Fraction, statute: bool) -> list[Band]:
        claims = [(band.claim(value, statute), band) for band in self.bands]
        strongest = max(claim for claim, _ in claims)
        return [band for claim, band in claims if claim == strongest and claim > 0]

    def _neighbours(self, value: Fraction, statute: bool) -> tuple[Fraction, Fraction]:
        """Give the lowest and highest points of what lies beside a gap; 0 beyond the last band."""
        stops = {base_of(band.interval.high) for band in self.bands if band.interval.high}
        starts = {base_of(band.interval.low) for band in self.bands if band.interval.low}
        below = max((stop for stop in stops if stop <= value), default=None)
        above = min((start for start in starts if start >= value), default=None)
        near = [
            *self._ending(
                [one for one in self.bands if _stands_at(one.interval.high, below)], below, statute
            ),
            *self._ending([one for one in self.bands if _stands_at(one.interval.low, above)], above, statute),
        ]
        return min(near), max(near)

    def _ending(self, bands: list[Band], end: Fraction | None, statute: bool) -> list[Fraction]:
        """Give the points of the bands that end at a number; of those that claim it, where any does."""
        if end is None:
            return [Fraction(0)]
        strongest = max(band.claim(end, statute) for band in bands)
        return [band.points for band in bands if band.claim(end, statute) == strongest]

    def _ends(self) -> list[Fraction]:
        return sorted({end.amount.base for band in self.bands for end in _ends_of(band)})

    def _text(self, value: Fraction) -> str:
        units = [end.amount.unit for band in self.bands for end in _ends_of(band) if end.amount.unit != PLAIN]
        unit = units[0] if units else PLAIN
        return value_text(value, unit)

    def bounds(self) -> tuple[Fraction, Fraction]:
        points = [band.points for band in self.bands]
        if self.otherwise is not None:
            points.append(self.otherwise)
        elif all(one.interval.low for one in self.bands) or all(one.interval.high for one in self.bands):
            points.append(Fraction(0))  # below the first band or above the last
        return min(points), max(points)

    def amounts(self) -> tuple[Amount, ...]:
        return tuple(end.amount for band in self.bands for end in _ends_of(band))

    def canonical(self) -> str:
        clauses = [f"{write_interval(band.said)}的，得{decimal_text(band.points)}分" for band in self.bands]
        if self.otherwise is not None:
            clauses.append(f"否则得{decimal_text(self.otherwise)}分")
        return "；".join(clauses)

    def pieces(self, readings: Readings) -> tuple[Piece, ...]:
        ends = self._ends()
        probes: list[tuple[Fraction | None, Fraction | None]] = [(None, ends[0])]
        for place, end in enumerate(ends):
            probes.append((end, end))
            probes.append((end, ends[place + 1] if place + 1 < len(ends) else None))
        return _join([self._piece(low, high, readings) for low, high in probes])

    def _piece(self, low: Fraction | None, high: Fraction | None, readings: Readings) -> Piece:
        point = low is not None and low == high
        value = low if low is not None and point else inside(low, high)
        outcome = self.outcome(Value(value), readings)
        return Piece(low, high, point, point, outcome.high, spread=outcome.high - outcome.low)


def _join(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Join neighbours with the same points into one piece."""
    joined = [pieces[0]]
    for piece in pieces[1:]:
        last = joined[-1]
        if (piece.intercept, piece.spread) == (last.intercept, last.spread):
            joined[-1] = replace(last, high=piece.high, high_included=piece.high_included)
        else:
            joined.append(piece)
    return tuple(joined)


def _stands_at(end: End | None, place: Fraction | None) -> bool:
    return end is not None and end.amount.base == place


def _ends_of(band: Band) -> tuple[End, ...]:
    return tuple(end for end in (band.interval.low, band.interval.high) if end)


def recognise(clauses: tuple[Clause, ...], context: Context) -> Bands | None:
    """Claim a sentence whose every clause is an interval with points."""
    otherwise, clause_text = None, ""
    bands: list[Band] = []
    for place, clause in enumerate(clauses):
        points = context.points_of(clause.award)
        if points is None:
            return None
        if isinstance(clause.subject[0] if clause.subject else None, Else) and len(clause.subject) == 1:
            otherwise, clause_text = points, context.cite(clause.span)
            continue
        interval = _condition(clause, clauses, place, context)
        if interval is None:
            return None
        bands.append(Band(interval, interval, points, context.cite(clause.span)))
    if len(bands) + (otherwise is not None) < 2 or not bands:
        return None
    top = max(band.points for band in bands)
    if top != context.points:
        raise context.misfit(top, clauses[0].span)
    return Bands(context.points, _cascade(_counted(bands)), otherwise, clause_text)


def _condition(clause: Clause, clauses: tuple[Clause, ...], place: int, context: Context) -> Interval | None:
    """Give the interval of a clause; words alone stand for “none found” among counts."""
    counts = any(_counts(one) for one in clauses)
    subject = clause.subject
    if counts and place == 0 and len(subject) == 1 and isinstance(subject[0], Words):
        none = End(Amount(Fraction(0)), True, outright=True)
        return Interval(none, none, clause.span)
    if counts and _counts(clause) and isinstance(subject[-1], Words):
        subject = subject[:-1]
    return context.condition(subject)


def _counts(clause: Clause) -> bool:
    intervals = [one for one in clause.subject if isinstance(one, Interval)]
    ends = [end for one in intervals for end in (one.low, one.high) if end]
    return bool(ends) and all(not end.amount.unit.dimension.is_ratio for end in ends)


def _counted(bands: list[Band]) -> list[Band]:
    """Give a bare 0 the unit of the counts beside it."""
    units = {end.amount.unit for band in bands for end in _ends_of(band) if end.amount.unit != PLAIN}
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
    intervals = [band.interval for band in bands]
    closed = [replace(band, interval=up_to_next(band.interval, intervals)) for band in bands]
    for one, other in combinations(closed, 2):
        if overlap(one.interval, other.interval):
            raise LanguageError(f"“{one.clause}”与“{other.clause}”的区间重叠", other.interval.span.start)
    return tuple(closed)
