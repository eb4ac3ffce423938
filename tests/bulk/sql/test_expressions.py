"""Every dialect comes to what Python comes to, whatever the expression and the row."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings, strategies as st

from jixiao.bulk.emit.sql.query import steps_query
from jixiao.bulk.emit.sql.source import Relation, Wholes
from jixiao.bulk.emit.sql.steps import layers
from jixiao.bulk.program import Step
from jixiao.bulk.run import number
from jixiao.bulk.whole import Choose, Column, Const, Floor, Known, Less, Product, Sum
from shared.bulk.databases import Database
from shared.bulk.expressions import LARGEST, NAMES, is_bounded, rows, wholes

RELATION = Relation("numbers", {name: Wholes(name) for name in NAMES}, kept=("place",))
TYPES = dict.fromkeys(("place", *NAMES), "BIGINT")
FEW = settings(
    max_examples=max(settings.default.max_examples // 4, 5),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
bounded = wholes().filter(is_bounded)
programs = st.lists(bounded, min_size=1, max_size=12)
several = st.lists(rows, min_size=1, max_size=20)


def assert_same(database: Database, expressions: Sequence, some_rows: Sequence[dict]) -> None:
    steps = [Step(f"步{place}", one) for place, one in enumerate(expressions)]
    database.put("numbers", [{"place": place, **row} for place, row in enumerate(some_rows)], TYPES)
    found = {row["place"]: row for row in database.asked(steps_query(steps, RELATION, LARGEST, database.sql))}
    assert len(found) == len(some_rows)
    for place, row in enumerate(some_rows):
        for step in steps:
            assert found[place][step.name] == number(step.whole, row), (step, row)


@FEW
@given(programs, several)
def test_duckdb(duck: Database, expressions, some_rows) -> None:
    assert_same(duck, expressions, some_rows)


@FEW
@given(programs, several)
def test_postgres(a_postgres: Database, expressions, some_rows) -> None:
    assert_same(a_postgres, expressions, some_rows)


def test_spark(a_spark: Database) -> None:
    """Many expressions over many rows in one query: a query of Spark's takes seconds."""
    expressions, some_rows = [], []

    @settings(max_examples=150, database=None, suppress_health_check=list(HealthCheck))
    @given(bounded, rows)
    def gather(expression, row) -> None:
        if not isinstance(expression, Column | Const):
            expressions.append(expression)
        some_rows.append(row)

    gather()
    assert len(expressions) > 60
    assert_same(a_spark, expressions[:60], some_rows)


@given(programs, several)
def test_steps_of_their_own_change_nothing(expressions, some_rows) -> None:
    """What is asked for twice has a column of its own, before it is asked for."""
    steps = [Step(f"步{place}", one) for place, one in enumerate(expressions)]
    for row in some_rows:
        known: dict[str, int | None] = dict(row)
        for layer in layers(steps):
            known |= {step.name: number(step.whole, known) for step in layer}
        assert all(known[step.name] == number(step.whole, row) for step in steps)


def test_a_floor_divides_columns_and_numbers_alone() -> None:
    """Its sides are written out several times, and would grow from floor to floor."""
    inner = Floor(Sum((Column("甲"), Column("乙"))), Product(Column("丙"), Column("丁")))
    [first, *_, last] = layers([Step("步", Floor(inner, Choose(Known("甲"), Column("甲"), Const(1))))])
    assert {one.name for one in first} == {"步:1", "步:2", "步:3"} or len(first) >= 2
    assert all(isinstance(side, Column | Const) for side in (last[0].whole.above, last[0].whole.below))


def test_what_is_asked_for_twice_is_worked_out_once() -> None:
    large = Sum((Column("甲"), Column("乙"), Column("丙"), Column("丁")))
    steps = [Step("步", Choose(Less(large, Const(0)), Const(0), large)), Step("又", Product(large, large))]
    found = [one for layer in layers(steps) for one in layer]
    assert [one.whole for one in found].count(large) == 1
