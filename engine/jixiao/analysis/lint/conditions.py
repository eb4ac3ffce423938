"""Whether a condition can hold at all, over every value that its items can take.

Only what is proven impossible is said to be: comparisons of one item with a number, combined
with 且, 或 and 非. Anything else is taken to be possible.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from jixiao.analysis.lint.value_range import value_range
from jixiao.language.formula import Comparison, Expression, Logic, Name, Not, Number
from jixiao.model.ruleset import Item

MAX_CASES = 64
"""Most cases that 或 makes of a condition. Beyond, it is taken to be possible."""

_OPPOSITE = {"=": "≠", "≠": "=", "<": "≥", "≥": "<", ">": "≤", "≤": ">"}
_MIRRORED = {"=": "=", "≠": "≠", "<": ">", "≥": "≤", ">": "<", "≤": "≥"}
Facts = tuple[Comparison, ...]


def can_hold(condition: Expression, items: Mapping[str, Item]) -> bool:
    """Whether some values of the items may make a condition true."""
    cases = _cases(condition, wanted=True)
    return len(cases) > MAX_CASES or any(_is_possible(facts, items) for facts in cases)


def _cases(tree: Expression, *, wanted: bool) -> list[Facts]:
    """Give the ways in which a condition is true (or, unwanted, false): each all of its facts."""
    match tree:
        case Not():
            return _cases(tree.operand, wanted=not wanted)
        case Logic():
            left, right = (_cases(side, wanted=wanted) for side in (tree.left, tree.right))
            if (tree.operator == "或") == wanted:
                return (left + right)[: MAX_CASES + 1]
            return [(*one, *other) for one in left for other in right][: MAX_CASES + 1]
        case Comparison():
            operator = tree.operator if wanted else _OPPOSITE[tree.operator]
            return [(Comparison(operator, tree.left, tree.right),)]
        case _:
            return [()]


def _is_possible(facts: Facts, items: Mapping[str, Item]) -> bool:
    """Whether all comparisons may be true at once, as far as each speaks of one name."""
    bounds: dict[str, _Bounds] = {}
    for fact in facts:
        left, operator, right = fact.left, fact.operator, fact.right
        if isinstance(left, Number) and isinstance(right, Name):
            left, operator, right = right, _MIRRORED[operator], left
        if not isinstance(left, Name) or not isinstance(right, Number):
            continue
        known = bounds.setdefault(left.name, _Bounds(left, items))
        known.narrow(operator, right.value * right.unit.factor)
    return all(known.is_possible for known in bounds.values())


class _Bounds:
    """What values one name can still take."""

    def __init__(self, name: Name, items: Mapping[str, Item]) -> None:
        within = value_range(name, items)
        self._low, self._high = within.low, within.high
        self._low_open = self._high_open = False
        self._not: set[Fraction] = set()

    def narrow(self, operator: str, value: Fraction) -> None:
        """Take in one comparison with a number."""
        if operator == "≠":
            self._not.add(value)
        if operator in ("=", ">", "≥") and (self._low is None or value >= self._low):
            self._low_open = (self._low_open and value == self._low) or operator == ">"
            self._low = value
        elif operator == "=":
            self._high, self._high_open = self._low, True
        if operator in ("=", "<", "≤") and (self._high is None or value <= self._high):
            self._high_open = (self._high_open and value == self._high) or operator == "<"
            self._high = value
        elif operator == "=":
            self._low, self._low_open = self._high, True

    @property
    def is_possible(self) -> bool:
        """Whether any value is left."""
        if self._low is None or self._high is None or self._low < self._high:
            return True
        closed = not self._low_open and not self._high_open
        return self._low == self._high and closed and self._low not in self._not
