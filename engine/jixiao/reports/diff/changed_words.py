"""Two wordings of one sentence with what was taken out and put in: whole numbers, never half of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from xml.etree.ElementTree import Element

from jixiao.reports.page.html import Child, element

MAX_SIGNS = 4_000
"""Longer sentences are shown without marks. Stops a comparison that takes the square of their length."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*[%％]?|[A-Za-z]+|.", re.DOTALL)


def wording(old: str, new: str) -> Element:
    """Give both sentences under each other, what differs marked."""
    before, after = marked(old, new)
    return element(
        "dl",
        element("dt", "原"),
        element("dd", *before),
        element("dt", "现"),
        element("dd", *after),
        class_="wording",
    )


def marked(old: str, new: str) -> tuple[list[Child], list[Child]]:
    """Give the pieces of each sentence: what was taken out as <del>, what was put in as <ins>."""
    if len(old) + len(new) > MAX_SIGNS:
        return [old], [new]
    one, other = _WORD.findall(old), _WORD.findall(new)
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    before = _pieces([("".join(one[start:end]), kind != "equal") for kind, start, end, _, _ in steps], "del")
    after = _pieces([("".join(other[start:end]), kind != "equal") for kind, _, _, start, end in steps], "ins")
    return [*before], [*after]


def _pieces(parts: list[tuple[str, bool]], tag: str) -> Iterator[Child]:
    for text, differs in parts:
        if text:
            yield element(tag, text) if differs else text
