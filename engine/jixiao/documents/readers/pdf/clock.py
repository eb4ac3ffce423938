"""How long a file may be read: asked after each glyph, and an alarm for loops that ask nobody."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class TookTooLong(BaseException):
    """The time is up. No `Exception`: libraries that pass over whatever goes wrong would pass over it too."""


class Clock:
    """Counts down from when it is made."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        """Raise TookTooLong when the time is up."""
        if time.monotonic() > self._end:
            raise TookTooLong


@contextmanager
def alarm_after(seconds: float) -> Iterator[None]:
    """Raise TookTooLong in the block after so long, where a thread can be interrupted: in the main one.

    Stops loops inside pdfminer that never come to a glyph, such as a character map with ranges of a billion.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or not hasattr(signal, "setitimer") or signal.getitimer(signal.ITIMER_REAL)[0]:
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(*_: object) -> None:
    raise TookTooLong
