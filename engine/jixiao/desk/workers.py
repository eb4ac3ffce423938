"""The same work on many things, by several processes, in order.

Workers are forked once their parent is warm: they have everything it has read, and start at once.
They take only numbers of things and give finished work, over pipes; no shared memory is needed.
SIGINT is blocked in them, so that Ctrl-C is their parent's alone, who ends them at once.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from jixiao.dataclass import dataclass, field

S = TypeVar("S")
T = TypeVar("T")

CHUNK = 8
"""Things that a worker takes at a time: enough that sending costs nothing, few enough that all end together."""

CHUNKS_AHEAD = 4
"""For each worker, the chunks that may be under way or wait for an earlier one. Keeps memory flat."""


@dataclass(slots=True)
class _Worker:
    process: multiprocessing.process.BaseProcess
    pipe: Connection
    chunk: tuple[int, ...] = ()
    """The numbers it is working on."""


@dataclass(slots=True)
class Workers(Generic[S, T]):
    """Forked processes that do one kind of work on things; `with` ends them, whatever happens.

    `lost` gives what stands for the work on a thing that ends the process it is done in.
    """

    things: Sequence[S]
    do: Callable[[S], T]
    lost: Callable[[S], T]
    count: int
    _workers: list[_Worker] = field(init=False, default_factory=list)

    def __enter__(self) -> Workers[S, T]:
        """Start all; raises OSError where the system has no room for them."""
        try:
            for _ in range(self.count):
                self._start()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def results(self) -> Iterator[T]:
        """Give the work on each thing, in order."""
        numbers = range(len(self.things))
        waiting = deque(tuple(numbers[start : start + CHUNK]) for start in numbers[::CHUNK])
        ahead = CHUNK * CHUNKS_AHEAD * self.count
        done: dict[int, T] = {}
        for number in numbers:
            while number not in done:
                self._hand_out(waiting, number + ahead)
                for worker in self._ready():
                    self._take(worker, waiting, done)
            yield done.pop(number)

    def _hand_out(self, waiting: deque[tuple[int, ...]], before: int) -> None:
        for worker in self._workers:
            if not worker.chunk and waiting and waiting[0][0] < before:
                worker.chunk = waiting.popleft()
                with contextlib.suppress(OSError):  # it is gone: taking its work will tell
                    worker.pipe.send(worker.chunk)

    def _ready(self) -> list[_Worker]:
        ready = wait([worker.pipe for worker in self._workers if worker.chunk])
        return [worker for worker in self._workers if worker.pipe in ready]

    def _take(self, worker: _Worker, waiting: deque[tuple[int, ...]], done: dict[int, T]) -> None:
        """Take what a worker has done; one that is gone is replaced, and its things are done one by one."""
        try:
            done.update(zip(worker.chunk, worker.pipe.recv(), strict=True))
            worker.chunk = ()
        except (EOFError, OSError):
            self._workers.remove(worker)
            worker.process.join()
            if len(worker.chunk) == 1:
                done[worker.chunk[0]] = self.lost(self.things[worker.chunk[0]])
            else:
                waiting.extendleft((number,) for number in reversed(worker.chunk))
            self._start()

    def _start(self) -> None:
        """Fork one worker, which never sees a SIGINT."""
        fork = multiprocessing.get_context("fork")
        ours, theirs = fork.Pipe()
        inherited = (ours, *(worker.pipe for worker in self._workers))
        process = fork.Process(target=_work, args=(theirs, inherited, self.things, self.do), daemon=True)
        masked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            process.start()
        finally:
            theirs.close()
            signal.pthread_sigmask(signal.SIG_SETMASK, masked)
        self._workers.append(_Worker(process, ours))

    def _end(self) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()
        self._workers.clear()


def _work(
    pipe: Connection, inherited: Sequence[Connection], things: Sequence[Any], do: Callable[[Any], Any]
) -> None:
    """Do chunks until the parent is gone, and leave nothing behind: what is open here is the parent's.

    Ends of pipes that are the parent's are closed first, or nobody would see that it is gone.
    """
    try:
        for other in inherited:
            other.close()
        while True:
            pipe.send([do(things[number]) for number in pipe.recv()])
    finally:
        os._exit(0)
