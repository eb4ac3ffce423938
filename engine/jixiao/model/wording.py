"""How names are set in messages to people."""

from __future__ import annotations


def quoted(name: str) -> str:
    """Set a name in quotation marks, unless it brings its own (“三公经费”变动率)."""
    return name if "“" in name else f"“{name}”"
