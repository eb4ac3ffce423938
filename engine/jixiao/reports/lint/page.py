"""The page about a lint, on a terminal: Markdown with its marks turned into layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from jixiao.reports.page.printable import printable
from jixiao.reports.page.wrap import wrap

MAX_WIDTH = 100
INDENT = 2
_HEADING = re.compile(r"#+ +(.*)")
_MARKS = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\([^)]+\)")
"""What a terminal shows without its marks: code, what is strong, and links."""


def render_page(markdown: str, console: Console) -> None:
    """Print a page: headings stand out, examples stay as they are written."""
    for line in _lines(markdown, min(console.width, MAX_WIDTH)):
        console.print(line, soft_wrap=True, highlight=False)


def _lines(markdown: str, width: int) -> Iterator[Text]:
    is_example = False
    for line in markdown.splitlines():
        if line.startswith("```"):
            is_example = not is_example
        elif is_example:
            yield Text(
                f"{' ' * INDENT}{' ' * (len(line) - len(line.lstrip()))}{printable(line.lstrip())}", "cyan"
            )
        elif heading := _HEADING.match(line):
            yield Text(printable(heading[1]), "bold")
        else:
            plain = _MARKS.sub(lambda found: next(filter(None, found.groups())), line)
            yield from (Text(one) for one in wrap(plain, width))
