"""Tables of rows written into files of every kind."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

Texts = Sequence[Sequence[str]]


def write_text(
    path: Path,
    rows: Texts,
    encoding: str = "utf-8",
    delimiter: str = ",",
    end: str = "\r\n",
    mark: bytes = b"",
) -> Path:
    """Write rows, the first being the heads, as text."""
    with path.open("wb") as stream:
        stream.write(mark)
    with path.open("a", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter, lineterminator=end).writerows(rows)
    return path


def arrow_of(rows: Texts) -> pa.Table:
    """Give rows as a table of texts, where "" is nothing."""
    heads, *rest = rows
    cells = zip(*rest, strict=True) if rest else [()] * len(heads)
    columns = [pa.array([one or None for one in column], pa.string()) for column in cells]
    return pa.table(columns, names=list(heads))


def write_any(path: Path, rows: Texts) -> str:
    """Write rows as the end of a file's name says; give how the command names the table."""
    table = arrow_of(rows)
    if path.suffix == ".csv":
        write_text(path, rows)
    elif path.suffix == ".parquet":
        pq.write_table(table, path, row_group_size=3)
    elif path.suffix == ".arrow":
        with pa.OSFile(str(path), "wb") as stream, pa.ipc.new_file(stream, table.schema) as writer:
            writer.write_table(table, max_chunksize=2)
    elif path.suffix == ".arrows":
        with pa.OSFile(str(path), "wb") as stream, pa.ipc.new_stream(stream, table.schema) as writer:
            writer.write_table(table, max_chunksize=2)
    elif path.suffix == ".xlsx":
        write_sheet(path, rows)
    elif path.suffix == ".duckdb":
        import duckdb

        with duckdb.connect(str(path)) as database:
            database.register("rows_of_test", table)
            database.execute("CREATE TABLE 单位 AS SELECT * FROM rows_of_test")
        return f"{path}::单位"
    return str(path)


def write_sheet(path: Path, rows: Sequence[Sequence[Any]], formats: Sequence[str] = ()) -> None:
    """Write rows into the first sheet of a workbook, numbers as numbers."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("单位")
        shown = [book.add_format({"num_format": one}) for one in formats]
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if value != "":
                    sheet.write(at, column, value, *(shown[column : column + 1] if at else ()))


def read_any(path: Path) -> list[dict[str, Any]]:
    """Read what `batch` wrote, as texts or as its own values."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))
    if path.suffix == ".parquet":
        return pq.read_table(path).to_pylist()
    if path.suffix == ".duckdb":
        import duckdb

        with duckdb.connect(str(path), read_only=True) as database:
            found = database.execute("SELECT * FROM batch")
            names = [one[0] for one in found.description]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    from openpyxl import load_workbook

    heads, *rest = load_workbook(path).active.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rest]
