"""Tables of which each cell became a line of its own: rows and columns are found again from how many numbers follow.

Numbers that follow each other are a row; the words before them are its name and, above the first row, the heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.documents.layout.cells import (
    SIGNED,
    Rows,
    Token,
    has_number,
    tokens_of,
    with_units,
    without_codes,
)
from jixiao.documents.layout.heads import new_heads
from jixiao.documents.layout.survey import Survey
from jixiao.documents.paper import Table
from jixiao.language.span import Span

MIN_NUMBERS = 3
MAX_BEFORE = 14
"""Most lines from the first of a table to its first number."""


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
    while end > place and not has_number(lines[end - 1]):
        end -= 1
    tokens = without_codes(with_units([token for line in lines[place:end] for token in tokens_of(line)]))
    rows = Rows()
    _fill(rows, tokens)
    span = Span(lines[place].span.start, lines[end - 1].span.end)
    return Table(span, tuple(rows.cells)), end


# ── Rows ──────────────────────────────────────────────────────────────────────────────────────────


def _fill(rows: Rows, tokens: Sequence[Token]) -> None:
    runs = list(_runs(tokens))
    heads: list[Token] = []
    for number, (labels, run) in enumerate(runs):
        following = runs[number + 1] if number + 1 < len(runs) else None
        period = _period(labels[:-1])
        named = labels
        if period:
            heads = _half(rows, labels, period)
            named = labels[-1:]
        elif not _fits(heads, labels, run):
            heads = new_heads(rows, labels, run, following)
            named = labels[-1:] if heads else []
        if heads:
            for one in named[:-1]:
                rows.add([(0, one)])
            _add_row(rows, named[-1:], run, heads)


def _half(rows: Rows, labels: Sequence[Token], period: int) -> list[Token]:
    """Write the heads of the left one of two tables side by side, and give those of its numbers."""
    half = list(labels[len(labels) - 1 - period : len(labels) - 1])
    for one in labels[: len(labels) - 1 - 2 * period]:
        rows.add([(0, one)])
    rows.add(list(enumerate(half)))
    return half[1:]


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[list[Token], list[Token]]]:
    labels: list[Token] = []
    run: list[Token] = []
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


def _period(labels: Sequence[Token]) -> int:
    """Give how many heads there are before they begin again, for two tables side by side; 0 where they do not."""
    for length in range(2, len(labels) // 2 + 1):
        last = [one.text for one in labels[-length:]]
        if [one.text for one in labels[-2 * length : -length]] == last:
            return length
    return 0


def _fits(heads: Sequence[Token], labels: Sequence[Token], run: Sequence[Token]) -> bool:
    return bool(heads) and len(run) <= len(heads) and 1 <= len(labels) <= 3 + len(heads) // 3


_LINE_NUMBER = re.compile("行次|栏次|序号|编号")


def _add_row(rows: Rows, label: Sequence[Token], run: Sequence[Token], heads: Sequence[Token]) -> None:
    """Add a row; a number alone below 行次 and 决算数 is the number of the line."""
    places = list(range(1, len(run) + 1))
    money = [at for at, one in enumerate(heads, start=1) if not _LINE_NUMBER.search(one.text)]
    numbered = len(money) < len(heads)
    if not numbered and 1 < len(run) < len(heads):
        places = _aligned(run, heads)
    rows.add([*((0, one) for one in label), *zip(places, run, strict=True)])


def _aligned(run: Sequence[Token], heads: Sequence[Token]) -> list[int]:
    """Give below which heads numbers stand of which some are missing: rates below rates, else from the left."""
    places: list[int] = []
    column = 1
    rates = any(one.text.rstrip(")）").endswith("率") for one in heads)
    for left, token in zip(range(len(run) - 1, -1, -1), run, strict=True):
        is_rate = rates and "%" in token.text and not SIGNED.match(token.text)
        while (
            column <= len(heads) - left - 1
            and is_rate
            and not heads[column - 1].text.rstrip(")）").endswith("率")
        ):
            column += 1
        places.append(column)
        column += 1
    return places
