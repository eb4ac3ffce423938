"""Finding rules made ready to run: in which order, and what is joined first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jixiao.audit.inference.strata import levels
from jixiao.dataclass import dataclass
from jixiao.model.finding_rule import FindingRule, Pattern, Variable


@dataclass(frozen=True, slots=True)
class Pack:
    """Rules with the level of each: a rule of one level reads absence and numbers of lower ones only."""

    rules: tuple[FindingRule, ...]
    levels: tuple[int, ...]
    orders: tuple[tuple[int, ...], ...]
    """For each rule, its patterns (当) in an order in which each joins what went before, if it can."""
    kinds: frozenset[tuple[str, ...]]
    """What kinds of facts rules join."""
    looked_up: Mapping[str, tuple[str, ...]]
    """Kind of facts → the properties by which patterns look for them."""
    looked_up_beside: Mapping[str, tuple[str, ...]]
    """The same of those under 没有 and 至少 only."""
    patterns: Mapping[str, tuple[tuple[int, int], ...]]
    """Kind of facts → the patterns (当) that may take them: the number of the rule, and the place in it."""

    @property
    def height(self) -> int:
        """The number of levels."""
        return max(self.levels, default=-1) + 1


def compile_pack(rules: Sequence[FindingRule]) -> Pack:
    """Make a pack; raises Refused, naming the rules, where absence or counting goes in a circle."""
    return Pack(
        rules=tuple(rules),
        levels=levels(rules),
        orders=tuple(_join_order(rule.when) for rule in rules),
        kinds=frozenset(tuple(sorted(pattern.kind for pattern in rule.when)) for rule in rules),
        looked_up=_looked_up(pattern for rule in rules for pattern in (*rule.when, *_beside(rule))),
        looked_up_beside=_looked_up(pattern for rule in rules for pattern in _beside(rule)),
        patterns=_patterns(rules),
    )


def _patterns(rules: Sequence[FindingRule]) -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, rule in enumerate(rules):
        for place, pattern in enumerate(rule.when):
            found[pattern.kind] = (*found.get(pattern.kind, ()), (number, place))
    return found


def _beside(rule: FindingRule) -> Iterator[Pattern]:
    yield from rule.absent
    yield from (one.pattern for one in rule.counted)


def _looked_up(patterns: Iterable[Pattern]) -> dict[str, tuple[str, ...]]:
    names: dict[str, dict[str, None]] = {}
    for pattern in patterns:
        names.setdefault(pattern.kind, {}).update(dict.fromkeys(name for name, _ in pattern.terms))
    return {kind: tuple(found) for kind, found in names.items()}


def _join_order(patterns: Sequence[Pattern]) -> tuple[int, ...]:
    """Begin with the pattern that says most, go on with the one that shares most with those before."""
    order: list[int] = []
    bound: set[str] = set()
    while len(order) < len(patterns):
        left = (place for place in range(len(patterns)) if place not in order)
        best = max(left, key=lambda place: (_shared(patterns[place], bound), _constants(patterns[place])))
        order.append(best)
        bound.update(variable.name for variable in patterns[best].variables)
    return tuple(order)


def _shared(pattern: Pattern, bound: set[str]) -> int:
    return len({variable.name for variable in pattern.variables} & bound)


def _constants(pattern: Pattern) -> int:
    return sum(not isinstance(term, Variable) for _, term in pattern.terms)
