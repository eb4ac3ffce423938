"""An input from end to end: chunk by chunk scored and kept, then written out whole."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from jixiao.bulk.batch.parts import Parts
from jixiao.bulk.batch.scored import Scoring
from jixiao.bulk.batch.tally import Tally
from jixiao.dataclass import dataclass
from jixiao.files.rows import messages
from jixiao.files.rows.chunk import BadRow, Chunk
from jixiao.files.rows.source.stream import Stream
from jixiao.files.rows.writer.kinds import Kinds
from jixiao.files.rows.writer.written import BOM, Layout, Write

Watch = Callable[[Tally, float], None]
"""Told after each chunk what became of the rows so far, and which part of all they are; 0 where nobody knows."""
HEADS_OF_BAD = ("数据行", "文件行", "列", "格", "原因", "怎么办")


@dataclass(frozen=True, slots=True)
class Output:
    """Where results go. `write`: how, into a file that need not be there; `keeps`: whether the file may hold other things."""

    path: Path
    write: Write
    keeps: bool = False
    most: int | None = None
    """Most rows that it takes."""

    @property
    def parts(self) -> Path:
        """The folder beside it in which finished chunks are kept."""
        return self.path.with_name(f"{self.path.name}.parts")

    @property
    def bad(self) -> Path:
        """The file beside it for bad rows."""
        return self.path.with_name(f"{self.path.name}.bad.csv")


def score_all(
    stream: Stream, first: Chunk | None, scoring: Scoring, parts: Parts, watch: Watch
) -> tuple[int, Tally]:
    """Score all chunks that are not finished yet; give how many there are, and the counts."""
    tally = Tally()
    number = 0
    for number, chunk in enumerate(chain([] if first is None else [first], stream.chunks), 1):
        if not parts.has(number):
            parts.keep(number, scoring.results(chunk))
        tally.add(parts.tally(number))
        watch(tally, stream.done(tally.rows))
    return number, tally


def write_out(output: Output, parts: Parts, count: int, names: Sequence[str], types: Sequence[Any]) -> None:
    """Put the finished chunks together, in one step: the bad rows first, then the results; raises OSError."""
    kinds = Kinds(
        frozenset(one for one in names if one.startswith("score_") or one.endswith(("_low", "_high")))
    )
    for number in range(1, count + 1):
        kinds.see(parts.rows(number))
    layout = Layout(names, types, kinds)
    rows: Iterator[dict[str, Any]] = (parts.rows(number) for number in range(1, count + 1))
    waiting = parts.folder / f"out.tmp{output.path.suffix}"
    waiting.unlink(missing_ok=True)
    is_inside = output.keeps and output.path.exists()
    output.write(output.path if is_inside else waiting, layout, rows)
    _write_bad(output, parts, count)
    if not is_inside:
        if output.path.exists():
            waiting.chmod(output.path.stat().st_mode & 0o7777)
        waiting.replace(output.path)
    parts.remove()


def _write_bad(output: Output, parts: Parts, count: int) -> None:
    bad = (one for number in range(1, count + 1) for one in parts.bad(number))
    first = next(bad, None)
    if first is None:
        output.bad.unlink(missing_ok=True)
        return
    waiting = parts.folder / "bad.tmp"
    with waiting.open("w", encoding="utf-8", newline="") as stream:
        stream.write(BOM.decode("utf-8"))
        writer = csv.writer(stream)
        writer.writerow(HEADS_OF_BAD)
        writer.writerows(_told(one) for one in chain([first], bad))
    waiting.replace(output.bad)


def _told(bad: BadRow) -> tuple[object, ...]:
    what_to_do = messages.UNREADABLE_CELL if bad.head else messages.WHAT_TO_DO
    return bad.row, bad.line, bad.head, bad.cell, bad.reason, what_to_do
