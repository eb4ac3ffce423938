"""A comparison of tables as a page that stands alone, for a meeting to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from xml.etree.ElementTree import Element

from jixiao import __version__
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
from jixiao.reports.page.html import element, page

MAX_MOVERS = 3
"""Most indicators told of one case that moves."""


def render_diff_page(found: Comparison) -> str:
    """Give the page of a comparison."""
    title = "指标表变动对照"
    body = [
        element("header", element("h1", title), *(element("p", note) for note in found.notes)),
        *(element("p", f"有误：{problem}", class_="problem") for problem in found.errors),
        element("main", *(_table(change) for change in found.tables)),
        element("footer", element("p", f"jixiao {__version__} 生成。")),
    ]
    style = (files("jixiao.reports.diff") / "page.css").read_text(encoding="utf-8")
    return page([element("title", title)], body, style)


def _table(change: TableChange) -> Element:
    difference = change.difference
    changed = [one for one in difference.indicators if one.kind != "same"]
    parts = [
        element("h2", heading_of(difference)),
        element("p", verdict_of(difference), class_="verdict"),
        _list((*difference.rules, *difference.notes)),
        *(_indicator(one) for one in changed),
    ]
    if change.impact is not None:
        parts += _impact(change.impact, change)
    return element("section", *parts)


def _list(lines: Sequence[str], class_: str = "notes") -> Element | None:
    return element("ul", *(element("li", line) for line in lines), class_=class_) if lines else None


def _indicator(one: IndicatorDifference) -> Element:
    heading = element("h3", one.name, " ", element("span", KINDS[one.kind], class_=f"kind {one.kind}"))
    return element("article", heading, _list(words_of(one)), _list(regions_of(one), "regions"))


def _impact(impact: Impact, change: TableChange) -> Iterator[Element]:
    yield element("h3", "对案例的影响")
    yield element("p", impact_verdict(impact), class_="verdict")
    if impact.still_open:
        yield element("p", open_grades_of(impact))
    bars = distribution(impact, change.difference.new.full)
    if bars:
        yield _histogram(bars)
    if impact.moved:
        yield _cases(impact.moved)


def _cases(moved: Sequence[CaseImpact]) -> Element:
    heads = ("案例", "变前", "变后", "等级", "名次", "因为")
    head = element("thead", element("tr", *(element("th", one) for one in heads)))
    return element("table", head, element("tbody", *(_case(case) for case in moved)))


def _case(case: CaseImpact) -> Element:
    because = [element("p", mover_text(one)) for one in case.movers[:MAX_MOVERS]]
    cells = [
        element("td", case.unit, element("br"), element("small", case.label)),
        element("td", standing_text(case.old), class_="figure"),
        element("td", standing_text(case.new), class_="figure"),
        element("td", grades_text(case)),
        element("td", rank_text(case)),
        element("td", *because),
    ]
    return element("tr", *cells, class_="crosses" if case.crosses_grade else "")


def _histogram(bars: Sequence[tuple[str, int, int]]) -> Element:
    most = max(max(old, new) for _, old, new in bars)
    rows = []
    for label, old, new in bars:
        pair = [_bar(old, most, "old"), _bar(new, most, "new")]
        rows.append(element("div", element("span", label, class_="bin"), element("div", *pair), class_="row"))
    caption = element(
        "figcaption",
        "总分的分布（个案例）：",
        element("i", "变前", class_="old"),
        " ",
        element("i", "变后", class_="new"),
    )
    return element("figure", caption, *rows)


def _bar(count: int, most: int, which: str) -> Element:
    width = 100 * count / most
    bar = element("span", class_=f"bar {which}", style=f"width:{width:.1f}%")
    return element("div", bar, f" {count}", class_="line")
