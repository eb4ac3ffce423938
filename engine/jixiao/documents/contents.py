"""Where a report lists its own sections (目录): the numbers there are pages, and the heads begin nothing.

A list begins at its title, or at lines with leaders (部门概况……3), and ends where the first section of the report does:
at a head that the list has named, at a sentence, at a figure, or behind the last page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.dataclass import dataclass, field

CONTENTS = "目录"
"""What the paragraphs of a list are marked as."""
LONGEST = 80
"""Longest line of a list."""
MOST = 300
"""Most lines of one list; that of a report of 300 pages has 150. Stops a text of short lines from being taken for one."""
LONGEST_PAGE = 4
"""Most digits of a page."""
MIN_LEADERS = 2
"""Signs of a leader are more than these; two may be a slip."""
MIN_PAGES = 2
MIN_HEADS = 3
"""Fewest lines with a page, and fewest heads without any page, that are a list."""
_TITLE = re.compile(r"[\[【(（]?(?:目\s*[录次]|contents)[\]】)）]?[:：]?", re.IGNORECASE)
_LEADERS = ".．…·‥・。_﹒⋯-—－"
"""Signs that lead from a head to its page."""
_BARS = "/／|｜"
_AROUND = " \t\u3000\u00a0()（）-—－"
"""What may stand around a page: （12）, - 12 -."""
_NO_HEAD = ",，％%+"
"""Signs behind which a number is no page."""
_SENTENCE = re.compile(r"[。；;！？]|[,，].*[,，]")
_NUMBERED = re.compile(
    r"(?:第[一二三四五六七八九十\d]{1,3}(?:部分|章|节)|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．])\s*"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")


def contents_in(lines: Sequence[str]) -> Iterator[range]:
    """Yield the lines that are lists of sections, in their order; empty lines count for nothing."""
    place = 0
    while place < len(lines):
        end = _listed(lines, place) if _TITLE.fullmatch(lines[place].strip()) else _led(lines, place)
        if end > place:
            yield range(place, end)
        place = max(end, place + 1)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list that has a page: its head, empty where the page stands alone, and where the page stands."""

    head: str
    start: int
    end: int
    page: int
    led: bool
    """Whether signs lead from the head to the page."""


def entry_of(line: str) -> Entry | None:
    """Give a line's head and page; None for a number of cents, a second number of a row, and what has none."""
    before = line.rstrip(_AROUND)
    end = len(before)
    start = len(before.rstrip("0123456789"))
    if not 0 < end - start <= LONGEST_PAGE:
        return None
    head = before[:start].rstrip(_LEADERS + _BARS + _AROUND)
    gap = before[len(head) : start]
    led = "…" in gap or sum(gap.count(sign) for sign in _LEADERS) > MIN_LEADERS
    entry = Entry(head, start, end, int(before[start:end]), led)
    if not head:
        return None if "." in gap else entry
    if led or any(bar in gap for bar in _BARS):
        return entry
    return None if head[-1].isdigit() or head[-1] in _NO_HEAD or set(gap) & set(".．") else entry


def _led(lines: Sequence[str], start: int) -> int:
    """Give where lines with leaders end that begin here; the beginning itself where they are no list."""
    end = start
    while end < len(lines) and len(lines[end]) <= LONGEST:
        entry = entry_of(lines[end])
        if entry is None or not entry.led or not entry.head:
            break
        end += 1
    return end if end - start > MIN_PAGES else start


@dataclass(slots=True)
class _List:
    """What was seen of a list so far."""

    end: int
    pages: int = 0
    page: int = 0
    heads: set[str] = field(default_factory=set)

    def paged(self, page: int, place: int) -> bool:
        """Take a page; no where it comes before the last one, which pages never do."""
        if page < self.page:
            return False
        self.page, self.pages, self.end = page, self.pages + 1, place + 1
        return True


def _listed(lines: Sequence[str], start: int) -> int:
    """Give where a list with a title ends; its beginning where it is none."""
    seen = _List(start)
    for place in range(start + 1, min(len(lines), start + MOST)):
        line = lines[place].strip()
        if not line:
            continue
        if len(line) > LONGEST or _SENTENCE.search(line) or _TITLE.fullmatch(line):
            break
        if (entry := entry_of(line)) is not None:
            if not seen.paged(entry.page, place):
                break
            seen.heads.add(_bare(entry.head))
            continue
        head = _bare(line)
        if head in seen.heads:  # the report itself begins
            is_list = seen.pages >= MIN_PAGES or len(seen.heads) >= MIN_HEADS
            return place if is_list else start
        if re.search(r"\d", _YEAR.sub("", head)):
            break
        seen.heads.add(head)
    return seen.end if seen.pages >= MIN_PAGES else start


def _bare(head: str) -> str:
    """Give a head without its number and its spaces."""
    return "".join(_NUMBERED.sub("", head.strip(), count=1).split()).strip('“”"')
