"""A DataFrame of units → a DataFrame of their results, by the table's SQL and the engine on the executors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from jixiao.bulk.batch.asked import asked_of
from jixiao.bulk.batch.kept import kept_names
from jixiao.bulk.batch.scored import result_names
from jixiao.bulk.emit.sql.dialects import DIALECTS, ITERATIONS, MOST_ITERATIONS
from jixiao.bulk.emit.sql.query import counted_query
from jixiao.bulk.spark.columns import Lowered, lowered_for
from jixiao.bulk.spark.plan import Plan
from jixiao.dataclass import dataclass
from jixiao.files.rows.heads import Heads, read_heads
from jixiao.scoring.program.program import Program

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

VIEW = "jixiao_units"
BAD, TOLD = "jixiao_bad", "jixiao_told"
"""Columns of what comes out: why nothing can be made of a row; the counts of a batch, in its first row."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Rows that are scored once somebody asks for them. `lowered`: by which SQL, where that can say all."""

    rows: DataFrame
    heads: Heads
    kept: Mapping[str, int]
    results: tuple[str, ...]
    lowered: Lowered | None


def scored(program: Program, rows: DataFrame, file: str, named: Mapping[str, str]) -> Scored:
    """Score the rows of a DataFrame by a table; raises Refused where its columns are not in order.

    Its result has the columns that are kept, the results as texts, BAD and TOLD.
    """
    from pyspark.sql.types import StringType, StructField, StructType

    heads = read_heads(rows.columns, asked_of(program), file, named)
    results = tuple(result_names(program.ruleset, heads))
    kept = kept_names(heads, results, file)
    rows.createOrReplaceTempView(VIEW)
    lowered = lowered_for(program, rows, heads, VIEW)
    plan = Plan(
        program.ruleset,
        tuple(rows.columns),
        tuple(named.items()),
        file,
        tuple(kept.items()),
        results,
        None if lowered is None else lowered.made,
    )
    source = rows
    if lowered is not None:
        query = counted_query(lowered.made, lowered.relation, DIALECTS["spark"])
        source = _asked(rows.sparkSession, query)
    fields = [StructField(name, rows.schema.fields[at].dataType) for name, at in kept.items()]
    fields += [StructField(name, StringType()) for name in (*results, BAD, TOLD)]
    plain = source.toDF(*(f"c{at}" for at, _ in enumerate(source.columns)))  # it takes no dot in a name
    found = plain.mapInArrow(partial(_score, plan), StructType(fields))
    return Scored(found, heads, kept, results, lowered)


def _asked(session: SparkSession, query: str) -> DataFrame:
    """Give what a query of many layers comes to."""
    before = session.conf.get(ITERATIONS)
    session.conf.set(ITERATIONS, str(MOST_ITERATIONS))
    try:
        return session.sql(query)
    finally:
        session.conf.set(ITERATIONS, before or "")


def _score(plan: Plan, batches: Iterator[Any]) -> Iterator[Any]:
    from jixiao.bulk.spark.executor import score_batches

    return score_batches(plan, batches)
