"""Feed our own tokens to a Lark LALR parser.

Both languages cut their text themselves, because names are free Chinese text that no
fixed lexer can tell from keywords; the grammar then works on typed tokens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lark import Token
from lark.lexer import Lexer

__all__ = ["GivenTokens", "Token", "token"]


class GivenTokens(Lexer):
    """A Lark lexer whose input already is a sequence of tokens."""

    def __init__(self, lexer_conf: Any) -> None:
        """Take what Lark passes to every lexer; nothing of it is needed."""

    def lex(self, data: Sequence[Token]) -> Iterator[Token]:  # type: ignore[override]
        """Yield the tokens as they are."""
        yield from data


def token(kind: str, text: str, start: int, end: int) -> Token:
    """Give a token whose positions are those of the text as written."""
    return Token(kind, text, start_pos=start, end_pos=end)
