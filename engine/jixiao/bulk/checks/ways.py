"""The relations that a check comes to, as a row has its figures or lacks them: the first whose condition holds.

A sum whose part is not stated is made of the part's own parts (`audit/checks/through`); a change is held against last
year's figure, or the change in figures (`audit/checks/growth`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from fractions import Fraction
from itertools import combinations

from jixiao.audit.checks.compiled import CompiledCheck
from jixiao.audit.checks.growth import changes_of
from jixiao.audit.checks.through import MAX_DEPTH, Sums, worked_through
from jixiao.bulk.whole import Known, Truth, every, negation, some
from jixiao.dataclass import dataclass
from jixiao.language.formula import Expression, Number, names
from jixiao.language.formula.tree import Name, replaced
from jixiao.model.check import Category
from jixiao.model.diagnostic import Place
from jixiao.model.ruleset import Item

MAX_FILLED = 6
"""Most parts of a sum, at any depth, that have parts of their own; the items have two in one sum."""


@dataclass(frozen=True, slots=True)
class Way:
    """One relation of a check, and where it is the one to be asked."""

    when: Truth
    check: CompiledCheck
    tree: Expression
    """The relation over what rows bring; what they never bring is 0."""


def ways_of(check: CompiledCheck, brought: Set[str], sums: Sums) -> Iterator[Way]:
    """Yield the relations of a check over the items that rows bring, in order; none where it is never asked."""
    if check.needed <= brought and not brought.isdisjoint(check.names):
        yield _way(check, brought)
    if check.check.category is Category.SUM and check.subject in brought:
        for known in _known(check, brought, sums):
            through = worked_through(check, known, sums)
            if through is not check:
                gone, kept = _filled(check.tree, known, sums)
                without = [negation(Known(name)) for name in sorted(gone & brought)]
                yield _way(through, brought, *without, *map(Known, sorted(kept)))


def change_ways(brought: Set[str], items: Mapping[str, Item], place: Place) -> Iterator[tuple[Way, ...]]:
    """Yield the relations of every change that rows bring."""
    for checks in changes_of(sorted(brought), items, place):
        yield tuple(_way(one, brought) for one in checks if one.needed <= brought)


def _way(check: CompiledCheck, brought: Set[str], *conditions: Truth) -> Way:
    needed: list[Truth] = [Known(name) for name in sorted(check.needed)]
    if not needed:
        needed = [some(*(Known(name) for name in check.names if name in brought))]
    nothing = Number(Fraction(0))
    tree = replaced(
        check.tree, lambda one: nothing if isinstance(one, Name) and one.name not in brought else None
    )
    return Way(every(*needed, *conditions), check, tree)


def _known(check: CompiledCheck, brought: Set[str], sums: Sums) -> Iterator[Set[str]]:
    """Yield what a row may have of what rows bring, as far as parts of a sum may be filled in; each case once."""
    gone, _ = _filled(check.tree, frozenset((check.subject,)), sums)
    parts = sorted(gone & brought)[:MAX_FILLED]
    found: dict[tuple[Set[str], Set[str]], Set[str]] = {}
    for count in range(len(parts) + 1):
        for lacking in combinations(parts, count):
            known = frozenset(brought - set(lacking))
            found.setdefault(_filled(check.tree, known, sums), known)
    yield from found.values()


def _filled(
    tree: Expression, known: Set[str], sums: Sums, depth: int = MAX_DEPTH
) -> tuple[Set[str], Set[str]]:
    """Give the parts that are filled in, and those that could be and are known."""
    gone, kept = set(), set()
    for name in names(tree):
        if name not in sums:
            continue
        if name in known:
            kept.add(name)
        elif depth:
            gone.add(name)
            more = _filled(sums[name], known, sums, depth - 1)
            gone |= more[0]
            kept |= more[1]
    return frozenset(gone), frozenset(kept)
