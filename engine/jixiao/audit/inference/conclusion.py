"""What follows from facts, and every shortest way to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from jixiao.dataclass import dataclass
from jixiao.model.fact import Fact, in_order

MAX_DERIVATIONS = 20
"""Most ways kept of those that lead to one conclusion, the first in order. A reader needs one
or two; a case with hundreds of equal ways must not fill memory and report."""

Premises: TypeAlias = tuple[Fact, ...]
"""Facts in the order of 当, then those that were counted (至少), sorted."""


@dataclass(frozen=True, slots=True, order=True)
class Conclusion:
    """A fact that follows, by which rule, and from what.

    `rank` is the number of steps of the shortest way to it (a given fact has 0). `derivations`
    are the ways of just that rank, so that no fact supports itself. A fact to which several
    rules lead in that rank is given once for each of them.
    """

    rank: int
    fact: Fact
    rule: str
    derivations: tuple[Premises, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One rule applied once."""

    rule: str
    premises: Premises
    fact: Fact


def conclusions(given: Iterable[Fact], steps: Iterable[Step]) -> tuple[Conclusion, ...]:
    """Draw together all steps of a run: conclusions by rank, then fact, then rule."""
    taken = list(dict.fromkeys(steps))
    ranks = _ranks(given, taken)
    ways: dict[tuple[int, Fact, str], list[Premises]] = {}
    for step in taken:
        rank = ranks[step.fact]
        if rank == 1 + max(ranks[premise] for premise in step.premises):
            ways.setdefault((rank, step.fact, step.rule), []).append(step.premises)
    sorted_ways = sorted(ways.items(), key=lambda way: (way[0][0], in_order(way[0][1]), way[0][2]))
    return tuple([Conclusion(*key, _first(found)) for key, found in sorted_ways])


def _first(ways: list[Premises]) -> tuple[Premises, ...]:
    """Give the ways that are kept, in order."""
    if len(ways) > 1:
        ways.sort(key=lambda premises: [in_order(one) for one in premises])
    return tuple(ways[:MAX_DERIVATIONS])


def _ranks(given: Iterable[Fact], steps: Sequence[Step]) -> dict[Fact, int]:
    """Give the rank of every fact: level by level, so that each is reached by its shortest way."""
    ranks = dict.fromkeys(given, 0)
    missing = [len(set(step.premises)) for step in steps]
    needed_by: dict[Fact, list[int]] = {}
    for number, step in enumerate(steps):
        for premise in set(step.premises):
            needed_by.setdefault(premise, []).append(number)
    level = list(ranks)
    while level:
        reached: dict[Fact, int] = {}
        for fact in level:
            for number in needed_by.get(fact, ()):
                missing[number] -= 1
                if not missing[number] and steps[number].fact not in ranks:
                    reached[steps[number].fact] = ranks[fact] + 1
        ranks.update(reached)
        level = list(reached)
    return ranks
