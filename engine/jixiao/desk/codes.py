"""What a code of a finding means."""

from __future__ import annotations

from pathlib import Path

from jixiao.audit.codes import CODES, Code, find_code
from jixiao.audit.dispositions import codes_of
from jixiao.audit.inference.kept import ready_pack
from jixiao.files import find_rules, open_library
from jixiao.kept.keeper import open_keeper
from jixiao.model.diagnostic import Refused

__all__ = ["Code", "all_codes", "codes_with_rules", "described_codes", "find_code"]


def all_codes() -> list[str]:
    """Give every code that a finding of Jixiao's own may have."""
    return [code.code for code in CODES]


def described_codes() -> tuple[Code, ...]:
    """Give every code of Jixiao's own with what it means."""
    return CODES


def codes_with_rules(rules: Path | None) -> list[str]:
    """Give every code that a finding may have, those of the project's own finding rules too.

    Rules that are not in order add none: checking then says what is wrong in them.
    """
    try:
        library = open_library(find_rules(rules), open_keeper())
        pack = ready_pack(library.finding_rules, library.findings_digest, library.keeper)
    except Refused:
        return all_codes()
    return sorted({*all_codes(), *codes_of(pack.rules)})
