"""Binary: yes or no, and what each earns.

资料齐全的得2分，不齐全的扣2分。
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar

from jixiao.language.standard import Amount, Clause, Else, Remark, Words
from jixiao.model.ruleset import Readings
from jixiao.scoring.amounts import earning_text
from jixiao.scoring.context import Context
from jixiao.scoring.form import Answer, At, Takes
from jixiao.scoring.outcome import Outcome, earned
from jixiao.scoring.pieces import Piece

_NEGATIONS = ("不", "未", "没有", "没", "无", "非", "否", "缺")


@dataclass(frozen=True, slots=True)
class Binary:
    """What the first clause's condition earns when it holds, and when it does not.

    `no` is None where the sentence says nothing of it.
    """

    points: Fraction
    words: str
    yes: Fraction
    no: Fraction | None
    yes_clause: str = field(default="", compare=False)
    no_clause: str = field(default="", compare=False)

    code: ClassVar[str] = "binary"
    takes: ClassVar[Takes] = "answer"

    @property
    def asks(self) -> tuple[str, ...]:
        return ()

    def outcome(self, at: At, readings: Readings) -> Outcome:
        assert isinstance(at, Answer)
        if at.holds:
            return earned(self.points, self.yes, self.yes_clause, f"评定为“是”，按条款“{self.yes_clause}”")
        if self.no is None:
            return Outcome(Fraction(0), self.points, note=f"评分标准没有写明不符合“{self.words}”时得几分")
        return earned(self.points, self.no, self.no_clause, f"评定为“否”，按条款“{self.no_clause}”")

    def bounds(self) -> tuple[Fraction, Fraction]:
        no = Fraction(0) if self.no is None else self.no
        return min(self.yes, no), max(self.yes, no)

    def amounts(self) -> tuple[Amount, ...]:
        return ()

    def canonical(self) -> str:
        yes = f"{self.words}的，{earning_text(self.yes, self.points)}"
        return yes if self.no is None else f"{yes}；否则{earning_text(self.no, self.points)}"

    def pieces(self, readings: Readings) -> tuple[Piece, ...]:
        return ()


def recognise(clauses: tuple[Clause, ...], context: Context) -> Binary | None:
    """Claim a condition in words with its points, alone or with its opposite."""
    if not 1 <= len(clauses) <= 2 or any(clause.mark for clause in clauses):
        return None
    words, yes = _words(clauses[0]), context.left_by(clauses[0].award)
    if not words or yes is None:
        return None
    cited = context.cite(clauses[0].span)
    if len(clauses) == 1:
        return Binary(context.points, words, yes, None, cited) if yes == context.points else None
    no = context.left_by(clauses[1].award)
    if no is None or not _opposite(words, clauses[1]):
        return None
    if max(yes, no) != context.points:
        raise context.misfit(max(yes, no), clauses[0].span)
    return Binary(context.points, words, yes, no, cited, context.cite(clauses[1].span))


def _words(clause: Clause) -> str:
    if not all(isinstance(one, Words | Remark) for one in clause.subject):
        return ""
    return "，".join(one.text for one in clause.subject if isinstance(one, Words))


def _opposite(words: str, clause: Clause) -> bool:
    """Whether a clause speaks of the opposite: 否则, or the same with a negation."""
    if isinstance(clause.subject[0] if clause.subject else None, Else) and len(clause.subject) == 1:
        return True
    other = _words(clause)
    return _negates(other, words) or _negates(words, other)


def _negates(denial: str, words: str) -> bool:
    """Whether the first text is the second with a negation: 不齐全 of 资料齐全."""
    for negation in _NEGATIONS:
        if denial.startswith(negation):
            rest = denial.removeprefix(negation)
            return words != denial and (
                not rest or rest in words or words in ("是", "有", "符合", "达标", rest)
            )
        if negation in denial and denial.replace(negation, "", 1) in (words, f"有{words}"):
            return True
    return False
