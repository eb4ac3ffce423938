"""What is known of a sentence before any form looks at it."""

from __future__ import annotations

from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.language.error import LanguageError
from jixiao.language.standard import (
    Base,
    ByFormula,
    Cap,
    Clause,
    InProportion,
    Interval,
    Points,
    Sentence,
    SoOn,
    Step,
)
from jixiao.scoring.sentence.around import guard_of
from jixiao.scoring.sentence.beside import Guard
from jixiao.scoring.sentence.once import (
    limits_of,
)
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.named.sides import compares
from jixiao.scoring.words.quantities import quantities_of, rivals_of
from jixiao.scoring.words.quotient import quotients_in
from jixiao.scoring.words.ranks import is_of_order


def _guard_or_none(clause: Clause, context: Context) -> Guard | None:
    """Give the guard that a clause is; what is wrong with it as one may be right for a form, which says so."""
    try:
        return guard_of(clause, context)
    except LanguageError:
        return None


def with_bounds(clauses: tuple[Clause, ...], context: Context) -> Context:
    """Give the context with the values where clauses say that full marks begin, and those where nothing does.

    Asked only where what is scored beside them may need to know.
    """
    needs = any(
        isinstance(clause.award, ByFormula | InProportion)
        or any(isinstance(one, Step) for one in clause.subject)
        for clause in clauses
    )
    guards = [one for clause in clauses if needs and (one := _guard_or_none(clause, context)) is not None]

    def ends(*, full: bool) -> frozenset[Fraction]:
        both = (end for one in guards if one.full is full and not one.left for end in one.interval.ends)
        return frozenset(end.amount.base for end in both)

    nothing = tuple(one.interval for one in guards if not one.full and one.left <= 0)
    return replace(context, full_at=ends(full=True), nothing_at=ends(full=False), nothing=nothing)


def _is_added(cap: Cap, entries: Sentence, points: Fraction) -> bool:
    """Whether a limit is of what is added; 加满10分 of 10 behind 得5分 is where the whole ends."""
    earned = [
        one.award.value
        for one in entries
        if isinstance(one, Clause) and isinstance(one.award, Points) and one.award.kind in ("number", "base")
    ]
    return cap.added and not (cap.points == points and any(earned))


def context_of(
    entries: Sentence, sentence: str, name: str, points: Fraction, target: Interval | None
) -> Context:
    """Give what is known of a sentence: its indicator, the goal, the quantities and limits that it names."""
    return Context(
        name,
        points,
        sentence,
        next((entry.amount for entry in entries if isinstance(entry, Base)), None),
        next(iter(quotients_in(entries)), None),
        quantities_of(entries, name),
        limits_of(entries).most,
        any(isinstance(entry, Cap) for entry in entries),
        any(isinstance(entry, SoOn) for entry in entries),
        next(
            (
                entry.points
                for entry in entries
                if isinstance(entry, Cap) and _is_added(entry, entries, points)
            ),
            None,
        ),
        compares=compares(entries),
        of_order=is_of_order(entries),
        target=target,
        rivals=rivals_of(entries, name),
    )
