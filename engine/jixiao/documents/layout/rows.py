"""Tables whose cells have only white space between them, a line a row: empty cells left no trace."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from jixiao.documents.figures.numbers import UNITS
from jixiao.documents.layout.lines import Line, is_number
from jixiao.documents.layout.spread import Head, spread
from jixiao.documents.layout.survey import Survey
from jixiao.documents.paper import Cell, Table
from jixiao.language.span import Span

_PIECE = re.compile(r"(?<!\S)[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff])+(?!\S)|\S+")
"""A cell: what no white space parts, or single signs that were set apart (合 计)."""
MIN_NUMBERS = 2
MIN_HEADED = 3
"""Fewest numbers of a row without a name."""
MAX_HEADS = 6
"""Most lines of heads before the first row."""
MAX_BEHIND = 2
"""Most words behind the numbers of a row."""
MAX_NAMES = 5
"""Most words before the numbers of a row: its name, and the groups that it belongs to."""
MAX_WORD = 8
"""Longest line between heads and rows that is a head broken off, or a name beside several rows."""
MAX_PIECE = 20
"""Longest head: 楼堂馆所控制情况（2022年完工项目）."""


def row_table(survey: Survey, place: int) -> tuple[Table, int] | None:
    """Give the table that begins at a line with its heads, and the line after it; None where none begins."""
    lines = survey.lines
    first = next(
        (
            at
            for at in range(place, min(place + MAX_HEADS + 1, len(lines)))
            if (_is_row(lines[at]) or (at > place and _is_bare(lines[at]))) and not _is_numbering(lines[at])
        ),
        None,
    )
    if first is None or any("\t" in one.text for one in lines[first : first + 2]):
        return None
    end = first
    while end < len(lines) and (_is_row(lines[end]) or _is_short(lines[end], lines, end)):
        if not _is_row(lines[end]) and _may_be_head(lines[end]):
            break
        end += 1
    while end > first + 1 and not _is_row(lines[end - 1]):
        end -= 1
    rows = [one for one in lines[first:end] if _is_row(one)]
    if _is_bare(lines[first]):
        return _bare_table(survey, place, first)
    if len(rows) < 2:
        return None
    while first > place + 1 and len(_words(lines[first - 1])) == 1:
        first -= 1
    heads = lines[place:first]
    shape = _shape(heads, rows)
    if shape is None:
        return None
    cells = [*shape]
    for row, line in enumerate(lines[first:end], start=len(heads)):
        cells += [Cell(row, column, 1, 1, span) for column, span in enumerate(_pieces(line))]
    return Table(
        Span(lines[place].span.start, lines[end - 1].span.end),
        tuple(cells),
        complete=False,
        heads=frozenset(range(len(heads))),
    ), end


def _is_bare(line: Line) -> bool:
    """Whether a line is nothing but numbers."""
    words = _words(line)
    return len(words) >= MIN_HEADED and all(map(is_number, words))


def _bare_table(survey: Survey, place: int, first: int) -> tuple[Table, int] | None:
    """Give the table of numbers without names below heads that say what each is."""
    lines = survey.lines
    end = first
    while end < len(lines) and _is_bare(lines[end]) and len(_words(lines[end])) == len(_words(lines[first])):
        end += 1
    heads = lines[place:first]
    if not all(_is_wordy(one) or _is_numbering(one) for one in heads):
        return None
    shape = _bare_shape(heads, lines[first:end])
    if shape is None:
        return None
    cells = [*shape]
    for row, line in enumerate(lines[first:end], start=len(heads)):
        cells += [Cell(row, column, 1, 1, span) for column, span in enumerate(_spans(line), start=1)]
    span = Span(lines[place].span.start, lines[end - 1].span.end)
    return Table(span, tuple(cells), complete=False, heads=frozenset(range(len(heads)))), end


def _bare_shape(heads: Sequence[Line], rows: Sequence[Line]) -> list[Cell] | None:
    count = len(_words(rows[0]))
    numbered = [one for one in heads if _is_numbering(one)]
    worded = [one for one in heads if not _is_numbering(one)]
    if not worded or any(len(_words(one)) < count for one in numbered):
        return None
    full = [[_value(each) for each in _words(one)] for one in rows]
    words = [_words(one) for one in worded]
    told = _spread(words, count, full) or spread(words, count, full)
    if told is None:
        return None
    return [
        *(
            Cell(row, head.column, 1, head.width, span)
            for row, (line, laid) in enumerate(zip(worded, told, strict=True))
            for head, span in zip(laid, _spans(line), strict=True)
        ),
        *(
            Cell(len(worded) + row, at, 1, 1, span)
            for row, line in enumerate(numbered)
            for at, span in enumerate(list(_spans(line))[-count:], start=1)
        ),
    ]


# ── Heads ─────────────────────────────────────────────────────────────────────────────────────────


def _shape(heads: Sequence[Line], rows: Sequence[Line]) -> list[Cell] | None:
    """Give the cells of lines that are heads; None where they are not."""
    if not heads:
        return []
    count = max(len(_numbers(one)) for one in rows)
    cells: list[Cell] = []
    if _is_numbering(heads[-1]) and len(heads) > 1:
        places = [
            span for one, span in zip(_words(heads[-1]), _spans(heads[-1]), strict=True) if is_number(one)
        ]
        cells = [Cell(len(heads) - 1, at, 1, 1, span) for at, span in enumerate(places, start=1)]
        heads, count = heads[:-1], len(places)
    elif len(heads) > 1 and len(_words(heads[-1])) == count and all(map(_UNITS.fullmatch, _words(heads[-1]))):
        cells = [Cell(len(heads) - 1, at, 1, 1, span) for at, span in enumerate(_spans(heads[-1]), start=1)]
        heads = heads[:-1]
    full = [[_value(each) for each in _numbers(one)] for one in rows if len(_numbers(one)) == count]
    laid = _laid(heads, count, full)
    return None if laid is None else [*laid, *cells]


_UNITS = re.compile(rf"[(（](?:[万亿]?(?:{UNITS}))[)）]")
"""A word of a line that prints the unit of each column."""


def _are_united(line: Line) -> bool:
    """Whether two words of a line at least end with a unit in brackets: 里程（公里） 投资（万元）."""
    return sum(_UNITS.search(one) is not None for one in _words(line)) >= MIN_NUMBERS


def _named_first(line: Line) -> int:
    """Give how many heads of names a line begins with."""
    words = _words(line)
    return next((at for at, one in enumerate(words) if not _NAMES.fullmatch(one)), len(words))


def _spread(
    words: Sequence[Sequence[str]], count: int, full: Sequence[Sequence[Decimal]]
) -> list[list[Head]] | None:
    """Lay heads without those of names over the columns."""
    told = spread([["", *words[0]], *words[1:]], count, full)
    return None if told is None or told[0][0].column else [told[0][1:], *told[1:]]


def _is_numbering(line: Line) -> bool:
    """Whether a line only numbers the columns: 栏次 1 2 3."""
    words = [one for one in _words(line) if one not in ("栏次", "行次")]
    return len(words) >= MIN_NUMBERS and words == [str(at) for at in range(1, len(words) + 1)]


def _words(line: Line) -> list[str]:
    return [match[0] for match in _PIECE.finditer(line.text)]


def _value(word: str) -> Decimal:
    try:
        return Decimal(word.replace(",", "").rstrip("%"))
    except InvalidOperation:
        return Decimal(0)


_NAMES = re.compile(
    "(?:支出|收入)?(?:功能|经济)?(?:分类)?(?:科目|项目|单位|部门|资金)?(?:编码|代码|名称|分类|类别|科目)|栏次|项目|单位|部门|序号|编号|科目|指标|类别|支出项目"
)
"""Heads of names, which stand before those of numbers in any of their lines."""


def _laid(heads: Sequence[Line], count: int, full: Sequence[Sequence[Decimal]]) -> list[Cell] | None:
    """Give the cells of lines of heads over so many columns of numbers."""
    if all(map(_is_wordy, heads)):
        names = [_named_first(one) for one in heads]
        words = [_words(one)[skip:] for one, skip in zip(heads, names, strict=True)]
        rows = [at for at, one in enumerate(words) if one]
        told = _spread([words[at] for at in rows], count, full) if any(names) and rows else None
        if told is not None:
            first = [*_spans(heads[0])][names[0] - 1 : names[0]] if names[0] else []
            return [
                *(Cell(0, 0, 1, 1, span) for span in first),
                *(
                    Cell(row, head.column, 1, head.width, span)
                    for row, laid in zip(rows, told, strict=True)
                    for head, span in zip(laid, [*_spans(heads[row])][names[row] :], strict=True)
                ),
            ]
    pieces = [_words(one) for one in heads]
    told = spread(pieces, count, full) if all(map(_is_wordy, heads)) else None
    if told is None:
        heading = [one for one in heads if _may_be_head(one) or _are_united(one)]
        may = heads[0] in heading and all(one in heading or len(one.text) <= MAX_WORD for one in heads)
        if not may:
            return None
        told = [[Head(at, 1, parent=False) for at in range(len(one))] for one in pieces]
    if _HEAD.search(pieces[0][0]) and not _NAMED.search(pieces[0][0]):
        told = [[Head(one.column + 1, one.width, one.parent) for one in line] for line in told]
    return [
        Cell(row, head.column, 1, head.width, span)
        for row, (line, laid) in enumerate(zip(heads, told, strict=True))
        for head, span in zip(laid, _spans(line), strict=True)
    ]


def _is_wordy(line: Line) -> bool:
    """Whether a line is nothing but short words, as heads are."""
    pieces = [match[0] for match in _PIECE.finditer(line.text)]
    short = all(len(one) <= MAX_PIECE and not is_number(one) for one in pieces)
    return len(pieces) >= MIN_NUMBERS and short and not re.search("[。;,:]", line.text)


def _spans(line: Line) -> Iterator[Span]:
    for match in _PIECE.finditer(line.text):
        yield Span(line.span.start + match.start(), line.span.start + match.end())


_HEAD = re.compile(
    "预算|决算|执行|年初|分值|得分|权重|金额|指标值|完成值|目标值|实际值|增减|比例|占比|数$|率$|20\\d\\d年"
)


_NAMED = re.compile("名称|项目|科目|指标$|类别|内容|分类|来源|单位|事项|部门|执行情况|使用情况")


def _may_be_head(line: Line) -> bool:
    """Whether a line says what stands in columns: several words of which two at least are heads."""
    words = line.text.split()
    return sum(_HEAD.search(one) is not None for one in words) >= MIN_NUMBERS and not re.search(
        "[。;,]", line.text
    )


# ── Rows ──────────────────────────────────────────────────────────────────────────────────────────


def _pieces(line: Line) -> Iterator[Span]:
    """Yield the cells of a row: each number for itself, words that follow each other as they stand."""
    spans, words = list(_spans(line)), _words(line)
    for at, span in enumerate(spans):
        counts = _COUNT.fullmatch(words[at]) if not at else _CODE.fullmatch(words[at])
        if counts is None or at + 1 == len(words) or is_number(words[at + 1]):
            yield span


def _is_counted(pieces: Sequence[str]) -> bool:
    """Whether a row begins with its own number, and not with its name."""
    return len(pieces) > 1 and _COUNT.fullmatch(pieces[0]) is not None and not is_number(pieces[1])


_CODE = re.compile(r"2\d\d(?:\d\d){1,2}|3[0-39]\d(?:\d\d)?")
"""The code of a class of spending in the second of two tables side by side."""
_COUNT = re.compile(r"\d{1,3}[.、]?|2\d\d(?:\d\d){1,2}|3[0-39]\d\d\d")
"""The number of a row, or the code of a class of spending."""


def _numbers(line: Line) -> list[str]:
    """Give the numbers at the end of a row."""
    pieces = _core(_words(line))
    place = len(pieces)
    while place and is_number(pieces[place - 1]):
        place -= 1
    return pieces[place:]


def _core(pieces: Sequence[str]) -> list[str]:
    """Leave out the words behind the numbers of a row: why a score is not full."""
    end = len(pieces)
    while end and not is_number(pieces[end - 1]):
        end -= 1
    behind = len(pieces) - end
    told = end > MIN_NUMBERS and all(map(is_number, pieces[end - MIN_NUMBERS - 1 : end]))
    return list(pieces[:end]) if 0 < behind <= MAX_BEHIND and told else list(pieces)


def _is_row(line: Line) -> bool:
    pieces = _core(_words(line))
    if _is_counted(pieces):
        pieces = pieces[1:]
    if len(pieces) < 1 + MIN_NUMBERS or (not line.may_be_cell and len(line.text) > 120):
        return False
    if is_number(pieces[0]):
        return False
    numbers = sum(map(is_number, pieces[1:]))
    if numbers >= MIN_NUMBERS and (numbers >= len(pieces) - 2 or _is_of_several(pieces)):
        return True
    names = len(pieces) - len(_numbers(line))
    told = len(pieces) - names > MIN_NUMBERS and names <= MAX_NAMES
    return told and all(len(one) <= MAX_PIECE and not re.search("[。;,]", one) for one in pieces[:names])


def _is_of_several(pieces: Sequence[str]) -> bool:
    """Whether a row is one of several tables side by side: short names with a number behind each, or with none."""
    told = [one for at, one in enumerate(pieces) if not _is_code(pieces, at)]
    names = [one for one in told if not is_number(one)]
    apart = all(not is_number(one) or not is_number(other) for one, other in pairwise(told))
    return apart and all(len(one) <= MAX_PIECE and not re.search("[。;,:]", one) for one in names)


def _is_code(pieces: Sequence[str], at: int) -> bool:
    """Whether a word is the code of the class of spending that is named behind it."""
    named = at + 1 < len(pieces) and not is_number(pieces[at + 1])
    return named and _CODE.fullmatch(pieces[at]) is not None


def _is_short(line: Line, lines: Sequence[Line], place: int) -> bool:
    """Whether a line among rows is a row of one cell, or a word that was broken off."""
    near = any(_is_row(one) for one in lines[place + 1 : place + 8])
    return near and line.may_be_cell and not re.search("[。;]", line.text)
