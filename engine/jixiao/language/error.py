"""What a person is told when a sentence or formula is not understood."""

from __future__ import annotations


class LanguageError(ValueError):
    """Not understood: why, in Chinese, and where in the text as written.

    `position` and `length` count characters of the original text, from 0. `hints` are
    what the reader may try instead.
    """

    def __init__(self, message: str, position: int, length: int = 1, hints: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.length = length
        self.hints = hints
