"""A file that travels whole inside another: its bytes as plain letters, with a mark and a digest that tell whether it is whole."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Sequence

MARK = "jixiao.table/1"
"""What an enclosed table begins with, and in which version of the way to write it."""
CASE_MARK = "jixiao.case/1"
"""What an enclosed case begins with."""
SHEET = "jixiao"
"""The sheet of a workbook that it stands in, where Excel shows it to nobody."""
NAMESPACE = "urn:jixiao:table:1"
"""The name of the part of a Word document that it stands in."""
MAX_CHUNK = 30_000
"""Most characters of one piece: a cell of a workbook holds 32,767."""
MAX_ENCLOSED = 2_000_000
"""Most characters of all pieces; a file of the largest size that is read makes 1,333,336. Stops what only fills memory."""


def enclose(data: bytes, mark: str = MARK) -> tuple[str, ...]:
    """Give the pieces in which bytes travel: the mark, the digest, and the bytes."""
    letters = base64.b64encode(data).decode("ascii")
    chunks = (letters[start : start + MAX_CHUNK] for start in range(0, len(letters), MAX_CHUNK))
    return mark, hashlib.sha256(data).hexdigest(), *chunks


def enclosed(pieces: Sequence[str], mark: str = MARK) -> bytes | None:
    """Give the bytes that travelled; None where they are not whole, or nothing of ours."""
    if len(pieces) < 2 or pieces[0].strip() != mark or sum(map(len, pieces)) > MAX_ENCLOSED:
        return None
    try:
        data = base64.b64decode("".join("".join(pieces[2:]).split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if hashlib.sha256(data).hexdigest() == pieces[1].strip() else None
