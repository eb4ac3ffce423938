"""Breaches: every case found costs so much.

①…；②…。以上每出现一例不符合的扣1分，扣完为止。
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar

from jixiao.language.standard import Amount, Clause, Deduct, Each, Remark, Words
from jixiao.model.ruleset import Readings
from jixiao.quantity import Unit, decimal_text, shown_text
from jixiao.scoring.context import Context
from jixiao.scoring.form import At, Count, RatingError, Takes, Value
from jixiao.scoring.outcome import Loss, Outcome
from jixiao.scoring.pieces import Piece


@dataclass(frozen=True, slots=True)
class Breaches:
    """Full marks less `each` points for every case found."""

    points: Fraction
    each: Fraction
    unit: Unit
    what: str
    clause: str = field(default="", compare=False)

    code: ClassVar[str] = "breaches"
    takes: ClassVar[Takes] = "count"

    @property
    def asks(self) -> tuple[str, ...]:
        return ()

    def outcome(self, at: At, readings: Readings) -> Outcome:
        assert isinstance(at, Count | Value)
        count = at.count if isinstance(at, Count) else at.value
        if count < 0 or count.denominator != 1:
            raise RatingError(f"次数应是不小于零的整数，不是{shown_text(count)}")
        lost = count * self.each
        reason = f"发现{count}{self.unit.name}，按条款“{self.clause}”"
        losses = (Loss(lost, self.clause, reason),) if lost else ()
        return Outcome(self.points - lost, self.points - lost, losses, reason if lost else "没有发现扣分情形")

    def bounds(self) -> tuple[Fraction, Fraction]:
        return Fraction(0), self.points

    def amounts(self) -> tuple[Amount, ...]:
        return ()

    def canonical(self) -> str:
        return f"每{self.what}一{self.unit.name}扣{decimal_text(self.each)}分"

    def pieces(self, readings: Readings) -> tuple[Piece, ...]:
        """Give a piece for each whole count until nothing is left."""
        last = math.ceil(self.points / self.each)
        counts = [
            Piece(Fraction(n), Fraction(n), True, True, self.points - n * self.each) for n in range(last)
        ]
        return (*counts, Piece(Fraction(last), None, True, False, self.points - last * self.each))


def recognise(clauses: tuple[Clause, ...], context: Context) -> Breaches | None:
    """Claim a list of requirements, or none, and one 每…一例…扣 clause."""
    counted = [one for one in clauses if any(isinstance(part, Each) for part in one.subject)]
    others = [one for one in clauses if one not in counted]
    if len(counted) != 1 or counted[0] is not clauses[-1]:
        return None
    if not all(_describes(one, context) for one in others):
        return None
    clause = counted[0]
    each = next(part for part in clause.subject if isinstance(part, Each))
    if not isinstance(clause.award, Deduct) or not all(
        isinstance(one, Words | Each | Remark) for one in clause.subject
    ):
        return None
    return Breaches(context.points, clause.award.value, each.unit, each.what, context.cite(clause.span))


def _describes(clause: Clause, context: Context) -> bool:
    """Whether a clause only says what is required, or that meeting it earns full marks."""
    return clause.award is None or (
        all(isinstance(one, Words | Remark) for one in clause.subject) and context.is_full(clause)
    )
