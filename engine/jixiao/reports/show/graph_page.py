"""A graph in a page: its drawing with a legend, and the same as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from jixiao.model.term import Graph
from jixiao.reports.draw.pieces import PIECE_HEADING, curve_rows, sample_rows, shortened
from jixiao.reports.draw.svg import curve_svg
from jixiao.reports.page.html import element
from jixiao.reports.show.graph_lines import is_shaded

MAX_ROWS = 40
"""A longer table is shown by its first and last rows."""


def drawn(graph: Graph, name: str, key: str) -> Element:
    """Give a drawing beside its tables."""
    several = len(graph.curves) > 1
    tables = element("div", *graph_tables(graph), class_="tables")
    return element("div", figure(graph, name, key), tables, class_="views several" if several else "views")


def figure(graph: Graph, name: str, key: str, caption: str = "") -> Element:
    """Give a drawing with its legend; `key` tells it from others on the page."""
    said = element("b", caption) if caption else None
    return element("figure", curve_svg(graph, name, key), element("figcaption", said, *_legend(graph)))


def _legend(graph: Graph) -> Iterator[Element]:
    """Yield what the lines and the shade are, where there is more than one line."""
    several = len(graph.curves) > 1
    for place, curve in enumerate(graph.curves if several else ()):
        line = element("line", x1="0", y1="6", x2="34", y2="6", class_=f"curve c{place % 6 + 1}")
        yield _key(line, curve.reading)
    if is_shaded(graph) and not graph.dotted:
        shade = element("rect", x="0", y="0", width="34", height="12", class_="band")
        yield _key(shade, "得分是一个范围")


def _key(sample: Element, text: str) -> Element:
    drawing = element("svg", sample, viewBox="0 0 34 12", class_="key", aria_hidden="true")
    return element("span", drawing, text)


def graph_tables(graph: Graph) -> Iterator[Element]:
    """Yield what values earn: a table for each way to read the sentence, or some values of a bent curve."""
    if graph.samples:
        yield table("举几个数值：", ("数值", "得分"), sample_rows(graph), "samples")
        return
    for curve in graph.curves:
        yield table(curve.reading, PIECE_HEADING, shortened(curve_rows(graph, curve), MAX_ROWS), "pieces")


def table(caption: str, heading: tuple[str, ...], rows: Sequence[tuple[str, ...]], kind: str) -> Element:
    """Give rows under a heading."""
    head = element("tr", *(element("th", cell, scope="col") for cell in heading))
    body = [element("tr", *(element("td", cell) for cell in row)) for row in rows]
    return element(
        "table",
        element("caption", caption) if caption else None,
        element("thead", head),
        element("tbody", *body),
        class_=kind,
    )
