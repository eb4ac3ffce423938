"""Tally: a list of which the number met earns points.

①依据充分；②程序规范。全部符合得3分，符合其中一项得1分，均不符合不得分。
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise, takewhile
from typing import ClassVar

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, field
from jixiao.language.error import LanguageError
from jixiao.language.standard import Clause, Each, Else
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.forms.items import MAX_EQUAL_SHARES, items_of
from jixiao.scoring.forms.tally.how_many import goes_on, how_many, is_counted
from jixiao.scoring.forms.tally.together import named_together
from jixiao.scoring.scale.option import Items, Option, Rung, rung_part
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.amounts import earning_text
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.wording import words_of


@dataclass(frozen=True, slots=True)
class Tally(FormDefaults):
    """What the items of a list earn by how many of them are met; `rungs` from all down to none."""

    points: Fraction
    entries: tuple[str, ...]
    rungs: tuple[Rung, ...]
    clauses: tuple[str, ...] = field(default=(), compare=False)
    """The sentence's words for each item."""

    code: ClassVar[str] = "tally"
    title: ClassVar[str] = "按达到的项数得分"
    takes: ClassVar[Takes] = Takes.MET

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        items = tuple(
            Option(words, ZERO, ZERO, clause)
            for words, clause in zip(self.entries, self.clauses or self.entries, strict=True)
        )
        return (Term(self.takes, self.points, choice=Items(items, rungs=self.rungs)),)

    def parts(self) -> tuple[Part, ...]:
        return tuple(rung_part(one) for one in self.rungs)

    def canonical(self) -> str:
        listed = "；".join(f"{number}、{words}" for number, words in enumerate(self.entries, 1))
        rungs = "；".join(f"{self._said(one)}，{earning_text(one.points, self.points)}" for one in self.rungs)
        return f"{listed}。{rungs}"

    def _said(self, rung: Rung) -> str:
        if not rung.count:
            return "均不符合的"
        return "全部符合的" if rung.count == len(self.entries) else f"符合其中{rung.count}项的"


def recognise(clauses: tuple[Clause, ...], context: Context) -> Tally | None:
    """Claim a list without points, numbered or named at once, and what so many of its items earn."""
    together = named_together(clauses[0], context) if len(clauses) > 1 else None
    if together is not None:
        counted = any(map(is_counted, clauses[1:])) and context.points_of(clauses[0].award)
        return _tally(together, clauses[:1] * len(together), clauses, context) if counted else None
    heading = (
        bool(clauses) and not clauses[0].mark and clauses[0].award is None and words_of(clauses[0].subject)
    )
    given = clauses[1:] if heading else clauses
    listed = tuple(takewhile(lambda one: one.mark and one.award is None, given))
    behind = given[len(listed) :]
    if not 2 <= len(listed) <= MAX_EQUAL_SHARES or len(behind) < 2 or any(one.mark for one in behind):
        return None
    entries = items_of(listed, context)
    return None if entries is None else _tally(entries, listed, behind, context)


def _tally(
    entries: tuple[str, ...], listed: Sequence[Clause], behind: Sequence[Clause], context: Context
) -> Tally | None:
    """Give the form of items, each said by a clause; None where what stands behind says something else."""
    every = behind[0] if behind[0] is listed[0] else None
    rungs = _rungs(behind, len(entries), context, every=every)
    if rungs is None:
        return None
    if rungs[0].points != context.points:
        raise context.misfit(rungs[0].points, behind[0].span)
    return Tally(context.points, entries, rungs, tuple(context.cite(one.span) for one in listed))


def _rungs(
    clauses: Sequence[Clause], size: int, context: Context, *, every: Clause | None
) -> tuple[Rung, ...] | None:
    """Give what each number of items earns, from all down to none; None where that is nothing of the kind.

    `every`: the clause that names the items and says what all of them earn. Raises LanguageError at a number of which nothing is said.
    """
    told = _Told(size)
    if every is not None:
        told.take_all(every, context)
    if not all(told.take(one, context) for one in sorted(clauses, key=goes_on) if one is not every):
        return None
    found = told.filled(context.cite(clauses[-1].span))
    if size not in found or told.is_even(found):
        return None
    missing = next((count for count in range(size, -1, -1) if count not in found), None)
    if missing is not None:
        span = clauses[0].span.to(clauses[-1].span)
        raise LanguageError.at(f"没有写明符合其中{missing}项得几分", span)
    in_order = [found[count] for count in range(size, -1, -1)]
    return tuple(in_order) if all(one.points >= other.points for one, other in pairwise(in_order)) else None


class _Told:
    """What a sentence says of how many items of so many."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._exact: dict[int, Rung] = {}
        self._each: Rung | None = None
        self._rest: Rung | None = None

    def take_all(self, clause: Clause, context: Context) -> None:
        """Take what all items earn."""
        points = context.points_of(clause.award) or ZERO
        self._exact[self._size] = Rung(self._size, points, context.cite(clause.span))

    def take(self, clause: Clause, context: Context) -> bool:
        """Take a clause; False where it says something else, or says twice what a number earns."""
        points, counts = context.points_of(clause.award), how_many(clause, self._size)
        rest = bool(clause.subject) and isinstance(clause.subject[0], Else)
        if points is None or points < 0 or (counts is None and not rest):
            return False
        rung = Rung(1, points, context.cite(clause.span))
        if counts is None:
            self._rest = rung
        elif self._each is None and any(isinstance(one, Each) for one in clause.subject):
            self._each = rung
        elif any(count in self._exact for count in counts) and not goes_on(clause):
            return False
        else:
            self._exact = {count: _at(rung, count) for count in counts} | self._exact
        return True

    def filled(self, last: str) -> dict[int, Rung]:
        """Give what each number earns, as far as it is told; `last`: the clause behind which none is left."""
        numbers, found = range(self._size + 1), dict(self._exact)
        if self._each is None and set(found) <= {0, 1, self._size}:
            self._each = found.get(1)
        if self._each is not None:
            each = self._each
            found = {count: Rung(count, each.points * count, each.clause) for count in numbers[1:]} | found
        if self._rest is not None:
            found = {count: _at(self._rest, count) for count in numbers} | found
        return {0: Rung(0, ZERO, last)} | found

    def is_even(self, found: dict[int, Rung]) -> bool:
        """Whether every item earns the same, and no clause says what all of them do: that is a list of items."""
        each = self._each
        even = each is not None and all(one.points == each.points * one.count for one in found.values())
        return even and self._size not in self._exact


def _at(rung: Rung, count: int) -> Rung:
    return Rung(count, rung.points, rung.clause)
