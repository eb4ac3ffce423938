"""One cell a line → rows: each line is given to the column that it fits best, by what columns of its kind hold.

Merged and empty cells leave no line, and long ones leave several. So all lines are laid over the columns at
once, at the least cost: a number fits points, a rule a sentence, a few words a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.dataclass import dataclass, replace
from jixiao.documents.issued.grid import Cell
from jixiao.documents.issued.head_words import Column
from jixiao.documents.issued.heads import Head, head_of, is_head_word
from jixiao.documents.issued.signs import is_note, is_signed, is_total, sounds_like_rule
from jixiao.documents.issued.texts import bare_number, is_section, points_in_name
from jixiao.documents.issued.unwrapped import unwrapped

MAX_LINES = 20_000
"""Most lines that are laid over columns. Stops a long text from taking minutes."""
MAX_COLUMNS = 20
LONG = 22
"""Characters from which on a text is hardly a label."""
_RUNNING = (Column.SENTENCE,)
"""Columns whose texts end in a stop."""
_ENDED = re.compile(r"[。；;!！)）]\s*$|100[%％]\s*$")
_FORMULA = re.compile(r"(?<!得分)[=＝].*[/÷／]|[)）]?\s*[×xX*]\s*100\s*[%％]\s*$")
UNENDED = 2.0
"""What it costs that a sentence is left that has not ended."""
GOES_ON = 0.2
"""What it costs that a sentence that has not ended goes on in the next line."""
_STOPS = re.compile("[。；;，,]")
UNSAID = 0.8
"""What it costs, where no column is for points, that a name says none, or a label above names does."""
_NUMBERS = (Column.NUMBER, Column.POINTS, Column.WEIGHT, Column.CLAIM)
_LABELS = (Column.LABEL, Column.MATTER)
_SELDOM = (Column.CLAIM, Column.ACTUAL, Column.REASON, Column.REMARK, Column.OTHER, Column.TARGET)
"""Columns of which cells are often empty."""


@dataclass(frozen=True, slots=True)
class _Step:
    cost: float
    row: int
    before: int
    """The column of the line before."""


def stacked_rows(lines: Sequence[Cell], least: int) -> list[Cell] | None:
    """Give the lines as cells of rows and columns; None where no heads stand one below the other."""
    found = _heads(lines, least)
    if found is None or len(lines) > MAX_LINES:
        return None
    start, heads, end = found
    placed = [replace(cell, row=number + 1, column=1) for number, cell in enumerate(lines[:start])]
    row = start + 1
    placed += [replace(cell, row=row, column=at + 1) for at, (cell, _) in enumerate(heads)]
    body = unwrapped(lines[end:])
    for line, (column, down) in zip(body, _laid(body, [head for _, head in heads]), strict=True):
        placed.append(replace(line, row=row + 1 + down, column=column + 1))
    return _joined(placed)


def _heads(lines: Sequence[Cell], least: int) -> tuple[int, list[tuple[Cell, Head]], int] | None:
    """Find the first run of heads among which are those of a label and of what is said of it; and its ends."""
    at = 0
    while at < len(lines):
        heads: list[tuple[Cell, Head]] = []
        end = at
        while len(heads) < MAX_COLUMNS and (found := _head_at(lines, end)) is not None:
            cell, head, end = found
            heads.append((cell, head))
        if len(heads) > 1 and _is_title(heads[0], [head for _, head in heads[1:]]):
            heads, at = heads[1:], at + 1
        kinds = {head.kind for _, head in heads}
        if (
            len(heads) >= least
            and kinds & set(_LABELS)
            and kinds & {Column.POINTS, Column.WEIGHT, Column.SENTENCE}
        ):
            return at, heads, end
        at = max(at + 1, end)
    return None


def _is_title(first: tuple[Cell, Head], others: Sequence[Head]) -> bool:
    """Whether what looks like the first head is the title, as 某县考核评分标准 is: a head of its kind follows."""
    cell, head = first
    return head.kind not in _LABELS and head in others and not is_head_word(cell.text)


def _head_at(lines: Sequence[Cell], at: int) -> tuple[Cell, Head, int] | None:
    """Give the head that begins at a line, which may go on in the next, and the line after it."""
    if at >= len(lines):
        return None
    first = head_of(lines[at].text)
    if at + 1 < len(lines):
        both = f"{lines[at].text}\n{lines[at + 1].text}"
        second = head_of(lines[at + 1].text)
        joined = head_of(both)
        is_level = len(lines[at].text) == 2 and lines[at].text.endswith("级")
        if joined is not None and (first is None or second is None or is_level):
            return replace(lines[at], text=both), joined, at + 2
    return None if first is None else (lines[at], first, at + 1)


def _laid(lines: Sequence[Cell], heads: Sequence[Head]) -> list[tuple[int, int]]:
    """Give the column and row of each line, at the least cost of all."""
    width = len(heads)
    moves = [[_move(before, after, heads) for after in range(width)] for before in range(width)]
    has_points = any(head.kind in (Column.POINTS, Column.WEIGHT) for head in heads)
    labels = [] if has_points else [at for at, head in enumerate(heads) if head.kind in _LABELS]
    table: list[list[_Step]] = []
    above = ""
    for line in lines:
        fits = [_fit(line.text, head) for head in heads]
        for at in labels:
            fits[at] += UNSAID if (points_in_name(line.text)[1] is not None) != (at == labels[-1]) else 0.0
        if not table:
            table.append([_Step(fits[at] + _skipped(-1, at, heads), 0, -1) for at in range(width)])
            above = line.text
            continue
        last = table[-1]
        is_open = not _ENDED.search(above)
        left = [UNENDED if is_open and head.kind in _RUNNING else 0.0 for head in heads]
        here = []
        for at in range(width):
            costs = [last[one].cost + moves[one][at][0] + left[one] * (one != at) for one in range(width)]
            if is_open and heads[at].kind in _RUNNING:
                costs[at] = last[at].cost + GOES_ON
            before = min(range(width), key=costs.__getitem__)
            down = 0 if is_open and before == at and heads[at].kind in _RUNNING else moves[before][at][1]
            here.append(
                _Step(
                    costs[before] + fits[at] * (0.3 if left[at] and before == at else 1.0),
                    last[before].row + down,
                    before,
                )
            )
        table.append(here)
        above = line.text
    return list(reversed(list(_back(table))))


def _back(table: Sequence[Sequence[_Step]]) -> Iterator[tuple[int, int]]:
    if not table:
        return
    at = min(range(len(table[-1])), key=lambda one: table[-1][one].cost)
    for steps in reversed(table):
        yield at, steps[at].row
        at = steps[at].before


def _move(before: int, after: int, heads: Sequence[Head]) -> tuple[float, int]:
    """Give what it costs to go from one column to another, and by how many rows that goes down."""
    if after == before:
        kind = heads[after].kind
        goes_on = 2.0 if kind in (Column.SENTENCE, Column.EXPLANATION, Column.ASPECTS) else 4.5
        again = _skipped(before, len(heads), heads) + _skipped(-1, after, heads)
        return (goes_on, 0) if goes_on <= again else (again, 1)
    if after > before:
        return _skipped(before, after, heads), 0
    return _skipped(before, len(heads), heads) + _skipped(-1, after, heads), 1


def _skipped(before: int, after: int, heads: Sequence[Head]) -> float:
    """Give what it costs that columns between two have no line in a row."""
    labels = [at for at, head in enumerate(heads) if head.kind in _LABELS]
    cost = 0.0
    for at in range(before + 1, after):
        kind = heads[at].kind
        if kind in _LABELS:
            cost += 3.0 if at == labels[-1] else 0.2 + 0.2 * labels.index(at)
        elif kind in _SELDOM or kind is Column.WEIGHT:
            cost += 0.4
        elif kind in (Column.POINTS, Column.SENTENCE):
            cost += 3.5
        else:
            cost += 1.5
    return cost


def _fit(text: str, head: Head) -> float:
    """Give how badly a text fits a column: 0 where it is just what stands there."""
    kind = head.kind
    if bare_number(text):
        return 0.0 if kind in _NUMBERS else 1.5 if kind in (Column.TARGET, Column.ACTUAL) else 6.0
    if kind in _NUMBERS:
        return 8.0
    if kind in _LABELS and _FORMULA.search(text):
        return 6.0
    if kind in _LABELS:
        alone = is_section(text) or is_total(text) or is_note(text) or is_signed(text)
        return (
            0.2 * alone
            + (4.0 if sounds_like_rule(text) else 0.0)
            + (2.5 if len(text) > LONG else 0.0)
            + (2.0 if _STOPS.search(text) else 0.0)
        )
    is_rule = sounds_like_rule(text) and not _FORMULA.search(text)
    if _FORMULA.search(text):
        return 0.0 if kind is Column.EXPLANATION else 1.0 if kind is Column.ASPECTS else 3.0
    if kind is Column.SENTENCE:
        return 0.0 if is_rule else 2.5 if len(text) <= LONG else 1.5
    if kind in (Column.EXPLANATION, Column.ASPECTS):
        return 2.5 if is_rule else 0.5 if len(text) > LONG else 1.2
    return 3.0 if is_rule else 1.5


def _joined(cells: Sequence[Cell]) -> list[Cell]:
    """Join the lines that fell into one cell."""
    whole: dict[tuple[int, int], Cell] = {}
    for cell in cells:
        before = whole.get((cell.row, cell.column))
        text = cell.text if before is None else f"{before.text}\n{cell.text}"
        whole[cell.row, cell.column] = replace(before or cell, text=text)
    return list(whole.values())
