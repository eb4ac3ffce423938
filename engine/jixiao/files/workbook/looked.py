"""A workbook looked through before openpyxl makes objects of it: its parts, and how many cells it has.

openpyxl unpacks by itself whatever the workbook names as a part, and expands whatever range a part names. So each part is
read here first, by a parser as openpyxl does it (in any encoding, with any prefix), and openpyxl is given these parts alone.
"""

from __future__ import annotations

import io
import re
from xml.parsers import expat
from zipfile import ZIP_STORED, ZipFile

from jixiao.dataclass import dataclass
from jixiao.files.archive import Archive
from jixiao.files.workbook import messages
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

MAX_XML_BYTES = 60_000_000
"""Most bytes of all sheets; 200,000 cells have some 15 MB. Stops sheets that fill memory."""
MAX_CELLS = 200_000
"""Most cells of all sheets, rows and the cells of merged, linked and annotated ranges counted too; the accounts of a department
have 20,000."""
MAX_ELEMENTS = 2_000_000
"""Most XML elements of all parts; 200,000 cells with their texts have a million. Stops millions of empty ones."""

XML_SUFFIXES = (".xml", ".rels", ".vml")
"""Ends of the names of parts that openpyxl makes objects of."""
_EXPANDED = frozenset(("mergeCell", "hyperlink", "comment"))
"""Elements of whose range openpyxl makes every cell."""
_RANGE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})(?::([A-Za-z]{1,3})([0-9]{1,7}))?")
_UNCALCULATED = re.compile(
    rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_MACRO = re.compile(r"vbaProject|/macrosheets/|activeX", re.IGNORECASE)
_LINK = re.compile(r"/(?:externalLinks|embeddings|connections)\b", re.IGNORECASE)
"""Parts that are programs, and parts that lead to other files or hold them."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a workbook: how many formulas have no value; whether it brings programs, or leads elsewhere."""

    parts: bytes
    """An archive of the parts that were looked through; of pictures, programs and what is no XML it has the names alone."""
    uncalculated: int
    macros: bool = False
    links: bool = False


def look_through(data: bytes, file: str) -> Seen:
    """Read every XML part once, within the bounds of archives, and count what openpyxl would make objects of.

    Raises Refused where the archive is broken or any of it is too much.
    """
    archive = Archive(data, file)
    parts = [name for name in archive.names if name.lower().endswith(XML_SUFFIXES)]
    if sum(map(archive.size, parts)) > MAX_XML_BYTES:
        raise refused(file, messages.TOO_LARGE, limit=MAX_XML_BYTES // 1_000_000)
    counter, uncalculated, stream = _Counter(file), 0, io.BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as kept:
        for name in archive.names:
            text = archive.read(name) if name in parts else b""
            kept.writestr(name, text if counter.counts(text) else b"")
            uncalculated += len(_UNCALCULATED.findall(text))
    return Seen(
        stream.getvalue(),
        uncalculated,
        macros=any(_MACRO.search(name) for name in archive.names),
        links=any(_LINK.search(name) for name in archive.names),
    )


class _Counter:
    """Counts what openpyxl would make objects of, and stops where it is too much."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._cells = self._elements = 0

    def counts(self, part: bytes) -> bool:
        """Count a part; false where it is no XML. Raises Refused where it is too much."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._element
        parser.EntityDeclHandler = self._entity
        try:
            parser.Parse(part, True)
        except (expat.ExpatError, LookupError, ValueError):
            return False
        return True

    def _element(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        name = tag.rpartition(":")[2]
        if name in ("c", "row"):
            self._cells += 1
        elif name in _EXPANDED:
            self._cells += _area(attributes.get("ref", ""))
        if self._cells > MAX_CELLS or self._elements > MAX_ELEMENTS:
            raise refused(self._file, messages.TOO_MANY_CELLS, limit=MAX_CELLS)

    def _entity(self, *_: object) -> None:
        raise refused(self._file, messages.WITH_ENTITIES)


def _area(written: str) -> int:
    """Count the cells of a range; one that is not written as a workbook writes it may be any size."""
    found = _RANGE.fullmatch(written)
    if found is None:
        return MAX_CELLS + 1
    left, top, right, bottom = found.groups()
    columns = abs(_column(right or left) - _column(left)) + 1
    return columns * (abs(int(bottom or top) - int(top)) + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def refused(file: str, message: str, **pieces: object) -> Refused:
    """Make a refusal of the whole file."""
    return Refused(Diagnostic(Place(file), filled(message, **pieces)))
