"""What a code of a finding means."""

from __future__ import annotations

from jixiao.audit.codes import CODES, Code, find_code

__all__ = ["Code", "all_codes", "find_code"]


def all_codes() -> list[str]:
    """Give every code that a finding of Jixiao's own may have."""
    return [code.code for code in CODES]
