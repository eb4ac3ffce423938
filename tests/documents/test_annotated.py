"""Reports of which every figure is annotated: how much of them is read right never falls below what it was.

`seen` was looked at while phrases were taught; `unseen` was not, and of it only the sums are told (benchmarks/reading.py
tells both apart). `real` are places in the four published reports, whose texts lie beside the project.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.documents.read import read_report
from jixiao.files.rules.items import load_items
from shared.reading.scores import Score, score
from shared.reading.truth import reports_in

ROOT = Path(__file__).parents[2]
REPORTS = Path(__file__).parent / "reports"
SHARED = ROOT.parent / "shared"
FLOORS = {
    REPORTS / "seen": (0.93, 0.95),
    REPORTS / "unseen": (0.85, 0.90),
    REPORTS / "real": (0.85, 0.87),
    SHARED / "reading": (1.0, 1.0),
}
"""Least recall and precision of figures that items.yaml knows."""


@pytest.mark.parametrize("folder", FLOORS, ids=lambda one: one.name)
def test_what_was_read_right_still_is(folder: Path) -> None:
    items = load_items(ROOT / "rules/items.yaml").items
    known = frozenset(name for item in items.values() for name in (item.name, *item.aliases))
    total = Score()
    for report in reports_in(folder, SHARED / "reports"):
        total.add(score(report, read_report(report.paper, items), known))
    if not total.figures:
        pytest.skip(f"the texts of {folder.name} lie in ../shared, which is not here")
    recall, precision = FLOORS[folder]
    assert total.wrong_spans == 0
    assert total.known_recall >= recall
    assert total.known_precision >= precision
