"""Tables without rules downward: columns of numbers that stand below each other, and the words above and beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.dataclass import dataclass, field
from jixiao.documents.readers.pdf.glyphs import Glyph
from jixiao.documents.readers.pdf.lines import Line, line_of, rows_of, run_on
from jixiao.documents.readers.pdf.ruled import Piece, RuledCell

_APART = 0.9
"""From which gap on, in sizes, what stands at one height is of two cells."""
_PITCH = 3.2
"""How far lines of one table lie apart at most, in sizes."""
_WRAPPED = 1.45
"""How far, in sizes, the lines of one cell lie apart at most."""
_NAME_APART = 1.5
"""How far, in sizes, the lines of a name of several lie from the line of its numbers at most."""
_PADDING = 4.0
"""Points that a cell keeps free at its side."""
_OFF_MIDDLE = 1.2
"""How far, in sizes, a head may stand from the middle of its columns, whose edges are only guessed."""
_NEAR = 6
"""How far apart, in sizes, two columns lie at most that may be one."""
_STEP = 10.0
"""How high a line of heads is taken to be."""
_LONGEST = 24
"""Longest cell, in characters, that is a name or a head."""
MAX_HEADS = 14
"""Most lines of heads, each counted for itself."""
MIN_ROWS = 2
_NUMBER = re.compile(
    r"[≥≤<>=]{0,2}\s*[-+－]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?\s*(?:[%％]|[万亿]?元|人次?|个|台套?|辆|户|次|批次?|件|处|公里|个百分点)?|[-—－–/]{1,3}"
)
_DASH = re.compile(r"[-—－–/]{1,3}")
_SENTENCE = re.compile(r"[。；;，]|^(?!其中|按|附)[^（(]*[：:](?!$)")


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands at one height: each cell a line of its own, and the glyphs."""

    cells: tuple[Line, ...]
    glyphs: tuple[Glyph, ...]

    @property
    def top(self) -> float:
        return min(one.top for one in self.cells)

    @property
    def middle(self) -> float:
        return sum(one.top + one.bottom for one in self.cells) / (2 * len(self.cells))

    @property
    def size(self) -> float:
        return self.cells[0].size

    @property
    def numbers(self) -> list[Line]:
        return [one for one in self.cells if _NUMBER.fullmatch(one.text.strip())]

    @property
    def figures(self) -> list[Line]:
        """Its numbers without dashes, which stand anywhere in their column."""
        return [one for one in self.numbers if not _DASH.fullmatch(one.text.strip())]

    @property
    def words(self) -> list[Line]:
        return [one for one in self.cells if not _NUMBER.fullmatch(one.text.strip())]

    @property
    def is_data(self) -> bool:
        """Whether it is a row of a table: a name and several numbers, or many numbers."""
        count = len(self.numbers)
        named = len(self.cells) - count
        return (count >= MIN_ROWS and 1 <= named <= 4) or (count >= MIN_ROWS + 1 and named == 0)

    @property
    def may_be_of_table(self) -> bool:
        """Whether its words are short, as those of heads and names are."""
        return all(len(one.text) <= _LONGEST and not _SENTENCE.search(one.text) for one in self.cells)


@dataclass(slots=True)
class _Cell:
    """A cell: the first and the last of its columns, its lines, and the heads above it."""

    first: int
    last: int
    lines: list[Line] = field(default_factory=list)
    level: int = 0

    @property
    def text(self) -> str:
        text = self.lines[0].text
        for line in self.lines[1:]:
            text = run_on(text, line.text)
        return text


def unruled(glyphs: Sequence[Glyph], page: int) -> tuple[list[Piece], list[Glyph]]:
    """Find the tables of a page that no rules show; gives them, and the glyphs that stand outside."""
    rows = [row for one in rows_of(glyphs) if (row := _row(one, page)) is not None]
    pieces: list[Piece] = []
    taken: set[int] = set()
    at = 0
    while at < len(rows):
        if not rows[at].is_data:
            at += 1
            continue
        least = max(taken, default=-1) + 1
        while _counts(rows[at]) and at + 1 < len(rows) and rows[at + 1].is_data:
            at += 1
        first = _first(rows, at, least)
        start, end = _heads_start(rows, first, least), _end(rows, at)
        piece = _piece(rows[start:first], rows[first:end], page)
        if piece is not None:
            pieces.append(piece)
            taken.update(range(start, end))
        at = end
    outside = [glyph for number, row in enumerate(rows) if number not in taken for glyph in row.glyphs]
    return pieces, outside if pieces else list(glyphs)


def _row(glyphs: Sequence[Glyph], page: int) -> _Row | None:
    groups: list[list[Glyph]] = []
    end = 0.0
    for glyph in glyphs:
        if glyph.text.isspace():
            continue
        if not groups or glyph.x0 - end > _APART * glyph.size:
            groups.append([])
            end = glyph.x1
        groups[-1].append(glyph)
        end = max(end, glyph.x1)
    cells = [line for one in groups if (line := line_of(one, page)) is not None]
    return _Row(tuple(cells), tuple(glyphs)) if cells else None


# ── Where a table begins and ends ─────────────────────────────────────────────────────────────────


def _heads_start(rows: Sequence[_Row], first: int, least: int) -> int:
    """Give where the heads above the first row begin: the highest line of several words, close to those below."""
    start = at = first
    while at > least and first - at < MAX_HEADS:
        row, below = rows[at - 1], rows[at]
        if row.is_data and not _counts(row):
            break
        if not row.may_be_of_table or below.top - row.top > _PITCH * row.size:
            break
        at -= 1
        if len(row.cells) > 1:
            start = at
    return start


def _counts(row: _Row) -> bool:
    """Whether a row only numbers the columns: 1 2 3."""
    numbers = [one.text.strip() for one in row.numbers]
    only = all(one.text.strip() in ("栏次", "行次") for one in row.words)
    return bool(numbers) and only and numbers == [str(at + 1) for at in range(len(numbers))]


def _first(rows: Sequence[_Row], at: int, least: int) -> int:
    """Give where the first row begins: at the line of its name that stands a little higher than its numbers."""
    while at > least and len(rows[at - 1].cells) == 1 and not rows[at - 1].numbers:
        above, row = rows[at - 1], rows[at]
        name, figures = above.cells[0], row.figures or row.cells
        beside = all(name.x1 <= one.x0 or one.x1 <= name.x0 for one in figures)
        right = any(name.x1 <= one.x0 for one in figures)
        if row.middle - above.middle > _NAME_APART * above.size or not (beside and right):
            break
        at -= 1
    return at


def _end(rows: Sequence[_Row], first: int) -> int:
    """Give where the rows end: behind the last of numbers, and what of its name is broken off."""
    end = at = first
    while at < len(rows):
        row = rows[at]
        if at > first and row.top - rows[at - 1].top > _PITCH * row.size:
            break
        if row.numbers and (row.is_data or row.may_be_of_table):
            end = at + 1
        elif not row.may_be_of_table:
            break
        at += 1
    end = max(end, first + 1)
    last = rows[end - 1]
    while (
        end < len(rows)
        and len(rows[end].cells) == 1
        and not rows[end].numbers
        and rows[end].middle - last.middle <= _NAME_APART * last.size
    ):
        end += 1
    return end


# ── Columns ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Column:
    """How far what stands in a column reaches, and where: at its right, its left or in its middle."""

    x0: float
    x1: float
    wordy: bool
    aligned: str = "right"


def _columns(data: Sequence[_Row]) -> list[_Column]:
    """Give the columns: figures that stand below each other are of one, and so are words."""
    found = list(_clusters([one for row in data for one in row.figures], wordy=False))
    words = [one for row in data for one in row.words]
    beside = [one for one in words if not any(one.x0 < each.x1 and each.x0 < one.x1 for each in found)]
    return sorted([*found, *_clusters(beside, wordy=True)], key=lambda one: (one.x0 + one.x1) / 2)


def _joined(columns: list[_Column], rows: Sequence[_Row], above: Sequence[_Row]) -> list[_Column]:
    """Put two columns together of which no row has both, and only one a head: numbers of rows, and 合计 beside them."""
    whole = [[one for row in held for one in row.cells] for held in _gathered(rows).values()]
    heads = [one for row in above for one in row.cells]
    at = 0
    while at + 1 < len(columns):
        one, two = columns[at], columns[at + 1]
        both = any(
            any(_in(each, one) for each in row) and any(_in(each, two) for each in row) for row in whole
        )
        headed = [any(_in(each, column) for each in heads) for column in (one, two)]
        if not both and not all(headed) and one.wordy != two.wordy and two.x0 - one.x1 < _NEAR * rows[0].size:
            columns = [*columns[:at], _Column(one.x0, two.x1, wordy=True), *columns[at + 2 :]]
        else:
            at += 1
    return columns


def _gathered(rows: Sequence[_Row]) -> dict[int, list[_Row]]:
    """Give for each row of numbers, by its place, its lines: one without numbers goes on with the name of the nearest."""
    held = {at: [one] for at, one in enumerate(rows) if one.numbers}
    marks = list(held)
    for at, row in enumerate(rows):
        if at in held:
            continue
        nearest = min(marks, key=lambda mark: abs(rows[mark].middle - row.middle))
        if abs(rows[nearest].middle - row.middle) <= _NAME_APART * row.size:
            held[nearest].append(row)
        else:
            held[at] = [row]
    return held


def _in(line: Line, column: _Column) -> bool:
    return line.x0 < column.x1 and column.x0 < line.x1


def _clusters(lines: Sequence[Line], *, wordy: bool) -> Iterator[_Column]:
    held: list[Line] = []
    end = 0.0
    for line in sorted(lines, key=lambda one: one.x0):
        if held and line.x0 >= end:
            yield _column(held, wordy=wordy)
            held = []
        end = max(end, line.x1) if held else line.x1
        held.append(line)
    if held:
        yield _column(held, wordy=wordy)


def _column(lines: Sequence[Line], *, wordy: bool) -> _Column:
    def spread(places: Sequence[float]) -> float:
        return max(places) - min(places)

    by_side = {
        "right": spread([one.x1 for one in lines]),
        "left": spread([one.x0 for one in lines]),
        "middle": spread([(one.x0 + one.x1) / 2 for one in lines]),
    }
    aligned = min(by_side, key=lambda side: by_side[side])
    return _Column(min(one.x0 for one in lines), max(one.x1 for one in lines), wordy, aligned)


def _edges(columns: Sequence[_Column]) -> list[float]:
    """Give where columns part, as what stands in them is aligned."""
    inner = []
    for one, two in pairwise(columns):
        middle = (one.x1 + two.x0) / 2
        if two.wordy:
            inner.append(max(middle, two.x0 - _PADDING))
        elif one.wordy:
            inner.append(middle)
        elif one.aligned == "right":
            inner.append(min(middle, one.x1 + _PADDING))
        elif two.aligned == "left":
            inner.append(max(middle, two.x0 - _PADDING))
        else:
            inner.append(middle)
    figures = [one.x1 for one in columns if not one.wordy and one.aligned == "right"]
    for at, (one, two) in enumerate(pairwise(columns)):
        if one.wordy and not two.wordy and two.aligned == "right" and len(figures) > 1:
            width = min(abs(other - two.x1) for other in figures if other != two.x1)
            inner[at] = min(max(one.x1 + 1, two.x1 + _PADDING - width), two.x0 - 1)
    return [columns[0].x0 - _PADDING, *inner, columns[-1].x1 + _PADDING]


def _over(line: Line, edges: Sequence[float]) -> tuple[int, int]:
    """Give the columns that something stands over: that of its middle, and those that it reaches well into."""
    middle, least = (line.x0 + line.x1) / 2, 0.6 * line.size
    last = len(edges) - 2
    home = next((at for at in range(last + 1) if middle < edges[at + 1]), last)
    first = end = home
    while first > 0 and line.x0 < edges[first] - least:
        first -= 1
    while end < last and line.x1 > edges[end + 1] + least:
        end += 1
    return first, end


# ── Cells ─────────────────────────────────────────────────────────────────────────────────────────


def _piece(above: Sequence[_Row], rows: Sequence[_Row], page: int) -> Piece | None:
    data = [one for one in rows if one.is_data]
    wide = max((len(one.cells) for one in above), default=0)
    if len(data) < MIN_ROWS and not (data and wide >= len(data[0].numbers)):
        return None
    columns = _with_empty(_joined(_columns(rows), rows, above), above)
    if len(columns) < MIN_ROWS + 1:
        return None
    edges = _edges(columns)
    floor = min([rows[0].top, *(one.top for one in above if _counts(one))]) - _PADDING
    heads = _heads([one for row in above if not _counts(row) for one in row.cells], edges, floor)
    levels = max((one.level for one in heads), default=-1) + 1
    cells: list[RuledCell] = []
    top = rows[0].top
    for one in heads:
        bottom = top - _STEP * (levels - one.level - 1)
        if not any(_shares(one, other) and other.level > one.level for other in heads):
            bottom = top
        begin = top - _STEP * (levels - one.level)
        cells.append(RuledCell(edges[one.first], begin, edges[one.last + 1], bottom, one.text))
    cells += _body(rows, edges, top)
    return Piece(page, tuple(cells))


def _with_empty(columns: list[_Column], above: Sequence[_Row]) -> list[_Column]:
    """Add the columns in which nothing stands but their head, behind the others."""
    lines = [one for row in above for one in row.cells]
    end = columns[-1].x1
    behind = [one for one in lines if one.x0 > end + one.size]
    return [*columns, *_clusters(behind, wordy=False)] if behind else columns


def _heads(lines: Sequence[Line], edges: Sequence[float], floor: float) -> list[_Cell]:
    """Give the heads, with the columns that each reaches over, and how many stand above it; they end at the floor."""
    blocks = _blocks(lines)
    leaves: list[tuple[Line, set[int]]] = []
    parents: list[tuple[Line, set[int]]] = []
    for block in blocks:
        held = _held(block, edges)
        below = [one for one in blocks if one is not block and one.top >= block.bottom - 0.3 * block.size]
        is_parent = any(held & _held(one, edges) for one in below)
        (parents if is_parent else leaves).append((block, held))
    cells: list[_Cell] = []
    for block, held in sorted((*leaves, *parents), key=lambda one: one[0].top):
        span = (min(held), max(held))
        if any(block is one for one, _ in parents):
            taken = _taken(block, leaves, parents, floor)
            below = [one for one in blocks if one.top >= block.bottom - 0.3 * block.size]
            worded = {at for one in below for at in _held(one, edges)}
            span = _centred(block, edges, span, worded - taken) or span
        over_it = [one for one in cells if one.first <= span[1] and span[0] <= one.last]
        cells.append(_Cell(*span, [block], max((one.level for one in over_it), default=-1) + 1))
    return cells


def _held(line: Line, edges: Sequence[float]) -> set[int]:
    first, last = _over(line, edges)
    return set(range(first, last + 1))


def _taken(
    block: Line,
    leaves: Sequence[tuple[Line, set[int]]],
    parents: Sequence[tuple[Line, set[int]]],
    floor: float,
) -> set[int]:
    """Give the columns that stand beside a head: of others at its height, and of those that reach up from the floor."""
    middle = (block.top + block.bottom) / 2
    taken: set[int] = set()
    for one, held in (*leaves, *parents):
        if one is block:
            continue
        own = (one.top + one.bottom) / 2
        is_leaf = any(one is leaf for leaf, _ in leaves)
        top = 2 * own - floor if is_leaf else one.top
        bottom = floor if is_leaf else one.bottom
        if top <= middle <= bottom:
            taken |= held
    return taken


def _blocks(lines: Sequence[Line]) -> list[Line]:
    """Put the lines of each head together: those right below each other, in the middle or at the left of one another."""
    found: list[Line] = []
    for line in sorted(lines, key=lambda one: (one.top, one.x0)):
        above = next((at for at, one in enumerate(found) if _goes_on(one, line)), None)
        if above is None:
            found.append(line)
            continue
        one = found[above]
        found[above] = Line(
            run_on(one.text, line.text),
            one.page,
            min(one.x0, line.x0),
            one.top,
            max(one.x1, line.x1),
            line.bottom,
            line.size,
        )
    return found


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line goes on with the head above it."""
    apart = line.top - (above.bottom - above.size)
    centred = abs((above.x0 + above.x1) - (line.x0 + line.x1)) <= 2 * line.size
    overlap = above.x0 < line.x1 and line.x0 < above.x1
    return (
        0 < apart <= _WRAPPED * line.size
        and overlap
        and (centred or abs(above.x0 - line.x0) <= 0.3 * line.size)
    )


def _centred(
    line: Line, edges: Sequence[float], over: tuple[int, int], free: set[int]
) -> tuple[int, int] | None:
    """Give the columns in whose middle a head stands that has others below it: as many as there may be."""
    middle = (line.x0 + line.x1) / 2
    last = len(edges) - 2
    found = [
        (start, end)
        for start in range(over[0] + 1)
        for end in range(max(over[1], start + 1), last + 1)
        if set(range(start, end + 1)) <= free
        and abs((edges[start] + edges[end + 1]) / 2 - middle) <= _OFF_MIDDLE * line.size
    ]
    return max(found, key=lambda one: one[1] - one[0], default=None)


def _shares(one: _Cell, other: _Cell) -> bool:
    return one.first <= other.last and other.first <= one.last


def _body(rows: Sequence[_Row], edges: Sequence[float], top: float) -> Iterator[RuledCell]:
    """Yield the cells of the rows: a line without numbers goes on with the name of the nearest row."""
    held = _gathered(rows)
    places = sorted(held)
    between = [(rows[one].middle + rows[two].middle) / 2 for one, two in pairwise(places)]
    bottom = rows[-1].cells[0].bottom + _PADDING
    for at, above, below in zip(places, [top, *between], [*between, bottom], strict=True):
        in_column: dict[int, list[Line]] = {}
        for line in (one for row in held[at] for one in row.cells):
            first, last = _over(line, edges)
            in_column.setdefault(min(first, last), []).append(line)
        for column, found in sorted(in_column.items()):
            text = _Cell(column, column, sorted(found, key=lambda one: (one.top, one.x0))).text
            yield RuledCell(edges[column], above, edges[column + 1], below, text)
