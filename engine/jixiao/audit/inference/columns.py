"""Facts and patterns as durable-rules sees them: rows of whole numbers, and tests for equality.

A text is passed as its number. Whether a property is filled, or one of several texts, is
looked up here and passed as 1 or 0, so that the library only ever compares for equality.

durable-rules never takes one fact for two patterns of a rule. The second pattern of a kind in
a rule therefore has a kind of its own, and a fact gets a row for each (`_slots`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any, TypeAlias

from jixiao.audit.inference.pack import Pack
from jixiao.model.fact import KINDS, Fact
from jixiao.model.finding_rule import Pattern, Variable

KIND, TAIL = "kind", "tail"
SENTINEL = 0
"""The kind of the sentinel fact; numbers of other kinds begin at 1."""

_KIND_NUMBERS = {kind: number for number, kind in enumerate(KINDS, 1)}
_NEXT_SLOT = len(KINDS) + 1
"""What lies between the numbers of a kind for the first pattern that takes it, and for the next."""


class Numbers(dict[str, int]):
    """Text → number; a text that is new gets the next one."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self) + 1
        return self[text]


class Columns:
    """The properties of which the patterns of a pack speak, and the tests that they make."""

    def __init__(self, pack: Pack) -> None:
        self.numbers = Numbers()
        self._pack = pack
        self._values: dict[str, str] = {}
        self._flags: dict[tuple[str, tuple[str, ...]], str] = {}
        self._wanted: dict[str, dict[int, list[_Tests]]] = {}
        self._slots = [_slots(rule.when) for rule in pack.rules]
        self._joined = [_joined(rule.when) for rule in pack.rules]
        for rule, joined in zip(pack.rules, self._joined, strict=True):
            for pattern in rule.when:
                self._take(pattern, joined)
        for rule, slots in zip(pack.rules, self._slots, strict=True):
            for pattern, kind in zip(rule.when, slots, strict=True):
                known = self._wanted.setdefault(pattern.kind, {}).setdefault(kind, [])
                tests = _own_tests(pattern)
                if tests not in known:
                    known.append(tests)
        self._empty = self._empty_row()
        self._written = {kind: self._columns_of(names) for kind, names in KINDS.items()}

    def rows(self, fact: Fact, numbers: Numbers) -> list[dict[str, Any]]:
        """Give the rows of a fact that some pattern could take; durable-rules raises where none does."""
        wanted = self._wanted.get(fact.kind, {})
        kinds = [kind for kind, patterns in wanted.items() if any(_fits(fact, tests) for tests in patterns)]
        if not kinds:
            return []
        row = self._row(fact, numbers)
        return [{**row, KIND: kind} for kind in sorted(kinds)]

    def _row(self, fact: Fact, numbers: Numbers) -> dict[str, int]:
        """Give all columns of a fact but its kind; a property that its kind does not have is empty."""
        row = self._empty.copy()
        for name, column, flags in self._written[fact.kind]:
            value = fact[name]
            if value:
                if column:
                    row[column] = numbers[value]
                for texts, flag in flags:
                    row[flag] = int(not texts or value in texts)
        return row

    def _columns_of(self, names: Iterable[str]) -> list[tuple[str, str, list[tuple[tuple[str, ...], str]]]]:
        """Give each property that has columns: that of its number, or empty, and those of its flags."""
        found = []
        for name in names:
            flags = [(texts, flag) for (of, texts), flag in self._flags.items() if of == name]
            if flags or name in self._values:
                found.append((name, self._values.get(name, ""), flags))
        return found

    def _empty_row(self) -> dict[str, int]:
        """Give the row of a fact of which nothing is known."""
        flags = {flag: int("" in texts) for (_, texts), flag in self._flags.items()}
        return {TAIL: 1, **dict.fromkeys(self._values.values(), self.numbers[""]), **flags}

    def sentinel(self) -> dict[str, int]:
        """Give the row of the sentinel fact."""
        nothing = dict.fromkeys([*self._values.values(), *self._flags.values()], 0)
        return {KIND: SENTINEL, TAIL: 1, **nothing}

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
                *_each(self._tests(pattern, self._slots[number][place])),
                *self._joins(pattern, alias, joins, self._joined[number]),
                {TAIL: tail},
            ]
            found.append({alias: {"$and": tests}})
            before = alias
        return found

    def _tests(self, pattern: Pattern, kind: int) -> dict[str, int]:
        """Give what the row must have by itself, the kind first."""
        tests = {KIND: kind}
        for name, term in pattern.terms:
            if isinstance(term, Variable):
                tests[self._flags[name, ()]] = 1
            elif len(term) == 1:
                tests[self._values[name]] = self.numbers[term[0]]
            else:
                tests[self._flags[name, term]] = 1
        return tests

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

    def _take(self, pattern: Pattern, joined: Collection[str]) -> None:
        for name, term in pattern.terms:
            if isinstance(term, Variable):
                if term.name in joined:
                    self._values.setdefault(name, f"p{len(self._values)}")
                self._flags.setdefault((name, ()), f"t{len(self._flags)}")
            elif len(term) == 1:
                self._values.setdefault(name, f"p{len(self._values)}")
                _ = self.numbers[term[0]]
            else:
                self._flags.setdefault((name, term), f"t{len(self._flags)}")


_Tests: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""What a fact must have by itself: each property with the texts that it may be; none for any that is not empty."""


def _own_tests(pattern: Pattern) -> _Tests:
    """Give the tests of a pattern, those for certain texts first: they fail soonest."""
    tests = [(name, () if isinstance(term, Variable) else term) for name, term in pattern.terms]
    return tuple(sorted(tests, key=lambda test: not test[1]))


def _fits(fact: Fact, tests: _Tests) -> bool:
    for name, texts in tests:
        value = fact[name]
        if value not in texts if texts else not value:
            return False
    return True


def _slots(patterns: Sequence[Pattern]) -> tuple[int, ...]:
    """Give each pattern of a rule the number of its kind, so that no two have the same."""
    seen: Counter[str] = Counter()
    found = []
    for pattern in patterns:
        found.append(_KIND_NUMBERS[pattern.kind] + seen[pattern.kind] * _NEXT_SLOT)
        seen[pattern.kind] += 1
    return tuple(found)


def _joined(patterns: Sequence[Pattern]) -> frozenset[str]:
    """Give the variables that stand in several patterns; the values of others need no column."""
    seen = Counter(name for one in patterns for name in {variable.name for variable in one.variables})
    return frozenset(name for name, count in seen.items() if count > 1)


def _each(tests: dict[str, int]) -> list[dict[str, Any]]:
    return [{column: value} for column, value in tests.items()]
