"""One page of a pdf: its lines, its pieces of tables, and what could not be read of it."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.documents.readers.pdf.bounded import BoundedPage
from jixiao.documents.readers.pdf.glyphs import glyphs_of
from jixiao.documents.readers.pdf.lines import Line, lines_of
from jixiao.documents.readers.pdf.ruled import Piece, ruled
from jixiao.documents.readers.pdf.unruled import unruled

_IS_PICTURE = 0.3
"""The part of a page that a picture covers where the page is one; photos beside a text are smaller."""

Part = Line | Piece


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, counted from 1; its parts from top to bottom, and its size in points."""

    number: int
    width: float
    height: float
    parts: tuple[Part, ...]
    characters: int
    rotated: int
    is_picture: bool
    has_drawings: bool
    is_given_up: bool

    @property
    def is_sideways(self) -> bool:
        """Whether most of its text is rotated, and so was left out."""
        return self.rotated > max(20, self.characters)


def sheet(page: BoundedPage) -> Sheet:
    """Read a page."""
    layout = page.layout
    glyphs = glyphs_of(layout)
    found = ruled(page, glyphs.upright)
    bare, outside = unruled(found.outside, page.page_number)
    parts: list[Part] = [*lines_of(outside, page.page_number), *found.pieces, *bare]
    return Sheet(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        parts=tuple(sorted(parts, key=lambda one: one.top)),
        characters=sum(not one.text.isspace() for one in glyphs.upright),
        rotated=glyphs.rotated,
        is_picture=_covered(page) > _IS_PICTURE,
        has_drawings=bool(page.curves or page.rects or page.lines or page.images),
        is_given_up=found.is_given_up,
    )


def _covered(page: BoundedPage) -> float:
    """Tell what part of the page its pictures cover; strips of one scan are counted together."""
    area = sum(abs((one["x1"] - one["x0"]) * (one["bottom"] - one["top"])) for one in page.images)
    return float(area / (page.width * page.height)) if page.width and page.height else 0.0
