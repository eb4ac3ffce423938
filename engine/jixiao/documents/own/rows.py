"""A grid with our heads → the table that it shows by now. What a person inserted empty, hid, moved or merged changes nothing."""

from __future__ import annotations

from jixiao.dataclass import replace
from jixiao.documents.own.columns import Columns, is_head
from jixiao.documents.own.grid import Grid, GridCell
from jixiao.model.diagnostic import Diagnostic
from jixiao.model.messages import filled
from jixiao.model.printed import NONE, SECTIONS, TOTAL
from jixiao.model.seen import SeenRow, SeenTable, SeenText

NO_COLUMN = (
    "“{text}”不在任何一列里：这张表的列只有名称、分值、评分标准和指标说明。请把它移到这些列里，或者删去这一格"
)
NO_NAME = "这一行有内容，没有指标名称，认不出是哪项指标；请补上名称，或者清空这一行"

Levels = tuple[SeenText, ...]


class _Reader:
    def __init__(self, grid: Grid, columns: Columns) -> None:
        self._grid, self._columns = grid, columns
        self.head: list[SeenText] = []
        self.rows: list[SeenRow] = []
        self.full: SeenText | None = None
        self.notes: list[SeenText] = []
        self.over: list[Diagnostic] = []
        self._extra = ""
        self._is_below = False
        """Whether the total was passed: a text alone in its row is a note from there on."""
        self._above: Levels = ()

    def read(self) -> None:
        for row, cells in self._grid.rows:
            own = self._grid.own(row)
            if not own or row == self._columns.row or is_head(self._columns, cells):
                continue
            if row < self._columns.row:
                self.head += [one.seen for one in own]
            elif not self._line(own, cells):
                self._indicator(row, own, cells)

    def _line(self, own: list[GridCell], cells: dict[int, GridCell]) -> bool:
        """Take a row that is no indicator: the total, the head of a section, a note."""
        first = own[0]
        total = next((one for one in own if "".join(one.text.split()) == TOTAL), None)
        if total is not None and self._columns.standard not in cells:
            points = cells.get(self._columns.points)
            self.full = points.seen if points is not None and points is not total else None
            self._pass_over(own, {total, points})
            self._is_below = True
            return True
        covered = any(one.row != first.row for one in cells.values())
        if len(own) > 1 or (covered and (not self._is_below or first.column == self._columns.name)):
            return False
        extra = next((one for one, head in SECTIONS.items() if first.text == head), None)
        if extra is not None:
            self._extra, self._above = extra, ()
        elif self._is_below or "：" in first.text[:12]:
            self.notes.append(first.seen)
        else:
            return False
        return True

    def _indicator(self, row: int, own: list[GridCell], cells: dict[int, GridCell]) -> None:
        columns = self._columns
        name = cells.get(columns.name)
        if name is None or name.row != row:
            self.over.append(Diagnostic(own[0].place, NO_NAME))
            return
        levels = self._levels(cells)
        self._above = levels
        place = name.place

        def text(column: int | None) -> SeenText | None:
            if column is None:
                return None
            cell = cells.get(column)
            is_here = cell is not None and cell.row == row
            return cell.seen if cell is not None and is_here else SeenText("", place)

        self.rows.append(
            SeenRow(
                name.seen,
                place,
                levels,
                text(columns.points),
                text(columns.standard),
                text(columns.remark),
                self._extra,
            )
        )
        known = {cell for column, cell in cells.items() if column in columns.known}
        self._pass_over(own, known)

    def _levels(self, cells: dict[int, GridCell]) -> Levels:
        """Give the categories of a row; an empty cell belongs to the one above, a dash to none."""
        found: list[SeenText] = []
        same = True
        for place, column in enumerate(self._columns.levels):
            cell = cells.get(column)
            above = self._above[place] if place < len(self._above) else None
            if cell is not None and (not found or cell.column == column):
                seen = cell.seen
            elif above is not None and same:
                seen = above
            else:
                break
            same = same and above is not None and above.text == seen.text
            found.append(seen)
        return tuple(found)

    def _pass_over(self, own: list[GridCell], known: set[GridCell | None] | set[GridCell]) -> None:
        self.over += [
            Diagnostic(one.place, filled(NO_COLUMN, text=one.text)) for one in own if one not in known
        ]


def read_grid(grid: Grid, columns: Columns) -> SeenTable:
    """Read the table of a grid."""
    reader = _Reader(grid, columns)
    reader.read()
    title = reader.head[0] if reader.head else None
    scope = reader.head[1] if len(reader.head) > 1 else None
    over = [Diagnostic(one.place, filled(NO_COLUMN, text=one.text)) for one in reader.head[2:]]
    return SeenTable(
        rows=tuple(_bare(one) for one in reader.rows),
        title=title,
        scope=scope,
        full=reader.full,
        notes=tuple(reader.notes),
        over=(*over, *reader.over),
    )


def _bare(row: SeenRow) -> SeenRow:
    """Give a row without the dashes that stand where it has no category."""
    levels = row.levels or ()
    return replace(row, levels=tuple(one for one in levels if one.text != NONE))
