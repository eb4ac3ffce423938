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

from jixiao.language.standard.consequence import BEYOND, GRADED
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
_NUMBER = f"(?:百分之(?:{_DIGITS}|{NUMERAL})|{_DIGITS}(?:{_UNITS})?|{NUMERAL}(?:{_UNITS})(?!性))"
_POINTS = f"(?:{_DIGITS}|{NUMERAL}){_POINT}"
_AHEAD = rf"(?=\(含\)|-?\d|百分之|{NUMERAL}[{''.join(sorted({unit[0] for unit in STEP_UNITS}))}])"
"""A number follows. The unit is told by its first character, which keeps the patterns small."""
_LOOSE = f"[-\\d.%‰零一二两三四五六七八九十百千点之{''.join(sorted(set(''.join(STEP_UNITS)) - set('%‰')))}]{{1,14}}"
"""A number inside a longer word, told loosely; whoever reads the word reads the number strictly."""
_THIS = "(?:该项|本项|此项|该指标|本指标|该条)?"
_WHOLE = "(?:(?:该项|本项|此项|该|本)?指标|该项|本项|此项)?"
_TO_END = "(?:为止|即止)"
_WAYS = _any(DIRECTIONS)

_POINTS_WORDS = "(?:分值|满分|权重分值|权重分|权重|标准分|分数|总分值)"
_FRACTION = rf"(?:{_DIGITS}%|百分之{NUMERAL}|{NUMERAL}分之{NUMERAL}|\d/\d|一半)"
_DOING = "(?:计算得分|计分|得分|给分|赋分|记分|评分|打分|计算|折算)"

_START = frozenset({"START", "SEMI", "COMMA", "COLON", "RPAR"})
_NUMBERS = frozenset({"NUMBER", "INCLUDED", "EXCLUDED"})
_COMPARED = frozenset({"NUMBER", "AFTERWARDS", "PLUSMINUS", "OPERATOR"})
_GIVING = frozenset(
    {"GIVE", "DEDUCT", "ADD", "LPAR", "COLON", "COMMA", "UNTIL", "CAP", "ADDCAP", "BASIC", "LIST"}
)
_LISTED = frozenset(
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
    }
)
_ANYWHERE: frozenset[str] = frozenset()

_PATTERNS: tuple[tuple[str, str, frozenset[str]], ...] = (
    # Numbering and separators
    (
        "MARK",
        r"""[①-⑳⑴-⒇] | \([\d一二三四五六七八九十]{1,2}\) | \d{1,2}(?:[、)] | \.(?!\d)) | [一二三四五六七八九十]{1,2}是
          | [一二三四五六七八九十]、 | [A-Za-z][.、)]""",
        _START,
    ),
    ("MARK", "[①-⑳⑴-⒇]", _ANYWHERE),
    ("SEMI", r"[;。\n] | \.(?!\d)", _ANYWHERE),
    ("COMMA", ",", _ANYWHERE),
    ("COLON", ":", _ANYWHERE),
    ("INCLUDED", rf"\((?: 含 | 包含 | 含本数 | 含{_LOOSE} )\)", _COMPARED | {"AMONG"}),
    ("INCLUDED", f"含(?={_any(AFTERWARDS)})", _COMPARED),
    ("EXCLUDED", rf"\((?: 不含 | 不包含 | 不含本数 | 不含{_LOOSE} )\)", _COMPARED | {"AMONG"}),
    (
        "BRACKET",
        rf"[\[(]{_LOOSE},{_LOOSE}[\])] | \[{_LOOSE}[~至到]{_LOOSE}[\])] | \({_LOOSE}[~至到]{_LOOSE}\] | \[{_LOOSE}[\])]",
        _ANYWHERE,
    ),
    (
        "NUMBER",
        rf"{_DIGITS}分(?=(?:\(含\))?(?:及|或)?以[上下内] | [-~至]{_DIGITS}分的?,?[得计给记不] | \(含\)[-~至])",
        _ANYWHERE,
    ),
    ("NUMBER", rf"{_DIGITS}(?=[-~至]{_DIGITS}分(?:\(不?含[^()]{{0,8}}\))?的?,?[得计给记])", _ANYWHERE),
    ("NUMBER", rf"{_DIGITS}分(?=(?:\(不?含[^()]{{0,8}}\))?的?,?[得计给记])", frozenset({"RANGE"})),
    ("NUMBER", rf"(?<![为是]){_DIGITS}{_POINT}", frozenset({"OPERATOR"})),
    ("LPAR", r"\(", _ANYWHERE),
    ("RPAR", r"\)", _ANYWHERE),
    # What stands around the clauses
    ("BASE", f"以{_LOOSE}为(?:标准|基准|准|基数|目标值?|控制线)", _ANYWHERE),
    ("BASE", rf"(?:年初|年度)?(?:标准值|目标值|基准值)(?:为|是|:|=){_LOOSE}(?=[,;。])", _START),
    (
        "PIN",
        rf"(?!得分)[^;。,:()=<>≤≥\d]{{1,16}}(?:超过|超出|大于|高于){_LOOSE}的?,?按照?{_LOOSE}(?:计算|计分|计)",
        _START,
    ),
    (
        "MAGNITUDE",
        "(?:均|统一)?(?:按照?|取|以)其?绝对值(?:进行)?(?:计算|计|考核|评价|比较)?(?=[,;。]|$)",
        _START,
    ),
    (
        "PIN",
        rf"(?: 超过 | 超出 | 大于 | 高于 ){_LOOSE}的?(?:部分)?[,]?(?:均|则)?按照?{_LOOSE}(?:计算|计分|计)?",
        _ANYWHERE,
    ),
    (
        "PARTSTEP",
        rf"""不足(?:一步|{_LOOSE})?的?(?:部分)?,?
              (?: 按照?(?:一步|{_LOOSE})(?:计算|计|扣分)? | (?:不|不予)(?:计算|计(?!分)|扣分|扣(?!分))
                | 按比例(?!得分|计分|给分|赋分|记分|计算得分)(?:计算|扣分|扣减)? )""",
        _ANYWHERE,
    ),
    ("SOON", "[以依]此类推", _ANYWHERE),
    (
        "FORMULA",
        r"""(?:本项|该项|指标|实际|考核|计算)?(?: 得分 | 计分 | 评分 | 分数 )值?(?: = | 为:? | : | 等于 )
            (?= [^,;。]*[×*/÷率])
          | 得分按照?(?= [^,;。]*[×*/÷][^,;。]*(?: 计算 | 计分 )(?:[,;。]|$))""",
        _ANYWHERE,
    ),
    (
        "BYEXPR",
        r"""(?:则)?按照?(?=[^,;。]*[×*/÷][^,;。]*(?: 计算得分 | 计算 | 计分 | 得分 | 给分 | 赋分 ))
          | [得计](?=\d[^,;。×*]{0,8}[×*][^,;。]*[^\d]分(?:[,;。]|$))""",
        _ANYWHERE,
    ),
    ("ADDCAP", rf"(?: 最多 | 最高 | 累计 )可?(?: 加分不超过 | 加分 | 加 )(?={_POINTS})", _ANYWHERE),
    (
        "UNTIL",
        rf"""(?:直至)?[扣减][完满](?={_POINTS}{_TO_END})
           | (?: 最多 | 最高 | 累计 | 合计 )(?: 扣分不超过 | 扣除 | 扣减 | 扣分 | 扣 | 减 )(?={_POINTS})
           | 直至扣[完满](?={_POINTS}) | 扣分(?:最多|最高)?不超过(?={_POINTS})""",
        _ANYWHERE,
    ),
    (
        "CAP",
        rf"""{_THIS}(?:最高|最多|上限)(?:得分值?|计分|分)?(?:不得?超过|不高于|得|计|为|到)?
              (?: 满分(?:分值)? | (?:该项|本项|指标|标准)?分值(?:上限)? | 该指标分值 | (?={_POINTS}) )
           | (?:满分|权重分?|(?:(?:该|本)?指标|该项|本项|此项)(?:满分|权重分?|分值))[为是:]?(?={_POINTS}(?:[,;。]|$))
           | (?:累计|合计)(?:得分|加分)?不超过(?={_POINTS}) | 加分不超过(?={_POINTS})
           | (?:超过|高于|超出)满分的?(?:部分)?,?(?:均)?按照?满分(?:计算|计分|计)
           | (?:超过|高于|超出){_POINTS}的?,?(?:均)?按照?(?={_POINTS}(?:计算|计分|计)?(?:[,;。]|$))
           | (?:超额完成(?:部分|任务)?|超过部分|超出部分)的?,?(?:均)?不(?:再|另|予)?加分
           | (?:得分)?不得?超过(?: 满分 | (?:该项|本项|指标)?分值(?:上限)? | 该指标分值 | (?={_POINTS}) )""",
        _ANYWHERE,
    ),
    ("CAP", rf"[^,;。:()=\d得计给记扣]{{1,16}}(?:满分|权重分?)(?:为|是)(?={_POINTS}(?:[,;。]|$))", _START),
    ("STOP", f"{_TO_END}|(?:计算|计分|计)(?=[,;。]|$)", frozenset({"POINTS"})),
    (
        "FLOOR",
        rf"""(?:直至|直到|至|以)?(?:将?{_WHOLE}(?:分值|分数|得分|分)(?=扣完))?
              [扣减](?: 完 | 光 | 至0分? | 到0分? | 至零分? ){_WHOLE}(?: 分值 | 分数 | 指标分 | 得分 | 分 )?(?:{_TO_END}|为限)?
           | (?:最低|得分)(?:得分)?(?:不低于)?[为得计]?0分 | 最低[为得计]?零分 | 最低不低于0分 | 不(?:计|出现|倒扣|得)负分""",
        _ANYWHERE,
    ),
    # What a clause earns or costs
    (
        "LEFTOUT",
        r"""(?: 予以)?剔除(?: 后)?[^;。()\n]{0,12}折算[^;。()\n]{0,12} | 不纳入(?:评价|考核|评分)[^;。()\n]{0,20}折算[^;。()\n]{0,12}
          | (?:该项|本项)?(?:分值)(?:折算|分摊|平均分配|调整)[到至]其[他它]指标[^;。()\n]{0,8}""",
        _ANYWHERE,
    ),
    ("VETO", f"(?:实行)?一票否决(?:制)?(?:,(?:{BEYOND} | {GRADED}))? | {BEYOND}", _ANYWHERE),
    ("VETO", GRADED, frozenset({"COMMA", "COLON"})),
    (
        "DISCRETION",
        rf"""(?: 酌情 | 视情况 | 视情节 | 视情形 | 视情 | 视程度 | 根据(?:实际)?情况 | 按(?:照)?情况 | 适当 | 视[^,;。\d]{{0,8}}?情况 )
              (?:轻重)?(?:给予)?(?:相应)?
              (?: (?:扣除|扣减|扣|减)(?: {_POINTS}[-~至到]{_POINTS} | {_DIGITS}[-~至到]{_POINTS} ) | 扣分 | 扣减 | 减分 )""",
        _ANYWHERE,
    ),
    (
        "ZERO",
        rf"""{_THIS}(?: 不得分 | 不计分 | 不给分 | 不予计分 | 不记分 | [得计给记赋打为按]?[0零]分(?:计算|处理)? | 分值为0 )""",
        _ANYWHERE,
    ),
    (
        "POINTSPAN",
        rf"""(?:可?[计得给记赋])?{_DIGITS}(?:分)?[-~至到]{_DIGITS}{_POINT}(?:\(不?含{_POINTS}\))?
           | 酌情(?: 得分 | 给分 | 计分 | 赋分 | 打分 )""",
        _ANYWHERE,
    ),
    ("BASIC", "可?[计得给记](?:基本分|基础分)", _ANYWHERE),
    (
        "SHARES",
        rf"(?:分别)?(?:按照|按|以|得|计|给)?(?:该项|本项|该指标|本指标|指标)?(?:对应)?分值(?:区间)?的?(?={_LOOSE}(?:\(不?含[^)]*\))?[-~至到])",
        _ANYWHERE,
    ),
    (
        "PART",
        rf"""(?: 扣除 | 扣减 | 扣 | 减 )(?: {_WHOLE}{_POINTS_WORDS}的{_FRACTION} | {_FRACTION}的?{_WHOLE}(?:{_POINTS_WORDS}|分) )
           | (?:可?[计得给记赋]|按照?|占)(?: {_WHOLE}{_POINTS_WORDS}的{_FRACTION} | {_FRACTION}的?{_WHOLE}{_POINTS_WORDS} ){_DOING}?""",
        _ANYWHERE,
    ),
    (
        "FULL",
        rf"""{_THIS}(?:可?[计得给记按赋为])?(?:该项|本项)?
              (?: 满分值? | 全分 | 标准分 | (?<=[得计给记])分值 | 该项分值
                 | (?:该指标)?(?:所赋)?全部分值 | 全部分数 | 全额分 )(?:计算|计分|计|处理)?
           | {_THIS}不予?扣分""",
        _ANYWHERE,
    ),
    (
        "PROPORTIONAL",
        r"""(?:则)?(?:得分)?(?:以|按)照?[^,;。\d扣]{0,24}?(?: 比例 | 比率 | 比重 | 占比 | 率 | 之比 | 比值 | 程度 )[^,;。\d扣]{0,4}?
            (?:计算得分|计算|折算|确定|相应)?(?: 扣减得分 | 得分 | 计分 | 给分 | 赋分 | 记分 | 扣分 )
           | 根据[^,;。\d扣]{0,16}?(?: 比例 | 率 )(?:得分|计分|给分|赋分)
           | 按?照?(?: 线性插值法? | 直线插值法? | 插值法 | 线性内插法? | 内插法 | 线性 )(?:计算)?
              (?: 得分 | 计分 | 给分 | 赋分 | 记分 | 计算 )""",
        _ANYWHERE,
    ),
    ("DEDUCT", rf"(?: 扣除 | 扣减 | 扣罚 | 倒扣 | 扣 | 减 )(?={_POINTS})", _ANYWHERE),
    ("ADD", rf"(?: 增加 | 加分 | 加 | 增 )(?={_POINTS})", _ANYWHERE),
    ("GIVE", rf"(?:可?[计得给记赋打]|分值)(?={_POINTS})", _ANYWHERE),
    ("POINTS", rf"\d+(?:\.\d+)?{_POINT}", _ANYWHERE),
    ("POINTS", f"{NUMERAL}{_POINT}", _GIVING),
    ("RESPECT", "分别", _ANYWHERE),
    # What a clause speaks of
    (
        "STEP",
        rf"""每再?(?:{_WAYS})(?: \((?:{_WAYS})\) | (?:目标|计划|标准)值? )?{_AHEAD}
           | 每(?:延迟|推迟|逾期|延误|延期|超期|滞后)(?=(?!1(?![\d.]))(?:\d|[二两三四五六七八九十]))""",
        _ANYWHERE,
    ),
    (
        "EACH",
        rf"""每(?:获得|取得|荣获)?[^,;。:\n%\d扣减得]{{0,12}}?[一1](?:{_any(CASE_UNITS)})(?!百分点)
           | 每(?:{_any(CASE_UNITS)}|个问题|个项目|项任务|项工作|辆)(?:\([^()\d]{{1,3}}\))?
             (?=各?[得计扣减占加]?{_POINTS} | 各?[得计扣减占加]{_FRACTION})
           | (?:以上|上述)?(?:[A-Z①-⑳、和及]{{2,20}}|[两二三四五六七八九十](?:项|点|条|个要点))?
             各(?=[得计占]?{_POINTS}|[得计占]{_FRACTION})""",
        _ANYWHERE,
    ),
    (
        "EACH",
        rf"""(?: 有 | 发现 | 出现 | 缺 | 少 | 缺少 | 超出 | 超过 | 迟到 | 延迟 | 逾期 )?[一1](?:{_any(CASE_UNITS)})(?!百分点)
             (?=[^,;。\d%]{{0,16}},?扣{_POINTS}(?![^。]{{0,40}}类推)[^。]{{0,40}}扣完)
           | (?:缺|少|缺少)[一1](?:{_any(CASE_UNITS)})(?=[^,;。\d%]{{0,8}},?扣{_POINTS})""",
        frozenset({"START", "SEMI", "COMMA", "TEXT"}),
    ),
    (
        "ELSE",
        "否则 | 其他(?:情况|情形)? | 其它(?:情况|情形)? | 其余(?:情况|情形)? | 反之",
        frozenset({"START", "SEMI", "COMMA", "MARK"}),
    ),
    ("OPERATOR", rf"(?:{_any(OPERATORS)})(?:{_AHEAD}|(?=零(?![增星售散部])))", _ANYWHERE),
    ("AFTERWARDS", f"(?:{_any(AFTERWARDS)})", _NUMBERS | {"PLUSMINUS"}),
    ("PLUSMINUS", rf"(?:±|正负){_LOOSE}", _ANYWHERE),
    ("RANGE", rf"[-~至到]{_AHEAD} | [与和](?=-?[\d.]+[^,;。\d]{{0,3}}之间)", _NUMBERS),
    ("AMONG", "之间 | 范围内 | 区间内?", _NUMBERS),
    (
        "NOTMORE",
        r"""(?:较|比|与)?(?:上年|去年|上年度)?(?:相比)?(?:下降或持平 | 持平或下降 | 持平或减少 | 减少或持平 | 零增长或负增长
          | 未增长 | 不增长 | 实现零增长 | 没有增长)""",
        _ANYWHERE,
    ),
    ("LIST", "、 | 以及 | 和 | 及 | 与", _LISTED),
    ("NUMBER", "零(?![增星售散部])", frozenset({"OPERATOR"})),
    ("NUMBER", _NUMBER, _ANYWHERE),
    ("OPERATOR", "[<>]=? | [≤≥=]", _ANYWHERE),
)

TOKENS: tuple[Word, ...] = tuple(
    Word(kind, re.compile(pattern, re.VERBOSE), after) for kind, pattern, after in _PATTERNS
)
"""Every token, in the order in which they are tried."""

OPENING = frozenset(
    {"FLOOR", "UNTIL", "CAP", "ADDCAP", "BASE", "PIN", "SOON", "PARTSTEP", "MARK", "ELSE", "MAGNITUDE"}
)
"""Tokens that open a clause: a comma before them ends the clause before."""

AWARDED = frozenset(
    {
        "POINTS",
        "POINTSPAN",
        "FULL",
        "ZERO",
        "BASIC",
        "PART",
        "PROPORTIONAL",
        "EXPRESSION",
        "AWARD_RPAR",
        "DISCRETION",
        "LEFTOUT",
        "VETO",
    }
    | {"FLOOR", "CAP", "STOP", "BASE", "PIN", "SOON", "PARTSTEP", "MAGNITUDE"}
)
"""Tokens that close a clause: a comma behind them ends it."""

STARTING = frozenset({"MARK", "STEP", "EACH", "NUMBER", "PLUSMINUS", "OPERATOR", "BRACKET", "FLOOR"})
"""Tokens that begin a new clause where they follow an award without any sign between."""
