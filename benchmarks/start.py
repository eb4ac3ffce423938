"""From the start of a command to its result, beside a Python that imports json and yaml.

Each command is a process of its own. `warm` finds what Jixiao keeps between runs, `cold` finds none of it, and
`first` finds no bytecode either, of any module. See README.md.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path

from command import CASE, jixiao, run
from layout import Document, aligned, machine, options, positive, put_out, ranged, version_of
from timing import Spread, ratios, spread, take_turns

PEER = 'python -c "import json, yaml"'
SENTENCE = "不超过100%的，得满分；每超过1%，扣1分。"
STATES = {"warm": 1, "cold": 1, "first": 5}
"""What a command may find of earlier runs, and how many times fewer rounds it gets."""


def commands() -> dict[str, list[str]]:
    """Give what is started, by what is shown of it; the peer comes first."""
    return {
        PEER: [sys.executable, "-c", "import json, yaml"],
        "python -c pass": [sys.executable, "-c", "pass"],
        "jixiao check CASE --format json": jixiao("check", CASE, "--format", "json"),
        "jixiao check CASE": jixiao("check", CASE),
        "jixiao standard …": jixiao("standard", SENTENCE, "--points", "5", "--at", "102%"),
        "jixiao --help": jixiao("--help"),
    }


def main() -> None:
    """Start every command in turn, in each of the three states, and print times and ratios."""
    asked = _asked()
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            row
            for state, fewer in STATES.items()
            for row in _measured(state, Path(folder), max(1, asked.rounds // fewer))
        ]
    document: Document = {
        "format": "jixiao.benchmark.start/1",
        "machine": machine(),
        "versions": {name: version_of(name) for name in ("jixiao", "PyYAML")},
        "rounds": asked.rounds,
        "commands": rows,
    }
    put_out(document, _text(document), as_json=asked.json)


def _asked() -> argparse.Namespace:
    parser = options(__doc__)
    parser.add_argument(
        "--rounds", type=positive, default=15, help="rounds (default 15; a fifth of them for `first`)"
    )
    return parser.parse_args()


def _measured(state: str, folder: Path, rounds: int) -> list[Document]:
    started = commands()
    with _in_state(state, folder) as environment:
        turns: list[Callable[[], None]] = [partial(_start, line, environment) for line in started.values()]
        if state != "first":
            for turn in turns:  # not counted: files come into the system's cache, and what is kept is kept
                turn()
        seconds = take_turns(turns, rounds)
    return [
        {
            "command": name,
            "state": state,
            "seconds": asdict(spread(times)),
            "over_peer": asdict(ratios(times, seconds[0])),
            "rounds": times,
        }
        for name, times in zip(started, seconds, strict=True)
    ]


def _start(line: list[str], environment: Callable[[], dict[str, str]]) -> None:
    run(line, environment())


@contextmanager
def _in_state(state: str, folder: Path) -> Iterator[Callable[[], dict[str, str]]]:
    """Give what to add to the environment of each start: folders that are kept, or each time new ones."""
    numbers = itertools.count()

    def environment() -> dict[str, str]:
        name = "warm" if state == "warm" else f"{state}-{next(numbers)}"
        fresh = {"XDG_CACHE_HOME": str(folder / name / "cache")}
        return fresh | ({"PYTHONPYCACHEPREFIX": str(folder / name / "bytecode")} if state == "first" else {})

    yield environment


def _text(document: Document) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in document["versions"].items())
    head = ("start to result", "state", "ms: median (min–max)", f"× {PEER}")
    table = [
        (
            row["command"],
            row["state"],
            ranged(Spread(**{key: value * 1e3 for key, value in row["seconds"].items()}), "{:.0f}"),
            ranged(Spread(**row["over_peer"]), "{:.1f}"),
        )
        for row in document["commands"]
    ]
    lines = [
        f"{versions}; {document['machine']}; {document['rounds']} rounds",
        f"CASE is {CASE}.",
        "",
        *aligned([head, *table]),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
