"""What a scoring form may know while it claims clauses: the indicator, not the case."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.language.error import LanguageError, Misfit, Unsigned
from jixiao.language.formula import Expression, plain_name
from jixiao.language.span import Cited, Span
from jixiao.language.standard import (
    Amount,
    Award,
    Below,
    Clause,
    Deduct,
    Interval,
    Phrase,
    Points,
    Remark,
    Words,
    fold_words,
)
from jixiao.language.standard.build.amount import ends_of
from jixiao.language.standard.consequence import GRADE_WORDS
from jixiao.quantity import PLAIN, find_unit, points_text
from jixiao.scoring.words.quotient import beside_whole, is_quotient
from jixiao.scoring.words.signs import beside_zero, declined, declines, is_change
from jixiao.scoring.words.telling import opposite_in
from jixiao.scoring.words.wording import hides_rule

_LEADS = re.compile("^(?:若|如果|如|当|凡|其中|设)?(?:本|该)?(?:指标|实际|当年|本年度?|年度|全年)*")
"""What may stand before a name without making it another."""
_SINCE = re.compile("^(?:较上年度?|比上年度?|与上年度?相比|同比)")
"""What may stand before the name of a change."""
_TAILS = re.compile(
    "的?(?:实际|完成|实际完成|考核|评价|测评|调查|年度|最终)?(?:值|数值|结果|得分|水平|情况|指标|比例|比率|总体|总数|数量)?(?:全年|每年|年末|年底|应当?)?"
)
"""What may stand behind a name without making it another."""
_SCORED = re.compile("(?<=[度率])(?:测评|评价|调查)?(?:得分|分数|分值|评分)$")
"""What stands behind the name of a rate that is told in points: 满意度得分 of 综合满意度."""
_DERIVED = re.compile(
    "偏差|偏离|之差|差[额距异]|相差|排[名位]|名次|位次|位居|增[长幅加速]|[降升涨跌]幅|下降|提[高升]|降低|减少|变[动化]|波动|上年|去年|往年|同期|同比|环比|平均|与|比较|之比"
)
"""What makes of a value another: 预算执行率偏差 is no 预算执行率."""
_OF_OTHERS = re.compile(
    "加权|预[计测]|估计|模拟|任[一意何]|最[高低大小]|扣除|剔除|除|不含|历史|往年|近.{1,2}年|前.{1,2}年|同类|同行|行业|先进|标杆|名义|理论"
    r"|(?:目标|计划|应)(?!完成|执行|实现|达|支出|投资|任务)[率度]?$|[半倍成负]$|[¼-¾⅐-⅞²³]|分之[^，,]{1,2}$|[^\w()]"
)
"""What before a name makes of it the value of something else: 加权执行率, 扣除结余后执行率, √完成率."""
_ASIDE = re.compile("^其中(?!：|:|，|,)(?=.)")
RATES = ("率", "度", "比例", "占比", "比重", "比")
"""How names of ratios end."""
_SOURCE = re.compile("根据|依据|对照|通过|结合")
"""How words begin that only say where the value comes from: 根据问卷调查结果，满意度≥90%."""
_CALLED = re.compile(r"(?:为|\()?[A-Za-z]\)?$")
"""A letter that stands for the value from there on: 设到位率为X."""
_LETTER = re.compile("[A-Za-z]$")
TIERS = frozenset(
    (*GRADE_WORDS, "较优", "达标", "第一档", "第二档", "第三档", "第四档", "一档", "二档", "三档", "四档")
)
"""Names of levels that stand before the values which they are told by: 良好：80%≤完成率<90%."""
_ANY_VALUE = frozenset(
    (
        "x",
        "X",
        "指标值",
        "实际值",
        "完成值",
        "实际完成值",
        "实际比率",
        "实际比例",
        "指标完成值",
        "比率",
        "比例",
        "比重",
        "比值",
        "该比率",
        "该比例",
        "该比值",
        "率",
        "值",
        "结果",
        "得分率",
    )
)

_BESIDES = ("另", "再", "额外")
"""How an award begins that comes beside what is earned otherwise."""
MAX_WORK = 16
"""Longest words taken for the work whose completion is measured."""


@dataclass(frozen=True, slots=True)
class Context:
    """The indicator's name and full marks, the sentence, and what 以…为标准 says."""

    name: str
    points: Fraction
    sentence: str
    base: Amount | None = None
    quotient: Expression | None = None
    """The quotient of named amounts that the sentence's formulas take for the value."""
    quantities: frozenset[str] = frozenset()
    """The names before the comparisons of the sentence, where all of them are of one quantity."""
    most: Amount | None = None
    """The value beyond which values count as it (超过100%按100%计算)."""
    capped: bool = False
    """Whether the sentence says that the score ends at full marks."""
    so_on: bool = False
    """Whether the sentence ends in 以此类推."""
    added: Fraction | None = None
    """Most points added on top of 基本分 (最多加2分)."""
    full_at: frozenset[Fraction] = frozenset()
    """The values at which a clause beside a formula says that full marks begin."""
    nothing_at: frozenset[Fraction] = frozenset()
    """The values at which a clause says that nothing is earned from there on."""
    nothing: tuple[Interval, ...] = ()
    """The values that earn nothing, by clauses that say so beside steps or a proportion."""
    compares: bool = False
    """Whether some clause earns points by a number."""
    of_order: bool = False
    """Whether the value is a place in an order (排名前4名)."""
    target: Interval | None = None
    """The goal that the table states (目标)."""
    rivals: frozenset[str] = frozenset()
    """Names that hold the indicator's and are of several quantities: 中央资金到位率, 地方资金到位率."""

    def cite(self, span: Span) -> Cited:
        """Give the words of the sentence at a span."""
        return Cited(self.sentence[span.start : span.end], span)

    def folded(self, span: Span) -> str:
        """Give the words of the sentence at a span without differences that carry no meaning, line breaks among them."""
        return fold_words(self.sentence[span.start : span.end])

    def is_besides(self, award: Award) -> bool:
        """Whether an award is said to come beside the others: 另扣2分."""
        return self.folded(award.span).startswith(_BESIDES)

    def is_any_value(self, words: str) -> bool:
        """Whether words speak of the value, whatever it is called: 比例, 指标值."""
        return plain_name(words) in _ANY_VALUE

    def is_name(self, words: str) -> bool:
        """Whether words are the indicator's name, whole."""
        return plain_name(words) == plain_name(self.name)

    def means_value(self, words: str) -> bool:
        """Whether words before a comparison speak of the indicator's value.

        Its name, part of it or a phrase around it; or a name of a quantity that is the
        only one compared in the whole sentence.
        """
        if self.quotient is not None and is_quotient(words, self.quotient):
            return True
        if _SIGNLESS.fullmatch(plain_name(words)):
            return True
        plain, name = without_magnitude(plain_name(words)), plain_name(self.name)
        if not plain or "|" in plain or "绝对值" in plain or plain in self.rivals or is_another(plain, name):
            return False
        if plain in _ANY_VALUE or plain in self.quantities:
            return True
        bare = _CALLED.sub("", _LEADS.sub("", _SINCE.sub("", plain) if is_change(name) else plain))
        if not bare:
            return _LETTER.fullmatch(plain) is None  # 若>20% is of the value, Y>20% of anything
        scored = _SCORED.sub("", bare)
        return (
            bare in name or name in bare or _is_qualified(bare, name) or (scored != bare and scored in name)
        )

    def points_of(self, award: Award | None) -> Fraction | None:
        """Give the points that an award stands for, if it stands for a number."""
        if not isinstance(award, Points):
            return None
        if award.kind == "share":
            return award.value * self.points
        return {"full": self.points, "zero": Fraction(0)}.get(award.kind, award.value)

    def left_by(self, award: Award | None) -> Fraction | None:
        """Give the points that an award leaves, also where it says what is deducted.

        None where the award is no number, or more than there is; below nothing only where it says so (倒扣).
        """
        if isinstance(award, Below):
            return None if award.of_total else -award.value
        if not isinstance(award, Deduct):
            return self.points_of(award)
        left = self.points - self.cost_of(award)
        return left if left >= 0 else None

    def cost_of(self, award: Deduct) -> Fraction:
        """Give the points that a deduction costs; raises LanguageError where it costs nothing."""
        cost = award.value * self.points if award.share else award.value
        if cost <= 0:
            raise LanguageError.at("扣分必须大于零", award.span)
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

    def _is_work(self, text: str) -> bool:
        """Whether “完成年度建设任务100%” speaks of the rate of completion."""
        done = text.startswith(("完成", "全面完成", "全部完成")) and "完成" in self.name
        return done and not hides_rule(text) and len(text) <= MAX_WORK

    def _names_it(self, phrases: list[Phrase]) -> bool:
        """Whether “人员到岗率（X）：X” or “设人员到岗率为X，X” says twice what is compared."""
        return all(isinstance(one, Words) and self.means_value(one.text) for one in phrases)

    def condition(self, subject: tuple[Phrase, ...]) -> Interval | None:
        """Give the values a subject speaks of, or None where it is no plain comparison.

        Raises LanguageError for a name and a number with no comparison between them.
        """
        phrases = [one for one in subject if not (isinstance(one, Remark) and one.plain)]
        leads = 0
        while leads < len(phrases) - 2 and _only_leads(phrases[leads]):
            leads += 1
        phrases = phrases[leads:]
        match phrases:
            case [*_, Interval(outside=True)]:
                return None
            case [Words() as words]:
                return self._beside_zero(words)
            case [Words() as words, Interval() as interval]:
                return self._compared(words, interval)
            case [Words(text=text), Words() as words] if text in TIERS:
                return self._beside_zero(words)
            case [Words(), Words() as words, Interval() as interval] if self._names_it(phrases[:2]):
                return self._compared(words, interval)
            case [Interval(bare=True) as interval, Words(text=text)] if _whole(interval):
                return interval if text in self.name[:-1] else None
            case [Interval() as interval]:
                return interval if self._of_value(interval) else None
            case _:
                return None

    def _beside_zero(self, words: Words) -> Interval | None:
        """Give what words alone say of the value: 节约率为负, 无追加, 支出数大于预算数."""
        if self.quotient is not None and (operator := beside_whole(words.text, self.quotient)):
            return Interval(*ends_of(operator, Amount(Fraction(100), find_unit("%"))), words.span)
        if self.of_order:
            return None  # the value is a place: 负增长的不得分 is a fact beside it
        operator = beside_zero(words.text, self.name, self.means_value)
        return (
            Interval(*ends_of(operator, Amount(Fraction(0), find_unit("%"))), words.span)
            if operator
            else None
        )

    def _compared(self, words: Words, interval: Interval) -> Interval | None:
        """Give the interval behind words that name the value; a bare number needs a sign before it."""
        if words.text in TIERS:
            return interval if self._of_value(interval) and not interval.bare else None
        if is_change(self.name) and declines(words.text):
            return None if interval.bare else declined(interval)
        whole = _whole(interval) and not _LETTER.search(plain_name(words.text))
        if interval.bare and whole and self._is_work(words.text):
            return interval
        if not self.means_value(words.text) or not self._of_value(interval):
            return None
        if interval.bare and not whole:
            raise Unsigned(
                f"“{words.text}”与数字之间缺少比较符号（如 ≤、=、＞）",
                interval.span.start,
                hints=("不超过100%的，得满分",),
            )
        return interval


def _is_qualified(words: str, name: str) -> bool:
    """Whether words are a name with something put inside that only says of what: 公交首末班准点率 of 公交准点率."""
    for cut in range(2, len(name) - 2):
        head, tail = name[:cut], name[cut:]
        if words.startswith(head) and words.endswith(tail) and len(words) > len(name):
            inside = words[cut : len(words) - len(tail)]
            return not (opposite_in(inside) or _DERIVED.search(inside) or _OF_OTHERS.search(inside))
    return False


def is_another(words: str, name: str) -> bool:
    """Whether words hold an indicator's name, or part of it, and yet speak of another value.

    不合格率 and 合格率增幅 are no 合格率, 合格率 is no 不合格率.
    """
    if name in words:
        before, _, behind = words.partition(name)
        behind = _CALLED.sub("", behind)
        if not name.endswith(RATES) and behind.endswith(RATES):
            behind = ""  # 完成入户核查的村的比例 of 入户核查
        other = opposite_in(before) or _DERIVED.search(before) or _OF_OTHERS.search(before)
        part = _ASIDE.match(before) and not _LEADS.fullmatch(before)  # 其中企业满意度 beside 满意度
        return bool(other or part) or not _TAILS.fullmatch(behind)
    if words in name:
        return bool(opposite_in(name.partition(words)[0][-1:]))
    if not name.endswith(RATES) or not words.endswith(RATES):
        return False
    made = {found[0] for found in _DERIVED.finditer(words)} - {found[0] for found in _DERIVED.finditer(name)}
    return bool(made) or bool(opposite_in(words)) != bool(opposite_in(name))


_SIGNLESS = re.compile("其?绝对值在?")
"""The value without its sign, whatever it is called."""
_MAGNITUDE = re.compile(r"^\|([^|]+)\||的?绝对值$|^绝对值")


def without_magnitude(name: str) -> str:
    """Give the name of |偏离度| or 偏离度绝对值 without what says that its sign does not count."""
    return _MAGNITUDE.sub(lambda found: found[1] or "", name)


def _whole(interval: Interval) -> bool:
    """Whether a bare number is 100 %: 完成率100%的 needs no sign to be read."""
    return interval.low is not None and interval.low.amount.base == 1 and interval.low.amount.unit != PLAIN


def _only_leads(phrase: Phrase) -> bool:
    """Whether a phrase only leads to what is compared: a level's name, or where the value comes from."""
    if not isinstance(phrase, Words):
        return False
    return phrase.text in TIERS or (_SOURCE.match(phrase.text) is not None and not hides_rule(phrase.text))
