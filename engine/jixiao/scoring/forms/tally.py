"""Tally: a list of which the number met earns points.

①依据充分；②程序规范；③目标明确。全部符合得3分，符合其中两项得2分，符合其中一项得1分，均不符合不得分。
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise, takewhile
from typing import ClassVar

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, field
from jixiao.language.error import LanguageError
from jixiao.language.standard import Clause, Each, Else, Interval, Remark, Words
from jixiao.language.standard.tokens.vocabulary import CASE_UNITS
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import PLAIN
from jixiao.scoring.forms.checklist import MAX_EQUAL_SHARES, items_of
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.scale.option import Items, Option, Rung, rung_part
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.amounts import earning_text
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.wording import words_of

_DO = "(?:满足|符合|达到|达标|具备|完成|做到|落实|相符|健全|要求|条件|标准|规定|的)+"
_ALL = re.compile(f"(?:以上|上述|各项|所列|条件|要点|要求|[^，,不未没无]{{0,4}})*(?:全部|全|均|都|同时|完全){{1,2}}{_DO}")
_NONE = re.compile(f"(?:以上|上述|各项|所列|条件|要点|要求|[^，,不未没无全均都完一]{{0,4}})*(?:全部|全|均|都|完全|一项都|一项也)+(?:不|未|没有|没|未能){_DO}")
_SOME = re.compile("(?:(?:满足|符合|达到|达标|具备|完成|做到|落实|有|[仅只能]|其中|以上|上述|任意|任何|的|了)*)")
_LACKS = re.compile(f"(?:[仅只有]|其中)*(?:缺少?|少|不|未|没有){_DO}?|缺少?|少")
"""How it is said of how many items something is so, and of how many it is not."""


@dataclass(frozen=True, slots=True)
class Tally(FormDefaults):
    """What the items of a list earn by how many of them are met; `rungs` from the most down."""

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
    """Claim a numbered list without points, and behind it what so many of its items earn."""
    heading = bool(clauses) and not clauses[0].mark and clauses[0].award is None and words_of(clauses[0].subject)
    given = clauses[1:] if heading else clauses
    listed = tuple(takewhile(lambda one: one.mark and one.award is None, given))
    behind = given[len(listed) :]
    size = len(listed)
    if not 2 <= size <= MAX_EQUAL_SHARES or len(behind) < 2 or any(one.mark for one in behind):
        return None
    entries = items_of(listed, context)
    rungs = None if entries is None else _rungs(behind, size, context)
    if entries is None or rungs is None:
        return None
    best = max(one.points for one in rungs)
    if best != context.points or rungs[0].points != best:
        raise context.misfit(best, behind[0].span)
    return Tally(context.points, entries, rungs, tuple(context.cite(one.span) for one in listed))


def _rungs(clauses: Sequence[Clause], size: int, context: Context) -> tuple[Rung, ...] | None:
    """Give what each number of items earns, from all down to none; None where a clause says something else."""
    found: dict[int, Rung] = {}
    rest: Rung | None = None
    each: Rung | None = None
    for clause in sorted(clauses, key=_goes_on):
        points = context.points_of(clause.award)
        counts = _counts(clause, size)
        if points is None or points < 0:
            return None
        if counts is None and not isinstance(clause.subject[0] if clause.subject else None, Else):
            return None
        cited = context.cite(clause.span)
        if counts is None:
            rest = Rung(0, points, cited)
        elif each is None and any(isinstance(one, Each) for one in clause.subject):
            each, counts = Rung(1, points, cited), None
        for count in counts or ():
            if count in found and not _goes_on(clause):
                return None
            found.setdefault(count, Rung(count, points, cited))
    one = found.get(1)
    each = each or (one if set(found) <= {0, 1, size} else None)
    told = size in found
    if each is not None:
        found = {count: Rung(count, each.points * count, each.clause) for count in range(1, size + 1)} | found
    if size not in found:
        return None
    if rest is not None:
        found = {count: Rung(count, rest.points, rest.clause) for count in range(size + 1)} | found
    found.setdefault(0, Rung(0, ZERO, context.cite(clauses[-1].span)))
    missing = next((count for count in range(size, -1, -1) if count not in found), None)
    if missing is not None:
        span = clauses[0].span.to(clauses[-1].span)
        raise LanguageError(f"没有写明符合其中{missing}项得几分", span.start, span.end - span.start)
    in_order = [found[count] for count in range(size, -1, -1)]
    if each is not None and not told and all(one.points == each.points * one.count for one in in_order):
        return None  # a list of which each item earns the same
    return tuple(in_order) if all(one.points >= other.points for one, other in pairwise(in_order)) else None


def _goes_on(clause: Clause) -> bool:
    """Whether a clause speaks of so many and more, of which another may tell more: 达到两项的."""
    return any(isinstance(one, Interval) and one.high is None for one in clause.subject)


def _counts(clause: Clause, size: int) -> range | None:
    """Give the numbers of items met that a clause speaks of; None where it speaks of nothing of the kind."""
    subject = tuple(one for one in clause.subject if not (isinstance(one, Remark) and one.plain))
    match subject:
        case (Words(text=text),) if _NONE.fullmatch(text):
            return range(1)
        case (Words(text=text),) if _ALL.fullmatch(text):
            return range(size, size + 1)
        case (Interval() as number, Words(text=text)) if _ALL.fullmatch(text):
            return range(size, size + 1) if _numbers(number, size) == range(size, size + 1) else None
        case (Interval() as number, Words(text=text)) if _NONE.fullmatch(text):
            return range(1) if _numbers(number, size) == range(size, size + 1) else None
        case (Interval() as number,):
            return _numbers(number, size)
        case (Words(text=text), Interval() as number):
            return _read(text, _numbers(number, size), size)
        case (Words(text=text), Interval() as number, Words(text=more)) if _SOME.fullmatch(text):
            return _read(more, _numbers(number, size), size)
        case (Interval() as number, Words(text=text)):
            return _read(text, _numbers(number, size), size)
        case (Words(text=text), Each(what=what, unit=unit)) if unit.name in CASE_UNITS and what != "各":
            return _read(text + what, range(1, 2), size)
        case (Each(what=what, unit=unit),) if unit.name in CASE_UNITS and what != "各":
            return _read(what, range(1, 2), size)
        case _:
            return None


def _read(words: str, counts: range | None, size: int) -> range | None:
    if counts is None or not words or _SOME.fullmatch(words):
        return counts
    if _LACKS.fullmatch(words):
        return range(size - counts.stop + 1, size - counts.start + 1)
    return None


def _numbers(number: Interval, size: int) -> range | None:
    """Give the whole numbers of items that an interval holds, up to all of them; None for other units."""
    if any(end.amount.unit.name not in CASE_UNITS and end.amount.unit != PLAIN for end in number.ends):
        return None
    if any(end.amount.value.denominator != 1 for end in number.ends) or number.name:
        return None
    low = 0 if number.low is None else int(number.low.amount.value) + (not number.low.included)
    high = size if number.high is None else int(number.high.amount.value) - (not number.high.included)
    return range(low, high + 1) if 0 <= low <= high <= size else None
