"""The databases that a query is run on, all in one way: rows in, rows out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol

from jixiao.bulk.emit.sql.dialect import Sql
from jixiao.bulk.emit.sql.dialects import DIALECTS

Row = Mapping[str, Any]
TYPES = {int: "BIGINT", str: "VARCHAR(200)", bool: "BOOLEAN"}


class Database(Protocol):
    """Something that runs a query over some rows."""

    sql: Sql

    def put(self, table: str, rows: Sequence[Row], types: Mapping[str, str]) -> None:
        """Make a table of some rows, its columns of the types named."""
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

    def asked(self, query: str) -> list[dict[str, Any]]:
        done = self.connection.execute(query)
        names = [one.name for one in done.description or ()]
        return [dict(zip(names, row, strict=True)) for row in done.fetchall()]


class SparkSQL:
    sql = DIALECTS["spark"]

    def __init__(self, session: Any) -> None:
        self.session = session

    def put(self, table: str, rows: Sequence[Row], types: Mapping[str, str]) -> None:
        schema = ", ".join(f"`{name}` {kind}" for name, kind in types.items())
        data = [tuple(row[name] for name in types) for row in rows]
        self.session.createDataFrame(data, schema).createOrReplaceTempView(table)

    def asked(self, query: str) -> list[dict[str, Any]]:
        return [row.asDict() for row in self.session.sql(query).collect()]


def exact(value: Any) -> Fraction | None:
    """Give points as a query writes them: a DECIMAL, or text."""
    if value is None:
        return None
    return Fraction(value) if isinstance(value, Decimal | str | int) else Fraction(str(value))
