"""A table (指标表) as somebody's Excel or Word file shows it: texts with the places of their cells."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Diagnostic, Place


@dataclass(frozen=True, slots=True)
class SeenText:
    """The text of a cell or paragraph."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class SeenRow:
    """A row that is an indicator. A text is None where the file has no column for it, and so says nothing of it."""

    name: SeenText
    place: Place
    levels: tuple[SeenText, ...] | None = None
    points: SeenText | None = None
    standard: SeenText | None = None
    remark: SeenText | None = None
    extra: str | None = None


@dataclass(frozen=True, slots=True)
class SeenTable:
    """A table as it is shown. `over`: what stands in the file and in no column or line that is known."""

    rows: tuple[SeenRow, ...]
    title: SeenText | None = None
    scope: SeenText | None = None
    full: SeenText | None = None
    notes: tuple[SeenText, ...] | None = None
    over: tuple[Diagnostic, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()
    """What a person must know of the file itself: macros, open revisions."""


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file that Jixiao wrote and somebody may have edited: the file that travels in it, and the table it shows."""

    data: bytes
    seen: SeenTable


def folded(text: str) -> str:
    """Give a text without what only layout puts there: blanks at the ends of lines, runs of blanks, empty lines."""
    lines = (" ".join(line.split()) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line)
