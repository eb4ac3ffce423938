"""What a report is printed on: a terminal, or a page in a file."""

from __future__ import annotations

import os
from typing import NoReturn, TextIO

from rich.console import Console

from jixiao.reports.page.width import ENDLESS

PAGE_WIDTH = 100
"""Columns of a report in a file, whatever terminal it is made on."""


class _Terminal(Console):
    """A console that leaves it to the command to say that its output was closed."""

    def on_broken_pipe(self) -> NoReturn:
        raise BrokenPipeError


def terminal_console(stream: TextIO) -> Console:
    """Give a console as wide and as colourful as the stream allows."""
    return _Terminal(file=stream)


def line_console(stream: TextIO) -> Console:
    """Give a console that breaks no line where the stream is no terminal and nobody says how wide it is."""
    is_free = not stream.isatty() and "COLUMNS" not in os.environ
    return _Terminal(file=stream, width=ENDLESS) if is_free else terminal_console(stream)


def page_console(stream: TextIO) -> Console:
    """Give a console for plain text, whatever the environment says of colours."""
    return Console(file=stream, width=PAGE_WIDTH, color_system=None, force_terminal=False)
