"""Jixiao and its peers, each made ready to score the same rows."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

import house

from province.contender import RowContender
from province.job import JOB, Indicator
from province.proof import TABLE
from province.rows import Columns, by_item
from province.scores import Scored

NO_LIMIT = 10**9
AT_ONCE = 10**5
"""As many as `batch` has of them at a time, and not many more."""


def all_contenders(indicators: int = len(JOB)) -> list[RowContender]:
    """Give Jixiao and every peer that is installed, with the first so many indicators of the job."""
    asked = JOB[:indicators]
    return [one for make in (_jixiao, _numpy, _polars, _duckdb, _openfisca, _zen) for one in make(asked)]


def cores() -> int:
    """Give how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _jixiao(asked: tuple[Indicator, ...]) -> Iterator[RowContender]:
    for name, one in house.row_scorers(house.table(TABLE, len(asked)), cores()).items():

        def read(scores: Any, of: house.RowScorer = one) -> Scored:
            points, total, grade = of.read(scores)
            return Scored(dict(zip([one.id for one in JOB], points, strict=True)), total, grade)

        def put(given: Columns, of: house.RowScorer = one) -> Any:
            return of.prepare(by_item(given))

        most = NO_LIMIT if one.in_blocks else AT_ONCE
        yield RowContender(name, "jixiao", put, one.score, read, most)


def _numpy(asked: tuple[Indicator, ...]) -> Iterator[RowContender]:
    from province import numpy_peer

    score = numpy_peer.scorer(cores(), asked)
    yield RowContender("NumPy, int64", "numpy", _same, score, _same, NO_LIMIT)


def _polars(asked: tuple[Indicator, ...]) -> Iterator[RowContender]:
    if find_spec("polars"):
        from province import polars_peer

        yield RowContender(
            "Polars, Int64",
            "polars",
            polars_peer.frame,
            polars_peer.scorer(asked),
            polars_peer.read,
            NO_LIMIT,
        )


def _duckdb(asked: tuple[Indicator, ...]) -> Iterator[RowContender]:
    if find_spec("duckdb"):
        from province import duckdb_peer

        prepare: Callable[..., object] = lambda given: duckdb_peer.connection(given, cores())  # noqa: E731
        yield RowContender(
            "DuckDB, BIGINT", "duckdb", prepare, duckdb_peer.scorer(asked), duckdb_peer.read, NO_LIMIT
        )


def _openfisca(asked: tuple[Indicator, ...]) -> Iterator[RowContender]:
    if find_spec("openfisca_core"):
        from province import openfisca_peer

        yield RowContender(
            "OpenFisca, float32",
            "OpenFisca-Core",
            openfisca_peer.amounts,
            openfisca_peer.scorer(asked),
            openfisca_peer.read,
            10**6,
        )


def _zen(asked: tuple[Indicator, ...]) -> Iterator[RowContender]:
    if find_spec("zen"):
        from province import zen_rows_peer

        yield RowContender(
            "zen-engine, batch",
            "zen-engine",
            zen_rows_peer.requests,
            zen_rows_peer.scorer(asked),
            zen_rows_peer.read,
            10**4,
        )


def _same(given: Scored) -> Scored:
    return given
