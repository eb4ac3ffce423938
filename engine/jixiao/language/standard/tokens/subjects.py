"""Patterns of what a clause speaks of: comparisons, steps, cases and numbers."""

from __future__ import annotations

from jixiao.language.standard.tokens.fragments import (
    AHEAD,
    ANYWHERE,
    DIGITS,
    FRACTION,
    LISTED,
    NUMBER,
    NUMBERS,
    PARTS,
    PERCENT,
    POINTS,
    POINTS_WORDS,
    SOME,
    UNSIGNED,
    WAYS,
    WHOLE,
    Pattern,
    any_of,
)
from jixiao.language.standard.tokens.places import PLACES
from jixiao.language.standard.tokens.vocabulary import (
    AFTERWARDS,
    BULK_UNITS,
    CASE_UNITS,
    MEASURED_UNITS,
    OPERATORS,
    STEP_UNITS,
)
from jixiao.quantity import NUMERAL

_DOING = "完成|压减|到位|支付|执行|收储|收|投入|支出|缴|编"
_OF = "年度|全年|当年|上年|去年|同期|实际|决算|预算|概算|批复|控制|计划|目标|任务|标准|预期|规定|指标|要求|定额|核定|应[^,;。\\d%的]{1,6}"
_MEASURE = rf"(?:{_OF}){{1,3}}(?:任务|值|数|量|额|水平|线|时限|总量)?的?"
"""What a step is said to be counted from: 每低于年度目标任务1个百分点."""
SUBJECTS: tuple[Pattern, ...] = (
    (
        "STEP",
        rf"""每再?(?:{WAYS})(?: \((?:{WAYS})\) | (?:目标|计划|标准|基准)值? )?{AHEAD}
           | 每再?(?:{WAYS})(?:{_DOING})?(?:{_MEASURE})?(?={PERCENT}|\d|百分之)
           | 每(?:延迟|推迟|拖延|延后|逾期|延误|延期|超期|滞后)(?=(?!1(?![\d.]))(?:\d|[二两三四五六七八九十]))""",
        ANYWHERE,
    ),
    (
        "STEP",
        rf"没(?:{WAYS})(?=(?:{PERCENT}|{NUMERAL}(?:{any_of(STEP_UNITS)}))的?,?[扣减]{POINTS})",
        ANYWHERE,
    ),
    ("STEP", rf"的?(?:部分)?,?每(?={PERCENT})", NUMBERS),
    (
        "STEP",
        rf"每(?={PERCENT},?[加奖扣减])|每(?:达到|完成|实现)?(?={PERCENT}的?,?[得计记]{POINTS})",
        ANYWHERE,
    ),
    (
        "STEP",
        rf"""每(?:新增|达到|完成|实现|增加|满|涉及)?(?:金额|资金)?(?=\d+(?:\.\d+)?(?:{any_of(BULK_UNITS)})
             的?,?(?:可|再)?[得计记加奖扣减]{{1,2}}{POINTS})""",
        ANYWHERE,
    ),
    (
        "STEP",
        rf"""每(?:新增|达到|完成|实现|增加|满)?(?=(?!1(?![\d.])|一(?![十百千万]))(?:\d+(?:\.\d+)?|{NUMERAL})(?:{any_of(MEASURED_UNITS)})
             的?,?(?:可|再)?[得计记加奖扣减]{{1,2}}{POINTS})""",
        ANYWHERE,
    ),
    (
        "TEXT",
        "每[个两二三四]?(?:季度?|月|年度?|周|半年)(?:至少)?(?:开展|进行|组织|召开|检查|报送|公开|更新|发布|推送|巡查|调度)[^,;。:\\d]{0,4}?[一1两二三四](?:次|期|批|轮)|[上前下]一年度?|一次(?=验收|通过|合格|交验|办结)",
        ANYWHERE,
    ),
    (
        "TEXT",
        "(?:最多跑|跑)一次|一次办[好成结]|一件事一次办|每[万千百]?人口?(?=[^扣得计记加减,;。\\d]{3})|[1-5]A级(?=[^\\W\\d])",
        ANYWHERE,
    ),
    (
        "EACH",
        rf"""每(?:获得|取得|荣获)?[^,;。:\n%\d扣减得]{{0,12}}?[一1](?:{any_of(CASE_UNITS)})(?!百分点)
           | 每(?:{any_of(CASE_UNITS)}|个问题|个项目|项任务|项工作|辆)(?:\([^()\d]{{1,3}}\))?
             (?=各?(?:再|另|加)?[得计记给扣减占加]?\(?{POINTS} | 各?[得计扣减占加]{FRACTION})
           | (?:以上|上述)?(?:[A-Z①-⑳、和及]{{2,20}}|[两二三四五六七八九十](?:项|点|条|个要点)|(?:各|每)?(?:要素|项|要点|内容|方面))?
             各(?=[得计占]?{POINTS}|[得计占](?:{WHOLE}{POINTS_WORDS}的?)?{FRACTION})""",
        ANYWHERE,
    ),
    (
        "EACH",
        rf"""(?: 有 | 发现 | 出现 | 缺 | 少 | 缺少 | 超出 | 超过 | 迟到 | 延迟 | 逾期 )?[一1](?:{any_of(CASE_UNITS)})(?!百分点)
             (?=[^,;。\d%]{{0,16}},?扣{POINTS}(?![^。]{{0,40}}类推)[^。]{{0,40}}扣完)
           | (?:缺|少|缺少|漏)
             (?:公开|公告|报送|报|开展|组织|召开|公布|更新|检查)?[一1](?:{any_of(CASE_UNITS)})(?=[^,;。\d%]{{0,8}},?扣{POINTS})""",
        frozenset({"START", "SEMI", "COMMA", "TEXT"}),
    ),
    (
        "EACH",
        rf"(?:视|根据|按照?)?(?:情节|情况)?(?:轻重)?每(?:{any_of(CASE_UNITS)})(?=(?:[^,;。:\d]{{0,10}}?酌情|(?:视|根据|按照?)[^,;。:\d]{{0,10}}?)?(?:扣除|扣减|扣|减){DIGITS}分?[-~至到]{POINTS})",
        ANYWHERE,
    ),
    ("EACH", rf"每(?!再|[日天月年季周半]|{WAYS})(?=[^\W\d]{{1,4}}[扣得加计]{POINTS})", ANYWHERE),
    (
        "ELSE",
        """否则 | 其[他它余](?:名次|等次|单位|部门|情况|情形)?的?(?:一律|均|都)(?=[得计扣不为])
           | 其[他它](?:情况|情形|名次) | 其[他它](?![\u4e00-\u9fff]{2}[^,;。:]{0,12}(?:未|没有|不|无|每))
           | 其余(?:情况|情形|名次|等次|单位|部门)?(?=[的,得不计为]|$)
           | 其余(?:情况|情形)? | 反之 | 没有(?=不得分|不计分)
           | (?:超过|超出)(?:的|(?:该|此)?范围的?)(?=,?(?:则)?(?:不得分|不计分|得0分|计0分|0分))""",
        frozenset({"START", "SEMI", "COMMA", "MARK", "POINTS"}),
    ),
    ("TEXT", r"未完成(?=-?\d+(?:\.\d+)?分)", ANYWHERE),
    (
        "TEXT",
        rf"(?:[≤≥<>]=?|大于等于|大于或等于)(?=(?:年初|{_OF}){{1,3}}(?:值|数|额|量|水平|指标|总量)?(?:[,;。的得计给记]|$))",
        ANYWHERE,
    ),
    (
        "OPERATOR",
        rf"(?!不足[0零]分)(?<!化整)(?:{any_of(OPERATORS)})(?:{AHEAD}|(?=零(?![增星售散部])|±|正负))",
        ANYWHERE,
    ),
    ("OPERATOR", f"(?:不足|不到|低于|少于|超过|高于|不低于|不少于|不超过)(?={PARTS})", ANYWHERE),
    (
        "AFTERWARDS",
        f"(?!内[控部容设外涵业勤环审]|后[续期勤备评])(?:{any_of(AFTERWARDS)})",
        NUMBERS | {"PLUSMINUS"},
    ),
    ("PLUSMINUS", rf"(?:±|正负){UNSIGNED}", ANYWHERE),
    *PLACES,
    ("RANGE", rf"[-~至到]{AHEAD} | [与和](?=-?[\d.]+[^,;。\d()]{{0,4}}(?:\(不?含\))?之间)", NUMBERS),
    ("RANGE", "[-~至到](?=±|正负)", frozenset({"PLUSMINUS", "INCLUDED", "EXCLUDED"})),
    ("AMONG", "之间 | 范围内 | 区间内?", NUMBERS | {"PLUSMINUS"}),
    (
        "NOTMORE",
        r"""(?:较|比|与)?(?:上年|去年|上年度)?(?:相比)?(?:下降或持平 | 持平或下降 | 持平或减少 | 减少或持平 | 零增长或负增长
          | 未增长 | 不增长 | 实现零增长 | 没有增长 | 只减不增 | 只降不升)""",
        ANYWHERE,
    ),
    ("LIST", "、 | 以及 | 和 | 及 | 与", LISTED),
    ("NUMBER", "零(?![增星售散部])", frozenset({"OPERATOR"})),
    ("NUMBER", SOME, ANYWHERE),
    ("NUMBER", PARTS, frozenset({"OPERATOR"})),
    ("NUMBER", NUMBER, ANYWHERE),
    ("OPERATOR", "[<>]=? | [≤≥=]", ANYWHERE),
)
