"""What stands at one height of a page: cells apart from each other, and whether they are a row of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.dataclass import dataclass
from jixiao.documents.readers.pdf.glyphs import Glyph
from jixiao.documents.readers.pdf.lines import Line, line_of

_APART = 0.9
"""From which gap on, in sizes, what stands at one height is of two cells."""
NAME_APART = 1.6
"""How far, in sizes, the lines of a name of several lie from the line of its numbers at most."""
_LONGEST = 24
"""Longest cell, in characters, that is a name or a head."""
MIN_ROWS = 2
_NUMBER = re.compile(
    r"[≥≤<>=]{0,2}\s*[-+－]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?\s*(?:[%％]|[万亿]?元|人次?|个|台套?|辆|户|次|批次?|件|处|公里|个百分点)?|[-—－–/]{1,3}"
)
_DASH = re.compile(r"[-—－–/]{1,3}")
_SENTENCE = re.compile(r"[。；;，]|^(?!其中|按|附)[^（(]*[：:](?!$)")


@dataclass(frozen=True, slots=True)
class Row:
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


def row_of(glyphs: Sequence[Glyph], page: int) -> Row | None:
    """Give the cells of what stands at one height: wide gaps part them; None where nothing is seen."""
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
    return Row(tuple(cells), tuple(glyphs)) if cells else None


def counts(row: Row) -> bool:
    """Whether a row only numbers the columns: 1 2 3."""
    numbers = [one.text.strip() for one in row.numbers]
    only = all(one.text.strip() in ("栏次", "行次") for one in row.words)
    return bool(numbers) and only and numbers == [str(at + 1) for at in range(len(numbers))]


def gathered(rows: Sequence[Row]) -> dict[int, list[Row]]:
    """Give for each row of numbers, by its place, its lines: one without numbers goes on with the name of the nearest."""
    held = {at: [one] for at, one in enumerate(rows) if one.numbers}
    marks = list(held)
    for at, row in enumerate(rows):
        if at in held:
            continue
        nearest = min(marks, key=lambda mark: abs(rows[mark].middle - row.middle))
        if abs(rows[nearest].middle - row.middle) <= NAME_APART * row.size:
            held[nearest].append(row)
        else:
            held[at] = [row]
    return held
