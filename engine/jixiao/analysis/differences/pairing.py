"""Which indicator of the new table is which of the old one."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from jixiao.language.formula import plain_name
from jixiao.model.ruleset import Indicator

MIN_LIKENESS = 0.6
"""Least likeness of two names that may be one indicator renamed, where its sentence is also alike."""

Pair = tuple[Indicator | None, Indicator | None]
"""An indicator before and after; None where there was none, or is none any more."""


def pair_indicators(old: Sequence[Indicator], new: Sequence[Indicator]) -> tuple[Pair, ...]:
    """Pair indicators by name, else by code, else by likeness; in the new order, the removed last."""
    found: dict[int, int] = {}
    for rule in (_same_name, _same_code, _alike):
        for before, after in rule(old, new):
            if before not in found.values() and after not in found:
                found[after] = before
    pairs: list[Pair] = [
        (old[found[place]] if place in found else None, one) for place, one in enumerate(new)
    ]
    pairs += [(one, None) for place, one in enumerate(old) if place not in found.values()]
    return tuple(pairs)


_Places = Iterator[tuple[int, int]]


def _same_name(old: Sequence[Indicator], new: Sequence[Indicator]) -> _Places:
    known = {plain_name(one.name): place for place, one in enumerate(old)}
    for place, one in enumerate(new):
        if plain_name(one.name) in known:
            yield known[plain_name(one.name)], place


def _same_code(old: Sequence[Indicator], new: Sequence[Indicator]) -> _Places:
    known = {one.id: place for place, one in enumerate(old)}
    for place, one in enumerate(new):
        if one.id in known:
            yield known[one.id], place


def _alike(old: Sequence[Indicator], new: Sequence[Indicator]) -> _Places:
    """Yield pairs whose names and sentences are both alike, the likest first."""
    found = []
    for before, one in enumerate(old):
        for after, other in enumerate(new):
            likeness = difflib.SequenceMatcher(None, one.name, other.name).ratio()
            sentences = difflib.SequenceMatcher(None, one.standard.text, other.standard.text).ratio()
            if likeness >= MIN_LIKENESS and sentences >= MIN_LIKENESS:
                found.append((likeness + sentences, before, after))
    for _, before, after in sorted(found, key=lambda one: (-one[0], one[1], one[2])):
        yield before, after


def reordered(pairs: Sequence[Pair], old: Sequence[Indicator]) -> tuple[str, ...]:
    """Give the fewest indicators whose place among the kept ones changed."""
    before = [one.name for one in old if any(pair[0] is one and pair[1] is not None for pair in pairs)]
    after = [pair[0].name for pair in pairs if pair[0] is not None and pair[1] is not None]
    kept = difflib.SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    still = {after[place] for block in kept for place in range(block.b, block.b + block.size)}
    return tuple(name for name in after if name not in still)
