"""What somebody may have meant: the known spellings nearest to one that is not known.

The one place that says how alike two texts must be, and how a message asks for what was meant.
Everything that reads what people write suggests through here: rooms above quantity by
`model.messages.nearest`, which cuts long names, and for options by `model.suggestion`.
"""

from __future__ import annotations

from collections.abc import Iterable

MAX_NEAR = 3
"""Most names suggested for one that is not known."""

NEAR = 0.5
"""How alike two names must be for one to be suggested: half of a name of two characters."""


def alike(word: str, known: Iterable[str], most: int = MAX_NEAR) -> list[str]:
    """Give the known words nearest to a word, nearest first; none where none is near."""
    from difflib import get_close_matches  # wanted only once something is wrong

    return get_close_matches(word, list(known), n=most, cutoff=NEAR)


def meant(names: Iterable[str]) -> str:
    """Ask whether these names were meant; empty where there are none."""
    shown = "或".join(f"“{name}”" for name in names)
    return f"是否为{shown}" if shown else ""
