"""A refusal as a person is shown it: the first word that no rule takes, what was read before it, and a wording that works."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import islice

from jixiao.language.error import LanguageError, Misfit, Unclaimed, Unsaid
from jixiao.language.span import Span
from jixiao.language.standard import Clause, Sentence
from jixiao.scoring.sentence.refusal.reword import rewordings

MAX_PREFIXES = 16
"""Most beginnings of a sentence that are tried. Stops a text of many clauses from being read again and again."""
MAX_TRIED = 4_000
"""Most characters that are read again for other wordings. Stops a long text from being read again and again."""
Read = Callable[[Sentence], object]
"""Reads entries as a sentence; raises LanguageError where it can't."""


def explained(
    error: LanguageError,
    sentence: str,
    entries: Sentence,
    read: Read,
    understands: Callable[[str], bool],
    worth: Callable[[Fraction], bool],
) -> LanguageError:
    """Give an error with what was read before it and the nearest wording of the same sentence that is understood.

    `read` reads entries, `understands` tells whether a text as a whole is understood, `worth` whether the sentence
    would be with so many points.
    """
    if isinstance(error, Misfit) and worth(error.stated):
        return _copy(error)
    better = _at_first(error, sentence, entries, read)
    span = Span(better.position, better.position + max(better.length, 1))
    tries = islice(rewordings(sentence, span), MAX_TRIED // max(len(sentence), 1))
    better.reworded = next(filter(understands, tries), "")
    return better


def _at_first(error: LanguageError, sentence: str, entries: Sentence, read: Read) -> LanguageError:
    """Let an error that is of the whole sentence point at the first clause that can't be read with those before it."""
    if isinstance(error, Unsaid):
        return _copy(error)
    size = _readable(entries[:MAX_PREFIXES], read) if len(sentence) <= MAX_TRIED // MAX_PREFIXES else 0
    if not size or size >= len(entries):
        return _copy(error)
    stop = entries[size].span
    understood = sentence[entries[0].span.start : stop.start].rstrip("，,；;。 \n")
    inside = stop.start <= error.position < stop.end
    if inside and not isinstance(error, Misfit | Unclaimed):
        better = _copy(error)
    else:
        words = sentence[stop.start : stop.end]
        why = "这一条和前面的规则合不到一起" if isinstance(entries[size], Clause) else "这里用不上"
        better = LanguageError(f"无法理解“{words}”：{why}", stop.start, stop.end - stop.start, error.hints)
    better.understood = understood
    return better


def _readable(entries: Sentence, read: Read) -> int:
    """Give how many entries from the first on can be read, though their points may not be all."""
    for size in range(len(entries) - 1, 0, -1):
        try:
            read(entries[:size])
        except Misfit:
            return size
        except LanguageError:
            continue
        return size
    return 0


def _copy(error: LanguageError) -> LanguageError:
    copied = LanguageError(error.message, error.position, error.length, error.hints)
    copied.understood, copied.reworded = error.understood, error.reworded
    return copied
