"""A report into a file: whole, or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

ENCODING_ERRORS = "backslashreplace"
"""File names need not be UTF-8; in JSON this gives a valid escape."""


def write_whole(path: Path, text: str) -> None:
    """Write a UTF-8 file whole or not at all; raises OSError."""
    write_bytes_whole(path, text.encode("utf-8", ENCODING_ERRORS))


def write_bytes_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, as `whole_file` does; raises OSError."""
    with whole_file(path) as stream:
        stream.write(data)


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file beside its place to write to, which is put there in one step in the end.

    A device or a pipe is written to as it is; a link is followed. Raises OSError. Whatever is
    raised inside or here, what was there before is still there, and nothing stays beside it.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".tmp")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        beside.chmod(_mode(target))
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _mode(target: Path) -> int:
    """Give the permissions that the file has, or that a new one gets."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
