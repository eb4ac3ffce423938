"""Binary: yes or no, and what each earns.

资料齐全的得2分，不齐全的扣2分。
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar

from jixiao.language.formula import plain_name
from jixiao.language.standard import Clause, Deduct, Else
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.scoring.forms.form import Answer, At, FormDefaults, Level, RatingError, Takes
from jixiao.scoring.scale.outcome import Outcome, earned
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
    takes: ClassVar[Takes] = "answer"

    def outcome(self, at: At, readings: Readings) -> Outcome:
        assert isinstance(at, Answer | Level)
        holds = at.holds if isinstance(at, Answer) else self._holds(at.name)
        if holds:
            reason = f"评定为“是”，按条款“{self.yes_clause}”"
            return earned(self.points, self.yes, self.yes_clause, reason, self.parts()[0])
        if self.no is None:
            return Outcome(Fraction(0), self.points, note=f"评分标准没有写明不符合“{self.words}”时得几分")
        reason = f"评定为“否”，按条款“{self.no_clause}”"
        return earned(self.points, self.no, self.no_clause, reason, self.parts()[1])

    def parts(self) -> tuple[Part, ...]:
        """Give yes and, where the sentence says what it earns, no."""
        silent = not self.no_clause or self.no_clause == NO_CLAUSE
        yes = Part(self.yes_clause, "是")
        return (yes,) if self.no is None else (yes, Part(self.yes_clause if silent else self.no_clause, "否"))

    def _holds(self, name: str) -> bool:
        """Tell which of the two a name means: exact words first, else a part of one only."""
        wanted, yes, no = plain_name(name), plain_name(self.words), plain_name(self.no_words)
        for fits in (lambda words: wanted == words, lambda words: bool(wanted) and wanted in words):
            if fits(yes) != fits(no):
                return fits(yes)
        names = "、".join(words for words in (self.words, self.no_words or "否则") if words)
        raise RatingError(f"评定“{name}”不是评分标准里的情形，可用：是、否、{names}")

    def bounds(self) -> tuple[Fraction, Fraction]:
        no = Fraction(0) if self.no is None else self.no
        return min(self.yes, no), max(self.yes, no)

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
        return not rest or follows(rest, words) or follows(words, rest)
    return False
