"""One piece of work in several shares, each in a process of its own; this one does the first.

Processes are forked before anything is read, so that no thread of a library holds a lock in them. Each hands its share
back when it is done. SIGINT is blocked in them: Ctrl-C is their parent's, who ends them.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")


def in_shares(count: int, do: Callable[[int], T]) -> list[T]:
    """Give what each share comes to, in order; raises what this process's share does.

    A share whose process is lost, or fails, is done here: what is wrong then shows.
    """
    started = [_started(do, number) for number in range(1, count)]
    try:
        found = [do(0)]
        for number in range(1, count):
            done = _received(started[number - 1])
            found.append(done[0] if done else do(number))
        return found
    finally:
        for process, ours in filter(None, started):
            process.kill()
            process.join()
            ours.close()


def _started(do: Callable[[int], Any], number: int) -> tuple[BaseProcess, Connection] | None:
    """Fork a process for a share; None where there is no room for it."""
    import multiprocessing

    fork = multiprocessing.get_context("fork")
    ours, theirs = fork.Pipe(False)
    process = fork.Process(target=_work, args=(theirs, do, number), daemon=True)
    masked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    except OSError:
        ours.close()
        return None
    finally:
        theirs.close()
        signal.pthread_sigmask(signal.SIG_SETMASK, masked)
    return process, ours


def _received(started: tuple[BaseProcess, Connection] | None) -> tuple[Any, ...]:
    """Give what a process hands back; nothing where it is lost, or never was."""
    try:
        found: tuple[Any, ...] = () if started is None else started[1].recv()
    except (EOFError, OSError):
        return ()
    return found


def _work(theirs: Connection, do: Callable[[int], Any], number: int) -> None:
    """Do a share and hand it back; leave nothing behind: what is open here is the parent's."""
    try:
        theirs.send((do(number),))
    except Exception:  # noqa: BLE001 the parent does it again, and says what is wrong
        theirs.send(())
    finally:
        theirs.close()
        os._exit(0)
