"""A value or rating that tells two sentences apart: found where their pieces differ."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise

from jixiao.analysis.mutation.mutants import curves_of
from jixiao.analysis.trials import figures
from jixiao.analysis.trials.examples import fits, score_example
from jixiao.language.formula import plain_name
from jixiao.model.answer import AtScore
from jixiao.model.diagnostic import Place
from jixiao.model.mutation import ExampleHint
from jixiao.model.ruleset import LEFT_OUT, Example, Readings, Text
from jixiao.quantity import PLAIN, Unit, decimal_text, points_text, round_to
from jixiao.quantity.quantity import printed
from jixiao.scoring.forms.checklist import Checklist
from jixiao.scoring.forms.discretion import Discretion
from jixiao.scoring.forms.levels import Levels
from jixiao.scoring.program.program import Rule
from jixiao.scoring.sentence.measure import PERCENT, shown_unit
from jixiao.scoring.sentence.standard import Standard

MAX_DECIMALS = 6
"""Decimals of a value, or of a score without end, that a person would write."""
MAX_COUNT = 60
"""Most breaches tried."""
NOWHERE = Place("")


def find_example(true: Rule, changed: Rule) -> ExampleHint | None:
    """Give an example that holds of the true rule and not of the changed one, or None."""
    sentences = [(true.standard, changed.standard)]
    if true.qualitative is not None and changed.qualitative is not None:
        sentences.append((true.qualitative, changed.qualitative))
    texts = (at for one, other in sentences for at in candidates(one, other, true))
    for at in dict.fromkeys(texts):
        hint = hint_at(at, true, changed)
        if hint is not None:
            return hint
    return None


def hint_at(at: str, true: Rule, changed: Rule) -> ExampleHint | None:
    """Give the example at one value or rating, where it holds of the true rule only."""
    right, wrong = score_example(at, true), score_example(at, changed)
    if right.error:
        return None
    for hint in _hints(at, right, wrong):
        example = example_of(hint)
        if fits(example, right) and not fits(example, wrong):
            return hint
    return None


def example_of(hint: ExampleHint) -> Example:
    """Give the example that a hint is, as if it stood in a table."""
    low, high = (Text(one, Place("", number)) for number, one in enumerate((hint.points[0], hint.points[-1])))
    return Example(Text(hint.at, NOWHERE), low, low if len(hint.points) == 1 else high)


def _hints(at: str, right: AtScore, wrong: AtScore) -> Iterator[ExampleHint]:
    said = LEFT_OUT if wrong.left_out else _span(wrong)
    if right.left_out:
        yield ExampleHint(at, (LEFT_OUT,), said)
        return
    for write in (_short, _long):
        ends = (write(right.low), write(right.high))
        yield ExampleHint(at, ends[:1] if right.low == right.high else ends, said)


def _short(score: Fraction) -> str:
    return figures.rewritten("0", score)


def _long(score: Fraction) -> str:
    """Write all decimals, also where they are zeros: the changed rule may give 5.998….

    A score without end is compared to the decimals that are written.
    """
    return printed(round_to(score, MAX_DECIMALS), MAX_DECIMALS)


def _span(scored: AtScore) -> str:
    return "无法核算" if scored.error else figures.span(scored.low, scored.high)


def candidates(standard: Standard, changed: Standard, rule: Rule) -> Iterator[str]:
    """Yield what may tell two sentences of a rule apart, likelier and simpler first."""
    match standard.form.takes:
        case "value":
            unit = shown_unit(standard, rule.indicator.name)
            values = _values((standard, changed), rule.readings, unit)
            yield from (text for value in values if (text := value_text(value, unit)) is not None)
        case "count":
            yield from (str(number) for number in range(MAX_COUNT))
        case "level" | "answer":
            yield from _levels(standard, changed)
        case "met":
            yield from _lists(standard.form)
        case "deduction":
            yield from _deductions(standard, changed)
    yield from (one.fact for one in standard.exemptions)
    yield from (one.fact for one in standard.vetoes)


def value_text(value: Fraction, unit: Unit) -> str | None:
    """Write a value in base units as a person would; None where no short decimal does it."""
    if unit != PLAIN and unit.dimension.is_ratio:
        unit = PERCENT
    number = decimal_text(value if unit == PLAIN else value / unit.factor)
    if "/" in number or len(number.partition(".")[2]) > MAX_DECIMALS:
        return None
    return number if unit == PLAIN else f"{number}{unit.name}"


def _values(standards: Iterable[Standard], readings: Readings, unit: Unit) -> list[Fraction]:
    """Give every end of every piece, a simple value between each two, and some beyond."""
    factor = PERCENT.factor if unit != PLAIN and unit.dimension.is_ratio else unit.factor
    ends: set[Fraction] = set()
    for standard in standards:
        ends |= {amount.base for amount in standard.amounts()}
        for pieces in curves_of(standard, readings):
            ends |= {end for piece in pieces for end in (piece.low, piece.high) if end is not None}
    cuts = sorted(ends) or [Fraction(0), factor * 100]
    between = [simple_between(low / factor, high / factor) * factor for low, high in pairwise(cuts)]
    thirds = [low + (high - low) * part for low, high in pairwise(cuts) for part in _PARTS]
    beyond = [cuts[0] - step * factor for step in (1, 10)] + [
        cuts[-1] + step * factor for step in (1, 10, 100)
    ]
    return [*between, *cuts, *thirds, *beyond]


_PARTS = (Fraction(1, 4), Fraction(3, 4), Fraction(1, 8), Fraction(9, 10))


def simple_between(low: Fraction, high: Fraction) -> Fraction:
    """Give the number of fewest decimals strictly between two others; low is less than high."""
    for decimals in range(MAX_DECIMALS + 1):
        scale = 10**decimals
        first = math.floor(low * scale) + 1
        if Fraction(first, scale) < high:
            last = math.ceil(high * scale) - 1
            return Fraction((first + last) // 2, scale)
    return (low + high) / 2


def _levels(true: Standard, changed: Standard) -> Iterator[str]:
    if not isinstance(true.form, Levels):
        yield from ("是", "否")
        return
    other = changed.form.levels if isinstance(changed.form, Levels) else ()
    names = [level.name for level in true.form.levels]
    for level in true.form.levels:
        if sum(plain_name(level.name) == plain_name(name) for name in names) == 1:
            yield level.name
    for level in true.form.levels:
        ends = dict.fromkeys(end for one in (level, *other) for end in (one.low, one.high))
        yield from (f"{level.name}={decimal_text(end)}" for end in ends if "/" not in decimal_text(end))


def _lists(form: object) -> Iterator[str]:
    if not isinstance(form, Checklist):
        return
    size = len(form.entries)
    yield from ("全部", "无")
    for number in range(1, size + 1):
        yield str(number)
        yield ",".join(str(one) for one in range(1, size + 1) if one != number) or "无"
    if form.breach is not None:
        yield from (f"全部；{count}例" for count in range(1, MAX_COUNT))


def _deductions(*standards: Standard) -> Iterator[str]:
    for standard in standards:
        form = standard.form
        if isinstance(form, Discretion):
            ends = [end for end in (form.low, form.high, form.points) if end is not None]
            yield from (points_text(end) for end in ends)
            yield from (points_text(end + 1) for end in ends)
    yield from ("0", "1")
