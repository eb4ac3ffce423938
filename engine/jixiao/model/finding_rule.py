"""A finding rule: which facts, present or absent, let a reviewer conclude what.

当 (`when`)      patterns that must all match
没有 (`absent`)  patterns that no fact may match
至少 (`counted`) patterns that a number of facts must match
则 (`then`)      the fact that follows
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Place

MAX_PIECE = 2_000
"""Longest text of a fact set into a sentence, in characters; the rest is cut off with “…”.
Stops rules that quote each other's sentences from growing them without end."""

Bindings: TypeAlias = Mapping[str, str]
"""Variable → the text it stands for; never the empty text."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A value that a pattern leaves open, `$名称`: the same name is the same value."""

    name: str


Term: TypeAlias = Variable | tuple[str, ...]
"""What a property must be: a variable, or one of these texts."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Facts of one kind whose properties are as the terms say; other properties are not looked at."""

    kind: str
    terms: tuple[tuple[str, Term], ...] = ()

    @property
    def variables(self) -> Iterator[Variable]:
        """The variables in it; one that stands twice is given twice."""
        return (term for _, term in self.terms if isinstance(term, Variable))


@dataclass(frozen=True, slots=True)
class Counted:
    """At least so many different facts match the pattern."""

    pattern: Pattern
    at_least: int


@dataclass(frozen=True, slots=True)
class Template:
    """A text in pieces, some of which are variables; a constant is one piece of text."""

    pieces: tuple[str | Variable, ...]

    @property
    def constant(self) -> str | None:
        """The text where it holds no variable, else None."""
        texts = [piece for piece in self.pieces if isinstance(piece, str)]
        return "".join(texts) if len(texts) == len(self.pieces) else None

    @property
    def variables(self) -> Iterator[Variable]:
        """The variables in it, in order."""
        return (piece for piece in self.pieces if isinstance(piece, Variable))

    def fill(self, bindings: Bindings) -> str:
        """Put the texts in place; whole where it is nothing but one variable."""
        if len(self.pieces) == 1 and isinstance(self.pieces[0], Variable):
            return bindings[self.pieces[0].name]
        return "".join(
            piece if isinstance(piece, str) else _cut(bindings[piece.name]) for piece in self.pieces
        )


@dataclass(frozen=True, slots=True)
class Then:
    """What follows: a fact of a derived kind, its properties to be filled in."""

    kind: str
    values: tuple[tuple[str, Template], ...]

    def get(self, name: str) -> Template | None:
        """Give what is written for that property, or None."""
        return next((template for written, template in self.values if written == name), None)


@dataclass(frozen=True, slots=True)
class FindingRule:
    """One rule of rules/findings. INVARIANT: `when` is not empty and binds the variables of `then`."""

    name: str
    when: tuple[Pattern, ...]
    absent: tuple[Pattern, ...]
    counted: tuple[Counted, ...]
    then: Then
    place: Place


def _cut(text: str) -> str:
    return text if len(text) <= MAX_PIECE else f"{text[:MAX_PIECE]}…"
