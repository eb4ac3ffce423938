"""The words of a choice (两项指标任选其一考核) in the sentence of an indicator.

A sentence cannot hold a choice: each alternative has its own value, formula and ledger, so each is
an indicator of its own, and the table says that they share their points. There the words say
nothing more and are passed over.
"""

from __future__ import annotations

import re

from jixiao.language.error import LanguageError
from jixiao.language.standard import refuse_length

_CHOICE = (
    "(?:任选(?:其一|其中一[项个种]|[一1][项个种])|[二两三四多][者项]?选(?:其)?一|选择其中?一[项个种]?"
    "|选其一|择其一|择一(?=考核|评价|计分|适用|执行))"
)
_SAID = re.compile(_CHOICE)
_WHOLE = re.compile(
    rf"[(（][^()（）]*{_CHOICE}[^()（）]*[)）]"
    rf"|(?<![^,，;；。:：\n])[^,，;；。:：\n]*{_CHOICE}[^,，;；。:：\n]*(?:[,，](?:分值|权重)[^,，;；。\n]*)?[,，;；。:：\n]?"
)
"""The words around it that say nothing else: in brackets, or up to the next sign."""
_LISTS = re.compile(rf"{_CHOICE}[^,，;；。\n]{{0,8}}[:：]")
"""任选其一：①…；②…: the alternatives follow, in one sentence."""


def refuse_choice(sentence: str) -> str:
    """Give the sentence back; raises LanguageError where it leaves a choice."""
    refuse_length(sentence)
    found = _SAID.search(sentence)
    if found:
        raise LanguageError(
            f"一句话里写了“{found[0]}”：每一项算的数不同，请各写成一个指标（分值相同），再在表上写 任选: [{{指标: [甲, 乙]}}]",
            found.start(),
            len(found[0]),
        )
    return sentence


def without_choice(sentence: str) -> str:
    """Blank out the words of a choice that the table states; everything else keeps its place.

    Raises LanguageError where the alternatives are listed in the sentence itself.
    """
    refuse_length(sentence)
    if _LISTS.search(sentence):
        refuse_choice(sentence)
    return _WHOLE.sub(lambda found: " " * len(found[0]), sentence)
