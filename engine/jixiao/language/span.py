"""Where a node of a tree stands in the text as written."""

from __future__ import annotations

from jixiao.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` up to, not including, `end`, in characters of the original text."""

    start: int
    end: int

    def to(self, other: Span) -> Span:
        """Give the span from here to the end of the other."""
        return Span(min(self.start, other.start), max(self.end, other.end))


NOWHERE = Span(0, 0)
"""For trees that were built, not read."""


class Cited(str):
    """Words of a sentence that know where they stand."""

    __slots__ = ("span",)
    span: Span

    def __new__(cls, words: str, span: Span) -> Cited:
        """Keep the place beside the words."""
        cited = super().__new__(cls, words)
        cited.span = span
        return cited

    def __reduce__(self) -> tuple[type[Cited], tuple[str, Span]]:
        return Cited, (str(self), self.span)
