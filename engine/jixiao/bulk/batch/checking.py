"""Which checks of figures the rows of an input miss (`--checks`): a column of their codes, and how many rows each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from jixiao.audit.checks.compiled import CompiledCheck
from jixiao.audit.checks.through import Sums, sums_of
from jixiao.bulk.batch.column import TextColumn, of_texts
from jixiao.bulk.batch.row_case import RowCases
from jixiao.bulk.checks.by_engine import codes_of
from jixiao.bulk.checks.figures import FigureColumn, last_places
from jixiao.bulk.checks.program import CheckProgram, lower_checks
from jixiao.bulk.checks.result import CheckCode
from jixiao.bulk.checks.run import CheckFrame, run_checks
from jixiao.dataclass import dataclass
from jixiao.files.rows.asked import Asked
from jixiao.files.rows.cell import quantity_in
from jixiao.files.rows.chunk import Chunk
from jixiao.files.rows.head import Head, What
from jixiao.files.rows.heads import Heads, read_heads
from jixiao.files.rows.numbers import SAMPLE, NumberColumn, number_column
from jixiao.files.rows.source.stream import Stream
from jixiao.model.check_count import MAX_FIRST, CheckCount
from jixiao.model.diagnostic import Refused
from jixiao.model.ruleset import Ruleset
from jixiao.quantity import PLAIN, Quantity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CHECKS = "checks"
"""What the column is called."""
BETWEEN = "、"


@dataclass(frozen=True, slots=True)
class CheckedRows:
    """What some rows miss: `texts` is the column, `counts` how each check came out, by its id.

    `unread`: cells that only checks ask for and that can't be read; they count as empty.
    """

    texts: TextColumn
    counts: Mapping[str, CheckCount]
    unread: int


@dataclass(frozen=True, slots=True)
class Figured:
    """The column of an item's figures, and further columns of the same item, whose rows go to the engine."""

    head: Head
    reader: NumberColumn
    others: tuple[Head, ...]

    @property
    def column(self) -> FigureColumn:
        """The column as checks have it."""
        return FigureColumn(self.head.unit or PLAIN, self.reader.grain)


@dataclass(frozen=True, slots=True)
class RowChecks:
    """Checks made ready for the columns of an input."""

    program: CheckProgram
    figures: Mapping[str, Figured]
    cases: RowCases
    checks: tuple[CompiledCheck, ...]
    sums: Sums

    def run(self, chunk: Chunk, keep: NDArray[np.bool_]) -> CheckedRows:
        """Run the checks over a chunk; rows that are not kept count nowhere."""
        import numpy as np

        frame, engine = self._frame(chunk)
        codes = run_checks(self.program, frame)
        unread = 0
        for at in np.flatnonzero(engine & keep).tolist():
            found, blank = self._exactly(chunk, at)
            unread += blank
            for name, column in codes.items():
                column[at] = found.get(name, CheckCode.NO_FIGURES)
        counts = {name: _count(column, keep, chunk.rows) for name, column in codes.items()}
        return CheckedRows(_texts(codes, chunk.count), counts, unread)

    def _frame(self, chunk: Chunk) -> tuple[CheckFrame, NDArray[np.bool_]]:
        """Give the figures of a chunk, and the rows that the engine has to look at."""
        import numpy as np

        engine = np.zeros(chunk.count, bool)
        numbers: dict[str, Any] = {}
        places: dict[str, Any] = {}
        known: dict[str, Any] = {}
        for name, one in self.figures.items():
            read = one.reader.read(chunk.columns[one.head.at])
            engine |= read.odd
            numbers[name] = read.numbers
            places[name] = last_places(one.column, read.numbers, read.decimals) * read.known
            if not read.known.all():
                known[name] = read.known
            for other in one.others:
                engine |= np.asarray(chunk.columns[other.at].is_valid().to_numpy(zero_copy_only=False), bool)
        return CheckFrame(chunk.count, numbers, places, known), engine

    def _exactly(self, chunk: Chunk, at: int) -> tuple[Mapping[str, CheckCode], int]:
        """Run the checks on a row as a case; give how many of its cells were left out since they can't be read."""
        texts = chunk.texts(at, range(len(self.cases.heads.columns)))
        row, line = int(chunk.rows[at]), int(chunk.lines[at])
        for blank in range(len(texts) + 1):
            try:
                case = self.cases.case(texts, row, line)
            except Refused as refused:
                column = refused.diagnostics[0].place.column - 1
                if not 0 <= column < len(texts) or texts[column] is None:
                    return {}, blank
                texts[column] = None
            else:
                return codes_of(self.checks, self.sums, case.whole, self.cases.ruleset.items), blank
        return {}, len(texts)


def _count(codes: NDArray[np.int8], keep: NDArray[np.bool_], rows: NDArray[np.int64]) -> CheckCount:
    import numpy as np

    counts = np.bincount(codes[keep], minlength=len(CheckCode)).tolist()
    first = rows[np.flatnonzero(keep & (codes == CheckCode.FAILS))[:MAX_FIRST]].tolist()
    return CheckCount(
        counts[CheckCode.FAILS],
        counts[CheckCode.ROUNDING],
        counts[CheckCode.HOLDS] + counts[CheckCode.MADE_UP],
        counts[CheckCode.UNDECIDED] + counts[CheckCode.DISPUTED],
        counts[CheckCode.NO_FIGURES],
        tuple(first),
    )


def _texts(codes: Mapping[str, NDArray[np.int8]], count: int) -> TextColumn:
    """Join the codes of the checks that each row misses."""
    import numpy as np

    if not codes:
        return of_texts(CHECKS, [""] * count, count)
    missed = np.packbits(np.stack([one == CheckCode.FAILS for one in codes.values()], axis=1), axis=1)
    patterns, places = np.unique(missed, axis=0, return_inverse=True)
    names = list(codes)
    flags = np.unpackbits(patterns, axis=1, count=len(names)).astype(bool)
    words = [BETWEEN.join(name for name, flag in zip(names, row, strict=True) if flag) for row in flags]
    return TextColumn(CHECKS, places.reshape(-1).astype(np.int64), words)


def row_checks(
    checks: Sequence[CompiledCheck],
    ruleset: Ruleset,
    stream: Stream,
    first: Chunk | None,
    named: Mapping[str, str],
) -> RowChecks:
    """Make checks ready for an input, by its first rows; raises Refused where a head can't be what it says."""
    items = {name: one.unit for name, one in ruleset.items.items()}
    heads = read_heads(stream.heads, Asked(ruleset, items, {}), stream.name, named)
    figures = dict(_figures(heads, stream, first))
    columns = {name: one.column for name, one in figures.items()}
    program = lower_checks(checks, ruleset.items, columns)
    cases = RowCases(ruleset, heads, stream.name, stream.sheet)
    return RowChecks(program, figures, cases, tuple(checks), sums_of(checks))


def _figures(heads: Heads, stream: Stream, first: Chunk | None) -> Iterable[tuple[str, Figured]]:
    import pyarrow as pa

    found: dict[str, list[Head]] = {}
    for one in heads.of(What.ITEM):
        found.setdefault(one.name, []).append(one)
    for name, (head, *others) in found.items():
        kind = stream.types[head.at]
        sample = pa.array([], kind) if first is None else first.columns[head.at].slice(0, SAMPLE)
        reader = number_column(kind, head.unit or PLAIN, partial(_read, head), sample)
        yield name, Figured(head, reader, tuple(others))


def _read(head: Head, text: str) -> Quantity | None:
    """Read a cell in the unit of its head; what is in another unit is left to the engine: it is printed otherwise."""
    found = quantity_in(text, head)
    return None if found is None or found.unit != (head.unit or PLAIN) else found
