"""What a limit of a count is of: 三次及以上 of whatever is counted, 死亡两人以上 of something else."""

from __future__ import annotations

import re

from jixiao.language.standard.tokens.fragments import any_of
from jixiao.language.standard.tokens.vocabulary import CASE_UNITS, OPERATORS
from jixiao.quantity import NUMERAL

_NUMBER = re.compile(
    rf"(?:{any_of(OPERATORS)})?(?:\d+(?:\.\d+)?|{NUMERAL})(?:{any_of(CASE_UNITS)})?(?:\((?:不)?含[^()]*\))?(?:[及或]?以[上下后]|[及或]以?[上下]|之?后|起)?(?:\((?:不)?含[^()]*\))?"
)
_SAYS_NOTHING = re.compile(
    "累计|合计|总计|一共|共计|共|全年|年度内?|当年|一年内?|每有|发现|出现|发生|查出|查实|存在|(?<!不)达到?(?!标)|超过|超出|被|有|的|者|时|,|则|一律|均|都|"
    r"(?:此|该|本)(?:项|指标)(?:一律)?|不得分|不计分|[得计]?0分|为止?|取消.*$|一票否决.*$|扣\d.*$|扣完.*$|(?:问题|情况|情形|次数|现象|行为|[户个次人天件处项家]数)$"
)


def limited_thing(clause: str) -> str:
    """Give the words of a folded clause that say of what its number is; "" where they are those of any count."""
    text = _NUMBER.sub("", clause, count=1)
    before = None
    while before != text:
        before, text = text, _SAYS_NOTHING.sub("", text)
    return text


def is_of_count(clause: str, counted: str) -> bool:
    """Whether the number of a clause limits what another clause counts: its words are nobody's, or stand there."""
    thing = limited_thing(clause)
    return not thing or thing in counted
