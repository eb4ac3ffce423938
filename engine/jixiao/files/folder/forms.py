"""Which files are forms that were made to collect cases, and may be filled in."""

from __future__ import annotations

from pathlib import Path

from jixiao.files.existence import is_file, walk
from jixiao.files.folder.reports import OPEN_MARKS

SUFFIXES = (".xlsx", ".xlsm")
MAX_BYTES = 50_000_000
"""Largest workbook that is looked at; one of 200,000 cells has some 5 MB. Stops a file that fills memory."""


def is_form(path: Path) -> bool:
    """Whether a file is a form; a workbook of any other kind is a report."""
    if path.suffix.lower() not in SUFFIXES or path.name.startswith(OPEN_MARKS) or not is_file(path):
        return False
    from jixiao.files.form.known import has_form_sheets

    try:
        return path.stat().st_size <= MAX_BYTES and has_form_sheets(path.read_bytes(), str(path))
    except OSError:
        return False


def forms_in(folder: Path) -> list[Path]:
    """Give every form in a folder and below, in order."""
    return sorted(
        path
        for parent, _, names in walk(folder)
        for name in names
        if name.lower().endswith(SUFFIXES) and is_form(path := parent / name)
    )
