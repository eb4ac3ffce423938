"""Levels: a rating picks the points, or a range of points.

效果较好的计6分；效果一般的计3分；效果不明显的计0分。
达成的，按分值的100%-80%（含80%）计分；…
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import ClassVar

from jixiao.language.formula import plain_name
from jixiao.language.standard import Amount, Clause, Else, End, Interval, PointsSpan, Shares
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import decimal_text, points_text
from jixiao.scoring.forms.form import At, FormDefaults, Level as ChosenLevel, RatingError, Takes
from jixiao.scoring.scale.outcome import Outcome, earned
from jixiao.scoring.words.amounts import earning_text
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.intervals import base_of, claim
from jixiao.scoring.words.valued import value_of
from jixiao.scoring.words.wording import words_of


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
    takes: ClassVar[Takes] = "level"

    def outcome(self, at: At, readings: Readings) -> Outcome:
        assert isinstance(at, ChosenLevel)
        level = self._find(at.name)
        reason = f"评定为“{at.name}”，按条款“{level.clause}”"
        if at.score is None:
            if level.low == level.high:
                return earned(self.points, level.high, level.clause, reason)
            open_range = earned(self.points, level.high, level.clause, f"{reason}，评定没有给出分数")
            return Outcome(level.low, level.high, open_range.losses, open_range.note, open_range.parts)
        if not self._allows(level, at.score):
            raise RatingError(f"评定得分{points_text(at.score)}分不在“{level.clause}”允许的范围内")
        return earned(self.points, at.score, level.clause, f"{reason}评定得{points_text(at.score)}分")

    def _find(self, name: str) -> Level:
        wanted = plain_name(name)
        exact = [level for level in self.levels if plain_name(level.name) == wanted]
        fitting = exact or [level for level in self.levels if wanted and wanted in plain_name(level.name)]
        if len(fitting) == 1:
            return fitting[0]
        names = "、".join(level.name for level in self.levels)
        problem = "不止对应一个档次" if fitting else "不是评分标准里的档次"
        raise RatingError(f"评定等级“{name}”{problem}，可用：{names}")

    def _allows(self, level: Level, score: Fraction) -> bool:
        """Whether a score lies in a level's range; a shared end belongs to who claims it."""
        if not level.low <= score <= level.high:
            return False
        rivals = [one for one in self.levels if one is not level and _claims(one, score, self.points) == 2]
        own = _claims(level, score, self.points)
        return own == 2 or (own == 1 and not rivals)

    def bounds(self) -> tuple[Fraction, Fraction]:
        return min(level.low for level in self.levels), max(level.high for level in self.levels)

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
    if len(levels) < 2 or len(set(distinct)) < len(distinct) or listed:
        return None
    if max(tops) != context.points:
        raise context.misfit(max(tops), clauses[0].span)
    return Levels(context.points, tuple(levels))


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
