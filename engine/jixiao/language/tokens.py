"""Tokens: pieces of a text that know what they are and where they stand.

Both languages cut their text themselves, because names are free Chinese text that no
fixed lexer can tell from keywords; the grammar then works on typed tokens.
"""

from __future__ import annotations


class Token(str):
    """The text of a token, its kind in the grammar, and its place in the text it was cut from."""

    __slots__ = ("end_pos", "start_pos", "type")

    type: str
    start_pos: int
    end_pos: int

    def __new__(cls, kind: str, text: str, start: int, end: int) -> Token:
        """Make a token of a text."""
        made = super().__new__(cls, text)
        made.type, made.start_pos, made.end_pos = kind, start, end
        return made

    def of_kind(self, kind: str) -> Token:
        """Give the same text at the same place as another kind of token."""
        return Token(kind, self, self.start_pos, self.end_pos)


END = "$END"
"""The kind of what stands behind the last token."""
