"""A program → the text of a function that numba compiles: blocks of rows, in each one small loop an indicator.

What lets LLVM make vector code of the loops: indexes without a sign, no branches, no whole-number division, few arrays
in a loop. What a later loop asks for stands in the outputs, or in a scratch of one block; both are near the processor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from jixiao.bulk.columns import Range
from jixiao.bulk.kernel.lines import Lines
from jixiao.bulk.making import MOST, limits_of
from jixiao.bulk.program import Step, TableProgram
from jixiao.bulk.simpler import Reaches, Simpler
from jixiao.bulk.whole import Column, Const, Whole, asked
from jixiao.dataclass import dataclass

BLOCK = 2048
"""Rows at a time: the columns that several indicators share stay near the processor."""
FUNCTION = "score"
HEAD = f'''"""A table of points as loops over rows. Made by jixiao from the table, and made anew when it changes."""

import numpy as np
from numba import boolean, int8, int16, int32, int64, njit, types, uint64
from numba.extending import intrinsic

BLOCK = np.uint64({BLOCK})
ONE = np.uint64(1)


@intrinsic
def pick(typingctx, when, then, otherwise):
    """One or the other, both of which are worked out."""
    number = types.int64
    return number(types.boolean, number, number), lambda context, builder, sig, args: builder.select(*args)


@njit(error_model="numpy", nogil=True, inline="always")
def floor_of(above, below):
    """How often one goes into the other, which is more than 0; exact below 2⁵⁰.

    A quotient of floats is less than one half off there, so that its floor is right or one beside it.
    """
    count = np.int64(np.floor(np.float64(above) / np.float64(below)))
    left = above - count * below
    return count - (left < 0) + (left >= below)


@njit(error_model="numpy", nogil=True, inline="always")
def far_floor_of(above, below):
    """The same, exact up to 2⁶²: what a quotient of floats leaves is divided once more."""
    first = np.int64(np.float64(above) / np.float64(below))
    left = above - first * below
    count = np.int64(np.floor(np.float64(left) / np.float64(below)))
    left -= count * below
    return first + count - (left < 0) + (left >= below)

'''
COLUMN = "types.Array(int64, 1, 'C', readonly=True)"
KNOWN = "types.Array(boolean, 1, 'C', readonly=True)"
WIDTHS = (("int8", 2**7), ("int16", 2**15), ("int32", 2**31), ("int64", 2**63))


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a module with one function.

    Its arguments are columns, which rows have them, outputs, and from which row to which. `outputs`: the type of each.
    `stands_for`: what a step that is asked for is where it is no output itself, a number or another column.
    """

    head: str
    text: str
    columns: tuple[str, ...]
    known: tuple[str, ...]
    outputs: Mapping[str, str]
    stands_for: Mapping[str, Whole]

    @property
    def module(self) -> str:
        """The whole text."""
        return self.head + self.text


def source_of(program: TableProgram, *, all_known: bool) -> Source:
    """Write the function of a program. `all_known`: for rows of which none lacks anything."""
    simpler = Simpler(limits_of(program), all_known=all_known)
    return _Writing(program, simpler.steps(program.steps), simpler.ranges).source()


def asked_for(program: TableProgram) -> tuple[str, ...]:
    """Give the steps that whoever runs a program reads off, each once."""
    amounts = [one for rule in program.rules for one in (rule.low, rule.high)]
    amounts += [*program.low, *program.high]
    names = [name for one in amounts for name in (one.above, one.below)]
    names += [*(rule.why for rule in program.rules), program.grades, program.engine]
    steps = {step.name for step in program.steps}
    return tuple(name for name in dict.fromkeys(names) if name in steps)


class _Writing:
    def __init__(self, program: TableProgram, steps: Sequence[Step], ranges: Mapping[str, Range]) -> None:
        self._program, self._ranges = program, ranges
        self._bounds = Reaches(ranges)
        self._steps = {step.name: step.whole for step in steps}
        self._stands_for = {name: one for name, one in self._steps.items() if isinstance(one, Const | Column)}
        self._needed = self._all_needed()
        outputs = {self._real(name) for name in asked_for(program)}
        self._outputs = [name for name in self._steps if name in outputs]

    def source(self) -> Source:
        loops = self._loops()
        at = {name: place for place, loop in enumerate(loops) for name in loop}
        needs = {name: asked(self._steps[name]) for name in at}
        later = {
            one for name in at for one in needs[name].columns if one in at and at[one] != at[name]
        } - set(self._outputs)
        columns = _ordered(one for name in at for one in needs[name].columns if one not in self._steps)
        known = _ordered(one for name in at for one in needs[name].known)
        scratch = [name for name in self._steps if name in later]
        kept = {name: f"o{place}[i]" for place, name in enumerate(self._outputs)}
        kept |= {name: f"s{place}[i - first]" for place, name in enumerate(scratch)}
        read = {name: f"c{place}[i]" for place, name in enumerate(columns)}
        read |= {name: f"np.int64({where})" for name, where in kept.items()}
        has = {name: f"k{place}[i]" for place, name in enumerate(known)}
        body: list[str] = []
        for loop in loops:
            lines = Lines(read, has, self._bounds)
            for name in loop:
                value = lines.put(name, self._steps[name])
                if name in kept:
                    lines.lines.append(f"{kept[name]} = {value}")
            body += ["for i in range(first, end, ONE):", *(f"    {line}" for line in lines.lines)]
        outputs = {name: _dtype(self._ranges[name]) for name in self._outputs}
        text = _function(len(columns), len(known), list(outputs.values()), len(scratch), body)
        return Source(HEAD, text, columns, known, outputs, self._stands_for)

    def _real(self, name: str) -> str:
        """Give the step or column that a step stands for."""
        while isinstance(found := self._stands_for.get(name), Column):
            name = found.name
        return name

    def _all_needed(self) -> set[str]:
        needed: set[str] = set()
        left = list(asked_for(self._program))
        while left:
            name = left.pop()
            if name in self._steps and name not in needed:
                needed.add(name)
                left += asked(self._steps[name]).columns
        return needed - self._stands_for.keys()

    def _loops(self) -> list[list[str]]:
        """Give the steps that are needed as they are worked out together: those of an indicator, then the rest."""
        ends = {rule.why for rule in self._program.rules}
        loops: list[list[str]] = [[]]
        for name in self._steps:
            if name in self._needed:
                loops[-1].append(name)
            if name in ends:
                loops.append([])
        return [loop for loop in loops if loop]


def _function(columns: int, known: int, outputs: Sequence[str], scratch: int, body: Sequence[str]) -> str:
    kinds = [COLUMN] * columns + [KNOWN] * known + [f"{one}[::1]" for one in outputs]
    names = [f"c{one}" for one in range(columns)] + [f"k{one}" for one in range(known)]
    names += [f"o{one}" for one in range(len(outputs))]
    return "\n".join(
        [
            "",
            f'@njit(types.void({", ".join([*kinds, "uint64", "uint64"])}), error_model="numpy", nogil=True, cache=True)',
            f"def {FUNCTION}({', '.join([*names, 'low', 'high'])}):",
            *(f"    s{one} = np.empty(BLOCK, np.int64)" for one in range(scratch)),
            "    for first in range(low, high, BLOCK):",
            "        end = first + BLOCK",
            "        if end > high:",
            "            end = high",
            *(f"        {line}" for line in body or ["pass"]),
            "",
        ]
    )


def _ordered(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _dtype(reach: Range) -> str:
    size = max(-reach.low - 1, reach.high)
    assert size < MOST * 2
    return next(name for name, most in WIDTHS if size < most)
