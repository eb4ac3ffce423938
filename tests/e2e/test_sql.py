"""`jixiao sql`: what is printed runs as it is."""

from __future__ import annotations

from pathlib import Path

import duckdb


def test_what_is_printed_runs(jixiao, tmp_path: Path) -> None:
    done = jixiao(
        "sql",
        "huaihua-department@2022",
        "--columns",
        "在职人员数，编制数",
        "--from",
        "单位",
        "--keep",
        "名称",
    )
    assert (done.returncode, done.stderr) == (0, "")
    database = duckdb.connect()
    database.execute("CREATE TABLE 单位 AS SELECT '甲局' AS 名称, 21 AS 在职人员数, 20 AS 编制数")
    found = database.execute(done.stdout)
    row = dict(zip([one[0] for one in found.description or ()], found.fetchone() or (), strict=True))
    assert row["名称"] == "甲局"
    assert str(row["staff-control_low"]) == "2.5"
    assert row["engine"] is False


def test_a_file_is_written(jixiao) -> None:
    done = jixiao("sql", "huaihua-department@2022", "--dialect", "spark", "-o", "核算.sql")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_cannot_be_is_refused_in_words(jixiao) -> None:
    for words, said in (
        (["huaihua-department@2022", "--dialect", "oracle"], "不能是“oracle”"),
        (["huaihua-department@2022", "--columns", "年初预算（人）"], "不能是“人”"),
        (["没有的表"], "没有指标表“没有的表”"),
        (["huaihua-department@2022", "再来"], "再来"),
        ([], "缺少参数"),
    ):
        done = jixiao("sql", *words)
        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr
        assert "Traceback" not in done.stderr
