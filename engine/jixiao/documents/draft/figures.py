"""One figure as it was read → as it stands in a case, with what is doubtful of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jixiao.documents.draft.names import Names
from jixiao.language.span import Span
from jixiao.model.draft import DraftFigure, Source
from jixiao.model.reading import Measure, ReadClaim, ReadFigure
from jixiao.quantity import NumberError, Unit, UnitError, find_unit, parse_said

MAX_WORDS = 44
"""Most characters of the report beside a figure."""
FEW_WORDS = 8
"""Fewer characters, as of a cell, say little: what stands around them is taken too."""
_ENDS = "。；;！？\n\t"
_RATIOS = (Measure.SHARE, Measure.GROWTH, Measure.COMPLETION)
_TABLE = re.compile(r" 表\d+")
NO_UNIT = "没有单位"
NOT_READ = "“{value}”不是一个准确的数，请核对原文"
OTHER_UNIT = "单位“{unit}”与数据项的“{own}”不合"
NOT_KNOWN = "不认识的单位“{unit}”"


def draft_figure(figure: ReadFigure, source: Source, names: Names, year: int | None) -> DraftFigure:
    """Give a figure of a source as a statement of a case of that year."""
    doubts = figure.doubts or _doubts(figure, names)
    return DraftFigure(
        value=printable(figure.value),
        unit=printable(figure.unit) or _own_unit(figure, names),
        place=place_of(source, figure.place),
        words=words_of(figure, source.reading.text),
        doubt="；".join(doubts),
        year=figure.year if year is not None and figure.year != year else None,
    )


def place_of(source: Source, place: str) -> str:
    """Give a place as 出处 has it: the source, and where in it."""
    return f"{source.label} {printable(place)}".strip()


def tables_among(places: Iterable[str]) -> int:
    """Give how many tables are among places."""
    return len({found[0] for place in places if (found := _TABLE.search(place))})


def words_of(said: ReadFigure | ReadClaim, text: str) -> str:
    """Give what stands around a figure or a claim: its row of a table, else the clause."""
    return said.row or words_around(text, said.span)


def words_around(text: str, span: Span) -> str:
    """Give the clause in which a span stands, on one line and not longer than a remark may be."""
    first, last = max(0, span.start - 2 * MAX_WORDS), min(len(text), span.end + 2 * MAX_WORDS)
    start = max(max(text.rfind(sign, first, span.start) for sign in _ENDS) + 1, first)
    ends = [place for sign in _ENDS if (place := text.find(sign, span.end, last)) >= 0]
    end = min(ends, default=last)
    if len(printable(text[start:end])) < FEW_WORDS:
        start, end = max(0, span.start - MAX_WORDS // 2), min(len(text), span.end + MAX_WORDS // 4)
    start, end = max(start, span.start - MAX_WORDS), min(end, span.end + MAX_WORDS)
    words = printable(text[start:end])
    if len(words) <= MAX_WORDS:
        return words
    before = len(printable(text[start : span.start]))
    first = max(0, min(before - MAX_WORDS // 2, len(words) - MAX_WORDS))
    return f"{'…' * bool(first)}{words[first : first + MAX_WORDS]}{'…' * (first + MAX_WORDS < len(words))}"


def printable(text: str) -> str:
    """Give a text on one line, without what a file may not hold."""
    if not text.isprintable():
        text = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(text.split())


def alike(unit: str, other: str) -> bool:
    """Whether two units measure the same."""
    try:
        return find_unit(unit).dimension == find_unit(other).dimension
    except UnitError:
        return False


def _own_unit(figure: ReadFigure, names: Names) -> str:
    """Give the unit of an item beside a number that none is printed with; words such as 无 need none."""
    item = names.item(figure.item) if figure.measure is Measure.VALUE else None
    return "" if item is None or figure.value == "无" else item.unit.name


def _doubts(figure: ReadFigure, names: Names) -> tuple[str, ...]:
    item = names.item(figure.item if figure.measure is Measure.VALUE else names.of(figure))
    own = None if item is None else item.unit
    if own is None and figure.measure in _RATIOS:
        own = find_unit("%")
    return tuple(filter(None, (_doubt(figure, own),)))


def _doubt(figure: ReadFigure, own: Unit | None) -> str:
    """Say why a figure can't stand as it is; empty where it can."""
    try:
        quantity = parse_said(figure.value, figure.unit or None, own)
    except UnitError:
        return NOT_KNOWN.format(unit=figure.unit or figure.value)
    except NumberError:
        return NOT_READ.format(value=figure.value)
    if own is None or quantity.unit.dimension == own.dimension:
        return "" if quantity.unit.name or own is not None else NO_UNIT
    return OTHER_UNIT.format(unit=figure.unit, own=own.name or "比率") if quantity.unit.name else NO_UNIT
