"""Words on demand: what is told of a score is put into words where somebody reads it."""

from __future__ import annotations

from abc import ABC, abstractmethod

from jixiao.dataclass import dataclass


class Told(ABC):
    """A message with what fills it; `str` puts it into words.

    Two of them are equal where they say the same, which is told from what fills them.
    """

    __slots__ = ()

    @abstractmethod
    def __str__(self) -> str: ...

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in lines, where each thing that is told has one of its own."""
        return (str(self),)


Words = str | Told
"""Text, or what becomes text when it is read."""


def lines_of(words: Words) -> tuple[str, ...]:
    """Give words in lines, where each thing that is told has one of its own."""
    return (words,) if isinstance(words, str) else words.lines


@dataclass(frozen=True, slots=True)
class Kept(Told):
    """What was told, in words, and the lines that it was told in."""

    text: str
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Joined(Told):
    """Words one behind the other."""

    parts: tuple[Words, ...]

    def __str__(self) -> str:
        return "".join(map(str, self.parts))


class RowWords(str):
    """A sentence whose end the row of an indicator tells too, behind a start of its own."""

    __slots__ = ("indicator", "start")
    start: str
    indicator: str

    def __new__(cls, start: str, reason: Words, indicator: str) -> RowWords:
        """Set a start before what the row of that indicator tells."""
        words = super().__new__(cls, f"{start}{reason}")
        words.start, words.indicator = start, indicator
        return words
