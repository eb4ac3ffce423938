"""One indicator of every row: its score whatever the row has or lacks, and why, as whole-number expressions."""

from __future__ import annotations

from fractions import Fraction

from jixiao.bulk.exempt import Exempting
from jixiao.bulk.formula import Grains, lacks
from jixiao.bulk.near import Loose, Near, near
from jixiao.bulk.program import NotLowered, Step
from jixiao.bulk.ratio import Ratio, chosen, merged
from jixiao.bulk.reason import Why
from jixiao.bulk.rule import LoweredRule, exempting_of, hindrance, lowered, over_sides, rounded_points
from jixiao.bulk.scale import Case
from jixiao.bulk.whole import FALSE, TRUE, Column, Const, Known, Truth, Whole, choose, every, negation, some
from jixiao.dataclass import dataclass, replace
from jixiao.scoring.indicator.result import rounded_way
from jixiao.scoring.indicator.ways import undecided
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.readings import Reading
from jixiao.scoring.scale.rounding import rounded

CROOKED = "公式不是一次式，判断不了印出的数离界限有多近"


@dataclass(frozen=True, slots=True)
class RowRule:
    """What an indicator of a row comes to, by the steps that its value is made in.

    `left_out`: where it leaves the total (剔除); `may_leave_out`: where nobody knows whether it does. `engine`: where only
    the engine can say.
    """

    rule: Rule
    sides: tuple[Step, ...]
    low: Ratio
    high: Ratio
    why: Whole
    left_out: Truth = FALSE
    may_leave_out: Truth = FALSE
    engine: Truth = FALSE
    value: Ratio | None = None
    """The value, over its sides; None where a row never has one."""
    valued: Truth = FALSE
    """Where there is one that decides."""

    @property
    def in_units(self) -> bool:
        """Whether all that it may come to are so many parts of a point."""
        return isinstance(self.low.below, Const) and isinstance(self.high.below, Const)

    @property
    def may_leave(self) -> bool:
        """Whether some row may leave it out of the total."""
        return self.left_out != FALSE or self.may_leave_out != FALSE


def row_rule(rule: Rule, grains: Grains, loose: Loose) -> RowRule | NotLowered:
    """Lower a rule for rows that bring the items in `grains`, and may lack any of them."""
    hindered = hindrance(rule)
    if hindered:
        return NotLowered(rule.indicator.name, hindered)
    own = rule.indicator.name
    operands = rule.operands if rule.formula is not None else (own,)
    stated = rule.formula is not None and own in grains and any(name not in grains for name in operands)
    needed = (own,) if stated else operands
    exempt = Exempting() if rule.formula is None else exempting_of(rule, grains)
    missing = some(*(lacks(name, grains) for name in needed))
    if stated:  # what is stated outright decides, whatever may exempt
        perhaps = every(exempt.may_be_full, missing), every(exempt.may_be_left_out, missing)
        exempt = replace(exempt, may_be_full=perhaps[0], may_be_left_out=perhaps[1])
    if missing == TRUE:
        return _assembled(rule, exempt, None, missing, FALSE)
    close = Near(rule.indicator.id) if stated else near(rule, grains, loose)
    if close is None:
        return NotLowered(own, CROOKED)
    prefix = rule.indicator.id
    ready = lowered(rule, grains, sides=(f"{prefix}.above", f"{prefix}.below"), lacking=True, stated=stated)
    assert isinstance(ready, LoweredRule)
    besides = every(missing, Known(own)) if own in grains and own not in needed else FALSE
    known = negation(some(exempt.certain, missing, ready.undefined))
    return _assembled(rule, exempt, ready, missing, some(besides, every(known, close.engine)), close)


def _assembled(
    rule: Rule,
    exempt: Exempting,
    ready: LoweredRule | None,
    missing: Truth,
    engine: Truth,
    close: Near | None = None,
) -> RowRule:
    full = _rounded(rule, rule.standard.points)
    open_low, open_high = (Ratio.of(end) for end in _open(rule))
    low, high, why = open_low, open_high, _code(Why.MISSING)
    sides: tuple[Step, ...] = ()
    value: Ratio | None = None
    undefined: Truth = FALSE
    if ready is not None:
        prefix, undefined = rule.indicator.id, ready.undefined
        sides = tuple(
            Step(f"{prefix}.{name}", side)
            for name, side in (("above", ready.value.above), ("below", ready.value.below))
            if not isinstance(side, Const | Column)
        )
        value = over_sides(ready.value, (f"{prefix}.above", f"{prefix}.below"))
        without = _without_value(rule, ready)
        lowest, highest = ready.low, ready.high
        moved: Truth = FALSE
        if close is not None and close.besides:
            at = close.kept_ratio(ready.low), close.kept_ratio(ready.high)
            lowest, highest = _with_besides(rule, *at, close)
            moved = _moved(ready, close)
        low, high = (
            chosen(missing, out, chosen(undefined, none, at))
            for out, none, at in ((open_low, without[0], lowest), (open_high, without[1], highest))
        )
        stretch = choose(moved, _code(Why.NEAR), _stretch(ready.cases))
        unsure = choose(exempt.unsure, _code(Why.UNSURE), choose(undefined, _code(Why.NO_VALUE), stretch))
        why = choose(missing, _code(Why.MISSING), unsure)
    best = Ratio.of(full)
    may_be = every(exempt.unsure, negation(exempt.certain))
    low = chosen(exempt.certain, best, chosen(every(may_be, best.below_value(low)), best, low))
    high = chosen(exempt.certain, best, chosen(every(may_be, high.below_value(best)), best, high))
    mixed = some(
        every(exempt.full, exempt.may_be_left_out),
        every(exempt.left_out, exempt.may_be_full),
    )
    return RowRule(
        rule,
        (*sides, *(close.steps if close is not None else ())),
        low,
        high,
        choose(exempt.certain, _code(Why.EXEMPT), why),
        exempt.left_out,
        every(negation(exempt.certain), exempt.may_be_left_out),
        some(engine, mixed),
        value,
        FALSE if value is None else negation(some(exempt.certain, exempt.unsure, missing, undefined)),
    )


def _with_besides(rule: Rule, low: Ratio, high: Ratio, close: Near) -> tuple[Ratio, Ratio]:
    """Widen a range by what is possible besides."""
    for when, from_, to in close.besides:
        least, most = rounded_points(from_, rule), rounded_points(to, rule)
        low = close.kept_ratio(merged(every(when, least.below_value(low)), least, low))
        high = close.kept_ratio(merged(every(when, high.below_value(most)), most, high))
    return low, high


def _moved(ready: LoweredRule, close: Near) -> Truth:
    """Tell where what is possible besides is none of what the value itself may earn."""
    moved: Truth = FALSE
    for when, least, most in close.besides:
        among: Truth = FALSE
        for case in reversed(ready.raw_cases):
            here = some(*(every(low.equals(least), high.equals(most)) for low, high in case.points))
            among = some(every(case.when, here), every(negation(case.when), among))
            among = close.kept_truth(among)
        moved = some(moved, every(when, negation(among)))
    return moved


def _code(why: Why) -> Whole:
    return Const(why.number)


def _stretch(cases: tuple[Case, ...]) -> Whole:
    """Give the number of the stretch on which a value lies, from 1 on."""
    found: Whole = Const(len(cases))
    for number, case in reversed(list(enumerate(cases, 1))[:-1]):
        found = choose(case.when, Const(number), found)
    return found


def _rounded(rule: Rule, points: Fraction) -> Fraction:
    return rounded(points, rule.standard.points, rule.readings)


def _open(rule: Rule) -> tuple[Fraction, Fraction]:
    """Give from where to where a score lies of which nothing is known."""
    outcome = rounded_way(undecided(rule, ""), rule).outcome
    return outcome.low, outcome.high


def _without_value(rule: Rule, ready: LoweredRule) -> tuple[Ratio, Ratio]:
    if rule.readings.get(Reading.NO_VALUE, "待定") == "待定":
        low, high = _open(rule)
        return Ratio.of(low), Ratio.of(high)
    assert ready.without_value is not None
    points = Ratio.of(_rounded(rule, ready.without_value))
    return points, points
