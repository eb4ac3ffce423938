"""A workbook to collect a case in: sheets with panels, each a head with rows below, and where everything stands.

A panel is read by its heads and never by its place, so a form that was rearranged says the same. Where things stand
is for formulas: `Form.items` gives the cells of a data item, out of which the formula of a score is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jixiao.dataclass import dataclass, field
from jixiao.model.coded import Coded
from jixiao.model.diagnostic import Place
from jixiao.model.years import last_year_of

VERSION = 1
"""Of the layout of forms; a form says with which it was made."""
STAMP = "jixiao-form"
"""The sheet, out of sight, that says of which table a form was made."""
MANY = "各单位"
"""The panel, and its sheet, of a form that has a row for each of several units."""
OPTIONS = "选项"
"""The sheet of what can be chosen; its first column has the units, the second what one of each is worth."""
KEEPS_DIGITS = "{shown};-{shown}"
"""The number format of a figure as a case has it: 43.50 has two decimals. No program gives a cell this format by itself."""
YES, NO = "是", "否"


class Fill(Coded):
    """What goes into the cells of a column."""

    TEXT = "text", "文字"
    FIGURE = "figure", "数字"
    UNIT = "unit", "单位"
    YEAR = "year", "年度"
    YES_OR_NO = "yes-or-no", "是否"
    CHOICE = "choice", "选项"
    NOTE = "note", "说明"
    """Nothing: it is there to be read by people only."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a panel. `key`: what it is in a case; `other_heads`: what it may be headed as well."""

    key: str
    fill: Fill = Fill.TEXT
    head: str = ""
    width: int = 14
    hint: str = ""
    """What a person sees who goes to a cell of it."""
    other_heads: tuple[str, ...] = ()
    stands_for_all: bool = False
    """Whether a merged cell of it speaks for every row that it covers."""
    seldom: bool = False
    """Whether a form that asks has it only where something stands in it."""

    @property
    def title(self) -> str:
        """What stands over it."""
        return self.head or self.key


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a panel: what stands in it by the key of its column, and which cells are to be filled."""

    values: Mapping[str, str] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    """Keys whose cells may be filled; all others are locked."""
    choices: tuple[str, ...] = ()
    """What can be chosen in its cell of a `CHOICE` column."""
    formulas: Mapping[str, str] = field(default_factory=dict)
    """What is calculated, in place of a value."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One table of a sheet: a head at line `top`, counted from 1, its rows right below."""

    code: str
    sheet: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    top: int = 1
    hint: str = ""
    is_hidden: bool = False
    """Whether its sheet is out of sight: steps of what is calculated elsewhere."""

    def cell(self, row: int, key: str) -> str:
        """Give the reference of a cell, as in 数据!$C$12; `row` counts from 0."""
        place = self.place(row, key)
        return f"{self.sheet}!${place.cell.removesuffix(str(place.line))}${place.line}"

    def column(self, key: str) -> str:
        """Give the reference of a whole column, rows that somebody adds too, as in 数据!$C:$C."""
        letters = self.cell(0, key).split("$")[1]
        return f"{self.sheet}!${letters}:${letters}"

    def range(self, key: str) -> str:
        """Give the reference of all cells of a column, as in 数据!$C$5:$C$40."""
        return f"{self.cell(0, key)}:{self.cell(len(self.rows) - 1, key).partition('!')[2]}"

    def place(self, row: int, key: str) -> Place:
        """Give where a cell is."""
        column = next(at for at, one in enumerate(self.columns, start=1) if one.key == key)
        return Place("", self.top + 1 + row, column, self.sheet)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its columns, from left to right."""
        return tuple(one.key for one in self.columns)

    @property
    def last_line(self) -> int:
        """The last line that it takes."""
        return self.top + len(self.rows)


@dataclass(frozen=True, slots=True)
class ItemCells:
    """Where the value of a data item and the unit that it is given in stand; `own_unit` is the item's."""

    value: str
    unit: str
    own_unit: str
    alone: str = "TRUE"
    """The condition under which nothing else is said of it: somebody may add another row of its name."""


@dataclass(frozen=True, slots=True)
class Form:
    """A workbook for one unit, or (`many`) with a row for each of several."""

    title: str
    reference: str
    digest: str
    panels: tuple[Panel, ...]
    notes: tuple[str, ...]
    many: bool = False
    own_units: Mapping[str, str] = field(default_factory=dict)
    """The unit of each data item that the table asks for."""
    factors: Mapping[str, str] = field(default_factory=dict)
    """What one of each unit is worth in the smallest of its kind, as a decimal: 万元 10000, % 0.01."""

    def panel(self, code: str) -> Panel | None:
        """Give the panel of a code, or None."""
        return next((one for one in self.panels if one.code == code), None)

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets that have panels, in their order."""
        return tuple(dict.fromkeys(one.sheet for one in self.panels))

    @property
    def items(self) -> Mapping[str, ItemCells]:
        """Where each data item stands: in the row that is to be used (采用), else in the first of its name.

        Last year's may stand beside this year's.
        """
        panel = self.panel("数据")
        if panel is None:
            return {}
        return dict(reversed([*self._items(panel, "本年"), *self._items(panel, "上年")]))

    def _items(self, panel: Panel, key: str) -> Iterator[tuple[str, ItemCells]]:
        adopted_first = sorted(enumerate(panel.rows), key=lambda row: not row[1].values.get("采用"))
        for at, row in adopted_first:
            name = row.values.get("名称", "")
            name = last_year_of(name) if key == "上年" else name
            if name in self.own_units and key in panel.keys and not row.values.get("项目"):
                said = row.values["名称"]
                alone = "TRUE" if row.values.get("采用") else f'COUNTIF({panel.column("名称")},"{said}")=1'
                yield (
                    name,
                    ItemCells(panel.cell(at, key), panel.cell(at, "单位"), self.own_units[name], alone),
                )
