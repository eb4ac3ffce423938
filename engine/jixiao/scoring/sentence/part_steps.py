"""What a sentence says of part of a step must speak of its own steps: 不足1个百分点的按1个百分点计算."""

from __future__ import annotations

from fractions import Fraction

from jixiao.language.error import LanguageError
from jixiao.language.standard import Amount, Clause, Deduct, Each, Says, Sentence, Step
from jixiao.quantity import counts_alike
from jixiao.scoring.words.context import Context


def refuse_other_steps(entries: Sentence, context: Context) -> None:
    """Refuse “不足85%的按比例” where no step is 85 %: it speaks of the value, not of a step.

    What a part of a step counts as must be the step, or what one costs.
    """
    rated = [
        (phrase.amount, entry.award)
        for entry in entries
        if isinstance(entry, Clause)
        for phrase in entry.subject
        if isinstance(phrase, Step)
    ]
    ones = {
        Amount(Fraction(1), phrase.unit)
        for entry in entries
        if isinstance(entry, Clause)
        for phrase in entry.subject
        if isinstance(phrase, Each)
    }
    steps = {amount for amount, _ in rated} | ones
    costs = {context.cost_of(award) for _, award in rated if isinstance(award, Deduct)}
    for entry in entries:
        if not isinstance(entry, Says):
            continue
        span, counted = entry.span, entry.counted
        if entry.amount is not None and not any(_is_same(entry.amount, step) for step in steps):
            raise LanguageError.at("无法理解：“不足…”说的不是这句话里的步长", span)
        fits = counted is None or (
            costs == {counted.base}
            if counted.unit.name == "分"
            else bool(steps) and all(_is_same(counted, step) for step in steps)
        )
        if counted is not None and (not fits or entry.value == "按比例"):
            message = "无法理解：不足一步的，“按…”后面应是步长，或者一步所扣的分"
            raise LanguageError.at(message, span)


def _is_same(one: Amount, other: Amount) -> bool:
    """Whether two amounts are so much of the same: 3天 and 3日, 1% and 1个百分点."""
    return one.base == other.base and counts_alike(one.unit, other.unit)
