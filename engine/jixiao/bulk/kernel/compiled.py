"""The text of a function → machine code, kept in the user's cache folder for the next run of the same table."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys
from collections.abc import Callable
from pathlib import Path
from pickle import PickleError
from types import ModuleType

from jixiao.bulk.kernel.source import FUNCTION, Source
from jixiao.kept.keeper import digest_of, kept_folder

_BROKEN = (OSError, EOFError, ImportError, ValueError, LookupError, AttributeError, RuntimeError, PickleError)
"""What numba may raise over files that are cut short, or those of another numba."""
MOST_KEPT = 60
"""Modules kept; of more, those written first are deleted, with their machine code."""


def compiled(source: Source) -> Callable[..., None]:
    """Compile a function, or take it as it was compiled before.

    numba keeps machine code beside the file that a function stands in, by the processor it is for; so the text becomes
    such a file. Where there is no folder to keep it in, or what is kept is broken, it is compiled for this run.
    """
    folder = kept_folder()
    path = None if folder is None else _written(folder / "kernels", source.module)
    try:
        module = _loaded(path) if path else _passing(source.module)
    except _BROKEN:
        module = _passing(source.module)
    found: Callable[..., None] = getattr(module, FUNCTION)
    return found


def _written(folder: Path, text: str) -> Path | None:
    """Give the file with a text, which is written where it is not there; None where that can't be."""
    path = folder / f"table_{digest_of((text,))[:32]}.py"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists() or path.read_text("utf-8") != text:
            _make_room(folder)
            beside = path.with_suffix(f".{os.getpid()}")
            beside.write_text(text, "utf-8")
            beside.replace(path)
    except OSError:
        return None
    return path


def _make_room(folder: Path) -> None:
    files = sorted(folder.glob("table_*.py"), key=lambda one: one.stat().st_mtime)
    for path in files[: max(len(files) - MOST_KEPT + 1, 0)]:
        for one in (path, *(folder / "__pycache__").glob(f"{path.stem}.*")):
            with contextlib.suppress(OSError):
                one.unlink()


def _loaded(path: Path) -> ModuleType:
    """Give the module in a file, by whose name numba finds it again when it takes up what it kept."""
    spec = importlib.util.spec_from_file_location(f"jixiao_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _passing(text: str) -> ModuleType:
    """Give the module of a text that stands in no file."""
    module = ModuleType("table")
    exec(text.replace(", cache=True", ""), module.__dict__)  # noqa: S102 — written by `source`, of whole numbers only
    return module
