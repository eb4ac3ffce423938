"""A path → the scoring tables in it, and what became of each cell."""

from __future__ import annotations

from pathlib import Path

from jixiao.documents.issued.grid import Source
from jixiao.documents.issued.source import read_source
from jixiao.model.issued import IssuedFile


def read_issued(path: Path) -> IssuedFile:
    """Read the scoring tables of a file; raises Refused where it can't be read."""
    return issued_of(read_source(path))


def issued_of(source: Source) -> IssuedFile:
    """Give the scoring tables among the grids of a file."""
    return IssuedFile(source.file, (), (), source.remarks)
