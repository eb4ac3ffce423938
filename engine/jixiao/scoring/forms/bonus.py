"""Bonus: every case found adds so much, up to full marks.

获得省级表彰的，每项加2分，最高不超过分值。
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar

from jixiao.curve.piece import Piece
from jixiao.language.standard import Add, Clause, Each, Points
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import Unit, shown_text
from jixiao.scoring.forms.form import At, Count, FormDefaults, RatingError, Takes, Value
from jixiao.scoring.scale.outcome import Outcome, earned
from jixiao.scoring.words.amounts import earning_text
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.wording import words_of


@dataclass(frozen=True, slots=True)
class Bonus(FormDefaults):
    """`each` points for every case, none without any, full marks at most."""

    points: Fraction
    each: Fraction
    unit: Unit
    what: str
    clause: str = field(default="", compare=False)

    code: ClassVar[str] = "bonus"
    takes: ClassVar[Takes] = "count"

    def outcome(self, at: At, readings: Readings) -> Outcome:
        assert isinstance(at, Count | Value)
        count = at.count if isinstance(at, Count) else at.value
        if count < 0 or count.denominator != 1:
            raise RatingError(f"次数应是不小于零的整数，不是{shown_text(count)}")
        score = min(count * self.each, self.points)
        reason = f"共{count}{self.unit.name}，按条款“{self.clause}”"
        return earned(self.points, score, self.clause, reason, self._some() if count else self._none())

    def parts(self) -> tuple[Part, ...]:
        return self._none(), self._some()

    def _none(self) -> Part:
        return Part(self.clause, "一项也没有")

    def _some(self) -> Part:
        return Part(self.clause, "", "up", self.each)

    def bounds(self) -> tuple[Fraction, Fraction]:
        return Fraction(0), self.points

    def canonical(self) -> str:
        return f"每{self.what}一{self.unit.name}{earning_text(self.each, self.points)}"

    def pieces(self, readings: Readings) -> tuple[Piece, ...]:
        """Give a piece for each whole count until full marks are reached."""
        last = math.ceil(self.points / self.each)
        counts = [Piece(Fraction(n), Fraction(n), True, True, n * self.each) for n in range(last)]
        return (*counts, Piece(Fraction(last), None, True, False, self.points))


def recognise(clauses: tuple[Clause, ...], context: Context) -> Bonus | None:
    """Claim one 每…一项…得 clause, perhaps after what is asked for in words."""
    last = clauses[-1] if clauses else None
    if last is None or not all(words_of(one.subject) and one.award is None for one in clauses[:-1]):
        return None
    each = next((part for part in last.subject if isinstance(part, Each)), None)
    rest = tuple(part for part in last.subject if part is not each)
    if each is None or each.what == "各" or (rest and not words_of(rest)):
        return None
    gained = last.award.value if isinstance(last.award, Add) else None
    if isinstance(last.award, Points) and last.award.kind in ("number", "share"):
        gained = context.points_of(last.award)
    if not gained:
        return None
    if context.added is not None and context.added != context.points:
        raise context.misfit(context.added, last.span)
    if gained > context.points:
        raise context.misfit(gained, last.span)
    return Bonus(context.points, gained, each.unit, each.what or "完成", context.cite(last.span))
