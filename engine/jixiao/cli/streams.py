"""Standard output and error, fit for Chinese whatever the locale."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from jixiao.cli.problems import reason
from jixiao.reports.page.output import ENCODING_ERRORS
from jixiao.reports.page.printable import printable

SAMPLE = "核算，～“”"
"""What an encoding must be able to write to be left as the terminal has it."""


class OutputFailed(Exception):
    """Standard output takes no more; the message says why."""


def prepare_streams() -> None:
    """Make both streams able to write Chinese; a closed one writes to nowhere."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=_encoding(stream.encoding), errors=ENCODING_ERRORS)


def prepare_environment() -> None:
    """Forget a size of the terminal that no terminal has: at no columns all would be printed, as nothing."""
    for name in ("COLUMNS", "LINES"):
        if not _is_size(os.environ.get(name, "")):
            os.environ.pop(name, None)


def _is_size(word: str) -> bool:
    try:
        return int(word) > 0
    except ValueError:
        return False


@contextlib.contextmanager
def standard_output() -> Iterator[TextIO]:
    """Give standard output to write to; raises OutputFailed, or BrokenPipeError as it is."""
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise OutputFailed(reason(problem)) from problem


def show(text: str) -> None:
    """Write a text that is for people, such as help."""
    with standard_output() as stream:
        stream.write(text + "\n")


def show_document(text: str) -> None:
    """Write a JSON document, in UTF-8 as JSON must be."""
    stream_document((text,))


def stream_document(texts: Iterable[str]) -> None:
    """Write a JSON document as its texts come."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors=ENCODING_ERRORS)
    with standard_output() as stream:
        for text in texts:
            stream.write(text)


def say(message: str) -> None:
    """Write one message to standard error, on one line."""
    with contextlib.suppress(OSError):
        sys.stderr.write(printable(message) + "\n")
        sys.stderr.flush()


def abandon_output() -> None:
    """Let go what a broken output still holds, so that leaving does not fail again."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _encoding(encoding: str) -> str:
    """Keep an encoding that can write Chinese, such as GB18030; else UTF-8."""
    try:
        SAMPLE.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return "utf-8"
    return encoding
