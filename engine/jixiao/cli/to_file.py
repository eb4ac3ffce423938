"""A report into the file that -o names."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NoReturn

from jixiao.cli import messages
from jixiao.cli.problems import reason
from jixiao.cli.streams import say

TOLD_TO_END = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What `kill`, a container that is stopped and a terminal that is closed send, as far as the system has it."""


def to_file(path: Path, text: str) -> bool:
    """Write a report whole or not at all; false, and a message, where that can't be done."""
    return stream_to_file(path, (text,))


def stream_to_file(path: Path, texts: Iterable[str]) -> bool:
    """Write a report as its texts come, and put it in its place in the end; false where that can't be done."""
    from jixiao.reports.page.output import ENCODING_ERRORS

    return bytes_to_file(path, (text.encode("utf-8", ENCODING_ERRORS) for text in texts))


def bytes_to_file(path: Path, parts: Iterable[bytes]) -> bool:
    """Write a file of any kind whole or not at all; false, and a message, where that can't be done."""
    from jixiao.reports.page.output import whole_file

    try:
        with _leaving_in_order(), whole_file(path) as stream:
            for part in parts:
                stream.write(part)
    except OSError as problem:
        say(messages.NOT_WRITTEN.format(path=path, why=reason(problem)))
        return False
    if sys.stderr.isatty():
        say(messages.WRITTEN.format(path=path))
    return True


def new_file(path: Path, content: str | bytes, told: str = messages.WRITTEN) -> bool:
    """Write a file that is not there yet, with the folders on the way, and tell so; false, and a message, where that can't be."""
    from jixiao.reports.page.output import write_new

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_written = write_new(path, content)
    except OSError as problem:
        say(messages.NOT_WRITTEN.format(path=path, why=reason(problem)))
        return False
    message = told if is_written else messages.NOT_OVERWRITTEN
    if message:
        say(message.format(path=path))
    return is_written


def paper_to_file(path: Path, data: bytes) -> bool:
    """Write a file for Excel or Word; false where that can't be done, or one is there that somebody may have written in."""
    if path.exists():
        if _holds(path, data):
            return True
        if path.is_file():
            say(messages.PAPER_KEPT.format(path=path))
            return False
    return bytes_to_file(path, (data,))


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == data
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Whether a file is there; no for a name that is too long, or in a closed folder."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


@contextlib.contextmanager
def _leaving_in_order() -> Iterator[None]:
    """Let a process that is told to end put away what it has begun, as after Ctrl-C."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _leave) for number in TOLD_TO_END}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)
