"""A comparison of tables as a page that stands alone, for a meeting to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from jixiao import __version__
from jixiao.model.difference import (
    BothCurves,
    CaseImpact,
    Comparison,
    Impact,
    IndicatorDifference,
    TableChange,
)
from jixiao.reports.diff.changed_words import wording
from jixiao.reports.diff.words import (
    KINDS,
    distribution,
    grades_text,
    heading_of,
    impact_verdict,
    mover_text,
    notes_of,
    open_grades_of,
    rank_text,
    regions_of,
    standing_text,
    verdict_of,
)
from jixiao.reports.page.html import element, page
from jixiao.reports.show.graph_page import figure

_SIDES = {"old": "变前", "new": "变后"}
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
    return page(title, body)


def _table(change: TableChange) -> Element:
    difference = change.difference
    changed = [one for one in difference.indicators if one.kind != "same"]
    parts = [
        element("h2", heading_of(difference)),
        element("p", verdict_of(difference), class_="verdict"),
        _list((*difference.rules, *difference.notes)),
        *(_indicator(one, change.drawn.get(one.id, ())) for one in changed),
    ]
    if change.impact is not None:
        parts += _impact(change.impact, change)
    return element("section", *parts)


def _list(lines: Sequence[str], class_: str = "notes") -> Element | None:
    return element("ul", *(element("li", line) for line in lines), class_=class_) if lines else None


def _indicator(one: IndicatorDifference, drawn: Sequence[BothCurves]) -> Element:
    heading = element("h3", one.name, " ", element("span", KINDS[one.kind], class_=f"kind {one.kind}"))
    differ = one.old_text != one.new_text
    return element(
        "article",
        heading,
        wording(one.old_text, one.new_text) if differ else None,
        _list(notes_of(one)),
        _list(regions_of(one), "regions"),
        *(_beside(each, one.name, f"{one.id}-{place}") for place, each in enumerate(drawn)),
    )


def _beside(drawn: BothCurves, name: str, key: str) -> Element:
    """Give the curve before and the curve after, side by side where there is room."""
    called = f"，{drawn.name}" if drawn.name else ""
    sides = [
        element("p", f"{label}{called}：没有随数值变化的得分")
        if graph is None
        else figure(graph, f"{name}{called}（{label}）", f"{key}-{side}", f"{label}{called}")
        for label, side, graph in (("变前", "old", drawn.old), ("变后", "new", drawn.new))
    ]
    return element("div", *sides, class_="views same")


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
    head = element("thead", element("tr", *(element("th", one, scope="col") for one in heads)))
    table = element("table", head, element("tbody", *(_case(case) for case in moved)), class_="listed")
    return element("div", table, class_="wide", tabindex="0", role="region", aria_label="得分变动的案例")


def _case(case: CaseImpact) -> Element:
    because = [element("p", mover_text(one)) for one in case.movers[:MAX_MOVERS]]
    cells = [
        element("th", case.unit, element("br"), element("small", case.label), scope="row"),
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
        element("span", element("b", class_="bar old", style="width:1.5rem"), "变前"),
        element("span", element("b", class_="bar new", style="width:1.5rem"), "变后"),
    )
    return element("figure", caption, *rows)


def _bar(count: int, most: int, which: str) -> Element:
    width = 100 * count / most
    bar = element("span", class_=f"bar {which}", style=f"width:{width:.1f}%")
    return element("div", bar, f" {_SIDES[which]} {count}", class_="bars")
