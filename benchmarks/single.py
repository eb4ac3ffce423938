"""One case at a time: Jixiao beside zen-engine and CEL, in one run, as ratios.

Nothing passes or fails on time. See README.md for what is compared, and how to read it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict

from contender import TOLERANCE, Contender, assert_same_job
from contenders import all_contenders
from figures import varied_cases
from layout import Document, aligned, machine, options, positive, put_out, ranged, version_of
from peer_table import TABLE
from timing import Spread, ratios, spread, take_turns


def main() -> None:
    """Evaluate the same cases by every contender in turn, and print times and ratios."""
    asked = _asked()
    cases = varied_cases(asked.cases)
    contenders = all_contenders(cases)
    assert_same_job(contenders, cases)
    document: Document = {
        "format": "jixiao.benchmark.single/2",
        "machine": machine(),
        "versions": {one.library: version_of(one.library) for one in contenders},
        "indicators": len(TABLE),
        "cases": asked.cases,
        "rounds": asked.rounds,
        "evaluations": _evaluations(contenders, asked.rounds),
    }
    put_out(document, _text(document), as_json=asked.json)


def _asked() -> argparse.Namespace:
    parser = options(__doc__)
    parser.add_argument("--rounds", type=positive, default=15, help="rounds (default 15)")
    parser.add_argument("--cases", type=positive, default=200, help="different cases in each (default 200)")
    return parser.parse_args()


def _evaluations(contenders: Sequence[Contender], rounds: int) -> list[Document]:
    seconds = take_turns([_turn(one) for one in contenders], rounds)
    each = [[one / len(contenders[0].inputs) * 1e6 for one in turn] for turn in seconds]
    peers = [place for place, one in enumerate(contenders) if one.library != "jixiao"]
    return [
        {
            "name": one.name,
            "library": one.library,
            "ready_ms": one.ready_seconds * 1e3,
            "microseconds": asdict(spread(times)),
            "over_peer": {
                contenders[place].name: asdict(ratios(times, each[place]))
                for place in peers
                if one.library == "jixiao"
            },
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


def _text(document: Document) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in document["versions"].items())
    size = f"{document['indicators']} indicators, {document['cases']} complete cases, {document['rounds']} rounds"
    lines = [
        f"{versions}; {document['machine']}",
        f"huaihua-department@2022: {size}",
        f"Same scores to {TOLERANCE:g} points, a reason for every indicator, with its figures where it is computed: checked.",
        "",
        *_times(document["evaluations"]),
        "",
        *_ratios(document["evaluations"]),
    ]
    return "\n".join(lines)


def _times(rows: list[Document]) -> list[str]:
    head = ("explained evaluation", "µs: median (min–max)", "a second", "made ready")
    table = [
        (
            row["name"],
            ranged(Spread(**row["microseconds"]), "{:.0f}"),
            f"{1e6 / row['microseconds']['median']:.0f}",
            f"{row['ready_ms']:.0f} ms",
        )
        for row in rows
    ]
    return aligned([head, *table])


def _ratios(rows: list[Document]) -> list[str]:
    ours = [row for row in rows if row["over_peer"]]
    if not ours:
        return ["no peer is installed: no ratios"]
    table = [
        (row["name"], *(ranged(Spread(**ratio), "{:.2f}") for ratio in row["over_peer"].values()))
        for row in ours
    ]
    return aligned([("times as long as", *ours[0]["over_peer"]), *table])


if __name__ == "__main__":
    main()
