"""A comparison of tables in the terminal: what changed, and which cases move."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from jixiao.model.difference import CaseImpact, Comparison, Impact, IndicatorDifference, TableChange
from jixiao.reports.diff.words import (
    KINDS,
    distribution,
    grades_text,
    heading_of,
    impact_verdict,
    mover_text,
    open_grades_of,
    rank_text,
    regions_of,
    standing_text,
    verdict_of,
    words_of,
)
from jixiao.reports.page.width import MAX_WIDTH, MIN_WIDTH
from jixiao.reports.page.wrap import wrap

INDENT = 4
MAX_SHOWN = 20
"""Most cases printed; JSON holds them all."""
MAX_MOVERS = 3
"""Most indicators printed of one case that moves."""
MAX_REGIONS = 12
"""Most regions printed of one indicator; a change of each of many steps makes dozens."""
BAR = 24
"""Cells of the longest bar of the histogram."""
_STYLES = {"changed": "bold yellow", "added": "bold cyan", "removed": "bold red"}


def render_comparison(found: Comparison, console: Console) -> None:
    """Print a comparison, table by table."""
    width = max(MIN_WIDTH, min(console.width, MAX_WIDTH))
    for line in _lines(found, width):
        console.print(line, soft_wrap=True, highlight=False)


def _lines(found: Comparison, width: int) -> Iterator[Text]:
    for note in found.notes:
        yield from _wrapped(note, width)
    for change in found.tables:
        yield Text("━" * width)
        yield from _table(change, width)
    yield Text("━" * width)


def _table(change: TableChange, width: int) -> Iterator[Text]:
    difference = change.difference
    yield from _wrapped(heading_of(difference), width, "bold")
    yield from _wrapped(verdict_of(difference), width)
    for note in (*difference.rules, *difference.notes):
        yield from _wrapped(note, width)
    for one in difference.indicators:
        if one.kind != "same":
            yield Text()
            yield from _indicator(one, width)
    if change.impact is not None:
        yield Text("─" * width)
        yield from _impact(change.impact, change, width)


def _indicator(one: IndicatorDifference, width: int) -> Iterator[Text]:
    yield from _wrapped(f"{one.name}  {KINDS[one.kind]}", width, _STYLES.get(one.kind, "bold"))
    for line in (*words_of(one), *regions_of(one, MAX_REGIONS)):
        yield from _indented(line, width)


def _impact(impact: Impact, change: TableChange, width: int) -> Iterator[Text]:
    yield from _wrapped(impact_verdict(impact), width, "bold")
    yield from _wrapped(open_grades_of(impact, MAX_SHOWN), width)
    moved = impact.moved
    for case in moved[:MAX_SHOWN]:
        yield Text()
        yield from _case(case, width)
    if len(moved) > MAX_SHOWN:
        yield Text(f"另有 {len(moved) - MAX_SHOWN} 个，见 --format json")
    bars = distribution(impact, change.difference.new.full)
    if moved and bars:
        yield Text()
        yield from _histogram(bars)


def _case(case: CaseImpact, width: int) -> Iterator[Text]:
    figures = f"{standing_text(case.old)} → {standing_text(case.new)} 分"
    more = [f"等级 {grades_text(case)}" if case.crosses_grade else "", f"名次 {rank_text(case)}"]
    parts = [case.label, figures, *(one for one in more if one.strip() not in ("", "名次"))]
    yield from _wrapped("  ".join(parts), width, "bold red" if case.crosses_grade else "bold")
    for mover in case.movers[:MAX_MOVERS]:
        yield from _indented(mover_text(mover), width)


def _histogram(bars: Sequence[tuple[str, int, int]]) -> Iterator[Text]:
    yield Text("总分的分布（个案例，变前 ░，变后 █）", "bold")
    label_width = max(cell_len(label) for label, _, _ in bars)
    most = max(max(old, new) for _, old, new in bars)
    for label, old, new in bars:
        pad = " " * (label_width - cell_len(label))
        for place, (sign, count) in enumerate((("░", old), ("█", new))):
            head = f"{label}{pad}" if place == 0 else " " * label_width
            yield Text(f"{head}  {sign * -(-count * BAR // most)} {count}")


def _wrapped(text: str, width: int, style: str = "") -> Iterator[Text]:
    for line in wrap(text, width):
        yield Text(line, style)


def _indented(text: str, width: int) -> Iterator[Text]:
    for line in wrap(text, width - INDENT):
        yield Text(" " * INDENT + line)
