"""Progress on a terminal, where there is enough to do that people wait for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

from jixiao.cli import messages

MIN_CASES = 20
"""Fewer cases are done before a bar would be read."""

T = TypeVar("T")


def with_progress(files: Sequence[T], doing: str = messages.PROGRESS) -> Iterator[T]:
    """Give files, or whatever else, one by one, with a bar on standard error if that is a terminal."""
    if len(files) <= MIN_CASES or not sys.stderr.isatty():
        yield from files
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(files, doing, console=Console(stderr=True), transient=True)
