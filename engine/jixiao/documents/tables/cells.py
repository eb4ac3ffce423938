"""The cells of a table as texts: which are numbers."""

from __future__ import annotations

import re

from jixiao.dataclass import dataclass
from jixiao.documents.figures.folded import Folded, fold
from jixiao.documents.figures.numbers import SIGNS_MISPRINTED, UNITS
from jixiao.documents.paper import Cell, Paper
from jixiao.language.span import Span

_CELL = re.compile(
    rf"(?P<sign>[≥≤<>=]{{0,2}}|{SIGNS_MISPRINTED})"
    r"(?P<digits>[-+]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?)\.?(?P<unit>(?:[万亿](?!元))?(?:"
    + UNITS
    + r")?|元/[\u4e00-\u9fff]{1,2}|[万亿]?)(?:\([^)]*\)?)?"
)
_NUMBERED = re.compile(r"(?:19|20)\d\d(?:年度?|年.*|-\d+.*)?|\d{1,2}[、.](?!\d).*|\d{6,}.*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A number in a table: its digits and unit as printed, its sign of comparison, and where the digits stand."""

    digits: str
    unit: str
    sign: str
    span: Span


@dataclass(frozen=True, slots=True)
class GridText:
    """A cell's words, folded; `entry` where it is one number."""

    cell: Cell
    words: str
    entry: Entry | None


def cell_text(paper: Paper, cell: Cell) -> GridText:
    """Read a cell."""
    folded = _without_bars(fold(paper.text, cell.span))
    match = _CELL.fullmatch(folded.text)
    if match is None or (
        _NUMBERED.fullmatch(folded.text) and not match["unit"].startswith(("万", "元", "%"))
    ):
        is_year = match is not None and re.fullmatch(r"(?:19|20)\d\d(?:年度?)?", folded.text)
        if (
            match is None
            or is_year
            or match["unit"]
            or (len(match["digits"]) >= 6 and "." not in match["digits"])
        ):
            return GridText(cell, folded.text, None)
    span = folded.span(match.start("digits"), match.end("digits"))
    return GridText(cell, folded.text, Entry(match["digits"], match["unit"], match["sign"], span))


def _without_bars(folded: Folded) -> Folded:
    """Leave out bars between a sign, a number and a unit that were cells of their own."""
    if not _BARS.search(folded.text):
        return folded
    kept = [at for at, sign in enumerate(folded.text) if not _BARS.match(sign)]
    return Folded("".join(folded.text[at] for at in kept), tuple(folded.at[at] for at in kept))


_BARS = re.compile("[|│┃]")


def is_dash(words: str) -> bool:
    """Whether a cell says that there is no number."""
    return _DASH.fullmatch(words) is not None


_DASH = re.compile("[-—–―/…*]{1,4}|无|不适用")
