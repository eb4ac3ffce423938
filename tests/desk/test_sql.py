"""A table as a query: the columns that are asked for, what is said above it, and ratings in words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import duckdb
import pytest
from hypothesis import given, strategies as st

from jixiao.bulk.batch.asked import asked_of
from jixiao.bulk.batch.row_case import RowCases
from jixiao.bulk.warehouse.possible import possible_text
from jixiao.desk.rules import find_table, open_rules
from jixiao.desk.sql import sql
from jixiao.files.rows.heads import read_heads
from jixiao.model.diagnostic import Refused
from jixiao.model.impossible import why_impossible
from jixiao.quantity import Quantity, find_unit
from jixiao.scoring.program.program import compile_ruleset
from shared.bulk.rows import by_engine

TABLE = "huaihua-department"
RATED = "行政效能.等级"


def head_of(query: str) -> str:
    return "\n".join(line for line in query.splitlines() if line.startswith("-- "))


def test_the_head_says_what_is_read_and_what_is_not_said() -> None:
    found = head_of(sql(TABLE, "postgres", relation="财政.决算"))
    assert "huaihua-department@2022" in found
    assert "读 财政.决算，一个单位一行" in found
    assert "--   年初预算　元，最多 2 位小数" in found
    assert "--   编制数　人，整数" in found
    assert "没有评定的列，得分是从最低到最高：管理制度健全性" in found


def test_columns_are_read_as_batch_reads_heads() -> None:
    found = sql(TABLE, columns=["年初预算（万元）:2", "本年追加预算"])
    assert "--   年初预算（万元）　万元，最多 2 位小数" in found
    assert 'r."年初预算（万元）"' in found
    assert "--   本年追加预算　万元，最多 6 位小数" in found


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (["年初预算", "年初预算（元）"], "“年初预算”有两列"),
        (["年初预算（人）"], "不能是“人”"),
        (["年初预算", "月亮"], "没有“月亮”"),
        (["年初预算:99"], "最多写 12 位"),
        (["年初预算", "自评总分"], "自评"),
    ],
)
def test_columns_that_cannot_be_are_refused(columns: list[str], said: str) -> None:
    with pytest.raises(Refused, match=said):
        sql(TABLE, columns=columns)


def test_an_unknown_dialect_is_refused() -> None:
    with pytest.raises(Refused, match="没有名为“oracle”的 SQL 方言"):
        sql(TABLE, "oracle")


def test_ratings_in_words_are_scored_as_check_does() -> None:
    """Every word that the sentence knows, none, and one that it does not know."""
    program = compile_ruleset(find_table(TABLE, open_rules()))
    columns = ["在职人员数", "编制数", RATED]
    query = sql(TABLE, columns=columns)
    heads = read_heads(columns, asked_of(program), "行")
    cases = RowCases(program.ruleset, heads, "行")
    words = ["效果较好", "效果一般", "无效果或者效果不明显", None, "很好"]
    database = duckdb.connect()
    database.execute(f'CREATE TABLE units (在职人员数 INT, 编制数 INT, "{RATED}" VARCHAR)')
    database.executemany("INSERT INTO units VALUES (21, 20, ?)", [[word] for word in words])
    done = database.execute(query)
    names = [one[0] for one in done.description or ()]
    found = {row[RATED]: row for row in (dict(zip(names, one, strict=True)) for one in done.fetchall())}
    assert found["很好"]["engine"]
    assert found["很好"]["score_low"] is None
    for word in words[:-1]:
        told = by_engine(program, cases.case(["21", "20", word], 1, 1).whole)
        row = found[word]
        assert not row["engine"]
        assert (Fraction(row["score_low"]), Fraction(row["score_high"])) == (told.low, told.high)
        assert Fraction(row["efficiency_low"]) == told.rules["行政效能"].low
        assert row["efficiency_why"] == ("not-judged" if word is None else "judged")


def test_what_only_the_engine_can_say_is_named() -> None:
    found = sql(TABLE, columns=["在职人员数", "编制数", "管理制度健全性.符合"])
    assert "只有引擎能算，所有行的 engine 都是真：管理制度健全性" in head_of(found)
    database = duckdb.connect()
    database.execute('CREATE TABLE units (在职人员数 INT, 编制数 INT, "管理制度健全性.符合" VARCHAR)')
    database.execute("INSERT INTO units VALUES (1, 2, '是')")
    done = database.execute(found)
    row = dict(zip([one[0] for one in done.description or ()], done.fetchone() or (), strict=True))
    assert row["engine"]
    assert row["score_low"] is None


def test_doubles_and_numbers_with_more_decimals_are_never_rounded() -> None:
    """A float that is no decimal of so many places, and a cent of a cent, rest with the engine."""
    query = sql(TABLE, columns=["年初预算（元）", "本年追加预算（元）"])
    database = duckdb.connect()
    for kind, values, engine in (
        ("DOUBLE", (0.1, 0.3, 0.1 + 0.2, 1e-9, float("nan"), 1e300), [False, False, True, True, True, True]),
        ("DECIMAL(20,6)", (Decimal("0.10"), Decimal("0.100001"), Decimal(1)), [False, True, False]),
    ):
        database.execute(
            f'CREATE OR REPLACE TABLE units ("年初预算（元）" {kind}, "本年追加预算（元）" {kind})'
        )
        database.executemany("INSERT INTO units VALUES (?, 1)", [[one] for one in values])
        names = [one[0] for one in database.execute(query).description or ()]
        found = [row[names.index("engine")] for row in database.execute(query).fetchall()]
        assert found == engine, kind


@given(
    st.sampled_from(
        ["满意度", "预算变动率", "在职人员数", "平均人数", "人员增减数", "年初预算", "公众满意率"]
    ),
    st.sampled_from(["%", "人", "万元", "万人", ""]),
    st.integers(-300, 300) | st.sampled_from([1000, 1001, 999, 100, 101]),
    st.sampled_from([1, 10, 100]),
)
def test_what_can_be_is_what_the_model_says(name: str, unit: str, above: int, below: int) -> None:
    value, of = Fraction(above, below), find_unit(unit)
    condition = possible_text(name, of)
    decimal = f"CAST({Decimal(above) / below} AS DECIMAL(18, 4))"
    [[holds]] = duckdb.sql(f"SELECT {condition.format(decimal) or 'TRUE'}").fetchall()
    assert holds == (why_impossible(name, Quantity(value, of)) is None), (condition, value)
