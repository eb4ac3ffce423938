"""The Spark session that rows are scored in: the one that is there, or one of our own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LOCAL = "local"
CONNECT = "sc://"
NAME = "jixiao"
QUIETLY = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.shuffle.partitions": "8",
}
"""How a session of our own on one machine is set."""


class NoSpark(Exception):
    """Spark can't be had; the message says why."""


class NotDone(Exception):
    """Spark did not finish; the message says why."""


@contextmanager
def ending() -> Iterator[None]:
    """Raise NotDone for whatever ends a job."""
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, OSError) as problem:
        raise NotDone(str(problem).strip().splitlines()[0]) from None


@contextmanager
def session_for(master: str = "") -> Iterator[SparkSession]:
    """Give the session that is active (a notebook, `spark-submit`), or start one and end it.

    `master`: where: local[4], spark://…, yarn, k8s://…, or sc://… for Spark Connect; "" for wherever `spark-submit` was
    told, else for all cores of this machine.
    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ModuleNotFoundError as error:
        raise NoSpark(str(error.name)) from None
    active = SparkSession.getActiveSession()
    if active is not None and not master:
        yield active
        return
    builder = SparkSession.builder.appName(NAME)
    if master.startswith(CONNECT):
        builder = builder.remote(master)
    elif master or "PYSPARK_GATEWAY_PORT" not in os.environ:
        where = master or f"{LOCAL}[*]"
        builder = builder.master(where)
        if where.startswith(LOCAL):
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
            for key, value in QUIETLY.items():
                builder = builder.config(key, value)
    try:
        session = builder.getOrCreate()
    except (PySparkException, OSError, RuntimeError) as error:
        raise NoSpark(str(error).strip().splitlines()[0]) from None
    try:
        yield session
    finally:
        session.stop()
