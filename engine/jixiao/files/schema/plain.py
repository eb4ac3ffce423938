"""What a schema sees of a tree: unquoted numbers as exact numbers, all else as text."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, TypeAlias

from jixiao.files.yaml.node import Mapping, Node, Scalar

MAX_WHOLE_DIGITS = 18
"""Longest run of digits taken as a whole number here. Stops int() on 100,000 digits."""

Plain: TypeAlias = str | int | Decimal | bool | None

_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


def plain(node: Node) -> Any:
    """Give a tree as plain values. 是 and 否 stay text.

    INVARIANT: the tree is at most MAX_DEPTH deep, so recursion is safe.
    """
    if isinstance(node, Scalar):
        return plain_scalar(node)
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    return [plain(item) for item in node.items]


def plain_scalar(scalar: Scalar) -> Plain:
    """Give one text as the number, word or text that it is."""
    text = scalar.text
    if not scalar.plain:
        return text
    if text in _WORDS:
        return _WORDS[text]
    shape = _NUMBER.fullmatch(text)
    if shape is None:
        return text
    is_whole = shape[1] is None and len(text) <= MAX_WHOLE_DIGITS
    return int(text) if is_whole else Decimal(text)
