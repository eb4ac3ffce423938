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
