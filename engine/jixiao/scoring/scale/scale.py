"""A scale: what every value earns, stretch by stretch, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from jixiao.curve.line import ZERO, Line
from jixiao.curve.stretch import Stretch, cut_at, joined, mirrored
from jixiao.dataclass import dataclass, field, replace
from jixiao.language.standard import Amount, Interval
from jixiao.model.part import Part
from jixiao.quantity import PLAIN, Unit
from jixiao.scoring.scale.earning import Bent, Earning, Stair, constant, mirrored_earning
from jixiao.scoring.scale.message import Message
from jixiao.scoring.words.intervals import claim


class _Passing(dict[str, tuple[Any, ...]]):
    """What is kept in passing, and made again where it is not: it does not go to another process."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _Passing, ()


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a stretch, as far as it does not depend on the value."""

    message: Message
    clause: str = ""
    lies: Interval | None = None
    """The interval in which the values are said to lie."""
    limit: Amount | None = None
    """What steps are counted from."""
    step: Fraction = ZERO
    """One step, in base units."""
    unit: Unit = PLAIN
    """The unit in which values and distances are told."""
    goal: str = ""
    """The clause that sets the goal which is missed."""
    cited: str | None = None
    """The clause that the ledger names, where it is not `clause`."""
    note: Message | None = None
    """What is said of the score as a whole, where it is not what is said of the loss."""
    magnitude: bool = False
    """Whether the value is told without its sign."""
    counted_as: Fraction | None = None
    """The value that others count as, and by which they are told (超过100%按100%计算)."""
    stair: Stair | None = None
    """The stair on which the steps of that value are counted."""
    kept: _Passing = field(default_factory=_Passing, init=False, compare=False, repr=False)
    """Templates in parts, with what does not depend on the value filled in (see `tell`)."""

    @property
    def loss_clause(self) -> str:
        """The clause that the ledger names."""
        return self.clause if self.cited is None else self.cited


@dataclass(frozen=True, slots=True)
class Earned:
    """What the values of a stretch earn, and what is said of it."""

    earns: Earning
    said: Said
    part: Part | None = None
    least: Line | Stair | None = None
    """The lowest points where the sentence leaves a range, of which `earns` is the highest; on the same steps."""
    floor: Fraction | None = None
    cap: Fraction | None = None
    unheld: bool = False
    """Whether points below the floor are kept: they spill over to the total, or (without one) go below nothing."""
    decides: bool = False
    """Whether it is the score whatever else there is (低于60%不得分)."""

    @property
    def essence(self) -> tuple[object, ...]:
        """What decides the points, without what is said of them."""
        return self.earns, self.least, self.floor, self.cap, self.unheld, self.decides

    @property
    def lowest(self) -> Fraction | None:
        """Where points end as they are told; None where they go on below nothing."""
        if self.floor is None:
            return None if self.unheld else ZERO
        return min(self.floor, ZERO)

    def hold(self, points: Fraction) -> Fraction:
        """Give points held between floor and cap."""
        if self.floor is not None and points < self.floor and not self.unheld:
            return self.floor
        return self.cap if self.cap is not None and points > self.cap else points


Scale = tuple[Stretch[Earned], ...]
"""INVARIANT: every value that can occur lies on just one stretch; they stand in order."""


def of_count(none: Earned, some: Earned) -> Scale:
    """Give the scale of whole numbers on which none earns one thing, and some another."""
    one = Fraction(1)
    return Stretch(None, one, False, False, none), Stretch(one, None, True, False, some)


def stretch_at(scale: Scale, value: Fraction) -> Stretch[Earned]:
    """Give the stretch that a value lies on."""
    return next(stretch for stretch in scale if not stretch.ends_before(value))


def held(scale: Scale, floor: Fraction | None, cap: Fraction, *, unheld: bool = False) -> Scale:
    """Give the scale held between floor and cap; `unheld`: what lies below the floor is kept."""
    return tuple(
        stretch.holding(replace(stretch.what, floor=floor, cap=cap, unheld=unheld)) for stretch in scale
    )


@dataclass(frozen=True, slots=True)
class Overlay:
    """Values that earn the same whatever the scale says (低于60%不得分)."""

    interval: Interval
    points: Fraction
    message: Message
    clause: str

    @property
    def ends(self) -> tuple[Fraction, ...]:
        """Where the values end."""
        return tuple(end.amount.base for end in self.interval.ends)

    @property
    def earned(self) -> Earned:
        """What the values earn."""
        said = Said(self.message, self.clause, lies=self.interval)
        floor = self.points if self.points < 0 else None
        return Earned(Line(self.points), said, Part(self.clause), floor=floor, decides=True)


def overlaid(scale: Scale, overlays: Iterable[Overlay], *, statute: bool) -> Scale:
    """Lay what decides over a scale; of two that claim a value, the first decides.

    `statute`: whether 以上, 以下 and 以内 include their number.
    """
    laid = tuple(overlays)
    parts = cut_at(scale, {end for overlay in laid for end in overlay.ends})

    def deciding(value: Fraction) -> Overlay | None:
        return next((overlay for overlay in laid if claim(overlay.interval, value, statute)), None)

    return tuple(
        part if (overlay := deciding(part.sample)) is None else part.holding(overlay.earned) for part in parts
    )


def counting_as(scale: Scale, low: Fraction | None, high: Fraction | None) -> Scale:
    """Give the scale on which values below `low` count as it, and values above `high` as that."""
    limits = {limit for limit in (low, high) if limit is not None}

    def counted(part: Stretch[Earned]) -> Stretch[Earned]:
        if high is not None and part.sample > high:
            return part.holding(_counted_as(stretch_at(scale, high).what, high))
        if low is not None and part.sample < low:
            return part.holding(_counted_as(stretch_at(scale, low).what, low))
        return part

    row = [counted(part) for part in cut_at(scale, limits)]
    return joined(row, lambda last, here: last.what if last.what == here.what else None)


def _counted_as(earned: Earned, value: Fraction) -> Earned:
    stair = earned.earns if isinstance(earned.earns, Stair) else None
    said = replace(earned.said, counted_as=value, stair=stair)
    least = None if earned.least is None else Line(earned.least.at(value))
    return replace(earned, earns=constant(earned.earns, value), least=least, said=said)


def without_sign(scale: Scale) -> Scale:
    """Give the scale of the value without its sign (按绝对值计算)."""

    def turned(earned: Earned) -> Earned:
        said = replace(earned.said, magnitude=True)
        least = None if earned.least is None else mirrored_earning(earned.least)
        assert not isinstance(least, Bent)
        return replace(earned, earns=mirrored_earning(earned.earns), least=least, said=said)

    return mirrored(scale, turned)


def extremes(scale: Scale, floor: Fraction | None, cap: Fraction) -> tuple[Fraction | None, Fraction]:
    """Give the lowest and the highest points on a scale, between floor and cap unless a stretch decides.

    Where there is no floor and the points fall without end, there is no lowest.
    """
    points = {
        end
        if stretch.what.decides
        else stretch.what.hold(min(end if floor is None else max(end, floor), cap))
        for stretch in scale
        for end in _ends(stretch, floor, cap)
        if end is not None
    }
    return None if floor is None and falls_without_end(scale) else min(points), max(points)


def falls_without_end(scale: Scale) -> bool:
    """Whether nothing holds the points of some stretch that goes on falling."""
    return any(stretch.what.floor is None and stretch.what.unheld and _falls_on(stretch) for stretch in scale)


def _falls_on(stretch: Stretch[Earned]) -> bool:
    match stretch.what.earns:
        case Bent():
            return True
        case Stair() as stair:
            falls_up = (stair.each > 0) == (stair.step > 0)
            return (stretch.high if falls_up else stretch.low) is None
        case Line() as line:
            return bool(line.slope) and (stretch.high if line.slope < 0 else stretch.low) is None


def _ends(stretch: Stretch[Earned], floor: Fraction | None, cap: Fraction) -> Iterator[Fraction | None]:
    earned = stretch.what
    match earned.earns:
        case Bent():
            yield from (floor, cap)
        case Stair() as stair:
            yield from _ends_of_stair(stretch, stair, floor, cap)
            if isinstance(earned.least, Stair):
                yield from _ends_of_stair(stretch, earned.least, floor, cap)
        case Line() as line if line.slope:
            for end, rises in ((stretch.low, line.slope < 0), (stretch.high, line.slope > 0)):
                yield line.at(end) if end is not None else cap if rises else floor
        case Line() as line:
            yield line.intercept
            if isinstance(earned.least, Line):
                yield earned.least.intercept


def _ends_of_stair(
    stretch: Stretch[Earned], stair: Stair, floor: Fraction | None, cap: Fraction
) -> Iterator[Fraction | None]:
    """Yield the points at both ends of a stair; without an end it goes on to floor or cap."""
    rises = (stair.each < 0) == (stair.step > 0)
    yield stair.at(stretch.low) if stretch.low is not None else floor if rises else cap
    yield stair.at(stretch.high) if stretch.high is not None else cap if rises else floor
