"""Patterns of what stands around the clauses: what is measured from where, and how values are to be counted."""

from __future__ import annotations

from jixiao.language.standard.tokens.fragments import (
    ANYWHERE,
    LOOSE,
    START,
    Pattern,
)

AROUND: tuple[Pattern, ...] = (
    ("BASE", f"以{LOOSE}为(?:标准|基准|准|基数|目标值?|控制线)", ANYWHERE),
    ("BASE", rf"(?:年初|年度)?(?:标准值|目标值|基准值)(?:为|是|:|=){LOOSE}(?=[,;。])", START),
    (
        "PIN",
        rf"(?!得分)[^;。,:()=<>≤≥\d]{{1,16}}(?:超过|超出|大于|高于){LOOSE}的?,?按照?{LOOSE}(?:计算|计分|计)",
        START | {"LPAR"},
    ),
    (
        "MAGNITUDE",
        "(?:均|统一)?(?:按照?|取|以)其?绝对值(?:进行)?(?:计算|计|考核|评价|比较)?(?=[,;。]|$)",
        START,
    ),
    (
        "PIN",
        rf"(?: 超过 | 超出 | 大于 | 高于 ){LOOSE}的?(?:部分)?[,]?(?:均|则)?按照?{LOOSE}(?:计算|计分|计)?",
        ANYWHERE,
    ),
    (
        "PARTSTEP",
        rf"""不足(?:一步|{LOOSE})?的?(?:部分)?,?
              (?: 按照?(?:一步|{LOOSE})(?:计算|计|扣分)? | (?:不|不予)(?:计算|计(?!分)|扣分|扣(?!分))
                | 按比例(?!得分|计分|给分|赋分|记分|计算得分)(?:计算|扣分|扣减)? )""",
        ANYWHERE,
    ),
    ("SOON", "[以依]此类推", ANYWHERE),
    (
        "FORMULA",
        r"""(?:本项|该项|指标|实际|考核|计算)?(?: 得分 | 计分 | 评分 | 分数 )值?(?: = | 为:? | : | 等于 )
            (?= [^,;。]*[×*/÷率])
          | 得分按照?(?= [^,;。]*[×*/÷][^,;。]*(?: 计算 | 计分 )(?:[,;。]|$))""",
        ANYWHERE,
    ),
    (
        "BYEXPR",
        r"""(?:则)?按照?(?!B/A或A/B)(?=[^,;。]*[×*/÷][^,;。]*(?: 计算得分 | 计算 | 计分 | 得分 | 给分 | 赋分 | 记分 ))
          | (?:则)?按照?(?=[^,;。与和占]{2,16}(?: 乘以 | 除以 )[^,;。]*(?: 计算得分 | 计算 | 计分 | 得分 | 给分 | 赋分 | 记分 ))
          | [得计](?=\d[^,;。×*]{0,8}[×*][^,;。]*[^\d]分(?:[,;。]|$))""",
        ANYWHERE,
    ),
)
