"""Cut a folded sentence into tokens."""

from __future__ import annotations

from collections.abc import Iterator

from lark import Token

from jixiao.language.standard.patterns import AWARDED, OPENING, STARTING, TOKENS
from jixiao.language.standard.source import Source
from jixiao.language.tokens import token


def tokenise(source: Source) -> list[Token]:
    """Give the tokens of a sentence; what no word claims becomes TEXT."""
    return list(_clause_ends(_brackets(_merge_text(_cut(source)))))


def _cut(source: Source) -> Iterator[Token]:
    position, before = 0, "START"
    while position < len(source.text):
        kind, end = _next(source.text, position, before)
        if kind in ("FORMULA", "BYEXPR"):
            yield token(kind, source.text[position:end], position, end)
            position, end = end, _expression_end(source.text, end)
            kind = "EXPRESSION"
        yield token(kind, source.text[position:end], position, end)
        position, before = end, kind


def _next(text: str, position: int, before: str) -> tuple[str, int]:
    for word in TOKENS:
        if word.after and before not in word.after:
            continue
        found = word.pattern.match(text, position)
        if found:
            return word.kind, found.end()
    return "TEXT", position + 1


def _expression_end(text: str, start: int) -> int:
    depth = 0
    for position in range(start, len(text)):
        sign = text[position]
        depth += (sign == "(") - (sign == ")")
        if sign in ";。\n" or (sign == "," and depth <= 0):
            return position
    return len(text)


def _merge_text(tokens: Iterator[Token]) -> Iterator[Token]:
    held: Token | None = None
    for one in tokens:
        if one.type == "TEXT" and held is not None:
            held = token("TEXT", held + one, held.start_pos or 0, one.end_pos or 0)
        elif one.type == "TEXT":
            held = one
        else:
            if held is not None:
                yield held
            held = None
            yield one
    if held is not None:
        yield held


def _clause_ends(tokens: Iterator[Token]) -> Iterator[Token]:
    """Make SEMI the only end of a clause.

    A comma ends one where an award stands before it, or what opens a clause behind it; a
    colon where a list begins behind it; and an award where the next clause follows it
    without any sign.
    """
    before, held = "START", None
    for one in tokens:
        if held is not None:
            yield _held_sign(held, before, one)
        elif (before in AWARDED and one.type in STARTING) or (
            before == "AWARD_RPAR" and one.type in ("TEXT", "ELSE")
        ):
            yield token("SEMI", "", one.start_pos or 0, one.start_pos or 0)
        held = (
            one if one.type in ("COMMA", "COLON") or (one.type == "LIST" and before == "AWARD_RPAR") else None
        )
        if held is None:
            yield one
            before = one.type
    if held is not None:
        yield Token.new_borrow_pos("SEMI", str(held), held)


def _held_sign(sign: Token, before: str, after: Token) -> Token:
    if sign.type == "LIST":
        ends = after.type not in ("LPAR", "POINTS", "GIVE")
    elif sign.type == "COLON":
        ends = after.type in ("MARK", "SEMI")
    else:
        ends = after.type in OPENING or (before in AWARDED and after.type not in ("POINTS", "POINTSPAN"))
    return Token.new_borrow_pos("SEMI" if ends else sign.type, str(sign), sign)


def _brackets(tokens: Iterator[Token]) -> Iterator[Token]:
    """Mark the bracket that closes points, （2分）, as the end of an award."""
    before = "START"
    for one in tokens:
        closes = one.type == "RPAR" and before in AWARDED
        yield Token.new_borrow_pos("AWARD_RPAR", str(one), one) if closes else one
        before = one.type
