"""The databases that a query can be written for."""

from __future__ import annotations

from jixiao.bulk.emit.sql.dialect import Sql


class DuckDB(Sql):
    """DuckDB, from 1.2 on. Its `//` cuts off, and dividing by nothing raises."""

    name = "duckdb"
    quotient = "//"


class Postgres(Sql):
    """PostgreSQL, from 13 on. Without a fence it would write each layer out wherever the next asks for a column."""

    name = "postgres"
    fence = "OFFSET 0"
    text_type = "text"
    big_type = "numeric"
    most_big = "1e300"

    def matches(self, cell: str, pattern: str) -> str:
        return f"{cell} ~ {self.text(pattern)}"

    def all_of(self, cell: str) -> str:
        return f"({cell}).*"

    def exactly(self, above: str, below: str, *, big: bool = False, cut: bool = False) -> str:
        return f"div({above}, {below})" if big else super().exactly(above, below)


class Spark(Sql):
    """Spark SQL, from 3.4 on. It has no greatest common divisor, and of large numbers no division that cuts off."""

    name = "spark"
    quote = "`"
    quotient = "div"
    text_type = "STRING"
    big_type = "DECIMAL(38, 0)"
    most_big = "1e30"  # a quotient keeps 32 digits before the point

    def text(self, of: str) -> str:
        escaped = of.replace("\\", "\\\\").replace("'", "\\'")
        return f"'{escaped}'"

    def matches(self, cell: str, pattern: str) -> str:
        return f"{cell} RLIKE {self.text(pattern)}"

    def row(self, alias: str) -> str:
        return f"struct({alias}.*)"

    def loose(self, number: str) -> str:
        return f"CAST({number} AS DOUBLE)"

    def greatest_divisor(self, one: str, other: str, *, big: bool = False) -> str:
        if not big:
            return _euclid(one, other)
        small = " AND ".join(f"abs({part}) < {FITS}" for part in (one, other))
        quick = _euclid(*(f"CAST({part} AS BIGINT)" for part in (one, other)))
        return f"CASE WHEN {small} THEN {self.big(quick)} ELSE {_euclid(one, other)} END"

    def exactly(self, above: str, below: str, *, big: bool = False, cut: bool = False) -> str:
        if not big:
            return super().exactly(above, below)
        whole = f"({above} - {above} % {below})" if cut else above
        return f"CAST({whole} / {below} AS DECIMAL(38, 0))"


ITERATIONS, MOST_ITERATIONS = "spark.sql.analyzer.maxIterations", 1_000
"""Spark's setting for how often it looks at a query to find out what its columns are: some three times for each layer."""
FEW_LAYERS = 20
"""So many layers are found out with what is usual, 100."""
FITS = 9 * 10**18
"""Numbers below it have 64 bits."""


def _euclid(one: str, other: str) -> str:
    """Write Euclid's algorithm as a fold of Spark's: it takes fewer than 5 steps for each digit, and 3."""
    start = f"named_struct('a', {one}, 'b', {other})"
    step = "IF(s.b = 0, s, named_struct('a', s.b, 'b', s.a % s.b))"
    most = f"5 * length(CAST({other} AS STRING)) + 3"
    return f"aggregate(sequence(1, {most}), {start}, (s, i) -> {step}, s -> abs(s.a))"


DIALECTS: dict[str, Sql] = {one.name: one for one in (DuckDB(), Spark(), Postgres())}
"""The dialects by name."""
