"""Rows of results into a file; where it is to stand, and when it is whole, is for the caller."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jixiao.dataclass import dataclass
from jixiao.files.rows import messages
from jixiao.files.rows.writer.kinds import Kinds, typed
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import Bounded, filled

Part = Mapping[str, Any]
"""Some rows: columns by name, of equal length; results as dictionaries of texts."""
MOST_SHEET_ROWS = 1_048_575
"""Rows of a sheet below its heads."""
BOM = b"\xef\xbb\xbf"
"""By which Excel knows that a file is UTF-8."""
DIGITS_IN_CELL = 15
"""Digits of a number that a workbook holds."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns that are written: their names, the types that they are held in, and what the results are."""

    names: Sequence[str]
    types: Sequence[Any]
    kinds: Kinds

    def schema(self) -> Any:
        """Give the schema of what is written with types."""
        import pyarrow as pa

        pairs = zip(self.names, self.types, strict=True)
        return pa.schema([(name, self.kinds.type_of(name, own)) for name, own in pairs])

    def table(self, part: Part) -> Any:
        """Give some rows in the types in which they are written."""
        import pyarrow as pa

        schema = self.schema()
        return pa.table([typed(part[one.name], one.type) for one in schema], schema=schema)


Write = Callable[[Path, Layout, Iterable[Part]], None]
"""Writes a file whole; raises OSError."""


def write_parquet(path: Path, layout: Layout, parts: Iterable[Part]) -> None:
    """Write Parquet, a group of rows for each part."""
    import pyarrow.parquet as pq

    with pq.ParquetWriter(path, layout.schema(), compression="zstd") as writer:
        for part in parts:
            writer.write_table(layout.table(part))


def write_csv(path: Path, layout: Layout, parts: Iterable[Part]) -> None:
    """Write comma-separated text in UTF-8 with a mark, as Excel opens it: exact decimals, else fractions."""
    import pyarrow as pa
    from pyarrow import csv

    schema = pa.schema([(name, pa.string()) for name in layout.names])
    with path.open("wb") as stream:
        stream.write(BOM)
        options = csv.WriteOptions(quoting_style="needed")
        with csv.CSVWriter(stream, schema, write_options=options) as writer:
            for part in parts:
                writer.write_table(pa.table([text_of(part[name]) for name in layout.names], schema=schema))


def write_workbook(path: Path, layout: Layout, parts: Iterable[Part]) -> None:
    """Write a workbook, row by row; what was read stays text, and so does a number of more digits than a cell holds."""
    from datetime import UTC, datetime

    import xlsxwriter
    from xlsxwriter.exceptions import XlsxWriterException

    texts = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    book: Any = xlsxwriter.Workbook(str(path), {"constant_memory": True, "tmpdir": str(path.parent), **texts})
    book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    sheet = book.add_worksheet("得分")
    try:
        _write_rows(sheet, book.add_format({"bold": True}), layout, parts)
    except BaseException:
        sheet.row_data_fh.close()  # it would be left open, and lies where unfinished parts do
        raise
    try:
        book.close()
    except XlsxWriterException as problem:
        raise OSError(str(problem)) from None


def _write_rows(sheet: Any, bold: Any, layout: Layout, parts: Iterable[Part]) -> None:
    sheet.freeze_panes(1, 0)
    for at, name in enumerate(layout.names):
        sheet.write_string(0, at, name, bold)
    are_numbers = [name in layout.kinds.numbers for name in layout.names]
    row = 1
    for part in parts:
        columns = [text_of(part[name]).to_pylist() for name in layout.names]
        for cells in zip(*columns, strict=True):
            for at, text in enumerate(cells):
                if are_numbers[at] and _fits_cell(text):
                    sheet.write_number(row, at, float(text))
                elif text:
                    sheet.write_string(row, at, text)
            row += 1


def _fits_cell(text: str) -> bool:
    return "/" not in text and len(text.strip("-").replace(".", "")) <= DIGITS_IN_CELL


def text_of(column: Any) -> Any:
    """Give a column as text, as a person reads it."""
    import pyarrow as pa

    from jixiao.files.rows.chunk import cell_text

    kind = column.type
    if pa.types.is_dictionary(kind):
        return column.dictionary_decode().cast(pa.string())
    if pa.types.is_string(kind):
        return column
    if pa.types.is_integer(kind):
        return column.cast(pa.string())
    coded = column.dictionary_encode()
    words = pa.array([cell_text(one) for one in coded.dictionary], pa.string())
    return words.take(coded.indices)


def _why_not(error: str, table: str) -> str:
    """Say why a table of a DuckDB file could not be written."""
    if "Conflicting lock" in error or "being used by another process" in error:
        return messages.DATABASE_BUSY
    if "not a valid DuckDB" in error:
        return messages.NOT_A_DATABASE
    return filled(messages.NOT_WRITTEN, table=table, why=Bounded(error.partition("\n")[0][:200]))


def write_database(table: str) -> Write:
    """Give what writes a table of a DuckDB file, in one transaction: what else the file holds stays as it is."""

    def write(path: Path, layout: Layout, parts: Iterable[Part]) -> None:
        import duckdb

        try:
            _put(path, layout, parts)
        except duckdb.Error as error:
            raise Refused(Diagnostic(Place(str(path)), _why_not(str(error), table))) from None

    def _put(path: Path, layout: Layout, parts: Iterable[Part]) -> None:
        import duckdb

        name = '"' + table.replace('"', '""') + '"'
        with duckdb.connect(str(path)) as database:
            database.begin()
            database.register("rows_of_part", layout.schema().empty_table())
            database.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM rows_of_part")  # noqa: S608
            for part in parts:
                database.register("rows_of_part", layout.table(part))
                database.execute(f"INSERT INTO {name} SELECT * FROM rows_of_part")  # noqa: S608 its own name, quoted
            database.commit()

    return write
