"""A workbook looked through before openpyxl, which unpacks by itself, opens it: its parts, and how many cells it has."""

from __future__ import annotations

import re

from jixiao.dataclass import dataclass
from jixiao.files.archive import Archive
from jixiao.files.workbook import messages
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

MAX_XML_BYTES = 60_000_000
"""Most bytes of all sheets; 200,000 cells have some 15 MB. Stops sheets that fill memory."""
MAX_CELLS = 200_000
"""Most cells of all sheets, merged ones counted singly; the accounts of a department have 20,000."""

XML_SUFFIXES = (".xml", ".rels", ".vml")
"""Ends of the names of parts that openpyxl makes objects of."""
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*[\"']([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)")
_UNCALCULATED = re.compile(
    rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_MACRO = re.compile(r"vbaProject|/macrosheets/|activeX", re.IGNORECASE)
_LINK = re.compile(r"/(?:externalLinks|embeddings|connections)\b", re.IGNORECASE)
"""Parts that are programs, and parts that lead to other files or hold them."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a workbook: how many formulas have no value; whether it brings programs, or leads elsewhere."""

    uncalculated: int
    macros: bool = False
    links: bool = False


def look_through(data: bytes, file: str) -> Seen:
    """Read every XML part once, within the bounds of archives, and count what openpyxl would make objects of.

    Raises Refused where a part is broken or any of it is too much.
    """
    archive = Archive(data, file)
    parts = [name for name in archive.names if name.lower().endswith(XML_SUFFIXES)]
    if sum(map(archive.size, parts)) > MAX_XML_BYTES:
        raise refused(file, messages.TOO_LARGE, limit=MAX_XML_BYTES // 1_000_000)
    cells = uncalculated = 0
    for part in parts:
        text = archive.read(part)
        if b"<!ENTITY" in text or b"<\0!\0E\0N\0T" in text:
            raise refused(file, messages.WITH_ENTITIES)
        cells += len(_CELL.findall(text)) + sum(_area(found) for found in _MERGED.finditer(text))
        if cells > MAX_CELLS:
            raise refused(file, messages.TOO_MANY_CELLS, limit=MAX_CELLS)
        uncalculated += len(_UNCALCULATED.findall(text))
    return Seen(
        uncalculated,
        macros=any(_MACRO.search(name) for name in archive.names),
        links=any(_LINK.search(name) for name in archive.names),
    )


def _area(found: re.Match[bytes]) -> int:
    """Count the cells that are merged into one; openpyxl makes each of them."""
    left, top, right, bottom = found.groups()
    columns = abs(_column(right) - _column(left)) + 1
    return columns * (abs(_row(bottom) - _row(top)) + 1)


def _row(digits: bytes) -> int:
    return int(digits[:9])


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:6].upper():
        number = 26 * number + letter - ord("A") + 1
    return number


def refused(file: str, message: str, **pieces: object) -> Refused:
    """Make a refusal of the whole file."""
    return Refused(Diagnostic(Place(file), filled(message, **pieces)))
