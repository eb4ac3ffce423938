"""Polars: an expression for each indicator, on Int64, in all its threads.

Its `//` rounds down, and gives nothing where it divides by 0, so nothing has to be guarded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polars as pl

from province.job import GRADES, ITEMS, JOB, UNDEFINED, Bands, Indicator, Share, Steps, counted
from province.rows import Columns
from province.scores import Scored


def frame(given: Columns) -> pl.DataFrame:
    """Give the rows as Polars holds them."""
    return pl.DataFrame(given)


def scorer(indicators: tuple[Indicator, ...] = JOB) -> Callable[[pl.DataFrame], pl.DataFrame]:
    """Give what scores rows."""
    points = [_points(one).cast(pl.Int16).alias(one.id) for one in indicators]
    total = pl.sum_horizontal(pl.col(one.id).cast(pl.Int32) for one in indicators).alias("total")

    def score(given: pl.DataFrame) -> pl.DataFrame:
        return given.lazy().select(points).with_columns(total).with_columns(_grade()).collect()

    return score


def read(scores: pl.DataFrame) -> Scored:
    """Give what came out."""
    points = {one.id: scores[one.id].to_numpy() for one in JOB}
    return Scored(points, scores["total"].to_numpy(), scores["grade"].to_numpy())


def _points(one: Indicator) -> pl.Expr:
    names = {name: pl.col(name) for name in ITEMS}
    above: pl.Expr = eval(one.above, {"abs": lambda of: of.abs()}, names)  # the job's own text
    below: pl.Expr = eval(one.below, {}, names)
    if isinstance(one, Bands):
        return _banded(one, above, below)
    how = counted(one)
    divided = _times(above, how.by_above) + _times(below, how.by_below)
    count = (divided.abs() if how.of_size else divided) // _times(below, how.over)
    points = (_times(count, how.each) + how.base).clip(0, one.full).fill_null(UNDEFINED)
    if isinstance(one, Share) and one.least:
        return pl.when(above * 100 < below * one.least).then(0).otherwise(points)
    if isinstance(one, Steps) and one.exempt:
        return pl.when((above == 0) & (below == 0)).then(one.full).otherwise(points)
    return points


def _times(of: pl.Expr, by: int) -> pl.Expr:
    return of if by == 1 else of * by


def _banded(one: Bands, above: pl.Expr, below: pl.Expr) -> pl.Expr:
    value = above * 100
    chain: Any = pl.when(below == 0).then(UNDEFINED)
    for bound, earned in one.bands:
        limit = below * bound
        chain = chain.when(value >= limit if one.from_above else value <= limit).then(earned)
    points: pl.Expr = chain.otherwise(0)
    return points


def _grade() -> pl.Expr:
    grade = pl.lit(len(GRADES) - 1, pl.Int8)
    for place in range(len(GRADES) - 2, -1, -1):
        grade = pl.when(pl.col("total") >= GRADES[place][1]).then(pl.lit(place, pl.Int8)).otherwise(grade)
    return grade.alias("grade")
