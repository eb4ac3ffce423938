"""Expressions gone through, and made again, whatever they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from jixiao.bulk.whole import (
    All,
    Always,
    Choose,
    Column,
    Const,
    Floor,
    Known,
    Less,
    Not,
    Product,
    Rest,
    Same,
    Some,
    Sum,
    Truth,
    Whole,
    beneath,
)
from jixiao.dataclass import replace

Part = TypeVar("Part", bound="Whole | Truth")


def columns_in(of: Whole | Truth) -> Iterator[str]:
    """Yield the columns that an expression asks for, as often as it does."""
    if isinstance(of, Column | Known):
        yield of.name
    for one in beneath(of):
        yield from columns_in(one)


def made(like: Part, of: Sequence[Whole | Truth]) -> Part:
    """Give an expression of the same kind, made of other parts."""
    inner: Any = tuple(of)
    match like:
        case Const() | Column() | Always() | Known():
            return like
        case Sum() | All() | Some():
            return replace(like, parts=inner)
        case Floor() | Rest():
            return replace(like, above=inner[0], below=inner[1])
        case Product() | Less() | Same():
            return replace(like, left=inner[0], right=inner[1])
        case Choose():
            return replace(like, when=inner[0], then=inner[1], otherwise=inner[2])
        case Not():
            return replace(like, of=inner[0])
