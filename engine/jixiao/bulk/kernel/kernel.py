"""A table's program run as machine code over the rows of a frame, on all cores."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import numpy as np

from jixiao.bulk.frame import Frame, Points, Scores
from jixiao.bulk.kernel.compiled import compiled
from jixiao.bulk.kernel.source import Source, source_of
from jixiao.bulk.program import Amount, TableProgram
from jixiao.bulk.totals import added_up, grades_of
from jixiao.bulk.whole import Column, Const
from jixiao.dataclass import dataclass

if TYPE_CHECKING:
    from jixiao.bulk.frame import Counts, Truths

ALONE = 32_768
"""Up to so many rows one core is done before another has begun."""
SHARE = 65_536
"""Rows that a core takes at a time."""
LINE = 64
"""Bytes at which an output begins: a line of the processor's memory, which no two cores write to."""


class Room:
    """Where outputs are written: one piece of memory, used again where the scores before are done with.

    Many small pieces would cost more than the scores: every page of memory is cleared when it is first touched.
    """

    def __init__(self) -> None:
        self._memory = np.empty(0, np.uint8)

    def outputs(self, count: int, dtypes: Mapping[str, str]) -> dict[str, Counts]:
        """Give an array of so many numbers for each output; earlier ones are void then."""
        sizes = {name: -(-count * np.dtype(one).itemsize // LINE) * LINE for name, one in dtypes.items()}
        wanted = sum(sizes.values()) + LINE
        if self._memory.nbytes < wanted:
            self._memory = np.empty(wanted, np.uint8)
        start = -self._memory.ctypes.data % LINE
        found: dict[str, Counts] = {}
        for name, dtype in dtypes.items():
            size = count * np.dtype(dtype).itemsize
            found[name] = self._memory[start : start + size].view(dtype)
            start += sizes[name]
        return found


class Kernel:
    """A program made ready to score the rows of frames. `cores`: how many are used."""

    def __init__(self, program: TableProgram, cores: int) -> None:
        self._program = program
        self._cores = cores
        self._others = ThreadPoolExecutor(cores - 1) if cores > 1 else None
        self._ready: dict[bool, Ready] = {}

    def score(self, frame: Frame, room: Room | None = None) -> Scores:
        """Score rows; into a room that was used before, where nobody looks at those scores any more.

        The numbers that come out are as short as they can be: int8, int16 or int32 where those hold every score. Low
        and high are the same array where the table gives one score.
        """
        ready = self._ready_for(all_known=all(bool(one.all()) for one in frame.known.values()))
        outputs = (room or Room()).outputs(frame.count, ready.source.outputs)
        arguments = (*_given(ready.source, frame), *outputs.values())
        if self._others is None or frame.count <= ALONE:
            ready.run(*arguments, 0, frame.count)
        else:
            self._share(ready, arguments, frame.count)
        return _Reading(self._program, ready.source, frame, outputs).scores()

    def _ready_for(self, *, all_known: bool) -> Ready:
        if all_known not in self._ready:
            source = source_of(self._program, all_known=all_known)
            self._ready[all_known] = Ready(source, compiled(source))
        return self._ready[all_known]

    def _share(self, ready: Ready, arguments: tuple[Any, ...], count: int) -> None:
        """Score the rows share by share, whichever core is free."""
        assert self._others is not None
        shares = iter(range(0, count, SHARE))

        def work() -> None:
            for first in shares:
                ready.run(*arguments, first, min(first + SHARE, count))

        others = [self._others.submit(work) for _ in range(self._cores - 1)]
        work()
        for one in others:
            one.result()


@dataclass(frozen=True, slots=True)
class Ready:
    """A function, and what its arguments are."""

    source: Source
    run: Callable[..., None]


def _given(source: Source, frame: Frame) -> Iterator[Counts | Truths]:
    for name in source.columns:
        yield np.ascontiguousarray(frame.columns[name], np.int64)
    every = np.ones(frame.count, np.bool_) if source.known else None
    for name in source.known:
        known = frame.known.get(name)
        assert every is not None
        yield every if known is None else np.ascontiguousarray(known)


class _Reading:
    """What came out, by the names of the program."""

    def __init__(
        self, program: TableProgram, source: Source, frame: Frame, outputs: Mapping[str, Counts]
    ) -> None:
        self._program, self._source, self._frame, self._outputs = program, source, frame, outputs

    def scores(self) -> Scores:
        program, frame = self._program, self._frame
        points = {one: self._points(one) for rule in program.rules for one in (rule.low, rule.high)}
        low = added_up([self._points(one) for one in program.low])
        high = low if program.high == program.low else added_up([self._points(one) for one in program.high])
        engine = self._column(program.engine)
        return Scores(
            [points[rule.low] for rule in program.rules],
            [points[rule.high] for rule in program.rules],
            [self._column(rule.why) for rule in program.rules],
            low,
            high,
            self._column(program.grades) if program.grades else grades_of(program.ruleset, low, high),
            frame.engine if engine.strides == (0,) and not engine[:1].any() else frame.engine | (engine != 0),
        )

    def _points(self, amount: Amount) -> Points:
        below = self._column(amount.below) if amount.below else self._program.unit
        return Points(self._column(amount.above), below)

    def _column(self, name: str) -> Counts:
        while name in self._source.stands_for:
            one = self._source.stands_for[name]
            if isinstance(one, Const):
                return np.broadcast_to(np.int64(one.value), self._frame.count)
            assert isinstance(one, Column)
            name = one.name
        return self._outputs[name] if name in self._outputs else self._frame.columns[name]
