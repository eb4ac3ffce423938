"""The names of the streams of an OLE file, which is what Word, Excel and WPS saved before there was docx."""

from __future__ import annotations

import struct

OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STREAMS = ("EncryptedPackage", "WordDocument", "Workbook", "Book", "PowerPoint Document")
"""Those by which one tells what an OLE file holds."""

_ENTRY_BYTES = 128
_LENGTH_AT = 64


def streams_of(data: bytes) -> frozenset[str]:
    """Tell which of STREAMS the directory of an OLE file has.

    Entries are of 128 bytes at multiples of that, each with its name and that name's length, so that the same
    words in a text are not mistaken for an entry.
    """
    return frozenset(name for name in STREAMS if _has_entry(data, name))


def _has_entry(data: bytes, name: str) -> bool:
    written = (name + "\0").encode("utf-16-le")
    at = data.find(written)
    while at >= 0:
        length = data[at + _LENGTH_AT : at + _LENGTH_AT + 2]
        if at % _ENTRY_BYTES == 0 and length == struct.pack("<H", len(written)):
            return True
        at = data.find(written, at + 1)
    return False
