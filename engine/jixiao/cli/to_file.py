"""A report into the file that -o names."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from jixiao.cli import messages
from jixiao.cli.problems import reason
from jixiao.cli.streams import say


def to_file(path: Path, text: str) -> bool:
    """Write a report whole or not at all; false, and a message, where that can't be done."""
    return stream_to_file(path, (text,))


def stream_to_file(path: Path, texts: Iterable[str]) -> bool:
    """Write a report as its texts come, and put it in its place in the end; false where that can't be done."""
    from jixiao.reports.page.output import ENCODING_ERRORS, whole_file

    try:
        with whole_file(path) as stream:
            for text in texts:
                stream.write(text.encode("utf-8", ENCODING_ERRORS))
    except OSError as problem:
        say(messages.NOT_WRITTEN.format(path=path, why=reason(problem)))
        return False
    if sys.stderr.isatty():
        say(messages.WRITTEN.format(path=path))
    return True


def is_file(path: Path) -> bool:
    """Whether a file is there; no for a name that is too long, or in a closed folder."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths name one file, also through links."""
    return os.path.realpath(one) == os.path.realpath(other)
