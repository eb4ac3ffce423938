"""Text of unknown origin, made safe to show on a terminal and in one line."""

from __future__ import annotations

import unicodedata

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""Categories that move the cursor, turn the direction of writing, or show nothing."""


def printable(text: str) -> str:
    """Give the text on one line, with � for what would steer the terminal.

    File names that are not in the terminal's encoding are read as UTF-8.
    """
    if any("\udc80" <= sign <= "\udcff" for sign in text):
        text = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if text.isprintable():
        return text
    return visible(" ".join(text.split()))


def visible(text: str) -> str:
    """Give the text with � for each sign that steers or shows nothing, a space for what breaks a line.

    Its other spaces and its length stay.
    """
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(sign: str) -> str:
    if unicodedata.category(sign) not in _UNSEEN and not _is_no_sign(sign):
        return sign
    return " " if sign.isspace() else "\N{REPLACEMENT CHARACTER}"


def _is_no_sign(sign: str) -> bool:
    """Whether Unicode keeps this number for programs: XML knows no such sign."""
    return ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF
