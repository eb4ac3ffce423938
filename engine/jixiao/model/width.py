"""How wide a text is where every sign takes one cell or two: a terminal, an editor."""

from __future__ import annotations

import unicodedata


def cells_of(text: str) -> int:
    """Give the width in cells. rich knows more, but takes longer to load than help or a draft may take."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
