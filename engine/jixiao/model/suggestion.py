"""A word that is not known, with the one that was meant; loading this loads no language."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.quantity import alike, meant

KNOWN = "可用：{known}"


def suggestion(word: str, known: Sequence[str]) -> str:
    """Write the nearest of the known words, or all of them where none is near.

    One letter is near to any other: -f is not -o.
    """
    near = alike(word, known, most=1) if len(word.lstrip("-")) > 1 else ()
    return meant(near) or KNOWN.format(known="、".join(known))
