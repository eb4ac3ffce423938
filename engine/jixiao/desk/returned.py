"""Cases that come back from the pages that `check` wrote of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from jixiao.dataclass import dataclass
from jixiao.documents.own.page import cases_within

MAX_PAGE = 50_000_000
"""Largest page looked into, in bytes; one of 200 cases has 20 MB. Stops files that only fill memory."""
_PAGES = (".html", ".htm")
_CODE = re.compile(
    rb"^(?:\xef\xbb\xbf)?\xe4\xbb\xa3\xe7\xa0\x81[ \t]*:[ \t]*['\"]?([A-Za-z0-9-]{1,80})", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class ReturnedCase:
    """A case as it was checked; `name`: what its file may be called."""

    page: Path
    name: str
    data: bytes


def returned(paths: Iterable[Path]) -> tuple[ReturnedCase, ...]:
    """Give the cases that travel in pages; none of a file that is no page, or carries none."""
    found: list[ReturnedCase] = []
    for path in paths:
        if path.suffix.lower() in _PAGES:
            found += (ReturnedCase(path, _name(one, path), one) for one in cases_within(_bytes(path)))
    return tuple(found)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size <= MAX_PAGE else b""
    except OSError:
        return b""  # whoever reads it as a report says what is wrong


def _name(data: bytes, page: Path) -> str:
    code = _CODE.search(data)
    return page.stem if code is None else code[1].decode("ascii")
