"""Printed arithmetic that is wrong: 16/27*100%=52.96%, a+b=c, calculated again with what printing allows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from jixiao.documents.oddities.passages import Passage
from jixiao.documents.oddities.working import Range, Result, Working, workings
from jixiao.language.span import Span
from jixiao.model.reading import Oddity, OddityKind
from jixiao.quantity.quantity import printed

_CLAUSES = re.compile(r"[。;:]|,(?!\d{3}(?!\d))")
_DIGIT = re.compile(r"\d")
_SIGN = re.compile("[=<>≤≥≈]")
DECIMALS = 2
"""Decimals that a result is told with, where the report prints fewer."""
_WRONG = "算式“{written}”不对：{expression}算得{value}"
_ROUNDED = "算式“{written}”按印出的数算不出：{expression}算得{value}，差在各数的舍入之内"


def arithmetic_oddities(passages: Iterable[Passage]) -> Iterator[Oddity]:
    """Yield each working, in prose and in cells, whose printed result is not what it comes to."""
    for passage in passages:
        digit = _DIGIT.search(passage.text)
        if digit is not None and _SIGN.search(passage.text, digit.end()):
            yield from _of_passage(passage)


def _of_passage(passage: Passage) -> Iterator[Oddity]:
    start = 0
    for end in (*(one.start() for one in _CLAUSES.finditer(passage.text)), len(passage.text)):
        for working in workings(passage.text[start:end]):
            wrong = next((one for one in working.results if not _is_right(working, one)), None)
            if wrong is not None:
                span = passage.folded.span(start + working.start, start + wrong.end)
                yield _oddity(passage.quote(span), working, wrong, span)
        start = end + 1


def _oddity(quote: str, working: Working, wrong: Result, span: Span) -> Oddity:
    rounded = wrong.sign in ("=", "≈") and any(_may_be(one, wrong) for one in working.readings)
    text = (_ROUNDED if rounded else _WRONG).format(
        written="".join(quote.split()),
        expression=working.expression,
        value=_told(working.readings[0].value, wrong),
    )
    kind = OddityKind.RATIO if working.divides or wrong.is_percent else OddityKind.SUM
    return Oddity(kind, text, span, quote, name=working.name, rounded=rounded)


def _is_right(working: Working, result: Result) -> bool:
    if result.sign in ("=", "==", "≈"):
        return any(_is(one.value, result) for one in working.readings)
    return any(_compares(one.value, result) for one in working.readings)


def _is(value: Fraction, result: Result) -> bool:
    """Whether a value may be printed so: rounded, or cut off behind the last decimal; 0.59 may be 59 and 59 %."""
    return any(
        abs(one - said) <= result.slack
        or (0 <= (abs(one) - abs(said)) < 2 * result.slack and one * said >= 0)
        for said in _said(result)
        for one in _scales(value, result)
    )


def _may_be(reading: Range, result: Result) -> bool:
    """Whether figures that were rounded to what is printed may come to the result."""
    lows, highs = _scales(reading.low, result), _scales(reading.high, result)
    return any(
        low - result.slack <= said <= high + result.slack
        for said in _said(result)
        for low, high in zip(lows, highs, strict=True)
    )


def _compares(value: Fraction, result: Result) -> bool:
    limit = result.number.value
    ways = {"<": value.__lt__, ">": value.__gt__, "≤": value.__le__, "≥": value.__ge__}
    way = ways.get(result.sign)
    return way is None or way(limit / 100 if result.is_percent else limit)


def _said(result: Result) -> tuple[Fraction, ...]:
    value = result.number.value
    return (value, -value) if result.is_less else (value,)


def _scales(value: Fraction, result: Result) -> tuple[Fraction, ...]:
    """Give a value as it may be printed: a share as 59.26 %, and so where 100 stands for 100 % in the working."""
    return (value * 100, value) if result.is_percent else (value, value * 100, value / 100)


def _told(value: Fraction, result: Result) -> str:
    decimals = max(DECIMALS, result.number.decimals)
    return f"{printed(value * 100, decimals)}%" if result.is_percent else printed(value, decimals)
