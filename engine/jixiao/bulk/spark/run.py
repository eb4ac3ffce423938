"""Rows on Spark from end to end: read, scored, and written out whole; as a folder of Spark's or as one file."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jixiao.bulk.batch.run import HEADS_OF_BAD, Output
from jixiao.bulk.batch.tally import Tally
from jixiao.bulk.spark.scored import BAD, TOLD, Scored
from jixiao.dataclass import dataclass
from jixiao.files.rows import messages
from jixiao.files.rows.writer.kinds import DIGITS, Kinds
from jixiao.files.rows.writer.written import BOM, Layout

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

PART_ROWS = 65_536
"""Rows of a part that are read at a time."""
BAD_COLUMNS = ("列", "格", "原因")
CSV = ".csv"
AS_CSV = {"header": "true", "quote": '"', "escape": '"', "emptyValue": ""}
"""How Spark writes what everybody reads."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of the rows, and where those are of which nothing could be made; "" where there are none."""

    tally: Tally
    bad: str


def is_folder(output: str) -> bool:
    """Whether results are to be a folder of Spark's: wherever a cluster writes, or a name without a suffix."""
    return "://" in output or not Path(output).suffix


def numbers_of(results: Sequence[str]) -> frozenset[str]:
    """Give the columns of results that hold numbers."""
    return frozenset(one for one in results if one.startswith("score_") or one.endswith(("_low", "_high")))


def write_file(scored: Scored, output: Output) -> Done:
    """Write the results into one file on this machine; raises OSError, and what Spark raises.

    What is not finished lies in a folder beside it, which the executors must reach.
    """
    folder = output.parts
    shutil.rmtree(folder, ignore_errors=True)
    try:
        scored.rows.write.parquet(folder.absolute().as_uri())
        return _from_parts(scored, output, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _from_parts(scored: Scored, output: Output, folder: Path) -> Done:
    names = [*scored.kept, *scored.results]
    kinds = Kinds(numbers_of(scored.results))
    tally, bad = Tally(), 0
    waiting_bad = folder / "bad.tmp"
    with waiting_bad.open("w", encoding="utf-8", newline="") as stream:
        stream.write(BOM.decode("utf-8"))
        writer = csv.writer(stream)
        writer.writerow([*scored.kept, *BAD_COLUMNS, HEADS_OF_BAD[-1]])
        for part in _parts(folder, scored):
            kinds.see(part)
            for told in part[TOLD].drop_null().to_pylist():
                tally.add(Tally.of(json.loads(told)))
            bad += _write_bad(writer, part, scored.kept)
    types = [part_type for name, part_type in _types(folder, scored).items() if name in names]
    waiting = folder / f"out.tmp{output.path.suffix}"
    is_inside = output.keeps and output.path.exists()
    target = output.path if is_inside else waiting
    output.write(target, Layout(names, types, kinds), (_good(one) for one in _parts(folder, scored)))
    if bad:
        waiting_bad.replace(output.bad)
    else:
        output.bad.unlink(missing_ok=True)
    if not is_inside:
        waiting.replace(output.path)
    return Done(tally, str(output.bad) if bad else "")


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("part-*.parquet"))


def _types(folder: Path, scored: Scored) -> dict[str, Any]:
    """Give the types in which the columns of parts are held."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pq.read_schema(_files(folder)[0])
    return {
        one.name: pa.dictionary(pa.int32(), pa.string()) if one.name in scored.results else one.type
        for one in schema
    }


def _parts(folder: Path, scored: Scored) -> Iterator[dict[str, Any]]:
    """Yield the rows of all parts, bounded in number; results as dictionaries of texts."""
    import pyarrow.parquet as pq

    for file in _files(folder):
        with pq.ParquetFile(file) as opened:
            for batch in opened.iter_batches(PART_ROWS):
                yield {
                    name: column.dictionary_encode() if name in scored.results else column
                    for name, column in zip(batch.schema.names, batch.columns, strict=True)
                }


def _good(part: Mapping[str, Any]) -> dict[str, Any]:
    mask = part[BAD].is_null()
    return {name: column.filter(mask) for name, column in part.items() if name not in (BAD, TOLD)}


def _write_bad(writer: Any, part: Mapping[str, Any], kept: Mapping[str, int]) -> int:
    """Write the rows of which nothing could be made, a line for each reason; give how many there are."""
    from jixiao.files.rows.writer.written import text_of

    mask = part[BAD].is_valid()
    if not mask.true_count:
        return 0
    cells = [text_of(part[name].filter(mask)).to_pylist() for name in kept]
    for *row, told in zip(*cells, part[BAD].filter(mask).to_pylist(), strict=True):
        for head, cell, reason in json.loads(told):
            hint = messages.UNREADABLE_CELL if head else messages.WHAT_TO_DO
            writer.writerow([*row, head, cell, reason, hint])
    return int(mask.true_count)


def write_folder(scored: Scored, output: str) -> Done:
    """Write the results as a folder of Parquet, or of CSV where its name ends so; raises what Spark raises.

    Spark marks it as whole by _SUCCESS. What was scored is kept on the executors' disks meanwhile.
    """
    from pyspark.sql import functions as F  # noqa: N812 as everybody calls it
    from pyspark.storagelevel import StorageLevel

    rows = scored.rows.persist(StorageLevel.DISK_ONLY)
    try:
        tally = Tally()
        for row in rows.where(F.col(TOLD).isNotNull()).select(TOLD).toLocalIterator():
            tally.add(Tally.of(json.loads(row[0])))
        place = output.rstrip("/")
        good = rows.where(F.col(BAD).isNull()).drop(BAD, TOLD)
        if place.lower().endswith(CSV):
            good.write.options(**AS_CSV).csv(place)
        else:
            _typed(good, scored).write.parquet(place)
        if not tally.bad:
            return Done(tally, "")
        reason = F.explode(F.from_json(F.col(BAD), "array<array<string>>")).alias("told")
        bad = rows.where(F.col(BAD).isNotNull()).select(*map(_quoted, scored.kept), reason)
        told = [F.col("told")[at].alias(name) for at, name in enumerate(BAD_COLUMNS)]
        bad.select(*map(_quoted, scored.kept), *told).write.options(**AS_CSV).csv(f"{place}.bad")
        return Done(tally, f"{place}.bad")
    finally:
        rows.unpersist()


def _typed(good: DataFrame, scored: Scored) -> DataFrame:
    """Give columns of numbers as DECIMAL where all of it is decimals; others stay text."""
    from pyspark.sql import functions as F  # noqa: N812

    numbers = [one for one in scored.results if one in numbers_of(scored.results)]
    seen = []
    for name in numbers:
        cell = F.col(_quoted(name))
        part = F.when(F.instr(cell, ".") > 0, F.length(F.substring_index(cell, ".", -1))).otherwise(0)
        whole = F.length(F.regexp_replace(F.substring_index(cell, ".", 1), "-", ""))
        seen += [F.max(F.instr(cell, "/")), F.max(part), F.max(whole)]
    [told] = good.agg(*seen).collect()
    columns = []
    for name in good.columns:
        column = F.col(_quoted(name))
        if name in numbers:
            at = numbers.index(name) * 3
            ratio, places, digits = (told[at + one] or 0 for one in range(3))
            if not ratio and places + digits <= DIGITS:
                column = column.cast(f"decimal({DIGITS},{places})").alias(name)
        columns.append(column)
    return good.select(*columns)


def _quoted(name: str) -> str:
    return f"`{name.replace('`', '``')}`"
