"""What a person is told when a sentence or formula is not understood."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Self

from jixiao.language.span import Span


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
        self.understood = ""
        """What was understood before it, as the sentence has it."""
        self.reworded = ""
        """The text in other words that would be understood; empty where none is known."""
        self.explain: Callable[[], LanguageError] | None = None
        """Gives the same error with more said of it, which takes a while."""

    @classmethod
    def at(cls, message: str, span: Span) -> Self:
        """Give the error for what stands at a span of the text."""
        return cls(message, span.start, span.end - span.start)

    def explained(self) -> LanguageError:
        """Give the error as a person is to be shown it."""
        return self if self.explain is None else self.explain()


class Misfit(LanguageError):
    """The points of a sentence do not fit the full marks; `stated` are the sentence's."""

    def __init__(self, message: str, position: int, length: int, stated: Fraction) -> None:
        super().__init__(message, position, length)
        self.stated = stated


class Unsigned(LanguageError):
    """A number stands behind the value's name with no comparison between them."""


class Unclaimed(LanguageError):
    """No rule takes a clause, and nothing more can be said of why."""


class Mishap(LanguageError):
    """The program itself failed over a text: the text is not to blame."""


class Unsaid(LanguageError):
    """The sentence leaves open what only the table can say; the message says what to write."""


class Overlap(LanguageError):
    """Two bands of a sentence claim the same values."""
