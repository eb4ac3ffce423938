"""The databases that a query is run on, all in one way: rows in, rows out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from jixiao.bulk.emit.sql.dialect import Sql
from jixiao.bulk.emit.sql.dialects import DIALECTS

Row = Mapping[str, Any]


class Database(Protocol):
    """Something that runs a query over some rows."""

    sql: Sql

    def put(self, table: str, rows: Sequence[Row], types: Mapping[str, str]) -> None:
        """Make a table of some rows, its columns of the types named."""
        ...

    def read(self, file: Path, table: str) -> None:
        """Make a table of a Parquet file."""
        ...

    def asked(self, query: str) -> list[dict[str, Any]]:
        """Give the rows that a query gives."""
        ...


class Duck:
    sql = DIALECTS["duckdb"]

    def __init__(self) -> None:
        import duckdb

        self.connection = duckdb.connect()

    def put(self, table: str, rows: Sequence[Row], types: Mapping[str, str]) -> None:
        columns = ", ".join(f'"{name}" {kind}' for name, kind in types.items())
        self.connection.execute(f'CREATE OR REPLACE TABLE "{table}" ({columns})')
        marks = ", ".join("?" for _ in types)
        self.connection.executemany(
            f'INSERT INTO "{table}" VALUES ({marks})', [[row[name] for name in types] for row in rows]
        )

    def read(self, file: Path, table: str) -> None:
        self.connection.execute(f"CREATE OR REPLACE TABLE \"{table}\" AS FROM '{file}'")

    def asked(self, query: str) -> list[dict[str, Any]]:
        done = self.connection.execute(query)
        names = [one[0] for one in done.description or ()]
        return [dict(zip(names, row, strict=True)) for row in done.fetchall()]


class Postgres:
    sql = DIALECTS["postgres"]

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def put(self, table: str, rows: Sequence[Row], types: Mapping[str, str]) -> None:
        columns = ", ".join(f'"{name}" {kind}' for name, kind in types.items())
        self.connection.execute(f'DROP TABLE IF EXISTS "{table}"')
        self.connection.execute(f'CREATE TABLE "{table}" ({columns})')
        with self.connection.cursor().copy(f'COPY "{table}" FROM STDIN') as copy:
            for row in rows:
                copy.write_row([row[name] for name in types])

    def read(self, file: Path, table: str) -> None:
        raise NotImplementedError

    def asked(self, query: str) -> list[dict[str, Any]]:
        done = self.connection.execute(query)
        names = [one.name for one in done.description or ()]
        return [dict(zip(names, row, strict=True)) for row in done.fetchall()]


class SparkSQL:
    sql = DIALECTS["spark"]

    def __init__(self, session: Any) -> None:
        self.session = session

    def put(self, table: str, rows: Sequence[Row], types: Mapping[str, str]) -> None:
        schema = ", ".join(f"`{name}` {kind}" for name, kind in types.items()).replace(
            "VARCHAR(20)", "STRING"
        )
        data = [tuple(row[name] for name in types) for row in rows]
        self.session.createDataFrame(data, schema).createOrReplaceTempView(table)

    def read(self, file: Path, table: str) -> None:
        self.session.read.parquet(str(file)).createOrReplaceTempView(table)

    def asked(self, query: str) -> list[dict[str, Any]]:
        return self.session.sql(query).toArrow().to_pylist()
