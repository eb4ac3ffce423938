"""A sentence with a caret under the words at which reading it stopped."""

from __future__ import annotations

from rich.cells import cell_len

from jixiao.reports.page.printable import printable

BEFORE = 3
"""A sentence that is too long is cut so that about a third of the line stands before the caret."""
CUT = "…"


def caret_lines(text: str, position: int, length: int, width: int) -> tuple[str, str]:
    """Give the line in which the position stands, cut to fit, and the carets under it.

    The position counts characters; one beyond the end is behind the last word.
    """
    line, place = _line_at(text, position)
    signs = [_seen(sign) for sign in line]
    end = max(min(place + length, len(signs)), place + 1)
    start, stop = _window(signs, place, width)
    before, behind = (CUT if start else ""), (CUT if stop < len(signs) else "")
    room = cell_len(before + "".join(signs[start:place]))
    carets = cell_len("".join(signs[place : min(end, stop)])) or 1
    return before + "".join(signs[start:stop]) + behind, " " * room + "^" * carets


def _line_at(text: str, position: int) -> tuple[str, int]:
    """Give the line of a text that holds a position, and the position in it."""
    position = min(max(position, 0), len(text))
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return text[start : len(text) if end < 0 else end], position - start


def _seen(sign: str) -> str:
    """Give what stands for one character: itself, a space, or � for what cannot be seen."""
    return " " if sign.isspace() else printable(sign)


def _window(signs: list[str], place: int, width: int) -> tuple[int, int]:
    """Give from where to where the characters fit the width, the place among them."""
    if cell_len("".join(signs)) <= width:
        return 0, len(signs)
    room = max(width - 2 * cell_len(CUT), 8)
    start = place
    while start > 0 and cell_len("".join(signs[start - 1 : place])) <= room // BEFORE:
        start -= 1
    stop = max(start, place)
    while stop < len(signs) and cell_len("".join(signs[start : stop + 1])) <= room:
        stop += 1
    while start > 0 and cell_len("".join(signs[start - 1 : stop])) <= room:
        start -= 1
    return start, stop
