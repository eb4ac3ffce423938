"""Whether two cells say the same, however they are laid out: 5 and 5.0 are the same points."""

from __future__ import annotations

import re
from decimal import Decimal

from jixiao.files.table.remark import read_remark
from jixiao.model.seen import folded

_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?")


def same_text(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but layout."""
    return folded(one) == folded(other)


def same_name(one: str, other: str) -> bool:
    """Whether two names do; a name that is too long for its cell may be broken anywhere."""
    return one == other or "".join(one.split()) == "".join(other.split())


def points_of(text: str) -> str:
    """Give the number of a cell of points, which may say 5分 too."""
    return text.strip().removesuffix("分").strip()


def same_points(one: str, other: str) -> bool:
    """Whether two cells give the same points."""
    first, second = points_of(one), points_of(other)
    if _NUMBER.fullmatch(first) and _NUMBER.fullmatch(second):
        return Decimal(first) == Decimal(second)
    return first == second


def same_remark(one: str, other: str) -> bool:
    """Whether two cells of 指标说明 say the same, whichever line comes first."""
    return read_remark(folded(one)) == read_remark(folded(other))
