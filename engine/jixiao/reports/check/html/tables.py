"""Tables of a page: heads with their scope, in a frame that scrolls where they are wider than a phone."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from jixiao.reports.page.html import element


def wide_table(
    label: str, heads: Sequence[str], rows: Sequence[Element], *, figures: Sequence[int] = (), kind: str = ""
) -> Element:
    """Give rows under their heads; `figures` are the places of columns of numbers, set to the right."""
    head = [
        element("th", text, scope="col", **({"class_": "figure"} if place in figures else {}))
        for place, text in enumerate(heads)
    ]
    table = element(
        "table",
        element("thead", element("tr", *head)),
        element("tbody", *rows),
        aria_label=label,
        **({"class_": kind} if kind else {}),
    )
    return element("div", table, class_="wide", tabindex="0", role="region", aria_label=label)
