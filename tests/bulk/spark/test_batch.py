"""`batch --engine spark`: the same results as on this machine, whatever is killed meanwhile."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from jixiao.bulk.spark.scored import BAD, scored
from jixiao.bulk.table import lower_table
from jixiao.bulk.vector import score
from jixiao.bulk.warehouse.asked import grains_of, loose_of, usual_columns
from jixiao.desk.batch import batch
from jixiao.desk.rules import find_table, open_rules
from jixiao.model.diagnostic import BadQuestion
from jixiao.quantity import decimal_text
from jixiao.scoring.program.program import Program, compile_ruleset
from shared.bulk import cluster
from shared.bulk.many import Many, written
from shared.bulk.rows import by_engine, project_of
from shared.bulk.spark import spark_or_skip

TABLE = "huaihua-department"
MANY, FEW = 20_000, 400
BY_ENGINE = 60
"""Rows scored by the engine here too."""
CSV = """\
单位,在职人员数,编制数,年初预算（万元）,本年追加预算（万元）,三公经费预算（万元）,三公经费决算（万元）,满意度（%）,行政效能.等级,自评总分
甲局,17,19,225.18,69.94,30,25.12,95,效果较好,98
"乙局“""本级""”
（一）",21,20,"1,225.18",0,30,31,89.5,效果一般,88.5
丙局,x,20,100,0,30,31,89.5,,
丁局,20,20,100,30.0001,,31,,无效果或者效果不明显,
戊局,20,20,100,30,0.5,31,79.999,很好,100
己局,20,0,无,30,1e3,31,101,,61.5
"""


def expected(program: Program, many: Many) -> list[dict[str, object]]:
    columns = many.columns
    table = lower_table(program, grains_of(columns), loose=loose_of(columns))
    return written(table, score(table, many.frame(table)))


def assert_scored(program: Program, many: Many, rows: Sequence[dict]) -> None:
    """Every row is as the program has it, or else as the engine has it."""
    assert sorted(row["place"] for row in rows) == list(range(many.count))
    results = expected(program, many)
    looked_at = 0
    for row in rows:
        assert not row.get(BAD)
        like = results[row["place"]]
        if like.pop("engine"):
            if looked_at < BY_ENGINE:
                looked_at += 1
                told = by_engine(program, project_of(many.cells(row["place"])))
                assert (row["score_low"], row["score_high"]) == (
                    decimal_text(told.low),
                    decimal_text(told.high),
                )
            assert row["score_low"]
        else:
            assert {name: row[name] for name in like} == like, row["place"]
    assert looked_at == BY_ENGINE or many.count < MANY


def test_many_rows(a_spark, tmp_path: Path) -> None:
    program = compile_ruleset(find_table(TABLE, open_rules()))
    many = Many(usual_columns(program), MANY)
    many.to_parquet(tmp_path / "units.parquet", heads=True)
    found = scored(program, a_spark.session.read.parquet(str(tmp_path / "units.parquet")), "units", {})
    assert found.lowered is not None
    rows = found.rows.toArrow().to_pylist()
    assert_scored(program, many, rows)


@pytest.mark.parametrize("end", [".parquet"])
def test_a_file_is_the_same_as_here(interpreted, tmp_path: Path, end: str) -> None:
    """Numbers of every kind, words that nobody knows, line breaks, and rows that can't be read."""
    source = tmp_path / "units.csv"
    source.write_text(CSV, "utf-8")
    here = batch(TABLE, source, tmp_path / f"here{end}")
    there = batch(TABLE, source, tmp_path / f"there{end}", engine="spark")
    assert (tmp_path / f"there{end}").read_bytes() == (tmp_path / f"here{end}").read_bytes()
    assert (there.tally.bad, there.tally.rows) == (here.tally.bad, here.tally.rows)
    with (tmp_path / f"there{end}.bad.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["单位"] for row in csv.DictReader(stream)] == ["丙局", "戊局", "己局"]


def test_a_worker_that_is_killed_changes_nothing(tmp_path: Path) -> None:
    spark_or_skip()
    program = compile_ruleset(find_table(TABLE, open_rules()))
    many = Many(usual_columns(program), FEW)
    many.to_parquet(tmp_path / "units.parquet", heads=True)
    words = [tmp_path / "units.parquet", tmp_path / "out.csv", TABLE]
    done = subprocess.run(
        [sys.executable, cluster.__file__, *map(str, words)],
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert "killed 1 of 2 after" in done.stdout
    rows = [{**row, "place": int(row["place"])} for row in read_folder(tmp_path / "out.csv")]
    assert_scored(program, many, rows)


def read_folder(folder: Path) -> list[dict[str, str]]:
    """The rows of a folder of CSV, in the order of its parts."""
    rows: list[dict[str, str]] = []
    for part in sorted(folder.glob("part-*.csv")):
        with part.open(encoding="utf-8", newline="") as stream:
            rows += csv.DictReader(stream)
    return rows


@pytest.mark.parametrize("end", [".csv", ""])
def test_a_folder_holds_the_same(interpreted, tmp_path: Path, end: str) -> None:
    """Where a cluster writes: a folder of CSV or Parquet, marked as whole; bad rows beside it."""
    source = tmp_path / "units.csv"
    source.write_text(CSV, "utf-8")
    folder = tmp_path / f"there{end}"
    done = batch(TABLE, source, folder.as_uri(), engine="spark")
    assert (folder / "_SUCCESS").exists()
    if end:
        batch(TABLE, source, tmp_path / "here.csv")
        with (tmp_path / "here.csv").open(encoding="utf-8-sig", newline="") as stream:
            assert read_folder(folder) == list(csv.DictReader(stream))
    else:
        batch(TABLE, source, tmp_path / "here.parquet")
        assert pq.read_table(folder).equals(pq.read_table(tmp_path / "here.parquet"))
    assert done.bad == f"{folder.as_uri()}.bad"
    bad = read_folder(tmp_path / f"there{end}.bad")
    assert [row["单位"] for row in bad] == ["丙局", "戊局", "己局"]
    with pytest.raises(BadQuestion, match="已经有了"):
        batch(TABLE, source, folder.as_uri(), engine="spark")
