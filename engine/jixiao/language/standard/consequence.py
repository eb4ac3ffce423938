"""What a veto brings about: nothing of the indicator, of its block or of the total, or a grade.

总分为0分  总分不超过60分  该一级指标不得分  资产管理不得分  等级定为差  等级不超过中  按不合格处理
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal

from jixiao.dataclass import dataclass
from jixiao.quantity import NumberError, decimal_text, fold_width, parse_number

Scope = Literal["indicator", "block", "total", "grade"]


@dataclass(frozen=True, slots=True)
class Consequence:
    """What is left where a vetoing fact holds.

    Of a block or the total at most `most` points; of a grade `grade` itself, or where it
    is only a `ceiling`, no better one. `block` names the block, or says which of the
    indicator's own is meant: 一级指标, 二级指标, or 部分 where it has only one.
    """

    scope: Scope = "indicator"
    most: Fraction = Fraction(0)
    block: str = ""
    grade: str = ""
    ceiling: bool = False

    def __str__(self) -> str:
        match self.scope:
            case "indicator":
                return "不得分"
            case "block":
                return f"{_OWN_BLOCKS.get(self.block, self.block)}不得分"
            case "total":
                return f"总分不超过{decimal_text(self.most)}分" if self.most else "总分为0分"
            case "grade":
                return f"等级不超过{self.grade}" if self.ceiling else f"等级定为{self.grade}"


_OWN_BLOCKS = {"一级指标": "该一级指标", "二级指标": "该二级指标", "部分": "本部分"}
OWN_BLOCKS = frozenset(_OWN_BLOCKS)
"""Blocks named by their place above the indicator, not by name."""

_TOTAL = (
    "(?:(?:评价|考核|绩效|自评|最终|全部)*(?:总分|总得分|总评分|总成绩)|(?:整体|全部|整个)(?:评价|考核)|整体)"
)
_ZERO = r"(?:不得分|不计分|[为计记按得]{0,2}[0零](?:分(?:计算|处理)?)?(?![\d.]))"
_SURE = "(?:直接|一律|均|全部)?"
_BLOCK = "(?:本|该|此|所在|所属)的?(一级指标|二级指标|部分|大类|类|板块)(?:指标)?"
_GRADE = "(?:评价|考核|绩效|综合|整体|最终|总体|自评)*(?:等级|等次)(?:结果)?"
_RATED = "(?:评定|评|定|判定|认定|确定|列|降)?为"
_TOP = "(?:最高)?(?:不得?超过|不得?高于|最高[定评]?为)"
_TAIL = "(?:等级|等次|档次|档|等|级)?"
GRADE_WORDS = (
    "优秀", "优", "良好", "良", "中等", "中", "较好", "一般", "较差", "差", "基本合格", "不合格", "合格", "不及格", "及格", "不达标",
)  # fmt: skip
"""Names of grades that a sentence may set; others are written at the table."""
_NAMES = "(?:" + "|".join(sorted(GRADE_WORDS, key=len, reverse=True)) + ")"

_ENDS = r"(?=[;。()\n]|$)"
BEYOND = f"""{_TOTAL}{_SURE}{_ZERO} | {_BLOCK.replace("(一", "(?:一")}{_SURE}{_ZERO}"""
"""What a sentence says of the total or of a block; over the folded text, in re.VERBOSE."""
GRADED = rf"""{_GRADE}{_SURE}{_RATED}{_NAMES}{_TAIL}{_ENDS} | {_GRADE}{_TOP}{_NAMES}{_TAIL}{_ENDS}
   | {_TOTAL}{_TOP}\d+(?:\.\d+)?分{_ENDS} | {_SURE}按{_NAMES}{_TAIL}处理"""
"""What a sentence says of the grade, or as a ceiling of the total, behind a comma."""

_READ_OWN_SCORE = f"(?:(?:该项|本项|此项|该指标|本指标)?{_SURE}{_ZERO})?"
_READ_TOTAL = f"{_TOTAL}{_SURE}{_ZERO}"
_READ_CEILING = rf"{_TOTAL}{_TOP}(?P<points>\d+(?:\.\d+)?)分"
_READ_OWN = f"{_BLOCK}{_SURE}{_ZERO}"
_READ_TOP = f"{_GRADE}{_TOP}(?P<grade>.+?){_TAIL}"
_READ_GRADE = f"(?:{_GRADE}{_SURE}{_RATED}|{_SURE}按)(?P<grade>.+?){_TAIL}(?:处理)?"
_READ_BLOCK = f"(?P<block>.+?){_SURE}{_ZERO}"
_VETO = "(?:实行)?一票否决(?:制)?,?"
_QUOTES = str.maketrans("", "", "“”\"‘’'「」『』 \t\u3000。;；")


def read_consequence(text: str) -> Consequence | None:
    """Read what a veto brings about; None where it can't be read. 一票否决 alone is of the indicator."""
    said = re.sub(_VETO, "", fold_width(text).translate(_QUOTES), count=1)
    if re.fullmatch(_READ_OWN_SCORE, said):
        return Consequence()
    if re.fullmatch(_READ_TOTAL, said):
        return Consequence("total")
    if ceiling := re.fullmatch(_READ_CEILING, said):
        return _ceiling(ceiling["points"])
    if own := re.fullmatch(_READ_OWN, said):
        return Consequence("block", block=own[1] if own[1].endswith("级指标") else "部分")
    if top := re.fullmatch(_READ_TOP, said):
        return Consequence("grade", grade=top["grade"], ceiling=True)
    if grade := re.fullmatch(_READ_GRADE, said):
        return Consequence("grade", grade=grade["grade"])
    if block := re.fullmatch(_READ_BLOCK, said):
        return Consequence("block", block=block["block"])
    return None


def _ceiling(points: str) -> Consequence | None:
    try:
        return Consequence("total", parse_number(points).value)
    except NumberError:
        return None
