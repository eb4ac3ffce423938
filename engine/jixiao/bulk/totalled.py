"""How a table's scores are added up: as a plain sum, scaled up for what is left out, or with all that it says of the total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import lcm

from jixiao.bulk.ceiling import capped
from jixiao.bulk.formula import truth_of
from jixiao.bulk.making import MOST_POINTS, Lowered, Making, leaving, parts_for_rests
from jixiao.bulk.program import Amount, ScoredRule
from jixiao.bulk.row import RowRule
from jixiao.bulk.total import MOST_WORLDS, Capped, Counting, Held, total_steps, world_count
from jixiao.bulk.whole import (
    FALSE,
    NOTHING,
    TRUE,
    Column,
    Const,
    Known,
    Truth,
    Whole,
    choose,
    every,
    floor,
    negation,
    plus,
    same,
    some,
    times,
)
from jixiao.dataclass import replace
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.settlement import Settlement, WideVeto

Way = tuple[Truth, Sequence[Whole], Sequence[Whole]]
MOST_DOUBTFUL = 5
"""Indicators that may be left out and are told apart: as many as make more ways than are written out."""
Totalled = tuple[tuple[Amount, ...], tuple[Amount, ...], str]
"""What adds up to the lowest and to the highest total, and the column of the grades; empty where amounts are ratios."""


def totalled(
    program: Program,
    lowered: Lowered,
    scored: Sequence[ScoredRule],
    choices: Sequence[str],
    making: Making,
) -> Totalled:
    """Add the steps to the total."""
    settlement, leaves = program.settlement, leaving(lowered)
    if settlement.is_plain and not leaves and any(one.low.below or one.high.below for one in scored):
        return _sum([one.low for one in scored], making), _sum([one.high for one in scored], making), ""
    lows = [_in_units(one.low, making) for one in scored]
    highs = [_in_units(one.high, making) for one in scored]
    ways: list[Way] = [(TRUE, lows, highs)]
    rows = {at: one for at in leaves if isinstance(one := lowered[at], RowRule)}
    if leaves and parts_for_rests(program, lowered) is not None:
        ways = [
            (possible, _scaled(program, lows, out, making), _scaled(program, highs, out, making))
            for out, possible in _left_out(rows)
        ]
    else:
        making.engine += [some(one.left_out, one.may_leave_out) for one in rows.values()]
    vetoes = [held for one in settlement.vetoes if (held := _held(one, making)) is not None]
    if world_count(settlement, vetoes) * len(ways) > MOST_WORLDS:
        making.engine.append(TRUE)
        settlement, vetoes, ways = replace(settlement, choices=()), [], ways[:1]
    counting = _counting(program, settlement, lowered, ways, vetoes, choices, making)
    steps, low, high, grades = total_steps(counting, settlement, program.ruleset, making.unit)
    making.steps += steps
    return (Amount(low),), (Amount(high),), grades


def _sum(ends: Sequence[Amount], making: Making) -> tuple[Amount, ...]:
    whole = [one for one in ends if not one.below]
    name = making.step(f"total.{ends[0].above}", plus(*(Column(one.above) for one in whole)))
    return (Amount(name), *(one for one in ends if one.below))


def _in_units(amount: Amount, making: Making) -> Whole:
    """Give a ratio as units; where it is no whole number of them the engine has to look."""
    if not amount.below:
        return Column(amount.above)
    above = times(Const(making.unit), Column(amount.above))
    units = Column(
        making.step(f"{amount.above}.units", floor(above, Column(amount.below), MOST_POINTS * making.unit))
    )
    making.engine.append(negation(same(times(units, Column(amount.below)), above)))
    return units


def _left_out(rows: Mapping[int, RowRule]) -> Iterator[tuple[dict[int, Truth], Truth]]:
    """Yield where indicators are left out, once for each way in which those of which nobody knows it may be."""
    doubtful = [at for at, one in rows.items() if one.may_leave_out != FALSE]
    for number in range(1 << min(len(doubtful), MOST_DOUBTFUL)):
        some_ = {at for place, at in enumerate(doubtful) if number >> place & 1}
        out = {
            at: some(one.left_out, one.may_leave_out if at in some_ else FALSE) for at, one in rows.items()
        }
        yield out, every(*(rows[at].may_leave_out for at in sorted(some_)))


def _scaled(
    program: Program, scores: Sequence[Whole], out: Mapping[int, Truth], making: Making
) -> Sequence[Whole]:
    """Give the sum of what counts, scaled up to full marks for what is left out, as the score of the first indicator."""
    points = [rule.indicator.points for rule in program.rules]
    per = lcm(*(one.denominator for one in points))
    counted = plus(*(choose(out.get(at, FALSE), NOTHING, one) for at, one in enumerate(scores)))
    full = [int(one * per) for one in points]
    rest = plus(*(choose(out.get(at, FALSE), NOTHING, Const(one)) for at, one in enumerate(full)))
    making.engine.append(same(rest, NOTHING))
    whole = floor(times(Const(sum(full)), counted), rest, MOST_POINTS * making.unit)
    return [whole, *[NOTHING] * (len(scores) - 1)]


def _counting(
    program: Program,
    settlement: Settlement,
    lowered: Lowered,
    ways: Sequence[Way],
    vetoes: Sequence[Held],
    choices: Sequence[str],
    making: Making,
) -> Counting:
    rows = {one.rule.indicator.name: one for one in lowered if isinstance(one, RowRule)}
    caps: list[Capped] = []
    for ceiling in settlement.ceilings:
        bound, engine = capped(ceiling, rows, making.grains, making.units)
        making.engine.append(engine)
        caps += [bound] if bound is not None else []
    return Counting(
        [rule.indicator for rule in program.rules],
        ways,
        [_chosen(program, place, choices) for place, _ in enumerate(settlement.choices)],
        vetoes,
        caps,
    )


def _held(veto: WideVeto, making: Making) -> Held | None:
    """Tell where a veto holds by its condition, or may; by a rating the engine decides."""
    if veto.condition is None:
        return None
    decided = truth_of(veto.condition, making.grains, lacking=True)
    return Held(veto, every(decided.holds, negation(decided.unknown)), decided.unknown)


def _chosen(program: Program, place: int, choices: Sequence[str]) -> dict[int, Truth]:
    if not choices:
        return {}
    column = choices[place]
    names = program.settlement.choices[place].indicators
    return {
        at: every(Known(column), same(Column(column), Const(names.index(rule.indicator.name))))
        for at, rule in enumerate(program.rules)
        if rule.indicator.name in names
    }
