"""Bands: intervals of the value, each with its points.

=0，计5分；0-10%（含），计4分；10-20%（含），计3分；大于20%的不得分。
95%以上得满分；60%（含）-95%，得分=执行率×分值；低于60%不得分。
"""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from jixiao.curve.line import Line
from jixiao.curve.stretch import along
from jixiao.dataclass import dataclass, field, replace
from jixiao.language.formula import Arithmetic, Name, Number, write_formula
from jixiao.language.formula.calculate import Undefined
from jixiao.language.standard import (
    Amount,
    Clause,
    Deduct,
    Else,
    End,
    Interval,
    Phrase,
)
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import PLAIN, Unit, decimal_text
from jixiao.scoring.forms.bands.band import Band, Row, in_one_unit, side_by_side
from jixiao.scoring.forms.bands.clause import band_of, counts, counts_good, of_one_thing
from jixiao.scoring.forms.bands.stepped import with_steps
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.forms.steps.limits import step_of
from jixiao.scoring.scale.earning import Earning, by_formula
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.readings import YES, Reading
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Earned, Said
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.amounts import earning_text
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.intervals import base_of, claim, write_interval
from jixiao.scoring.words.line import VALUE
from jixiao.scoring.words.valued import with_values


@dataclass(frozen=True, slots=True)
class Bands(FormDefaults):
    """Bands as the sentence lists them. `otherwise` is what 否则 or 其他 earns."""

    points: Fraction
    bands: tuple[Band, ...]
    otherwise: Fraction | None = None
    otherwise_clause: str = field(default="", compare=False)
    row: Row = field(init=False, compare=False, repr=False)

    code: ClassVar[str] = "bands"
    title: ClassVar[str] = "分档"
    takes: ClassVar[Takes] = Takes.VALUE

    def __post_init__(self) -> None:
        object.__setattr__(self, "row", Row(self.bands))

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        best = readings[Reading.SHARED_END] != "低分" if self._contested() else True
        by_statute = any(end.by_statute for band in self.bands for end in band.ends())
        statute = readings[Reading.STATUTE] == YES if by_statute else True
        earns = tuple((band, self._earns(band, readings)) for band in self.bands)
        read = _Read(earns, readings, best=best, statute=statute)
        return (Term(self.takes, self.points, along(self._ends(), lambda value: self._at(value, read))),)

    def _contested(self) -> bool:
        """Whether two bands have equal right to a number, however 以上 and 以下 are read."""
        return any(
            len(self._claimants(end, statute)) > 1 for end in self._ends() for statute in (True, False)
        )

    def _at(self, value: Fraction, read: _Read) -> Earned:
        claimants = self._claimants(value, read.statute)
        if claimants:
            return self._of_band(read.preferred(claimants, value, self.points), read)
        if self.otherwise is not None and not self._worse(value):
            silent = not self.otherwise_clause
            message = Message.OTHERWISE_SILENT if silent else Message.OTHERWISE
            return Earned(Line(self.otherwise), Said(message, self.otherwise_clause), self._rest())
        low, high = self._neighbours(value, read)
        if self._worse(value):
            low = Fraction(0)
        return Earned(Line(high), Said(Message.GAP, unit=self._unit()), None, Line(low))

    def _worse(self, value: Fraction) -> bool:
        """Whether a value lies beyond the worst of bands that only say what is lost: 4 days behind 3天扣5分."""
        if self.otherwise is None or self.otherwise_clause or len(self.bands) < 2:
            return False
        first, last = self.row.outermost
        if first.points == last.points:
            return False
        worst, side = (last, 1) if last.points < first.points else (first, -1)
        end = worst.interval.high if side > 0 else worst.interval.low
        return end is not None and (value - end.amount.base) * side > 0

    def _of_band(self, band: Band, read: _Read) -> Earned:
        if band.stepped is not None:
            return Earned(read.of(band), band.stepped.said(read.readings), self._part(band))
        note = None if band.least is None else Message.BAND_JUDGED
        said = Said(Message.BAND, band.clause, lies=band.interval, note=note)
        return Earned(read.of(band), said, self._part(band), None if band.least is None else Line(band.least))

    def _earns(self, band: Band, readings: Readings) -> Earning:
        if band.stepped is not None:
            return band.stepped.earns(readings)
        if band.expression is not None:
            return by_formula(band.expression, self.points)
        return self._proportion(band, readings) if band.proportional else Line(band.points)

    def _proportion(self, band: Band, readings: Readings) -> Line:
        """Give the line that 按比例计分 stands for: of the value, of the goal, or interpolated."""
        goal = base_of(band.interval.high)
        counted = not band.interval.high.amount.unit.dimension.is_ratio if band.interval.high else False
        way = "线性插值" if band.interpolated else readings[Reading.PROPORTION]
        if way == "按完成比例" and not counted:
            return Line(Fraction(0), self.points)
        if way != "线性插值" or band.interval.low is None:
            return Line(Fraction(0), self.points / goal if goal else Fraction(0))
        start = base_of(band.interval.low)
        below, above = self._beside(band, start, -1), self._beside(band, goal, 1)
        slope = (above - below) / (goal - start)
        return Line(below - slope * start, slope)

    def _beside(self, band: Band, value: Fraction, side: int) -> Fraction:
        """Give the fixed points of the band next to one end; none is 0 below, full above."""
        for one in self.bands:
            end = one.interval.high if side < 0 else one.interval.low
            if one is not band and not one.proportional and end is not None and end.amount.base == value:
                return one.points
        return Fraction(0) if side < 0 else self.points

    def _claimants(self, value: Fraction, statute: bool) -> list[Band]:
        return self.row.claimants(value, statute)

    def _neighbours(self, value: Fraction, read: _Read) -> tuple[Fraction, Fraction]:
        """Give the lowest and highest points of what lies beside a gap; 0 beyond the last band."""
        stops = {base_of(band.interval.high) for band in self.bands if band.interval.high}
        starts = {base_of(band.interval.low) for band in self.bands if band.interval.low}
        below = max((stop for stop in stops if stop <= value), default=None)
        above = min((start for start in starts if start >= value), default=None)
        near = [
            *self._ending([one for one in self.bands if _stands_at(one.interval.high, below)], below, read),
            *self._ending([one for one in self.bands if _stands_at(one.interval.low, above)], above, read),
        ]
        return min(near), max(near)

    def _ending(self, bands: list[Band], end: Fraction | None, read: _Read) -> list[Fraction]:
        """Give the points of the bands that end at a number; of those that claim it, where any does."""
        if end is None:
            return [Fraction(0)]
        strongest = max(claim(band.interval, end, read.statute) for band in bands)
        ending = [band for band in bands if claim(band.interval, end, read.statute) == strongest]
        return [read.points(band, end, self.points) for band in ending] + [
            band.least for band in ending if band.least is not None
        ]

    def _ends(self) -> list[Fraction]:
        return sorted({end.amount.base for band in self.bands for end in band.ends()})

    def _unit(self) -> Unit:
        units = (end.amount.unit for band in self.bands for end in band.ends() if end.amount.unit != PLAIN)
        return next(units, PLAIN)

    def amounts(self) -> tuple[Amount, ...]:
        steps = (band.stepped.rate.amount for band in self.bands if band.stepped is not None)
        return (*(end.amount for band in self.bands for end in band.ends()), *steps)

    def canonical(self) -> str:
        clauses = [f"{write_interval(band.said)}的，{self._award(band)}" for band in self.bands]
        if self.otherwise is not None:
            clauses.append(f"否则{earning_text(self.otherwise, self.points)}")
        return "；".join(clauses)

    def _award(self, band: Band) -> str:
        if band.stepped is not None:
            return band.stepped.text(self.points)
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
        state = "" if alone else write_interval(band.said)
        if band.stepped is not None:
            return Part(band.clause, state, "up" if band.stepped.adds else "down")
        return Part(band.clause, state, span=band.interval.span)

    def _rest(self) -> Part:
        return Part(self.otherwise_clause or self.bands[-1].clause, "以上各档以外")


@dataclass(frozen=True, slots=True)
class _Read:
    """The bands as 口径 reads them: what each earns, and which of two equal claims counts."""

    earns: tuple[tuple[Band, Earning], ...]
    readings: Readings
    best: bool
    statute: bool

    def of(self, band: Band) -> Earning:
        """Give what a band earns."""
        return next(earns for one, earns in self.earns if one is band)

    def points(self, band: Band, value: Fraction, full: Fraction) -> Fraction:
        """Give the points of a band at a value, held between none and full marks."""
        points = self.of(band).at(value)
        return Fraction(0) if isinstance(points, Undefined) else min(max(points, Fraction(0)), full)

    def preferred(self, claimants: list[Band], value: Fraction, full: Fraction) -> Band:
        """Give the band that a value belongs to, of those with equal right to it."""
        if len(claimants) == 1:
            return claimants[0]
        return (max if self.best else min)(claimants, key=lambda band: self.points(band, value, full))


def recognise(clauses: tuple[Clause, ...], context: Context) -> Bands | None:
    """Claim a sentence whose every clause is an interval with points."""
    if context.so_on:
        return None  # 以此类推 goes on beyond the numbers that are named
    clauses = with_values(clauses)
    rest = [clause for clause in clauses if len(clause.subject) == 1 and isinstance(clause.subject[0], Else)]
    stepped = [clause for clause in clauses if step_of(clause) is not None]
    plain = _plain([clause for clause in clauses if clause not in rest and clause not in stepped], context)
    bands = None if plain is None else with_steps(plain, stepped, context)
    otherwise = context.left_by(rest[-1].award) if rest else None
    if bands is None or (rest and otherwise is None):
        return None
    clause_text = context.cite(rest[-1].span) if rest else ""
    if (
        len(bands) + (otherwise is not None) < 2
        or not _of_one_value(bands)
        or not of_one_thing(clauses, context)
        or _counts_on(clauses, bands, context)
        or _turns(bands)
    ):
        return None
    if otherwise is None:
        otherwise, clause_text = _unsaid(clauses, context)
    if _only_cost(clauses, context):
        bands = [_above_none(band) for band in bands]
    form = Bands(context.points, side_by_side(in_one_unit(bands)), otherwise, clause_text)
    _check_fit(form, clauses, context)
    return form


def _plain(clauses: list[Clause], context: Context) -> list[Band] | None:
    """Give the bands of clauses, each an interval with points; None where one is none."""
    among_counts, good = any(map(counts, clauses)), any(map(counts_good, clauses))
    found = [
        band_of(clause, context, among_counts=among_counts, first=place == 0 and not good)
        for place, clause in enumerate(clauses)
    ]
    bands = [band for band in found if band is not None]
    if len(bands) < len(found):
        return None
    bands = [_of_goal(band, bands) for band in bands]
    return None if any(band.proportional and band.interval.low is None for band in bands) else bands


def _unsaid(clauses: tuple[Clause, ...], context: Context) -> tuple[Fraction | None, str]:
    """Give what values beyond the bands earn, and by which clause, where that follows from how the bands are said."""
    if _only_cost(clauses, context):
        return context.points, ""
    return (Fraction(0), context.cite(clauses[0].span)) if _in_parallel(clauses) else (None, "")


def _of_one_value(bands: list[Band]) -> bool:
    """Whether all bands compare the same: a rate beside a count are two values."""
    units = [end.amount.unit for band in bands for end in band.ends()]
    return bool(bands) and len({unit.dimension for unit in units if unit != PLAIN}) <= 1


def _counts_on(clauses: tuple[Clause, ...], bands: list[Band], context: Context) -> bool:
    """Whether 1次扣1分 beside 3次以上扣5分 may as well be of each case: nothing is said of two.

    Nor does 第二次扣2分 say whether the first is counted too.
    """
    if any(_is_ordinal(one, context) for clause in clauses for one in clause.subject):
        return True
    ends = {end.amount.base for band in bands for end in band.ends()}
    for clause in clauses:
        one = next((phrase for phrase in clause.subject if isinstance(phrase, Interval)), None)
        if isinstance(clause.award, Deduct) and counts(clause) and one is not None and one.bare and one.low:
            behind = one.low.amount.base + one.low.amount.unit.factor
            if max(ends) > behind and behind not in ends:
                return True
    return False


def _turns(bands: list[Band]) -> bool:
    """Whether bands that only say where they begin go up and down again: 超过目标10%的4分，超过20%的5分，完成目标3分."""
    flat = [one for one in bands if not one.expression and not one.proportional and one.stepped is None]
    from_low = [(one.interval.low, one.points) for one in flat if one.interval.high is None]
    up_to_high = [(one.interval.high, one.points) for one in flat if one.interval.low is None]
    for open_ones in (from_low, up_to_high):
        begun = [(end.amount.base, points) for end, points in open_ones if end is not None]
        points = [points for _, points in sorted(begun, key=lambda pair: pair[0])]
        if points not in (sorted(points), sorted(points, reverse=True)):
            return True
    return False


def _is_ordinal(phrase: Phrase, context: Context) -> bool:
    """Whether a number is the place of a case: 第二次, but not 第2名."""
    units = [end.amount.unit.name for end in phrase.ends] if isinstance(phrase, Interval) else []
    said = context.folded(phrase.span)
    before = context.sentence[: phrase.span.start].endswith("第")
    return (
        bool(units)
        and (said.startswith("第") or before)
        and all(one in ("次", "起", "例", "件") for one in units)
    )


def _only_cost(clauses: tuple[Clause, ...], context: Context) -> bool:
    """Whether the bands only say what is lost: 一次扣2分，两次扣4分，三次及以上不得分."""
    costs = [isinstance(clause.award, Deduct) for clause in clauses]
    return any(costs) and all(
        cost or context.points_of(clause.award) == 0 for cost, clause in zip(costs, clauses, strict=True)
    )


def _above_none(band: Band) -> Band:
    """Let 5%以内扣1分 begin above nothing, where every band costs points: of what there is none, nothing is lost."""
    interval = band.interval
    if interval.low is not None or interval.high is None or interval.high.amount.base <= 0:
        return band
    low = End(Amount(Fraction(0), interval.high.amount.unit), False, outright=True)
    return replace(band, interval=replace(interval, low=low), said=replace(band.said, low=low))


def _of_goal(band: Band, bands: list[Band]) -> Band:
    """Let what misses a goal earn its share of what reaching it earns: 未完成的按完成比例计分."""
    if not band.proportional or band.interval.low is not None or band.interval.high is None:
        return band
    goal = band.interval.high.amount.base
    reached = [
        one.points for one in bands if one.interval.low is not None and one.interval.low.amount.base == goal
    ]
    if len(reached) != 1:
        return band
    share = Arithmetic("×", Name(VALUE), Number(reached[0] / goal, PLAIN))
    return replace(band, expression=share, proportional=False)


def _in_parallel(clauses: tuple[Clause, ...]) -> bool:
    """Whether the bands are one list with 分别得, beyond whose last nothing is earned."""
    return len({clause.span for clause in clauses}) == 1


def _check_fit(form: Bands, clauses: tuple[Clause, ...], context: Context) -> None:
    """Refuse bands whose best does not earn just the full marks."""
    adding = [band.points for band in form.bands if band.stepped is not None and band.stepped.adds]
    if adding and context.added is not None and max(adding) + context.added != context.points:
        raise context.misfit(max(adding) + context.added, clauses[0].span)
    tops = [band.points for band in form.bands if not band.expression and not band.proportional]
    if form.otherwise is not None:
        tops.append(form.otherwise)
    top = max(tops, default=Fraction(0))
    open_ended = bool(adding) or any(band.expression or band.proportional for band in form.bands)
    if top != context.points and not (open_ended and top < context.points):
        raise context.misfit(top, clauses[0].span)


def _stands_at(end: End | None, place: Fraction | None) -> bool:
    return end is not None and end.amount.base == place
