"""What a scoring form may know while it claims clauses: the indicator, not the case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from jixiao.language.error import LanguageError, Misfit
from jixiao.language.formula import plain_name
from jixiao.language.span import Span
from jixiao.language.standard import Amount, Award, Clause, Deduct, Interval, Phrase, Points, Remark, Words
from jixiao.language.standard.amount import ends_of
from jixiao.quantity import PLAIN, find_unit, points_text
from jixiao.scoring.wording import hides_rule

_LEADS = re.compile(
    "^(?:若|如果|如|当|凡|其中|设)?(?:本|该)?(?:指标|实际|当年|本年度?|年度|全年|较上年度?|比上年度?|与上年度?相比|同比)*"
)
"""What may stand before a name without making it another."""
_SOURCE = re.compile("根据|依据|对照|通过|结合")
"""How words begin that only say where the value comes from: 根据问卷调查结果，满意度≥90%."""
_CALLED = re.compile(r"(?:为|\()?[A-Za-z]\)?$")
"""A letter that stands for the value from there on: 设到位率为X."""
_CHANGES = ("增长率", "变动率", "增幅", "增减率", "变化率")
_SIGNS = {"负增长": "<", "为负": "<", "为负数": "<", "为负值": "<", "正增长": ">", "零增长": "="}
"""Words that speak of a change's sign."""
_ANY_VALUE = frozenset(
    ("x", "X", "指标值", "实际值", "比率", "比例", "比重", "该比率", "该比例", "率", "值", "结果", "得分率")
)


@dataclass(frozen=True, slots=True)
class Context:
    """The indicator's name and full marks, the sentence, and what 以…为标准 says."""

    name: str
    points: Fraction
    sentence: str
    base: Amount | None = None
    quantities: frozenset[str] = frozenset()
    """The names before the comparisons of the sentence, where all of them are of one quantity."""
    pin: Amount | None = None
    """The value beyond which values count as it (超过100%按100%计算)."""
    capped: bool = False
    """Whether the sentence says that the score ends at full marks."""
    so_on: bool = False
    """Whether the sentence ends in 以此类推."""
    added: Fraction | None = None
    """Most points added on top of 基本分 (最多加2分)."""

    def cite(self, span: Span) -> str:
        """Give the words of the sentence at a span."""
        return self.sentence[span.start : span.end]

    def means_value(self, words: str) -> bool:
        """Whether words before a comparison speak of the indicator's value.

        Its name, part of it or a phrase around it; or a name of a quantity that is the
        only one compared in the whole sentence.
        """
        plain, name = without_magnitude(plain_name(words)), plain_name(self.name)
        if "|" in plain or "绝对值" in plain:
            return False
        if plain in name or name in plain or plain in _ANY_VALUE or plain in self.quantities:
            return True
        bare = _CALLED.sub("", _LEADS.sub("", plain))
        return bare in name or name in bare

    def points_of(self, award: Award | None) -> Fraction | None:
        """Give the points that an award stands for, if it stands for a number."""
        if not isinstance(award, Points):
            return None
        if award.kind == "share":
            return award.value * self.points
        return {"full": self.points, "zero": Fraction(0)}.get(award.kind, award.value)

    def left_by(self, award: Award | None) -> Fraction | None:
        """Give the points that an award leaves, also where it says what is deducted.

        None where the award is no number, or more than there is.
        """
        if not isinstance(award, Deduct):
            return self.points_of(award)
        left = self.points - self.cost_of(award)
        return left if left >= 0 else None

    def cost_of(self, award: Deduct) -> Fraction:
        """Give the points that a deduction costs; raises LanguageError where it costs nothing."""
        cost = award.value * self.points if award.share else award.value
        if cost <= 0:
            raise LanguageError("扣分必须大于零", award.span.start, award.span.end - award.span.start)
        return cost

    def is_full(self, clause: Clause) -> bool:
        """Whether the clause gives full marks; raises LanguageError where it gives others."""
        points = self.points_of(clause.award)
        if points is None or points == 0:
            return False
        if points != self.points:
            raise self.misfit(points, clause.span)
        return True

    def misfit(self, points: Fraction, span: Span) -> LanguageError:
        """Give the error for points of the sentence that do not fit the full marks."""
        message = f"分值{points_text(self.points)}与句中{points_text(points)}分不符"
        return Misfit(message, span.start, span.end - span.start, points)

    def _of_value(self, interval: Interval) -> bool:
        """Whether the name inside 80%≤执行率<90%, where there is one, means the value."""
        return not interval.name or self.means_value(interval.name)

    def _names_it(self, phrases: list[Phrase]) -> bool:
        """Whether “人员到岗率（X）：X” or “设人员到岗率为X，X” says twice what is compared."""
        return all(isinstance(one, Words) and self.means_value(one.text) for one in phrases)

    def condition(self, subject: tuple[Phrase, ...]) -> Interval | None:
        """Give the values a subject speaks of, or None where it is no plain comparison.

        Raises LanguageError for a name and a number with no comparison between them.
        """
        phrases = [one for one in subject if not (isinstance(one, Remark) and one.plain)]
        match phrases:
            case [Words(text=text, span=span)] if text in _SIGNS and self.name.endswith(_CHANGES):
                return Interval(*ends_of(_SIGNS[text], Amount(Fraction(0), find_unit("%"))), span)
            case [Interval(bare=True) as interval, Words(text=text)] if (
                _whole(interval) and text in self.name[:-1]
            ):
                return interval
            case [Interval() as interval]:
                return interval if self._of_value(interval) else None
            case [Words(text=text), *_] if len(phrases) > 2 and _SOURCE.match(text) and not hides_rule(text):
                return self.condition(tuple(phrases[1:]))
            case [Words(), Words() as words, Interval() as interval] if self._names_it(phrases[:2]):
                return self.condition((words, interval))
            case [Words() as words, Interval() as interval] if self.means_value(
                words.text
            ) and self._of_value(interval):
                if interval.bare and not _whole(interval):
                    raise LanguageError(
                        f"“{words.text}”与数字之间缺少比较符号（如 ≤、=、＞）", interval.span.start,
                        hints=("不超过100%的，得满分",),
                    )  # fmt: skip
                return interval
            case _:
                return None


_MAGNITUDE = re.compile(r"^\|([^|]+)\||的?绝对值$|^绝对值")


def without_magnitude(name: str) -> str:
    """Give the name of |偏离度| or 偏离度绝对值 without what says that its sign does not count."""
    return _MAGNITUDE.sub(lambda found: found[1] or "", name)


def _whole(interval: Interval) -> bool:
    """Whether a bare number is 100 %: 完成率100%的 needs no sign to be read."""
    return interval.low is not None and interval.low.amount.base == 1 and interval.low.amount.unit != PLAIN
