"""Tables that are drawn with rules: their cells, merged ones whole, and the text in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import TableFinder, TableSettings, merge_edges

from jixiao.dataclass import dataclass
from jixiao.documents.readers.pdf.glyphs import Glyph
from jixiao.documents.readers.pdf.lines import Line, is_wide, lines_of, run_on

MAX_RULES = 4_000
"""Most rules of a page among which tables are looked for; a table of 60 rows has 400. Stops hours over a drawing."""

_PADDING = 14.0
"""Points that a cell keeps free at its sides, both together: Word 10.8, others up to 12."""
_OVERHANG = 20.0
"""How far, in points, the text of a cell that a page's end leaves open may stand below it."""
_STRIP = 20.0
_TOUCHING = 3.0


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell of a page, in points, and its text."""

    x0: float
    top: float
    x1: float
    bottom: float
    text: str = ""
    is_open: bool = False
    """Whether no rule ends it: it goes on on the next page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands of a table on one page, counted from 1."""

    page: int
    cells: tuple[RuledCell, ...]

    @property
    def top(self) -> float:
        """Where it begins on its page."""
        return min(one.top for one in self.cells)

    @property
    def bottom(self) -> float:
        """Where it ends on its page."""
        return max(one.bottom for one in self.cells)


@dataclass(frozen=True, slots=True)
class Ruled:
    """The tables of a page, what stands outside them, and whether there were too many rules to look."""

    pieces: tuple[Piece, ...]
    outside: list[Glyph]
    is_given_up: bool = False


def ruled(page: Page, glyphs: Sequence[Glyph]) -> Ruled:
    """Find the tables of a page and put the glyphs into their cells."""
    edges = page.edges
    if len(edges) > MAX_RULES:
        return Ruled((), list(glyphs), is_given_up=True)
    if not edges:
        return Ruled((), list(glyphs))
    ends = _OpenEnds.of(edges)
    found = [table.cells for table in TableFinder(page, ends.settings).tables]
    boxes = [box for table in found for box in table]
    reach = [(*box[:3], box[3] + _OVERHANG) if ends.are_of(box) else box for box in boxes]
    inside, outside = _sorted_into(reach, glyphs)
    texts = iter(
        [_text(box, lines_of(held, page.page_number)) for box, held in zip(boxes, inside, strict=True)]
    )
    pieces = []
    for table in found:
        cells = tuple(RuledCell(*box, next(texts), ends.are_of(box)) for box in table)
        if any(cell.text for cell in cells):
            pieces.append(Piece(page.page_number, cells))
    return Ruled(tuple(pieces), outside)


Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _OpenEnds:
    """Where a page's end leaves tables open: rules downward end together, and one of them meets none across."""

    heights: tuple[float, ...]
    across: tuple[dict[str, Any], ...]

    @classmethod
    def of(cls, edges: Sequence[dict[str, Any]]) -> _OpenEnds:
        """Look for them among the rules of a page."""
        whole = merge_edges(list(edges), _TOUCHING, _TOUCHING, _TOUCHING, _TOUCHING)
        # A rule that is drawn as a thin box has ends that look like rules of their own.
        across = [one for one in whole if one["orientation"] == "h" and one["width"] > 2 * _TOUCHING]
        down = [one for one in whole if one["orientation"] == "v" and one["height"] > 2 * _TOUCHING]
        ends = sorted((one[side], one["x0"]) for one in down for side in ("top", "bottom"))
        heights = tuple(
            three[0][0]
            for three in zip(ends, ends[1:], ends[2:], strict=False)
            if three[2][0] - three[0][0] <= _TOUCHING
            and any(not _meets(place, height, across) for height, place in three)
        )
        return cls(heights, tuple(across))

    @property
    def settings(self) -> TableSettings:
        """Close them."""
        closed = {"explicit_horizontal_lines": list(self.heights)} if self.heights else {}
        return TableSettings.resolve(closed)

    def are_of(self, box: Box) -> bool:
        """Tell whether a cell ends at one, without a rule of its own."""
        return any(abs(height - box[3]) <= _TOUCHING for height in self.heights) and not _meets(
            (box[0] + box[2]) / 2, box[3], self.across
        )


def _meets(place: float, height: float, across: Iterable[dict[str, Any]]) -> bool:
    return any(
        abs(one["top"] - height) <= _TOUCHING and one["x0"] - _TOUCHING <= place <= one["x1"] + _TOUCHING
        for one in across
    )


def _sorted_into(boxes: Sequence[Box], glyphs: Iterable[Glyph]) -> tuple[list[list[Glyph]], list[Glyph]]:
    strips: dict[int, list[int]] = {}
    for number, (x0, _, x1, _) in enumerate(boxes):
        for strip in range(int(x0 // _STRIP), int(x1 // _STRIP) + 1):
            strips.setdefault(strip, []).append(number)
    inside: list[list[Glyph]] = [[] for _ in boxes]
    outside: list[Glyph] = []
    for glyph in glyphs:
        across, down = (glyph.x0 + glyph.x1) / 2, glyph.middle
        for number in strips.get(int(across // _STRIP), ()):
            x0, top, x1, bottom = boxes[number]
            if x0 <= across < x1 and top <= down < bottom:
                inside[number].append(glyph)
                break
        else:
            outside.append(glyph)
    return inside, outside


def _text(box: Box, lines: Sequence[Line]) -> str:
    """Join the lines of a cell: what filled its line goes on in the next, what did not ended."""
    room = box[2] - box[0] - _PADDING
    text = ""
    last: Line | None = None
    for line in lines:
        if last is None:
            text = line.text
        elif last.x1 - last.x0 + line.first_width > room - 0.3 * line.size or _is_cut(last, line):
            text = run_on(text, line.text)
        else:
            text += f"\n{line.text}"
        last = line
    return text


def _is_cut(before: Line, after: Line) -> bool:
    """Tell a number that goes on in the next line."""
    return before.text[-1] in ".," and after.text[0].isdigit() and not is_wide(before.text[-1])
