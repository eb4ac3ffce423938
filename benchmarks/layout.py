"""What the benchmarks print: the machine, spreads and aligned columns."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from timing import Spread

Document = dict[str, Any]
Row = tuple[str, ...]


def options(description: str | None) -> argparse.ArgumentParser:
    """Give a parser with what every benchmark takes."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true", help="print JSON, with every measurement in it")
    return parser


def positive(text: str) -> int:
    """Read a whole number of 1 or more; raises ArgumentTypeError for anything else."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def put_out(document: Document, text: str, *, as_json: bool) -> None:
    """Print one of the two, in UTF-8."""
    shown = json.dumps(document, ensure_ascii=False, indent=2) if as_json else text
    sys.stdout.buffer.write(f"{shown}\n".encode())
    sys.stdout.flush()


def machine() -> str:
    """Give Python, system and number of CPUs."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {platform.system()} {platform.machine()}, {os.cpu_count()} CPUs"


def version_of(library: str) -> str:
    """Give the version of a distribution, or that it is no distribution."""
    try:
        return version(library)
    except PackageNotFoundError:
        return "checkout"


def ranged(given: Spread, shape: str) -> str:
    """Give median (lowest–highest), each in that shape, such as `{:.1f}`."""
    return f"{shape.format(given.median)} ({shape.format(given.low)}–{shape.format(given.high)})"


def aligned(rows: Sequence[Row]) -> list[str]:
    """Give rows in columns, the first to the left and the others to the right."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return [
        "   ".join(
            " " * (width - _width(cell)) + cell if place else cell + " " * (width - _width(cell))
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _width(text: str) -> int:
    """Give the columns of a terminal that a text takes: two for a Chinese character."""
    return sum(2 if character > "\u2e7f" else 1 for character in text)
