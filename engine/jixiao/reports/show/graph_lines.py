"""A graph in the terminal: its drawing, and what its shade means."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.term import Graph
from jixiao.reports.draw.chart import ROWS, curve_chart
from jixiao.reports.draw.values import whole_stretches
from jixiao.reports.page.wrap import wrap

SHADED = "点状阴影：得分是一个范围"
"""Stands under a curve where some scores are ranges."""


def graph_lines(graph: Graph, width: int, rows: int = ROWS) -> Iterator[str]:
    """Give the drawing, and say what its shade is where it has one."""
    yield from curve_chart(graph, width, rows)
    if is_shaded(graph):
        yield from wrap(SHADED, width)


def is_shaded(graph: Graph) -> bool:
    """Whether the score is a range somewhere on the curve."""
    stretches = graph.hull.stretches
    seen = whole_stretches(stretches, graph.unit) if graph.whole else iter(stretches)
    return any(not stretch.what.exact for stretch in seen)
