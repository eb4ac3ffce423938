"""Who keeps what is understood: files in the user's cache folder, or nobody.

A file is named by what it holds, a digest of the texts that it was made of, and the engine. Whatever is wrong with it
(gone, cut short, of another engine), what it holds is made anew. Nothing of a case is ever kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from jixiao.kept.codec import Codec

T = TypeVar("T")

SWITCH = "JIXIAO_CACHE"
"""An environment variable: `off` keeps nothing; anything else names the folder."""
OFF = "off"
MOST_FILES = 100
"""Files kept; of more, those written first are deleted."""
MOST_BYTES = 64 << 20
"""Size of the largest file that is read; what a table is made ready to takes some 20 kB."""

_UNREADABLE = (OSError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What reading a file that is not ours, or decoding it, may raise."""


class Keeper(Protocol):
    """Keeps values, or does not."""

    def recall(self, kind: str, key: Callable[[], str], classes: Sequence[type], make: Callable[[], T]) -> T:
        """Give what is kept under a key, or make it and keep it.

        `key` tells everything that the value depends on; it is asked again after the value was made, which is only
        kept where it still says the same. `classes`: those of the value. Raises what `make` raises.
        """


class Forgetful:
    """Keeps nothing."""

    def recall(self, kind: str, key: Callable[[], str], classes: Sequence[type], make: Callable[[], T]) -> T:
        return make()


FORGETFUL = Forgetful()


class Cache:
    """Keeps values in files of a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._engine = engine_digest()

    def recall(self, kind: str, key: Callable[[], str], classes: Sequence[type], make: Callable[[], T]) -> T:
        given, codec = key(), Codec(classes)
        path = self._folder / f"{kind}-{digest_of((self._engine, given))[:32]}.json"
        with contextlib.suppress(*_UNREADABLE):
            kept: T = codec.decode(_read(path))
            return kept
        value = make()
        if key() == given:
            with contextlib.suppress(
                *_UNREADABLE
            ):  # a full disk, or a class that is not listed (tests say so)
                _write(
                    path,
                    json.dumps(codec.encode(value), ensure_ascii=False, separators=(",", ":")),
                )
        return value


def open_keeper() -> Keeper:
    """Give what keeps values for this user; nobody where that is switched off, or there is no folder for it."""
    try:
        folder = kept_folder()
        return FORGETFUL if folder is None else Cache(folder)
    except OSError:
        return FORGETFUL


def kept_folder() -> Path | None:
    """Give the folder in which things are kept for this user; None where that is switched off, or there is none."""
    said = os.environ.get(SWITCH, "")
    if said == OFF:
        return None
    try:
        return Path(said) if said else _user_folder()
    except RuntimeError:  # no home
        return None


def _user_folder() -> Path:
    """Give the folder for what programs of this user may lose."""
    home = os.environ.get("XDG_CACHE_HOME") or (os.environ.get("LOCALAPPDATA") if os.name == "nt" else None)
    return (Path(home) if home else Path.home() / ".cache") / "jixiao"


def digest_of(texts: Iterable[str]) -> str:
    """Give one digest for texts in their order."""
    digest = hashlib.sha256()
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()


def digest_of_files(paths: Iterable[Path]) -> str:
    """Give one digest for files, by where they are and what is in them; one that can't be read by that."""
    digest = hashlib.sha256()
    for path in paths:
        try:
            # a pipe is never read: it might give nothing for ever
            data = path.read_bytes() if stat.S_ISREG(path.stat().st_mode) else b"-"
        except OSError as error:
            data = str(error.errno).encode()
        head = os.fsencode(path)
        digest.update(b"%d:%d:" % (len(head), len(data)) + head + data)
    return digest.hexdigest()


def engine_digest(root: str = os.path.dirname(os.path.dirname(__file__))) -> str:  # noqa: PTH120 — paths cost time here
    """Give a digest of this engine: its files, as Python tells whether they changed, and the Python that runs it."""
    return digest_of((sys.version, repr(sorted(_files(root)))))


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    """Yield every file of the engine but bytecode: where it is, when it was written, and its size."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                found = entry.stat()
                yield entry.path, found.st_mtime_ns, found.st_size


def _read(path: Path) -> dict[str, object]:
    """Read what was written under this name; raises ValueError where it is not whole, or another's."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > MOST_BYTES:
        raise ValueError("not ours")
    head, _, text = path.read_text(encoding="utf-8").partition("\n")
    if head != digest_of((path.name, text)):
        raise ValueError("not whole")
    kept: dict[str, object] = json.loads(text)
    return kept


def _write(path: Path, text: str) -> None:
    """Write beside its place, then put it there in one step; raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        beside.write_text(f"{digest_of((path.name, text))}\n{text}", encoding="utf-8")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    _delete_oldest(path.parent)


def _delete_oldest(folder: Path) -> None:
    files = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime_ns)
    for file in files[:-MOST_FILES]:
        file.unlink(missing_ok=True)
