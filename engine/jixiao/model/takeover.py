"""What a table's file becomes by edits that were made in Excel or Word."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.dataclass import dataclass, field
from jixiao.model.diagnostic import Diagnostic, Place


@dataclass(frozen=True, slots=True)
class Edit:
    """One text that reads otherwise in the table than in the file. `old` is empty for what is new, `new` for what is gone."""

    place: Place
    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Takeover:
    """A file before and after, and the edits that lie between. `before` is `after` where there are none."""

    before: bytes
    after: bytes
    text: str
    """The text of the file after its edits, line ends as LF."""
    edits: tuple[Edit, ...]
    remarks: tuple[Diagnostic, ...] = ()
    cells: Mapping[int, Place] = field(default_factory=dict)
    """Which cell the text that begins on a line of the file after its edits came from."""
