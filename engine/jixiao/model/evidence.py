"""Where in a report's text the statements of a case stand: what a page shows beside a score."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.language.span import Span
from jixiao.model.diagnostic import Place

TOTAL, GRADE = "总分", "等级"
"""The keys of what is claimed of the whole, which has no place of its own in a case file."""

Key = Place | str
"""Which statement of a case: by its place in the case file; a claim of the whole as TOTAL or GRADE."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure of a text: from where to where, what it is, and which statement of the case holds it."""

    span: Span
    item: str
    value: str
    """As printed, with its unit."""
    place: str = ""
    key: Key | None = None
    """None where no statement of the case holds it."""
    doubt: str = ""
    """Why it reaches no score yet."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table in a text: its first row and column, from 0, and how many of each it covers."""

    row: int
    column: int
    rows: int
    columns: int
    span: Span


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in a text: from where to where it stands, and its cells in the order of the text."""

    span: Span
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The text of one source of a case, and its figures in the order of the text.

    INVARIANT: spans lie within the text; they may overlap.
    """

    name: str
    """What the source is called: what 出处 begins with."""
    text: str
    marks: tuple[Mark, ...] = ()
    grids: tuple[Grid, ...] = ()
    """Its tables, where they are known; lines with tabs are tables too."""
