"""Patterns of what a clause earns or costs."""

from __future__ import annotations

from jixiao.language.standard.consequence import BEYOND, GRADED
from jixiao.language.standard.tokens.bounds import TOTAL
from jixiao.language.standard.tokens.fragments import (
    ANYWHERE,
    DIGITS,
    DOING,
    FRACTION,
    GIVING,
    LOOSE,
    POINT,
    POINTS,
    POINTS_WORDS,
    SHARE,
    START,
    THIS,
    WHOLE,
    Pattern,
    any_of,
)
from jixiao.language.standard.tokens.vocabulary import CASE_UNITS
from jixiao.quantity import NUMERAL

ENDED = r"(?=[,;。()\n]|$)"
RESCALED = (
    "(?:(?:将|把|按)?(?:其[余他它]|剩余)(?:指标)?(?:的?(?:得分|分值))?|总分|总得分|得分)?(?:按比例)?"
    f"折算(?:[为成到至](?:百分制|100分|满分|总分|其[余他它]指标))?(?:计算|计分)?{ENDED}"
)
"""What is done with the points of an indicator that is left out, and nothing else."""
_NOTHING = f"""(?: {THIS}(?:一律|均|则|都|即|全部)?
     (?: 不得分 | 不予?加分 | 不计分 | 不给分 | 不予计分 | 不记分 | [得计给记赋打为按]?[0零]分(?:计算|处理)? | 分值为0 )
   | 取消(?:该项|本项|此项|该指标|本指标)(?:得分|分值|分数) )"""
_SOME = f"(?:{DIGITS}|{NUMERAL})"

AWARDS: tuple[Pattern, ...] = (
    (
        "LEFTOUT",
        rf"""(?:予以)?剔除(?:该项|本项|该指标|本指标)?(?:后|,|并)*{RESCALED} | 不纳入(?:评价|考核|评分)(?:范围|计算)?(?:,|并)*{RESCALED}
          | (?:该项|本项)?分值(?:折算|分摊|平均分配|调整)[到至]其[他它]指标(?:中|上)?(?:计算|计分)?{ENDED}""",
        ANYWHERE,
    ),
    ("VETO", f"(?:实行)?一票否决(?:制)?(?:,(?:{BEYOND} | {GRADED} | {_NOTHING}))? | {BEYOND}", ANYWHERE),
    ("VETO", GRADED, frozenset({"COMMA", "COLON"})),
    (
        "DISCRETION",
        rf"""(?: 酌情 | (?:根据|按照?)情节
              | 视情况 | 视情节 | 视情形 | 视情 | 视程度 | 根据(?:实际)?情况 | 按(?:照)?情况 | 适当 | 视[^,;。\d]{{0,8}}?情况 )
              (?:轻重)?(?:给予)?(?:相应)?
              (?: (?:扣除|扣减|扣|减)(?: {POINTS}[-~至到]{POINTS} | {_SOME}[-~至到]{POINTS} ) | 扣分 | 扣减 | 减分 )
           | (?:扣除|扣减|扣|减){DIGITS}分?[-~至到]{POINTS}""",
        ANYWHERE,
    ),
    (
        "BELOW",
        rf"""{_NOTHING}[,;。]?(?:并且?|且|同时|另外?|还要?|再){{0,2}},?
              (?: 倒扣 | (?:从|在){TOTAL}(?:中|里|内|上)?(?:再|另|另外|直接|倒){{0,2}}(?:扣除|扣减|扣) )(?={POINTS})""",
        ANYWHERE,
    ),
    ("ZERO", f"{_NOTHING} | 取消(?:该项|本项|此项|该指标|本指标)(?:得分|分值|分数)", ANYWHERE),
    (
        "POINTSPAN",
        rf"""(?:可?[计得给记赋])?{_SOME}(?:分)?[-~至到]{_SOME}{POINT}(?:\(不?含{POINTS}\))?
           | 在{_SOME}(?:分)?[-~至到]{_SOME}分(?:之间|范围内|区间内?)(?:酌情)?
             (?:计算得分|计算确定|计算|确定得分|得分|给分|计分|赋分|打分|评分)
           | 酌情(?: 得分 | 给分 | 计分 | 赋分 | 打分 )""",
        ANYWHERE,
    ),
    ("BASIC", "可?[计得给记](?:基本分|基础分)", ANYWHERE),
    ("BASICS", f"(?:基本分|基础分)[为是:]?(?={POINTS})", START),
    (
        "SHARES",
        rf"""(?:分别)?(?:按照|按|以)(?={SHARE}[-~至到]{SHARE}) | 得(?={SHARE}[-~至到]{SHARE}的?(?:权重|分值))
           | (?:分别)?(?:按照|按|以|得|计|给)?(?:该项|本项|该指标|本指标|指标)?(?:对应)?分值(?:区间)?的?
             (?={LOOSE}(?:\(不?含[^)]*\))?[-~至到])""",
        ANYWHERE,
    ),
    ("WORTH", "的?(?:权重分?|分值)(?:计分|得分|记分)?", frozenset({"NUMBER", "INCLUDED", "EXCLUDED"})),
    (
        "PART",
        rf"""(?: 扣除 | 扣减 | 扣 | 减 | 加 )(?: {WHOLE}{POINTS_WORDS}的{FRACTION} | {FRACTION}的?{WHOLE}(?:{POINTS_WORDS}|分) )
           | (?:可?[计得给记赋]|按照?|占)(?: {WHOLE}{POINTS_WORDS}的{FRACTION} | {FRACTION}的?{WHOLE}{POINTS_WORDS} ){DOING}?
           | [得计给记]{FRACTION}的?分(?=[,;。]|$)""",
        ANYWHERE,
    ),
    ("PERMIT", "可以?(?:酌情)?不予?扣分", ANYWHERE),
    (
        "FULL",
        rf"""{THIS}(?:可?[计得给记按赋为])?(?:该项|本项)?
              (?: 满分值? | 全分 | 标准分 | (?<=[得计给记])分值 | 该项分值
                 | (?:该指标)?(?:所赋)?全部分值 | 全部分数 | 全额分 )(?!的?(?:\d|百分之|[一二三四五六七八九]成|一半|半))
              (?:计算|计分|计|处理)?
           | {THIS}不予?扣分""",
        ANYWHERE,
    ),
    (
        "PROPORTIONAL",
        r"""(?:则)?(?:得分)?(?:以(?![上下内外后及])|按)照?[^,;。\d扣]{0,24}?(?: 比例 | 比率 | 比重 | 占比 | 率 | 之比 | 比值 | 程度 | 进度 )
            [^,;。\d扣]{0,4}?
            (?:计算得分|计算|折算|确定|相应)?(?: 扣减得分 | 扣[除减](?:相应)?分[值数] | 得分 | 计分 | 给分 | 赋分 | 记分 | 扣分 )
           | 按照?(?:实际)?[^,;。\d扣]{0,12}?(?:与|和|占|除以|/)\d[\d.]*%的?(?:之比|比值|比例|比重|比率)
             (?:乘以(?:该项|指标)?(?:权重分?|分值|满分))?(?:计算)?(?: 得分 | 计分 | 给分 | 赋分 | 记分 )
           | 按照?实际(?:支出|支付|完成|执行|工程)?进度(?:量化)?(?:计算)?(?: 得分 | 计分 | 给分 | 赋分 | 记分 )
           | (?:按照?)?B/A或A/B[×*](?:该项?|本)?指标分值(?: 得分 | 计分 | 给分 | 赋分 | 记分 )
           | 得分(?:为|=|是|:)[^,;。\d扣×*/÷=]{2,30}?占[^,;。\d扣×*/÷=]{2,30}?的?(?:比例|比重|比率)
              (?:乘以|[×*])(?:本项|该项|指标)?(?:权重分?|分值|满分)
           | 根据[^,;。\d扣]{0,16}?(?: 比例 | 率 )(?:得分|计分|给分|赋分)
           | 按照?实际[^,;。\d扣]{0,12}?率(?:乘以|[×*])(?:本项|该项)?(?:分值|权重分?|满分)(?:计算)?(?:得分|计分|给分|赋分|记分)
           | (?:按照?)?比例(?:递减|递增)(?:计分|得分)?(?=[,;。]|$) | 按比例计算(?=[,;。]|$) |
             (?:按照?|采[用取])(?:直线插入法|直线法|线性比例|线性关系)(?:进行)?(?:计算)?(?:得分|计分|给分|赋分|记分|计算)?
           | (?:按?照?|采[用取]|运用|使用|用|以)(?:进行)?
              (?: 线性插值法? | 直线插值法? | 插值法 | 线性内插法? | 直线内插法? | 内插法 | 线性 )(?:进行)?(?:计算|确定)?
              (?: 得分 | 计分 | 给分 | 赋分 | 记分 | 计算 )""",
        ANYWHERE,
    ),
    (
        "DEDUCT",
        rf"(?:各|均|相应|则|再|另|加)?(?: 扣除 | 扣减 | 扣罚 | 递减 | 倒扣 | 扣 | 减 )(?=\(?{POINTS})",
        ANYWHERE,
    ),
    ("ADD", rf"(?:再|另|可|各|均|相应)?(?: 增加 | 加分 | 加 | 增 | 奖励 | (?<!获)奖 )(?={POINTS})", ANYWHERE),
    ("GIVE", rf"(?:可?[计得给记赋打]|赋予|计得|分值)(?={POINTS})", ANYWHERE),
    ("POINTS", rf"\d+(?:\.\d+)?{POINT}", ANYWHERE),
    ("POINTS", f"{NUMERAL}{POINT}", GIVING),
    ("RESPECT", "分别 | 依次(?!类推)", ANYWHERE),
    ("PER", r"[/每]每?(?:个|[^\W\d]{1,3})(?=[,;。)、]|$)", frozenset({"POINTS", "DISCRETION"})),
)
