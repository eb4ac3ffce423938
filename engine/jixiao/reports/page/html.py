"""Elements of a page, built as a tree, so that no text can become markup."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from xml.etree.ElementTree import Element, tostring

from jixiao.reports.page.printable import printable, visible

Child = Element | str | None
"""An element, a text, or nothing."""

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""A browser that opens the page runs no script and fetches nothing, whatever stands in it."""


class Verbatim(str):
    """A text whose spaces stay as they are: a piece of a report, which goes on behind it."""

    __slots__ = ()


def element(tag: str, *children: Child, **attributes: str) -> Element:
    """Give an element; `class_` is class, and _ in any other attribute's name is -."""
    made = Element(tag, {_attribute(name): printable(value) for name, value in attributes.items()})
    for child in children:
        add(made, child)
    return made


def add(parent: Element, child: Child) -> None:
    """Put a child behind what an element already holds."""
    if child is None:
        return
    if isinstance(child, Element):
        parent.append(child)
        return
    text = visible(child) if isinstance(child, Verbatim) else printable(child)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def page(title: str, body: Sequence[Element], kind: str = "") -> str:
    """Give a whole page in Chinese that needs nothing but itself; `kind` is the class of its body."""
    sheet = Element("style")
    sheet.text = (files("jixiao.reports.page") / "page.css").read_text(encoding="utf-8")
    whole = element(
        "html",
        element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", http_equiv="Content-Security-Policy", content=POLICY),
            element("title", title),
            sheet,
        ),
        element("body", *body, **({"class_": kind} if kind else {})),
        lang="zh-CN",
    )
    return f"<!doctype html>\n{markup(whole)}\n"


def markup(made: Element) -> str:
    """Write an element as HTML."""
    return tostring(made, encoding="unicode", method="html")


def _attribute(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
