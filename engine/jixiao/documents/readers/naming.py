"""What a paper is called: its file's name without the folder and without the suffix of its format."""

from __future__ import annotations

from pathlib import PurePath


def paper_name(name: str, *suffixes: str) -> str:
    """Give the name that places begin with; a dot that begins no known suffix belongs to the name."""
    plain = PurePath(name).name or name
    for suffix in suffixes:
        if plain.lower().endswith(suffix) and len(plain) > len(suffix):
            return plain[: -len(suffix)]
    return plain
