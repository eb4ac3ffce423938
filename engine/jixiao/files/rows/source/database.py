"""Tables of DuckDB files and of PostgreSQL → chunks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from jixiao.files.rows import messages
from jixiao.files.rows.source.arrow import columns_of
from jixiao.files.rows.source.stream import ROWS, Stream, batches
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled, listed


def open_duckdb(path: Path, table: str) -> Stream:
    """Open a table of a DuckDB file, the only one where none is named; raises Refused."""
    import duckdb

    try:
        database = duckdb.connect(str(path), read_only=True)
    except duckdb.Error as error:
        raise _refused(path, messages.NOT_PARQUET, why=_first_line(error), kind="DuckDB") from None
    known = [f"{schema}.{name}" if schema != "main" else name for schema, name in _tables(database)]
    if table and table not in known:
        raise _refused(path, messages.MISSING_TABLE, name=table, known=listed(known))
    if not table:
        if len(known) != 1:
            message = messages.WHICH_TABLE if known else messages.NO_TABLE
            raise _refused(path, message, known=listed(known))
        (table,) = known
    name = _quoted(table.split(".", 1) if "." in table else [table])
    [(total,)] = database.execute(f"SELECT count(*) FROM {name}").fetchall()  # noqa: S608 its own name, quoted
    reader: Any = database.sql(f"SELECT * FROM {name}").to_arrow_reader(ROWS)  # noqa: S608
    return Stream(
        f"{path}::{table}",
        *columns_of(reader.schema, str(path)),
        batches(_read(reader, database, path), reader.schema.names),
        total=total,
    )


def _read(reader: Any, database: Any, path: Path) -> Iterator[Any]:
    import duckdb

    with closing(database):
        try:
            yield from reader
        except (duckdb.Error, OSError) as error:
            raise _refused(path, messages.DATABASE, why=_first_line(error)) from None


def _tables(database: Any) -> list[tuple[str, str]]:
    rows = database.execute(
        "SELECT table_schema, table_name FROM information_schema.tables "
        "WHERE table_catalog = current_database() ORDER BY 1, 2"
    ).fetchall()
    return [(schema, name) for schema, name in rows]


def _quoted(names: Sequence[str]) -> str:
    return ".".join('"' + name.replace('"', '""') + '"' for name in names)


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0][:200]


def _refused(path: Path | str, message: str, **pieces: object) -> Refused:
    return Refused(Diagnostic(Place(str(path)), filled(message, **pieces)))


def open_postgresql(address: str, table: str) -> Stream:
    """Open a table of a PostgreSQL database; raises Refused. Rows come in the order in which the database gives them."""
    try:
        import psycopg
        from psycopg import sql
    except ImportError:
        raise _refused(shown_address(address), messages.MISSING_DRIVER) from None
    import pyarrow as pa

    shown = f"{shown_address(address)}::{table}"
    if not table:
        raise _refused(shown, messages.WHICH_TABLE, known="…")
    try:
        database = psycopg.connect(address)
        cursor = database.cursor(name="jixiao")  # the rows stay with the server until they are asked for
        cursor.itersize = ROWS
        cursor.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(*table.split(".", 1))))
        first = cursor.fetchmany(ROWS)
    except psycopg.Error as error:
        raise _refused(shown, messages.DATABASE, why=_first_line(error)) from None
    names = tuple(column.name for column in cursor.description or ())

    def fetched() -> Iterator[Any]:
        rows = first
        with closing(database):
            while rows:
                columns = [pa.array(map(_text, column), pa.string()) for column in zip(*rows, strict=True)]
                yield pa.record_batch(columns, names=[str(at) for at in range(len(names))])
                try:
                    rows = cursor.fetchmany(ROWS)
                except psycopg.Error as error:
                    raise _refused(shown, messages.DATABASE, why=_first_line(error)) from None

    return Stream(shown, names, (pa.string(),) * len(names), batches(fetched(), names))


def _text(value: object) -> str | None:
    from jixiao.files.rows.chunk import plain_text

    return None if value is None else plain_text(value)


def shown_address(address: str) -> str:
    """Give an address without the password in it."""
    before, at, after = address.rpartition("@")
    if not at:
        return address
    scheme, slashes, who = before.partition("://")
    return f"{scheme}{slashes}{who.partition(':')[0]}@{after}"
