"""A sheet of a workbook → chunks: the first in which something stands, its first row being the heads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from jixiao.files.form.known import has_form_sheets
from jixiao.files.rows import messages
from jixiao.files.rows.chunk import BadRow, Chunk
from jixiao.files.rows.source.stream import ROWS, Stream
from jixiao.files.workbook.streamed import stream_sheet
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled


def open_workbook(path: Path) -> Stream:
    """Open the first sheet of a workbook; raises Refused where it has no heads, or is broken."""
    import pyarrow as pa

    if has_form_sheets(path.read_bytes(), str(path)):
        raise Refused(Diagnostic(Place(str(path)), messages.IS_FORM))
    sheet = stream_sheet(path)
    first = next(sheet.rows, None)
    if first is None:
        raise Refused(Diagnostic(Place(str(path)), messages.NO_HEADS))
    _, heads = first
    while heads and not heads[-1]:
        heads.pop()
    names = tuple(heads)
    chunks = _chunks(sheet.rows, len(names))
    return Stream(str(path), names, (pa.string(),) * len(names), chunks, sheet=sheet.name)


def _chunks(rows: Iterator[tuple[int, list[str]]], width: int) -> Iterator[Chunk]:
    import numpy as np
    import pyarrow as pa

    number = 0
    while read := list(islice(rows, ROWS)):
        found: list[list[str]] = []
        lines: list[int] = []
        numbers: list[int] = []
        broken: list[BadRow] = []
        for line, cells in read:
            number += 1
            if any(cells[width:]):
                reason = filled(messages.WIDTH, found=len(cells), wanted=width)
                broken.append(BadRow(number, line, "", "", reason))
                continue
            found.append((cells + [""] * (width - len(cells)))[:width])
            numbers.append(number)
            lines.append(line)
        columns = zip(*found, strict=True) if found else ((),) * width
        yield Chunk(
            tuple(pa.array(column, pa.string()) for column in columns),
            np.array(numbers, np.int64),
            np.array(lines, np.int64),
            tuple(broken),
        )
