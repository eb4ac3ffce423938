"""A result of the engine → its reason code: the one that a program gives for the same row."""

from __future__ import annotations

from fractions import Fraction

from jixiao.bulk.reason import Why
from jixiao.dataclass import dataclass, field
from jixiao.model.evaluation import Result, Status
from jixiao.scoring.indicator.indicator import takes_figures
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.whole import Whole, bends, whole_stretches


@dataclass(slots=True)
class Reasons:
    """Gives the reason codes of results of one table."""

    program: Program
    _stretches: list[tuple[Whole, ...]] = field(init=False)
    """Of each rule the stretches of its values, where it has just one scale."""

    def __post_init__(self) -> None:
        self._stretches = [_stretches_of(rule) for rule in self.program.rules]

    def of(self, at: int, result: Result) -> int:
        """Give the reason code of the result of a rule, by its place in the table."""
        rule = self.program.rules[at]
        if result.status is Status.EXEMPT:
            return Why.EXEMPT.number
        if not takes_figures(rule) or rule.indicator.is_block:
            is_judged = result.status is Status.JUDGED or (bool(result.alternatives) and not result.missing)
            return Why.JUDGED.number if is_judged else Why.NOT_JUDGED.number
        if result.status is Status.JUDGED:
            return Why.JUDGED.number
        if result.conflicts:
            return Why.DISPUTED.number
        if result.near_bound:
            return Why.NEAR.number
        if result.valued and len(result.values) == 1:
            return self._stretch(at, result.values[0])
        return Why.MISSING.number if result.missing else Why.OTHER.number

    def _stretch(self, at: int, value: Fraction) -> int:
        """Give the number of the stretch on which a value lies, from 1 on."""
        for number, one in enumerate(self._stretches[at], 1):
            high = one.stretch.high
            if high is None or value < high or (value == high and one.stretch.high_included):
                return number
        return Why.OTHER.number


def _stretches_of(rule: Rule) -> tuple[Whole, ...]:
    terms = [term for way in rule.meaning.ways for term in way.terms]
    if len(terms) > len(rule.meaning.ways) or any(not term.scale or bends(term.scale) for term in terms):
        return ()
    return tuple(whole_stretches([way.terms[0].scale for way in rule.meaning.ways]))
