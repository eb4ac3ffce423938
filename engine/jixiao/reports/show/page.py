"""A table as a page that stands alone: to read on a screen of any width, and to print."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element

from jixiao import __version__
from jixiao.model.diagnostic import Diagnostic
from jixiao.model.portrait import IndicatorPortrait, Misread, TablePortrait
from jixiao.model.ruleset import Indicator
from jixiao.quantity import points_text
from jixiao.reports.page.html import element, page
from jixiao.reports.show.sentence_page import standard_parts
from jixiao.reports.show.words import computed_by, facts_of, heading_facts, title_of

UNSORTED = "指标"
"""Heading over indicators that belong to no category."""


def render_table_page(table: TablePortrait) -> str:
    """Give the page of a table, or of those of its indicators that are shown."""
    title = title_of(table.ruleset)
    body = [
        element("header", element("h1", title), facts_list(heading_facts(table))),
        *_problems(table.problems),
        *([_contents(table)] if len(table.indicators) > 1 else []),
        element("main", *_sections(table)),
        element("footer", element("p", f"jixiao {__version__} 生成。指标表与数据项的摘要（SHA-256）："),
                element("p", table.ruleset.digest, class_="digest")),
    ]  # fmt: skip
    return page(title, body)


def facts_list(facts: Iterator[tuple[str, str]]) -> Element:
    """Give labels with their texts."""
    rows = [element("div", element("dt", label), element("dd", text)) for label, text in facts]
    return element("dl", *rows, class_="facts")


def _problems(problems: tuple[Diagnostic, ...]) -> Iterator[Element]:
    for problem in problems:
        yield element("p", f"有误：{problem}", class_="problem")


def _contents(table: TablePortrait) -> Element:
    entries = [
        element(
            "li",
            element("a", _marked(one.indicator), href=f"#{one.indicator.id}"),
            f" {points_text(one.indicator.points)} 分",
            element("strong", " 看不懂") if one.problems else None,
        )
        for one in table.indicators
    ]
    return element("nav", element("h2", "目录"), element("ol", *entries), aria_label="目录")


def _sections(table: TablePortrait) -> Iterator[Element]:
    numbered = enumerate(table.indicators, start=1)
    for category, group in groupby(numbered, key=lambda pair: pair[1].indicator.category[:1]):
        articles = [_article(portrait, number) for number, portrait in group]
        yield element("section", element("h2", *category or (UNSORTED,)), *articles)


def _article(portrait: IndicatorPortrait, number: int) -> Element:
    indicator = portrait.indicator
    heading = element(
        "h3",
        _marked(indicator),
        " ",
        element("span", f"{points_text(indicator.points)} 分", class_="points"),
    )
    sentence, computed = indicator.standard.text, computed_by(indicator)
    parts = [*standard_parts("评分标准", sentence, portrait.standard, indicator.name, 2 * number, computed)]
    if indicator.qualitative is not None and portrait.qualitative is not None:
        parts += standard_parts(
            "定性标准", indicator.qualitative.text, portrait.qualitative, indicator.name, 2 * number + 1
        )
    misread = isinstance(portrait.standard, Misread) or isinstance(portrait.qualitative, Misread)
    problems = () if misread else portrait.problems  # the sentence itself shows where it is misread
    return element(
        "article", heading, facts_list(facts_of(indicator)), *parts, *_problems(problems), id=indicator.id
    )


def _marked(indicator: Indicator) -> str:
    return f"{indicator.name}*" if indicator.provisional else indicator.name
