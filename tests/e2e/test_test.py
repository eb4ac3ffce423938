"""`jixiao test`: exit statuses, what stands on which stream, JUnit, files rewritten."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from shared.cases.desk import CASE, TABLE, write_desk

WRONG = ("扣分: 10", "扣分: 9")


@pytest.fixture
def desk(folder: Path) -> Path:
    """Give the folder with a small table and a case that expects the right things."""
    write_desk(folder)
    return folder


def spoil(desk: Path, old: str = WRONG[0], new: str = WRONG[1]) -> Path:
    path = desk / "cases" / "case.yaml"
    path.write_text(CASE.replace(old, new), "utf-8")
    return path


def test_all_right_is_0(jixiao, desk: Path) -> None:
    done = jixiao("test")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "核对了 1 个案例的 16 条预期、1 张表的 9 条例：全部相符\n"


def test_the_projects_own_cases_and_tables_are_right(jixiao) -> None:
    root = Path(__file__).parents[2]
    done = jixiao("test", str(root / "cases"), "--rules", str(root / "rules"))
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_a_failure_is_1_and_says_why(jixiao, desk: Path) -> None:
    spoil(desk)
    done = jixiao("test", COLUMNS="120")
    assert (done.returncode, done.stderr) == (1, "")
    first, second, third, *_ = done.stdout.splitlines()
    assert first == "cases/case.yaml:20:42 不符 指标“人员控制率”的扣分"
    assert second == "    应为 9，实为 10"
    assert "在职人数 11 人 ÷ 编制数 10 人＝110%" in third
    assert done.stdout.splitlines()[-1].endswith("24 条相符，1 条不符")


@pytest.mark.parametrize("form", ["text", "json"])
def test_bad_input_is_2_and_the_rest_is_tried(jixiao, desk: Path, form: str) -> None:
    done = jixiao("test", "none.yaml", "broken.yaml", "cases", "--format", form)
    assert done.returncode == 2
    assert [line.partition("：")[0] for line in done.stderr.splitlines()] == ["none.yaml", "broken.yaml:2:5"]
    assert "16" in done.stdout
    if form == "json":
        document = json.loads(done.stdout)
        assert [error["file"] for error in document["errors"]] == ["none.yaml", "broken.yaml"]


@pytest.mark.parametrize("words", [("--format", "xml"), ("--fix",), ("--rules",), ("--junit",), ("",)])
def test_misuse_is_2(jixiao, words: tuple[str, ...]) -> None:
    done = jixiao("test", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("用法见 jixiao test --help\n")


def test_misuse_is_a_document_too(jixiao) -> None:
    done = jixiao("test", "--fix", "--format", "json")
    assert json.loads(done.stdout)["errors"][0]["message"].startswith("不认识的选项")


def test_without_cases_the_tables_are_tried(jixiao, desk: Path) -> None:
    (desk / "cases" / "case.yaml").unlink()
    (desk / "cases").rmdir()
    done = jixiao("test")
    assert (done.returncode, done.stdout) == (0, "核对了 0 个案例的 0 条预期、1 张表的 9 条例：全部相符\n")


def test_update_shows_what_it_changes_and_changes_nothing_else(jixiao, desk: Path) -> None:
    path = spoil(desk)
    done = jixiao("test", "--update")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "cases/case.yaml:20 9 → 10"
    assert path.read_text("utf-8") == CASE
    assert jixiao("test").returncode == 0
    assert jixiao("test", "--update").stdout.count("→") == 0


def test_update_says_what_it_cannot_change(jixiao, desk: Path) -> None:
    path = spoil(desk, "[差]", "[优]")
    before = path.read_bytes()
    done = jixiao("test", "--update")
    assert done.returncode == 1
    assert "--update 不改" in done.stdout
    assert path.read_bytes() == before


def test_update_keeps_encoding_and_line_ends(jixiao, desk: Path) -> None:
    path = desk / "cases" / "case.yaml"
    wrong = CASE.replace(*WRONG).replace("\n", "\r\n")
    path.write_bytes(wrong.encode("gb18030"))
    assert jixiao("test", "--update").returncode == 0
    assert path.read_bytes() == CASE.replace("\n", "\r\n").encode("gb18030")


def test_a_file_that_may_not_be_written_is_2(jixiao, desk: Path, monkeypatch) -> None:
    path = spoil(desk)
    (desk / "cases" / "full").mkdir()
    target = Path("/dev/full")
    if not target.exists():
        pytest.skip("no /dev/full")
    done = jixiao("test", "--junit", str(target))
    assert done.returncode == 2
    assert "写不了" in done.stderr
    assert path.read_text("utf-8") == CASE.replace(*WRONG)


def test_update_in_a_document_says_what_it_changed(jixiao, desk: Path) -> None:
    spoil(desk)
    document = json.loads(jixiao("test", "--update", "--format", "json").stdout)
    [changed] = [one for one in document["results"] if "changes" in one]
    assert (changed["passed"], changed["changes"][0]["new"]) == (True, "10")
    assert document["summary"]["failed"] == 0


def test_junit_goes_into_a_file_of_its_own(jixiao, desk: Path) -> None:
    spoil(desk)
    done = jixiao("test", "--junit", "结果.xml")
    assert done.returncode == 1
    root = Xml.parse(desk / "结果.xml").getroot()
    assert (root.get("tests"), root.get("failures")) == ("25", "1")


@pytest.mark.parametrize("option", ["-o", "--junit"])
def test_no_input_is_written_over(jixiao, desk: Path, option: str) -> None:
    done = jixiao("test", option, "cases/case.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert (desk / "cases" / "case.yaml").read_text("utf-8") == CASE
    assert jixiao("test", option, "rules/甲/table.yaml").returncode == 2
    assert (desk / "rules" / "甲" / "table.yaml").read_text("utf-8") == TABLE


# ── Coverage ─────────────────────────────────────────────────────────────────────────────────────


def test_coverage_names_what_was_never_reached(jixiao, desk: Path) -> None:
    done = jixiao("test", "--coverage", COLUMNS="80")
    assert (done.returncode, done.stderr) == (0, "")
    assert "jia@2022：案例到过 35%，连同例 92%" in done.stdout
    assert "没有到过 “没有效果的得0分”" in done.stdout
    assert "没有试过 100%（刚低于、刚高于）" in done.stdout
    assert done.stdout.splitlines()[-1].endswith("全部相符")


@pytest.mark.parametrize(("least", "status"), [("92", 0), ("90%", 0), ("93", 1), ("100", 1)])
def test_less_than_the_least_is_1(jixiao, desk: Path, least: str, status: int) -> None:
    done = jixiao("test", "--min", least)
    assert done.returncode == status
    assert done.stderr == ("评分标准的条款用到了 92%，没有达到 " + least + "%\n" if status else "")


@pytest.mark.parametrize("least", ["101", "-1", "九十", "9.5", "1000"])
def test_what_is_no_percentage_is_2(jixiao, least: str) -> None:
    assert jixiao("test", f"--min={least}").returncode == 2


def test_coverage_in_json(jixiao, desk: Path) -> None:
    coverage = json.loads(jixiao("test", "--coverage", "--format", "json").stdout)["coverage"]
    assert (coverage["parts"], coverage["reached"], coverage["percent"]) == (14, 13, "92.85")
    [table] = coverage["tables"]
    first = table["indicators"][0]
    assert (first["id"], first["file"]) == ("staff", "rules/甲/table.yaml")
    assert first["thresholds"][0] == {
        "value": "1",
        "text": "100%",
        "below": False,
        "at": True,
        "above": False,
    }


# ── Mutation ─────────────────────────────────────────────────────────────────────────────────────


def test_mutation_gives_what_to_paste(jixiao, desk: Path) -> None:
    bare = "\n".join(line for line in TABLE.splitlines() if "例: {" not in line)
    (desk / "rules" / "甲" / "table.yaml").write_text(f"{bare}\n", "utf-8")
    done = jixiao("test", "--mutate", "jia@2022", COLUMNS="80")
    assert (done.returncode, done.stderr) == (0, "")
    assert "处改动没有发现" in done.stdout
    assert "加在里面）：\n    例:\n      " in done.stdout
    assert done.stdout.splitlines()[-2].startswith("改动 ")
    assert jixiao("test", "--mutate").stdout.splitlines()[-1].endswith("全部相符")


def test_mutation_in_json(jixiao, desk: Path) -> None:
    found = json.loads(jixiao("test", "--mutate", "--format", "json").stdout)["mutation"]
    assert found["survived"] == len(found["survivors"])
    assert {one["source"] for one in found["survivors"]} <= {
        "standard",
        "qualitative",
        "formula",
        "exemption",
    }
    assert {one["notices"] for one in found["survivors"]} <= {"example", "case"}
    assert all(one["paste"] for one in found["survivors"])


def test_mutation_of_a_table_that_is_not_there_is_2(jixiao, desk: Path) -> None:
    done = jixiao("test", "--mutate", "none@2022")
    assert done.returncode == 2
    assert "没有指标表“none@2022”" in done.stderr
