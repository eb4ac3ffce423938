"""A value or rating that tells two sentences apart: found where their pieces differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from jixiao.analysis.mutation.several import named_candidates
from jixiao.analysis.mutation.values import MAX_DECIMALS, value_text, values_around
from jixiao.analysis.trials import figures
from jixiao.analysis.trials.examples import fits, score_example
from jixiao.curve.stretch import cuts_of
from jixiao.language.formula import plain_name
from jixiao.model.answer import AtScore
from jixiao.model.diagnostic import Place
from jixiao.model.mutation import ExampleHint
from jixiao.model.ruleset import LEFT_OUT, Example, Text
from jixiao.quantity import Unit, decimal_text, points_text, round_to
from jixiao.quantity.quantity import printed
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.sentence.meaning import Meaning
from jixiao.scoring.sentence.measure import shown_unit

MAX_COUNT = 60
"""Most breaches tried."""
NOWHERE = Place("")


def find_example(true: Rule, changed: Rule) -> ExampleHint | None:
    """Give an example that holds of the true rule and not of the changed one, or None."""
    sentences = [(true.meaning, changed.meaning)]
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


def candidates(meaning: Meaning, changed: Meaning, rule: Rule) -> Iterator[str]:
    """Yield what may tell two sentences of a rule apart, likelier and simpler first."""
    match meaning.takes:
        case Takes.VALUE:
            unit = shown_unit(meaning.standard, rule.indicator.name)
            values = _values((meaning, changed), unit)
            yield from (text for value in values if (text := value_text(value, unit)) is not None)
        case Takes.COUNT:
            yield from (str(number) for number in range(MAX_COUNT))
        case Takes.LEVEL:
            yield from _levels(meaning, changed)
        case Takes.ANSWER:
            yield from ("是", "否")
        case Takes.MET:
            yield from _lists(meaning)
        case Takes.DEDUCTION:
            yield from _deductions(meaning, changed)
        case Takes.SEVERAL:
            yield from named_candidates(meaning, changed, shown_unit(meaning.standard, rule.indicator.name))
        case Takes.GIVEN:
            yield from (
                points_text(end) for one in (meaning, changed) for end in one.bounds() if end is not None
            )
            yield "扣0分"  # what is left of the points is told where they are others
    yield from (exemption.fact for exemption in meaning.standard.exemptions)
    yield from (veto.fact for veto in meaning.standard.vetoes)


def _values(meanings: Iterable[Meaning], unit: Unit) -> list[Fraction]:
    """Give every end of every piece, a simple value between each two, and some beyond."""
    ends: set[Fraction] = set()
    for meaning in meanings:
        ends |= {amount.base for amount in meaning.standard.amounts()}
        for way in meaning.ways:
            ends |= set(cuts_of(way.pieces()))
    return values_around(ends, unit)


def _levels(true: Meaning, changed: Meaning) -> Iterator[str]:
    options = true.terms[0].options
    other = changed.terms[0].options if changed.takes == Takes.LEVEL else ()
    names = [plain_name(option.words) for option in options]
    for option in options:
        if names.count(plain_name(option.words)) == 1:
            yield option.words
    for option in options:
        ends = dict.fromkeys(end for level in (option, *other) for end in (level.low, level.high))
        yield from (f"{option.words}={decimal_text(end)}" for end in ends if "/" not in decimal_text(end))


def _lists(meaning: Meaning) -> Iterator[str]:
    places = range(1, len(meaning.terms[0].options) + 1)
    yield from ("全部", "无")
    for place in places:
        yield str(place)
        yield ",".join(str(other) for other in places if other <= place)
        yield ",".join(str(other) for other in places if other != place) or "无"
    if len(meaning.terms) > 1:
        yield from (f"全部；{count}例" for count in range(1, MAX_COUNT))


def _deductions(*meanings: Meaning) -> Iterator[str]:
    for meaning in meanings:
        cut = [
            option for option in meaning.terms[0].options if option.costs and meaning.takes == Takes.DEDUCTION
        ]
        for option in cut:
            ends = [option.low, option.high] if option.bounded else []
            ends.append(meaning.standard.points)
            yield from (points_text(end) for end in ends)
            yield from (points_text(end + 1) for end in ends)
    yield from ("0", "1")
