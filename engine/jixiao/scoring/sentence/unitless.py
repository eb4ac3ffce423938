"""Numbers without a unit, and units without a number: 合格率≥95%得5分，每低1扣1分; 达到%得5分."""

from __future__ import annotations

import re

from jixiao.language.error import LanguageError
from jixiao.language.standard import Clause, Interval, Phrase, Sentence, Step
from jixiao.quantity import PLAIN, Unit, shown_text

MOST_PLAIN = 10
"""Largest number without a unit that can be a share beside steps of percentage points: 1.05, but not 95."""
_SIGN = re.compile("[%％‰]")


def refuse_unitless_steps(entries: Sentence) -> None:
    """Raise LanguageError at a step of one or more without a unit, where what it is counted from is a share.

    A step below one may be a share that is written as a number: 0.01.
    """
    clauses = [entry for entry in entries if isinstance(entry, Clause)]
    phrases = [phrase for clause in clauses for phrase in clause.subject]
    ends = [end for one in phrases if isinstance(one, Interval) for end in one.ends]
    in_shares = any(_is_share(end.amount.unit) for end in ends)
    _refuse_bare_limit(phrases)
    for phrase in phrases:
        if (
            in_shares
            and isinstance(phrase, Step)
            and phrase.amount.unit == PLAIN
            and phrase.amount.value >= 1
        ):
            number = shown_text(phrase.amount.value)
            message = f"“每…{number}”没有写单位：是{number}%（个百分点），还是别的单位？"
            raise LanguageError.at(message, phrase.span)


def _refuse_bare_limit(phrases: list[Phrase]) -> None:
    """Refuse 达到95 beside steps of percentage points: 95 is 9,500 %."""
    steps = [one for one in phrases if isinstance(one, Step)]
    shares = bool(steps) and all(_is_share(one.amount.unit) for one in steps)
    if not shares:
        return
    for one in phrases:
        for amount in (end.amount for end in one.ends) if isinstance(one, Interval) else ():
            if amount.unit == PLAIN and amount.value > MOST_PLAIN:
                number = shown_text(amount.value)
                message = f"“{number}”后面没有写单位：是{number}%，还是别的单位？"
                raise LanguageError.at(message, one.span)


def _is_share(unit: Unit) -> bool:
    return unit != PLAIN and unit.dimension.is_ratio


def refuse_lone_signs(sentence: str) -> None:
    """Raise LanguageError at a % or ‰ without a number before it: 完成率达到%得5分. （%） only names a unit."""
    for found in _SIGN.finditer(sentence):
        before = sentence[: found.start()].rstrip()[-1:]
        if not (before.isalnum() and not _is_word(before)) and before not in tuple(")）]】(（[【"):
            raise LanguageError("百分号前没有数字，请把数字补上", found.start())


def _is_word(sign: str) -> bool:
    """Whether a character is one of a Chinese word, and no numeral."""
    return "\u4e00" <= sign <= "\u9fff" and sign not in "零〇一二两三四五六七八九十百千万点"
