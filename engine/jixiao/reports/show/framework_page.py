"""A common framework as a page that stands alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element

from jixiao import __version__
from jixiao.model.framework import CommonIndicator, Framework
from jixiao.reports.page.html import element, page
from jixiao.reports.show.framework_words import (
    common_facts,
    framework_facts,
    marked,
    provenance_text,
    title_of,
)
from jixiao.reports.show.page import facts_list


def render_framework_page(framework: Framework) -> str:
    """Give the page of a framework, or of those of its indicators that are shown."""
    title = title_of(framework)
    body = [
        element("header", element("h1", title), facts_list(framework_facts(framework))),
        element("main", *_sections(framework)),
        element("footer", element("p", f"jixiao {__version__} 生成。")),
    ]
    return page(title, body)


def _sections(framework: Framework) -> Iterator[Element]:
    for category, group in groupby(framework.indicators, key=lambda one: one.category):
        yield element("section", element("h2", " › ".join(category)), *map(_article, group))


def _article(indicator: CommonIndicator) -> Element:
    facts = [*common_facts(indicator), ("出处", provenance_text(indicator))]
    return element("article", element("h3", marked(indicator)), facts_list(iter(facts)), id=indicator.id)
