"""The dash that each thing of a list begins with: another sign, without its blank, or not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.files import messages
from jixiao.files.yaml.slips.slip import BEGINNING, Lines, Slip, before, indentation

NEAR = 40
"""How many lines away the other things of a list are looked for."""

_OTHER_DASH = re.compile(r"( *)([—–－―‐‑−─•·●■◆*]+|\d{1,2}[.、)）](?=[\s{]))\s*(?=\S)")
_TIGHT_DASH = re.compile(r"( *)-(?=[^\s-])")
_DASH = re.compile(r" *- ")
_BRACE = re.compile(r" *\{")


def other_dash(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield a line that begins with a sign like a dash, with the dash."""
    found = _OTHER_DASH.match(lines[number])
    if found is not None:
        message = messages.OTHER_DASH.format(sign=found[2][:2])
        mended = f"{found[1]}- {lines[number][found.end() :]}"
        yield Slip(number, found.start(2), message, {number: mended})


def tight_dash(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield a line whose dash has no blank behind it, with the blank."""
    found = _TIGHT_DASH.match(lines[number])
    if found is not None:
        mended = f"{found[1]}- {lines[number][found.end() :]}"
        yield Slip(number, found.end() - 1, messages.TIGHT_DASH, {number: mended})


def missing_dash(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield a line with the dash that those beside it have, or that things one below the other need."""
    line = lines[number]
    indent, text = indentation(line), line.strip()
    if _DASH.match(line) or not (BEGINNING.match(line) or _BRACE.match(line)):
        return
    for other in _beside(lines, number):
        dash = indentation(lines[other])
        if indent in (dash, dash + 2):
            message = messages.MISSING_DASH.format(line=other + 1)
            yield Slip(number, indent, message, {number: f"{' ' * dash}- {text}"})
            return
    first = next((one for one in before(lines, number)), None)
    if first is not None and _BRACE.match(line) and _BRACE.match(lines[first]):
        mended = {one: f"{' ' * indent}- {lines[one].strip()}" for one in _run(lines, first)}
        place = min(mended)
        yield Slip(place, indentation(lines[place]), messages.NO_DASHES, mended)


def _beside(lines: Lines, number: int) -> Iterator[int]:
    """Yield the lines with a dash around one, those before it first."""
    earlier = range(number - 1, max(number - NEAR, -1), -1)
    later = range(number + 1, min(number + NEAR, len(lines)))
    yield from (one for place in (earlier, later) for one in place if _DASH.match(lines[one]))


def _run(lines: Lines, first: int) -> list[int]:
    """Give the lines, one below the other, that begin with a brace as this one does."""
    indent = indentation(lines[first])
    start = end = first
    while start > 0 and _BRACE.match(lines[start - 1]) and indentation(lines[start - 1]) == indent:
        start -= 1
    while end + 1 < len(lines) and _BRACE.match(lines[end + 1]) and indentation(lines[end + 1]) == indent:
        end += 1
    return list(range(start, end + 1))
