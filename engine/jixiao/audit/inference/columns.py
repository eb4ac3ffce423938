"""Facts and patterns as durable-rules sees them: rows of whole numbers, and tests for equality.

What a pattern asks of a fact by itself is looked at here: patterns that ask the same are a class, and a fact gets
a row for each class that it is of. So the library only ever compares numbers for equality: that of the class, and
in joins those of texts.

durable-rules never takes one fact for two patterns of a rule. The second pattern of a rule that asks the same
therefore has a class of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from jixiao.audit.inference.pack import Pack
from jixiao.audit.inference.sieve import CLASS, Link
from jixiao.model.fact import KINDS, Fact
from jixiao.model.finding_rule import FindingRule, Pattern, Variable

TAIL = "tail"
SENTINEL = 0
"""The class of the sentinel fact; numbers of other classes begin at 1."""

_Tests: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""What a fact must have by itself: each property with the texts that it may be; none for any that is not empty."""


class Numbers(dict[str, int]):
    """Text → number, from 1; a text that is new gets the next one. The empty text is 0."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self) + 1 if text else 0
        return number


class Columns:
    """The classes of the patterns of a pack, and the properties by which they are joined."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._joined = [_joined(rule.when) for rule in pack.rules]
        named = (
            name for place, rule in enumerate(pack.rules) for name in _joining(rule, self._joined[place])
        )
        self._values = {name: f"p{number}" for number, name in enumerate(dict.fromkeys(named))}
        self._classes: dict[tuple[str, _Tests, int], int] = {}
        self._places = [self._classes_of(rule) for rule in pack.rules]
        self._by_text: dict[str, dict[str, dict[str, list[tuple[_Tests, int]]]]] = {}
        """Kind → property → text → what else to ask, and of which class a fact then is."""
        self._by_kind: dict[str, list[tuple[_Tests, int]]] = {}
        """The same of classes that ask for no certain text."""
        for (kind, tests, _), number in self._classes.items():
            name, texts = tests[0] if tests else ("", ())
            for text in texts:
                by_text = self._by_text.setdefault(kind, {}).setdefault(name, {})
                by_text.setdefault(text, []).append((tests[1:], number))
            if not texts:
                self._by_kind.setdefault(kind, []).append((tests, number))
        self.needs = self._all_needs()
        """What must hold of the rows of a class so that they can be joined."""
        self._empty = {TAIL: 1, **dict.fromkeys(self._values.values(), 0)}
        self._columns = {
            kind: [(name, self._values[name]) for name in names if name in self._values]
            for kind, names in KINDS.items()
        }

    def rows(self, fact: Fact, numbers: Numbers) -> list[dict[str, Any]]:
        """Give the rows of a fact that some pattern could take; durable-rules raises where none does."""
        asked = self._by_kind.get(fact.kind, ())
        classes = [number for tests, number in asked if _fits(fact, tests)]
        for name, by_text in self._by_text.get(fact.kind, {}).items():
            asked = by_text.get(fact[name], ())
            classes += [number for tests, number in asked if _fits(fact, tests)]
        if not classes:
            return []
        row = self._empty | {column: numbers[fact[name]] for name, column in self._columns[fact.kind]}
        return [{**row, CLASS: number} for number in classes]

    def sentinel(self) -> dict[str, int]:
        """Give the row of the sentinel fact."""
        return {CLASS: SENTINEL, **self._empty}

    def conditions(self, number: int) -> list[dict[str, Any]]:
        """Give the patterns (当) of a rule in the order of joining; `m2` stands for its third pattern."""
        found: list[dict[str, Any]] = []
        joins: dict[str, dict[str, str]] = {}
        before = ""
        for place in self._pack.orders[number]:
            alias = f"m{place}"
            pattern = self._pack.rules[number].when[place]
            tail: Any = {before: TAIL} if before else 1
            tests = [
                {CLASS: self._places[number][place]},
                *self._joins(pattern, alias, joins, self._joined[number]),
                {TAIL: tail},
            ]
            found.append({alias: {"$and": tests}})
            before = alias
        return found

    def _joins(
        self, pattern: Pattern, alias: str, joins: dict[str, dict[str, str]], joined: Collection[str]
    ) -> list[dict[str, Any]]:
        """Join with earlier patterns only; the same variable twice in one is `saturate`'s to see."""
        here: dict[str, dict[str, str]] = {}
        tests: list[dict[str, Any]] = []
        for name, term in pattern.terms:
            if isinstance(term, Variable) and term.name in joined:
                if term.name in joins:
                    tests.append({self._values[name]: joins[term.name]})
                here.setdefault(term.name, {alias: self._values[name]})
        joins.update({variable: join for variable, join in here.items() if variable not in joins})
        return tests

    def _all_needs(self) -> dict[int, tuple[tuple[Link, ...], ...]]:
        derived = {rule.then.kind for rule in self._pack.rules}
        needs: dict[int, tuple[tuple[Link, ...], ...]] = {}
        for rule, places in zip(self._pack.rules, self._places, strict=True):
            for place, number in enumerate(places):
                needs[number] = (*needs.get(number, ()), tuple(self._links(rule, places, place, derived)))
        return {number: ways for number, ways in needs.items() if all(ways)}

    def _links(
        self, rule: FindingRule, places: Sequence[int], place: int, derived: Collection[str]
    ) -> Iterator[Link]:
        """Yield what joins a pattern of a rule with others of kinds that no rule concludes."""
        own = {term.name: name for name, term in rule.when[place].terms if isinstance(term, Variable)}
        for other, pattern in enumerate(rule.when):
            if other == place or pattern.kind in derived:
                continue
            for name, term in pattern.terms:
                if isinstance(term, Variable) and term.name in own:
                    yield self._values[own[term.name]], places[other], self._values[name]

    def _classes_of(self, rule: FindingRule) -> tuple[int, ...]:
        """Give the class of each pattern of a rule; no two have the same."""
        seen: Counter[tuple[str, _Tests]] = Counter()
        found = []
        for pattern in rule.when:
            asked = pattern.kind, _own_tests(pattern)
            found.append(self._classes.setdefault((*asked, seen[asked]), len(self._classes) + 1))
            seen[asked] += 1
        return tuple(found)


def _own_tests(pattern: Pattern) -> _Tests:
    """Give the tests of a pattern, those for certain texts first: they fail soonest."""
    tests = {(name, () if isinstance(term, Variable) else term) for name, term in pattern.terms}
    return tuple(sorted(tests, key=lambda test: (not test[1], test)))


def _fits(fact: Fact, tests: _Tests) -> bool:
    for name, texts in tests:
        value = fact[name]
        if value not in texts if texts else not value:
            return False
    return True


def _joined(patterns: Sequence[Pattern]) -> frozenset[str]:
    """Give the variables that stand in several patterns; the values of others need no column."""
    seen = Counter(name for one in patterns for name in {variable.name for variable in one.variables})
    return frozenset(name for name, count in seen.items() if count > 1)


def _joining(rule: FindingRule, joined: Collection[str]) -> Iterable[str]:
    """Yield the properties by which the patterns of a rule are joined."""
    for pattern in rule.when:
        for name, term in pattern.terms:
            if isinstance(term, Variable) and term.name in joined:
                yield name
