"""What is wrong with an input, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from jixiao.dataclass import dataclass


class Place(NamedTuple):
    """A place in a file; line and column count from 1, 0 where there is none.

    In a workbook `sheet` names the sheet, and line and column are those of the cell. A named tuple: every text of
    every file has one, and it is made in a third of the time.
    """

    file: str
    line: int = 0
    column: int = 0
    sheet: str = ""

    @property
    def cell(self) -> str:
        """Give the name of the cell (C12); "" where the place is no cell."""
        return f"{_letters(self.column)}{self.line}" if self.sheet and self.line and self.column else ""

    def __str__(self) -> str:
        if self.sheet:
            return f"{self.file} [{f'{self.sheet} {self.cell}'.strip()}]".strip()
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


def _letters(column: int) -> str:
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message to a person about one place: what is wrong and what to do."""

    place: Place
    message: str

    def __str__(self) -> str:
        place = str(self.place)
        return f"{place}：{self.message}" if place else self.message


class Refused(Exception):
    """An input is refused as a whole; carries every diagnostic that was found in it."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("；".join(str(one) for one in diagnostics))
        self.diagnostics = diagnostics


class BadQuestion(Refused):
    """A question is refused for what it was asked with, before any file is looked at."""

    def __init__(self, message: str) -> None:
        super().__init__(Diagnostic(Place(""), message))


T = TypeVar("T")
R = TypeVar("R")


def read_each(things: Iterable[T], read: Callable[[T], R]) -> tuple[R, ...]:
    """Read all things, in their order; raises Refused with everything that is wrong in any of them."""
    found: list[R] = []
    problems: list[Diagnostic] = []
    for thing in things:
        try:
            found.append(read(thing))
        except Refused as refused:
            problems += refused.diagnostics
    if problems:
        raise Refused(*problems)
    return tuple(found)
