"""The heads of a table: which rows they are, and what they say of each column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from jixiao.dataclass import replace
from jixiao.documents.tables.cells import GridText, is_dash
from jixiao.documents.tables.columns import Column, Role, column_of, is_ratio_alone, is_title

_CAPTION = re.compile(r"(?:[^:]{0,6}单位|部门|编制部门|单位名称)[:：].*|公开\d+表|附?表\d*")
"""Of whom a table is, and its unit: a line that stands in the table and heads nothing."""
_FIELD = re.compile(
    "项目名称|主管部门|实施单位|项目负责人|联系|电话|项目编码|项目代码|代码|填报|编制单位|项目类型|项目属性|项目期"
)
"""What the first rows of a form ask for: its answer stands beside it, and no numbers below."""
_LINE = re.compile(r"栏次|行次|[甲乙丙丁类款项]|[-—/]*")
_PLACE = re.compile(r"\(?(?P<number>\d{1,2})\)?(?:=.*|栏)?|\((?P<other>\d{1,2})\)")
"""The number of a column, with how it is worked out: 3=1-2."""
_LONG = 40
MAX_ROWS = 6
"""Most rows of heads that stand above each other."""
MIN_DATA = 2

Line = Sequence[GridText]


class Heads:
    """The rows of heads taken so far, of which each new one begins anew or goes on with those above it."""

    def __init__(self, lines: Sequence[Line], told: Sequence[bool], *, complete: bool) -> None:
        self._lines = lines
        self._told = told
        self._complete = complete
        self._rows: list[Line] = []
        self._open = False
        self._columns: dict[int, Column] | None = {}
        self._after_data = False

    def take(self, at: int) -> bool:
        """Take a row if it is one of heads, and tell whether it is."""
        line = self._lines[at]
        if _is_aside(line):
            return False
        if not self._is_head(at):
            self._open = False
            self._after_data = self._after_data or _counted(line) > 0
            return False
        if not self._open:
            self._rows = []
        if not _is_numbered(line):
            self._rows = [*self._rows[1 - MAX_ROWS :], sorted(line, key=lambda one: one.cell.column)]
        self._open = True
        self._after_data = False
        self._columns = None
        return True

    @property
    def columns(self) -> Mapping[int, Column]:
        """What the heads say of each column."""
        if self._columns is None:
            self._columns = {column: column_of(parts) for column, parts in _parts(self._rows).items()}
            self._columns = _with_ratios(_with_year_ends(_without_spanning(self._columns)))
            first = min(self._columns, default=None)
            if first is not None and self._columns[first].role is Role.UNIT:
                self._columns[first] = replace(self._columns[first], role=Role.LABEL)
        return self._columns

    def _is_head(self, at: int) -> bool:
        """Whether a row only says what stands below it."""
        line = self._lines[at]
        if self._told[at]:
            return True
        if _is_numbered(line):
            return self._open or any(one.words == "栏次" for one in line)
        shown = _shown(line)
        if _counted(line) or len({one.words for one in shown}) < MIN_DATA:
            return False
        if any(_CAPTION.fullmatch(one.words) or len(one.words) > _LONG for one in shown):
            return False
        roles = [column_of((one.words,)).role for one in shown]
        if any(role not in (Role.LABEL, Role.VALUE, Role.NONE, Role.UNIT) for role in roles):
            return True
        if Role.NONE in roles and not _is_form(shown):
            return True
        if self._open:
            return Role.LABEL in roles or self._goes_on(shown)
        if not self._complete or _is_form(shown):
            return False
        return (not self._rows and len(shown) == len(line)) or self._leads(at)

    def _goes_on(self, shown: Line) -> bool:
        """Whether words stand where the heads above left room: below an empty cell, or below a merged one."""
        return bool(self._rows) and _is_below(shown, self._rows[-1])

    def _leads(self, at: int, above: frozenset[int] = frozenset()) -> bool:
        """Whether what follows stands below a row: other heads where it left room, or numbers below its words.

        `above` are the columns that have words in the rows of heads above it.
        """
        if self._after_data:
            return False
        line = self._lines[at]
        following = next((one for one in self._lines[at + 1 :] if not _is_aside(one)), None)
        if following is None:
            return False
        covered = above | {
            column
            for one in line
            if one.words
            for column in range(one.cell.column, one.cell.column + one.cell.columns)
        }
        if _is_numbered(following):
            return True
        if not _counted(following):
            words = _shown(following)
            roles = [column_of((one.words,)).role for one in words]
            headed = any(role not in (Role.LABEL, Role.VALUE) for role in roles)
            below = len(words) >= MIN_DATA and _is_below(words, line)
            return below and (headed or (at + 1 < len(self._lines) and self._leads(at + 1, covered)))
        numbers = {one.cell.column for one in following if one.entry is not None}
        return len(numbers) >= MIN_DATA and numbers <= covered


def _shown(line: Line) -> list[GridText]:
    return [one for one in line if one.words and one.entry is None and not is_dash(one.words)]


def _counted(line: Line) -> int:
    return sum(one.entry is not None for one in line)


def _is_aside(line: Line) -> bool:
    """Whether a row is a caption, or empty: it neither heads anything nor ends the heads."""
    shown = [one for one in line if one.words]
    return (
        not shown
        or (len({one.words for one in shown}) == 1 and shown[0].entry is None)
        or (any(_CAPTION.fullmatch(one.words) for one in shown) and not _counted(line))
    )


def _is_form(shown: Line) -> bool:
    """Whether a row asks for something and answers it beside."""
    return _FIELD.match(shown[0].words) is not None or any(one.words.endswith(":") for one in shown)


def _is_below(shown: Line, last: Line) -> bool:
    wide = [one for one in last if one.words and one.cell.columns > 1]
    empty = {one.cell.column for one in last if not one.words}
    repeated = {other.cell.column for one, other in pairwise(last) if one.words and one.words == other.words}
    end = max((one.cell.column + one.cell.columns for one in last), default=0)
    return any(
        one.cell.column in empty
        or one.cell.column in repeated
        or one.cell.column >= end
        or any(each.cell.column <= one.cell.column < each.cell.column + each.cell.columns for each in wide)
        for one in shown
    )


def _is_numbered(line: Line) -> bool:
    """Whether a row numbers the columns: 栏次 1 2 3=1-2."""
    numbers = []
    for one in line:
        if not one.words or _LINE.fullmatch(one.words):
            continue
        match = _PLACE.fullmatch(one.words)
        if match is None:
            return False
        numbers.append(int(match["number"] or match["other"]))
    told = any(one.words == "栏次" for one in line)
    rising = all(two == one + 1 for one, two in pairwise(numbers))
    return bool(numbers) and rising and (told or (numbers[0] == 1 and len(numbers) > MIN_DATA))


_YEAR_END = re.compile("(?:年末|期末|年底)(?:数|余额|金额)?$")
_YEAR_BEGIN = re.compile("(?:年初|期初)(?:数|余额|金额)?$")


def _with_year_ends(columns: Mapping[int, Column]) -> dict[int, Column]:
    """Tell that the numbers of a year's beginning, beside those of its end, are those of the end of the year before."""
    ends = any(one.parts and _YEAR_END.search(one.parts[-1]) for one in columns.values())
    return {
        at: replace(one, role=Role.VALUE, last_year=True)
        if ends and one.parts and _YEAR_BEGIN.search(one.parts[-1])
        else one
        for at, one in columns.items()
    }


def _without_spanning(columns: Mapping[int, Column]) -> dict[int, Column]:
    """Leave out of the heads of numbers what stands above the names too: it is the title of a table beside another."""
    spanning = {
        part
        for one in columns.values()
        if one.role is Role.LABEL
        for part in one.parts[:-1]
        if is_title(part)
    }
    found = {}
    for at, one in columns.items():
        kept = [part for part in one.parts[:-1] if part not in spanning]
        changed = one.role is not Role.LABEL and len(kept) + 1 < len(one.parts)
        found[at] = column_of((*kept, one.parts[-1])) if changed else one
    return found


def _with_ratios(columns: Mapping[int, Column]) -> dict[int, Column]:
    """Give the columns; one headed 幅度 or % alone tells in percent the change that stands before it."""
    found = dict(columns)
    for one, two in pairwise(sorted(found)):
        before, column = found[one], found[two]
        alone = bool(column.parts) and column.role is Role.VALUE and is_ratio_alone(column.parts[-1])
        if alone and before.role is Role.CHANGE:
            found[two] = replace(column, role=Role.GROWTH, unit="%", less=before.less, year=None)
    return found


def _parts(rows: Sequence[Line]) -> dict[int, tuple[str, ...]]:
    """Give what stands above each column, from the top: a head reaches over the empty cells that have words below."""
    parts: dict[int, tuple[str, ...]] = {}
    for place, row in enumerate(rows):
        below = {one.cell.column for later in rows[place + 1 :] for one in later if one.words}
        for at, one in enumerate(row):
            if not one.words:
                continue
            end = one.cell.column + one.cell.columns
            following = list(row[at + 1 :])
            for each in following:
                if each.words or each.cell.column not in below or each.cell.column != end:
                    break
                end += each.cell.columns
            else:
                if place + 1 < len(rows) and end > one.cell.column:
                    end = max(end, _reach(end, row, below))
            for column in range(one.cell.column, end):
                if one.words not in parts.get(column, ()):
                    parts[column] = (*parts.get(column, ()), one.words)
    return parts


def _reach(end: int, row: Line, below: set[int]) -> int:
    """Give how far the last head of a row reaches whose own empty cells were cut off."""
    width = max(one.cell.column + one.cell.columns for one in row)
    if end < width:
        return end
    while end in below:
        end += 1
    return end
