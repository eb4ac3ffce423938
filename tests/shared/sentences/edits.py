"""Edits of a sentence, each of which changes what it says: another number, a negation less, a comparison turned, another unit."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_MARK = re.compile(r"(?:^|(?<=[；。，：;:\n）（( 分止]))\d{1,2}(?=[、）)]|[.．](?!\d))")
_NUMERAL = re.compile(r"[一二两三四五六七八九十](?=个|项|例|次|处|起|分(?!别)|天|日|条|篇|份|批|档|倍)")
_NEGATION = re.compile("不(?!同|断|可抗)|未|没有|没(?!有)|无|非(?!税)|免")
_TURNED = {
    "以上": "以下", "以下": "以上", "以内": "以上", "超过": "低于", "低于": "超过", "高于": "低于", "大于": "小于", "小于": "大于", "超出": "低于",
    "≥": "≤", "≤": "≥", ">": "<", "<": ">", "＞": "＜", "＜": "＞", "每增加": "每减少", "每减少": "每增加", "每降低": "每提高", "不足": "超过",
    "达到": "低于", "等于": "大于",
}  # fmt: skip
_COMPARISON = re.compile("|".join(sorted(_TURNED, key=len, reverse=True)))
_UNITS = {
    "%": "‰",
    "％": "‰",
    "个百分点": "天",
    "天": "年",
    "日": "年",
    "次": "年",
    "例": "年",
    "万元": "亿元",
    "人": "年",
}
_UNIT = re.compile(
    r"(?<=[\d一二两三四五六七八九十])(?:" + "|".join(sorted(_UNITS, key=len, reverse=True)) + ")"
)


DISGUISED = (
    "逾期的，减半|打八折|降一档|清零|得数归零|加倍|不予认可|不算|未提供佐证材料的视为未完成|弄虚作假的，取消成绩|成绩无效|取两者较低值|取平均值|结果保留两位小数|"
    "四舍五入保留一位小数|取整|因政策产生的调整除外|上级追加的不计算在内|情节严重的加倍扣分|以上得分乘以80%|另扣2分|特殊情况除外|只计一次|按最低项计|按80%折算|"
    "可适当加分|年中新增的不纳入|否则视为零|不重复扣分|连续两年的翻番|按就低原则|超过部分不算|从严掌握|仅限本年|以低者为准|折半|减按50%|不达标者扣一半|"
    "按月平均|倒扣|不设下限|余下各项从略|同上"
).split("|")
"""Clauses that change a score without saying how, most of them without a word of scoring."""
HARMLESS = (
    "以决算数为准|以年末台账为依据|根据年度报表|数据由主管单位提供|考核资金使用的效率|按年末决算数计算".split(
        "|"
    )
)
"""Clauses that change no score."""
_CLAUSE_ENDS = re.compile("[；。]|$")


@dataclass(frozen=True)
class Edit:
    """A sentence with one thing changed."""

    what: str
    place: int
    before: str
    after: str
    text: str

    def __str__(self) -> str:
        return f"{self.what}@{self.place}「{self.before}→{self.after}」"


def edits(sentence: str) -> Iterator[Edit]:
    """Yield every edit of a sentence: each number, negation, comparison and unit changed or dropped."""
    marks = {match.start() for match in _MARK.finditer(sentence)}
    for match in (one for one in _NUMBER.finditer(sentence) if one.start() not in marks):
        yield _edit("number", sentence, match, _other(match[0]))
    for match in _NUMERAL.finditer(sentence):
        yield _edit("numeral", sentence, match, "四" if match[0] != "四" else "五")
    for match in _NEGATION.finditer(sentence):
        yield _edit("negation", sentence, match, "")
    for match in _COMPARISON.finditer(sentence):
        yield _edit("comparison", sentence, match, _TURNED[match[0]])
    for match in _UNIT.finditer(sentence):
        yield _edit("unit", sentence, match, _UNITS[match[0]])


def _other(number: str) -> str:
    whole, point, rest = number.partition(".")
    return f"{int(whole) + 7}{point}{rest}"


def _edit(what: str, sentence: str, match: re.Match[str], after: str) -> Edit:
    text = sentence[: match.start()] + after + sentence[match.end() :]
    return Edit(what, match.start(), match[0], after, text)


def added(sentence: str, clause: str, draw: random.Random) -> str:
    """Give a sentence with a clause more, where one ends or before the first."""
    place = draw.choice([0, *(match.end() for match in _CLAUSE_ENDS.finditer(sentence))])
    frame = draw.choice(["{}。", "（{}）", "；{}；", "{}，"])
    return sentence[:place] + frame.format(clause) + sentence[place:]


def broken(sentence: str, draw: random.Random, count: int) -> Iterator[str]:
    """Yield a sentence with a line break, at some places."""
    for place in draw.sample(range(1, len(sentence)), min(count, len(sentence) - 1)):
        yield f"{sentence[:place]}\n{sentence[place:]}"
