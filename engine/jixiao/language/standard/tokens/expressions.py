"""Where a formula that stands in a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Collection

_SIGNS = frozenset("+×*÷/=")
"""Signs of a formula that need both their sides."""
_REMARK_BEHIND = re.compile(r"(?<![-+×*÷/(=])\((?:[^()]|\([^()]*\))*\)(?=[,;。\n]|$)")
"""A bracket behind an operand, where the formula ends: it speaks of it and is no part of it."""


def expression_end(text: str, start: int, stops: Collection[str] = ",") -> int:
    """Give where a formula ends that begins here: before a sign that ends its clause, or a bracket that is not its own.

    `stops` end it outside brackets. A line may end inside brackets, and beside a sign that needs both its sides.
    """
    depth = 0
    for position in range(start, len(text)):
        sign = text[position]
        depth += (sign in "([") - (sign in ")]")
        if depth < 0 or sign in ";。" or (not depth and sign in stops):
            return position
        if sign == "\n" and not depth and not _goes_on(text, position):
            return position
        if sign == "(" and depth == 1 and position > start and _REMARK_BEHIND.match(text, position):
            return position
    return len(text)


def _goes_on(text: str, end: int) -> bool:
    """Whether a line ends within a formula: behind or before a sign that needs both its sides."""
    before, after = text[end - 1 : end], text[end + 1 : end + 2]
    return before in _SIGNS or after in _SIGNS
