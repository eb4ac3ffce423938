"""What patterns of scoring sentences are made of: numbers, units, points, and what may stand before them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jixiao.language.standard.tokens.vocabulary import CASE_UNITS, DIRECTIONS, RATE_UNITS, STEP_UNITS
from jixiao.quantity import NUMERAL

Pattern = tuple[str, str, frozenset[str]]
"""A token's name, what it looks like, and the tokens of which one must stand before it."""


def any_of(spellings: Iterable[str]) -> str:
    """Give a pattern of any of these words, the longest first."""
    return "|".join(sorted(map(re.escape, spellings), key=len, reverse=True))


DIGITS = r"-?\d+(?:\.\d+)?"
POINT = "分(?![别值数档析管类配项部解散开布期级之享担钟])"
_OVER, _UNDER = map(any_of, RATE_UNITS)
UNITS = (
    rf"(?:{_OVER})/(?:{_UNDER})|[μu]g/(?:m[³3]|立方米)|mg/(?:m[³3]|立方米|L|升)"
    rf"|(?:{any_of(CASE_UNITS)})\((?:{any_of(CASE_UNITS)})\)|{any_of(STEP_UNITS)}"
    "|期(?!工程|项目|建设|间|限|末|初)|周(?![年边岁转期密到全围长])"
)
"""Units behind a number; 周 is seven days, and 期 counts issues and courses, and names a stage elsewhere (二期工程)."""
PARTS = (
    "(?:一半|半数|[一二三四五六七八九]成(?=[以的,;。得计给记扣不及或至到-])"
    rf"|(?!百分之)(?:{NUMERAL}|\d+)分之(?:{NUMERAL}|\d+)(?!分值|的?分))"
)
"""一半, 八成, 三分之二: a share in words."""
SOME = rf"{PARTS}(?=(?:\(不?含[^()]*\))?(?:及|或)?以[上下内])"
"""The same where it is compared, 一半以上, and not only said, 完成一半的."""
NUMBER = f"(?:百分之(?:{DIGITS}|{NUMERAL})|{DIGITS}(?:{UNITS})?|{NUMERAL}(?:{UNITS})(?!性))"
POINTS = f"(?:{DIGITS}|{NUMERAL}){POINT}"
AHEAD = rf"(?=\(含\)|-?\d|第\d+名|百分之|{SOME}|{NUMERAL}[{''.join(sorted({'周', *(unit[0] for unit in STEP_UNITS)}))}])"
"""A number follows. The unit is told by its first character, which keeps the patterns small."""
_LOOSE_SIGNS = (
    f"\\d.%‰零一二两三四五六七八九十百千点之{''.join(sorted(set(''.join(STEP_UNITS)) - set('%‰')))}"
)
LOOSE = f"[-{_LOOSE_SIGNS}]{{1,14}}"
"""A number inside a longer word, told loosely; whoever reads the word reads the number strictly."""
UNSIGNED = f"[{_LOOSE_SIGNS}]{{1,14}}"
"""The same without a minus, which behind ± is a dash."""
PERCENT = rf"(?:{DIGITS}|{NUMERAL})(?:%|个?百分点)"
"""A share, or so many points of one."""
AS_BASE = "为(?:标准值?|基准值?|准|基数|目标值?|控制线)"
"""以95%为标准: what follows the number that steps are counted from."""
GOAL_IS = (
    "(?:本?年初?度?|全年|年初|预期|绩效|计划)?"
    "(?:(?:标准值|目标值|基准值|指标值)(?:为|是|:|=)?|(?:目标|计划[值数]|目标数|任务数)(?:为|是|:|=))"
)
"""What stands before such a number: 年度目标值为12篇."""
THIS = "(?:该项|本项|此项|该指标|本指标|该条)?"
WHOLE = "(?:(?:该项|本项|此项|该|本)?指标|该项|本项|此项)?"
TO_END = "(?:为止|即止|为限|止|封顶)"
WAYS = any_of(DIRECTIONS)

POINTS_WORDS = "(?:分值|满分|权重分值|权重分|权重|标准分|分数|总分值)"
FRACTION = rf"(?:{DIGITS}%|百分之{NUMERAL}|{NUMERAL}分之{NUMERAL}|\d/\d|一半)"
SHARE = r"\d{1,3}%?(?:\(不?含[^)]*\))?"
DOING = "(?:计算得分|计分|得分|给分|赋分|记分|评分|打分|计算|折算)"

SCORE_WORDS = """[^,;。:\\d×*/÷%=<>≤≥()得扣]{0,24}?
    (?: 得分 | 分数 | 成绩 | 评分 | 综合分 | 考核分 | 总分 | (?:考核|测评|考评|评价|评估|评议|检查|验收)的?结果 )"""
"""The score that another assessment gave: 年度安全生产考核得分."""

START = frozenset({"START", "SEMI", "COMMA", "COLON", "RPAR"})
NUMBERS = frozenset({"NUMBER", "INCLUDED", "EXCLUDED"})
COMPARED = frozenset({"NUMBER", "AFTERWARDS", "PLUSMINUS", "OPERATOR"})
GIVING = frozenset(
    {
        "GIVE",
        "DEDUCT",
        "ADD",
        "LPAR",
        "COLON",
        "COMMA",
        "UNTIL",
        "LEAST",
        "UNFLOORED",
        "CAP",
        "ADDCAP",
        "BASIC",
        "BELOW",
        "LIST",
    }
)
LISTED = frozenset(
    {
        "NUMBER",
        "INCLUDED",
        "EXCLUDED",
        "AFTERWARDS",
        "PLUSMINUS",
        "POINTS",
        "ZERO",
        "FULL",
        "PART",
        "AWARD_RPAR",
        "PER",
    }
)
ANYWHERE: frozenset[str] = frozenset()
