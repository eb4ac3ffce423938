"""Words for a comparison, the same on a screen and on a page."""

from __future__ import annotations

from fractions import Fraction

from jixiao.model.difference import (
    CaseImpact,
    Impact,
    IndicatorDifference,
    Mover,
    Standing,
    TableDifference,
)
from jixiao.quantity import points_text
from jixiao.reports.page.points import range_text

KINDS = {
    "same": "不变",
    "changed": "含义变了",
    "reworded": "改了写法，含义不变",
    "added": "新增",
    "removed": "删去",
}
REST = "其余数值得分不变"
BIN = 10
"""Points to a bar of the histogram."""


def heading_of(difference: TableDifference) -> str:
    """Name both versions."""
    old, new = difference.old, difference.new
    title = new.title if old.title == new.title else f"{old.title} → {new.title}"
    return f"{title}：{old.reference} → {new.reference}"


def verdict_of(difference: TableDifference) -> str:
    """Say in one line how many indicators changed."""
    counts = {kind: sum(one.kind == kind for one in difference.indicators) for kind in KINDS}
    parts = [f"{counts[kind]} 项{KINDS[kind]}" for kind in KINDS if counts[kind]]
    return f"{len(difference.indicators)} 项指标：{'，'.join(parts)}"


def words_of(one: IndicatorDifference) -> list[str]:
    """Give the sentences before and after where they differ, and what else changed, a line each."""
    sentences = [f"原：{one.old_text}", f"现：{one.new_text}"] if one.old_text != one.new_text else []
    return [*sentences, *notes_of(one)]


def notes_of(one: IndicatorDifference) -> list[str]:
    """Give what changed besides the sentence, or that nothing did, a line each."""
    same = ["任何数值的得分都不变"] if one.kind == "reworded" else []
    return [*(term.text for term in one.terms), *one.notes, *same]


def regions_of(one: IndicatorDifference, most: int | None = None) -> list[str]:
    """Give where the points differ, a line for each region or step that repeats, at most so many; and that the rest stands."""
    told = one.told or tuple(region.text for region in one.regions)
    lines = [*(told if most is None else told[:most])]
    if len(lines) < len(told):
        lines.append(f"另有 {len(told) - len(lines)} 段，见 --format json 或 html")
    if one.regions and not any(region.choice or region.term for region in one.regions):
        lines.append(REST)
    return lines


def standing_text(standing: Standing) -> str:
    """Write the one total there is, else the range."""
    return range_text(*standing.score) if standing.total is None else points_text(standing.total)


def mover_text(mover: Mover) -> str:
    """Say what an indicator did to a case, with the clause that did it."""
    reason = mover.new_reason or "这项指标删去了"
    return f"{mover.indicator}由 {range_text(*mover.old)} 分变为 {range_text(*mover.new)} 分：{reason}"


def impact_verdict(impact: Impact) -> str:
    """Say in one line how many cases move, change their grade, or can't be decided any more."""
    if not impact.cases:
        return f"没有比较任何案例（有 {impact.passed_over} 个不用这张表）"
    undecided = sum(one.undecided for one in impact.cases)
    parts = [
        f"{len(impact.cases)} 个案例：{len(impact.moved)} 个得分变动",
        f"{len(impact.crossings)} 个等级变动",
    ]
    if undecided:
        parts.append(f"{undecided} 个不再能给出一个总分")
    if impact.passed_over:
        parts.append(f"另有 {impact.passed_over} 个不用这张表，没有比较")
    return "，".join(parts)


def open_grades_of(impact: Impact, most: int | None = None) -> str:
    """Say which cases have an open grade before and after, at most so many; nothing where none has."""
    still = impact.still_open
    if not still:
        return ""
    shown = "；".join(f"{one.label}（{_open_grades(one)}）" for one in still[:most])
    more = (
        f"；另有 {len(still) - most} 个，见 --format json" if most is not None and len(still) > most else ""
    )
    return f"{len(still)} 个变前变后等级都没有定，变没变无从知道：{shown}{more}"


def _open_grades(case: CaseImpact) -> str:
    return f"{'、'.join(case.old.grades)} → {'、'.join(case.new.grades)}"


def rank_text(case: CaseImpact) -> str:
    """Write the rank before and after, where both are known and differ."""
    if case.old_rank is None or case.new_rank is None:
        return ""
    return (
        f"第{case.old_rank} → 第{case.new_rank}" if case.old_rank != case.new_rank else f"第{case.new_rank}"
    )


def grades_text(case: CaseImpact) -> str:
    """Write the grades before and after where they differ."""
    old, new = "、".join(case.old.grades), "、".join(case.new.grades)
    return f"{old} → {new}" if old != new else new


def distribution(impact: Impact, full: Fraction) -> list[tuple[str, int, int]]:
    """Count totals before and after by tens of points; cases without one total are not in it."""
    top = int(full // BIN)
    bins = [(f"{place * BIN}～{(place + 1) * BIN}", 0, 0) for place in range(top)]
    bins.append((f"{top * BIN} 及以上", 0, 0))
    for case in impact.cases:
        for place, total in enumerate((case.old.total, case.new.total)):
            if total is not None:
                at = min(max(int(total // BIN), 0), top)
                label, old, new = bins[at]
                bins[at] = (label, old + (place == 0), new + (place == 1))
    used = [index for index, (_, old, new) in enumerate(bins) if old or new]
    return bins[used[0] : used[-1] + 1] if used else []
