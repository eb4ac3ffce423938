"""The codes that cases beside a new one have already, so that it gets one of its own."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

MOST = 2_000
"""Most files beside a new case that are looked at: a folder of more has its codes from elsewhere."""
HEAD = 8_192
"""Bytes at the beginning of a file among which its code stands."""
_CODE = re.compile(r"^代码\s*[:：]\s*[\"']?([A-Za-z0-9._-]+)", re.MULTILINE)


def free_code(code: str, place: Path | None) -> str:
    """Give the code, numbered on (-2, -3 …) where cases in the folder of `place` have it."""
    taken = set() if place is None else codes_beside(place)
    if code not in taken:
        return code
    return next(other for number in count(2) if (other := f"{code}-{number}") not in taken)


def codes_beside(place: Path) -> set[str]:
    """Give the codes of the files in the folder where a new one will stand; of what can't be read, none."""
    try:
        files = sorted(path for path in place.parent.iterdir() if path.suffix in (".yaml", ".yml"))
    except OSError:
        return set()
    return {found[1] for file in files[:MOST] if (found := _CODE.search(_head(file)))}


def _head(file: Path) -> str:
    """Give the beginning of a file; a code is ASCII, so that what does not decode is passed over."""
    try:
        with file.open("rb") as stream:
            return stream.read(HEAD).decode("utf-8", "replace")
    except OSError:
        return ""
