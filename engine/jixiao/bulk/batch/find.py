"""One row of an input, by its number."""

from __future__ import annotations

from jixiao.files.rows import messages
from jixiao.files.rows.source.stream import Stream
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled


def find_row(stream: Stream, row: int) -> tuple[list[str | None], int]:
    """Give the texts and the line of one row; raises Refused where there is none."""
    import numpy as np

    last = 0
    for chunk in stream.chunks:
        for one in chunk.broken:
            if one.row == row:
                raise Refused(Diagnostic(Place(stream.name, one.line, 1, stream.sheet), one.reason))
        at = int(np.searchsorted(chunk.rows, row))
        if at < chunk.count and chunk.rows[at] == row:
            return chunk.texts(at, range(len(stream.heads))), int(chunk.lines[at])
        last = max([last, *chunk.rows[-1:].tolist(), *(one.row for one in chunk.broken)])
    raise Refused(Diagnostic(Place(stream.name), filled(messages.NO_SUCH_ROW, row=row, last=last)))
