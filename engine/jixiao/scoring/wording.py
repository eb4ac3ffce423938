"""Free text in a sentence: where it may stand unread, and where it may hide a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jixiao.language.standard import Phrase, Remark, Words

_RULES = re.compile(
    "扣|得分|计分|分值|满分|加分|给分|赋分|折算|权重|比重|以上档|一票|酌情|视情"
    "|按[^，,]{0,12}(?:比例|比率|比重)|评分|每(?!季|月|年|日|周|半年|期|天)|得[一二三四五六七八九十]"
)
"""Words of scoring. Where they stand in free text, the sentence says more than was understood."""


def hidden_rule(text: str) -> str:
    """Give the words in free text that speak of scoring, "" where there are none."""
    found = _RULES.search(text)
    return found[0] if found else ""


def hides_rule(text: str) -> bool:
    """Whether free text speaks of scoring, so that passing over it would be guessing."""
    return bool(hidden_rule(text))


def words_of(subject: Iterable[Phrase]) -> str:
    """Give a subject that is nothing but words, as one text; "" where it holds anything else.

    Remarks in brackets are left aside; words that speak of scoring are not words alone.
    """
    phrases = list(subject)
    if not phrases or not all(isinstance(one, Words | Remark) for one in phrases):
        return ""
    text = "，".join(one.text for one in phrases if isinstance(one, Words))
    return "" if hides_rule(text) else text
