"""The table of contents of a report: heads with the number of a page, which is no figure."""

from __future__ import annotations

import re

from jixiao.dataclass import dataclass

_TITLE = re.compile(r"目[ \t\u3000]*[录次]")
_ENTRY = re.compile(r"[^\n]{2,60}?(?:\t|[.．…·]{3,})[ \t.．…·]*\d{1,3}")
WHY = "目录的页码"


@dataclass(slots=True)
class Contents:
    """Follows the paragraphs of a report; `is_open`: the last one was the title of its contents, or an entry."""

    is_open: bool = False

    def takes(self, words: str) -> bool:
        """Whether a paragraph is the title or entries of the contents; lines may have been joined to one."""
        lines = [line.strip() for line in words.strip().split("\n")]
        titled = _TITLE.fullmatch(lines[0]) is not None
        entries = lines[1:] if titled else lines
        self.is_open = (titled or self.is_open) and all(map(_ENTRY.fullmatch, entries))
        return self.is_open
