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
    """Give the text with � for each sign that steers or shows nothing; no other changes, and its length stays."""
    if text.isprintable():
        return text
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(sign) in _UNSEEN or _is_no_sign(sign) else sign
        for sign in text
    )


def _is_no_sign(sign: str) -> bool:
    """Whether Unicode keeps this number for programs: XML knows no such sign."""
    return ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF
