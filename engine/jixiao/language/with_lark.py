"""Lark on the grammars: it makes their tables, and tells why tokens do not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from lark import Lark, Token as LarkToken
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer

from jixiao.language.tokens import Token


class _GivenTokens(Lexer):
    """A Lark lexer whose input already is a sequence of tokens."""

    def __init__(self, lexer_conf: Any) -> None:
        """Take what Lark passes to every lexer; nothing of it is needed."""

    def lex(self, data: Sequence[Token]) -> Iterator[LarkToken]:  # type: ignore[override]
        """Yield the tokens as Lark has them."""
        return (LarkToken(one.type, one, start_pos=one.start_pos, end_pos=one.end_pos) for one in data)


@cache
def make_parser(text: str, start: str) -> Lark:
    """Make the parser of a grammar from its text."""
    return Lark(text, start=start, parser="lalr", lexer=_GivenTokens, maybe_placeholders=False)


def refusal(parser: Lark, tokens: Iterable[Token]) -> UnexpectedToken:
    """Give Lark's error at the first token that does not fit; there must be one."""
    try:
        parser.parse(list(tokens))
    except UnexpectedToken as error:
        return error
    raise AssertionError("Lark reads what its tables refuse")
