"""What other rules read otherwise, for people: report by report, then how many in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jixiao.model.read_change import ChangeKind, FigureChange, ReadComparison
from jixiao.model.reading import Measure, ReadFigure


def change_lines(found: ReadComparison) -> Iterator[str]:
    """Give the comparison line by line."""
    for report in found.reports:
        if report.changes:
            yield f"{report.file}："
            yield from (f"  {_line(one)}" for one in report.changes)
    counted = Counter(one.kind for report in found.reports for one in report.changes)
    same = sum(report.same for report in found.reports)
    told = "，".join(f"{kind.word} {counted[kind]} 个" for kind in ChangeKind)
    yield f"{len(found.reports)} 份报告：{told}，相同 {same} 个"


def _line(one: FigureChange) -> str:
    figure = one.after or one.before
    place = "" if figure is None else figure.place
    sides = [_said(side) for side in (one.before, one.after) if side is not None]
    return f"{one.kind.word}：{' → '.join(sides)}〔{place}〕 {one.words}"


def _said(figure: ReadFigure) -> str:
    """Say a figure with all by which two readings may differ."""
    measure = "" if figure.measure is Measure.VALUE else f"·{figure.measure.word}"
    of = f"（属于 {figure.of}）" if figure.of else ""
    year = "" if figure.year is None else f" {figure.year}年"
    doubt = f"，存疑：{'；'.join(figure.doubts)}" if figure.doubts else ""
    return f"{figure.item}{measure}{of} {figure.value} {figure.unit}".rstrip() + f"{year}{doubt}"
