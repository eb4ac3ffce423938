"""Messages that repeat what somebody wrote: cut to what a line can carry, with what is near.

A piece of a file is shortened, a list of names bounded, and a name that is not known comes with
those that are spelt like it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jixiao.language.formula import plain_name
from jixiao.quantity import MAX_NEAR, alike, meant

MAX_SHOWN = 40
"""Longest piece of a file that a message repeats. Stops a file from flooding the screen."""

MAX_LISTED = 12
"""Most names that a message lists. Stops an error about one name from filling the screen."""


class Bounded(str):
    """A text that is already short enough for a message."""

    __slots__ = ()


def filled(message: str, **pieces: object) -> str:
    """Fill a message; pieces that come from a file are cut so that it stays readable."""
    return message.format(
        **{name: shortened(piece) if isinstance(piece, str) else piece for name, piece in pieces.items()}
    )


def shortened(text: str) -> str:
    """Cut a text to what a message can carry, on one line."""
    if isinstance(text, Bounded):
        return text
    line = " ".join(text[: 4 * MAX_SHOWN].split())
    return line if len(line) <= MAX_SHOWN else f"{line[:MAX_SHOWN]}…"


def listed(names: Iterable[str]) -> Bounded:
    """Write names for a message: each one cut, at most a dozen."""
    known = list(names)
    shown = "、".join(shortened(name) for name in known[:MAX_LISTED]) or "（无）"
    return Bounded(f"{shown} 等 {len(known)} 个" if len(known) > MAX_LISTED else shown)


def nearest(name: str, known: Mapping[str, str], most: int = MAX_NEAR) -> Bounded:
    """Write the spellings nearest to a name, for the end of a message; empty if none is near.

    `known` are spellings by what is compared (see `spellings`).
    """
    return suggested(known[key] for key in alike(plain_name(name[:MAX_SHOWN]), known, most))


def suggested(names: Iterable[str]) -> Bounded:
    """Ask at the end of a message whether these names were meant; empty where there are none."""
    asked = meant(shortened(name) for name in names)
    return Bounded(f"，{asked}" if asked else "")
