"""Codes that stay the same for programs, each with the word that people read and write for it."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Coded(StrEnum):
    """One of a few codes. It is its ASCII code, as JSON gives it; `word` is what people call it.

    Members are written as code and word: HOLDS = "holds", "相符".
    """

    _value_: str
    word: str

    def __new__(cls, code: str, word: str) -> Self:
        made = str.__new__(cls, code)
        made._value_ = code
        made.word = word
        return made

    @classmethod
    def named(cls, text: str) -> Self | None:
        """Give the member of that word, or of that code; None where there is no such."""
        return next((one for one in cls if text in (one.word, one.value)), None)

    @classmethod
    def words(cls) -> tuple[str, ...]:
        """Give the words of all members, in their order."""
        return tuple(one.word for one in cls)
