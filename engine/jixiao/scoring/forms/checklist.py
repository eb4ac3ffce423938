"""Checklist: ①②③, each met item earns its points.

①建立了内部财务制度，2分；②制度得到执行，2分。
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import takewhile
from typing import ClassVar

from jixiao.curve.line import Line
from jixiao.dataclass import dataclass, field
from jixiao.language.standard import (
    Add,
    Clause,
    Deduct,
    Each,
    Interval,
    Points,
    Remark,
    Step,
    Words,
)
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import find_unit
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.forms.items import MAX_EQUAL_SHARES, adds_up, earned, items_of
from jixiao.scoring.forms.said_again import ONE_MET, restates, without_again, without_else, without_none
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.option import Items, Option, item_part
from jixiao.scoring.scale.said import Count, Takes
from jixiao.scoring.scale.scale import Earned, Said, of_count
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.amounts import costing_text, earning_text
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.wording import words_of

_HEADS = re.compile("(?:下列|以下|如下)[^，]{0,8}(?:情形|情况|问题|行为)")
BREACHES = "每发现一例"
"""The input of the breaches that are counted beside a list."""
CASE = find_unit("例")
_NUMBERS = re.compile(r"[\d./%≤≥<>一二两三四五六七八九十百分之成份占]+")
_WEIGHT = re.compile(r"(?:占|权重)[为是]?[\d一二三四五六七八九十]+[^，,]{0,4}$")
"""How an item says at its end how much it weighs."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the list, in the sentence's words, and its points."""

    words: str
    points: Fraction
    clause: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Checklist(FormDefaults):
    """Items whose points add up to full marks.

    `equal`: the sentence gives no points, so all share alike. `breach`: what every breach
    costs besides (每发现一例扣0.5分).
    """

    points: Fraction
    entries: tuple[Entry, ...]
    equal: bool = False
    breach: Fraction | None = None
    breach_clause: str = field(default="", compare=False)
    shared: bool = False
    """Whether the words of each item say what share of the points it has: 计划合理（40%）."""

    code: ClassVar[str] = "checklist"
    title: ClassVar[str] = "清单"
    takes: ClassVar[Takes] = Takes.MET

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        items = tuple(Option(one.words, one.points, one.points, one.clause) for one in self.entries)
        listed = Term(self.takes, self.points, choice=Items(items, self.equal))
        if self.breach is None:
            return (listed,)
        none = Earned(Line(Fraction(0)), Said(Message.NO_BREACH, self.breach_clause))
        stair = Stair(Fraction(0), self.breach, Fraction(0), Fraction(1))
        said = Said(Message.BREACHES, self.breach_clause, unit=CASE)
        some = Earned(stair, said, self._found())
        besides = Term(
            Takes.COUNT,
            Fraction(0),
            of_count(none, some),
            whole=True,
            name=BREACHES,
            unsaid=Count(Fraction(0)),
        )
        return listed, besides

    def parts(self) -> tuple[Part, ...]:
        items = (item_part(entry.clause, met=met) for entry in self.entries for met in (True, False))
        return (*items, *(() if self.breach is None else (self._found(),)))

    def _found(self) -> Part:
        return Part(self.breach_clause, "", "down", self.breach or Fraction(0))

    def canonical(self) -> str:
        awards = [
            "" if self.equal or self.shared else f"，{earning_text(entry.points, self.points)}"
            for entry in self.entries
        ]
        clauses = [
            f"{number}、{entry.words}{award}"
            for number, (entry, award) in enumerate(zip(self.entries, awards, strict=True), 1)
        ]
        if self.breach is not None:
            clauses.append(f"每发现一例{costing_text(self.breach, self.points)}")
        return "；".join(clauses)


def recognise(clauses: tuple[Clause, ...], context: Context) -> Checklist | None:
    """Claim a sentence whose every clause is a description with points that add up."""
    given = clauses
    clauses = without_none(_without_headings(clauses, context), context)
    clauses = without_again(without_else(clauses, context), context)
    clauses, each = _without_each(clauses, context)
    breach = _breach(clauses[-1], context) if len(clauses) > 2 else None
    if breach is not None and (clauses[0].award is None or _is_of_last(clauses, context)):
        return None
    listed = clauses[:-1] if breach is not None else clauses
    if any(_HEADS.search(text) for one in given if one.award is not None and (text := words_of(one.subject))):
        return None  # 有下列情形之一的，不得分 is no list of what is met
    if breach is not None and restates(clauses[-1], breach, listed, context):
        breach = None
    elif breach is not None and any(isinstance(phrase, Step) for phrase in clauses[-1].subject):
        return None
    if len(listed) < 2:
        return None
    shares = [each] * len(listed) if each is not None else _points_each(listed, context)
    if shares is None:
        return None
    words = items_of(listed, context)
    if words is None:
        return None
    entries = tuple(
        Entry(said, points, context.cite(clause.span))
        for said, clause, points in zip(words, listed, shares, strict=True)
    )
    equal = all(clause.award is None and _share(clause) is None for clause in listed)
    total = sum(shares, Fraction(0))
    if total != context.points and max(shares) == context.points:
        return None
    if total != context.points:
        raise context.misfit(total, listed[0].span)
    return Checklist(
        context.points,
        entries,
        equal,
        breach,
        context.cite(clauses[-1].span) if breach is not None else "",
        not equal and all(clause.award is None for clause in listed),
    )


def _is_of_last(clauses: tuple[Clause, ...], context: Context) -> bool:
    """Whether what is counted goes on with the last of numbered items, and is of that alone."""
    item, counted = clauses[-2:]
    between = context.sentence[item.span.end : counted.span.start]
    of_all = context.folded(counted.span).startswith(("以上", "上述"))
    return item.mark and not counted.mark and not of_all and not any(sign in between for sign in ";；。\n")


def _without_headings(clauses: tuple[Clause, ...], context: Context) -> tuple[Clause, ...]:
    """Leave out “①目标编报（2分）：” where what follows comes to just its points; else give all back."""
    kept: list[Clause] = []
    for place, clause in enumerate(clauses):
        if not clause.mark:
            kept.append(clause)
            continue
        under = list(takewhile(lambda one: not one.mark, clauses[place + 1 :]))
        total = sum((earned(one, context) for one in under), Fraction(0))
        if not under or total != earned(clause, context):
            return clauses
    return tuple(kept) or clauses


def _without_each(
    clauses: tuple[Clause, ...], context: Context
) -> tuple[tuple[Clause, ...], Fraction | None]:
    """Take “满足以下一项得1分：” or “每项1分” off a list without points, and give what each earns."""
    heading = words_of(clauses[0].subject) and clauses[0].award is None and not clauses[0].mark
    clauses = clauses[1:] if heading and len(clauses) > 3 else clauses
    for place in (0, len(clauses) - 1):
        clause, rest = clauses[place], clauses[:place] + clauses[place + 1 :]
        counts = any(isinstance(one, Each) for one in clause.subject) or ONE_MET.search(
            context.cite(clause.span)
        )
        each = context.points_of(clause.award)
        listed = len(rest) > 1 and all(one.mark and one.award is None for one in rest)
        if each and counts and listed and not (context.capped and each * len(rest) > context.points):
            return rest, each
    return clauses, None


def _points_each(clauses: tuple[Clause, ...], context: Context) -> list[Fraction] | None:
    """Give the points of each item; equal shares where a numbered list gives none."""
    numbered = all(clause.mark for clause in clauses)
    if all(isinstance(clause.award, Add) for clause in clauses) and adds_up(clauses, context):
        return [earned(clause, context) for clause in clauses]
    if all(clause.award is None for clause in clauses):
        stated = [_share(clause) for clause in clauses]
        if None in stated and any(map(_weighs, clauses)):
            return None
        if any(one is not None for one in stated):
            return None if None in stated else [context.points * (one or 0) for one in stated]
        shared = numbered and len(clauses) <= MAX_EQUAL_SHARES
        return [context.points / len(clauses)] * len(clauses) if shared else None
    points: list[Fraction] = []
    for clause in clauses:
        each = context.points_of(clause.award)
        if not each or not isinstance(clause.award, Points) or clause.award.kind not in ("number", "share"):
            return None
        points.append(each)
    return points if numbered or adds_up(clauses, context) else None


def _share(clause: Clause) -> Fraction | None:
    """Give the share of the points that stands in brackets behind an item: ①计划合理（40%）."""
    last = clause.subject[-1] if clause.subject else None
    said = re.fullmatch(r"(?:占|权重)?(\d+(?:\.\d+)?)%", last.text) if isinstance(last, Remark) else None
    return Fraction(said[1]) / 100 if said else None


def _weighs(clause: Clause) -> bool:
    """Whether an item says at its end how much it weighs, in a way that is not understood: （2）, 占四成."""
    last = clause.subject[-1] if clause.subject else None
    text = last.text if isinstance(last, Words | Remark) else ""
    number = isinstance(last, Remark) and _NUMBERS.fullmatch(text) is not None
    return number or isinstance(last, Interval) or _WEIGHT.search(text) is not None


def _breach(clause: Clause, context: Context) -> Fraction | None:
    if isinstance(clause.award, Deduct) and any(isinstance(phrase, Each | Step) for phrase in clause.subject):
        return context.cost_of(clause.award)
    return None
