"""Which number stands below which head, and which parts of a row stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jixiao.documents.tables.cells import GridText, is_dash
from jixiao.documents.tables.columns import Column, Role
from jixiao.documents.tables.grid import Row

PLAIN = Column("", Role.VALUE)
"""Of a number that no head stands above."""
_SIDE = re.compile("收入|支出|资产|负债|来源|用途|运用|项目")
_NO_NAMES = (Role.NONE, Role.UNIT, Role.TARGET, Role.ACTUAL, Role.POINTS, Role.SCORE)


def starts_of(rows: Sequence[Row], heads: Mapping[int, Column]) -> tuple[int, ...]:
    """Give the columns at which tables that stand side by side begin; one where there is only one."""
    words: dict[int, int] = {}
    numbers: dict[int, int] = {}
    for row in rows:
        for one in row.cells:
            if one.entry is not None:
                numbers[one.cell.column] = numbers.get(one.cell.column, 0) + 1
            elif one.words and not is_dash(one.words):
                words[one.cell.column] = words.get(one.cell.column, 0) + 1
    starts = [0]
    counted = False
    for column in sorted({*words, *numbers, *heads}):
        head = heads.get(column, PLAIN)
        wordy = words.get(column, 0) > numbers.get(column, 0)
        if wordy and counted and head.role not in _NO_NAMES and _begins(head, heads, starts[-1], column):
            starts.append(_with_codes(column, starts[-1], heads))
            counted = False
        counted = counted or (numbers.get(column, 0) > words.get(column, 0) and head.role is not Role.NONE)
    if len(starts) > 1 and not counted:
        starts.pop()
    return tuple(starts)


def _with_codes(column: int, start: int, heads: Mapping[int, Column]) -> int:
    """Give where a table begins whose names stand in a column: at the codes before them."""
    while (
        column - 1 > start
        and heads.get(column - 1, PLAIN).role is Role.NONE
        and "行次" not in heads[column - 1].head
    ):
        column -= 1
    return column


def _begins(head: Column, heads: Mapping[int, Column], start: int, column: int) -> bool:
    """Whether a column of names begins another table: its head is like the first one's, or says a side."""
    if head.role is Role.LABEL or (head.parts and _SIDE.search(head.head)):
        return True
    first = [heads[at].parts[-1:] for at in sorted(heads) if start < at < column]
    later = [heads[at].parts[-1:] for at in sorted(heads) if at > column]
    return bool(first) and later[: len(first)] == first


def groups(row: Row, starts: Sequence[int]) -> Iterator[tuple[int, Sequence[GridText]]]:
    """Yield the parts of a row of tables side by side, each with its number."""
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else None
        part = [
            one
            for one in row.cells
            if (start <= one.cell.column or not place) and (end is None or one.cell.column < end)
        ]
        if any(one.entry is not None for one in part):
            named = any(one.entry is None and one.words and not is_dash(one.words) for one in part)
            yield place, part if named else [*_reaching(row, start), *part]


def _reaching(row: Row, start: int) -> Iterator[GridText]:
    """Yield the name before the column at which the next table begins where only empty cells follow it: 公用经费合计."""
    before = [one for one in row.cells if one.cell.column < start and (one.words or one.entry is not None)]
    if before and before[-1].entry is None and not is_dash(before[-1].words):
        yield before[-1]


def lost_starts(heads: Mapping[int, Column]) -> tuple[int, ...]:
    """Give the columns at which tables side by side begin whose rows lost their empty cells, as the heads say."""
    starts = [0]
    valued = False
    places = sorted(heads)
    lasts = [heads[at].parts[-1:] for at in places]
    for half in range(2, len(places) - 1 if places[:1] == [0] else 0):
        if lasts[1:half] == lasts[half + 1 :] and lasts[half] not in lasts[1:half]:
            return (0, places[half])
    for at in places:
        if heads[at].role is Role.LABEL and valued:
            starts.append(at)
            valued = False
        valued = valued or (heads[at].role not in _NO_NAMES and heads[at].role is not Role.LABEL)
    return tuple(starts) if valued else tuple(starts[:-1]) or (0,)


def lost_groups(row: Row, count: int) -> Iterator[tuple[int, Sequence[GridText]]]:
    """Yield the parts of a row that lost its empty cells: a name behind numbers begins the next one."""
    parts: list[list[GridText]] = [[]]
    for one in row.cells:
        named = one.entry is None and bool(one.words) and not is_dash(one.words)
        counted = any(each.entry is not None or is_dash(each.words) for each in parts[-1])
        if named and counted and len(parts) < count:
            parts.append([])
        parts[-1].append(one)
    for place, part in enumerate(parts):
        if any(one.entry is not None for one in part):
            yield place, part


def value_heads(heads: Mapping[int, Column], *, complete: bool, start: int = 0) -> list[Column]:
    """Give the heads below which numbers stand, from the left; the first column is one of names where cells were lost."""
    columns = [
        heads[at]
        for at in sorted(heads)
        if complete
        or (
            at != start
            and not (heads[at].role is Role.NONE and re.search("编码|代码|序号|编号", heads[at].head))
        )
    ]
    first = next((at for at, one in enumerate(columns) if one.role is Role.LABEL), 0)
    wordy = (Role.LABEL,) if complete else (Role.LABEL, Role.UNIT)
    return [
        one
        for one in columns[first:]
        if one.role not in wordy and not re.search("原因|备注|说明|措施", one.head)
    ]
