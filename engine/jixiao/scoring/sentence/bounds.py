"""What bounds the score of a sentence: where deductions end, and what becomes of those that go beyond."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from jixiao.dataclass import dataclass, field, replace
from jixiao.language.error import LanguageError
from jixiao.language.span import Span
from jixiao.language.standard import Below, Cap, Clause, Deduct, Each, Floor, Sentence, Spill, Unfloored
from jixiao.quantity import points_text
from jixiao.scoring.words.context import Context


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where deductions end. `floor`: the lowest score, None where they go on without end."""

    floor: Fraction | None = Fraction(0)
    spills: bool = False
    """Whether what lies below the floor is taken off the total."""
    clause: str = field(default="", compare=False)
    """The clause that says so."""
    least: Fraction | None = None
    """The lowest score that an award of the form gives outright, below nothing (不得分，倒扣3分)."""

    def with_awards_of(self, clauses: Iterable[Clause]) -> Bounds:
        """Give the bounds with the lowest award of the clauses that the form claims."""
        awards = [clause.award for clause in clauses]
        least = min(
            (-one.value for one in awards if isinstance(one, Below) and not one.of_total), default=None
        )
        return replace(self, least=least)


def bounds_of(entries: Sentence, context: Context) -> Bounds:
    """Give where the sentence says that deductions end; raises where it says what cannot be."""
    for entry in entries:
        if isinstance(entry, Cap) and not entry.added and entry.points not in (None, context.points):
            raise context.misfit(entry.points or Fraction(0), entry.span)
    floors = [entry for entry in entries if isinstance(entry, Floor)]
    goes_on = [entry for entry in entries if isinstance(entry, Unfloored | Spill)]
    if len(goes_on) > 1:
        raise _refused("前面已经写明扣完以后怎样", goes_on[1].span)
    _refuse_reversed(entries, bool(floors or goes_on), context)
    _refuse_of_one(entries, context)
    spill = None
    for entry in goes_on:
        if isinstance(entry, Unfloored):
            return Bounds(_below_nothing(entry, floors, context))
        spill = entry
    clause = context.cite(spill.span) if spill else ""
    return Bounds(_ends_at(floors, spill, context), bool(spill), clause)


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


def _ends_at(floors: list[Floor], spill: Spill | None, context: Context) -> Fraction:
    """Give where deductions end, not below nothing."""
    said = [(one.deducted, one.span) for one in floors]
    said += [(spill.deducted, spill.span)] if spill else []
    floor = Fraction(0)
    for deducted, span in said:
        if deducted is not None:
            if deducted > context.points:
                raise context.misfit(deducted, span)
            floor = context.points - deducted
    return floor


def _below_nothing(entry: Unfloored, floors: list[Floor], context: Context) -> Fraction | None:
    """Give how far 可扣至负分 goes: to the score it names, or as far as 最多扣12分 lets it."""
    lowest = entry.lowest
    for floor in floors:
        if floor.deducted is None or floor.deducted <= context.points:
            raise _refused("与“可扣成负分”矛盾，请只留一种说法", floor.span)
        ends = context.points - floor.deducted
        if lowest is not None and lowest != ends:
            raise _refused(f"与最低{points_text(lowest)}分矛盾，请只留一种说法", floor.span)
        lowest = ends
    return lowest


def _refuse_reversed(entries: Sentence, bounded: bool, context: Context) -> None:
    """Refuse a lone 倒扣2分, which may be taken from what was earned or from nothing."""
    for entry in entries:
        award = entry.award if isinstance(entry, Clause) else None
        if isinstance(award, Deduct) and award.below and not bounded:
            lost = context.cite(award.span)
            points = lost.removeprefix("倒扣")
            raise _refused(
                f"看不出是从已得的分里扣，还是不得分再扣：请写“不得分，{lost}”，或“扣{points}，可扣至负分”",
                award.span,
            )


def _refused(message: str, span: Span) -> LanguageError:
    return LanguageError(message, span.start, span.end - span.start)
