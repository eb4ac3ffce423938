"""Choice: of several indicators only one counts (任选).

A sentence cannot hold it: each alternative has its own value, formula and ledger, so each is an
indicator of its own, and the table says that they share their points. In the sentence of such an
indicator the words 两项指标任选其一考核 say nothing more and are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jixiao.language.error import LanguageError
from jixiao.model.evaluation import Result
from jixiao.model.ruleset import Choice
from jixiao.model.wording import quoted

_CHOICE = (
    "(?:任选(?:其一|其中一[项个种]|[一1][项个种])|[二两三四多][者项]?选(?:其)?一|选择其中?一[项个种]?"
    "|选其一|择其一|择一(?=考核|评价|计分|适用|执行))"
)
_SAID = re.compile(_CHOICE)
_WHOLE = re.compile(
    rf"[(（][^()（）]*{_CHOICE}[^()（）]*[)）]"
    rf"|[^,，;；。:：\n]*{_CHOICE}[^,，;；。:：\n]*(?:[,，](?:分值|权重)[^,，;；。\n]*)?[,，;；。:：\n]?"
)
"""The words around it that say nothing else: in brackets, or up to the next sign."""
_LISTS = re.compile(rf"{_CHOICE}[^,，;；。\n]{{0,8}}[:：]")
"""任选其一：①…；②…: the alternatives follow, in one sentence."""


def refuse_choice(sentence: str) -> str:
    """Give the sentence back; raises LanguageError where it leaves a choice."""
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
    if _LISTS.search(sentence):
        refuse_choice(sentence)
    return _WHOLE.sub(lambda found: " " * len(found[0]), sentence)


@dataclass(frozen=True, slots=True)
class OpenChoice:
    """A choice that nobody has made, or made twice: the places of the results in question, and why."""

    choice: Choice
    places: tuple[int, ...]
    why: str

    @property
    def names(self) -> str:
        return "、".join(quoted(name) for name in self.choice.indicators)


def apply_choices(
    results: Sequence[Result], choices: Sequence[Choice], chosen: Mapping[str, str]
) -> tuple[tuple[Result, ...], tuple[OpenChoice, ...]]:
    """Set aside what was not chosen; give the choices that are still open."""
    found, still_open = list(results), []
    for choice in choices:
        places = [at for at, one in enumerate(results) if one.indicator.name in choice.indicators]
        made = [at for at in places if results[at].indicator.name in chosen]
        wanted = made or places
        if len(wanted) > 1:
            still_open.append(
                OpenChoice(choice, tuple(wanted), "选用了不止一项" if made else "没有写明选用哪一项")
            )
        taken = "、".join(quoted(results[at].indicator.name) for at in wanted)
        for at in set(places) - set(wanted):
            note = f"任选其一，选用的是{taken}，本指标不计入。"
            found[at] = replace(found[at], set_aside=True, explanation=f"{note}{found[at].explanation}")
    return tuple(found), tuple(still_open)
