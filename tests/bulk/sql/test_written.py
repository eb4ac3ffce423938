"""What `jixiao sql` writes out, run where it is meant for, and the engine row by row: the same, to the last text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st

from jixiao.bulk.emit.sql.query import written_query
from jixiao.bulk.reason import code_text
from jixiao.bulk.table import lower_table
from jixiao.bulk.warehouse.asked import AskedColumn, grains_of, loose_of, relation_of
from jixiao.quantity import Quantity, decimal_text
from jixiao.scoring.program.program import Program
from shared.bulk.databases import Database
from shared.bulk.rows import Cells, by_engine, project_of
from shared.bulk.tables import PLACES, programs, rows

REAL = ["huaihua-department", "zhanjiang-department", "project-expenditure"]
FEW = settings(
    max_examples=max(settings.default.max_examples // 5, 4),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
PLACE, OTHER = "place", "备注"


def own_columns(program: Program) -> list[AskedColumn]:
    """A column for each item, in its own unit."""
    items = program.ruleset.items
    return [AskedColumn(name, name, one.unit, PLACES[one.unit.name]) for name, one in items.items()]


def put(database: Database, table: str, columns: Sequence[AskedColumn], some_rows: Sequence[Cells]) -> None:
    types = {PLACE: "BIGINT"} | {one.column: "DECIMAL(30, 6)" for one in columns} | {OTHER: "VARCHAR(20)"}
    data = [
        {PLACE: place, OTHER: f"第{place}行"} | {one.column: _decimal(row.get(one.name)) for one in columns}
        for place, row in enumerate(some_rows)
    ]
    database.put(table, data, types)


def _decimal(quantity: Quantity | None) -> Decimal | None:
    return None if quantity is None else Decimal(decimal_text(quantity.value))


def _printed(row: Cells) -> Cells:
    """A row as its columns hold it: each number with all decimals of its column."""
    return {
        name: None if one is None else Quantity(one.value, one.unit, PLACES[one.unit.name])
        for name, one in row.items()
    }


def query_of(program: Program, columns: Sequence[AskedColumn], database: Database, table: str) -> str:
    lowered = lower_table(program, grains_of(columns), loose=loose_of(columns))
    return written_query(lowered, relation_of(lowered, table, columns), database.sql)


def assert_as_engine(program: Program, found: Sequence[Mapping[str, Any]], some_rows: Sequence[Cells]) -> int:
    """Every column of every row that the query takes is what `check` gives; give how many it takes."""
    assert len(found) == len(some_rows)
    taken = 0
    for row in found:
        assert row[OTHER] == f"第{row[PLACE]}行"
        scores = [name for name in row if name.endswith(("_low", "_high", "_why", "grade"))]
        if row["engine"]:
            assert all(row[name] is None for name in scores)
            continue
        taken += 1
        told = by_engine(program, project_of(_printed(some_rows[row[PLACE]])))
        expected: dict[str, object] = {"score_low": told.low, "score_high": told.high}
        grades = [name for at, (name, _) in enumerate(program.ruleset.grades) if told.grades >> at & 1]
        expected["grade"] = "、".join(grades)
        for rule in program.rules:
            one, code = told.rules[rule.indicator.name], rule.indicator.id
            expected |= {f"{code}_low": one.low, f"{code}_high": one.high, f"{code}_why": code_text(one.why)}
        assert expected.keys() == set(scores)
        for name, value in expected.items():
            got = row[name]
            if isinstance(value, Fraction) and isinstance(got, Decimal):
                assert Fraction(got) == value, (name, row)
            else:
                assert got == (decimal_text(value) if isinstance(value, Fraction) else value), (name, row)
    return taken


def assert_written(database: Database, program: Program, columns: Sequence[AskedColumn], some_rows) -> int:
    put(database, "units", columns, some_rows)
    query = query_of(program, columns, database, "units")
    return assert_as_engine(program, database.asked(query), some_rows)


@FEW
@given(programs(), st.data())
def test_duckdb(duck: Database, program, data) -> None:
    some_rows = data.draw(st.lists(rows(program.ruleset.items), min_size=12, max_size=12))
    assert_written(duck, program, own_columns(program), some_rows)


@FEW
@given(programs(), st.data())
def test_postgres(a_postgres: Database, program, data) -> None:
    some_rows = data.draw(st.lists(rows(program.ruleset.items), min_size=12, max_size=12))
    assert_written(a_postgres, program, own_columns(program), some_rows)


def test_spark(a_spark: Database, interpreted) -> None:
    """The tables of many that say the most: a query of Spark's takes seconds."""
    found = []

    @settings(max_examples=60, database=None, suppress_health_check=list(HealthCheck))
    @given(programs(), st.data())
    def gather(program, data) -> None:
        some_rows = data.draw(st.lists(rows(program.ruleset.items), min_size=12, max_size=12))
        size = len(query_of(program, own_columns(program), a_spark, "units"))
        found.append((size, len(found), program, some_rows))

    gather()
    for _, _, program, some_rows in sorted(found, reverse=True)[:3]:
        assert_written(a_spark, program, own_columns(program), some_rows)
