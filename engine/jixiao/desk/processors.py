"""Whether several processes may work here, and on how many processors; loading this loads no multiprocessing."""

from __future__ import annotations

import os
import sys
import threading


def can_fork() -> bool:
    """Whether this process may be forked as it is: not where threads or system libraries hold locks."""
    return sys.platform == "linux" and threading.active_count() == 1


def usable_processors() -> int:
    """Give how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
