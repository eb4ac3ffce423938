"""Levels: a rating picks the points, or a range of points.

效果较好的计6分；效果一般的计3分；效果不明显的计0分。
达成的，按分值的100%-80%（含80%）计分；…
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import ClassVar

from jixiao.dataclass import dataclass, field, replace
from jixiao.language.standard import (
    Add,
    Amount,
    Clause,
    Deduct,
    Else,
    End,
    Interval,
    Points,
    PointsSpan,
    Shares,
)
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import decimal_text
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.scale.option import Option, Pick
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.amounts import earning_text
from jixiao.scoring.words.context import TIERS, Context
from jixiao.scoring.words.intervals import base_of, claim
from jixiao.scoring.words.valued import value_of
from jixiao.scoring.words.wording import words_of

_AWARD = re.compile(
    "(?:国家|全国|中央|部|省|市|州|县|区|乡镇)[部]?级|[一二三]等奖|[金银铜]奖|全[国省市县]|奖|称号|荣誉"
)
"""Words of grades of an award."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level: its words, and its points or the range that the assessor picks from."""

    name: str
    low: Fraction
    high: Fraction
    shares: Interval | None = None
    clause: str = field(default="", compare=False)
    in_points: bool = False
    """Whether the range was written in points (得8-10分), not in shares of the full marks."""


@dataclass(frozen=True, slots=True)
class Levels(FormDefaults):
    """Levels as the sentence lists them."""

    points: Fraction
    levels: tuple[Level, ...]

    code: ClassVar[str] = "levels"
    title: ClassVar[str] = "等次"
    takes: ClassVar[Takes] = Takes.LEVEL

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        return (Term(self.takes, self.points, choice=Pick(tuple(map(self._option, self.levels)))),)

    def _option(self, level: Level) -> Option:
        ends = (level.low, level.high) if level.low < level.high else ()
        excluded = tuple(end for end in ends if not self._allows(level, end))
        part = Part(level.clause)
        return Option(level.name, level.low, level.high, level.clause, part, excluded=excluded)

    def _allows(self, level: Level, score: Fraction) -> bool:
        """Whether a score lies in a level's range; a shared end belongs to who claims it."""
        if not level.low <= score <= level.high:
            return False
        rivals = [one for one in self.levels if one is not level and _claims(one, score, self.points) == 2]
        own = _claims(level, score, self.points)
        return own == 2 or (own == 1 and not rivals)

    def parts(self) -> tuple[Part, ...]:
        return tuple(Part(level.clause) for level in self.levels)

    def canonical(self) -> str:
        return "；".join(f"{level.name}的，{self._award(level)}" for level in self.levels)

    def _award(self, level: Level) -> str:
        if level.shares is None:
            return earning_text(level.high, self.points)
        return _write_span(level) if level.in_points else _write_shares(level.shares)


def _claims(level: Level, score: Fraction, points: Fraction) -> int:
    """Tell how strongly a level claims a score: 0 not, 1 by an unmarked end, 2 outright."""
    if level.shares is None:
        return 2 if score == level.high else 0
    return claim(level.shares, score / points, statute=True)


def _write_shares(shares: Interval) -> str:
    def end(one: End | None) -> str:
        assert one is not None
        mark = ("（含）" if one.included else "（不含）") if one.outright else ""
        return f"{decimal_text(one.amount.value)}{one.amount.unit.name}{mark}"

    return f"按分值的{end(shares.high)}-{end(shares.low)}计分"


def _write_span(level: Level) -> str:
    assert level.shares is not None
    low, high = level.shares.low, level.shares.high
    claimed = [end for end, other in ((level.low, low), (level.high, high)) if other and other.outright]
    without = any(not end.included for end in (low, high) if end)
    mark = f"（{'不' if without else ''}含{decimal_text(claimed[0])}分）" if len(claimed) == 1 else ""
    return f"得{decimal_text(level.low)}-{decimal_text(level.high)}分{mark}"


def recognise(clauses: tuple[Clause, ...], context: Context) -> Levels | None:
    """Claim a sentence whose every clause is a level's words with points or shares."""
    levels: list[Level] = []
    for clause in clauses:
        level = _rest(clause, context) if len(levels) > 1 else None
        level = level or _level(clause, context)
        if level is None:
            return None
        levels.append(level)
    tops = [level.high for level in levels]
    distinct = [level.high for level in levels if level.shares is None or level.low > 0]
    listed = sum(tops) == context.points > max(tops, default=Fraction(0))
    if (
        len(levels) < 2
        or len(set(distinct)) < len(distinct)
        or listed
        or _are_awards(levels)
        or _faults(clauses)
        or _besides(clauses, context)
    ):
        return None
    if max(tops) != context.points:
        raise context.misfit(max(tops), clauses[0].span)
    return Levels(context.points, tuple(levels))


def _are_awards(levels: list[Level]) -> bool:
    """Whether the levels are grades of something that there may also be none of: 国家级, 省级."""
    return all(_AWARD.search(level.name) for level in levels) and all(level.low > 0 for level in levels)


def _faults(clauses: tuple[Clause, ...]) -> bool:
    """Whether several clauses say what faults cost, which add up; 一般的扣1分，较差的扣3分 are levels."""
    costs = [words_of(clause.subject) for clause in clauses if isinstance(clause.award, Deduct)]
    return len(costs) > 1 and not all(name.removesuffix("的").endswith(tuple(TIERS)) for name in costs)


def _besides(clauses: tuple[Clause, ...], context: Context) -> bool:
    """Whether a clause gives or takes something beside the levels, whichever is reached: 被通报的另扣1分, 获奖的加1分."""
    graded = any(isinstance(clause.award, Points) for clause in clauses)
    return graded and any(
        isinstance(clause.award, Add)
        or (isinstance(clause.award, Deduct) and context.is_besides(clause.award))
        for clause in clauses
    )


def _rest(clause: Clause, context: Context) -> Level | None:
    """Give the level of what fits none of those before: 其他不得分."""
    match clause.subject:
        case (Else(span=span),) if context.points_of(clause.award) == 0:
            return Level(context.cite(span), Fraction(0), Fraction(0), None, context.cite(clause.span))
        case _:
            return None


def _level(clause: Clause, context: Context) -> Level | None:
    name = words_of(clause.subject)
    cited = context.cite(clause.span)
    if not name or value_of(clause) is not None:
        return None  # a level told by values is no rating
    if isinstance(clause.award, PointsSpan):
        return _spanned(name, clause.award, context, cited)
    if isinstance(clause.award, Shares):
        shares = clause.award.interval
        low, high = base_of(shares.low) * context.points, base_of(shares.high) * context.points
        return Level(name, low, high, shares, cited)
    points = context.left_by(clause.award)
    return None if points is None else Level(name, points, points, None, cited)


def _spanned(name: str, award: PointsSpan, context: Context, cited: str) -> Level:
    """Give a level whose points the assessor picks: 得8-10分, or 酌情得分 up to full marks."""
    if award.low is None or award.high is None:
        return Level(name, Fraction(0), context.points, _in_shares(award, context), cited, in_points=True)
    low, high = base_of(award.low), base_of(award.high)
    return Level(name, low, high, _in_shares(award, context), cited, in_points=True)


def _in_shares(award: PointsSpan, context: Context) -> Interval:
    ends = (
        award.low or End(Amount(Fraction(0)), True, outright=True),
        award.high or End(Amount(context.points), True, outright=True),
    )
    low, high = (replace(end, amount=Amount(end.amount.value / context.points)) for end in ends)
    return Interval(low, high)
