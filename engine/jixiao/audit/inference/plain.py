"""The evaluator in plain Python: what durable-rules is tested against, and its stand-in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jixiao.audit.inference.conclusion import Conclusion, Premises
from jixiao.audit.inference.pack import Pack
from jixiao.audit.inference.saturate import Run
from jixiao.audit.inference.store import FactStore, bind
from jixiao.model.fact import Fact
from jixiao.model.finding_rule import Bindings, Pattern


class PlainEngine:
    """A pack ready to run over any number of cases."""

    name = "Python"

    def __init__(self, pack: Pack) -> None:
        self._pack = pack

    def saturate(self, facts: Iterable[Fact]) -> tuple[Conclusion, ...]:
        """Give everything that follows from the facts; raises Refused where it is too much."""
        return Run(self._pack, PlainMatcher(self._pack)).saturate(facts)


class PlainMatcher:
    """Joins new facts with those known before, pattern by pattern."""

    def __init__(self, pack: Pack) -> None:
        self._rules = pack.rules
        self._patterns = pack.patterns
        self._looked_up = pack.looked_up
        self._all = FactStore(pack.looked_up)

    def add(self, facts: Sequence[Fact]) -> Iterator[tuple[int, Premises]]:
        """Give each new match once: by the first of its patterns that a new fact matches."""
        self._all.add(facts)
        new = FactStore(self._looked_up)
        new.add(facts)
        for kind in dict.fromkeys(fact.kind for fact in facts):
            for number, first in self._patterns.get(kind, ()):
                yield from ((number, found) for found in self._matches(self._rules[number].when, first, new))

    def _matches(self, patterns: Sequence[Pattern], first: int, new: FactStore) -> Iterator[Premises]:
        """Yield the matches whose first new fact is that of one of the patterns."""
        pattern = patterns[first]
        for fact in new.candidates(pattern, {}):
            bound = bind(pattern, fact, {})
            if bound is not None:
                for found in self._join(patterns, first, new, bound, {first: fact}):
                    yield tuple(found[place] for place in range(len(patterns)))

    def _join(
        self, patterns: Sequence[Pattern], first: int, new: FactStore, bound: Bindings, found: dict[int, Fact]
    ) -> Iterator[dict[int, Fact]]:
        """Yield every way to match the other patterns, the one with fewest candidates first.

        Patterns before the first new fact take only facts known before.
        """
        left = [place for place in range(len(patterns)) if place not in found]
        if not left:
            yield found
            return
        ways = {place: self._all.candidates(patterns[place], bound) for place in left}
        place = min(left, key=lambda one: len(ways[one]))
        for fact in ways[place]:
            if place > first or fact not in new:
                more = bind(patterns[place], fact, bound)
                if more is not None:
                    yield from self._join(patterns, first, new, more, {**found, place: fact})
