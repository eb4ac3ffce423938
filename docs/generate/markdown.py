"""Pieces of Markdown, written so that what they quote stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_MEANS_SOMETHING = re.compile(r"([|~*_`\\])")


def quote(text: str) -> str:
    """Give a text without anything that Markdown or HTML would read as a mark."""
    return _MEANS_SOMETHING.sub(r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table; columns of figures (得分) to the right."""
    rules = ["--:" if name == "得分" else "---" for name in heading]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heading, rules, *rows))


def section(title: str, parts: Iterable[str]) -> str:
    """Write a section of paragraphs; nothing where there are none."""
    body = "\n\n".join(parts)
    return f"## {title}\n\n{body}" if body else ""
