"""A word that is not known, with the one that was meant; loading this loads no language."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

NEAR = "是否为 {name}"
KNOWN = "可用：{known}"
CUTOFF = 0.5
"""How alike two words must be for one to be suggested."""


def suggestion(word: str, known: Sequence[str]) -> str:
    """Write the nearest of the known words, or all of them where none is near.

    One letter is near to any other: -f is not -o.
    """
    near = difflib.get_close_matches(word, known, n=1, cutoff=CUTOFF) if len(word.lstrip("-")) > 1 else []
    return NEAR.format(name=near[0]) if near else KNOWN.format(known="、".join(known))
