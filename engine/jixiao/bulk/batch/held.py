"""One run at a time over a folder of finished chunks: two would write into one another's files."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

LOCK = "lock"
"""The file that the run over a folder holds. It is let go however the run ends."""
_HELD = (errno.EACCES, errno.EAGAIN)


@contextmanager
def held(folder: Path) -> Iterator[bool]:
    """Make a folder, if it is not there, and hold it; give False where another process does. Raises OSError."""
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / LOCK).open("ab") as file:
            if not _locked(file):
                yield False
                return
            if _is_still_there(file, folder / LOCK):
                yield True
                return


def _is_still_there(file: BinaryIO, path: Path) -> bool:
    """Whether a lock is that of the folder: the run before may have taken folder and lock away meanwhile."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _locked(file: BinaryIO) -> bool:
    """Lock a file, where the system can. Processes that are forked do not hold it."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        return problem.errno not in _HELD
    return True
