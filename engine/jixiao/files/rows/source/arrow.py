"""Parquet and Arrow files → chunks; their types say exactly what a number is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jixiao.files.rows import messages
from jixiao.files.rows.source.stream import ROWS, Stream, batches, plain_type
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled


def open_parquet(path: Path) -> Stream:
    """Open a Parquet file; raises Refused where it is none."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path, pre_buffer=False)  # else it keeps all that it read till the end
    except (pa.ArrowException, OSError) as error:
        raise _not_of_kind(path, "Parquet", error) from None
    schema = file.schema_arrow
    return Stream(
        str(path),
        *columns_of(schema, str(path)),
        batches(_read(_groups(file), path, "Parquet"), schema.names),
        total=file.metadata.num_rows,
    )


def _groups(file: Any) -> Iterator[Any]:
    """Give the batches of a file, group by group: one reader of all of them keeps what it has read."""
    for group in range(file.num_row_groups):
        yield from file.iter_batches(ROWS, row_groups=[group])


def open_ipc(path: Path) -> Stream:
    """Open an Arrow file, or a stream that was written to a file; raises Refused where it is neither."""
    import pyarrow as pa

    try:
        source = pa.OSFile(str(path))  # a map would count as memory, all that was read of it
        try:
            file = pa.ipc.open_file(source)
            found: Iterator[Any] = (file.get_batch(at) for at in range(file.num_record_batches))
        except pa.ArrowInvalid:
            source.seek(0)
            file = pa.ipc.open_stream(source)
            found = iter(file)
    except (pa.ArrowException, OSError) as error:
        raise _not_of_kind(path, "Arrow", error) from None
    schema = file.schema
    chunks = batches(_read(found, path, "Arrow"), schema.names)
    return Stream(str(path), *columns_of(schema, str(path)), chunks)


def _read(found: Iterator[Any], path: Path, kind: str) -> Iterator[Any]:
    import pyarrow as pa

    try:
        yield from found
    except (pa.ArrowException, OSError) as error:
        raise _not_of_kind(path, kind, error) from None


def _not_of_kind(path: Path, kind: str, error: Exception) -> Refused:
    why = str(error).partition("\n")[0][:200]
    return Refused(Diagnostic(Place(str(path)), filled(messages.NOT_PARQUET, why=why, kind=kind)))


def columns_of(schema: Any, name: str) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    """Give names and types of the columns; raises Refused for one that holds more than one value a cell."""
    import pyarrow as pa

    types: list[Any] = []
    for field in schema:
        kind = field.type
        if pa.types.is_nested(kind):
            text = filled(messages.NESTED, head=field.name, type=str(kind))
            raise Refused(Diagnostic(Place(name), text))
        types.append(plain_type(kind))
    return tuple(schema.names), tuple(types)
