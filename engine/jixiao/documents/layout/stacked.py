"""Tables of which each cell became a line of its own: rows and columns are found again from how many numbers follow.

Numbers that follow each other are a row; the words before them are its name and, above the first row, the heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.dataclass import dataclass, field
from jixiao.documents.layout.lines import Line, is_number
from jixiao.documents.layout.survey import BARS, Survey
from jixiao.documents.paper import Cell, Table
from jixiao.language.span import Span

_PAIR = re.compile(r"(?P<label>(?:其中\s*[:：]\s*)?[^:：\d]{2,30}[:：])\s*(?P<number>[\d.,]+%?)")
MIN_NUMBERS = 3
MAX_BEFORE = 14
"""Most lines from the first of a table to its first number."""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    span: Span
    is_number: bool


@dataclass(slots=True)
class _Rows:
    cells: list[Cell] = field(default_factory=list)
    count: int = 0

    def add(self, columns: Sequence[tuple[int, _Token]]) -> None:
        self.cells += [Cell(self.count, column, 1, 1, one.span) for column, one in columns]
        self.count += 1


def stacked_table(survey: Survey, place: int) -> tuple[Table, int] | None:
    """Give the table that begins at a line, and the line after it; None where none begins."""
    lines = survey.lines
    barred = lines[place].is_single_cell
    end = (survey.single if barred else survey.cells)[place]
    first = survey.number[place]
    most = end - place if barred else MAX_BEFORE
    if not place < first < end or first - place > most:
        return None
    if survey.counted[end] - survey.counted[place] < MIN_NUMBERS:
        return None
    while end > place and not _has_number(lines[end - 1]):
        end -= 1
    tokens = _with_units([token for line in lines[place:end] for token in _tokens(line)])
    rows = _Rows()
    _fill(rows, tokens)
    span = Span(lines[place].span.start, lines[end - 1].span.end)
    return Table(span, tuple(rows.cells)), end


def _has_number(line: Line) -> bool:
    return any(one.is_number for one in _tokens(line))


def _tokens(line: Line) -> Iterator[_Token]:
    pair = _PAIR.fullmatch(line.text.strip(BARS + " "))
    shown = line.text.rstrip(BARS + " ")
    start = line.span.start
    if pair is not None:
        for part, number in (("label", False), ("number", True)):
            offset = line.text.index(pair[part])
            yield _Token(pair[part], Span(start + offset, start + offset + len(pair[part])), number)
        return
    yield _Token(shown, Span(start, start + len(shown)), is_number(shown))


_SIGNED = re.compile("[=≥≤><＝]")


def _with_units(tokens: Sequence[_Token]) -> list[_Token]:
    """Join a sign, a number and a unit that were cells of their own, and take empty cells into the row they stand in."""
    joined: list[_Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if not token.text:
            if last is not None and last.is_number:
                joined.append(_Token("", token.span, is_number=True))
            continue
        if last is not None and token.is_number and _SIGNED.fullmatch(last.text):
            joined[-1] = _Token(last.text + token.text, Span(last.span.start, token.span.end), is_number=True)
            continue
        signed = last is not None and last.is_number and _SIGNED.match(last.text) is not None
        if (
            signed
            and last is not None
            and not token.is_number
            and is_number(last.text.strip("=≥≤><＝ ") + token.text)
        ):
            joined[-1] = _Token(last.text + token.text, Span(last.span.start, token.span.end), is_number=True)
            continue
        joined.append(token)
    return joined


# ── Rows ──────────────────────────────────────────────────────────────────────────────────────────


def _fill(rows: _Rows, tokens: Sequence[_Token]) -> None:
    runs = list(_runs(tokens))
    heads: list[_Token] = []
    half: list[_Token] = []
    for number, (labels, run) in enumerate(runs):
        following = runs[number + 1] if number + 1 < len(runs) else None
        period = _period(labels[:-1])
        if period:
            half = list(labels[len(labels) - 1 - period : len(labels) - 1])
            for one in labels[: len(labels) - 1 - 2 * period]:
                rows.add([(0, one)])
            rows.add(list(enumerate(half)))
            heads = half[1:]
            labels = labels[-1:]
        elif not _fits(heads, labels, run):
            heads = _new_heads(rows, labels, run, following)
            if not heads:
                continue
            labels = labels[-1:]
        for one in labels[:-1]:
            rows.add([(0, one)])
        _add_row(rows, labels[-1:], run, heads)


def _runs(tokens: Sequence[_Token]) -> Iterator[tuple[list[_Token], list[_Token]]]:
    labels: list[_Token] = []
    run: list[_Token] = []
    for token in tokens:
        if token.is_number:
            run.append(token)
            continue
        if run:
            yield labels, run
            labels, run = [], []
        labels.append(token)
    if run:
        yield labels, run


def _period(labels: Sequence[_Token]) -> int:
    """Give how many heads there are before they begin again, for two tables side by side; 0 where they do not."""
    for length in range(2, len(labels) // 2 + 1):
        last = [one.text for one in labels[-length:]]
        if [one.text for one in labels[-2 * length : -length]] == last:
            return length
    return 0


def _fits(heads: Sequence[_Token], labels: Sequence[_Token], run: Sequence[_Token]) -> bool:
    return bool(heads) and len(run) <= len(heads) and 1 <= len(labels) <= 3 + len(heads) // 3


def _new_heads(
    rows: _Rows,
    labels: Sequence[_Token],
    run: Sequence[_Token],
    following: tuple[list[_Token], list[_Token]] | None,
) -> list[_Token]:
    """Write the heads that stand before a row and give them; a row that is nothing but numbers is written with them."""
    count = len(run)
    like = following is not None and len(following[0]) <= 3 and 2 <= len(following[1]) <= count
    alone = following is None or not like
    above = _above(labels[:-1], run)
    if above is not None:
        before, heads, between = above
        for one in before:
            rows.add([(0, one)])
        rows.add(list(enumerate(heads, start=1)))
        for one in between:
            rows.add([(0, one)])
        return heads
    window = _window(labels[:-1], run)
    if window is not None and count > 2:
        start, heads = window
        for one in labels[:start]:
            rows.add([(0, one)])
        rows.add(list(enumerate(heads, start=1)))
        return heads
    if (
        len(labels) > count
        and (like or not alone or _is_head(labels[-2].text))
        and count > 1
        and not (alone and _is_head(labels[-1].text))
    ):
        heads = list(labels[-1 - count : -1])
        for one in labels[: -1 - count]:
            rows.add([(0, one)])
        rows.add(list(enumerate(heads, start=1)))
        return heads
    if len(labels) >= count > 1:
        for one in labels[:-count]:
            rows.add([(0, one)])
        rows.add(list(enumerate(labels[-count:], start=1)))
        rows.add(list(enumerate(run, start=1)))
        return []
    for one in labels[:-1]:
        rows.add([(0, one)])
    rows.add([(0, labels[-1]), *enumerate(run, start=1)] if labels else list(enumerate(run, start=1)))
    return []


def _above(
    labels: Sequence[_Token], run: Sequence[_Token]
) -> tuple[list[_Token], list[_Token], list[_Token]] | None:
    """Give the heads of a table of indicators, with what stands before them and the names of groups behind them."""
    end = len(labels)
    while end and len(labels) - end <= MAX_GROUPS and not _is_head(labels[end - 1].text):
        end -= 1
    start = end
    while start and (_is_head(labels[start - 1].text) or _ASIDE.search(labels[start - 1].text)):
        start -= 1
    heads = [one for one in labels[start:end] if not _ASIDE.search(one.text)]
    told = any(_INDICATOR.search(one.text) for one in heads)
    if not told or not len(run) <= len(heads) <= len(run) + 1:
        return None
    return list(labels[:start]), heads[: len(run)], list(labels[end:])


_ASIDE = re.compile("性质$|单位$")
"""Heads of cells that were joined to their number: 指标性质, 度量单位."""
_INDICATOR = re.compile("指标值|完成值|目标值|实际值|目标$")
MAX_ASIDE = 2
"""Most words between the heads and the first row: (万元)."""
MAX_GROUPS = 4
"""Most names of groups of indicators between the heads and the first row."""


def _window(labels: Sequence[_Token], run: Sequence[_Token]) -> tuple[int, list[_Token]] | None:
    """Give the heads that a row with a rate in it stands below, by where the rate's own head is."""
    rate = next((at for at, one in enumerate(run) if "%" in one.text and not _SIGNED.match(one.text)), None)
    end = len(labels)
    while end and len(labels) - end < MAX_ASIDE and not _is_head(labels[end - 1].text):
        end -= 1
    start = end
    while start and _is_head(labels[start - 1].text):
        start -= 1
    heads = labels[start:end]
    own = [at for at, one in enumerate(heads) if re.split("[(（]", one.text)[0].strip().endswith("率")]
    if rate is None or not own or own[0] < rate:
        return None
    first = start + own[0] - rate
    if first + len(run) > len(labels):
        return None
    return first, list(labels[first : first + len(run)])


_HEAD = re.compile("预算|决算|执行|年初|分值|得分|权重|率$|金额|数$|目标|指标值|完成值|原因|备注")
_NO_HEAD = re.compile("总额|合计|总计|其中|^[一二三四五六七八九十]、|^\\d+[、.]")


def _is_head(text: str) -> bool:
    return _HEAD.search(text) is not None and _NO_HEAD.search(text) is None


_LINE_NUMBER = re.compile("行次|栏次|序号|编号")


def _add_row(rows: _Rows, label: Sequence[_Token], run: Sequence[_Token], heads: Sequence[_Token]) -> None:
    """Add a row; a number alone below 行次 and 决算数 is the number of the line."""
    places = list(range(1, len(run) + 1))
    money = [at for at, one in enumerate(heads, start=1) if not _LINE_NUMBER.search(one.text)]
    numbered = len(money) < len(heads)
    if not numbered and 1 < len(run) < len(heads):
        places = _aligned(run, heads)
    rows.add([*((0, one) for one in label), *zip(places, run, strict=True)])


def _aligned(run: Sequence[_Token], heads: Sequence[_Token]) -> list[int]:
    """Give below which heads numbers stand of which some are missing: rates below rates, else from the left."""
    places: list[int] = []
    column = 1
    rates = any(one.text.rstrip(")）").endswith("率") for one in heads)
    for left, token in zip(range(len(run) - 1, -1, -1), run, strict=True):
        is_rate = rates and "%" in token.text and not _SIGNED.match(token.text)
        while (
            column <= len(heads) - left - 1
            and is_rate
            and not heads[column - 1].text.rstrip(")）").endswith("率")
        ):
            column += 1
        places.append(column)
        column += 1
    return places
