"""How far a value may lie from what its figures give, as they are printed, as lines of Python over floats.

No score comes of it: it only rules out, with room to spare, that a bound is near. Where one may be, the long way is
gone, which is exact (`nearby`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import NoReturn

from jixiao.curve.stretch import cuts_of
from jixiao.language.formula import Arithmetic, Call, Expression, Minus, Name, Number, write_formula
from jixiao.language.formula.fold import Condition, Numbers, fold
from jixiao.scoring.scale.whole import Grid, Whole

FLOAT_ERROR = 1e-14
"""More than what a float may be off, of a figure's own size, after all that a formula does with it."""
Loose = tuple[str, str]
"""The variables that hold a number, and how far it may be off at most."""


class _Lines(Numbers[Loose]):
    """The algebra of lines that give up (`return None`) where a divisor may be zero.

    `names`: for each name the variables of its value, whole number over whole number, and the one of its figure.
    """

    def __init__(self, names: Mapping[str, tuple[str, str, str]]) -> None:
        self._names = names
        self._count = 0
        self.lines: list[str] = []

    def _set(self, value: str, off: str) -> Loose:
        self._count += 1
        pair = f"v{self._count}", f"e{self._count}"
        self.lines += [f"{pair[0]} = {value}", f"{pair[1]} = {off}"]
        return pair

    def number(self, node: Number) -> Loose:
        value = float(node.value * node.unit.factor)
        return repr(value), repr(abs(value) * FLOAT_ERROR)

    def name(self, node: Name) -> Loose:
        above, below, figure = self._names[node.name]
        value = f"{above} / {below}"
        return self._set(value, f"{figure}.quantity.unsure + abs({value}) * {FLOAT_ERROR}")

    def minus(self, node: Minus, operand: Loose) -> Loose:
        return self._set(f"-{operand[0]}", operand[1])

    def plus(self, node: Arithmetic, left: Loose, right: Loose) -> Loose:
        return self._set(f"{left[0]} + {right[0]}", f"{left[1]} + {right[1]}")

    def less(self, node: Arithmetic, left: Loose, right: Loose) -> Loose:
        return self._set(f"{left[0]} - {right[0]}", f"{left[1]} + {right[1]}")

    def times(self, node: Arithmetic, left: Loose, right: Loose) -> Loose:
        (one, off), (other, apart) = left, right
        return self._set(f"{one} * {other}", f"abs({one}) * {apart} + abs({other}) * {off} + {off} * {apart}")

    def over(self, node: Arithmetic, left: Loose, right: Loose) -> Loose:
        (one, off), (other, apart) = left, right
        self.lines.append(f"if abs({other}) <= {apart}: return None")
        value = f"{one} / {other}"
        return self._set(value, f"({off} + abs({value}) * {apart}) / (abs({other}) - {apart})")

    def most(self, node: Call, operands: Sequence[Loose]) -> Loose:
        return self._chosen("max", operands)

    def least(self, node: Call, operands: Sequence[Loose]) -> Loose:
        return self._chosen("min", operands)

    def _chosen(self, choose: str, operands: Sequence[Loose]) -> Loose:
        values, off = zip(*operands, strict=True)
        return self._set(f"{choose}({', '.join(values)},)", f"max({', '.join(off)},)")

    def size(self, node: Call, operand: Loose) -> Loose:
        return self._set(f"abs({operand[0]})", operand[1])

    def condition(self, node: Condition) -> NoReturn:
        raise TypeError(f"not a number: {write_formula(node)}")


def loosely(tree: Expression, names: Mapping[str, tuple[str, str, str]]) -> list[str]:
    """Give the lines that set `lowest` and `highest` to what a formula may come to; None where it works nothing out."""
    lines = _Lines(names)
    value, off = fold(tree, lines)
    return [*lines.lines, f"lowest, highest = {value} - {off}, {value} + {off}"]


def crossing(row: Sequence[Whole], number: int, above: str, below: str) -> Iterator[str]:
    """Yield the conditions under which a bound lies between `lowest` and `highest`, of a value on one of the stretches.

    `above` and `below`: the variables of the value. The bound that is the value itself does not count; what lies beyond
    it does, the next bound or the first step of the stretch there.
    """
    stretch, grid = row[number].stretch, row[number].grid
    cuts = cuts_of([whole.stretch for whole in row])
    low, high = stretch.low, stretch.high
    if low is not None:
        beyond = [cut for cut in cuts if cut < low][-1:]
        steps = row[number - 1].grids if number else ()
        beyond += [
            one.origin + (ceil((low - one.origin) / abs(one.step)) - 1) * abs(one.step) for one in steps
        ]
        yield _passed(low, "lowest <=", beyond, above, below)
    if high is not None:
        beyond = [cut for cut in cuts if cut > high][:1]
        steps = row[number + 1].grids if number + 1 < len(row) else ()
        beyond += [
            one.origin + (floor((high - one.origin) / abs(one.step)) + 1) * abs(one.step) for one in steps
        ]
        yield _passed(high, "highest >=", beyond, above, below)
    if grid is not None:
        yield _stepped(grid, above, below)


def _passed(end: Fraction, sign: str, beyond: Sequence[Fraction], above: str, below: str) -> str:
    another = "".join(f"{sign} {float(cut)!r} or " for cut in beyond)
    return f"{sign} {float(end)!r} and ({another}{above} * {end.denominator} != {end.numerator} * {below})"


def _stepped(grid: Grid, above: str, below: str) -> str:
    (origin, per), (step, of) = grid.origin.as_integer_ratio(), abs(grid.step).as_integer_ratio()
    start, size = repr(float(grid.origin)), repr(float(abs(grid.step)))
    apart = f"(lowest - {start}) // {size} != (highest - {start}) // {size}"
    between = f"({above} * {per} - {origin} * {below}) * {of} % ({below} * {per * step})"
    return f"{apart} and (highest - lowest >= {size} or {between})"
