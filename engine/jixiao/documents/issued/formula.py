"""A formula that stands in an explanation, 在职人员控制率=（在职人员数/编制数）×100%: its right side."""

from __future__ import annotations

import re

from jixiao.model.issued import Piece
from jixiao.quantity.number import fold_width

_EQUALS = re.compile(r"[=＝]")
_END = re.compile(r"[。；;\n]|[，,]其中|[，,][^，,]{1,40}[:：]|(?<=100%)|(?<=100％)")
_PERCENT = re.compile(r"\s*[×xX*✕＊]\s*100\s*[%％]?\s*$|\s*[%％]\s*$")
_WORKS = re.compile(r"[/÷／]")
MAX_FORMULA = 200
"""Longest formula that is looked for in an explanation."""


def formula_in(text: Piece) -> Piece | None:
    """Give the right side of the first formula with a division; None where none stands there."""
    for found in _EQUALS.finditer(text.text):
        right = _END.split(text.text[found.end() : found.end() + MAX_FORMULA], maxsplit=1)[0]
        right = re.split(r"[=＝]", right)[0].strip()
        if _WORKS.search(right):
            return Piece(bare(right), text.places)
    alone = text.text.strip()
    is_formula = (
        _WORKS.search(alone) and len(alone) <= MAX_FORMULA and not re.search(r"[。；;，,：:得扣]", alone)
    )
    return Piece(bare(alone), text.places) if is_formula else None


def bare(right: str) -> str:
    """Take ×100% off a right side, and the brackets around all of it."""
    shown = _PERCENT.sub("", right.strip())
    plain = fold_width(shown)
    if plain.startswith("(") and plain.endswith(")") and _closes_last(plain):
        shown = shown[1:-1]
    return shown.strip()


def _closes_last(text: str) -> bool:
    depth = 0
    for place, sign in enumerate(text):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if not depth:
            return place == len(text) - 1
    return False
