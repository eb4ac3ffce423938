"""Grades by other words than the table's: 优秀 for 优, 第一等级 for the best."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MEANT = (
    ("优", ("优", "优秀", "优等")),
    ("良", ("良", "良好", "良等")),
    ("中", ("中", "中等", "一般", "合格", "及格", "达标")),
    ("差", ("差", "较差", "差等", "不合格", "不及格", "不达标")),
)
"""The usual grades, best first, and what reports call them."""
_ORDINAL = re.compile("第?([一二三四五1-5A-Ea-eⅠⅡⅢⅣⅤ])(?:等级|等次|档次|等|级|档|类)?")
_PLACES = ("一二三四五", "12345", "ABCDE", "abcde", "ⅠⅡⅢⅣⅤ")
_TAILS = ("等级", "等次", "档次", "级", "档")


def grade_meant(said: str, names: Sequence[str]) -> str | None:
    """Give the grade of a table that a report means by a word; None where it is none of them. `names`: best first."""
    word = said.strip("“”\"'《》〈〉 　")
    if word in names:
        return word
    usual = next((grade for grade, words in _MEANT if _plain(word) in words), None)
    if usual is None:
        place = _place(word)
        return names[place] if place is not None and place < len(names) else None
    own = next((name for name in names if _plain(name) in dict(_MEANT)[usual]), None)
    if own is not None or len(names) != len(_MEANT) or any(_place(name) is None for name in names):
        return own
    return names[[grade for grade, _ in _MEANT].index(usual)]


def _plain(word: str) -> str:
    """Leave out 等级, 级 and the like behind a word, unless that is all there is."""
    return next((word.removesuffix(tail) for tail in _TAILS if word.endswith(tail) and word != tail), word)


def _place(word: str) -> int | None:
    """Give which from the best a word counts (第一等级, B级), from 0; None where it counts none."""
    counted = _ORDINAL.fullmatch(word)
    return None if counted is None else next(row.index(counted[1]) for row in _PLACES if counted[1] in row)
