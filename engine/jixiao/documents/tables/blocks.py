"""The rows below one set of heads, with all that is known of them before a number is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from jixiao.dataclass import dataclass, replace
from jixiao.documents.figures.lexicon import fits
from jixiao.documents.tables.cells import GridText, is_dash
from jixiao.documents.tables.columns import Column, Role, is_unit
from jixiao.documents.tables.grid import Row
from jixiao.documents.tables.labels import is_total_of_scores, is_twofold, label_before, plain_label, words_of
from jixiao.documents.tables.naming import Names, Seen
from jixiao.documents.tables.pairing import PLAIN, groups, lost_groups, lost_starts, starts_of, value_heads
from jixiao.documents.tables.placing import HEADLESS, UNSURE, Placed, place

_UNITS_BY_NAME = re.compile(r"^(?:预算|所属|下属|二级|填报|编制|基层|各)?(?:单位|部门|机构)(?:名称)?$")
_BY_UNIT = re.compile("按单位|分单位|各单位|单位分列|分部门|各部门|所属单位")
_PROJECTS = re.compile("项目名称|项目支出名称|专项名称|一级项目|二级项目")
"""The head of a column of projects."""
_LISTED = re.compile(r"[(](?:单位:?)?(?P<units>[^()、,;:\d]{1,4}(?:、[^()、,;:\d]{1,4})+)[)]$")
"""The units of the columns, in turn: 病区服务量（床、人次、天）."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a table, or a dash: the column that it stands in, and whether that is no more than likely."""

    cell: GridText
    column: Column
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A row, or what stands of it in one of several tables side by side."""

    row: Row
    group: Sequence[GridText]
    named: Sequence[GridText]
    unit: str
    """The unit that stands in a cell of its own."""
    numbers: Sequence[Number]
    side: int


@dataclass(slots=True)
class Block:
    """Rows with the same heads."""

    rows: Sequence[Row]
    heads: Mapping[int, Column]
    parts: Sequence[Part]
    sides: Sequence[Seen]
    """What is known of each of the tables side by side."""
    named: bool
    """Whether its rows have names, so that a number without one is of nobody knows what."""

    @property
    def roles(self) -> frozenset[Role]:
        """What the columns say."""
        return frozenset(one.role for one in self.heads.values())


def blocks_of(
    rows: Sequence[Row], captions: Sequence[str], names: Names, *, complete: bool
) -> Iterator[Block]:
    """Yield the blocks of a table; `captions` stand above it, the nearest first."""
    above = list(captions)
    for _, group in groupby(rows, key=lambda row: id(row.heads)):
        held = list(group)
        asides = [row.words[0].words for row in held if not row.numbers and len(row.words) == 1]
        if not held[0].heads:  # a title that became a row of its own
            above = [*reversed(_before_numbers(held)), *above]
        heads = _with_listed_units(held[0].heads, above, complete=complete)
        held = [replace(row, heads=heads) for row in (held if complete else _with_whole_names(held, names))]
        starts = starts_of(held, heads) if complete else lost_starts(heads)
        split = [
            (row, side, part)
            for row in held
            for side, part in (groups(row, starts) if complete else lost_groups(row, len(starts)))
        ]
        parts = list(_parts(split, heads, starts, complete=complete))
        sides = [_side(side, heads, starts, parts, above, names) for side in range(len(starts))]
        named = not complete and any(one.named for one in parts if one.numbers)
        yield Block(held, heads, parts, sides, named)
        above = [*reversed(asides), *above]


def _before_numbers(rows: Sequence[Row]) -> list[str]:
    """Give the rows of one cell that stand before the first one with numbers."""
    first = next((at for at, row in enumerate(rows) if row.numbers), 0)
    return [row.words[0].words for row in rows[:first] if len(row.words) == 1]


def _with_whole_names(rows: Sequence[Row], names: Names) -> Iterator[Row]:
    """Yield the rows; a name that is broken off goes on in the line before or behind, where together they are known."""
    for at, row in enumerate(rows):
        first = row.cells[0] if row.cells else None
        if not row.numbers or first is None or first.entry is not None or names.item_of(first.words):
            yield row
            continue
        alone = [
            one.words[0].words if not one.numbers and len(one.words) == 1 else ""
            for one in (*(rows[at - 1 : at] or [row]), *(rows[at + 1 : at + 2] or [row]))
        ]
        before, behind = alone[0] if at else "", alone[-1]
        joined = (f"{before}{first.words}" if before else "", f"{first.words}{behind}" if behind else "")
        whole = next((one for one in joined if one and names.item_of(one)), None)
        yield row if whole is None else replace(row, cells=(replace(first, words=whole), *row.cells[1:]))


def _with_listed_units(
    heads: Mapping[int, Column], captions: Sequence[str], *, complete: bool
) -> Mapping[int, Column]:
    values = value_heads(heads, complete=complete)
    values = [one for one in values if not (complete and one is heads[min(heads)])]
    for caption in captions[:2]:
        match = _LISTED.search(caption)
        if match is None:
            continue
        units = match["units"].split("、")
        if len(units) == len(values):
            told = {id(one): unit for one, unit in zip(values, units, strict=True)}
            return {
                at: replace(one, unit=one.unit or told[id(one)]) if id(one) in told else one
                for at, one in heads.items()
            }
    return heads


# ── Numbers below heads ───────────────────────────────────────────────────────────────────────────


def _parts(
    split: Sequence[tuple[Row, int, Sequence[GridText]]],
    heads: Mapping[int, Column],
    starts: Sequence[int],
    *,
    complete: bool,
) -> Iterator[Part]:
    values = [
        value_heads(_heads_of(side, heads, starts), complete=complete, start=starts[side])
        for side in range(len(starts))
    ]
    tokens = [
        [one for one in group if one.entry is not None] if complete else _tokens(group, len(values[side]))
        for _, side, group in split
    ]
    named = [words_of(row, group) if complete else _lost_words(group) for row, _, group in split]
    labels = [
        _label(words, _without_codes(numbers, heads) if complete else numbers)
        for (words, _), numbers in zip(named, tokens, strict=True)
    ]
    if not complete:
        values = [
            _without_names(
                told, [(named[at][0], tokens[at]) for at, one in enumerate(split) if one[1] == side]
            )
            for side, told in enumerate(values)
        ]
    laid: dict[int, Placed] = {}
    for side in range(0 if complete else len(starts)):
        held = [at for at, one in enumerate(split) if one[1] == side]
        if values[side]:
            laid |= dict(
                zip(held, place([(labels[at], tokens[at]) for at in held], values[side]), strict=True)
            )
    roles = frozenset(one.role for one in heads.values())
    for at, (row, side, group) in enumerate(split):
        words, unit = named[at]
        told = (
            _laid(tokens[at], laid[at], values[side])
            if at in laid
            else [Number(one, heads.get(one.cell.column, PLAIN)) for one in tokens[at]]
        )
        if len(told) > 1 and not is_twofold(group, words):
            told = [replace(one, doubt=one.doubt or HEADLESS) if one.column is PLAIN else one for one in told]
        if Role.SCORE in roles and is_total_of_scores(plain_label(labels[at])):
            told = _of_scores(told, heads)
        yield Part(row, group, words, unit, told, side)


def _words(group: Sequence[GridText]) -> list[GridText]:
    return [one for one in group if one.entry is None and one.words and not is_dash(one.words)]


def _without_names(
    values: list[Column], rows: Sequence[tuple[Sequence[GridText], Sequence[GridText]]]
) -> list[Column]:
    """Leave out heads of names that do not say so: each row has as many more words before its numbers."""
    more = len(values) - max((len(numbers) for _, numbers in rows), default=0)
    named = sum(len(words) == more + 1 for words, _ in rows)
    return values[more:] if more > 0 and len(rows) > 1 and 2 * named > len(rows) else values


def _lost_words(group: Sequence[GridText]) -> tuple[list[GridText], str]:
    """Give the words that may name a row which lost its empty cells, and the unit that it prints in one of its own."""
    words = _words(group)
    units = [one for one in words[1:] if is_unit(one.words)]
    return [one for one in words if one not in units], next((one.words for one in units), "")


def _heads_of(side: int, heads: Mapping[int, Column], starts: Sequence[int]) -> Mapping[int, Column]:
    """Give the heads of one of several tables side by side."""
    end = starts[side + 1] if side + 1 < len(starts) else None
    return {
        at: one for at, one in heads.items() if (starts[side] <= at or not side) and (end is None or at < end)
    }


def _tokens(group: Sequence[GridText], width: int) -> list[GridText]:
    """Give the numbers and dashes of a row, and its empty cells where they are told."""
    found = [one for one in group if one.entry is not None or is_dash(one.words) or not one.words]
    while len(found) > width and found[-1].entry is None:
        found.pop()
    return found if len(found) == width else [one for one in found if one.words]


def _without_codes(numbers: Sequence[GridText], heads: Mapping[int, Column]) -> Sequence[GridText]:
    """Leave out what stands before a name: the number of the row, or the code of a class of spending."""
    return [one for one in numbers if heads.get(one.cell.column, PLAIN).role is not Role.NONE] or numbers


def first_of(numbers: Sequence[Number]) -> GridText:
    """Give the first number of a row that is no number of the row itself, and no code."""
    return next((one.cell for one in numbers if one.column.role is not Role.NONE), numbers[0].cell)


def _label(words: Sequence[GridText], numbers: Sequence[GridText]) -> str:
    label = label_before(words, numbers[0], numbers[0], twofold=False) if numbers else None
    return "" if label is None else label.words


def _laid(numbers: Sequence[GridText], placed: Placed, values: Sequence[Column]) -> list[Number]:
    doubt = UNSURE if placed.unsure else ""
    return [
        Number(one, values[placed.ways[at]] if at < len(placed.ways) else PLAIN, doubt)
        for at, one in enumerate(numbers)
    ]


def _of_scores(numbers: Sequence[Number], heads: Mapping[int, Column]) -> list[Number]:
    """Lay the points and the score of all indicators below their heads, where empty cells before them were lost."""
    shown = [one for one in numbers if one.cell.entry is not None]
    if not 1 <= len(shown) <= 2 or any(one.column.role is Role.SCORE for one in shown):
        return list(numbers)
    order = [one for at, one in sorted(heads.items()) if one.role in (Role.POINTS, Role.SCORE)]
    first = [order[0], order[-1]] if len(order) > 1 else order
    if len(shown) > len(first) or (len(shown) == 1 and _is_all(shown[0])):
        return list(numbers)
    return [Number(one.cell, column) for one, column in zip(shown, first[-len(shown) :], strict=True)]


def _is_all(number: Number) -> bool:
    """Whether a single number below a table of scores is all its points: 100."""
    return number.cell.entry is not None and number.cell.entry.digits == "100"


# ── What is known of a table ──────────────────────────────────────────────────────────────────────


def _side(
    side: int,
    heads: Mapping[int, Column],
    starts: Sequence[int],
    parts: Sequence[Part],
    captions: Sequence[str],
    names: Names,
) -> Seen:
    columns = [one for _, one in sorted(_heads_of(side, heads, starts).items())]
    labels = [
        _label(one.named, [first_of(one.numbers)] if one.numbers else []) for one in parts if one.side == side
    ]
    items = [names.item_of(label) for label in labels]
    known = [one.name for one in items if one is not None and one.item is not None and fits(one.item, "万元")]
    told = [one for one in columns if one.role is Role.LABEL]
    by_unit = any(_UNITS_BY_NAME.match(part) for one in told[:1] for part in one.parts) or any(
        _BY_UNIT.search(one) for one in captions[:2]
    )
    of_projects = [
        at for at, one in sorted(heads.items()) if one in told[:2] and _PROJECTS.search(one.head) is not None
    ]
    topic = names.captioned(captions)
    values = [one for one in columns if one.role not in (Role.LABEL, Role.NONE, Role.UNIT)]
    return Seen(
        topic=topic,
        captioned=topic is not None,
        fund=names.fund_in(captions),
        columns=values,
        names=known,
        by_unit=by_unit and not known and not of_projects,
        projects_at=of_projects[0] if of_projects and not any(map(names.is_item, labels)) else None,
    )
