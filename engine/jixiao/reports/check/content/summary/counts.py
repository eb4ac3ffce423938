"""How often each word comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from jixiao.quantity import shown_text
from jixiao.reports.check.content.tree import Tree, exactly, tree


def counted(words: Iterable[str], whole: int) -> list[Tree]:
    """Give how often each word comes, the most frequent first, and which part of the whole that is."""
    found = Counter(words)
    ranked = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    return [
        tree(名称=word, 个数=exactly(Fraction(count)), 占比=share_text(count, whole))
        for word, count in ranked
    ]


def share_text(part: int, whole: int) -> str:
    """Write how much of a whole a part is, in percent to one decimal."""
    return f"{shown_text(Fraction(part * 100, whole), 1)}%" if whole else ""
