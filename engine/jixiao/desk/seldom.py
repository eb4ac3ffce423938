"""Garbage looked for seldom while many cases are checked."""

from __future__ import annotations

import gc
import threading

OBJECTS = 50_000
"""Objects made before Python looks for circles of garbage: those of some cases. Usually 700."""


class Seldom:
    """Looks for circles of garbage seldom, and never among what is there for good: a case leaves few.

    Whoever comes last puts it back as it was: threads may check at once, and their program may have said otherwise.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self._before = (0, 0, 0)
        self._froze = False

    def __enter__(self) -> None:
        with self._lock:
            self._inside += 1
            if self._inside == 1:
                self._before, self._froze = gc.get_threshold(), not gc.get_freeze_count()
                if self._froze:
                    gc.freeze()
                gc.set_threshold(OBJECTS, *self._before[1:])

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if not self._inside:
                gc.set_threshold(*self._before)
                if self._froze:
                    gc.unfreeze()


SELDOM = Seldom()
"""For all that is checked in this process."""
