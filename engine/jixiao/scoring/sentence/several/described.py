"""Phrases that only describe: words, and numbers among them that compare nothing."""

from __future__ import annotations

import re

from jixiao.language.standard import Interval, Phrase, Remark, Step, Words
from jixiao.quantity import find_unit, is_time
from jixiao.scoring.words.context import Context

_HARMLESS = re.compile(
    r"每[个两二三四]?(?:季度?|月|年度?|周|半年)(?=[^\W\d])|每(?:个|项|次|种|张|册|例|处|人|家)(?=[^\W\d]{2})|(?:代|抵|折|查)扣|扣(?:除政策|缴|押|税|款|留)|得分率"
)
"""Words that hold signs of scoring and mean something else."""


def plain(phrase: Phrase, *, numbers: bool = False) -> bool:
    """Whether a phrase is words, or, where `numbers` may stand among them, a number."""
    return isinstance(phrase, Words | Remark) or (numbers and isinstance(phrase, Interval))


def counts_none(phrase: Interval | Step) -> bool:
    """Whether a number only stands among words: 考查2项指标."""
    return isinstance(phrase, Interval) and phrase.bare


def compares_value(phrases: tuple[Phrase, ...]) -> bool:
    """Whether a comparison stands there without the name of what is compared, which then is the indicator's value."""
    before: Phrase | None = None
    for phrase, after in zip(phrases, (*phrases[1:], None), strict=False):
        if (
            isinstance(phrase, Interval)
            and not phrase.bare
            and not (phrase.name or isinstance(before, Words))
            and not (_is_time(phrase) and isinstance(after, Words))
            and not _is_money(phrase)
        ):
            return True
        before = phrase
    return False


def is_described(subject: tuple[Phrase, ...], context: Context) -> bool:
    """Whether a condition is words alone, or words that go on behind a number which compares nothing: 24小时值守, 3天内报送."""
    ends = (*subject[1:], None)[: len(subject)]
    return all(
        plain(one)
        or (isinstance(one, Interval) and (one.bare or _is_time(one)) and _goes_on(one, after, context))
        for one, after in zip(subject, ends, strict=True)
    )


def _is_time(interval: Interval) -> bool:
    """Whether an interval says within what time something is done, or has not been: 3天内报送, 超过2周未更新."""
    return all(is_time(end.amount.unit) for end in interval.ends)


def _is_money(interval: Interval) -> bool:
    """Whether an interval says how large what is counted is: 5亿元-10亿元的每个记10分."""
    return all(end.amount.unit.dimension == find_unit("元").dimension for end in interval.ends)


def _goes_on(interval: Interval, after: Phrase | None, context: Context) -> bool:
    """Whether words behind a number say what it is of; 100%完成率 names the value behind it, and compares nothing."""
    if not isinstance(after, Words) or context.is_any_value(after.text) or context.is_name(after.text):
        return False
    ratio = any(end.amount.unit.dimension.is_ratio for end in interval.ends)
    return not (ratio and context.means_value(after.text))


def without_harmless(text: str) -> str:
    """Give a text without words that hold signs of scoring and mean something else."""
    return _HARMLESS.sub("", text)
