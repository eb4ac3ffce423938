"""Blanks that are none to YAML: they look like one, and are characters of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.files import messages
from jixiao.files.yaml.slips.slip import KEY, Lines, Slip

UNSEEN = "\u00a0\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2064\u3000\u3164\ufeff\u00ad"
"""Blanks of other widths, and signs of no width, as a class of a pattern has them."""
_NO_WIDTH = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_NAMES = {"\u00a0": "不间断空格", "\u3000": "全角空格"}

_INDENT = re.compile(rf" *[{UNSEEN}][ {UNSEEN}]*")
_AROUND_COLON = re.compile(
    rf"({KEY})([ {UNSEEN}]*:[ {UNSEEN}]*[{UNSEEN}][ {UNSEEN}]*|[ {UNSEEN}]*[{UNSEEN}]:)"
)
_ANY = re.compile(f"[{UNSEEN}]")


def named(sign: str) -> str:
    """Name a blank that is none: 不间断空格（U+00A0）."""
    name = _NAMES.get(sign) or ("看不见的字符" if _NO_WIDTH.match(sign) else "特殊空格")
    return f"{name}（U+{ord(sign):04X}）"


def first_unseen(text: str) -> str:
    """Give the first such sign of a text, or ""."""
    found = _ANY.search(text)
    return found[0] if found else ""


def in_indentation(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield what a line is without such blanks before its first word: each for one, or for its width."""
    found = _INDENT.match(lines[number])
    if found is None:
        return
    sign = first_unseen(found[0])
    count = sum(1 for line in lines if _INDENT.match(line))
    more = messages.UNSEEN_LINES.format(count=count) if count > 1 else ""
    message = messages.UNSEEN_INDENT.format(name=named(sign), more=more)
    seen = _NO_WIDTH.sub("", found[0])
    for width in dict.fromkeys((1, 2) if "\u3000" in seen else (1,)):
        blanks = "".join(" " * width if one == "\u3000" else " " for one in seen)
        rest = lines[number][found.end() :]
        yield Slip(number, found[0].index(sign), message, {number: blanks + rest})


def around_colon(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield what a line is with a blank behind the colons that have none."""
    line = lines[number]
    found = _AROUND_COLON.search(line)
    if found is not None:
        sign = first_unseen(found[2])
        message = messages.UNSEEN_AT_COLON.format(name=named(sign))
        mended = _AROUND_COLON.sub(r"\1: ", line)
        yield Slip(number, found.start(2) + found[2].index(sign), message, {number: mended})
