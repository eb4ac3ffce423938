"""A page without what nobody sees: scripts, comments, and what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

_UNSEEN = frozenset(
    """
    head title script style noscript template xml object embed applet iframe frame svg math canvas audio video
    select option datalist button input textarea map area dialog
    """.split()
)
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE
)


def elements(root: HtmlElement) -> Iterator[HtmlElement]:
    """Give an element and all inside it, outer before inner; nothing but elements."""
    for one in root.iter():
        if isinstance(one.tag, str):
            yield one


def tag_of(element: HtmlElement) -> str:
    """Give an element's name without a prefix for a program: `o:p` is `p` of Office, and no paragraph."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def leave_out_unseen(root: HtmlElement) -> None:
    """Take out of a page what is not seen."""
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction, etree.Entity)
    for one in [one for one in elements(root) if _is_unseen(one)]:
        take_out(one)


def _is_unseen(element: HtmlElement) -> bool:
    return (
        tag_of(element) in _UNSEEN
        or "hidden" in element.attrib
        or bool(_HIDDEN.search(element.get("style", "")))
    )


def take_out(element: HtmlElement) -> None:
    """Take out an element with all inside it; the text after it stays. A cell stays too, empty."""
    if tag_of(element) in {"td", "th"}:
        for child in list(element):
            element.remove(child)
        element.text = None
    elif element.getparent() is not None:
        element.drop_tree()
