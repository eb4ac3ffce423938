"""超过的不得分 stands for all other values only where full marks have no end below, or the same on both sides."""

from __future__ import annotations

from jixiao.language.error import LanguageError
from jixiao.language.standard import Clause, Else, Interval, Sentence
from jixiao.scoring.words.context import Context


def refuse_one_sided(entries: Sentence, context: Context) -> None:
    """Raise LanguageError at 超过的不得分 behind 90%以上 or 90%-110%: it leaves open what lies below."""
    phrases = [phrase for entry in entries if isinstance(entry, Clause) for phrase in entry.subject]
    intervals = [phrase for phrase in phrases if isinstance(phrase, Interval)]
    if intervals and all(map(_ends_above_only, intervals)):
        return
    for phrase in phrases:
        if isinstance(phrase, Else) and context.folded(phrase.span).startswith(("超过", "超出")):
            cited = context.cite(phrase.span)
            message = f"“{cited}”只说了一边，看不出其余的怎样计分：其余都不得分的，请写“否则不得分”"
            raise LanguageError.at(message, phrase.span)


def _ends_above_only(interval: Interval) -> bool:
    low, high = interval.low, interval.high
    return high is not None and (low is None or low.amount.base == -high.amount.base)
