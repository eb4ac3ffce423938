"""Lines joined into paragraphs: a line that fills its width goes on in the next, unless that is indented."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from jixiao.dataclass import dataclass
from jixiao.documents.readers.pdf.lines import Line, run_on
from jixiao.documents.readers.pdf.sheet import Part, Sheet

_LEAST_WIDTH = 0.82
"""Where a text ends at its right, at least, as a part of the page's width: what ends before fills no line."""
_HANGING = 1.0
"""How far, in sizes, a full line may end before the margin: where others end in a sign that hangs over it."""
_MOST_GAP = 1.5
"""How much farther than is usual, as a multiple, two lines of one paragraph may lie apart."""
_LEAST_GAP = 1.2
"""How much farther than is usual, as a multiple, lines lie apart where a sentence ended and a paragraph may."""
_MOST_PITCH = 3.0
"""How far lines of one paragraph lie apart at most, in sizes."""
_MOST_INDENT = 6
"""How far right of the next line, in sizes, a paragraph begins at most; what begins farther right stands alone."""

_ENOUGH_LINES = 6
"""Full lines from which on it can be told whether a text is justified."""

_FIGURE = re.compile(r"[0-9A-Za-z]")
_NO_START = re.compile(r"[×÷=＝%％，。、；：！？）】〕》”’,;:!?)\]]")
"""What no paragraph begins with."""
_ENDED = re.compile(r"[。！？；：!?;:]$")
_NUMBERED = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、章节条]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.](?!\d)|[①-⑳])"
)


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the text of pages of one width begins and ends, in points, and how far its lines lie apart."""

    left: float
    right: float
    pitch: float
    is_justified: bool


def margins(sheets: Iterable[Sheet]) -> dict[int, Margins]:
    """Tell the margins of pages by their width."""
    by_width: dict[int, list[Line]] = {}
    for sheet in sheets:
        lines = [one for one in sheet.parts if isinstance(one, Line)]
        by_width.setdefault(round(sheet.width), []).extend(lines)
    return {width: _margins(lines, width) for width, lines in by_width.items()}


def _margins(lines: Sequence[Line], width: int) -> Margins:
    size = sorted(one.size for one in lines)[len(lines) // 2] if lines else 1.0
    left = _shared([one.x0 for one in lines], size)
    right = -_shared([-one.x1 for one in lines], size)
    gaps = sorted(
        below.top - above.top
        for above, below in pairwise(lines)
        if above.page == below.page and below.top - above.top > 0.8 * size
    )
    # The lower quarter: within paragraphs lines lie closest.
    pitch = min(gaps[len(gaps) // 4], _MOST_PITCH * size) if gaps else 2 * size
    right = max(right, _LEAST_WIDTH * width)
    return Margins(left, right, pitch, _is_justified(lines, right))


def _is_justified(lines: Iterable[Line], right: float) -> bool:
    """Tell whether full lines end at one place. Those without figures do so anyway: all characters are equally wide."""
    full = [one.x1 for one in lines if one.x1 > right - 1.2 * one.size and _FIGURE.search(one.text)]
    return len(full) >= _ENOUGH_LINES and 4 * sum(abs(right - end) <= 1 for end in full) >= 3 * len(full)


def _shared(places: Sequence[float], size: float) -> float:
    """Give the outermost place at which several lines begin; the outermost of all where none is shared."""
    ordered = sorted(places)
    least = max(2, len(ordered) // 20)
    for number, place in enumerate(ordered):
        if number + least <= len(ordered) and ordered[number + least - 1] - place <= size:
            return place
    return ordered[0] if ordered else 0.0


def paragraph(parts: Sequence[Part], at: int, margin: Margins) -> tuple[str, int]:
    """Join the lines from a place on into a paragraph; gives its text, and where the part after it stands."""
    before = parts[at]
    assert isinstance(before, Line)
    text, following = before.text, at + 1
    while following < len(parts):
        line = parts[following]
        if not isinstance(line, Line) or not _goes_on(before, line, margin, is_first=following == at + 1):
            break
        text, before, following = run_on(text, line.text), line, following + 1
    return text, following


def _goes_on(before: Line, line: Line, margin: Margins, *, is_first: bool) -> bool:
    if abs(before.size - line.size) > 0.15 * max(before.size, line.size):
        return False
    if before.page == line.page and line.top - before.top > _MOST_GAP * max(margin.pitch, 1.2 * line.size):
        return False
    is_apart = before.page == line.page and line.top - before.top > _LEAST_GAP * margin.pitch
    if is_apart and _ENDED.search(before.text):
        return False
    if not is_apart and _NO_START.match(line.text) and not _ENDED.search(before.text):
        return (
            True  # (a÷b) on one line, ×100%=31.06% on the next: what may not be broken leaves the line short
        )
    reach = before.x1 if margin.is_justified else before.x1 + line.first_width
    if reach < margin.right - _HANGING * line.size:
        return False
    indent = line.x0 - before.x0
    if indent < -_MOST_INDENT * line.size:
        return False
    if indent > 0.8 * line.size:  # centred, or under the first word of a numbered one
        is_centred = indent > 2.5 * line.size and abs(before.x0 + before.x1 - line.x0 - line.x1) < line.size
        is_hanging = is_first and bool(_NUMBERED.match(before.text)) and not _NUMBERED.match(line.text)
        return is_centred or (is_hanging and indent < 4 * line.size)
    right_by = (line.x0 - margin.left) / line.size
    if right_by > 1 and indent > -0.8 * line.size:  # both begin at one place, right of the margin
        if 1.5 < right_by < 2.6:  # as first lines do: it would have gone on at the margin
            return False
        return not _ENDED.search(before.text) and not _NUMBERED.match(line.text)
    # A full line that ended a sentence, and a number that begins the next line, both at the margin.
    return not (indent > -0.8 * line.size and _ENDED.search(before.text) and _NUMBERED.match(line.text))
