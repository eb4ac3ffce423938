"""The ways an indicator may come out, before they are drawn together into one result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import prod

from jixiao.dataclass import dataclass, replace
from jixiao.language.formula.calculate import Calculation, Undefined
from jixiao.model.evaluation import Figure
from jixiao.model.part import HOLDS, Part
from jixiao.quantity import percent_text, value_text
from jixiao.scoring.indicator.evidence import Evidence
from jixiao.scoring.indicator.nearby import Nearby, nearby
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.program.value_rule import Ruled
from jixiao.scoring.scale.message import Filled, Message
from jixiao.scoring.scale.outcome import Loss, Outcome, earned
from jixiao.scoring.scale.readings import Reading
from jixiao.scoring.scale.said import OWN, Inputs, Unknown, Value
from jixiao.scoring.sentence.beside import Exemption, FactGuard
from jixiao.scoring.sentence.told import exemption_told, left_by

MAX_COMBINATIONS = 64
"""Most combinations of disputed values tried, and told, of one indicator: six items in two versions each.

Beyond, it is left open whole. Stops cases whose every indicator comes out in thousands of ways.
"""


@dataclass(slots=True)
class Way:
    """One way: what is assumed, and what it gives. `value` is in base units. Never changed once it is made."""

    assumption: str
    outcome: Outcome
    value: Fraction | None = None
    figures: Mapping[str, Figure] | None = None
    exempt: bool = False
    left_out: bool = False
    """True where the exemption leaves the indicator out and scales the others up."""
    decided: bool = True
    """False where the outcome is just everything that is possible."""
    beside: bool = False
    """True where the value is not what the figures give as they are printed, but what they may mean."""


@dataclass(frozen=True, slots=True)
class Besides:
    """What is said of the other inputs of a sentence beside the value, and what is assumed there."""

    inputs: Inputs
    assumption: str = ""

    def scored(
        self, rule: Rule, at: Value | Unknown, assumption: str, figures: Mapping[str, Figure] | None = None
    ) -> Iterator[Way]:
        """Yield the ways of a value, or of all that it may be."""
        return scored_ways(rule, {**self.inputs, OWN: at}, _both(self.assumption, assumption), figures)


ALONE = Besides({})


def exempted(rule: Rule, exemption: Exemption, assumption: str = "") -> Way:
    """Give the way of an exemption: full marks, or left out of the total, by its clause."""
    points = rule.standard.points
    note = exemption_told(exemption)
    outcome = Outcome(points, points, note=note, parts=(Part(exemption.clause, HOLDS),))
    return Way(assumption, outcome, exempt=True, left_out=exemption.leaves_out)


def vetoed(rule: Rule, veto: FactGuard) -> Way:
    """Give the way of a fact that earns nothing, or less."""
    return Way("", left_by(veto, rule.standard.points))


def undecided(rule: Rule, note: str, assumption: str = "") -> Way:
    """Give the way where nothing more is known than the standard's bounds.

    A formula that turns out to divide by zero may, by 口径 无指标值, earn nothing at all.
    """
    low, high = rule.bounds()
    if rule.formula is not None and rule.readings.get(Reading.NO_VALUE) == "不得分":
        low = min(low, Fraction(0))
    if rule.exceeding is not None:
        costs = (one.of(rule.standard.points) for one in rule.exceeding.rule.ruled)
        low = max(low - max(costs), min(low, Fraction(0)))
    outcome = Outcome(low, high, _out_of_reach(rule, high, note), note, beyond=rule.spilled())
    return Way(assumption, outcome, decided=False)


def _out_of_reach(rule: Rule, best: Fraction, note: str) -> tuple[Loss, ...]:
    """Give what is lost whatever the figures are, where the sentence never gives full marks."""
    points = rule.standard.points
    if best == points:
        return ()
    reason = Filled(Message.AT_BEST, {"why": note, "points": best})
    return (Loss(points - best, rule.indicator.standard.text, reason),)


def scored_ways(
    rule: Rule, inputs: Inputs, assumption: str = "", figures: Mapping[str, Figure] | None = None
) -> Iterator[Way]:
    """Yield a way for each reading of the sentence that gives another score."""
    at = inputs.get(OWN)
    value = at.value if isinstance(at, Value) else None
    for one in rule.meaning.outcomes(inputs):
        both = "；".join(words for words in (assumption, one.assumption) if words)
        way = Way(both, one.outcome, value, figures)
        exceeding = rule.exceeding
        yield from (
            (way,) if exceeding is None or value is None else exceeded(way, rule, exceeding.completed(value))
        )


def exceeded(way: Way, rule: Rule, completed: Fraction) -> Iterator[Way]:
    """Yield a way with what the table takes where so much of the target is done (超额); one for each end of it that is open."""
    if rule.exceeding is None or not way.decided:
        yield way
        return
    options = rule.exceeding.rule.at(completed)
    for option in options:
        outcome = way.outcome if option is None else _lessened(way.outcome, rule, option, completed)
        said = f"按“{option.clause}”" if option is not None else "不算超额"
        assumed = (
            "；".join(words for words in (way.assumption, said) if words)
            if len(options) > 1
            else way.assumption
        )
        yield replace(way, outcome=outcome, assumption=assumed)


def _lessened(outcome: Outcome, rule: Rule, option: Ruled, completed: Fraction) -> Outcome:
    """Take off what going beyond the target costs, not below nothing."""
    cost = option.of(rule.standard.points)
    low, high = (max(end - cost, min(end, Fraction(0))) for end in (outcome.low, outcome.high))
    reason = Filled(Message.EXCEEDED, {"completed": percent_text(completed), "clause": option.clause})
    loss = Loss(outcome.high - high, option.clause, reason)
    return replace(
        outcome,
        low=low,
        high=high,
        losses=(*outcome.losses, loss) if loss.points else outcome.losses,
        parts=(*outcome.parts, Part(option.clause)),
    )


def unknown_ways(
    rule: Rule, note: str, assumption: str = "", missing: Sequence[str] = (), besides: Besides = ALONE
) -> Iterator[Way]:
    """Yield the way where the value is not known: beside it, other inputs may be."""
    if besides is ALONE:
        yield undecided(rule, note, assumption)
    else:
        yield from besides.scored(rule, Unknown(tuple(missing), note), assumption)


def stated_ways(rule: Rule, stated: Evidence, besides: Besides = ALONE) -> Iterator[Way]:
    """Yield the ways of the values that are stated outright under the indicator's own name."""
    for value in stated.values:
        figure = stated.figure_for(value)
        figures = {stated.item: figure} if figure else {}
        assumption = f"{stated.item}取{figure.quantity}" if figure and len(stated.values) > 1 else ""
        yield from besides.scored(rule, Value(value), assumption, figures)


def printed_ways(
    rule: Rule, value: Fraction, figures: Mapping[str, Figure], assumption: str, besides: Besides
) -> Iterator[Way]:
    """Yield the ways of a value, and where it is near a bound, of what it may be as its figures are printed."""
    ways = list(besides.scored(rule, Value(value), assumption, figures))
    came_to = {(way.outcome.low, way.outcome.high) for way in ways}
    others = [
        replace(way, beside=True)
        for near in nearby(rule, value, figures)
        for way in besides.scored(rule, Value(near.value), _both(assumption, _may_be(rule, near)), figures)
        if (way.outcome.low, way.outcome.high) not in came_to
    ]
    if others:
        as_printed = "按印出的数算"
        ways = list(besides.scored(rule, Value(value), _both(assumption, as_printed), figures))
    yield from (*ways, *others)


def _may_be(rule: Rule, near: Nearby) -> str:
    bound = value_text(near.bound, rule.dimension)
    return f"印出的数是舍入过的，也可能{'低于' if near.is_below else '高于'}{bound}"


def _both(one: str, other: str) -> str:
    return "，".join(words for words in (one, other) if words)


def figure_ways(
    rule: Rule, calculation: Calculation, evidence: Mapping[str, Evidence], besides: Besides = ALONE
) -> Iterator[Way]:
    """Yield the ways of a formula over every combination of the values that are stated."""
    wanted = [name for name in rule.wanted if evidence[name].values]
    too_many = any(evidence[name].too_many for name in wanted)
    if too_many or prod(len(evidence[name].values) for name in wanted) > MAX_COMBINATIONS:
        yield from unknown_ways(rule, "相互矛盾的陈述太多，无法逐一核算", besides=besides)
        return
    for values in product(*(evidence[name].values for name in wanted)):
        chosen = dict(zip(wanted, values, strict=True))
        figures = {name: figure for name in wanted if (figure := evidence[name].figure_for(chosen[name]))}
        yield from _combination(rule, calculation, chosen, figures, _assumed(evidence, figures), besides)


def _assumed(evidence: Mapping[str, Evidence], figures: Mapping[str, Figure]) -> str:
    return "，".join(
        f"{name}取{figure.quantity}" for name, figure in figures.items() if len(evidence[name].values) > 1
    )


def _combination(
    rule: Rule,
    calculation: Calculation,
    values: Mapping[str, Fraction],
    figures: Mapping[str, Figure],
    assumption: str,
    besides: Besides,
) -> Iterator[Way]:
    exemptions = {exemption.fact: exemption for exemption in rule.standard.exemptions}
    for fact, exempts in rule.exempting:
        held = exempts(values)
        if held is None:
            yield exempted(rule, exemptions[fact], _both(assumption, f"如果{fact}"))
        elif held:
            yield exempted(rule, exemptions[fact], assumption)
            return
    missing = [name for name in rule.operands if name not in values]
    if missing:
        yield from unknown_ways(rule, f"缺少{'、'.join(missing)}", assumption, missing, besides)
        return
    value = calculation(values)
    if isinstance(value, Undefined):
        yield from _without_value(rule, value, assumption, besides)
        return
    yield from printed_ways(rule, value, figures, assumption, besides)


def _without_value(rule: Rule, undefined: Undefined, assumption: str, besides: Besides) -> Iterator[Way]:
    """Yield what 口径 无指标值 makes of a division by zero; open where it is silent, or the value too long.

    Of several inputs it is only the value's part that is open: 口径 speaks of the indicator as a whole.
    """
    points = rule.standard.points
    if besides is not ALONE:
        yield from unknown_ways(rule, str(undefined), assumption, besides=besides)
        return
    reading = "待定" if undefined.is_overlong else rule.readings.get(Reading.NO_VALUE, "待定")
    why = {"why": str(undefined)}
    if reading == "满分":
        yield Way(assumption, Outcome(points, points, note=Filled(Message.NO_VALUE_FULL, why)))
    elif reading == "不得分":
        reason = Filled(Message.NO_VALUE_NOTHING, why)
        nothing = earned(points, Fraction(0), f"口径 {Reading.NO_VALUE}：不得分", reason)
        yield Way(assumption, replace(nothing, parts=()))
    else:
        yield undecided(rule, str(undefined), assumption)
