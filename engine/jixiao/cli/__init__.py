"""Thin commands: words in, a report out, and an exit status (DESIGN §10)."""

from __future__ import annotations

import gc
import sys

from jixiao.cli.messages import INTERRUPTED

__all__ = ["main"]

SELDOM = 50_000
"""Objects made before Python looks for circles of garbage, usually 700: what is loaded is there for good."""


def main(argv: list[str] | None = None) -> int:
    """Run the command line and give the exit status; `argv` is without the program.

    The commands are loaded in here, so that Ctrl-C while they load is no traceback either.
    """
    gc.set_threshold(SELDOM)
    try:
        from jixiao.cli.app import main as run
    except KeyboardInterrupt:
        sys.stderr.write(INTERRUPTED + "\n")
        return 130
    return run(argv)
