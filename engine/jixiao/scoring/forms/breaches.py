"""Breaches: every case found costs so much.

①…；②…。以上每出现一例不符合的扣1分，扣完为止。
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import ClassVar

from jixiao.curve.line import Line
from jixiao.dataclass import dataclass, field, replace
from jixiao.language.span import Span
from jixiao.language.standard import (
    Clause,
    Deduct,
    Direction,
    Each,
    Interval,
    Remark,
    Step,
    Words,
)
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import PLAIN, Unit, find_unit
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Earned, Said, of_count
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.amounts import costing_text
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.quantities import ENDINGS
from jixiao.scoring.words.wording import hides_rule, words_of

_APART = ("少", "超", "多", "相差")
"""How words begin of what is counted from somewhere, and is not found."""
_EXCEPTING = re.compile("除[^，,]{2,24}(?:以外|之外|外)")
"""How it is said which cases are not counted."""
_UNMET = re.compile("(?:不符合|不满足|达不到|未达到)(?:上述|以上|相关|有关)?(?:要求|规定|标准|条件)?的?")
"""Words behind what is counted that only say that it is one of those that cost: 每出现一例不符合要求的."""
_WAYS: dict[Direction, str] = {"over": "超过", "under": "少", "off": "相差"}


@dataclass(frozen=True, slots=True)
class Breaches(FormDefaults):
    """Full marks less `each` points for every case found."""

    points: Fraction
    each: Fraction
    unit: Unit
    what: str
    clause: str = field(default="", compare=False)
    of_rate: bool = field(default=False, compare=False)
    """Whether the sentence also speaks of a rate, which is 100 % where no case is found."""
    without: str = ""
    """Which cases are not counted, in the sentence's words: 除不可抗力外."""
    after: str = ""
    """What stands behind the unit, where one clause counts: 未按期办结 of 每有一件未按期办结."""
    unmet: str = field(default="", compare=False)
    """What stands there and says no more than that it costs: 不符合要求."""

    code: ClassVar[str] = "breaches"
    title: ClassVar[str] = "按次扣分"
    takes: ClassVar[Takes] = Takes.COUNT

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        none = Earned(Line(self.points), Said(Message.NO_BREACH, self.clause), self._none())
        stair = Stair(self.points, self.each, Fraction(0), Fraction(1))
        some = Earned(stair, Said(Message.BREACHES, self.clause, unit=self.unit), self._found())
        return (Term(self.takes, self.points, of_count(none, some), unit=self.unit, whole=True),)

    @property
    def measured(self) -> Unit | None:
        """It counts cases."""
        return self.unit

    def parts(self) -> tuple[Part, ...]:
        return self._none(), self._found()

    def _none(self) -> Part:
        return Part(self.clause, "没有发现")

    def _found(self) -> Part:
        return Part(self.clause, "", "down", self.each)

    def counted(self) -> str:
        return f"{self.what}的" if self.what.startswith(_APART) else ""

    def canonical(self) -> str:
        without = f"{self.without}，" if self.without else ""
        return f"{without}每{self.what}一{self.unit.name}{self.after or self.unmet}{costing_text(self.each, self.points)}"


def recognise(clauses: tuple[Clause, ...], context: Context) -> Breaches | None:
    """Claim a list of requirements, or none, and 每…一例…扣 clauses that all cost the same."""
    clauses = tuple(_as_case(one) for one in clauses)
    counted = [one for one in clauses if any(isinstance(part, Each) for part in one.subject)]
    others = [one for one in clauses if not any(isinstance(part, Each) for part in one.subject)]
    if not counted or (clauses[-1] is not counted[-1] and not _lists(clauses, counted)):
        return None
    if not all(_describes(one, context) for one in others) or not _as_many(others):
        return None
    of_rate = any(_is_whole_rate(one, context) for one in others)
    costs = {context.cost_of(one.award) for one in counted if isinstance(one.award, Deduct) and _counts(one)}
    if len(costs) != 1 or not all(isinstance(one.award, Deduct) and _counts(one) for one in counted):
        return None
    each = next(part for part in counted[0].subject if isinstance(part, Each))
    behind = _behind(counted)
    unmet = behind if _UNMET.fullmatch(behind) else ""
    return Breaches(
        context.points,
        costs.pop(),
        each.unit,
        each.what or "发现",
        context.cite(Span(counted[0].span.start, counted[-1].span.end)),
        of_rate,
        _excepted(counted[0]),
        "" if unmet else behind,
        unmet,
    )


def _behind(counted: list[Clause]) -> str:
    """Give the words behind what is counted, where one clause counts and says it there."""
    match counted:
        case [Clause(subject=(*_, Each(), Words(text=text)))]:
            return text
        case _:
            return ""


def _excepted(clause: Clause) -> str:
    first = clause.subject[0]
    return first.text if isinstance(first, Words) and _EXCEPTING.fullmatch(first.text) else ""


def _as_case(clause: Clause) -> Clause:
    """Read 每少一次, which counts cases and no steps of a value, as each case."""
    subject = tuple(
        Each(_WAYS[one.direction], one.amount.unit, one.span)
        if isinstance(one, Step) and one.amount.value == 1 and _is_counted(one.amount.unit)
        else one
        for one in clause.subject
    )
    return replace(clause, subject=subject)


def _is_counted(unit: Unit) -> bool:
    """Whether so many of a unit can be short; money is measured, and has a value of its own."""
    return not unit.dimension.is_ratio and unit.dimension != find_unit("元").dimension


def _is_whole_rate(clause: Clause, context: Context) -> bool:
    """Whether a clause gives full marks to a rate of 100 %, of which every case falls short."""
    interval = context.condition(clause.subject)
    if interval is None or interval.low is None or not interval.low.included:
        return False
    of_rate = interval.low.amount.unit.dimension.is_ratio and interval.low.amount.unit != PLAIN
    return of_rate and interval.low.amount.base == 1 and context.is_full(clause)


def _lists(clauses: tuple[Clause, ...], counted: list[Clause]) -> bool:
    """Whether “有下列情形之一的，每项扣2分” stands before the list that it counts."""
    return counted == [clauses[0]] and all(one.mark and one.award is None for one in clauses[1:])


def _counts(clause: Clause) -> bool:
    return all(
        isinstance(one, Each) or (isinstance(one, Words | Remark) and not hides_rule(one.text))
        for one in clause.subject
    )


def _describes(clause: Clause, context: Context) -> bool:
    """Whether a clause only says what is required, or that meeting it earns full marks."""
    if clause.award is None:
        return clause.mark or bool(words_of(clause.subject)) or _requires(clause, context)
    if _is_whole_rate(clause, context):
        return True
    return bool(words_of(clause.subject) or _all_met(clause)) and context.is_full(clause)


def _requires(clause: Clause, context: Context) -> bool:
    """Whether a clause in words with a ratio in it, without points, only says what is asked for.

    A number of the value itself is none of that: 储备项目达到10个，少1个扣1分 counts from ten.
    """
    words = [one.text for one in clause.subject if isinstance(one, Words)]
    ends = [end for one in clause.subject if isinstance(one, Interval) for end in (one.low, one.high) if end]
    return (
        bool(words)
        and all(isinstance(one, Words | Interval | Remark) for one in clause.subject)
        and all(end.amount.unit.dimension.is_ratio and end.amount.unit != PLAIN for end in ends)
        and not any(hides_rule(text) or context.means_value(text) or text.endswith(ENDINGS) for text in words)
    )


def _as_many(others: list[Clause]) -> bool:
    """Whether 三项全部符合 speaks of just the items that are listed."""
    items = sum(one.mark for one in others)
    said = [one.subject[0] for one in others if _all_met(one)]
    return (
        all(isinstance(one, Interval) and one.low and one.low.amount.value == items for one in said)
        or not items
    )


def _all_met(clause: Clause) -> bool:
    """Whether a clause says that all of a list is met: 三项全部符合."""
    match clause.subject:
        case (Interval(bare=True), Words(text=text)):
            return text.startswith(("全部", "均", "都")) and not hides_rule(text)
        case _:
            return False
