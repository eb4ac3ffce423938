"""Bands that go in steps from their near end: 完成任务得10分；超10%以上加2分；未完成的，每少5%扣1分."""

from __future__ import annotations

from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.language.standard import Add, Amount, Clause, Deduct, End, Interval, Step
from jixiao.scoring.forms.bands.band import Band
from jixiao.scoring.forms.bands.stair import Stepped
from jixiao.scoring.forms.steps.limits import step_of
from jixiao.scoring.forms.steps.rate import Rate
from jixiao.scoring.forms.steps.turned import turned
from jixiao.scoring.words.context import Context


def with_steps(plain: list[Band], clauses: list[Clause], context: Context) -> list[Band] | None:
    """Give the bands with those of clauses that go in steps; None where one of them can't be placed."""
    if clauses and len(plain) == 1:
        return None  # one limit and steps from it are of the form steps
    if clauses and not all(band.points > 0 or band.proportional or band.expression for band in plain):
        return None  # what earns nothing stands around, as beside any form
    earned = [band.points for band in plain]
    if clauses and len(set(earned)) < len(earned):
        return None  # two limits of the same points: from which one the steps go, nobody says
    bands = list(plain)
    for clause in clauses:
        found = _stepped(clause, plain, context)
        if found is None:
            return None
        if found.stepped and found.stepped.side == "over":
            bands = [_ended(band, found.stepped.origin) for band in bands]
        bands.append(found)
    return bands


def _stepped(clause: Clause, plain: list[Band], context: Context) -> Band | None:
    step = step_of(clause)
    if step is None or step.direction == "off" or step.amount.base <= 0:
        return None
    step = turned(step, [end.amount for band in plain for end in band.ends()])
    rest = tuple(one for one in clause.subject if not isinstance(one, Step))
    interval = context.condition(rest) if rest else _beyond_all(plain, step)
    points = _points(clause, context)
    if interval is None or not points:
        return None
    near = interval.low if step.direction == "over" else interval.high
    start = None if near is None else _points_at(near.amount, plain)
    if near is None or start is None or near.amount.unit.dimension != step.amount.unit.dimension:
        return None
    cited = context.cite(clause.span)
    stepped = Stepped(Rate(step.amount, points, cited), near.amount, start, step.direction)
    return Band(interval, interval, start, stepped=stepped, clause=cited)


def _points(clause: Clause, context: Context) -> Fraction | None:
    match clause.award:
        case Deduct() as award:
            return context.cost_of(award)
        case Add(value=value):
            return -value
        case _:
            return None


def _beyond_all(plain: list[Band], step: Step) -> Interval | None:
    """Give what lies beyond all bands that earn something, on the side of the steps."""
    earning = [band.interval for band in plain if band.points > 0]
    if step.direction == "under":
        lows = [one.low for one in earning if one.low is not None]
        least = min(lows, key=lambda end: end.amount.base, default=None)
        return None if least is None or len(lows) < len(earning) else Interval(None, _other(least))
    ends = [one.high or one.low for one in earning]
    most = max((end for end in ends if end is not None), key=lambda end: end.amount.base, default=None)
    return None if most is None else Interval(_other(most), None)


def _other(end: End) -> End:
    return End(end.amount, False, outright=True)


def _points_at(origin: Amount, plain: list[Band]) -> Fraction | None:
    """Give the points of the band that the steps go away from."""
    ending = [
        band for band in plain if band.points and any(end.amount.base == origin.base for end in band.ends())
    ]
    return ending[0].points if len(ending) == 1 else None


def _ended(band: Band, origin: Amount) -> Band:
    """End a band where steps above it begin: 完成任务得6分 is of just the goal, where 每超1%加0.2分 follows."""
    low, high = band.interval.low, band.interval.high
    if high is not None or low is None or low.amount.base != origin.base:
        return band
    end = End(origin, True, outright=True)
    interval = replace(band.interval, low=end, high=end)
    return replace(band, interval=interval, said=interval)
