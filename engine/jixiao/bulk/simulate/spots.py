"""The numbers in a scoring sentence, clause by clause, so that one of them can be written otherwise."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from enum import StrEnum
from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.language.error import LanguageError
from jixiao.language.span import Span
from jixiao.language.standard import Entry, parse_standard
from jixiao.language.standard.tokens.source import fold_sentence
from jixiao.language.standard.tokens.tokenise import tokenise
from jixiao.language.tokens import Token
from jixiao.quantity import parse_numeral

_NUMBER = re.compile(r"\d+(?:\.\d+)?|[一二两三四五六七八九十百]+(?!分点|分之)")
_UNIT = re.compile("%|‰|个?[百千]分点|分(?!钟)")
_SILENT = frozenset({"TEXT", "MARK", "INCLUDED", "SEMI", "COMMA", "COLON"})
"""Kinds of words whose digits are no number of the rule."""


class SpotKind(StrEnum):
    """What a number in a sentence is; the values are what a path names it by."""

    POINTS = "分值"
    LIMIT = "门槛"
    """What the value is compared with, and how much makes a step."""
    FACTOR = "系数"
    """In a formula of the score."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A number in a sentence: in which clause, counted from 1, and from where to where it is written."""

    clause: int
    kind: SpotKind
    value: Fraction
    start: int
    end: int
    unit: str
    """What stands behind it: 分, %, 个百分点; "" where nothing does."""

    @property
    def is_points(self) -> bool:
        """Whether it is points, also as the full marks in a formula."""
        return self.kind is not SpotKind.LIMIT


@dataclass(frozen=True, slots=True)
class ClauseText:
    """A clause as it is written, and the numbers in it."""

    number: int
    text: str
    spots: tuple[Spot, ...]


def clauses_of(sentence: str, name: str) -> tuple[ClauseText, ...]:
    """Give the clauses of an indicator's sentence in their order; raises LanguageError where it can't be cut."""
    entries = sorted(parse_standard(sentence, (name,)), key=lambda one: one.span.start)
    spots = tuple(_spots(sentence, entries))
    return tuple(
        ClauseText(
            number,
            _words(sentence, one.span),
            tuple(spot for spot in spots if spot.clause == number),
        )
        for number, one in enumerate(entries, 1)
    )


def _words(sentence: str, span: Span) -> str:
    """Give the words of a clause, with the quotation mark that opens before the first of them."""
    start = span.start - (sentence[max(span.start - 1, 0) : span.start] in _OPENING)
    return sentence[max(start, 0) : span.end]


_OPENING = ("“", "‘", "「", "《")


def _spots(sentence: str, entries: Collection[Entry]) -> Iterator[Spot]:
    source = fold_sentence(sentence)
    for token in tokenise(source):
        if not token or token.type in _SILENT:
            continue
        for found in _NUMBER.finditer(token):
            value = _value(found[0])
            span = source.span(token.start_pos + found.start(), token.start_pos + found.end())
            clause = _clause_at(span.start, entries)
            if clause:
                unit = _unit(token, found.end())
                yield Spot(clause, _kind(token, unit), value, span.start, span.end, unit)


def _value(text: str) -> Fraction:
    return Fraction(text) if text[0].isdecimal() else parse_numeral(text)


def _unit(token: Token, end: int) -> str:
    rest = token[end:]
    found = _UNIT.match(rest)
    return found[0] if found else rest if token.type == "NUMBER" and not _NUMBER.search(rest) else ""


def _kind(token: Token, unit: str) -> SpotKind:
    if token.type == "EXPRESSION":
        return SpotKind.FACTOR
    is_points = "POINTS" in token.type or token.type == "ZERO" or unit == "分"
    return SpotKind.POINTS if is_points else SpotKind.LIMIT


def _clause_at(place: int, entries: Collection[Entry]) -> int:
    """Give the number of the last clause that a place lies in; 0 where it lies in none."""
    around = [number for number, one in enumerate(entries, 1) if one.span.start <= place < one.span.end]
    return around[-1] if around else 0


__all__ = ["ClauseText", "LanguageError", "Spot", "SpotKind", "clauses_of"]
