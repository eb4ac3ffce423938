"""The code of a new case: another one for each unit, so that no two cases share theirs."""

from __future__ import annotations

import re
from hashlib import sha256

from jixiao.model.ruleset import TO_FILL

MARK_DIGITS = 6
"""Digits that tell the units of one table and year apart: some 4,000 of them before two are likely to meet."""
_SLUG = re.compile(r"[^a-z0-9]+")
MIN_LETTERS = 3
"""Fewest letters of a file's name that say whose report it is."""


def unit_mark(unit: str) -> str:
    """Give the end of a case's code: another one for each unit."""
    if unit == TO_FILL:
        return "case"
    return sha256("".join(unit.split()).encode("utf-8")).hexdigest()[:MARK_DIGITS]


def code_of_file(stem: str, table: str, year: int | None, unit: str) -> str:
    """Give the code of a case that was read from a file: from the file's name where that is in letters, else as of a new case."""
    slug = _SLUG.sub("-", stem.lower()).strip("-") if stem.isascii() else ""
    if sum(sign.isalpha() for sign in slug) >= MIN_LETTERS:
        return slug if year is None or str(year) in slug else f"{slug}-{year}"
    parts = (table or "case", "" if year is None else str(year), unit_mark(unit or stem))
    return "-".join(part for part in parts if part)
