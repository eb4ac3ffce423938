"""The list of all figures that a case states: where each stands, and what uses it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from jixiao.reports.check.html.links import Links
from jixiao.reports.check.html.report_text import Use
from jixiao.reports.check.html.tables import wide_table
from jixiao.reports.page.html import Child, element

HEADS = ("数据项", "数", "出处", "用于")


def figure_list(links: Links, uses: Mapping[int, Sequence[Use]], names: Sequence[str]) -> Element:
    """Give the list; `names` are those of the projects, where there are several."""
    rows = [_row(place, links, uses.get(place, ()), names) for place in range(len(links.stated))]
    if not rows:
        return element("p", "案例没有写任何数。")
    return wide_table("数据与出处", HEADS, rows, figures=(1,), kind="listed")


def _row(place: int, links: Links, uses: Sequence[Use], names: Sequence[str]) -> Element:
    one = links.stated[place]
    belongs = [
        "自评" if one.is_claim else f"“{one.whole}”的明细" if one.whole else "",
        names[one.project] if names and one.project >= 0 else "",
        one.note,
    ]
    small = "；".join(filter(None, belongs))
    marked = links.marks.get(place)
    source = element("a", one.source or "原文", href=f"#{marked}") if marked else one.source
    return element(
        "tr",
        element("th", one.name, element("br") if small else None,
                element("small", small) if small else None, scope="row"),
        element("td", one.value, class_="figure"),
        element("td", source),
        element("td", *_uses(uses)),
        id=links.anchors.stated(place),
    )  # fmt: skip


def _uses(uses: Sequence[Use]) -> Iterator[Child]:
    for number, use in enumerate(uses):
        yield "、" if number else None
        yield element("a", use.name, href=use.href)
