"""Reports into files: whole, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

ENCODING_ERRORS = "backslashreplace"
"""File names need not be UTF-8; in JSON this gives a valid escape."""

LEFT_OVER = ".tmp"
_RANDOM = re.compile(r"[a-z0-9_]{8}" + re.escape(LEFT_OVER))
"""How the file beside a place ends, after the prefix: as tempfile names it."""
SURELY_DEAD = 24 * 60 * 60
"""Seconds after which nobody writes to a file beside its place any more; the longest runs take an hour."""


def write_whole(path: Path, text: str) -> None:
    """Write a UTF-8 file whole or not at all; raises OSError."""
    write_bytes_whole(path, text.encode("utf-8", ENCODING_ERRORS))


def write_bytes_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, as `whole_file` does; raises OSError."""
    with whole_file(path) as stream:
        stream.write(data)


def write_new(path: Path, content: str | bytes) -> bool:
    """Write a file, texts as UTF-8, whole where there is none; false where one is there by now. Raises OSError."""
    data = content if isinstance(content, bytes) else content.encode("utf-8", ENCODING_ERRORS)
    if path.exists() and not path.is_file():
        write_bytes_whole(path, data)  # a device or a pipe
        return True
    beside = _write_beside(path, data)
    try:
        os.link(beside, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links: the name is taken first
        path.open("xb").close()
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return True


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
    with _beside(target) as (beside, stream):
        yield stream
        stream.close()
        beside.replace(target)


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
    with _beside(target) as (beside, stream):
        stream.write(data)
    return beside


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """Give a new file next to a place, open to be written, and where it is; nothing stays of it where something is raised."""
    prefix = f".{target.name[:40]}."
    _clear_left_over(target.parent, prefix)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=prefix, suffix=LEFT_OVER)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            beside.chmod(_mode(target))
            yield beside, stream
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _clear_left_over(folder: Path, prefix: str) -> None:
    """Take away what killed runs left beside this place; what can't be taken away stays."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if _RANDOM.fullmatch(path.name.removeprefix(prefix)) and path.name.startswith(prefix):
                with contextlib.suppress(OSError):
                    if time.time() - path.lstat().st_mtime > SURELY_DEAD:
                        path.unlink()


def _mode(target: Path) -> int:
    """Give the permissions that the file has, or that a new one gets."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
