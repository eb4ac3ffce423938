"""A page taken apart: its elements, texts and links, and whether it is whole."""

from __future__ import annotations

import re
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input"}
LOADING = {"src", "srcset", "data", "action", "xlink:href", "poster", "background"}
"""Attributes that make a browser fetch something."""
KNOWN = set(
    "html head meta title style body header main footer nav section article aside div span p h1 h2 h3 h4 h5 ol ul li dl dt dd a "
    "strong b small code br blockquote mark del ins table caption thead tbody tr th td figure figcaption svg desc line text circle "
    "polygon rect template".split()
)
"""All elements that pages are made of; a text that became markup would hardly keep to them."""


class Page(HTMLParser):
    """The elements of a page, and whether they are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.inside: dict[str, list[str]] = {}
        """The texts within each element that has an id, by the id."""
        self._ids: list[str | None] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self._ids.append(dict(attrs).get("id"))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self._ids.pop()

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        for name in filter(None, self._ids):
            self.inside.setdefault(name, []).append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """Give the attributes of all elements of a name."""
        return [attributes for name, attributes in self.elements if name == tag]

    def of(self, kind: str) -> list[dict[str, str | None]]:
        """Give the attributes of all elements of a class."""
        return [each for _, each in self.elements if kind in (each.get("class") or "").split()]

    @property
    def ids(self) -> list[str]:
        """All ids, in the order of the page."""
        return [str(each["id"]) for _, each in self.elements if "id" in each]

    @property
    def told(self) -> str:
        """All that is written on it."""
        return "".join(self.texts)

    def said(self, name: str) -> str:
        """Give what is written in the element of an id."""
        return "".join(self.inside[name])


def assert_whole(text: str) -> Page:
    """Hold a page to what every page is: alone, Chinese, without scripts, every link leading somewhere on it."""
    page = Page(text)
    assert {tag for tag, _ in page.elements} <= KNOWN
    assert page.named("html") == [{"lang": "zh-CN"}]
    for _, attributes in page.elements:
        assert not LOADING & set(attributes)
        assert not any(name.startswith("on") for name in attributes)
    assert not re.search(r"url\(|@import", text.split("</style>", maxsplit=1)[0])
    ids = page.ids
    assert len(ids) == len(set(ids))
    hrefs = [str(each["href"]) for each in page.named("a")]
    assert all(href.startswith("#") for href in hrefs)
    assert {href[1:] for href in hrefs} <= set(ids)
    assert all(each.get("scope") in ("col", "row") for each in page.named("th"))
    return page
