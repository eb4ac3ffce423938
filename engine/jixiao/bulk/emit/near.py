"""Whether a value may lie near a bound, as its figures are printed, as a formula of a workbook.

No score comes of it: it only rules out, with room to spare, that printing leaves the score open. Where it may, the
engine has to look (`scoring/indicator/nearby`). The same meaning as `scoring/indicator/quick/loose`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NoReturn

from jixiao.bulk.emit.dialect import Cells
from jixiao.bulk.emit.excel import truth_text
from jixiao.bulk.ratio import Ratio
from jixiao.bulk.whole import floor, negation, same, times
from jixiao.curve.stretch import cuts_of
from jixiao.dataclass import dataclass
from jixiao.language.formula import Arithmetic, Call, Expression, Minus, Name, Number, write_formula
from jixiao.language.formula.fold import Condition, Numbers, fold
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.whole import Grid, whole_stretches

FLOAT_ERROR = "1E-12"
"""More than what a float may be off, of a number's own size, after all that a formula does with it."""
FAR = "1E300"


@dataclass(frozen=True, slots=True)
class Loose:
    """A number, and how far it may be off at most, both as texts of a formula."""

    value: str
    off: str


class _Texts(Numbers[Loose]):
    """The algebra of texts; `names`: what each item is, in base units."""

    def __init__(self, names: Mapping[str, Loose]) -> None:
        self._names = names

    def number(self, node: Number) -> Loose:
        return Loose(float_text(node.value * node.unit.factor), "0")

    def name(self, node: Name) -> Loose:
        return self._names[node.name]

    def minus(self, node: Minus, operand: Loose) -> Loose:
        return Loose(f"(-{operand.value})", operand.off)

    def plus(self, node: Arithmetic, left: Loose, right: Loose) -> Loose:
        return Loose(f"({left.value}+{right.value})", f"({left.off}+{right.off})")

    def less(self, node: Arithmetic, left: Loose, right: Loose) -> Loose:
        return Loose(f"({left.value}-{right.value})", f"({left.off}+{right.off})")

    def times(self, node: Arithmetic, left: Loose, right: Loose) -> Loose:
        off = f"(ABS({left.value})*{right.off}+ABS({right.value})*{left.off}+{left.off}*{right.off})"
        return Loose(f"({left.value}*{right.value})", off)

    def over(self, node: Arithmetic, left: Loose, right: Loose) -> Loose:
        value = f"({left.value}/{right.value})"
        return Loose(value, f"(({left.off}+ABS({value})*{right.off})/MAX(0,ABS({right.value})-{right.off}))")

    def most(self, node: Call, operands: Sequence[Loose]) -> Loose:
        return self._chosen("MAX", operands)

    def least(self, node: Call, operands: Sequence[Loose]) -> Loose:
        return self._chosen("MIN", operands)

    def _chosen(self, choose: str, operands: Sequence[Loose]) -> Loose:
        values, off = (
            ",".join(texts) for texts in zip(*((one.value, one.off) for one in operands), strict=True)
        )
        return Loose(f"{choose}({values})", f"MAX({off})")

    def size(self, node: Call, operand: Loose) -> Loose:
        return Loose(f"ABS({operand.value})", operand.off)

    def condition(self, node: Condition) -> NoReturn:
        raise TypeError(f"not a number: {write_formula(node)}")


def float_text(value: Fraction) -> str:
    """Write a number as a workbook reads it, as near as a float comes."""
    return repr(float(value)).upper().replace("E+", "E")


def loosely(formula: Expression, names: Mapping[str, Loose]) -> Loose:
    """Write what a formula comes to, and how far that may be off; an error or nothing good where a divisor may be nothing."""
    return fold(formula, _Texts(names))


def near_text(rule: Rule, loose: Loose, value: Ratio, cells: Cells) -> str:
    """Write what is true where a bound lies within what printing allows, but is not the value itself.

    `loose`: the value as a float; `value`: in whole numbers, of which `cells` are the columns.
    """
    off = f"({loose.off}+ABS({loose.value})*{FLOAT_ERROR})"
    row = whole_stretches([way.terms[0].scale for way in rule.meaning.ways])
    parts = [_apart(loose.value, bound, value, cells) for bound in cuts_of([one.stretch for one in row])]
    grids = tuple(dict.fromkeys(grid for one in row for grid in one.grids))
    parts += [_apart_from_step(loose.value, grid, value, cells) for grid in grids]
    if not parts:
        return "FALSE"
    near = f"MIN({','.join(parts)})<={off}"
    finest = min((abs(grid.step) for grid in grids), default=None)
    return near if finest is None else f"OR({off}>={float_text(finest)},{near})"


def _apart(loose: str, bound: Fraction, value: Ratio, cells: Cells) -> str:
    """Write how far a bound lies from a value; very far where it is the value itself."""
    other = truth_text(negation(value.equals(Ratio.of(bound))), cells)
    return f"IF({other},ABS({loose}-{float_text(bound)}),{FAR})"


def _apart_from_step(loose: str, grid: Grid, value: Ratio, cells: Cells) -> str:
    """Write how far the next step lies from a value; very far where it is on one."""
    steps = f"({loose}-{float_text(grid.origin)})/{float_text(grid.step)}"
    counted = (value - Ratio.of(grid.origin)) * Ratio.of(1 / grid.step)
    whole = same(times(floor(counted.above, counted.below), counted.below), counted.above)
    between = truth_text(negation(whole), cells)
    return f"IF({between},ABS({steps}-ROUND({steps},0))*{float_text(abs(grid.step))},{FAR})"
