"""The names of the streams of an OLE file, which is what Word, Excel and WPS saved before there was docx."""

from __future__ import annotations

import struct

OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STREAMS = ("EncryptedPackage", "WordDocument", "Workbook", "Book", "PowerPoint Document")
"""Those by which one tells what an OLE file holds."""

_ENTRY_BYTES = 128
_LENGTH_AT = 64
_ENTRIES = {
    name: ((name + "\0").encode("utf-16-le"), struct.pack("<H", 2 * len(name) + 2)) for name in STREAMS
}


def streams_of(data: bytes) -> frozenset[str]:
    """Tell which of STREAMS the directory of an OLE file has.

    Entries are of 128 bytes at multiples of that, each with its name and that name's length, so that the same
    words in a text are not mistaken for an entry.
    """
    firsts = data[::_ENTRY_BYTES]
    return frozenset(name for name, entry in _ENTRIES.items() if _has(data, firsts, *entry))


def _has(data: bytes, firsts: bytes, written: bytes, length: bytes) -> bool:
    """Look for an entry where its first letter stands; every other place is passed at once."""
    at = firsts.find(written[:1])
    while at >= 0:
        start = at * _ENTRY_BYTES
        if data.startswith(written, start) and data.startswith(length, start + _LENGTH_AT):
            return True
        at = firsts.find(written[:1], at + 1)
    return False
