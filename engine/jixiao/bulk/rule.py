"""One indicator over columns of figures: what it comes to in each case, or why it can't be said in whole numbers."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import reduce

from jixiao.bulk.columns import Bounds
from jixiao.bulk.exempt import Exempting, exempting
from jixiao.bulk.formula import Grains, truth_of, value_of
from jixiao.bulk.program import NotLowered
from jixiao.bulk.ratio import Choosing, Ratio, chosen, merged, rounded
from jixiao.bulk.scale import Case, cases_of
from jixiao.bulk.whole import Column, Const, Truth
from jixiao.dataclass import dataclass
from jixiao.language.formula import Name
from jixiao.scoring.indicator.indicator import takes_figures
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.readings import Reading
from jixiao.scoring.scale.rounding import rounding_of
from jixiao.scoring.scale.said import OWN
from jixiao.scoring.scale.whole import bends

JUDGED = "由评定给分"
BENT = "得分按公式计算，不是直线"
SEVERAL = "由几条小规则合计"
SPILLS = "扣完后从总分中扣"
EXCEEDS = "另有超额的扣分"
ABOVE, BELOW = "分子", "分母"
"""Names of the two sides of the value, in what is written of the points."""


@dataclass(frozen=True, slots=True)
class LoweredRule:
    """What an indicator comes to where every item is known: the first of these that holds.

    `exempting` decides for full marks; where the value is undefined `without_value` are the points, or None where that
    is open; else the cases decide. Where that is unsure, the full marks are possible too.
    """

    indicator: str
    items: tuple[str, ...]
    """What must be known, in the rule's order."""
    full: Fraction
    bounds: tuple[Fraction, Fraction]
    """Between what an open score lies."""
    exempting: Exempting
    undefined: Truth
    without_value: Fraction | None
    value: Ratio
    cases: tuple[Case, ...]
    """Where the value lies and what each way to read the sentence gives there, rounded as the table says; over the
    names of the two sides of the value, where that is more than a column. The last always holds."""

    raw_cases: tuple[Case, ...] = ()
    """The same before anything is rounded."""
    choosing: Choosing = chosen
    """How points of several cases are made one ratio: a value is defined wherever they are asked for (`merged`) or not."""

    @property
    def low(self) -> Ratio:
        """The lowest score over all ways."""
        return self._over(0, self._lower)

    @property
    def high(self) -> Ratio:
        """The highest score over all ways."""
        return self._over(1, self._higher)

    def _over(self, end: int, pick: Callable[[Ratio, Ratio], Ratio]) -> Ratio:
        found: Ratio | None = None
        for case in reversed(self.cases):
            points = reduce(pick, dict.fromkeys(way[end] for way in case.points))
            found = points if found is None else self.choosing(case.when, points, found)
        assert found is not None
        return found

    def _lower(self, one: Ratio, other: Ratio) -> Ratio:
        return self.choosing(other.below_value(one), other, one)

    def _higher(self, one: Ratio, other: Ratio) -> Ratio:
        return self.choosing(one.below_value(other), other, one)


def lowered(
    rule: Rule,
    grains: Grains,
    bounds: Bounds | None = None,
    *,
    sides: tuple[str, str] = (ABOVE, BELOW),
    lacking: bool = False,
    stated: bool = False,
) -> LoweredRule | NotLowered:
    """Lower a rule; `grains` has the items of its formula, or the indicator's own name where it has none.

    `bounds`: of the columns, where they are known; what they rule out is not written out. `sides`: what the two sides
    of the value are called. `lacking`: whether rows may lack an item that a condition asks for. `stated`: whether the
    value is stated under the indicator's own name, whatever its formula.
    """
    name = rule.indicator.name
    why = hindrance(rule)
    if why:
        return NotLowered(name, why)
    tree = Name(name) if stated or rule.formula is None else rule.formula
    value = value_of(tree, grains, bounds)
    exempt = exempting_of(rule, grains, bounds, lacking=lacking)
    choosing = merged if lacking else chosen
    scales = [way.terms[0].scale for way in rule.meaning.ways]
    cases = cases_of(scales, over_sides(value.ratio, sides), choosing)
    full = rule.standard.points
    without = {"满分": full, "不得分": Fraction(0)}.get(rule.readings.get(Reading.NO_VALUE, "待定"))
    rounded_cases = tuple(_rounded_case(case, rule) for case in cases)
    return LoweredRule(
        name,
        rule.wanted if rule.formula else (name,),
        full,
        rule.bounds(),
        exempt,
        value.undefined,
        without,
        value.ratio,
        rounded_cases,
        cases,
        choosing,
    )


def exempting_of(
    rule: Rule, grains: Grains, bounds: Bounds | None = None, *, lacking: bool = True
) -> Exempting:
    """Lower the conditions of a rule; `lacking`: whether rows may lack an item that they ask for."""
    leaving_out = {one.fact: one.leaves_out for one in rule.standard.exemptions}
    return exempting(
        (truth_of(tree, grains, bounds, lacking=lacking), leaving_out[fact]) for fact, tree in rule.conditions
    )


def over_sides(value: Ratio, sides: tuple[str, str]) -> Ratio:
    """Give a value by the names of its two sides, so that what is long is written out once."""
    above = value.above if isinstance(value.above, Const | Column) else Column(sides[0])
    below = value.below if isinstance(value.below, Const | Column) else Column(sides[1])
    return Ratio(above, below)


def hindrance(rule: Rule) -> str:
    """Say what keeps a rule from being lowered; "" where nothing does."""
    terms = [term for way in rule.meaning.ways for term in way.terms]
    if not takes_figures(rule) or rule.indicator.is_block:
        return JUDGED
    if len(terms) > len(rule.meaning.ways) or any(term.name != OWN or not term.scale for term in terms):
        return SEVERAL
    if any(term.choice is not None or term.whole for term in terms):
        return JUDGED
    if rule.standard.bounds.spills:
        return SPILLS
    if rule.exceeding is not None:
        return EXCEEDS
    return BENT if any(bends(term.scale) for term in terms) else ""


def _rounded_case(case: Case, rule: Rule) -> Case:
    ways = ((rounded_points(low, rule), rounded_points(high, rule)) for low, high in case.points)
    return Case(case.when, tuple(dict.fromkeys(ways)))


def rounded_points(points: Ratio, rule: Rule) -> Ratio:
    """Round points as 口径 says, never above full marks."""
    places = rule.readings.get(Reading.DECIMALS)
    if places is None:
        return points
    full = Ratio.of(rule.standard.points)
    whole = rounded(points, Fraction(1, 10 ** int(places)), rounding_of(rule.readings))
    return chosen(full.below_value(whole), full, whole)
