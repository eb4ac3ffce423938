"""A plain tree of texts, named in Chinese as templates name them; points know their exact value beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from jixiao.quantity import points_text
from jixiao.reports.page.printable import printable

Tree: TypeAlias = Mapping[str, "Leaf"]
"""Texts, lists of texts and lists of trees, by name."""
Leaf: TypeAlias = "str | Sequence[str] | Sequence[Tree]"

YES = "是"
"""What a name says that answers a question; the empty text is no."""


class Points(str):
    """A text of points that knows what they are exactly; None for a range, or for none."""

    __slots__ = ("value",)
    value: Fraction | None

    def __new__(cls, text: str, value: Fraction | None = None) -> Points:
        """Write points as they are shown, with their value."""
        written = super().__new__(cls, text)
        written.value = value
        return written

    def __getnewargs__(self) -> tuple[str, Fraction | None]:  # type: ignore[override]
        return str(self), self.value


def exactly(value: Fraction | None, none: str = "") -> Points:
    """Write points to two decimals; `none` where there are none."""
    return Points(none) if value is None else Points(points_text(value), value)


def texts(lines: Iterable[object]) -> list[str]:
    """Give lines that are fit for a file; empty ones are left out."""
    return [text for line in lines if (text := printable(str(line)))]


def tree(**leaves: Leaf) -> Tree:
    """Give a tree whose texts are fit for a file: no sign in them steers anything."""
    return {name: printable(leaf) if type(leaf) is str else leaf for name, leaf in leaves.items()}


def yes(holds: object) -> str:
    """Answer a question."""
    return YES if holds else ""


def numeral(number: int) -> str:
    """Write a number below 100 as heads are numbered: 一, 十二; a larger one in figures."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return str(number)
    front = "" if tens == 0 else "十" if tens == 1 else f"{digits[tens]}十"
    return f"{front}{digits[ones] if ones else ''}"
