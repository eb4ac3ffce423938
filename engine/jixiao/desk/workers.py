"""The same work on many things, by several processes, in order.

Workers are forked once their parent is warm: they have everything it has read, and start at once.
They take only numbers of things and give finished work, over pipes; no shared memory is needed.
What that takes is imported when the first is started, so that a single case need not wait for it.
SIGINT is blocked in them, so that Ctrl-C is their parent's alone, who ends them at once.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from jixiao.dataclass import dataclass, field

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess


S = TypeVar("S")
T = TypeVar("T")

CHUNK = 4
"""Things that a worker takes at a time: enough that sending costs nothing, few enough that all end together."""

QUEUED = 2
"""Chunks that a worker has at hand: the next one waits in the pipe, so that it need not wait for its parent."""

CHUNKS_AHEAD = 8
"""For each worker, the chunks that may be under way or wait for an earlier one. Keeps memory flat."""

PIPE_BYTES = 1 << 20
"""Room for finished work in a pipe, so that workers go on while their parent is busy; Linux gives no more."""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    orders: Connection
    results: Connection
    chunks: deque[tuple[int, ...]] = field(default_factory=deque)
    """The numbers it is working on, and those it takes next."""

    def end(self) -> None:
        """End it, and close what led to it."""
        self.process.kill()
        self.process.join()
        self.orders.close()
        self.results.close()


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
                if not self._workers:
                    done[number] = self.do(self.things[number])
                    break
                self._hand_out(waiting, number + ahead)
                for worker in self._ready():
                    self._take(worker, waiting, done)
            yield done.pop(number)

    def _hand_out(self, waiting: deque[tuple[int, ...]], before: int) -> None:
        for queued in range(QUEUED):
            for worker in self._workers:
                if len(worker.chunks) == queued and waiting and waiting[0][0] < before:
                    worker.chunks.append(waiting.popleft())
                    with contextlib.suppress(OSError):  # it is gone: taking its work will tell
                        worker.orders.send(worker.chunks[-1])

    def _ready(self) -> list[_Worker]:
        from multiprocessing.connection import wait

        ready = wait([worker.results for worker in self._workers if worker.chunks])
        return [worker for worker in self._workers if worker.results in ready]

    def _take(self, worker: _Worker, waiting: deque[tuple[int, ...]], done: dict[int, T]) -> None:
        """Take what a worker has done; one that is gone is replaced, and its things are done one by one."""
        try:
            done.update(zip(worker.chunks[0], worker.results.recv(), strict=True))
            worker.chunks.popleft()
        except (EOFError, OSError):
            chunk, *later = worker.chunks
            waiting.extendleft(reversed(later))
            if len(chunk) == 1:
                done[chunk[0]] = self.lost(self.things[chunk[0]])
            else:
                waiting.extendleft((number,) for number in reversed(chunk))
            self._workers.remove(worker)
            worker.end()
            with contextlib.suppress(OSError):  # no room: those that are left go on
                self._start()

    def _start(self) -> None:
        """Fork one worker, which never sees a SIGINT."""
        import fcntl
        import multiprocessing

        fork = multiprocessing.get_context("fork")
        (their_orders, orders), (results, their_results) = fork.Pipe(False), fork.Pipe(False)
        with contextlib.suppress(OSError):
            fcntl.fcntl(results.fileno(), fcntl.F_SETPIPE_SZ, PIPE_BYTES)
        ours = [
            orders,
            results,
            *(end for worker in self._workers for end in (worker.orders, worker.results)),
        ]
        process = fork.Process(
            target=_work, args=(their_orders, their_results, ours, self.things, self.do), daemon=True
        )
        masked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            process.start()
        finally:
            their_orders.close()
            their_results.close()
            signal.pthread_sigmask(signal.SIG_SETMASK, masked)
        self._workers.append(_Worker(process, orders, results))

    def _end(self) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.end()
        self._workers.clear()


def _work(
    orders: Connection,
    results: Connection,
    inherited: Sequence[Connection],
    things: Sequence[Any],
    do: Callable[[Any], Any],
) -> None:
    """Do chunks until the parent is gone, and leave nothing behind: what is open here is the parent's.

    Ends of pipes that are the parent's are closed first, or nobody would see that it is gone.
    """
    try:
        for end in inherited:
            end.close()
        while True:
            results.send([do(things[number]) for number in orders.recv()])
    finally:
        os._exit(0)
