"""Words that may change a score: numbers, negations, comparisons, exceptions, words of scoring, and rules in disguise.

A remark may hold none of them, and what a rule says by them must be part of what it means.
"""

from __future__ import annotations

import re

from jixiao.language.standard.tokens.fragments import any_of
from jixiao.language.standard.tokens.vocabulary import CASE_UNITS, STEP_UNITS

_HARMLESS = re.compile(
    any_of(
        (
            "不动产 不断 不仅 不定期 无线 无形 无偿 无障碍 无人机 非税 非遗 非物质 非公有 免费 免疫 未来 未成年 是否 能否 与否 "
            "少数民族 缺陷 除险 消除 参加 增加值 增加额 加强 加快 加工 加大 加固 加油站 加班 附加税 减灾 减贫 减排 减负 获得 取得 "
            "得到 得以 使得 心得 优先股 一次性 一体化 一般公共预算 一卡通 有限公司 有限责任 权限 期限 年限 时限 限额 折旧 存折 "
            "五险一金 双随机一公开 三重一大 一站式 第三方 第一书记 十四五 十五五 同一 统一 单一 唯一 各级 分级 评级 上级 下级"
        ).split()
    )
)
"""Words in which the signs below say nothing of the kind."""

_NUMBERS = (
    r"[\d%‰]|(?:(?:第|(?<![一二两三四五六七八九十百千万]))[一二两三四五六七八九十百千万]+|半)"
    rf"(?:{any_of({*CASE_UNITS, *STEP_UNITS})}|分|倍|折|成|档|级|等|步|者|种|周|季度)"
)
_NEGATIONS = "不|未|没|无|非|免|否|勿|莫|缺|漏|除|少"
_COMPARISONS = (
    "超过|超出|超额|高于|低于|大于|小于|多于|少于|优于|劣于|不足|以上|以下|以内|以外|之内|之外|及以|至多|至少|最[高低多少大小]|达到|达标|"
    "[<>≤≥=]|较[高低多少大小]|仅|只|限|方可|方能|才[能可]"
)
_COUNTING = "累计|合并|重复"
_SCORING = (
    "扣|得|加|减|分值|满分|计分|评分|打分|赋分|给分|记分|[总综]合?分|分数|负[分数值]|权重|系数|比例|比率|折|倍|封顶|上限|下限|为止|即止|"
    "类推|依次|顺延|递[减增]|比照|同上|一票|否决|酌情|视情|适当|从[严宽]|择优|任选|其他|其它|其余|例外|另[计算行]|剔除|排除|计入|纳入|"
    "[计记算]为|[计记算]作|[也才均即]算|视[为同作]|等同|[列定判]为"
)
_DISGUISED = (
    "减半|折半|打[^，,]{0,3}折|[降升][^，,]{0,2}[档级等]|清[零空]|归零|作废|无效|撤销|取消|加倍|翻[倍番]|双倍|认可|取[^，,]{0,6}[值低高大小数]|平均|均值|"
    "缺一不可|同时(?:满足|具备|符合|达到|成立)|[须需应](?:全部|同时|均)|均[须需应]|取其一|择[重优高低]|从重|前提|"
    "就[低高]|孰|[高低大小]者|[两二]者|余下|从略|四舍|舍入|取整|进位|舍去|小数|整数|保留|绝对值"
)
_TELLING = re.compile(f"{_NUMBERS}|{_COMPARISONS}|{_DISGUISED}|{_NEGATIONS}|{_SCORING}|{_COUNTING}")
_RULE = re.compile(f"{_DISGUISED}|{_SCORING}|除外")
_NEGATED = re.compile(_NEGATIONS)
EXCEPTS = re.compile(
    "除外|不(?:予|再|作)?(?:计算|计入|纳入|包括|包含|列入|计|算)(?:在内|其中|范围)?|剔除|排除"
)
"""How it is said that part of the figures does not count."""
EXCEPTED = "这里没有写不算在内的是多少。请写进指标的公式（如 公式: (追加数 - 上级追加数) ÷ 预算数），并从句子里去掉这句话"
"""What is to be done about it."""
_OPPOSITE = re.compile("[不未没无非]")
_FIGURES = re.compile("^(?:以|按照?)([^,;。]{2,40})(?:为准|为依据|为据|计算|统计|核定|认定|确定)$")
"""以年末台账为准, 按决算数计算: where figures come from."""
_JOINED = re.compile("且|同时(?!期)|(?<![合归兼])并(?![网联购轨行发案表入列存重])|^(?:又|还(?!款|贷|本|原))")
"""What joins a condition to another."""
_FOLLOWS = re.compile(
    "^(?:若|如(?!下)|凡|一旦|当(?!年|期|地|前)|遇)|[的时者],|,(?:则|均|一律|即|就|予以|给予)"
)
"""How words begin, or go on, that say what follows from something."""


def telling_word(text: str) -> str:
    """Give the first word in a folded text that may change a score, "" where there is none."""
    return _first(_TELLING, text)


def rule_word(text: str) -> str:
    """Give what makes a folded text a rule for the score, even where it only says what is counted; "" where nothing does."""
    return _first(_RULE, text) or (text if _FOLLOWS.search(text) else "")


def negation_in(text: str) -> str:
    """Give the first negation in a folded text, "" where there is none."""
    return _first(_NEGATED, text)


def joined_in(text: str) -> str:
    """Give what joins a condition in a folded text to another, "" where nothing does: 且资料齐全, 资料齐全并通过验收."""
    return _first(_JOINED, text)


def opposite_in(text: str) -> str:
    """Give what turns a name into its opposite, "" where nothing does: 不合格率, 未执行率."""
    return _first(_OPPOSITE, text)


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(_HARMLESS.sub(lambda harmless: "·" * len(harmless[0]), text))
    return text[found.start() : found.end()] if found else ""


def rule_in_remark(text: str) -> str:
    """Give what keeps a folded text from being a remark that changes no score, "" where nothing does."""
    figures = _FIGURES.match(text)
    if telling := telling_word(figures[1] if figures else text):
        return telling
    return text if _FOLLOWS.search(text) or joined_in(text) else ""
