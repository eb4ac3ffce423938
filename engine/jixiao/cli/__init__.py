"""Thin commands: words in, a report out, and an exit status (DESIGN §10)."""

from __future__ import annotations

import sys

from jixiao.cli.messages import INTERRUPTED

__all__ = ["main"]


def main(argv: list[str] | None = None) -> int:
    """Run the command line and give the exit status; `argv` is without the program.

    The commands are loaded in here, so that Ctrl-C while they load is no traceback either.
    """
    try:
        from jixiao.cli.app import main as run
    except KeyboardInterrupt:
        sys.stderr.write(INTERRUPTED + "\n")
        return 130
    return run(argv)
