"""From a sentence to its standard: which form claims it, and what stands around it."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from jixiao.dataclass import replace
from jixiao.language.error import LanguageError, Misfit, Mishap, Unsigned
from jixiao.language.standard import (
    Add,
    Clause,
    Entry,
    Interval,
    Says,
    Sentence,
    SoOn,
    parse_standard,
)
from jixiao.model.mishap import mishap_text, sentence_called
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.sentence.account import accounted
from jixiao.scoring.sentence.beside import Exemption, FactGuard, Guard
from jixiao.scoring.sentence.bounding import (
    bounds_of,
    bounds_of_sum,
    refuse_kept,
    refuse_reversed,
    states_points,
    without_bounds,
)
from jixiao.scoring.sentence.bounds import Bounds
from jixiao.scoring.sentence.choice_words import refuse_choice, without_choice
from jixiao.scoring.sentence.claiming import around_form, claim_of, lists_with_exemption
from jixiao.scoring.sentence.counted import spelled_out
from jixiao.scoring.sentence.definitions import refuse_definitions
from jixiao.scoring.sentence.exceeded import refuse_one_sided
from jixiao.scoring.sentence.excess import with_excess
from jixiao.scoring.sentence.known import context_of, with_bounds
from jixiao.scoring.sentence.levels_said import refuse_other_number
from jixiao.scoring.sentence.loose import refuse_loose_numbers
from jixiao.scoring.sentence.marks import refuse_repeated_marks
from jixiao.scoring.sentence.nearest import not_understood
from jixiao.scoring.sentence.once import (
    limits_of,
    refuse_contradictions,
    refuse_other_base,
    refuse_unlimited,
    with_inner_limits,
)
from jixiao.scoring.sentence.overrun import with_overrun
from jixiao.scoring.sentence.part_steps import refuse_other_steps
from jixiao.scoring.sentence.periods import with_frequencies, with_periods
from jixiao.scoring.sentence.several.read import read_sum
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.sentence.unitless import refuse_lone_signs, refuse_unitless_steps
from jixiao.scoring.words.added import with_totals
from jixiao.scoring.words.between import with_stretches
from jixiao.scoring.words.by_mark import with_points_by_mark
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.named.limits import speaks_of_numbers, with_limits
from jixiao.scoring.words.quantities import is_magnitude
from jixiao.scoring.words.ranks import with_ranks
from jixiao.scoring.words.rungs import with_rungs
from jixiao.scoring.words.so_on import with_progression


def understand(
    sentence: str,
    name: str,
    points: Fraction,
    *,
    shared: bool = False,
    target: Interval | None = None,
    entries: Sentence = (),
) -> Standard:
    """Understand a scoring sentence of an indicator with so many full marks.

    `shared`: the table says that only one of it and others counts (任选). `target`: the goal that it states (目标: ≥80%).
    `entries`: what it was cut into, where that is known.
    Raises LanguageError at the first thing that no form can claim, and a Mishap where the program itself fails:
    whatever goes wrong in one sentence stays there.
    """
    try:
        return _understand(sentence, name, points, shared, target, entries)
    except LanguageError as error:
        error.explain = partial(_explained, error, sentence, name, points, shared, target)
        raise
    except Exception as problem:
        raise Mishap(mishap_text(problem, sentence_called(sentence)), 0, len(sentence)) from problem


def _explained(
    error: LanguageError, sentence: str, name: str, points: Fraction, shared: bool, target: Interval | None
) -> LanguageError:
    """Give a refusal with what was read before it, and a wording of the sentence that would be understood."""
    from jixiao.scoring.sentence.refusal.explain import explained

    def understands(text: str, worth: Fraction = points) -> bool:
        try:
            _understand(text, name, worth, shared, target)
        except LanguageError:
            return False
        return True

    def read(entries: Sentence) -> Standard:
        return _read(entries, sentence, name, points, target)

    try:
        entries = parse_standard(without_choice(sentence) if shared else refuse_choice(sentence), (name,))
    except LanguageError:
        entries = ()
    return explained(error, sentence, entries, read, understands, partial(understands, sentence))


def _understand(
    sentence: str, name: str, points: Fraction, shared: bool, target: Interval | None, entries: Sentence = ()
) -> Standard:
    said = without_choice(sentence) if shared else refuse_choice(sentence)
    if not entries or said != sentence:
        entries = parse_standard(said, (name,))
    standard = _read(entries, sentence, name, points, target)
    refuse_other_number(standard, sentence)
    refuse_lone_signs(sentence)
    refuse_loose_numbers(sentence)
    refuse_repeated_marks(sentence)
    _refuse_unused(standard, sentence, target)
    return standard


def _refuse_unused(standard: Standard, sentence: str, target: Interval | None) -> None:
    """Raise LanguageError where a sentence speaks of the goal, and the one that the table states is none of its numbers."""
    if target is None or "目标" not in sentence or standard.form.takes != Takes.VALUE:
        return
    known = {amount.base for amount in standard.amounts()}
    if known and not known & {end.amount.base for end in target.ends}:
        raise LanguageError(
            "句子里的目标用不上指标上写的目标：看不出往哪一边算，请把目标写进句子", sentence.find("目标"), 2
        )


def _read(entries: Sentence, sentence: str, name: str, points: Fraction, target: Interval | None) -> Standard:
    entries = with_inner_limits(entries)
    entries = with_frequencies(with_points_by_mark(entries, sentence), sentence)
    entries = with_periods(tuple(_in_points(one, points) for one in entries), points)
    entries = with_rungs(with_stretches(with_ranks(entries, name, sentence)))
    limited = with_totals(with_progression(with_limits(entries, name, target), points), points)
    if limited is entries:
        return _understood(entries, context_of(entries, sentence, name, points, target))
    try:
        standard = _understood(limited, context_of(limited, sentence, name, points, target))
    except LanguageError as error:
        return _in_words_alone(entries, context_of(entries, sentence, name, points, target), error)
    by_value = standard.form.takes == Takes.VALUE
    if by_value and (standard.form.in_words or speaks_of_numbers(limited)):
        return standard
    return _understood(entries, context_of(entries, sentence, name, points, target))


def _in_points(entry: Entry, points: Fraction) -> Entry:
    """Give 加分值的2% in points."""
    if isinstance(entry, Clause) and isinstance(entry.award, Add) and entry.award.share:
        return replace(entry, award=replace(entry.award, value=entry.award.value * points, share=False))
    return entry


def _in_words_alone(entries: Sentence, context: Context, error: LanguageError) -> Standard:
    """Understand a sentence whose goals are taken for mere words; raises what was wrong with them as limits."""
    try:
        return _understood(entries, context)
    except LanguageError:
        raise error from None


def _understood(entries: Sentence, context: Context) -> Standard:
    points = context.points
    bounds = Bounds()
    misfit: LanguageError | None = None
    refuse_definitions(entries, context)
    refuse_unitless_steps(entries)
    refuse_reversed(entries, context)
    refuse_kept(entries, context)
    refuse_other_steps(entries, context)
    refuse_one_sided(entries, context)
    try:
        refuse_contradictions(entries, context.sentence)
        bounds = bounds_of(entries, context)
    except LanguageError as error:
        misfit = error  # what holds one small rule of several is no limit of the whole
    settled = tuple((entry.reading, entry.value) for entry in entries if isinstance(entry, Says))
    magnitude = is_magnitude(entries)
    given, entries = entries, tuple(entry for entry in entries if not states_points(entry, context))
    clauses = tuple(entry for entry in entries if isinstance(entry, Clause))
    if not clauses:
        raise not_understood(clauses, context)
    clauses = with_excess(with_overrun(spelled_out(clauses, context), context), context)
    entries = (*(entry for entry in entries if not isinstance(entry, Clause)), *clauses)
    context = with_bounds(clauses, context)
    try:
        form = None if misfit else claim_of(clauses, context)
        if form is not None and not lists_with_exemption(clauses, context):
            bounds = bounds.around(form, clauses)
            standard = Standard(points, form, bounds=bounds, settled=settled, magnitude=magnitude)
            return accounted(entries, _whole(standard, entries, context), context)
        found = None if misfit else around_form(clauses, context)
    except (Misfit, Unsigned) as error:
        found, misfit = None, error  # what is wrong in one rule may be right in one of several
    if found is None:
        standard = _as_sum(given, clauses, context, misfit)
        return accounted(given, replace(standard, settled=settled), context)
    form, around, core = found
    standard = Standard(
        points,
        form,
        tuple(one for one in around if isinstance(one, Guard)),
        tuple(one for one in around if isinstance(one, FactGuard)),
        tuple(one for one in around if isinstance(one, Exemption)),
        bounds.around(form, core),
        settled,
        magnitude=magnitude,
    )
    return accounted(entries, _whole(standard, entries, context), context)


def _as_sum(
    given: Sentence, clauses: tuple[Clause, ...], context: Context, misfit: LanguageError | None
) -> Standard:
    """Understand a sentence as several small rules; raises `misfit`, what was wrong with it as one, where it is neither."""
    try:
        summed = read_sum(without_bounds(given, context), context, claim_of)
    except Misfit as error:
        sections = any(clause.mark for clause in clauses)
        raise (error if sections else misfit or error) from None
    if summed is None:
        raise misfit or not_understood(clauses, context)
    bounds = bounds_of_sum(given, summed.form, context)
    return Standard(
        context.points, summed.form, vetoes=summed.vetoes, exemptions=summed.exemptions, bounds=bounds
    )


def _whole(standard: Standard, entries: Sentence, context: Context) -> Standard:
    """Give the standard with what limits its value; raises LanguageError where what is said beside it can't fit."""
    so_on = next((entry for entry in entries if isinstance(entry, SoOn)), None)
    if so_on is not None and not standard.form.goes_on:
        message = f"“{context.cite(so_on.span)}”前面没有可以类推的几档，请把每一档写明"
        raise LanguageError.at(message, so_on.span)
    refuse_unlimited(standard.form, entries)
    refuse_other_base(standard.form, entries, context)
    limits = limits_of(entries)
    return replace(standard, least=limits.least, most=limits.most)
