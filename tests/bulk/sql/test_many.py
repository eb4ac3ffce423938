"""The tables of this repository over rows on every bound: all databases, and what runs them in memory, say the same."""

from __future__ import annotations

from functools import cache

import pytest

from jixiao.bulk.program import TableProgram
from jixiao.bulk.table import lower_table
from jixiao.bulk.vector import score
from jixiao.bulk.warehouse.asked import grains_of, loose_of, usual_columns
from jixiao.desk.rules import find_table, open_rules
from jixiao.desk.sql import sql
from jixiao.scoring.program.program import Program, compile_ruleset
from shared.bulk.databases import Database
from shared.bulk.many import Many, told, written
from shared.bulk.rows import assert_same, project_of

TABLES = ["huaihua-department", "zhanjiang-department", "project-expenditure"]
MORE = {("zhanjiang-department", "duckdb"): 0.1}
"""What part of the rows only the engine can add up, where not all that memory can is taken."""
MANY, SOME, FEW = 5_000, 1_000, 300


@cache
def ready(name: str) -> tuple[Program, TableProgram]:
    program = compile_ruleset(find_table(name, open_rules()))
    columns = usual_columns(program)
    return program, lower_table(program, grains_of(columns), loose=loose_of(columns))


@cache
def expected(name: str, count: int, most: int = 10**9) -> tuple[Many, list[dict[str, object]]]:
    program, table = ready(name)
    many = Many(usual_columns(program), count, most=most)
    return many, written(table, score(table, many.frame(table)))


def assert_written(database: Database, name: str, count: int, most: int = 10**9) -> None:
    _, results = expected(name, count, most)
    query = sql(name, database.sql.name, kept=("place",))
    found = sorted(database.asked(query), key=lambda row: row["place"])
    assert [row["place"] for row in found] == list(range(count))
    more = 0
    for row, like in zip(found, results, strict=True):
        if row["engine"] and not like["engine"]:
            more += 1  # a total of several ratios grows too large for the database, but not for Python
        else:
            assert told(row, like) == like, row["place"]
    assert more <= count * MORE.get((name, database.sql.name), 0), more


@pytest.mark.parametrize("name", TABLES)
def test_memory_says_what_the_engine_says(name: str) -> None:
    """What the others are held to, held to the engine itself."""
    program, table = ready(name)
    many = Many(usual_columns(program), 300, seed=3)
    projects = [project_of(many.cells(at)) for at in range(many.count)]
    taken = assert_same(program, score(table, many.frame(table)), projects)
    assert name == "project-expenditure" or taken > many.count // 2


@pytest.mark.parametrize("name", TABLES)
def test_duckdb(duck: Database, name: str, tmp_path) -> None:
    many, _ = expected(name, MANY)
    many.to_parquet(tmp_path / "units.parquet")
    duck.read(tmp_path / "units.parquet", "units")
    assert_written(duck, name, MANY)


@pytest.mark.parametrize("name", TABLES)
def test_postgres(a_postgres: Database, name: str) -> None:
    many, _ = expected(name, SOME)
    a_postgres.put("units", many.rows(), many.types())
    assert_written(a_postgres, name, SOME)


@pytest.mark.parametrize("name", TABLES[:1])
def test_spark(a_spark: Database, name: str, tmp_path) -> None:
    many, _ = expected(name, SOME)
    many.to_parquet(tmp_path / "units.parquet")
    a_spark.read(tmp_path / "units.parquet", "units")
    assert_written(a_spark, name, SOME)


def test_spark_adds_ratios_up(a_spark: Database, interpreted, tmp_path) -> None:
    """A total of several ratios, in the numbers of 38 digits that Spark has."""
    name, most = "zhanjiang-department", 10**4
    many, _ = expected(name, FEW, most)
    many.to_parquet(tmp_path / "units.parquet")
    a_spark.read(tmp_path / "units.parquet", "units")
    assert_written(a_spark, name, FEW, most)
