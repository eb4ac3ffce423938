"""Free text in a sentence: where it may stand unread, and where it may hide a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jixiao.language.standard import Award, InProportion, Interval, Phrase, Remark, Words

_RULES = re.compile(
    "[×÷=]|扣|得分|计分|分值|满分|加分|给分|赋分|折算|权重|比重|以上档|一票|酌情|视情"
    "|按[^，,]{0,12}(?:比例|比率|比重)|评分|每(?!季|月|年|日|周|旬|半年|半月|双月|工作日|期|天|项任务|项工作|个项目|个单位|位|名)|(?<![获取])得[一二三四五六七八九十]"
)
"""Words of scoring. Where they stand in free text, the sentence says more than was understood."""
_DISGUISED = re.compile(
    "减半|折半|减按|打[^，,]{0,3}折|[降升][一二两]?个?(?:档|等次)|清零|归零|作废|(?:成绩|结果|得分)无效|翻[番倍]|加倍|双倍|不予认可|不算|视[为同]"
    "|取整|四舍五入|舍入|保留[^，,]{0,3}小数|取[^，,]{0,4}(?:平均|[较最][低高]|[低高]值)|按[^，,]{0,4}平均|就[低高]|孰[低高]|[低高]者|[两二]者(?!之间|都|均|皆)"
    "|同上|类推|从[严宽]|除外|[仅只][限计]|不纳入|不计(?!名)|取消[^，,]{0,4}(?:成绩|得分|资格)|余下|从略|倒扣"
    "|^(?:两[者项种]|以上[情形项]*)?(?:同时|都|均)(?:存在|出现|发生|具有|具备|有)的?$"
    r"|按[^，,]{0,8}(?:[一二三四五六七八九]成|[一二三四五六七八九]折|\d+%|半数|一半)|\d+%计"
    "|上限|下限|合并计|按最[低高]|^(?:另|再|还|均|都|共)$"
)
"""Rules in disguise: words that change a score without a word of scoring."""
_SAID = re.compile(r"[^\W\d_]")
_MARKS = re.compile("(?:考核|考评|测评|评估|评价|综合|检查)(?:得分|评分|分数)(?=的|在|$)")


def hidden_rule(text: str) -> str:
    """Give the words in free text that speak of scoring, "" where there are none."""
    found = _RULES.search(text) or _DISGUISED.search(text)
    return found[0] if found else ""


def disguise_in(text: str) -> str:
    """Give a rule in disguise that free text holds, "" where there is none: 减半, 按最低项计."""
    found = _DISGUISED.search(text)
    return found[0] if found else ""


def disguised(text: str) -> bool:
    """Whether free text holds a rule in disguise."""
    return bool(disguise_in(text))


def hides_rule(text: str) -> bool:
    """Whether free text speaks of scoring, so that passing over it would be guessing."""
    return bool(hidden_rule(text))


_TELLING = re.compile(r"[\d一二三四五六七八九十百]|[不未没无非除]|扣|得|加|减|否则|超过|低于|高于")


def is_remark(text: str) -> bool:
    """Whether words can't change a score: without numbers, comparisons, negations and words of scoring."""
    return not hides_rule(text) and not _TELLING.search(text)


def interpolates(award: Award | None) -> bool:
    """Whether an award says in so many words that it goes along a straight line."""
    return isinstance(award, InProportion) and any(
        word in award.words for word in ("线性", "插值", "内插", "直线", "递减", "递增")
    )


def follows(short: str, long: str) -> bool:
    """Whether all characters of the first stand in the second, in order."""
    rest = iter(long)
    return all(sign in rest for sign in short)


def words_of(subject: Iterable[Phrase]) -> str:
    """Give a subject that is nothing but words, as one text; "" where it holds anything else.

    Remarks in brackets are left aside; words that speak of scoring are not words alone.
    """
    phrases = list(subject)
    if not phrases or not all(isinstance(one, Words | Remark) for one in phrases):
        return ""
    text = "，".join(one.text for one in phrases if isinstance(one, Words))
    return "" if hides_rule(text) or not _SAID.search(text) else text


def without_marks(text: str) -> str:
    """Give a text without 考核得分 and the like: points that others gave are a value, not a rule."""
    return _MARKS.sub("", text)


def describes(text: str) -> bool:
    """Whether words beside a count only say what is counted."""
    return (
        not hides_rule(without_marks(text))
        and not text.startswith(("前", "后", "外", "多", "余", "左右", "或"))
        and "每" not in text
    )


def counted_in(subject: Iterable[Phrase]) -> Interval | None:
    """Give the count in “收到指标30日内下达”, where all else only says what is counted."""
    phrases = [one for one in subject if not isinstance(one, Remark)]
    counts = [one for one in phrases if isinstance(one, Interval)]
    words = [one for one in phrases if isinstance(one, Words) and describes(one.text)]
    if len(counts) != 1 or len(counts) + len(words) != len(phrases):
        return None
    ends = [end for end in (counts[0].low, counts[0].high) if end]
    return None if any(end.amount.unit.dimension.is_ratio for end in ends) else counts[0]
