"""Words that change what a clause gives or takes, and that no rule has a place for.

可不扣2分, 少扣1分, 从总分中扣5分, 未按时完成的质量分也不得分
"""

from __future__ import annotations

import re

from jixiao.language.standard import Add, Award, Below, Deduct, Points, Vetoed

_ELSEWHERE = (
    "(?:从|在|由|于)?(?:年终|年度|考核|最终|最后)?总(?:评|得|成)?[分绩](?:中|里|内|上)?(?:另外?|再|直接|相应)*"
    "|[^的，,]分(?:值|数)?(?:也|亦|同时|一并)+|(?<=[的，,])(?!本|该|此|得|每[^的，,]{1,3}\\d)[^的，,]{1,6}分(?:值|数)?(?:也|亦|均|都|同时|一并)*"
)
"""Other points than the clause's own: 从总分中, 质量分也."""
_ANYWHERE = (
    "可以?不|不再|暂不|不予|不另|(?:可|酌情|适当)[少多减免]|免[予于]|[仅只]按|至[少多]|最[少多]|总共|总计|累计|并且|改为|改按|减半|折半|加倍|翻倍|双倍|"
    "按[半倍]|(?<![缺减较过偏短漏太])少|(?<![避幸难罢])免|(?<!每)只|仅|暂|不"
)
"""Words that belong to 扣 behind them wherever they stand."""
_ALONE = "限|总|共|累|并|且|改|减|多|起|直|倒|补|缓|先|半"
"""Those that do where nothing stands before them that they could be part of, as in 未整改, 超限."""
_BEFORE = "(?:^|(?<=[的，,后者时处次项个例条]))"
_ALTERS_COST = re.compile(f"(?:{_ELSEWHERE}|{_ANYWHERE}|{_BEFORE}(?:{_ALONE}))$")
_ALTERS_GAIN = re.compile(
    f"(?:{_ELSEWHERE}|至[少多]|最[少多]|总共|累计|并且|(?:可|酌情|适当)[少多]|不|暂|占|{_BEFORE}(?:少|多|免|并|且|半))$"
)
_ALTERS_NOTHING = re.compile(
    f"(?:{_ELSEWHERE}|可以?|可能|原则上|视情况?|酌情|经[^的，,]{{0,4}}(?:研究|审定|批准)后?|一般|(?:本|该|此)项(?:及|和|与|、)[^的，,]*)$"
)


def altering_word(text: str, award: Award | None) -> str:
    """Give the words at the end of a clause's subject that change the award behind them; "" where there are none."""
    match award:
        case Deduct() | Below():
            found = _ALTERS_COST.search(text)
        case Points(kind="zero") | Vetoed():
            found = _ALTERS_NOTHING.search(text)
        case Points() | Add():
            found = _ALTERS_GAIN.search(text)
        case _:
            found = None
    return found[0] if found else ""
