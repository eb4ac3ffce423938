"""Reports into files: whole, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
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


def write_all_whole(files: Mapping[Path, str]) -> None:
    """Write UTF-8 files, all of them or none, with the folders they go into; raises OSError.

    Each is written beside its place first; putting them there then takes no more room.
    """
    waiting: dict[Path, Path] = {}
    made: list[Path] = []
    try:
        for path, text in files.items():
            made += (folder for folder in reversed(path.parents) if not folder.exists())
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            target = Path(os.path.realpath(path))
            waiting[target] = _write_beside(target, text.encode("utf-8", ENCODING_ERRORS))
        for target, beside in waiting.items():
            beside.replace(target)
    except BaseException:
        for beside in waiting.values():
            beside.unlink(missing_ok=True)
        for folder in reversed(made):
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _write_beside(target: Path, data: bytes) -> Path:
    """Write a file next to its place, and give where it is; raises OSError, leaving nothing."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".tmp")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        beside.chmod(_mode(target))
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    return beside


def _mode(target: Path) -> int:
    """Give the permissions that the file has, or that a new one gets."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
