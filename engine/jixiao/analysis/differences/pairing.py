"""Which indicator of the new table is which of the old one."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence

from jixiao.language.formula import plain_name
from jixiao.model.ruleset import Indicator

MIN_LIKENESS = 0.6
"""Least likeness of two names that may be one indicator renamed, where its sentence is also alike."""

Pair = tuple[Indicator | None, Indicator | None]
"""An indicator before and after; None where there was none, or is none any more."""


def pair_indicators(old: Sequence[Indicator], new: Sequence[Indicator]) -> tuple[Pair, ...]:
    """Pair indicators by name, else by code, else by likeness; in the new order, the removed last."""
    found: dict[int, int] = {}
    left = dict(enumerate(old))
    for rule in (_same_name, _same_code, _alike):
        waiting = {place: one for place, one in enumerate(new) if place not in found}
        for before, after in rule(dict(left), waiting):
            if before in left and after not in found:
                found[after] = before
                del left[before]
    pairs: list[Pair] = [
        (old[found[place]] if place in found else None, one) for place, one in enumerate(new)
    ]
    pairs += [(one, None) for one in left.values()]
    return tuple(pairs)


_Places = Iterator[tuple[int, int]]
_Left = Mapping[int, Indicator]
"""Indicators that are not paired yet, by their places."""


def _same_name(old: _Left, new: _Left) -> _Places:
    known = {plain_name(one.name): place for place, one in old.items()}
    for place, one in new.items():
        if plain_name(one.name) in known:
            yield known[plain_name(one.name)], place


def _same_code(old: _Left, new: _Left) -> _Places:
    known = {one.id: place for place, one in old.items()}
    for place, one in new.items():
        if one.id in known:
            yield known[one.id], place


def _alike(old: _Left, new: _Left) -> _Places:
    """Yield pairs whose names and sentences are both alike, the likest first."""
    found = []
    names, sentences = _Likeness(), _Likeness()
    for after, other in new.items():
        names.set_seq2(other.name)
        sentences.set_seq2(other.standard.text)
        for before, one in old.items():
            name = names.to(one.name)
            sentence = sentences.to(one.standard.text) if name else 0
            if name and sentence:
                found.append((name + sentence, before, after))
    for _, before, after in sorted(found, key=lambda one: (-one[0], one[1], one[2])):
        yield before, after


class _Likeness(difflib.SequenceMatcher[str]):
    """How alike texts are to the one that is set; what is known of that one is worked out once."""

    def to(self, text: str) -> float:
        """Give the likeness, 0 where it is less than the least; most texts are told apart by their letters alone."""
        self.set_seq1(text)
        if min(self.real_quick_ratio(), self.quick_ratio()) < MIN_LIKENESS:
            return 0
        likeness = self.ratio()
        return likeness if likeness >= MIN_LIKENESS else 0


def reordered(pairs: Sequence[Pair], old: Sequence[Indicator]) -> tuple[str, ...]:
    """Give the fewest indicators whose place among the kept ones changed."""
    before = [one.name for one in old if any(pair[0] is one and pair[1] is not None for pair in pairs)]
    after = [pair[0].name for pair in pairs if pair[0] is not None and pair[1] is not None]
    kept = difflib.SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    still = {after[place] for block in kept for place in range(block.b, block.b + block.size)}
    return tuple(name for name in after if name not in still)
