"""One sentence is changed: what does that do to a thousand cases? Once the cases are read.

Beside it, in the same run: all indicators of these cases evaluated once by Jixiao, and all of them evaluated by
zen-engine under the table before and after. See README.md.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import house
import zen_peer
from contender import TOLERANCE
from layout import Document, aligned, machine, options, positive, put_out, ranged, version_of
from peer_table import TABLE, Indicator, Steps
from report_cases import Report, write_reports
from timing import Spread, ratios, spread, take_turns

CHANGED = "公用经费控制率"
BEFORE, AFTER = "扣1分", "扣1.5分"
EACH = 1.5
IMPACT, EVALUATED, ZEN = "jixiao, impact", "jixiao, every case evaluated once", "zen-engine, before and after"
Totals = list[tuple[float, float]]


def main() -> None:
    """Measure the change and its peers in turn, and print times and ratios."""
    asked = _asked()
    with tempfile.TemporaryDirectory() as folder:
        reports = write_reports(Path(folder), asked.cases)
        cases, ruleset = house.read_cases(sorted(Path(folder).glob("*.yaml")))
    before = house.understand(ruleset)
    changed = house.reworded(ruleset, CHANGED, BEFORE, AFTER)
    turns: dict[str, Callable[[], Any]] = {
        IMPACT: lambda: house.impact(cases, before, house.understand(changed)),
        EVALUATED: lambda: [house.evaluate(case, before) for case in cases],
    }
    if find_spec("zen"):
        turns[ZEN] = _zen(reports)
        _assert_same_moves(reports, turns[IMPACT](), turns[ZEN]())
    seconds = dict(zip(turns, take_turns(list(turns.values()), asked.rounds), strict=True))
    document: Document = {
        "format": "jixiao.benchmark.impact/1",
        "machine": machine(),
        "versions": {name: version_of(name) for name in ("jixiao", "zen-engine")},
        "cases": len(cases),
        "moved": sum(case.moved for case in turns[IMPACT]().cases),
        "rounds": asked.rounds,
        "turns": [_row(name, times, seconds[IMPACT]) for name, times in seconds.items()],
    }
    put_out(document, _text(document), as_json=asked.json)


def _asked() -> argparse.Namespace:
    parser = options(__doc__)
    parser.add_argument("--rounds", type=positive, default=7, help="rounds (default 7)")
    parser.add_argument("--cases", type=positive, default=1_000, help="cases (default 1000)")
    return parser.parse_args()


def _zen(reports: Sequence[Report]) -> Callable[[], Totals]:
    """Give what evaluates the figures under the reports, as they were before any was broken."""
    inputs = [report.varied.inputs() for report in reports]
    before = zen_peer.compile_model(trace=False)

    def both() -> Totals:
        after = zen_peer.compile_model([_changed(row) for row in TABLE], trace=False)
        return [(_total(before(one)), _total(after(one))) for one in inputs]

    return both


def _changed(row: Indicator) -> Indicator:
    return replace(row, each=EACH) if isinstance(row, Steps) and row.name == CHANGED else row


def _total(given: dict[str, Any]) -> float:
    return float(given["result"]["total"])


def _assert_same_moves(reports: Sequence[Report], impact: Any, totals: Totals) -> None:
    """See that each case whose deciding figures all are as they were gets the same from both, twice."""
    compared = 0
    for report, case, (before, after) in zip(reports, impact.cases, totals, strict=True):
        if not report.is_intact:
            continue
        compared += 1
        for standing, wanted in ((case.old, before), (case.new, after)):
            for got in (standing.low, standing.high):
                assert abs(float(got) - wanted) <= TOLERANCE, f"{case.id}: {float(got)} not {wanted}"
    assert compared, "no case could be compared"


def _row(name: str, times: Sequence[float], impact: Sequence[float]) -> Document:
    return {
        "name": name,
        "seconds": asdict(spread(times)),
        "impact_over_this": asdict(ratios(impact, times)),
        "rounds": list(times),
    }


def _text(document: Document) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in document["versions"].items())
    head = ("one sentence changed", "ms: median (min–max)", "impact × this")
    table = [
        (
            row["name"],
            ranged(Spread(**{key: value * 1e3 for key, value in row["seconds"].items()}), "{:.0f}"),
            ranged(Spread(**row["impact_over_this"]), "{:.2f}"),
        )
        for row in document["turns"]
    ]
    change = f"huaihua-department@2022, {CHANGED}: {BEFORE} → {AFTER}"
    size = f"{document['cases']} cases, {document['moved']} move; {document['rounds']} rounds"
    return "\n".join(
        [f"{versions}; {document['machine']}", f"{change}; {size}", "", *aligned([head, *table])]
    )


if __name__ == "__main__":
    main()
