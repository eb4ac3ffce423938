"""What a sentence may say once only: what steps are counted from, floors, caps, and limits of the value.

Two that differ contradict each other, and neither the first nor the last is what is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.language.error import LanguageError
from jixiao.language.formula import Number, walk
from jixiao.language.span import Span
from jixiao.language.standard import (
    Amount,
    Base,
    ByFormula,
    Cap,
    Clause,
    Else,
    Entry,
    Floor,
    Interval,
    Pin,
    Says,
    Sentence,
    Step,
)
from jixiao.scoring.forms.form import Form
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.words.context import Context


@dataclass(frozen=True, slots=True)
class Limits:
    """The value that those below count as, and the one that those above do."""

    least: Amount | None = None
    most: Amount | None = None


def with_inner_limits(entries: Sentence) -> Sentence:
    """Give the entries, and behind them what limits the value or the score inside a formula."""
    formulas = [one.award for one in entries if isinstance(one, Clause) and isinstance(one.award, ByFormula)]
    inside: list[Entry] = []
    for one in formulas:
        inside += one.pins
        inside += one.caps
    return (*entries, *inside)


def refuse_contradictions(entries: Sentence, sentence: str) -> None:
    """Raise LanguageError at the second of two that a sentence may say once only, where they differ."""
    for said in _SAID_ONCE:
        found = [(entry.span, what) for entry in entries if (what := said(entry)) is not None]
        for span, what in found[1:]:
            if what != found[0][1]:
                raise _contradict(sentence, found[0][0], span)
    for clause in (entry for entry in entries if isinstance(entry, Clause)):
        steps = [phrase for phrase in clause.subject if isinstance(phrase, Step)]
        if len(steps) > 1:
            raise _contradict(sentence, steps[0].span, steps[1].span)
    others = [
        entry for entry in entries
        if isinstance(entry, Clause) and not entry.mark and entry.award and any(isinstance(one, Else) for one in entry.subject[:1])
    ]  # fmt: skip
    for clause in others[1:]:
        if len(clause.subject) == len(others[0].subject) == 1 and clause.award != others[0].award:
            raise _contradict(sentence, others[0].span, clause.span)


def limits_of(entries: Sentence) -> Limits:
    """Give what limits the value; INVARIANT: nothing contradicts itself."""
    pins = [entry for entry in entries if isinstance(entry, Pin)]
    least = next((one.limit for one in pins if not one.over), None)
    return Limits(least, next((one.limit for one in pins if one.over), None))


def refuse_unlimited(form: Form, entries: Sentence) -> None:
    """Raise LanguageError at a limit of the value where the form scores no value."""
    pin = next((entry for entry in entries if isinstance(entry, Pin)), None)
    if pin is not None and form.takes not in (Takes.VALUE, Takes.COUNT):
        message = "这句话不按数值计分，不知道“超过…按…计算”限制的是什么"
        raise LanguageError.at(message, pin.span)


def refuse_other_base(form: Form, entries: Sentence, context: Context) -> None:
    """Raise LanguageError where 以120%为标准 is none of the numbers that the sentence compares with."""
    base = next((entry for entry in entries if isinstance(entry, Base)), None)
    if base is None or base.amount.base in _numbers(form, entries):
        return
    first = next((one for one in _compared(entries)), None)
    if first is None:
        if not _takes_whole(form, base):
            message = f"“{context.cite(base.span)}”在评分的条款里没有用到，不知道怎样按它计分"
            raise LanguageError.at(message, base.span)
        return
    raise _contradict(context.sentence, base.span, first.span)


def _takes_whole(form: Form, base: Base) -> bool:
    """Whether a form of a rate of completion has 100 % for its goal without saying so."""
    return form.takes == Takes.VALUE and base.amount.base == 1


def _numbers(form: Form, entries: Sentence) -> set[Fraction]:
    formulas = [one.award for one in entries if isinstance(one, Clause) and isinstance(one.award, ByFormula)]
    numbers = (node for one in formulas for node in walk(one.expression) if isinstance(node, Number))
    return {*(amount.base for amount in form.amounts()), *(one.value * one.unit.factor for one in numbers)}


def _compared(entries: Sentence) -> Iterator[Interval]:
    for entry in entries:
        if isinstance(entry, Clause):
            yield from (phrase for phrase in entry.subject if isinstance(phrase, Interval))


def _contradict(sentence: str, one: Span, other: Span) -> LanguageError:
    first, second = (sentence[span.start : span.end] for span in (one, other))
    message = f"“{first}”与“{second}”互相矛盾，不知道按哪一个，请只留一个"
    return LanguageError.at(message, other)


def _of(kind: type[Entry], what: Callable[..., object]) -> Callable[[Entry], object]:
    return lambda entry: what(entry) if isinstance(entry, kind) else None


_SAID_ONCE: Iterable[Callable[[Entry], object]] = (
    _of(Says, lambda one: (one.reading, one.value)),
    _of(Base, lambda one: one.amount.base),
    _of(Floor, lambda one: one.deducted),
    _of(Floor, lambda one: one.kept),
    _of(Cap, lambda one: one.points if one.added else None),
    _of(Cap, lambda one: None if one.added else one.points),
    _of(Pin, lambda one: one.limit.base if one.over else None),
    _of(Pin, lambda one: None if one.over else one.limit.base),
)
"""What is said by each kind of entry that may be said once; None where it says nothing of the kind."""
