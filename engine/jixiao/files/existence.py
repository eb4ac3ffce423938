"""Which files there are: what can't be a path at all is not there; what may not be looked at is told by its reader."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path


def is_file(path: Path) -> bool:
    """Whether there is a file; no for a name that is too long, or in a closed folder."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether there is a folder; no for a name that is too long, or in a closed folder."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


PEEKED_BYTES = 64_000
"""How much of a file is looked at to tell what it is. Keeps a folder of large files quick."""


def start_of(path: Path) -> bytes | None:
    """Give the first bytes of a file; None where it can't be read, or is a pipe that might never give any."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as stream:
            return stream.read(PEEKED_BYTES)
    except (OSError, ValueError):
        return None


def is_closed(folder: Path) -> bool:
    """Whether a folder is there and may not be looked into."""
    return is_folder(folder) and not os.access(
        folder, os.R_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids
    )


def yaml_files(folder: Path, *, below: bool = False, without: Collection[str] = ()) -> list[Path]:
    """Give every YAML file in a folder, sorted; with `below` those of its folders too, but for some by name.

    Stands for what is in it: a folder that may not be looked into, which whoever reads it is then told.
    """
    found = []
    for parent, folders, names in walk(folder):
        found += [parent / name for name in (*folders, *names) if name.endswith((".yaml", ".yml"))]
        found += [parent] if is_closed(parent) else []
        folders[:] = [name for name in folders if below and not (parent == folder and name in without)]
    return sorted(found)


def walk(folder: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Yield a folder and those below, each with its folders, from which some may be taken, and its files.

    Hidden folders are passed over; closed ones come, with nothing in them.
    """
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield Path(parent), folders, names
    for error in closed:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            yield Path(error.filename), [], []
