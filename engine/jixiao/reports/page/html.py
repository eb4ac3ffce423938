"""Elements of a page, built as a tree, so that no text can become markup."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

from jixiao.reports.page.printable import printable

Child = Element | str | None
"""An element, a text, or nothing."""


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
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + printable(child)
    else:
        parent.text = (parent.text or "") + printable(child)


def page(head: list[Element], body: list[Element], style: str) -> str:
    """Give a whole page in Chinese that needs nothing but itself."""
    sheet = Element("style")
    sheet.text = style
    whole = element(
        "html",
        element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            *head,
            sheet,
        ),
        element("body", *body),
        lang="zh-Hans",
    )
    return f"<!doctype html>\n{tostring(whole, encoding='unicode', method='html')}\n"


def _attribute(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
