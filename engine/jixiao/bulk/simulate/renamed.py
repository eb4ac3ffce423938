"""Expressions over columns by other names."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.bulk.walk import Part, made
from jixiao.bulk.whole import Column, Known, beneath
from jixiao.dataclass import replace

Names = Mapping[str, str]
"""What columns are called instead; a column that is not in it keeps its name."""


def renamed(of: Part, names: Names) -> Part:
    """Give an expression, or a condition, over columns by their other names."""
    if isinstance(of, Column | Known):
        return replace(of, name=names.get(of.name, of.name))
    return made(of, [renamed(one, names) for one in beneath(of)])
