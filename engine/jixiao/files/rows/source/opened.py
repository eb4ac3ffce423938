"""What is named on the command line → a table that is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jixiao.files import messages as file_messages
from jixiao.files.rows import messages
from jixiao.files.rows.source.arrow import open_ipc, open_parquet
from jixiao.files.rows.source.database import open_duckdb, open_postgresql
from jixiao.files.rows.source.stream import Stream
from jixiao.files.rows.source.text import open_text
from jixiao.files.rows.source.workbook import open_workbook
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

TABLE_OF = "::"
POSTGRESQL = ("postgresql://", "postgres://")
_DATABASES = (".duckdb", ".db", ".ddb")
_OPENED: dict[str, Callable[[Path], Stream]] = {
    **dict.fromkeys((".csv", ".txt", ".tsv"), open_text),
    **dict.fromkeys((".parquet", ".pq"), open_parquet),
    **dict.fromkeys((".arrow", ".feather", ".ipc", ".arrows"), open_ipc),
    ".xlsx": open_workbook,
}


def is_database(named: str) -> bool:
    """Whether rows are asked of a server, not of a file."""
    return named.startswith(POSTGRESQL)


def split_table(named: str) -> tuple[str, str]:
    """Give file and table of file::table; the table is empty where none is named."""
    file, _, table = named.partition(TABLE_OF)
    return file, table


def open_rows(named: str) -> Stream:
    """Open a table: a file, file.duckdb::table, or postgresql://…::schema.table. Raises Refused."""
    file, table = split_table(named)
    try:
        if is_database(named):
            return open_postgresql(file, table)
        path = Path(file)
        if not path.is_file():
            raise Refused(Diagnostic(Place(file), file_messages.MISSING_FILE))
        suffix = path.suffix.lower()
        if suffix in _DATABASES:
            return open_duckdb(path, table)
        if suffix not in _OPENED:
            raise Refused(Diagnostic(Place(file), filled(messages.UNKNOWN_KIND, suffix=suffix)))
        return _OPENED[suffix](path)
    except ModuleNotFoundError as missing:
        text = filled(messages.MISSING_LIBRARY, name=missing.name)
        raise Refused(Diagnostic(Place(file), text)) from None
    except OSError as problem:
        text = filled(file_messages.UNREADABLE, why=type(problem).__name__)
        raise Refused(Diagnostic(Place(file), text)) from None
