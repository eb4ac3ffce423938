"""Expressions over whole numbers as lines of a loop: every one once, without a branch and without a division."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.bulk.columns import Bounds
from jixiao.bulk.whole import (
    All,
    Always,
    Choose,
    Column,
    Const,
    Floor,
    Known,
    Less,
    Not,
    Product,
    Rest,
    Same,
    Some,
    Sum,
    Truth,
    Whole,
)

NEAR = 2**50
"""Below it a quotient of floats is less than one half off, so that its floor is right or one beside it."""


class Lines:
    """The lines of one loop; what they are about by the names of variables.

    `read`: how a column is read; `known`: how it is asked whether a row has it. `bounds`: of all columns.
    """

    def __init__(self, read: Mapping[str, str], known: Mapping[str, str], bounds: Bounds) -> None:
        self.lines: list[str] = []
        self._read, self._known, self._bounds = read, known, bounds
        self._said: dict[Whole | Truth, str] = {}

    def put(self, column: str, whole: Whole) -> str:
        """Work out a column; give the variable that holds it from then on."""
        found = self._said[Column(column)] = self.whole(whole)
        return found

    def whole(self, of: Whole) -> str:
        """Give the variable or the number that an expression is."""
        if isinstance(of, Const):
            return f"{of.value}" if of.value >= 0 else f"({of.value})"
        return self._said.get(of) or self._as(of, self._number(of))

    def truth(self, of: Truth) -> str:
        """Give the variable that tells whether something is true."""
        if isinstance(of, Always):
            return f"{of.holds}"
        return self._said.get(of) or self._as(of, self._condition(of))

    def _as(self, of: Whole | Truth, text: str) -> str:
        name = self._said[of] = f"x{len(self._said)}"
        self.lines.append(f"{name} = {text}")
        return name

    def _number(self, of: Whole) -> str:
        match of:
            case Column(name=name):
                return self._read[name]
            case Sum(parts=parts):
                return " + ".join(map(self.whole, parts))
            case Product(left=Const(value=-1), right=right):
                return f"-{self.whole(right)}"
            case Product(left=left, right=right):
                return f"{self.whole(left)} * {self.whole(right)}"
            case Floor(above=above, below=below, within=within):
                count = self._floor(above, below, near=within is not None)
                return count if within is None else f"min(max({count}, {-within}), {within})"
            case Rest(above=above, below=below):
                return f"{self.whole(above)} - {self._floor(above, below)} * {self._divisor(below)}"
            case Choose(when=when, then=then, otherwise=otherwise):
                return f"pick({self.truth(when)}, {self.whole(then)}, {self.whole(otherwise)})"
        raise TypeError(of)

    def _condition(self, of: Truth) -> str:
        match of:
            case Known(name=name):
                return self._known[name]
            case Less(left=left, right=right, equal=equal):
                return f"{self.whole(left)} {'<=' if equal else '<'} {self.whole(right)}"
            case Same(left=left, right=right):
                return f"{self.whole(left)} == {self.whole(right)}"
            case Not(of=inner):
                return f"not {self.truth(inner)}"
            case All(parts=parts):
                return " & ".join(map(self.truth, parts))
            case Some(parts=parts):
                return " | ".join(map(self.truth, parts))
        raise TypeError(of)

    def _floor(self, above: Whole, below: Whole, *, near: bool = False) -> str:
        """Divide. `near`: whether it is held within bounds, so that a quotient too large for floats may be off."""
        if below == Const(2):
            return f"({self.whole(above)} >> 1)"
        reach, under = self._bounds.of(above), max(self._bounds.of(below).low, 1)
        near = near or max(-reach.low, reach.high) < NEAR * under
        return f"{'floor_of' if near else 'far_floor_of'}({self.whole(above)}, {self._divisor(below)})"

    def _divisor(self, below: Whole) -> str:
        text = self.whole(below)
        return text if self._bounds.of(below).low > 0 else f"max({text}, 1)"
