"""The run of a pack over facts: what both engines share.

A matcher finds how facts match 当. Everything else happens here, once: levels, absence,
counting, the facts that follow, and their reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import prod
from typing import Protocol

from jixiao.audit.inference.conclusion import Conclusion, Premises, Step, conclusions
from jixiao.audit.inference.pack import Pack
from jixiao.audit.inference.store import FactStore, binds
from jixiao.dataclass import dataclass, field
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.fact import FINDING, NUMBER, Fact, finding_number, in_order
from jixiao.model.finding_rule import Bindings, FindingRule, Then
from jixiao.model.messages import filled

MAX_MATCHES = 200_000
"""Most combinations of facts that one rule may have to look at; a real case makes some hundreds.
Stops rules whose patterns share no variable from filling memory."""

MAX_CONCLUSIONS = 10_000
"""Most facts concluded of one case; a real case makes some dozens. Stops rules that write each
other's sentences on and on."""

TOO_MANY_MATCHES = "疑点规则“{name}”要比对的组合超过 {limit} 种，请用相同的变量把“当”的各条连起来"
TOO_MANY_CONCLUSIONS = "疑点规则得出的结论超过 {limit} 条，“{name}”还在得出新的，请检查它是否引用了自己的结论"


class Matcher(Protocol):
    """Finds how facts match the patterns (当) of a pack's rules."""

    def add(self, facts: Sequence[Fact]) -> Iterable[tuple[int, Premises]]:
        """Take new facts; give each new match once: the rule's number, and facts in the order of 当."""


@dataclass(slots=True)
class Run:
    """One case under way: matches wait until the level of their rule is reached."""

    pack: Pack
    matcher: Matcher
    store: FactStore = field(init=False)
    """All facts, as 没有 and 至少 look for them."""
    crowd: FactStore | None = None
    """All facts, as every pattern looks for them; only where they are many."""
    waiting: dict[int, list[tuple[int, Premises]]] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    concluded: int = 0

    def __post_init__(self) -> None:
        self.store = FactStore(self.pack.looked_up_beside)

    def saturate(self, facts: Iterable[Fact]) -> tuple[Conclusion, ...]:
        """Give everything that follows."""
        given = sorted(set(facts), key=in_order)
        self._take(given)
        for level in range(self.pack.height):
            while self.waiting.get(level):
                self._conclude(self.waiting.pop(level))
        return conclusions(given, self.steps)

    def _take(self, facts: Sequence[Fact]) -> None:
        self.store.add(facts)
        if self.crowd is not None:
            self.crowd.add(facts)
        elif self._are_many():
            self.crowd = FactStore(self.pack.looked_up)
            self.crowd.add(self.store)
        if self.crowd is not None:
            self._refuse_too_many(self.crowd)
        for number, premises in self.matcher.add(facts) if facts else ():
            self.waiting.setdefault(self.pack.levels[number], []).append((number, premises))

    def _are_many(self) -> bool:
        """Whether so many facts of some kinds are there that a rule might look at too many combinations."""
        counts = self.store.counts
        return any(prod([counts.get(kind, 0) for kind in kinds]) > MAX_MATCHES for kinds in self.pack.kinds)

    def _conclude(self, matches: Iterable[tuple[int, Premises]]) -> None:
        new: dict[Fact, FindingRule] = {}
        for number, premises in matches:
            rule = self.pack.rules[number]
            step = self._step(rule, premises)
            if step is not None:
                self.steps.append(step)
                if step.fact not in self.store:
                    new[step.fact] = min(rule, new.get(step.fact, rule), key=lambda one: one.name)
        self.concluded += len(new)
        if self.concluded > MAX_CONCLUSIONS:
            rule = new[min(new, key=in_order)]
            message = filled(TOO_MANY_CONCLUSIONS, limit=MAX_CONCLUSIONS, name=rule.name)
            raise Refused(Diagnostic(rule.place, message))
        self._take(sorted(new, key=in_order))

    def _step(self, rule: FindingRule, premises: Premises) -> Step | None:
        """Apply a rule to facts that match 当, unless 没有 or 至少 stand against it."""
        bound = _bindings(rule, premises)
        if bound is None:
            return None
        for pattern in rule.absent:
            if any(self.store.matching(pattern, bound)):
                return None
        counted: set[Fact] = set()
        for one in rule.counted:
            found = set(self.store.matching(one.pattern, bound))
            if len(found) < one.at_least:
                return None
            counted |= found
        more = sorted(counted.difference(premises), key=in_order)
        return Step(rule.name, (*premises, *more), concluded(rule.then, bound))

    def _refuse_too_many(self, known: FactStore) -> None:
        for rule, order in zip(self.pack.rules, self.pack.orders, strict=True):
            ways, bound = 1, set[str]()
            for place in order:
                pattern = rule.when[place]
                ways *= known.most(pattern, bound)
                if ways > MAX_MATCHES:
                    message = filled(TOO_MANY_MATCHES, name=rule.name, limit=MAX_MATCHES)
                    raise Refused(Diagnostic(rule.place, message))
                bound.update(variable.name for variable in pattern.variables)


def _bindings(rule: FindingRule, premises: Premises) -> Bindings | None:
    """Give what the variables stand for.

    None where the facts do not match after all: durable-rules leaves it to us to look at a
    variable that stands twice in one pattern.
    """
    bound: dict[str, str] = {}
    for pattern, fact in zip(rule.when, premises, strict=True):
        if not binds(pattern, fact, bound):
            return None
    return bound


def concluded(then: Then, bound: Bindings) -> Fact:
    """Make the fact that follows."""
    values = {name: template.fill(bound) for name, template in then.values}
    if then.kind == FINDING:
        values[NUMBER] = finding_number(values)
    return Fact.of(then.kind, values)
