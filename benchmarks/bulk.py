"""Rows at once: the engine beside Polars, DuckDB, OpenFisca, zen and NumPy, on the same 17 indicators, in one run.

Nothing passes or fails on time. Every contender is held against the engine itself first, on rows that stand on bounds.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from layout import Document, aligned, machine, options, positive, put_out, ranged, version_of
from province.contender import RowContender
from province.contenders import all_contenders, cores
from province.files import file_runs
from province.job import JOB
from province.proof import engine_scores
from province.rows import columns
from timing import Spread, ratios, spread, take_turns

PROVEN = 20_000
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
COST_ROWS = 1_000_000
FILE_ROWS = (100_000, 1_000_000, 10_000_000)
COUNTS = (4, 8, 17)
AT_LEAST = 100_000
"""Few rows are scored several times over in a turn, so that it takes longer than a look at the clock."""
MOST_SECONDS = 20.0
"""Of each size so many rounds are run as take about so long, at least three."""


def main() -> None:
    """Prove, time and weigh every contender, and print it."""
    asked = _asked()
    if asked.inner:
        sys.stdout.write(json.dumps(_inner(asked)))
        return
    contenders = all_contenders()
    document: Document = {
        "format": "jixiao.benchmark.bulk/1",
        "machine": machine(),
        "versions": {one.library: version_of(one.library) for one in contenders},
        "indicators": len(JOB),
        "proven": asked.proven,
        "wrong": _wrong(contenders, asked.proven),
        "memory": [_in_memory(contenders, rows, asked.rounds) for rows in asked.sizes],
        "costs": [] if asked.brief else _costs(asked.rounds),
        "peaks": [] if asked.brief else _peaks(contenders),
        "files": [] if asked.brief else file_runs(asked.files),
    }
    put_out(document, _text(document), as_json=asked.json)


def _asked() -> argparse.Namespace:
    parser = options(__doc__)
    parser.add_argument(
        "sizes", nargs="*", type=positive, default=list(SIZES), help="rows (default 10⁴ … 10⁷)"
    )
    parser.add_argument(
        "--proven", type=positive, default=PROVEN, help=f"rows held against the engine (default {PROVEN})"
    )
    parser.add_argument("--rounds", type=positive, default=15, help="rounds (default 15; fewer of many rows)")
    parser.add_argument(
        "--files",
        nargs="*",
        type=positive,
        default=list(FILE_ROWS),
        help="rows of the files that `jixiao batch` scores (default 10⁵ 10⁶ 10⁷)",
    )
    parser.add_argument("--brief", action="store_true", help="leave out costs, memory and files")
    parser.add_argument("--inner", choices=("cost", "peak"), help=argparse.SUPPRESS)
    parser.add_argument("--indicators", type=positive, default=len(JOB), help=argparse.SUPPRESS)
    parser.add_argument("--only", help=argparse.SUPPRESS)
    return parser.parse_args()


def _wrong(contenders: Sequence[RowContender], count: int) -> dict[str, int]:
    given = columns(count)
    right = engine_scores(given)
    return {one.name: one.read(one.score(one.prepare(given))).wrong(right) for one in contenders}


def _in_memory(contenders: Sequence[RowContender], count: int, rounds: int) -> Document:
    given = columns(count)
    taking = [one for one in contenders if count <= one.most_rows]
    prepared = [(one, one.prepare(given)) for one in taking]
    times = max(AT_LEAST // count, 1)
    turns = [_turn(one, rows, times) for one, rows in prepared]
    once = sum(map(sum, take_turns(turns, 1)))  # nothing is cold after it
    seconds = take_turns(turns, min(rounds, max(3, int(MOST_SECONDS / once))))
    ours = seconds[0]
    return {
        "rows": count,
        "contenders": [
            {
                "name": contender.name,
                "million_rows_a_second": asdict(spread([count * times / one / 1e6 for one in took])),
                "times_as_long_as_first": asdict(ratios(took, ours)),
                "seconds": took,
            }
            for contender, took in zip(taking, seconds, strict=True)
        ],
    }


def _turn(one: RowContender, rows: Any, times: int) -> Callable[[], None]:
    def score() -> None:
        for _ in range(times):
            one.score(rows)

    return score


# ── In processes of their own ────────────────────────────────────────────────────────────────────────────────────────


def _costs(rounds: int) -> list[Document]:
    """Time fewer indicators, and one core."""
    runs = [(count, cores()) for count in COUNTS] + [(len(JOB), 1)]
    return [
        {
            "indicators": count,
            "cores": used,
            **_other("cost", used, "--indicators", str(count), "--rounds", str(rounds)),
        }
        for count, used in dict.fromkeys(runs)
    ]


def _peaks(contenders: Sequence[RowContender]) -> list[Document]:
    """Weigh each contender alone."""
    return [
        {"name": one.name, **_other("peak", cores(), "--only", one.name)}
        for one in contenders
        if one.most_rows >= COST_ROWS
    ]


def _other(what: str, used: int, *words: str) -> Document:
    """Run this program in a process that may use so many cores."""

    def hold() -> None:
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:used])

    line = [sys.executable, __file__, "--inner", what, *words, str(COST_ROWS)]
    done = subprocess.run(
        line, capture_output=True, text=True, check=True, preexec_fn=hold, cwd=Path(__file__).parent
    )
    found: Document = json.loads(done.stdout)
    return found


def _inner(asked: argparse.Namespace) -> Document:
    rows = asked.sizes[0]
    if asked.inner == "cost":
        quick = [one for one in all_contenders(asked.indicators) if one.most_rows >= rows]
        return _in_memory(quick, rows, asked.rounds)
    (one,) = (one for one in all_contenders() if one.name == asked.only)
    prepared = one.prepare(columns(rows))
    before = _peak()
    one.score(prepared)
    first = _peak()
    one.score(prepared)
    return {"rows": rows, "held": before, "first": first, "peak": _peak()}


def _peak() -> int:
    """Give the most bytes that this process has held so far."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


# ── Printing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _text(document: Document) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in document["versions"].items())
    lines = [
        f"{versions}; {document['machine']}",
        f"{document['indicators']} indicators of 20 amounts; {document['proven']} rows held against the engine",
    ]
    for size in document["memory"]:
        lines += ["", *_sized(size, document["wrong"], document["proven"])]
    if document["costs"]:
        lines += ["", *_cost_table(document["costs"])]
    if document["peaks"]:
        lines += ["", *_peak_table(document["peaks"])]
    if document["files"]:
        lines += ["", *_file_table(document["files"])]
    return "\n".join(lines)


def _sized(size: Document, wrong: dict[str, int], proven: int) -> list[str]:
    first = size["contenders"][0]["name"]
    head = (
        f"{size['rows']} rows in memory",
        "million rows/s: median (min–max)",
        f"× {first}: median (min–max)",
        f"wrong of {proven}",
    )
    rows = [
        (
            one["name"],
            ranged(Spread(**one["million_rows_a_second"]), "{:.3g}"),
            ranged(Spread(**one["times_as_long_as_first"]), "{:.1f}"),
            str(wrong[one["name"]]),
        )
        for one in size["contenders"]
    ]
    return aligned([head, *rows])


def _cost_table(costs: Sequence[Document]) -> list[str]:
    names = [one["name"] for one in costs[0]["contenders"]]
    head = ("million rows/s, median", *(f"{one['indicators']} ind., {one['cores']} cores" for one in costs))
    rows = [
        (
            name,
            *(f"{one['contenders'][place]['million_rows_a_second']['median']:.3g}" for one in costs),
        )
        for place, name in enumerate(names)
    ]
    return aligned([head, *rows])


def _peak_table(peaks: Sequence[Document]) -> list[str]:
    head = (f"memory at {peaks[0]['rows']} rows, MB", "rows held", "scored once", "scored twice")
    rows = [(one["name"], *(f"{one[key] / 1e6:.0f}" for key in ("held", "first", "peak"))) for one in peaks]
    return aligned([head, *rows])


def _file_table(files: Sequence[Document]) -> list[str]:
    head = ("jixiao batch", "rows", "s", "million rows/s", "cores", "processes", "peak MB")
    rows = [
        (
            one["name"],
            f"{one['rows']}",
            f"{one['seconds']:.1f}",
            f"{one['rows'] / one['seconds'] / 1e6:.2f}",
            f"{one['cpu_seconds'] / one['seconds']:.2f}",
            f"{one['processes']}",
            f"{one['peak_bytes'] / 1e6:.0f}",
        )
        for one in files
    ]
    return aligned([head, *rows])


if __name__ == "__main__":
    main()
