"""DuckDB: SQL on BIGINT, written by hand for this job, in all its threads.

Its `//` cuts toward 0 and raises where it divides by 0: CASE sees to it that only what is above 0 is divided, by what is
above 0. (least, greatest and coalesce take it twice as long as CASE.)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import duckdb

from province.job import GRADES, JOB, UNDEFINED, Bands, Indicator, Share, Steps, counted
from province.rows import Columns
from province.scores import Scored


def connection(given: Columns, threads: int) -> duckdb.DuckDBPyConnection:
    """Give a database in memory with the rows in a table of its own."""
    found = duckdb.connect(config={"threads": threads})
    found.register("given", given)
    found.execute("CREATE TABLE units AS SELECT * FROM given")
    found.unregister("given")
    return found


def query(indicators: tuple[Indicator, ...] = JOB) -> str:
    """Give the query."""
    points = ",\n  ".join(f"{_points(one)}::SMALLINT AS {one.id}" for one in indicators)
    total = " + ".join(f"{one.id}::INTEGER" for one in indicators)
    grade = " ".join(f"WHEN total >= {least} THEN {place}" for place, (_, least) in enumerate(GRADES[:-1]))
    return (
        f"SELECT *, (CASE {grade} ELSE {len(GRADES) - 1} END)::TINYINT AS grade\n"
        f"FROM (SELECT *, {total} AS total FROM (SELECT\n  {points}\nFROM units))"
    )


def scorer(indicators: tuple[Indicator, ...] = JOB) -> Callable[[duckdb.DuckDBPyConnection], Any]:
    """Give what scores rows, into Arrow: faster here than into a table or into NumPy."""
    text = query(indicators)
    return lambda found: found.sql(text).to_arrow_table()


def read(scores: Any) -> Scored:
    """Give what came out."""
    points = {one.id: scores[one.id].to_numpy() for one in JOB}
    return Scored(points, scores["total"].to_numpy(), scores["grade"].to_numpy())


def _points(one: Indicator) -> str:
    exempt = ""
    if isinstance(one, Steps) and one.exempt:
        exempt = f"WHEN {one.above} = 0 AND {one.below} = 0 THEN {one.full} "
    return f"(CASE {exempt}WHEN {one.below} = 0 THEN {UNDEFINED} {_earned(one)} END)"


def _earned(one: Indicator) -> str:
    above, below = one.above, one.below
    match one:
        case Bands():
            sign = ">=" if one.from_above else "<="
            bands = (
                f"WHEN 100 * {above} {sign} {bound} * {below} THEN {points}" for bound, points in one.bands
            )
            return f"{' '.join(bands)} ELSE 0"
        case Share():
            least = f"WHEN 100 * {above} < {one.least} * {below} THEN 0" if one.least else ""
            points = f"({2 * one.full} * {above} + {below}) // (2 * {below})"
            return f"WHEN {above} >= {below} THEN {one.full} {least} ELSE {points}"
        case Steps():
            beyond = f"100 * {above} - {one.limit} * {below}"
            beyond = {"over": f"({beyond})", "under": f"(-({beyond}))", "either": f"abs({beyond})"}[one.side]
            step, most = f"{one.step} * {below}", -(-one.full // one.each)
            if one.part == "none":
                none = f"{beyond} >= {most} * {step}"
                points = f"{one.full} - {one.each} * ({beyond} // ({step}))"
            elif one.part == "whole":
                none = f"{beyond} > {most - 1} * {step}"
                points = f"{one.full - one.each} - {one.each} * (({beyond} - 1) // ({step}))"
            else:
                none = f"{one.each} * {beyond} >= {one.full} * {step}"
                how = counted(one)
                points = f"({how.by_above} * {above} + {how.by_below} * {below}) // ({how.over} * {below})"
            return f"WHEN {beyond} <= 0 THEN {one.full} WHEN {none} THEN 0 ELSE {points}"
