"""What the sentence of an own indicator is over: how far the target is met, the value itself, or whether it is met."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from jixiao.dataclass import dataclass, replace
from jixiao.language.formula import plain_name
from jixiao.model.case import OwnIndicator
from jixiao.model.coded import Coded
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.ruleset import Indicator, Text
from jixiao.model.told import Told, Words
from jixiao.quantity import Quantity, fold_width
from jixiao.scoring.indicator.ways import Way
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.message import Filled, Message
from jixiao.scoring.scale.said import Answer, At, Takes, Value


class Measure(Coded):
    """What of an actual value a sentence scores."""

    ATTAINED = "attained", "完成程度"
    """Actual over target, or target over actual for ≤."""
    ITSELF = "itself", "实际值"
    MET = "met", "是否完成"


@dataclass(frozen=True, slots=True)
class Measured:
    """A sentence made ready to run, and what it is over; `assumption` where it may be over something else too."""

    rule: Rule
    measure: Measure
    assumption: str = ""

    def at(self, sense: str, target: Quantity, actual: Fraction) -> At:
        """Give what the sentence is scored at."""
        if self.measure is Measure.ITSELF:
            return Value(actual)
        met, ratio = attainment(sense, target.base, actual)
        return Answer(met) if self.measure is Measure.MET else Value(ratio)


RATE = "完成率"
"""The name that sentences give to how far a target is met."""
_MET = re.compile(
    r"(?:全部|全面)?(?:完成|达成|实现|达标|达到)了?(?:年度|全年)?(?:目标|任务|指标|计划)?(?:任务|值)?的?,?得"
)
_OF_GOAL = ("目标", "比例")

Compile = Callable[[Indicator], Rule]


def measured(own: OwnIndicator, indicator: Indicator, compiled: Compile) -> tuple[Measured, ...]:
    """Tell what an own sentence is over; both where it does not say, and they can differ. Raises Refused.

    A sentence in the target's unit is over the value. One in percent is over how far the target is met, unless the
    target is a percentage too: then it is over the value where it names it or repeats the target.
    """
    attained, problem = _attained(indicator, compiled)
    if attained is not None and attained.meaning.takes == Takes.ANSWER and _MET.match(_plain(indicator)):
        return (Measured(attained, Measure.MET),)
    by_rate = attained is not None and attained.meaning.takes == Takes.VALUE and attained.dimension.is_ratio
    assert own.target is not None
    over = _over(own, indicator) if own.target.unit.dimension.is_ratio else Measure.ATTAINED
    if attained is not None and by_rate and over is Measure.ATTAINED:
        return (Measured(attained, Measure.ATTAINED),)
    itself = _itself(own, indicator, compiled)
    if itself is None:
        raise problem or _misfit(own, attained)
    if attained is None or not by_rate or over is Measure.ITSELF:
        return (Measured(itself, Measure.ITSELF),)
    return (
        Measured(itself, Measure.ITSELF, "评分标准的百分数指实际值"),
        Measured(attained, Measure.ATTAINED, "评分标准的百分数指完成程度"),
    )


def attainment(sense: str, target: Fraction, actual: Fraction) -> tuple[bool, Fraction]:
    """Tell whether a target is met, and how far: 1 or more where it is, less in proportion where not."""
    if sense == "≥":
        met, ratio = actual >= target, actual / target if target else Fraction(0)
    elif sense == "≤":
        met, ratio = actual <= target, target / actual if actual else Fraction(0)
    else:
        met = actual == target
        ratio = min(actual / target, target / actual) if target and actual else Fraction(0)
    return met, max(ratio, Fraction(1)) if met else max(ratio, Fraction(0))


@dataclass(frozen=True, slots=True)
class _TargetTold(Told):
    """Whether a target is met, and by which clause that scores."""

    met: bool
    clause: object

    def __str__(self) -> str:
        return f"{'' if self.met else '没有'}达到目标，按条款“{self.clause}”"


def computed(way: Way) -> Way:
    """Say of what a target decides that it is met or not: nobody judged it."""
    losses = tuple(replace(one, reason=_told(one.reason)) for one in way.outcome.losses)
    return replace(way, outcome=replace(way.outcome, losses=losses, note=_told(way.outcome.note)))


def _told(words: Words) -> Words:
    if isinstance(words, Filled) and words.message in (Message.YES, Message.NO):
        return _TargetTold(words.message is Message.YES, words.fillings["clause"])
    return words


def _attained(indicator: Indicator, compiled: Compile) -> tuple[Rule | None, Refused | None]:
    """Give the sentence over how far the target is met, which it may call 完成率; else why not."""
    named = replace(indicator, name=RATE) if RATE in _plain(indicator) else indicator
    try:
        return replace(compiled(named), indicator=indicator), None
    except Refused as refused:
        return None, refused


def _itself(own: OwnIndicator, indicator: Indicator, compiled: Compile) -> Rule | None:
    """Give the sentence over the value itself, with the target that it may speak of; None where it is not."""
    assert own.target is not None
    goal = Text(f"{own.sense}{own.target}", own.place)
    try:
        rule = compiled(replace(indicator, target=goal))
    except Refused:
        return None
    fits = rule.meaning.takes == Takes.VALUE and rule.dimension == own.target.unit.dimension
    return rule if fits else None


def _misfit(own: OwnIndicator, attained: Rule | None) -> Refused:
    """Say why a sentence can't be held against a target."""
    if attained is not None and attained.meaning.takes == Takes.VALUE:
        assert own.target is not None
        message = f"“{own.name}”的评分标准以{attained.dimension}计，目标却以{own.target.unit.name or '比率'}计，请核对单位"
    else:
        message = f"“{own.name}”写了目标值，它的评分标准却由评定给分，请改写评分标准，或删去目标值"
    return Refused(Diagnostic(own.place, message))


def _plain(indicator: Indicator) -> str:
    return "".join(fold_width(indicator.standard.text).split())


def _over(own: OwnIndicator, indicator: Indicator) -> Measure | None:
    """Tell what a sentence in percent is over where the target is a percentage too; None where it does not say."""
    plain = _plain(indicator)
    numbers = re.findall(r"(?<![\d.])[\d.]+%", plain)
    of_value = plain_name(own.name) in plain_name(plain) or str(own.target) in numbers
    if of_value:
        return None if any(word in plain for word in _OF_GOAL) else Measure.ITSELF
    return Measure.ATTAINED if any(word in plain for word in (*_OF_GOAL, "完成", "达标")) else None
