"""Which files are reports as people publish them, by their names."""

from __future__ import annotations

from pathlib import Path

from jixiao.files.existence import is_file, walk
from jixiao.files.folder.cases import looks_like_case

REPORT_SUFFIXES = tuple(
    ".docx .docm .pdf .html .htm .mht .mhtml .txt .xlsx .xlsm .ofd .doc .wps .et .xls .rtf .odt".split()
)
"""Ends of the files that are taken for reports; of those that can't be read, the reader says what to do."""
OPEN_MARKS = (".", "~$")
"""How names begin of hidden files, and of those that an office program keeps beside an open one."""


def is_report(path: Path) -> bool:
    """Whether a file that is there is taken for a report; a case may be called .txt too."""
    suffix = path.suffix.lower()
    return suffix in REPORT_SUFFIXES and is_file(path) and not (suffix == ".txt" and looks_like_case(path))


def reports_in(folder: Path) -> list[Path]:
    """Give every report in a folder and below, in order."""
    return sorted(
        parent / name
        for parent, _, names in walk(folder)
        for name in names
        if not name.startswith(OPEN_MARKS) and is_report(parent / name)
    )
