"""A table (指标表) as a bureau prints it: a title, rows under heads, and notes below; each text knows which text of the file it shows."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.model.remark import Remark

Way = tuple[str | int, ...]
"""How a text of a file is reached from its root: keys, and places in lists counted from 0."""

NONE = "—"
"""What stands where an indicator has no category of that level: an empty cell is part of the one above."""
BONUS, PENALTY = "加分", "减分"
SECTIONS = {BONUS: "加分项（另加，不计入满分）", PENALTY: "减分项（另减，不计入满分）"}
"""What stands above the rows that are not part of 满分, by their 附加."""
TOTAL = "合计"
POINTS, STANDARD, REMARK = "分值", "评分标准", "指标说明"
"""Heads of the columns behind the names."""
_LEVELS = "一二三四五六七八九十"


def level_heads(depth: int) -> tuple[str, ...]:
    """Give the heads of the columns of so many levels of categories, and behind them of the names."""
    if not depth:
        return ("指标",)
    return tuple(
        f"{_LEVELS[level] if level < len(_LEVELS) else level + 1}级指标" for level in range(depth + 1)
    )


@dataclass(frozen=True, slots=True)
class Slot:
    """A text of the file within a printed one; `is_key`: it is the key that leads there, not what stands under it."""

    way: Way
    text: str
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed text: words of the print itself, and texts of the file."""

    pieces: tuple[str | Slot, ...]

    @property
    def text(self) -> str:
        """All of it as it is printed."""
        return "".join(one.text if isinstance(one, Slot) else one for one in self.pieces)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The texts of the file in it."""
        return tuple(one for one in self.pieces if isinstance(one, Slot))


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One indicator. `number`: its place among the indicators of the file, from 0; `extra`: its 附加."""

    number: int
    code: str
    levels: tuple[str, ...]
    name: str
    points: str
    standard: str
    remark: Remark
    extra: str = ""


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A whole table. `summed`: the rows whose points add up to 满分; none where they don't."""

    title: Printed
    scope: Printed
    rows: tuple[PrintedRow, ...]
    full: str
    notes: tuple[Printed, ...]
    summed: frozenset[int] = frozenset()

    @property
    def depth(self) -> int:
        """How many levels of categories there are."""
        return max((len(one.levels) for one in self.rows), default=0)

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of all columns."""
        return (*level_heads(self.depth), POINTS, STANDARD, REMARK)

    def section(self, extra: str) -> tuple[PrintedRow, ...]:
        """Give the rows of one 附加, or of none."""
        return tuple(one for one in self.rows if one.extra == extra)


def in_order(table: PrintedTable) -> list[PrintedRow]:
    """Give the rows in the order in which they are printed: those of 满分 first."""
    return [row for extra in ("", *SECTIONS) for row in table.section(extra)]


@dataclass(frozen=True, slots=True)
class OfficeTable:
    """A table to be put into a file for Excel or Word: as printed, and the bytes of its file, which travel with it."""

    printed: PrintedTable
    data: bytes
