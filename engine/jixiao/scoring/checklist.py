"""Checklist: ①②③, each met item earns its points.

①建立了内部财务制度，2分；②制度得到执行，2分。
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar

from jixiao.language.standard import Amount, Clause, Each, Else, Points, Step, fold_sentence
from jixiao.model.ruleset import Readings
from jixiao.quantity import decimal_text, points_text
from jixiao.scoring.context import Context
from jixiao.scoring.form import At, Met, RatingError, Takes
from jixiao.scoring.outcome import Loss, Outcome
from jixiao.scoring.pieces import Piece


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the list, in the sentence's words, and its points."""

    words: str
    points: Fraction
    clause: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Checklist:
    """Items whose points add up to full marks."""

    points: Fraction
    entries: tuple[Entry, ...]

    code: ClassVar[str] = "checklist"
    takes: ClassVar[Takes] = "met"

    @property
    def asks(self) -> tuple[str, ...]:
        return ()

    def outcome(self, at: At, readings: Readings) -> Outcome:
        assert isinstance(at, Met)
        unknown = sorted(number for number in at.items if not 1 <= number <= len(self.entries))
        if unknown:
            raise RatingError(f"评分标准只有{len(self.entries)}项，没有第{unknown[0]}项")
        losses = tuple(
            Loss(
                entry.points,
                entry.clause,
                f"第{number}项未达到，按条款“{entry.clause}”不计这{points_text(entry.points)}分",
            )
            for number, entry in enumerate(self.entries, start=1)
            if number not in at.items
        )
        score = self.points - sum((loss.points for loss in losses), Fraction(0))
        met = "、".join(str(number) for number in sorted(at.items)) or "无"
        return Outcome(score, score, losses, f"达到的项：{met}（共{len(self.entries)}项）")

    def bounds(self) -> tuple[Fraction, Fraction]:
        return Fraction(0), self.points

    def amounts(self) -> tuple[Amount, ...]:
        return ()

    def canonical(self) -> str:
        return "；".join(
            f"{number}、{entry.words}，{decimal_text(entry.points)}分"
            for number, entry in enumerate(self.entries, 1)
        )

    def pieces(self, readings: Readings) -> tuple[Piece, ...]:
        return ()


def recognise(clauses: tuple[Clause, ...], context: Context) -> Checklist | None:
    """Claim a sentence whose every clause is a description with points that add up."""
    entries: list[Entry] = []
    for clause in clauses:
        if not isinstance(clause.award, Points) or not clause.subject:
            return None
        points = context.points_of(clause.award)
        if not points or clause.award.kind != "number":
            return None
        if any(isinstance(phrase, Step | Each | Else) for phrase in clause.subject):
            return None
        words = fold_sentence(context.cite(clause.subject[0].span.to(clause.subject[-1].span))).text
        entries.append(Entry(words, points, context.cite(clause.span)))
    if len(entries) < 2 or not _listed(clauses, context):
        return None
    total = sum((entry.points for entry in entries), Fraction(0))
    if total != context.points:
        raise context.misfit(total, clauses[0].span)
    return Checklist(context.points, tuple(entries))


def _listed(clauses: tuple[Clause, ...], context: Context) -> bool:
    """Whether this is a list and not levels: numbered, or points that add up."""
    return all(clause.mark for clause in clauses) or adds_up(clauses, context)


def adds_up(clauses: tuple[Clause, ...], context: Context) -> bool:
    """Whether every clause has points of its own, and all together are full marks."""
    points = [context.points_of(clause.award) or Fraction(0) for clause in clauses]
    return len(points) > 1 and all(points) and sum(points) == context.points
