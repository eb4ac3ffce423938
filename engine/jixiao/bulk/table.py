"""A table → the program of whole numbers that scores rows by it."""

from __future__ import annotations

from collections.abc import Collection

from jixiao.bulk.columns import Range
from jixiao.bulk.exact import RuleScore, why_of
from jixiao.bulk.formula import Grains
from jixiao.bulk.making import LARGEST, LOOSEST, Making, Outside, largest_with, limits_of, ranges_of, unit_of
from jixiao.bulk.near import Loose, loose_name
from jixiao.bulk.program import Amount, NotLowered, ScoredRule, TableProgram
from jixiao.bulk.ratio import Ratio
from jixiao.bulk.row import RowRule, row_rule
from jixiao.bulk.simpler import Simpler
from jixiao.bulk.totalled import totalled
from jixiao.bulk.whole import NOTHING, UNIT, Const, choose, some, times
from jixiao.dataclass import replace
from jixiao.model.case import Claim, Project
from jixiao.scoring.indicator.indicator import evaluate_indicator, open_block
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule

LEAST_LARGEST = 10**11
"""A rule over which numbers of a column can't be as large stays with the engine: 1 billion 元 in cents."""
TOO_LARGE = "数字相乘太大，64 位整数放不下"
NOBODY = Project(None, {}, (), {}, Claim(), {})


def lower_table(
    program: Program,
    grains: Grains,
    *,
    rated: Collection[str] = (),
    chosen: bool = False,
    loose: Loose | None = None,
) -> TableProgram:
    """Make a table ready for rows.

    `grains`: of each item that rows bring, or each indicator whose own value they bring, what one unit of its column is
    in base units. `rated`: the indicators that rows bring ratings of. `chosen`: whether rows say which of several
    indicators counts (选用). `loose`: how far figures of an item may be off as they are printed, in units of its
    column; None where each row says so, in halves of a unit, in a column of its own (`near.loose_name`).
    """
    wanted = asked_of(program)
    grains = {name: grain for name, grain in grains.items() if name in wanted}
    off = {name: halves for name, halves in (loose or {}).items() if name in grains}
    lowered = [lowered_rule(rule, grains, off, rated) for rule in program.rules]
    unit = unit_of(program, lowered)
    making = Making(grains, unit)
    scored = [scored_rule(rule, one, making) for rule, one in zip(program.rules, lowered, strict=True)]
    choices = tuple(f"选用.{place}" for place, _ in enumerate(program.settlement.choices)) if chosen else ()
    low, high, grades = totalled(program, lowered, scored, choices, making)
    engine = making.step("engine", choose(some(*making.engine), UNIT, NOTHING))
    made = TableProgram(
        program.ruleset,
        grains,
        unit,
        LARGEST,
        tuple(making.steps),
        tuple(scored),
        low,
        high,
        grades,
        engine,
        choices,
        tuple(one.why for one in lowered if isinstance(one, Outside)),
        tuple(loose_name(name) for name, halves in off.items() if halves is None),
    )
    made = replace(made, largest=_largest_of(made))
    return replace(made, steps=tuple(Simpler(limits_of(made), all_known=False).steps(made.steps)))


def _largest_of(made: TableProgram) -> int:
    """Give how large numbers may be with which no step grows too large."""
    return largest_with(lambda most: ranges_of(made.steps, limits_of(replace(made, largest=most))).widest)


def asked_of(program: Program) -> frozenset[str]:
    """Give what a table asks rows for: items, and values of indicators."""
    names = {one.indicator.name for one in program.rules}
    names |= {name for rule in program.rules for name in rule.wanted}
    names |= {name for veto in program.settlement.vetoes for name in veto.wanted}
    return frozenset(names | {name for one in program.settlement.ceilings for name in one.wanted})


def lowered_rule(rule: Rule, grains: Grains, loose: Loose, rated: Collection[str]) -> RowRule | Outside:
    """Lower a rule, or say that its scores are brought for each row, or are the same for all. As for `lower_table`."""
    found = row_rule(rule, grains, loose)
    if isinstance(found, RowRule) and _largest(found, grains, loose) < LEAST_LARGEST:
        found = NotLowered(rule.indicator.name, TOO_LARGE)
    if isinstance(found, RowRule):
        return found
    asks = {rule.indicator.name, *rule.wanted}
    if rule.indicator.name in rated or asks & grains.keys():
        return Outside(rule, found)
    return Outside(rule, found, _of_nothing(rule))


def _of_nothing(rule: Rule) -> RuleScore | None:
    """Give what a rule comes to of which a row has nothing; None where more hangs on it than a score."""
    result = open_block(rule) if rule.indicator.is_block else evaluate_indicator(rule, NOBODY)
    if result.beyond is not None or result.may_leave_out:
        return None
    return RuleScore(result.low, result.high, why_of(rule, NOBODY, result))


def _largest(row: RowRule, grains: Grains, loose: Loose) -> int:
    """Give how large numbers may be with which nothing on the way to a score grows too large; 0 where too few are."""

    def widest(most: int) -> int:
        columns = dict.fromkeys(grains, Range(-most, most)) | dict.fromkeys(map(loose_name, loose), LOOSEST)
        bounds = ranges_of(row.sides, columns)
        for whole in (row.low.above, row.low.below, row.high.above, row.high.below, row.why):
            bounds.of(whole)
        for truth in (row.engine, row.left_out, row.may_leave_out, row.valued):
            bounds.look_at(truth)
        return bounds.widest

    return largest_with(widest)


def scored_rule(rule: Rule, one: RowRule | Outside, making: Making) -> ScoredRule:
    """Add the steps to the scores of a rule; give its columns."""
    name, code = rule.indicator.name, rule.indicator.id
    low, high, why = f"{code}.low", f"{code}.high", f"{code}.why"
    if isinstance(one, Outside):
        if one.constant is None:
            return ScoredRule(name, code, Amount(low), Amount(high), why, from_outside=True)
        making.step(low, making.units(one.constant.low))
        making.step(high, making.units(one.constant.high))
        making.step(why, Const(one.constant.why))
        return ScoredRule(name, code, Amount(low), Amount(high), why)
    making.steps += one.sides
    making.engine.append(one.engine)
    amounts = [_amount(column, end, making) for column, end in ((low, one.low), (high, one.high))]
    making.step(why, one.why)
    return ScoredRule(name, code, amounts[0], amounts[1], why)


def _amount(column: str, points: Ratio, making: Making) -> Amount:
    if isinstance(points.below, Const):
        return Amount(making.step(column, times(Const(making.unit // points.below.value), points.above)))
    return Amount(making.step(column, points.above), making.step(f"{column}.below", points.below))
