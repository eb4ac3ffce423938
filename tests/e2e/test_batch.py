"""`jixiao batch`: a table in, a table out, what went wrong beside it, and any row in words."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from shared.bulk.files import read_any, write_text
from shared.bulk.postgres import postgres
from shared.bulk.units import HEADS, case_text, many_rows, write_rules

GOOD = ["9", "10", "30000", "2", "90", "①②", "效果一般", "", "2", "20", "10", "4"]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a folder with rules and a table of units, one of them bad."""
    write_rules(tmp_path)
    write_text(
        tmp_path / "单位.csv", [["单位", *HEADS], ["甲局", *GOOD], ["乙局", "x", *GOOD[1:]], ["丙局", *GOOD]]
    )
    return tmp_path


def test_a_table_is_scored(jixiao, desk: Path) -> None:
    done = jixiao("batch", "jia@2022", "单位.csv", "-o", "得分.csv")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(
        "得分.csv：共 3 行，由程序核算 2 行，由引擎逐行核算 0 行；读不了 1 行，见 得分.csv.bad.csv；每秒 "
    )
    assert [row["单位"] for row in read_any(desk / "得分.csv")] == ["甲局", "丙局"]
    with (desk / "得分.csv.bad.csv").open(encoding="utf-8-sig") as stream:
        [bad] = csv.DictReader(stream)
    assert (bad["数据行"], bad["文件行"], bad["列"], bad["格"]) == ("2", "3", "在职人数（人）", "x")
    write_text(desk / "单位.csv", [["单位", *HEADS], ["甲局", *GOOD]])
    assert jixiao("batch", "jia@2022", "单位.csv", "-o", "得分.csv").returncode == 0
    assert not (desk / "得分.csv.bad.csv").exists()


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_row_is_explained_as_check_explains_its_case(jixiao, desk: Path, form: str) -> None:
    """The same words but for the names of the case and of its file, which a row has not."""
    rows = [row for row in many_rows(80, 5) if row["在职人数（人）"].isdigit() and row["编制数"].isdigit()][
        :6
    ]
    write_text(desk / "单位.csv", [[*HEADS], *(list(row.values()) for row in rows)])
    told = 0
    for number, row in enumerate(rows, 1):
        case = json.loads(case_text(row)) | {
            "案例": f"第 {number} 行",
            "单位": f"第 {number} 行",
            "代码": f"row-{number}",
        }
        for rating in case.get("评定", {}).values():
            rating |= {"评定人": "输入表", "依据": f"第 {number} 行"}
        (desk / "one.yaml").write_text(json.dumps(case, ensure_ascii=False), "utf-8")
        by_row = jixiao("batch", "jia@2022", "单位.csv", "--explain", str(number), "--format", form)
        by_case = jixiao("check", "one.yaml", "--format", form)
        assert by_row.returncode == by_case.returncode
        if by_case.returncode == 0:
            told += 1
            assert _bare(by_row.stdout, form, "单位.csv") == _bare(by_case.stdout, form, "one.yaml")
    assert told > 2


def _bare(text: str, form: str, file: str) -> object:
    if form == "text":
        return text.replace(file, "")
    found = json.loads(text)
    for one in found["results"]:
        one["case"].pop("digest", None)
        one.pop("source", None)
    return json.loads(json.dumps(found).replace(json.dumps(file)[1:-1], ""))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "缺少参数：指标表 输入"),
        (("jia@2022",), "要写两样：指标表和输入的表"),
        (("jia@2022", "单位.csv", "b.csv", "-o", "o.csv"), "多出来的是“b.csv”"),
        (("jia@2022", "单位.csv"), "缺少选项 -o"),
        (("jia@2022", "单位.csv", "-o", "o.docx"), "认不出要写哪一种文件"),
        (("jia@2022", "单位.csv", "-o", "rules.csv"), "“rules.csv”是文件夹"),
        (("jia@2022", "单位.csv", "-o", "单位.csv"), "不能把结果写到输入文件"),
        (
            ("jia@2022", "单位.csv", "-o", "o.csv", "--engine", "fast"),
            "选项 --engine 不能是“fast”，可用：local",
        ),
        (("jia@2022", "单位.csv", "-o", "o.csv", "--explain", "1"), "--explain 只说明一行，不写文件"),
        (("jia@2022", "单位.csv", "--explain", "0"), "应为正整数"),
        (("jia@2022", "单位.csv", "--explain", "9"), "没有第 9 行，表头以下共 3 行"),
        (("jia@2022", "单位.csv", "--explain", "2"), "“x”不是可以精确读取的数字"),
        (("no@2022", "单位.csv", "-o", "o.csv"), "没有指标表“no@2022”"),
        (("jia@2022", "gone.csv", "-o", "o.csv"), "找不到文件"),
        (("jia@2022", "单位.csv", "-o", "o.csv", "--map", "gone.yaml"), "找不到文件"),
        (("jia@2022", "单位.csv", "-o", "no/folder/o.csv"), ""),
    ],
)
def test_what_can_not_be_done_is_told_and_writes_nothing(jixiao, desk: Path, words, message) -> None:
    (desk / "rules.csv").mkdir()
    before = {path.name for path in desk.iterdir()}
    done = jixiao("batch", *words)
    if message:
        assert (done.returncode, done.stdout) == (2, "")
        assert message in done.stderr
        assert {path.name for path in desk.iterdir()} == before
    else:
        assert done.returncode in (1, 2)  # folders on the way are made, as for other files
    assert "Traceback" not in done.stderr


def test_an_output_that_can_not_be_written_is_told(jixiao, desk: Path) -> None:
    """What is there is no database; a file stands where a folder should."""
    (desk / "a.duckdb").write_bytes(b"no database at all" * 1_000)
    done = jixiao("batch", "jia@2022", "单位.csv", "-o", "a.duckdb")
    assert done.returncode == 2
    assert "a.duckdb：这不是 DuckDB 文件，写不进去" in done.stderr
    (desk / "file").write_bytes(b"")
    done = jixiao("batch", "jia@2022", "单位.csv", "-o", "file/o.csv")
    assert (done.returncode, "写不了“file/o.csv”：路径里有一段不是文件夹" in done.stderr) == (2, True), (
        done.stderr
    )


def test_heads_that_are_nearly_something_are_told_first(jixiao, desk: Path) -> None:
    write_text(desk / "单位.csv", [[*HEADS, "年初预算额"], [*GOOD, "3"]])
    done = jixiao("batch", "jia@2022", "单位.csv", "-o", "o.csv")
    assert done.returncode == 0
    assert "提醒：单位.csv:1:13：列“年初预算额”没有用上，是否为“年初预算”" in done.stderr


def test_a_table_of_a_server(jixiao, desk: Path) -> None:
    with postgres() as connection:
        connection.execute(
            'CREATE TABLE 单位 ("单位" text, "在职人数" int, "编制数" numeric(9,1), "年初预算" float8)'
        )
        connection.execute("INSERT INTO 单位 VALUES ('甲局', 9, 10.0, 0.1), ('乙局', NULL, 10, 3)")
        address = f"postgresql:///postgres?host={connection.info.host}&user=jixiao::public.单位"
        done = jixiao("batch", "jia@2022", address, "-o", "o.csv")
        assert done.returncode == 0, done.stderr
        rows = read_any(desk / "o.csv")
        assert [(row["单位"], row["staff_low"], row["staff_high"]) for row in rows] == [
            ("甲局", "10", "10"),
            ("乙局", "0", "10"),
        ]
        gone = jixiao("batch", "jia@2022", address + "x", "-o", "p.csv")
        assert gone.returncode == 2
        assert "数据库没有给出数据" in gone.stderr
