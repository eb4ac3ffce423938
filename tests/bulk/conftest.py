"""The databases, each started once a process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from shared.bulk.databases import Database, Duck, Postgres, SparkSQL
from shared.bulk.postgres import postgres
from shared.bulk.spark import spark


@pytest.fixture(scope="session")
def duck() -> Database:
    return Duck()


@pytest.fixture(scope="session")
def a_postgres() -> Iterator[Database]:
    with postgres() as connection:
        yield Postgres(connection)


@pytest.fixture(scope="session")
def a_spark() -> Iterator[Database]:
    with spark() as session:
        yield SparkSQL(session)


@pytest.fixture
def interpreted(a_spark) -> Iterator[None]:
    """Few rows are done before Spark has compiled what it runs."""
    conf = a_spark.session.conf
    settings = {"spark.sql.codegen.wholeStage": "false", "spark.sql.codegen.factoryMode": "NO_CODEGEN"}
    before = {name: conf.get(name) for name in settings}
    for name, value in settings.items():
        conf.set(name, value)
    yield
    for name, value in before.items():
        conf.set(name, value)
