"""Rows in files, and `jixiao batch` from one to another."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from command import jixiao
from layout import Document

from province.proof import TABLE
from province.rows import blocks, by_item

RUNS = (("Parquet → Parquet", "parquet", "parquet"), ("Arrow IPC → Parquet", "arrow", "parquet"))


def file_runs(sizes: Sequence[int]) -> list[Document]:
    """Score files of each size by the command."""
    if not sizes:
        return []
    from tree import watch  # psutil, which only `make bench` installs

    runs = []
    for size in sizes:
        for name, given, wanted in RUNS:
            with tempfile.TemporaryDirectory() as folder:
                rows, out = Path(folder, f"rows.{given}"), Path(folder, f"out.{wanted}")
                write_rows(rows, size)
                usage = watch(jixiao("batch", str(TABLE), str(rows), "-o", str(out)))
                assert _count(out) == size
            runs.append({"name": name, "rows": size, **asdict(usage)})
    return runs


def write_rows(path: Path, count: int) -> None:
    """Write rows with a number each, amounts in 元 to the cent as DECIMAL, block by block."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    first = _table(next(blocks(1)), 0)
    start = 0
    if path.suffix == ".parquet":
        writer: Any = pq.ParquetWriter(path, first.schema)
    else:
        writer = pa.ipc.new_file(path, first.schema)
    with writer:
        for block in blocks(count):
            table = _table(block, start)
            writer.write_table(table)
            start += table.num_rows


def _table(block: dict[str, Any], start: int) -> Any:
    """Give a block as an Arrow table."""
    import numpy as np
    import pyarrow as pa

    count = len(next(iter(block.values())))
    columns = {"代码": pa.array(np.arange(start, start + count)).cast(pa.string())}
    for item, numbers in by_item(block).items():
        columns[f"{item}（元）"] = _decimals(numbers)
    return pa.table(columns)


def _decimals(numbers: Any) -> Any:
    """Give 分 as DECIMAL(18, 2) of 元: the same digits, in 128 bits."""
    import numpy as np
    import pyarrow as pa

    wide = np.stack([numbers, numbers >> 63], axis=1)
    return pa.Array.from_buffers(pa.decimal128(18, 2), len(numbers), [None, pa.py_buffer(wide.tobytes())])


def _count(path: Path) -> int:
    import pyarrow.parquet as pq

    count: int = pq.read_metadata(path).num_rows
    return count
