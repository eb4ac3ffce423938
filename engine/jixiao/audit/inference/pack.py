"""Finding rules made ready to run: in which order, and what is joined first."""

from __future__ import annotations

from collections.abc import Sequence

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

    @property
    def height(self) -> int:
        """The number of levels."""
        return max(self.levels, default=-1) + 1


def compile_pack(rules: Sequence[FindingRule]) -> Pack:
    """Make a pack; raises Refused, naming the rules, where absence or counting goes in a circle."""
    return Pack(tuple(rules), levels(rules), tuple(_join_order(rule.when) for rule in rules))


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
