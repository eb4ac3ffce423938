"""Binary: yes or no, and what each earns.

资料齐全的得2分，不齐全的扣2分。
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import ClassVar

from jixiao.dataclass import dataclass, field
from jixiao.language.standard import Clause, Deduct, Else
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.option import Option, Pick
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.amounts import costing_text, earning_text
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.wording import follows, words_of

_REFERS = re.compile("(?:存在|有|发生|出现)(?:上述|以上|此类|该类)?(?:情况|情形|问题|现象|行为)(?:之一)?")
_NEGATIONS = ("不", "未", "没有", "没", "无", "非", "否", "缺")


NO_CLAUSE = "没有扣分的条款"
"""By what full marks are earned where the sentence speaks of the deduction only."""


@dataclass(frozen=True, slots=True)
class Binary(FormDefaults):
    """What the first clause's condition earns when it holds, and when it does not.

    `no` is None where the sentence says nothing of it.
    """

    points: Fraction
    words: str
    yes: Fraction
    no: Fraction | None
    no_words: str = ""
    """The opposite in the sentence's words; empty for 否则."""
    yes_clause: str = field(default="", compare=False)
    no_clause: str = field(default="", compare=False)

    code: ClassVar[str] = "binary"
    title: ClassVar[str] = "是否"
    takes: ClassVar[Takes] = Takes.ANSWER

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        parts, label = self.parts(), f"是：{self.words}"
        yes = Option(self.words, self.yes, self.yes, self.yes_clause, parts[0], Message.YES, label=label)
        if self.no is None:
            no = Option("", Fraction(0), self.points, silent=Message.NO_SILENT, label="否")
        else:
            no = Option(self.no_words, self.no, self.no, self.no_clause, parts[1], Message.NO, label="否")
        return (Term(self.takes, self.points, choice=Pick((yes, no), answers=True)),)

    def parts(self) -> tuple[Part, ...]:
        """Give yes and, where the sentence says what it earns, no."""
        silent = not self.no_clause or self.no_clause == NO_CLAUSE
        yes = Part(self.yes_clause, "是")
        return (yes,) if self.no is None else (yes, Part(self.yes_clause if silent else self.no_clause, "否"))

    def canonical(self) -> str:
        if self.no == self.points and not self.no_words:
            return f"{self.words}的，{costing_text(self.points - self.yes, self.points)}"
        yes = f"{self.words}的，{earning_text(self.yes, self.points)}"
        other = f"{self.no_words}的，" if self.no_words else "否则"
        return yes if self.no is None else f"{yes}；{other}{earning_text(self.no, self.points)}"


def recognise(clauses: tuple[Clause, ...], context: Context) -> Binary | None:
    """Claim a condition in words with its points, alone or with its opposite."""
    if not 1 <= len(clauses) <= 2 or (all(clause.mark for clause in clauses[1:]) and len(clauses) > 1):
        return None
    words, yes = words_of(clauses[0].subject), context.left_by(clauses[0].award)
    if clauses[0].award is None and _only_else(clauses[1:]):
        yes = context.points
    if not words or yes is None:
        return None
    cited = context.cite(clauses[0].span)
    if len(clauses) == 1 and isinstance(clauses[0].award, Deduct):
        return Binary(context.points, words, yes, context.points, "", cited, NO_CLAUSE)
    if len(clauses) == 1:
        said = not cited.endswith(("）", ")")) and yes == context.points
        return Binary(context.points, words, yes, None, "", cited) if said else None
    no = context.left_by(clauses[1].award)
    if no is None or not is_opposite(words, clauses[1]):
        return None
    if max(yes, no) != context.points:
        raise context.misfit(max(yes, no), clauses[0].span)
    return Binary(
        context.points, words, yes, no, words_of(clauses[1].subject), cited, context.cite(clauses[1].span)
    )


def _only_else(clauses: tuple[Clause, ...]) -> bool:
    """Whether nothing follows but 否则…: what stands before it earns all (专人值守，否则不得分)."""
    return len(clauses) == 1 and len(clauses[0].subject) == 1 and isinstance(clauses[0].subject[0], Else)


def is_opposite(words: str, clause: Clause) -> bool:
    """Whether a clause speaks of the opposite: 否则, or the same with a negation."""
    if isinstance(clause.subject[0] if clause.subject else None, Else) and len(clause.subject) == 1:
        return True
    other = words_of(clause.subject)
    if _REFERS.fullmatch(other):
        return True
    return bool(other) and (_negates(other, words) or _negates(words, other))


def _negates(denial: str, words: str) -> bool:
    """Whether the first text is the second with a negation: 不齐全 of 资料齐全."""
    for negation in _NEGATIONS:
        if not denial.startswith(negation):
            continue
        rest = denial.removeprefix(negation)
        if words.startswith(_NEGATIONS):
            return False
        return follows(rest, words) or follows(words, rest)
    return False
