"""The tokens of scoring sentences: what each looks like, and where it may stand.

Tokens are tried in the order of TOKENS; what none of them claims is free text. Patterns are
written over the folded sentence, which has no spaces, in re.VERBOSE. `after` names the
tokens that must stand before, where the same signs mean something else elsewhere
(- between numbers, 以上 behind a number).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from jixiao.language.standard.vocabulary import AFTERWARDS, CASE_UNITS, DIRECTIONS, OPERATORS, STEP_UNITS
from jixiao.quantity import NUMERAL


@dataclass(frozen=True, slots=True)
class Word:
    """One token: its name in the grammar, its pattern, and what must stand before it."""

    kind: str
    pattern: re.Pattern[str]
    after: frozenset[str]


def _any(spellings: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, spellings), key=len, reverse=True))


_DIGITS = r"-?\d+(?:\.\d+)?"
_POINT = "分(?![别值数档析管类配项部解散开布期级之享担钟])"
_UNITS = _any(STEP_UNITS)
_NUMBER = f"(?:百分之(?:{_DIGITS}|{NUMERAL})|{_DIGITS}(?:{_UNITS})?|{NUMERAL}(?:{_UNITS}))"
_POINTS = f"(?:{_DIGITS}|{NUMERAL}){_POINT}"
_THIS = "(?:该项|本项|此项|该指标|本指标|该条)?"
_WHOLE = "(?:该项|本项|本指标|此项|该指标)?"
_TO_END = "(?:为止|即止)"
_WAYS = _any(DIRECTIONS)

_START = frozenset({"START", "SEMI", "COMMA"})
_NUMBERS = frozenset({"NUMBER", "INCLUDED", "EXCLUDED"})
_COMPARED = frozenset({"NUMBER", "AFTERWARDS"})
_GIVING = frozenset({"GIVE", "DEDUCT", "LPAR", "COLON", "COMMA", "UNTIL", "CAP"})
_ANYWHERE: frozenset[str] = frozenset()

_PATTERNS: tuple[tuple[str, str, frozenset[str]], ...] = (
    # Numbering and separators
    (
        "MARK",
        r"""[①-⑳⑴-⒇] | \(\d{1,2}\) | \d{1,2}(?:[、)] | \.(?!\d)) | [一二三四五六七八九十]{1,2}是
          | [一二三四五六七八九十]、 | [A-Za-z][.、)]""",
        _START,
    ),
    ("MARK", "[①-⑳⑴-⒇]", _ANYWHERE),
    ("SEMI", r"[;。\n]", _ANYWHERE),
    ("COMMA", ",", _ANYWHERE),
    ("COLON", ":", _ANYWHERE),
    ("INCLUDED", rf"\((?: 含 | 包含 | 含本数 | 含{_NUMBER} )\)", _COMPARED),
    ("EXCLUDED", r"\((?: 不含 | 不包含 | 不含本数 )\)", _COMPARED),
    ("BRACKET", rf"[\[(]{_NUMBER},{_NUMBER}[\])]", _ANYWHERE),
    ("LPAR", r"\(", _ANYWHERE),
    ("RPAR", r"\)", _ANYWHERE),
    # What stands around the clauses
    ("BASE", f"以{_NUMBER}为(?:标准|基准|准|基数|目标值?|控制线)", _ANYWHERE),
    (
        "FORMULA",
        r"""(?:本项|该项|指标|实际)?(?:得分|计分|评分|分数)值?(?: = | 为:? | : )
            (?= [^,;。]*[×*/÷率])""",
        _ANYWHERE,
    ),
    (
        "CAP",
        rf"""{_THIS}(?:最高|最多|上限)(?:得分|计分|分)?(?:不得?超过|不高于|得|计|为|到)?
              (?: 满分 | (?:该项|本项|指标)?分值(?:上限)? | (?={_POINTS}) )
           | (?:得分)?不得?超过(?: 满分 | (?:该项|本项|指标)?分值(?:上限)? | (?={_POINTS}) )""",
        _ANYWHERE,
    ),
    ("UNTIL", rf"(?:直至)?[扣减][完满](?={_POINTS}{_TO_END})", _ANYWHERE),
    ("STOP", _TO_END, frozenset({"POINTS"})),
    (
        "FLOOR",
        rf"""(?:直至|直到|至)?[扣减](?: 完 | 光 | 至0分? | 到0分? ){_WHOLE}
              (?: 分值 | 分数 | 指标分 | 得分 | 分 )?{_TO_END}?
           | (?:最低|得分)(?:得分)?[为得计]?0分 | 不(?:计|出现|倒扣)负分""",
        _ANYWHERE,
    ),
    # What a clause earns or costs
    ("SHARES", rf"(?:分别)?按?照?(?:该项|本项|指标)?分值的(?={_NUMBER})", _ANYWHERE),
    (
        "ZERO",
        rf"""{_THIS}(?: 不得分 | 不计分 | 不给分 | 不予计分 | [得计给记赋打为按]?[0零]分(?:计算|处理)? )""",
        _ANYWHERE,
    ),
    (
        "FULL",
        rf"""{_THIS}(?:可?[计得给记按赋为])?(?:该项|本项)?(?: 满分 | 全分 | 基本分 | 标准分 | 该项分值 | 全部分值 )
              (?:计算|计分|计|处理)?
           | {_THIS}不予?扣分""",
        _ANYWHERE,
    ),
    (
        "PROPORTIONAL",
        r"""则?按照?[^,;。\d扣]{0,24}?(?: 比例 | 比率 | 率 | 之比 | 比值 | 程度 )[^,;。\d扣]{0,4}?
            (?:计算得分|计算|折算|确定|相应)?(?: 得分 | 计分 | 给分 | 赋分 | 记分 )""",
        _ANYWHERE,
    ),
    ("DEDUCT", rf"(?: 扣除 | 扣减 | 倒扣 | 扣 | 减 )(?={_POINTS})", _ANYWHERE),
    ("GIVE", rf"可?[计得给记赋打](?={_POINTS})", _ANYWHERE),
    ("POINTS", f"{_DIGITS}{_POINT}", _ANYWHERE),
    ("POINTS", f"{NUMERAL}{_POINT}", _GIVING),
    # What a clause speaks of
    ("STEP", rf"每再?(?:{_WAYS})(?: \((?:{_WAYS})\) )?(?={_NUMBER})", _ANYWHERE),
    ("EACH", rf"每[^,;。:%\d扣减得]{{0,12}}?[一1](?:{_any(CASE_UNITS)})(?!百分点)", _ANYWHERE),
    ("ELSE", "否则 | 其他(?:情况|情形) | 其余(?:情况|情形)?", _ANYWHERE),
    ("OPERATOR", rf"(?:{_any(OPERATORS)})(?={_NUMBER})", _ANYWHERE),
    ("AFTERWARDS", f"(?:{_any(AFTERWARDS)})", _NUMBERS),
    ("RANGE", rf"[-~至到](?={_NUMBER})", _NUMBERS),
    ("NUMBER", _NUMBER, _ANYWHERE),
    ("OPERATOR", "[<>]=? | [≤≥=]", _ANYWHERE),
)

TOKENS: tuple[Word, ...] = tuple(
    Word(kind, re.compile(pattern, re.VERBOSE), after) for kind, pattern, after in _PATTERNS
)
"""Every token, in the order in which they are tried."""

OPENING = frozenset({"FLOOR", "UNTIL", "CAP", "BASE", "MARK", "ELSE", "FORMULA"})
"""Tokens that open a clause: a comma before them ends the clause before."""

AWARDED = frozenset(
    {"POINTS", "FULL", "ZERO", "PROPORTIONAL", "EXPRESSION", "AWARD_RPAR", "FLOOR", "CAP", "STOP", "BASE"}
)
"""Tokens that close a clause: a comma behind them ends it."""
