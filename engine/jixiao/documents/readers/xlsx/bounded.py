"""A workbook looked through before openpyxl opens it: how much it unpacks to, and how many cells it has."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from jixiao.dataclass import dataclass
from jixiao.documents.readers.xlsx import messages
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

MAX_MEMBERS = 5_000
"""Most members of the archive; a workbook of 50 sheets has 150. Stops lists that take minutes to look through."""
MAX_BYTES = 200_000_000
"""Most bytes that all members unpack to, pictures included. Stops zip bombs."""
MAX_XML_BYTES = 60_000_000
"""Most bytes of all sheets; 200,000 cells have some 15 MB. Stops sheets that fill memory."""
MAX_CELLS = 200_000
"""Most cells of all sheets, merged ones counted singly; the accounts of a department have 20,000."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of old Office begin, and encrypted ones of new Office."""

_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*[\"']([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)")
_UNCALCULATED = re.compile(
    rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    KeyError,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a workbook: how many formulas have no value."""

    uncalculated: int


def bounded_archive(data: bytes, file: str) -> zipfile.ZipFile:
    """Open an archive; raises Refused where it is none or unpacks to too much."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise refused(file, messages.OLD if data.startswith(OLE) else messages.BROKEN) from error
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise refused(file, messages.TOO_MANY_MEMBERS, limit=MAX_MEMBERS)
    # zipfile gives no more of a member than the list says, so what the list says holds.
    if sum(one.file_size for one in members) > MAX_BYTES:
        raise refused(file, messages.TOO_LARGE, limit=MAX_BYTES // 1_000_000)
    return archive


def look_through(data: bytes, file: str) -> Seen:
    """Count what openpyxl would make objects of; raises Refused where that is too much."""
    archive = bounded_archive(data, file)
    xml = [one for one in archive.infolist() if one.filename.lower().endswith((".xml", ".rels"))]
    if sum(one.file_size for one in xml) > MAX_XML_BYTES:
        raise refused(file, messages.TOO_LARGE, limit=MAX_XML_BYTES // 1_000_000)
    cells = uncalculated = 0
    for one in xml:
        try:
            text = archive.read(one)
        except _BROKEN as error:
            raise refused(file, messages.BROKEN) from error
        if b"<!ENTITY" in text or b"<\0!\0E\0N\0T" in text:
            raise refused(file, messages.WITH_ENTITIES)
        cells += len(_CELL.findall(text)) + sum(_area(found) for found in _MERGED.finditer(text))
        if cells > MAX_CELLS:
            raise refused(file, messages.TOO_MANY_CELLS, limit=MAX_CELLS)
        uncalculated += len(_UNCALCULATED.findall(text))
    return Seen(uncalculated)


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
