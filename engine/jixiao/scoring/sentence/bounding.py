"""Reads what bounds the score of a sentence: 扣完为止, 最低得2分, 可扣至负分, 不足部分从总分中扣除."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.language.error import LanguageError
from jixiao.language.standard import (
    Cap,
    Clause,
    Deduct,
    Each,
    Entry,
    Floor,
    Interval,
    Points,
    Sentence,
    Spill,
    Step,
    Unfloored,
)
from jixiao.quantity import points_text
from jixiao.scoring.forms.form import Form
from jixiao.scoring.scale.readings import read_every_way
from jixiao.scoring.sentence.bounds import Bounds
from jixiao.scoring.words.context import Context


def bounds_of(entries: Sentence, context: Context) -> Bounds:
    """Give where the sentence says that deductions end; raises where it says what cannot be."""
    for entry in entries:
        if isinstance(entry, Cap) and not entry.added and entry.points not in (None, context.points):
            raise context.misfit(entry.points or Fraction(0), entry.span)
    floors = [entry for entry in entries if isinstance(entry, Floor)]
    for floor in floors:
        if floor.each:
            raise LanguageError.at("看不出一共有几类，请写明每一类各扣几分、最多扣几分", floor.span)
    goes_on = _going_on(entries)
    _refuse_of_one(entries, context)
    spill = None
    for entry in goes_on:
        if isinstance(entry, Unfloored):
            return Bounds(_below_nothing(entry, floors, context))
        spill = entry
    clause = context.cite(spill.span) if spill else ""
    return Bounds(_ends_at(floors, spill, _start(entries, context), context), bool(spill), clause)


def without_bounds(entries: Sentence, context: Context) -> Sentence:
    """Give the entries of a sum without those that bound the whole of it below nothing."""
    goes_on = any(isinstance(entry, Unfloored | Spill) for entry in entries)
    return tuple(
        entry
        for entry in entries
        if not isinstance(entry, Unfloored | Spill)
        and not (
            goes_on
            and isinstance(entry, Floor)
            and (_deducted(entry, context) or context.points) >= context.points
        )
    )


def bounds_of_sum(entries: Sentence, form: Form, context: Context) -> Bounds:
    """Give what bounds a sum as a whole; what bounds a small rule is its own.

    Raises LanguageError where it can't be told which of several sections goes on below nothing.
    """
    goes_on = _going_on(entries)
    if not goes_on:
        return Bounds()
    terms = read_every_way(form.lower, {}).ways[0][1]
    sections = {term.section for term in terms if term.section is not None}
    if len(sections) > 1:
        raise LanguageError.at("看不出哪一条扣完以后怎样，请各写成一个指标", goes_on[0].span)
    whole = [
        entry
        for entry in entries
        if not isinstance(entry, Floor | Cap) or (entry not in without_bounds(entries, context))
    ]
    return bounds_of(tuple(whole), context)


def states_points(entry: Entry, context: Context) -> bool:
    """Whether an entry only says what there is to earn: （8分） at the end."""
    if not isinstance(entry, Clause) or entry.subject or context.points_of(entry.award) != context.points:
        return False
    before, behind = context.sentence[: entry.span.start], context.sentence[entry.span.end :]
    return before.rstrip().endswith(("(", "（")) and behind.lstrip().startswith((")", "）"))


def _deducted(floor: Floor, context: Context) -> Fraction | None:
    """Give how much can be deducted in all, as a floor says it; None for all that there is."""
    return floor.deducted if floor.kept is None else context.points - _kept(floor, context)


def _refuse_of_one(entries: Sentence, context: Context) -> None:
    """Refuse the limits of 每缺一份扣1分，最多扣2分；每错一处扣1分 as those of the whole: each ends what stands before it."""
    counting = [
        place
        for place, entry in enumerate(entries)
        if isinstance(entry, Clause) and any(isinstance(one, Each) for one in entry.subject)
    ]
    for place, entry in enumerate(entries):
        if not isinstance(entry, Floor) or entry.deducted in (None, context.points):
            continue
        if counting and counting[0] < place < counting[-1]:
            raise context.misfit(entry.deducted or Fraction(0), entry.span)


def _start(entries: Sentence, context: Context) -> Fraction:
    """Give what deductions are made from: full marks, or the points that a bonus comes on top of (完成得16分，最多加4分)."""
    base = context.points - (context.added or 0)
    awards = [entry.award for entry in entries if isinstance(entry, Clause)]
    basic = [award.value for award in awards if isinstance(award, Points) and award.kind == "base"]
    if basic:
        return basic[0]
    return base if any(context.points_of(award) == base for award in awards) else context.points


def _ends_at(floors: list[Floor], spill: Spill | None, start: Fraction, context: Context) -> Fraction:
    """Give where deductions from `start` end, not below nothing."""
    said = [(one.deducted, one.span) for one in floors if one.kept is None]
    said += [(spill.deducted, spill.span)] if spill else []
    kept = [one for one in floors if one.kept is not None]
    floor = _kept(kept[0], context) if kept else Fraction(0)
    for deducted, span in said:
        if deducted is not None:
            if deducted > context.points:
                raise context.misfit(deducted, span)
            floor = max(start - deducted, Fraction(0))
    return floor


def _going_on(entries: Sentence) -> Sequence[Unfloored | Spill]:
    """Give what says that deductions go on, once; raises LanguageError where it is said twice in two ways."""
    found = [entry for entry in entries if isinstance(entry, Unfloored | Spill)]
    limited = [entry for entry in found if isinstance(entry, Unfloored) and entry.lowest is not None]
    open_ended = [entry for entry in found if isinstance(entry, Unfloored) and entry.lowest is None]
    spills = [entry for entry in found if isinstance(entry, Spill)]
    said: list[Unfloored | Spill] = [*limited, *(open_ended[:1] if not limited else []), *spills]
    if len(said) > 1:
        raise LanguageError.at("前面已经写明扣完以后怎样", said[1].span)
    return said


def _kept(entry: Floor, context: Context) -> Fraction:
    """Give what 最低不低于3分 leaves; raises where that is no less than full marks."""
    points = context.points_of(entry.kept)
    if points is None or points >= context.points:
        raise context.misfit(points or Fraction(0), entry.span)
    return points


def _below_nothing(entry: Unfloored, floors: list[Floor], context: Context) -> Fraction | None:
    """Give how far 可扣至负分 goes: to the score it names, or as far as 最多扣12分 lets it."""
    lowest = entry.lowest
    for floor in floors:
        deducted = _deducted(floor, context)
        if deducted is None or deducted <= context.points:
            raise LanguageError.at("与“可扣成负分”矛盾，请只留一种说法", floor.span)
        ends = context.points - deducted
        if lowest is not None and lowest != ends:
            raise LanguageError.at(f"与最低{points_text(lowest)}分矛盾，请只留一种说法", floor.span)
        lowest = ends
    return lowest


def refuse_kept(entries: Sentence, context: Context) -> None:
    """Raise LanguageError at 最低得2分 beside bands of which one earns nothing: nobody knows which of them counts."""
    clauses = [entry for entry in entries if isinstance(entry, Clause)]
    stepped = any(isinstance(one, Step | Each) for clause in clauses for one in clause.subject)
    nothing = any(
        context.points_of(clause.award) == 0 and any(isinstance(one, Interval) for one in clause.subject)
        for clause in clauses
    )
    for entry in entries:
        if (
            isinstance(entry, Floor)
            and entry.kept is not None
            and context.points_of(entry.kept)
            and nothing
            and not stepped
        ):
            raise LanguageError.at("与不得分的一档矛盾，请写明最低得几分管不管那一档", entry.span)


def refuse_reversed(entries: Sentence, context: Context) -> None:
    """Raise LanguageError at a lone 倒扣2分, which may be taken from what was earned or from nothing."""
    bounded = any(isinstance(entry, Unfloored | Spill) for entry in entries)
    for entry in entries:
        award = entry.award if isinstance(entry, Clause) else None
        if isinstance(award, Deduct) and award.below and not bounded:
            lost = context.cite(award.span)
            points = lost.removeprefix("倒扣")
            raise LanguageError.at(
                f"看不出是从已得的分里扣，还是不得分再扣：请写“不得分，{lost}”，或“扣{points}，可扣至负分”",
                award.span,
            )
