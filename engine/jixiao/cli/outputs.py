"""What a report may not be written over: what it was made of, and what people wrote."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from jixiao.cli import messages
from jixiao.cli.command import Command, UsageError

SOURCES = (".yaml", ".yml")
"""Ends of the files that people write: tables, items, checks, finding rules and cases. No report is one."""


def output_file(word: str) -> Path:
    """Read the name of a file that a report goes into; that it may go there, `refuse_outputs` looks at."""
    return Path(word)


def refuse_outputs(command: Command, read: argparse.Namespace) -> None:
    """Refuse an output over an input, over a rule or a case that lies there, or over another; raises UsageError.

    A file of rules or a case need not be an input: it is somebody's work.
    """
    values = {option: getattr(read, option.key) for option in command.options}
    outputs = [value for option, value in values.items() if option.read is output_file and value is not None]
    inputs = [Path(word) for word in read.words]
    for option, value in values.items():
        if option.read is Path:
            inputs += value if isinstance(value, list) else [value] if value is not None else []
    for place, output in enumerate(outputs):
        if any(same_file(output, one) for one in inputs):
            raise UsageError(messages.OUTPUT_IS_INPUT.format(path=output))
        if _is_source(output):
            raise UsageError(messages.OUTPUT_IS_SOURCE.format(path=output))
        if any(same_file(output, one) for one in outputs[:place]):
            raise UsageError(messages.OUTPUT_TWICE.format(path=output))


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths name one file, also through links."""
    try:
        return _real(one) == _real(other) or one.samefile(other)
    except (OSError, ValueError):
        return False


def _is_source(path: Path) -> bool:
    real = _real(path)
    return real.lower().endswith(SOURCES) and os.path.lexists(real)


def _real(path: Path) -> str:
    """Give where a path leads; itself where that can't be told, as in a folder that is gone."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return os.fspath(path)
