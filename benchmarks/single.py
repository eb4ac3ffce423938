"""One case at a time: Jixiao beside zen-engine and CEL, in one run, as ratios.

Nothing passes or fails on time. See README.md for what is compared, and how to read it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from command import refusal, time_commands
from contender import TOLERANCE, Contender, assert_same_job
from contenders import all_contenders
from figures import varied_cases
from peer_table import TABLE
from timing import Spread, ratios, spread, take_turns

Document = dict[str, Any]


def main() -> None:
    """Run both comparisons and print them."""
    options = _options()
    cases = varied_cases(options.cases)
    contenders = all_contenders(cases)
    assert_same_job(contenders, cases)
    document = {
        "format": "jixiao.benchmark/1",
        "machine": _machine(),
        "versions": {one.library: _version(one.library) for one in contenders},
        "indicators": len(TABLE),
        "cases": options.cases,
        "rounds": options.rounds,
        "evaluations": _evaluations(contenders, options.rounds),
        **_commands(options.rounds),
    }
    text = json.dumps(document, ensure_ascii=False, indent=2) if options.json else _text(document)
    sys.stdout.buffer.write(f"{text}\n".encode())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=_positive, default=15, help="rounds of each comparison (default 15)")
    parser.add_argument(
        "--cases", type=_positive, default=200, help="different cases in each round (default 200)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON, with every measurement in it")
    return parser.parse_args()


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _evaluations(contenders: Sequence[Contender], rounds: int) -> list[Document]:
    seconds = take_turns([_turn(one) for one in contenders], rounds)
    each = [[one / len(contenders[0].inputs) * 1e6 for one in turn] for turn in seconds]
    return [
        {
            "name": one.name,
            "ready_ms": one.ready_seconds * 1e3,
            "microseconds": asdict(spread(times)),
            "jixiao_over_this": asdict(ratios(each[0], times)),
            "one_reading_over_this": asdict(ratios(each[1], times)),
            "rounds": times,
        }
        for one, times in zip(contenders, each, strict=True)
    ]


def _turn(contender: Contender) -> Callable[[], None]:
    def evaluate_all() -> None:
        evaluate = contender.evaluate
        for one in contender.inputs:
            evaluate(one)

    return evaluate_all


def _commands(rounds: int) -> Document:
    problem = refusal()
    if problem:
        return {"command_refused": problem, "commands": []}
    seconds = time_commands(rounds)
    ours = next(iter(seconds.values()))
    return {
        "command_refused": None,
        "commands": [
            {
                "command": command,
                "seconds": asdict(spread(times)),
                "jixiao_over_this": asdict(ratios(ours, times)),
                "rounds": times,
            }
            for command, times in seconds.items()
        ],
    }


def _machine() -> str:
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {platform.system()} {platform.machine()}, {os.cpu_count()} CPUs"


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "checkout"


def _text(document: Document) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in document["versions"].items())
    size = f"{document['indicators']} indicators, {document['cases']} complete cases, {document['rounds']} rounds"
    lines = [
        f"{versions}; {document['machine']}",
        f"huaihua-department@2022: {size}",
        f"Same scores to {TOLERANCE:g} points, a reason for every indicator, with its figures where it is computed: checked.",
        "",
        *_evaluation_lines(document["evaluations"]),
        "",
        *_command_lines(document),
    ]
    return "\n".join(lines)


def _evaluation_lines(rows: list[Document]) -> list[str]:
    head = (
        "explained evaluation",
        "µs: median (min–max)",
        "a second",
        "jixiao × this",
        "one reading × this",
        "made ready",
    )
    table = [
        (
            row["name"],
            _range(row["microseconds"], "{:.0f}"),
            f"{1e6 / row['microseconds']['median']:.0f}",
            _range(row["jixiao_over_this"], "{:.2f}"),
            _range(row["one_reading_over_this"], "{:.2f}"),
            f"{row['ready_ms']:.0f} ms",
        )
        for row in rows
    ]
    return _aligned([head, *table])


def _command_lines(document: Document) -> list[str]:
    if document["command_refused"]:
        return [f"start to result: `jixiao check` does not run here ({document['command_refused']})"]
    head = ("start to result", "ms: median (min–max)", "jixiao × this")
    table = [
        (
            row["command"],
            _range({key: value * 1e3 for key, value in row["seconds"].items()}, "{:.0f}"),
            _range(row["jixiao_over_this"], "{:.1f}"),
        )
        for row in document["commands"]
    ]
    return _aligned([head, *table])


def _range(values: dict[str, float], shape: str) -> str:
    given = Spread(**values)
    return f"{shape.format(given.median)} ({shape.format(given.low)}–{shape.format(given.high)})"


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Give rows in columns, the first to the left and the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "   ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]


if __name__ == "__main__":
    main()
