"""`jixiao lint`: exit statuses, what stands on which stream, three formats."""

from __future__ import annotations

import json
import resource
import tomllib
from pathlib import Path
from shutil import copytree

import pytest

from jixiao.desk.lint import lint_codes
from jixiao.files import lint_page

ROOT = Path(__file__).parents[2]
BAD = (
    "评分标准: 以100%为标准。在职人员控制率≤100%，计5分",
    "评分标准: 以100%为标准。在职人员控制率≤100%，计8分",
)
FILES = len(list((ROOT / "rules").rglob("*.yaml")))
"""Files of the project's rules."""
LIMIT = 2.0
"""Seconds that a run over the project's rules may take; it takes about 0.6."""


@pytest.fixture
def rules(folder: Path) -> Path:
    """Give a copy of the rules in the folder, which a test may spoil."""
    return Path(copytree(ROOT / "rules", folder / "rules"))


def spoil(rules: Path) -> None:
    """Make one sentence say other points than its indicator has."""
    path = rules / "huaihua/department-2022.yaml"
    path.write_text(path.read_text("utf-8").replace(*BAD), "utf-8")


# ── Exit status ──────────────────────────────────────────────────────────────────────────────────


def test_warnings_and_infos_are_0(jixiao, rules: Path) -> None:
    done = jixiao("lint")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].startswith(f"检查了 {FILES} 个文件：警告 1，提示 ")


def test_an_error_is_1(jixiao, rules: Path) -> None:
    spoil(rules)
    done = jixiao("lint", COLUMNS="120")
    assert (done.returncode, done.stderr) == (1, "")
    first, excerpt, carets, message = done.stdout.splitlines()[:4]
    assert first == "rules/huaihua/department-2022.yaml:20:20 错误 points-misfit 句中的分数与分值不符"
    assert "在职人员控制率≤100%，计8分" in excerpt
    assert set(carets.strip()) == {"│", " ", "^"}
    assert message.strip().startswith("分值5与句中8分不符")


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_a_path_that_is_not_there_is_2_and_the_others_are_looked_at(jixiao, rules: Path, form: str) -> None:
    done = jixiao("lint", "none.yaml", "rules", "--format", form)
    assert (done.returncode, done.stderr) == (2, "none.yaml：找不到文件或文件夹，请核对路径\n")
    assert "grade-gap" in done.stdout


@pytest.mark.parametrize("words", [("--format", "xml"), ("--fix",), ("--rules",), ("",)])
def test_misuse_is_2(jixiao, words: tuple[str, ...]) -> None:
    done = jixiao("lint", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("用法见 jixiao lint --help\n")


def test_rules_that_are_not_there_are_2(jixiao) -> None:
    done = jixiao("lint", "--rules", "none")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "none：找不到文件夹，请核对路径\n")


def test_without_rules_here_it_looks_at_those_that_came_with_it(jixiao) -> None:
    assert jixiao("lint").returncode == 0


# ── Formats ──────────────────────────────────────────────────────────────────────────────────────


def test_json_says_where_and_what(jixiao, rules: Path) -> None:
    spoil(rules)
    document = json.loads(jixiao("lint", "rules", "--format", "json").stdout)
    assert document["format"] == "jixiao.lint/1"
    assert document["summary"]["error"] == 1
    [error] = [one for one in document["findings"] if one["level"] == "error"]
    assert (error["code"], error["file"], error["line"]) == (
        "points-misfit",
        "rules/huaihua/department-2022.yaml",
        20,
    )
    assert (error["indicator"], error["table"]) == ("在职人员控制率", "huaihua-department@2022")
    assert error["text"] == "在职人员控制率≤100%，计8分"
    assert error["end_column"] - error["column"] == len(error["text"])


def test_sarif_is_one_document(jixiao, rules: Path) -> None:
    spoil(rules)
    done = jixiao("lint", "--format", "sarif")
    [run] = json.loads(done.stdout)["runs"]
    assert done.returncode == 1
    assert [one["ruleId"] for one in run["results"] if one["level"] == "error"] == ["points-misfit"]


def test_misuse_in_json_is_a_document(jixiao) -> None:
    done = jixiao("lint", "--format", "json", "--nonsense")
    assert done.returncode == 2
    assert json.loads(done.stdout)["errors"][0]["message"].startswith("不认识的选项“--nonsense”")


@pytest.mark.parametrize("words", [("--format", "sarif", "--nonsense"), ("--nonsense", "--format=sarif")])
def test_misuse_in_sarif_is_a_document(jixiao, words: tuple[str, ...]) -> None:
    done = jixiao("lint", *words)
    assert done.returncode == 2
    [run] = json.loads(done.stdout)["runs"]
    [invocation] = run["invocations"]
    assert invocation["executionSuccessful"] is False
    [notification] = invocation["toolConfigurationNotifications"]
    assert notification["message"]["text"].startswith("不认识的选项“--nonsense”")


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_in_the_c_locale_all_is_utf8(jixiao, rules: Path, form: str) -> None:
    done = jixiao("lint", "--format", form, LANG="C", LC_ALL="C", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0
    assert "等级" in done.stdout


def test_a_terminal_that_writes_gb18030_gets_it(jixiao, rules: Path) -> None:
    done = jixiao("lint", encoding="gb18030", PYTHONIOENCODING="gb18030")
    assert f"检查了 {FILES} 个文件" in done.stdout


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_the_report_goes_to_the_file(jixiao, folder: Path, rules: Path, form: str) -> None:
    done = jixiao("lint", "--format", form, "-o", "结果", FORCE_COLOR="1")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    written = (folder / "结果").read_text("utf-8")
    assert "grade-gap" in written
    assert "\x1b" not in written


def test_no_rule_file_is_overwritten(jixiao, rules: Path) -> None:
    before = (rules / "items.yaml").read_bytes()
    done = jixiao("lint", "rules", "-o", "rules/items.yaml")
    assert done.returncode == 2
    assert "不会写到它上面" in done.stderr
    assert (rules / "items.yaml").read_bytes() == before


def test_a_broken_table_and_one_in_gb18030_do_not_stop_the_others(jixiao, rules: Path) -> None:
    (rules / "broken.yaml").write_text("指标表: [甲\n", "utf-8")
    table = rules / "zhanjiang/department-2021.yaml"
    table.write_bytes(table.read_text("utf-8").encode("gb18030"))
    document = json.loads(jixiao("lint", "--format", "json").stdout)
    assert document["summary"] == {
        "files": FILES + 1,
        "error": 1,
        "warning": 1,
        "info": document["summary"]["info"],
        "waived": 0,
    }
    assert {Path(one["file"]).name for one in document["findings"]} >= {"broken.yaml", "department-2021.yaml"}


def test_the_rules_of_the_project_take_less_than_two_seconds(jixiao, rules: Path) -> None:
    """Of the processor's time, so that a busy machine does not count."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    jixiao("lint")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < LIMIT


# ── Cases ────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def cases(folder: Path, rules: Path) -> Path:
    """Give a copy of the cases beside a copy of the rules."""
    return Path(copytree(ROOT / "cases", folder / "cases"))


def test_our_own_cases_have_no_mistake(jixiao, cases: Path) -> None:
    done = jixiao("lint", "cases")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "检查了 4 个文件：没有发现问题\n"


def test_rules_and_cases_may_be_named_together(jixiao, cases: Path) -> None:
    path = cases / "huaihua-beijing-2022.yaml"
    path.write_text(path.read_text("utf-8").replace("出处: 自评报告 三}", "出处: 评价报告 三}", 1), "utf-8")
    done = jixiao("lint", "rules", "cases", "--format", "json")
    document = json.loads(done.stdout)
    assert done.returncode == 1
    assert document["summary"]["files"] == FILES + 4
    assert [one["code"] for one in document["findings"] if one["level"] == "error"] == ["source-unknown"]
    sarif = json.loads(jixiao("lint", str(path), "--format", "sarif").stdout)
    assert [one["ruleId"] for one in sarif["runs"][0]["results"]] == ["source-unknown"]


def test_a_case_that_is_refused_is_an_error_at_its_place(jixiao, cases: Path) -> None:
    path = cases / "huaihua-beijing-2022.yaml"
    path.write_text(path.read_text("utf-8").replace("数据:\n", "数据：\n", 1), "utf-8")
    done = jixiao("lint", "cases")
    assert done.returncode == 1
    assert "cases/huaihua-beijing-2022.yaml:11:3 错误 invalid-file" in done.stdout


def test_broken_items_cause_one_error_and_nothing_elsewhere(jixiao, cases: Path) -> None:
    def found() -> set[tuple[str, str]]:
        document = json.loads(jixiao("lint", "rules", "cases", "--format", "json").stdout)
        return {(one["code"], one["file"]) for one in document["findings"]}

    items, before = cases.parent / "rules/items.yaml", found()
    written = items.read_text("utf-8")
    year = "  年初预算: {单位: 万元,"
    for broken in (
        written.replace("数据项:\n", "数据项：\n", 1),
        written.replace(year, f"{year[:-3]}圆,", 1),
    ):
        items.write_text(broken, "utf-8")
        assert broken != written
        assert found() - before == {("invalid-file", "rules/items.yaml")}


# ── What fails, and what a code means ────────────────────────────────────────────────────────────


def test_fail_on_chooses_the_level_that_is_1(jixiao, rules: Path) -> None:
    """The project's rules have a warning and no error."""
    assert jixiao("lint", "--fail-on", "警告").returncode == 1
    assert jixiao("lint", "--fail-on", "error").returncode == 0
    refused = jixiao("lint", "--fail-on", "严重")
    assert refused.returncode == 2
    assert "可用：错误（error）、警告（warning）、提示（info）" in refused.stderr


def test_github_has_a_line_for_every_flaw_of_the_json(jixiao, rules: Path) -> None:
    spoil(rules)
    flaws = json.loads(jixiao("lint", "--format", "json").stdout)["findings"]
    done = jixiao("lint", "--format", "github")
    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert len(lines) == sum(flaw["waived"] is None for flaw in flaws)
    assert lines[0].startswith("::")
    assert any(line.startswith("::error file=rules/huaihua/") for line in lines)


def test_explain_prints_the_page_of_a_lint(jixiao) -> None:
    done = jixiao("lint", "--explain", "band-gap")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("band-gap：相邻两档之间有空档\n")
    assert "```" not in done.stdout
    assert "90%以上得5分；70%-85%得3分" in done.stdout


def test_explain_of_an_unknown_code_gives_the_nearest(jixiao) -> None:
    done = jixiao("lint", "--explain", "band-gp")
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有检查代码“band-gp”，是否为“band-gap”" in done.stderr
    assert jixiao("lint", "--explain", "band-gap", "rules").returncode == 2


def test_every_lint_has_its_page_in_what_is_shipped() -> None:
    """The wheel takes docs/lints in as jixiao/lints; each code has its page there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert "docs/lints" in wheel["only-include"]
    assert wheel["sources"]["docs/lints"] == "jixiao/lints"
    assert all(lint_page(code) for code in lint_codes())
