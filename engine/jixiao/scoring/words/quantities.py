"""What a sentence compares: the names before its numbers, and whether they are of one quantity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from jixiao.language.error import LanguageError
from jixiao.language.formula import Name, plain_name, walk
from jixiao.language.standard import (
    ByFormula,
    Clause,
    Interval,
    Magnitude,
    Sentence,
    Step,
    Words,
    is_points_name,
)
from jixiao.scoring.words.context import RATES, TIERS, is_another, without_magnitude
from jixiao.scoring.words.named.measured import ONE_SIDED
from jixiao.scoring.words.named.shares import is_other_share
from jixiao.scoring.words.wording import hides_rule, without_marks

ENDINGS = (
    "率", "比例", "占比", "比重", "度", "数", "额", "量", "值", "时间", "面积", "时长", "差异", "偏差",
)  # fmt: skip
"""How names of quantities end."""
_NO_NAMES = TIERS | {"有", "发现", "存在", "出现", "发生", "每有"}
"""Words before a number that name no quantity."""
_SPENDING = ("执行", "完成", "支出", "支付", "进度")
"""Words that speak of how much of what was planned is spent or done."""
_JOINED = re.compile("且|并(?!购|网|联)|同时|以及")
"""What joins two conditions, of which only the last has the number."""
_CHANGE = re.compile(
    "(?:增长|下降|提高|上升|增加|减少|降低|增幅|降幅|变动|偏差|之差|差异|差距)(?:率|幅度|幅|值)?$"
)
"""How names end of what changes, or lies apart."""
_NEUTRAL = re.compile(
    "若|如果|如|当|凡|设|本|该|指标|项目|单位|部门|实际|当年|本年度?|年度|全年|总|综合|总体|整体|值|的|为|达到|在|应"
)
_LETTER = re.compile("[A-Za-z]")
_HALF_SIGNLESS = "有的条件写了绝对值，有的没有写，不知道负数怎么算：请都写上“绝对值”，或都不写"
SHARED = 3
"""So many characters in common, and a name is taken to speak of the indicator: 计划建设内容 of 建设内容完成量."""


def quantities_of(entries: Sentence, indicator: str) -> frozenset[str]:
    """Give the names before the comparisons, where each is another's short form; else none.

    A name need not be the indicator's where it is the only quantity of the whole sentence.
    """
    named = list(_named(entries))
    names = {without_magnitude(name) for name, _ in named} - {""}
    computed = list(dict.fromkeys(_computed(entries)))
    if len(computed) > 1:
        names = {
            name for name in names if not any(sign in name for sign in "/÷")
        }  # the quotient itself, or another
    if len(computed) == 1 and _akin(computed[0], indicator):
        names |= {computed[0]}
    if len(computed) > 1 and not all(_told_by(name, computed[0], indicator) for name in names):
        return frozenset()
    counted = bool(named) and all(_is_counted(interval) for _, interval in named)
    if len([name for name in names if _LETTER.fullmatch(name)]) > 1:
        return frozenset()  # X≥90%, Y<90%: two things
    if not names or any(hides_rule(without_marks(name)) for name in names):
        return frozenset()
    if any(_JOINED.search(name) or is_other_share(name, indicator) for name in names):
        return frozenset()
    if indicator.endswith(RATES) and not _CHANGE.search(indicator) and any(map(_CHANGE.search, names)):
        return frozenset()  # 执行率增长5%以上 of 预算执行率 compares its change
    longest = max(names, key=lambda name: (len(name), name))
    if not all(_short_for(name, longest) for name in names) or is_another(longest, plain_name(indicator)):
        return frozenset()
    if not counted and longest.endswith(RATES) and not _akin(longest, indicator):
        return frozenset()
    told = counted or longest.endswith(ENDINGS) or _LETTER.fullmatch(longest) or _overlap(longest, indicator)
    return frozenset(names) if told else frozenset()


def rivals_of(entries: Sentence, indicator: str) -> frozenset[str]:
    """Give the names that hold the indicator's, where they are of several quantities: 中央资金到位率, 地方资金到位率."""
    plain = plain_name(indicator)
    longer = {
        name: name.replace(plain, "", 1) for name, _ in _named(entries) if plain in name and name != plain
    }
    order = list(dict.fromkeys(name for name, _ in _named(entries)))
    parts = {
        name
        for place, name in enumerate(order)
        for before in order[:place]
        if name != before and name.endswith(before) and _said_besides(name.removesuffix(before)) not in plain
    }
    return frozenset(parts) | frozenset(
        name for name, before in longer.items()
        if any(before and other and before not in other and other not in before for other in longer.values())
    )  # fmt: skip


def _said_besides(rest: str) -> str:
    """Give what a longer name adds to a name before it, without what makes no other value of it: 实际执行率."""
    return _NEUTRAL.sub("", rest)


def is_magnitude(entries: Sentence) -> bool:
    """Whether the sentence compares the value without its sign: |偏离度|≤5%, 偏离度绝对值不超过5%.

    Raises LanguageError where it says so of some comparisons and names others without it.
    """
    if any(isinstance(entry, Magnitude) for entry in entries):
        return True
    named = [(name, interval) for name, interval in _named(entries) if name]
    steps = [
        words
        for clause in (entry for entry in entries if isinstance(entry, Clause))
        for words, step in pairwise(clause.subject)
        if isinstance(words, Words) and isinstance(step, Step) and "绝对值" in words.text
    ]
    sided = [interval for name, interval in named if ONE_SIDED.search(name)]
    if sided:
        raise LanguageError.at("正、负两边的界限不同，请写成 ≥-3% 且 ≤5% 这样", sided[0].span)
    signed = [interval.span for name, interval in named if without_magnitude(name) == name]
    signless = len(signed) < len(named)
    if signless and signed:
        raise LanguageError.at(_HALF_SIGNLESS, signed[0])
    if steps and signed:
        raise LanguageError.at(_HALF_SIGNLESS, steps[0].span)
    if signless:
        _refuse_negative(entries)
    return signless


def _refuse_negative(entries: Sentence) -> None:
    """Raise LanguageError at a number below nothing, where values count without their sign."""
    for clause in (entry for entry in entries if isinstance(entry, Clause)):
        for one in clause.subject:
            if isinstance(one, Interval) and not one.outside and any(end.amount.base < 0 for end in one.ends):
                span = one.span
                raise LanguageError.at("按绝对值算，这里的负数永远不会有，请改为正数，或删去这一条", span)


def _named(entries: Sentence) -> Iterator[tuple[str, Interval]]:
    for clause in (entry for entry in entries if isinstance(entry, Clause)):
        for words, interval in pairwise(clause.subject):
            if isinstance(words, Words) and isinstance(interval, Interval) and words.text not in _NO_NAMES:
                yield plain_name(words.text), interval
        for phrase in clause.subject:
            if isinstance(phrase, Interval) and phrase.name:
                yield plain_name(phrase.name), phrase


def _computed(entries: Sentence) -> Iterator[str]:
    """Give the names in formulas for the score that are not its points."""
    for entry in entries:
        if isinstance(entry, Clause) and isinstance(entry.award, ByFormula):
            for node in walk(entry.award.expression):
                if isinstance(node, Name) and not is_points_name(node.name):
                    yield plain_name(node.name)


def _akin(name: str, indicator: str) -> bool:
    """Whether a formula's name can be the indicator's value: 执行率 of 预算完成率, but 到位率 of no 控制率.

    Of an indicator that is called by no rate, any rate can; an amount can't, whose points would have no end.
    """
    if _overlap(name, indicator) or _stem(name) in indicator or _stem(indicator) in name:
        return True
    if not indicator.endswith(RATES):
        return name.endswith(RATES) or _LETTER.fullmatch(name) is not None
    return any(word in name for word in _SPENDING) and any(word in indicator for word in _SPENDING)


def _told_by(name: str, over: str, indicator: str) -> bool:
    """Whether a name can be that of a quotient: it shares two characters with what is divided, or with the indicator."""
    pairs = {
        text[place : place + 2] for text in (over, plain_name(indicator)) for place in range(len(text) - 1)
    }
    return any(name[place : place + 2] in pairs for place in range(len(name) - 1))


def _stem(name: str) -> str:
    """Give a ratio's name without its ending: 满意 of 满意度."""
    return next((name.removesuffix(ending) for ending in RATES if name.endswith(ending)), name)


def _is_counted(interval: Interval) -> bool:
    ends = [end for end in (interval.low, interval.high) if end]
    return all(not end.amount.unit.dimension.is_ratio for end in ends)


def _short_for(short: str, name: str) -> bool:
    """Whether a name is part of another, or its end with one character left out: 偏差度 of 预决算偏差程度."""
    end = name[-len(short) - 1 :]
    return short in name or any(end[:place] + end[place + 1 :] == short for place in range(1, len(end) - 1))


def _overlap(name: str, indicator: str) -> bool:
    """Whether a name shares a stretch of characters with the indicator's."""
    plain = plain_name(indicator)
    return any(part in name for part in _stretches(plain))


def _stretches(name: str) -> Iterable[str]:
    return (name[start : start + SHARED] for start in range(len(name) - SHARED + 1))
