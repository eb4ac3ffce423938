"""What may stand around any form: guards, vetoes, exemptions, floors and caps."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.language.formula import plain_name
from jixiao.language.standard import (
    Below,
    Clause,
    Deduct,
    End,
    Interval,
    LeftOut,
    Points,
    Remark,
    Vetoed,
    Words,
    fold_words,
)
from jixiao.scoring.sentence.beside import Aside, Exemption, FactGuard, Guard
from jixiao.scoring.words.at_most import most_counted
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.named.other_side import side_of
from jixiao.scoring.words.of_list import is_of_list
from jixiao.scoring.words.wording import hides_rule, words_of

HEADS = re.compile("(?:下列|以下|如下)[^，]{0,8}(?:情形|情况|问题|行为)")
"""Words that announce a list, of each of which something is said: 有下列情形之一的，不得分."""
_ABSENT = (
    "没有", "无", "未发生", "未涉及", "不涉及", "不存在", "不适用", "未安排", "未实施", "未开展", "未设置", "不需要", "没",
)  # fmt: skip
_NO_ABSENCE = ("无效", "无故", "无证", "无关", "无责", "无理", "无权")
"""Words that begin like absence and say something else."""
_BEYOND_CONTROL = re.compile("(?:因|由于|属于?|确因|受)[^，]{0,8}(?:政策|不可抗力|客观|上级|自然灾害|疫情)")
_OPENERS = (
    "当年",
    "本年",
    "年度内",
    "年度",
    "单位",
    "部门",
    "项目",
    "如",
    "若",
    "对",
    "本单位",
    "本部门",
    "确",
)
_IF = re.compile("^(?:如果?|若|一旦|凡是?)")
_LACKING = re.compile("[^，](?:未|没有|不)")
_NOT_DRAWN_UP = re.compile("(?:未|没有)(?:设置|设定|编制|申报|制定|报送|提供)")
"""What can be said of a plan or a report, and of no value."""
_SPEAKS_OF_VALUE = re.compile("完成|达到|达标|达成|实现|超|增长|下降|持平")
_PRESENT = (
    "存在",
    "发生",
    "发现",
    "出现",
    "有",
    "弄虚作假",
    "违反",
    "违规",
    "未",
    "没有",
    "不",
    "虚",
    "截留",
    "挪用",
    "挤占",
    "经查",
    "引发",
    "造成",
    "导致",
    "受到",
    "被",
    "因",
    "情节严重",
    "情节恶劣",
)


def aside_of(clause: Clause, context: Context) -> Aside | None:
    """Claim a clause in words alone, unnumbered, that earns and costs nothing."""
    text = words_of(clause.subject)
    bare = clause.award is None and not clause.mark and most_counted(context.folded(clause.span)) is None
    return Aside(context.cite(clause.span)) if text and bare else None


def guard_of(clause: Clause, context: Context) -> Guard | None:
    """Claim 低于60%不得分; beside a formula also 高于95%的得满分; 超过目标值30%的扣2分 where all is earned."""
    full, left = context.points_of(clause.award) == context.points, context.left_by(clause.award)
    nothing = _earns_nothing(clause, context) or isinstance(clause.award, Below | Deduct)
    if left is None or not (full or nothing):
        return None
    interval = context.condition(clause.subject)
    if interval is None or (interval.low is None) == (interval.high is None):
        return None
    return Guard(interval, context.cite(clause.span), full=full, left=Fraction(0) if full else left)


_ONE_ITEM = re.compile("第[①-⑳](?:项|条|款)")
"""One item of a list by its number: 第⑤项不符合的，不得分."""


def veto_of(clause: Clause, context: Context) -> FactGuard | None:
    """Claim 存在…的，本项不得分 and 实行一票否决; and any fact that decides more than the indicator."""
    said = words_of(clause.subject)
    fact = said or _one_case(clause, context) or _grave_case(clause, context)
    if HEADS.search(said) or is_of_list(fact):
        return None  # what is said of each of a list, behind it or before it
    if said and isinstance(clause.award, Vetoed) and clause.award.effect.scope != "indicator":
        return FactGuard(fact, context.cite(clause.span), clause.award.effect)
    award = clause.award
    nothing = _earns_nothing(clause, context) or isinstance(award, Vetoed | Below)
    none = _nothing_there(clause, context) if context.of_order else ""
    if context.compares and side_of(fact):
        return None  # 未达到的 beside a limit is its other side, and no fact
    grave = not said and bool(_GRAVE.search(fact))
    declined = context.of_order and _DECLINED.fullmatch(fact) is not None
    says_itself = bool(none or grave or declined or _ONE_ITEM.match(fact)) or _IF.sub("", fact).startswith(
        _PRESENT
    )
    if not nothing or not (says_itself or (fact and not clause.mark and isinstance(award, Vetoed))):
        return None
    veto = FactGuard(none or fact, context.cite(clause.span), plainly=not says_itself)
    return replace(veto, below=award.value, of_total=award.of_total) if isinstance(award, Below) else veto


def _one_case(clause: Clause, context: Context) -> str:
    """Give the words of “有一项验收不合格”, a fact that one case makes; "" for anything else."""
    match clause.subject:
        case (Words() as words, Interval(bare=True, low=End(amount=amount)), Words() as what):
            one = amount.value == 1 and not amount.unit.dimension.is_ratio
            plain = not hides_rule(words.text) and not hides_rule(what.text)
            return (
                fold_words(context.cite(words.span.to(what.span))).removesuffix("的") if one and plain else ""
            )
        case _:
            return ""


_DECLINED = re.compile("(?:出现|为)?(?:负增长|负数|下降|零增长)")
"""What is said of the amount behind a place in an order."""
_GRAVE = re.compile("死亡|重伤|受伤|伤亡|人身|损失|涉案|造成|致使|导致")
"""Words of a fact that numbers only say how grave it is: 发生死亡3人以上事故的."""


def _grave_case(clause: Clause, context: Context) -> str:
    """Give the words of “发生一次死亡3人以上事故”, a fact of which numbers say how grave it is; "" for anything else."""
    words = [one.text for one in clause.subject if isinstance(one, Words)]
    numbers = [one for one in clause.subject if isinstance(one, Interval)]
    if not words or not numbers or len(words) + len(numbers) < len(clause.subject):
        return ""
    ratio = any(end.amount.unit.dimension.is_ratio for one in numbers for end in one.ends)
    plain = not any(map(hides_rule, words)) and _GRAVE.search("".join(words)) is not None
    if ratio or not plain or not isinstance(clause.subject[0], Words):
        return ""
    what = re.sub("^(?:发生|造成|致使|导致|出现)(?:一次|一起)?", "", words[0])
    if what and re.search(f"每[^，,;；。]{{0,10}}{re.escape(what)}", context.sentence):
        return ""  # 每死亡1人扣1分，死亡3人以上的不得分: a number of what is counted
    said = clause.subject[0].span.to(clause.subject[-1].span)
    return fold_words(context.cite(said)).removesuffix("的")


def absence_of(clause: Clause, context: Context) -> FactGuard | None:
    """Claim 绩效目标未设置的不得分, which only stands around a value that it can't speak of."""
    fact = words_of(clause.subject)
    if not _earns_nothing(clause, context) or _SPEAKS_OF_VALUE.search(fact):
        return None
    told = _NOT_DRAWN_UP.search(fact)
    if not told and context.means_value(re.split("未|没有|不", fact)[0]):
        return None
    return FactGuard(fact, context.cite(clause.span), of_value=True) if _LACKING.search(fact) else None


def exemption_of(clause: Clause, context: Context) -> Exemption | None:
    """Claim 没有…的，得满分, 政府采购预算为零的，得满分 and 不适用的，剔除后折算."""
    fact = _nothing_there(clause, context) or words_of(clause.subject)
    bare = fact
    for opener in _OPENERS:
        bare = bare.removeprefix(opener)
    absent = (bare.startswith(_ABSENT) and not bare.startswith(_NO_ABSENCE)) or fact.endswith(_ZERO_WORDS)
    if not absent and not _BEYOND_CONTROL.match(bare):
        return None
    if isinstance(clause.award, LeftOut):
        return Exemption(fact, "leave-out", context.cite(clause.span))
    full = context.points_of(clause.award) == context.points
    return Exemption(fact, "full", context.cite(clause.span)) if full else None


_ZERO_WORDS = "为零"
"""How it is written that there is nothing of something: 政府采购预算为零."""


def _nothing_there(clause: Clause, context: Context) -> str:
    """Give the fact that a clause names by an amount of 0 of something else than the value; else empty."""
    subject = [phrase for phrase in clause.subject if not isinstance(phrase, Remark)]
    match subject:
        case [Words(text=name), Interval(low=End() as low, high=End() as high)]:
            is_zero = low.amount.value == 0 == high.amount.value and low.included and high.included
            said, own = plain_name(name), plain_name(context.name)
            return f"{name}{_ZERO_WORDS}" if is_zero and said not in own and own not in said else ""
        case _:
            return ""


def _earns_nothing(clause: Clause, context: Context) -> bool:
    return isinstance(clause.award, Points) and context.points_of(clause.award) == 0
