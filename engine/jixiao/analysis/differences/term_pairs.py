"""Which small rule of the new sentence is which of the old one."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Sequence

from jixiao.analysis.portraits.clauses import words_of
from jixiao.analysis.portraits.kinds import kind_of
from jixiao.language.formula import plain_name
from jixiao.scoring.scale.term import Term

MIN_LIKENESS = 0.75
"""Least likeness of what two rules of one kind are called, that may be one rule renamed."""

TermPair = tuple[Term | None, Term | None]
"""A rule before and after; None where there was none, or is none any more."""
_Fits = Callable[[Term, Term], float]
_NUMBERS = re.compile(r"[\d.%]+|[零〇一二两三四五六七八九十百]+")
_NEGATIONS = re.compile("[无未不没非]")


def pair_terms(old: Sequence[Term], new: Sequence[Term]) -> tuple[TermPair, ...]:
    """Pair rules by name, else by kind and likeness; in the new order, the removed last."""
    found: dict[int, int] = {}
    for fits in (_same_name, _alike):
        for before, after in _likest(old, new, fits):
            if before not in found.values() and after not in found:
                found[after] = before
    pairs: list[TermPair] = [
        (old[found[place]] if place in found else None, one) for place, one in enumerate(new)
    ]
    pairs += [(one, None) for place, one in enumerate(old) if place not in found.values()]
    return tuple(pairs)


def _likest(old: Sequence[Term], new: Sequence[Term], fits: _Fits) -> Iterator[tuple[int, int]]:
    """Yield the places of rules that fit, the likest first, else in their order."""
    found = [
        (fits(one, other), before, after) for before, one in enumerate(old) for after, other in enumerate(new)
    ]
    for likeness, before, after in sorted(found, key=lambda one: (-one[0], one[1], one[2])):
        if likeness >= MIN_LIKENESS:
            yield before, after


def _same_name(one: Term, other: Term) -> float:
    return float(plain_name(one.name) == plain_name(other.name))


def _alike(one: Term, other: Term) -> float:
    """Compare what two rules of one kind are called; what is denied is never what is not.

    A rule that has no name, being all of its sentence, is known by its words, whatever the numbers in them.
    """
    if kind_of(one) != kind_of(other):
        return 0
    named = one.name and other.name
    words, others = (
        term.name if named else _NUMBERS.sub("", words_of(term) or term.name) for term in (one, other)
    )
    if len(_NEGATIONS.findall(words)) != len(_NEGATIONS.findall(others)):
        return 0
    return difflib.SequenceMatcher(None, words, others, autojunk=False).ratio()
