"""A Spark of the tests' own, on this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from jixiao.bulk.emit.sql.dialects import ITERATIONS, MOST_ITERATIONS
from shared.office.parts import needed

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def spark_or_skip() -> None:
    """Skip the test, or fail it in CI, where Java or PySpark is missing."""
    needed("java", "Java 17")
    try:
        import pyspark
    except ModuleNotFoundError:
        if os.environ.get("JIXIAO_PARTS") == "required":
            pytest.fail("PySpark is not installed, and JIXIAO_PARTS=required")
        pytest.skip("PySpark is not installed (make test installs it)")
    assert pyspark


@contextmanager
def spark(master: str = "local[2]") -> Iterator[SparkSession]:
    """Start a session; skips the test where Java or PySpark is missing."""
    spark_or_skip()
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master(master)
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "OFF")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.default.parallelism", "2")
        .config(ITERATIONS, str(MOST_ITERATIONS))
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    try:
        yield session
    finally:
        session.stop()
