"""Facts by kind and by value, and what a pattern finds among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jixiao.model.fact import Fact
from jixiao.model.finding_rule import Bindings, Pattern, Term, Variable


class FactStore:
    """Facts that are known, each once; `looked_up` are the properties by which they are looked for."""

    def __init__(self, looked_up: Mapping[str, Sequence[str]]) -> None:
        self._looked_up = looked_up
        self._facts: set[Fact] = set()
        self._by_kind: dict[str, list[Fact]] = {}
        self._by_value: dict[tuple[str, str, str], list[Fact]] = {}
        self._most: dict[tuple[str, str], int] = {}
        self.counts: dict[str, int] = {}
        """The number of facts of each kind that is there."""

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._facts)

    def __contains__(self, fact: Fact) -> bool:
        return fact in self._facts

    def add(self, facts: Iterable[Fact]) -> None:
        """Take in facts that are not here yet."""
        for fact in facts:
            kind = fact.kind
            self._facts.add(fact)
            self._by_kind.setdefault(kind, []).append(fact)
            self.counts[kind] = self.counts.get(kind, 0) + 1
            for name in self._looked_up.get(kind, ()):
                value = fact[name]
                alike = self._by_value.setdefault((kind, name, value), [])
                alike.append(fact)
                if value and len(alike) > self._most.get((kind, name), 0):
                    self._most[kind, name] = len(alike)

    def candidates(self, pattern: Pattern, bound: Bindings) -> Sequence[Fact]:
        """Give the shortest list known to hold every fact that matches."""
        kind = pattern.kind
        best: Sequence[Fact] = self._by_kind.get(kind, ())
        for name, term in pattern.terms:
            value = _only(term, bound)
            if value is not None and best:
                alike = self._by_value.get((kind, name, value), ())
                best = alike if len(alike) < len(best) else best
        return best

    def matching(self, pattern: Pattern, bound: Bindings) -> Iterator[Fact]:
        """Yield every fact that matches."""
        return (fact for fact in self.candidates(pattern, bound) if bind(pattern, fact, bound) is not None)

    def most(self, pattern: Pattern, bound: set[str]) -> int:
        """Bound the number of facts that match once those variables have values."""
        ways = [len(self._by_kind.get(pattern.kind, ()))]
        for name, term in pattern.terms:
            if not isinstance(term, Variable):
                ways.append(sum(len(self._by_value.get((pattern.kind, name, value), ())) for value in term))
            elif term.name in bound:
                ways.append(self._most.get((pattern.kind, name), 0))
        return min(ways)


def bind(pattern: Pattern, fact: Fact, bound: Bindings) -> dict[str, str] | None:
    """Give the bindings with those that the fact adds, or None where it does not match.

    A variable never stands for the empty text, so facts do not join over what they lack.
    """
    found = dict(bound)
    return found if binds(pattern, fact, found) else None


def binds(pattern: Pattern, fact: Fact, bound: dict[str, str]) -> bool:
    """Whether a fact matches; adds what its variables stand for, some of them also where it does not."""
    if fact.kind != pattern.kind:
        return False
    for name, term in pattern.terms:
        value = fact[name]
        if isinstance(term, Variable):
            if not value or bound.setdefault(term.name, value) != value:
                return False
        elif value not in term:
            return False
    return True


def _only(term: Term, bound: Bindings) -> str | None:
    """The one text that the term can be, or None where there are several."""
    if isinstance(term, Variable):
        return bound.get(term.name)
    return term[0] if len(term) == 1 else None
