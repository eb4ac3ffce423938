"""The heads of a table without rules downward: over which columns each reaches, and which stand below it."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.dataclass import dataclass, field
from jixiao.documents.readers.pdf.bare_columns import over
from jixiao.documents.readers.pdf.lines import Line, run_on

_WRAPPED = 1.45
"""How far, in sizes, the lines of one cell lie apart at most."""
_OFF_MIDDLE = 1.2
"""How far, in sizes, a head may stand from the middle of its columns, whose edges are only guessed."""


@dataclass(slots=True)
class HeadCell:
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


def heads_of(lines: Sequence[Line], edges: Sequence[float], floor: float) -> list[HeadCell]:
    """Give the heads, with the columns that each reaches over, and how many stand above it; they end at the floor."""
    blocks = _blocks(lines)
    leaves: list[tuple[Line, set[int]]] = []
    parents: list[tuple[Line, set[int]]] = []
    for block in blocks:
        held = _held(block, edges)
        below = [one for one in blocks if one is not block and one.top >= block.bottom - 0.3 * block.size]
        is_parent = any(held & _held(one, edges) for one in below)
        (parents if is_parent else leaves).append((block, held))
    cells: list[HeadCell] = []
    for block, held in sorted((*leaves, *parents), key=lambda one: one[0].top):
        span = (min(held), max(held))
        if any(block is one for one, _ in parents):
            taken = _taken(block, leaves, parents, floor)
            below = [one for one in blocks if one.top >= block.bottom - 0.3 * block.size]
            worded = {at for one in below for at in _held(one, edges)}
            span = _centred(block, edges, span, worded - taken) or span
        over_it = [one for one in cells if one.first <= span[1] and span[0] <= one.last]
        cells.append(HeadCell(*span, [block], max((one.level for one in over_it), default=-1) + 1))
    return cells


def _held(line: Line, edges: Sequence[float]) -> set[int]:
    first, last = over(line, edges)
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
    line: Line, edges: Sequence[float], home: tuple[int, int], free: set[int]
) -> tuple[int, int] | None:
    """Give the columns in whose middle a head stands that has others below it: as many as there may be."""
    middle = (line.x0 + line.x1) / 2
    last = len(edges) - 2
    found = [
        (start, end)
        for start in range(home[0] + 1)
        for end in range(max(home[1], start + 1), last + 1)
        if set(range(start, end + 1)) <= free
        and abs((edges[start] + edges[end + 1]) / 2 - middle) <= _OFF_MIDDLE * line.size
    ]
    return max(found, key=lambda one: one[1] - one[0], default=None)


def shares(one: HeadCell, other: HeadCell) -> bool:
    """Whether two heads stand over a column that is the same."""
    return one.first <= other.last and other.first <= one.last
