"""Steps without a unit beside numbers with one: 合格率≥95%得5分，每低1扣1分."""

from __future__ import annotations

from jixiao.language.error import LanguageError
from jixiao.language.standard import Clause, Interval, Sentence, Step
from jixiao.quantity import PLAIN, shown_text


def refuse_unitless_steps(entries: Sentence) -> None:
    """Raise LanguageError at a step of one or more without a unit, where what it is counted from is a share.

    A step below one may be a share that is written as a number: 0.01.
    """
    clauses = [entry for entry in entries if isinstance(entry, Clause)]
    phrases = [phrase for clause in clauses for phrase in clause.subject]
    ends = [end for one in phrases if isinstance(one, Interval) for end in one.ends]
    in_shares = any(end.amount.unit.dimension.is_ratio and end.amount.unit != PLAIN for end in ends)
    for phrase in phrases:
        if (
            in_shares
            and isinstance(phrase, Step)
            and phrase.amount.unit == PLAIN
            and phrase.amount.value >= 1
        ):
            number = shown_text(phrase.amount.value)
            message = f"“每…{number}”没有写单位：是{number}%（个百分点），还是别的单位？"
            raise LanguageError(message, phrase.span.start, phrase.span.end - phrase.span.start)
