"""Findings as users meet them: `check` with its options, in narrow and plain terminals, with either engine."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path
from shutil import copy

import pytest
from rich.cells import cell_len
from rich.console import Console

from jixiao.audit.codes import CODES
from jixiao.audit.doubts import DOUBTFUL, REMARK
from jixiao.files import find_cases
from jixiao.files.rules.findings import load_finding_rules
from jixiao.model.fact import FINDING
from jixiao.reports.check.code import render_code
from jixiao.reports.check.json import render_json

ROOT = Path(__file__).parents[2]
CASES = find_cases([ROOT / "cases"])
NAMES = [one.code for one in CODES]

WRONG = """\
案例: 某办 2022 年度部门整体支出
代码: wrong-2022
单位: 某办
地区: 湖南省怀化市
年度: 2022
对象: 部门整体支出
指标表: huaihua-department@2022
数据:
  收入总计: {值: 9.0, 单位: 万元, 出处: 自评报告 一}
  支出总计: {值: 8.0, 单位: 万元, 出处: 自评报告 二}
"""
"""A case with one grave finding."""


def decision(fingerprint: str, until: str = "2999-12-31") -> str:
    return (
        "处置:\n"
        f"  - {{代码: balance-mismatch, 指纹: '{fingerprint}', 理由: 原件如此, 处置人: 复核组, 期限: {until}}}\n"
    )  # fmt: skip


@pytest.fixture
def wrong(folder: Path) -> Path:
    path = folder / "wrong.yaml"
    path.write_text(WRONG, "utf-8")
    return path


def findings(jixiao, *words: str) -> list[dict]:
    document = json.loads(jixiao("check", *words, "--format", "json").stdout)
    return [finding for result in document["results"] for finding in result["findings"]]


# ── Codes ────────────────────────────────────────────────────────────────────────────────────────


def test_every_code_that_is_given_has_a_page_and_every_page_is_of_one() -> None:
    """By a rule, but for the two of drafts, on which no rule looks."""
    given = {
        rule.then.get("代码") for rule in load_finding_rules(ROOT / "rules") if rule.then.kind == FINDING
    }
    by_rule = {template.constant for template in given}
    assert not by_rule & {DOUBTFUL, REMARK}
    assert by_rule | {DOUBTFUL, REMARK} == set(NAMES)
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("columns", ["80", "120"])
@pytest.mark.parametrize("code", [NAMES[0], "unit-suspect", "case-review"])
def test_a_code_is_explained_within_the_width_of_the_terminal(jixiao, code: str, columns: str) -> None:
    done = jixiao("check", "--explain", code, COLUMNS=columns)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].startswith(f"{code}　")
    assert [line[:3].strip() for line in lines if not line.startswith(" ")][1:] == [
        "是什么",
        "怎么办",
        "处置",
    ]
    assert max(map(cell_len, lines[:-2])) <= min(int(columns), 100), (
        "the last two lines are copied, so never cut"
    )
    assert f"代码: {code}, 指纹:" in lines[-1]


@pytest.mark.parametrize("width", [80, 120])
def test_every_page_fits_its_width(width: int) -> None:
    for one in CODES:
        page = io.StringIO()
        render_code(one.code, one.title, one.meaning, one.settle, Console(file=page, width=width))
        lines = page.getvalue().splitlines()
        assert max(map(cell_len, lines[:-2])) <= min(width, 100)
        assert one.meaning in "".join(line.strip().removeprefix("是什么").strip() for line in lines)


def test_every_code_says_what_it_is_and_what_to_do() -> None:
    for one in CODES:
        assert re.fullmatch("[a-z]+(-[a-z]+)+", one.code)
        assert one.title
        assert one.meaning.endswith("。")
        assert one.settle.endswith("。")


def test_an_unknown_code_names_the_nearest_or_all(jixiao) -> None:
    done = jixiao("check", "--explain", "sum-mismach")
    assert (done.returncode, done.stdout) == (2, "")
    assert "sum-mismatch" in done.stderr
    done = jixiao("check", "--explain", "？")
    assert done.returncode == 2
    assert all(code in done.stderr for code in NAMES)


def test_a_code_is_explained_alone(jixiao) -> None:
    done = jixiao("check", "--explain", "sum-mismatch", "claim.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "claim.yaml" in done.stderr


# ── --checks ─────────────────────────────────────────────────────────────────────────────────────


def test_checks_are_listed_on_request_with_those_that_cannot_be_decided(jixiao, wrong: Path) -> None:
    shown = jixiao("check", wrong.name, "--checks", COLUMNS="80").stdout
    [head] = [line for line in shown.splitlines() if line.startswith("核查 ")]
    assert re.fullmatch(r"核查 \d+ 条：不符 1，缺数 \d+", head)
    assert "不符  “收入总计”" in shown
    assert "报告没有给出" in shown
    assert "缺数  " not in jixiao("check", wrong.name, COLUMNS="80").stdout


def test_json_holds_the_checks_on_request_only(jixiao, wrong: Path) -> None:
    [result] = json.loads(jixiao("check", wrong.name, "--format", "json").stdout)["results"]
    assert "checks" not in result
    [result] = json.loads(jixiao("check", wrong.name, "--format", "json", "--checks").stdout)["results"]
    [missed] = [one for one in result["checks"] if one["result"] == "fails"]
    assert set(missed) == {"id", "name", "category", "result", "text"}
    assert missed["id"] == "恒等式·收入总计"


# ── 处置 ─────────────────────────────────────────────────────────────────────────────────────────


def fingerprint(jixiao, wrong: Path) -> str:
    [one] = [one for one in findings(jixiao, wrong.name) if one["code"] == "balance-mismatch"]
    return one["fingerprint"]


def test_a_finding_set_aside_does_not_fail_and_stands_apart(jixiao, wrong: Path) -> None:
    assert jixiao("check", wrong.name, "--fail-on", "一般").returncode == 1
    wrong.write_text(WRONG + decision(fingerprint(jixiao, wrong)), "utf-8")
    assert "  已处置 1 项：疑点 1，--full 全列" in jixiao("check", wrong.name).stdout
    done = jixiao("check", wrong.name, "--fail-on", "一般", "--full", COLUMNS="120")
    assert done.returncode == 0
    assert "疑点 1 项：提示 1；另有 1 项已处置" in done.stdout
    assert "处置  1. 不平衡：“收入总计”。复核组处置：原件如此（至 2999-12-31）" in done.stdout


@pytest.mark.parametrize(
    ("spoil", "note"),
    [
        (("值: 8.0", "值: 7.0"), "之后数已变"),
        (("期限: 2999", "期限: 1999"), "已过期限（1999-12-31）"),
        ((", 指纹: '", ", 数据项: 支出总计, 指纹: '0"), "不符合要求"),
    ],
)
def test_it_comes_back_with_the_reason_why(jixiao, wrong: Path, spoil: tuple[str, str], note: str) -> None:
    """A fingerprint that is none is refused outright."""
    text = WRONG + decision(fingerprint(jixiao, wrong))
    wrong.write_text(text.replace(*spoil), "utf-8")
    done = jixiao("check", wrong.name, "--fail-on", "严重", COLUMNS="200")
    assert done.returncode in (1, 2)
    assert note in done.stdout + done.stderr


def test_a_code_that_no_rule_gives_is_refused_at_its_place(jixiao, wrong: Path) -> None:
    """It would settle nothing, and nobody would notice."""
    wrong.write_text(WRONG + decision("0a1b2c3d").replace("balance-mismatch", "balance-mismach"), "utf-8")
    done = jixiao("check", wrong.name)
    assert (done.returncode, done.stdout) == (2, "")
    place = f"wrong.yaml:{len(WRONG.splitlines()) + 2}:5"
    assert done.stderr.startswith(
        f"{place}：处置的代码“balance-mismach”不是疑点的代码，是否为“balance-mismatch”，请照疑点后面印的抄\n"
    )


def test_without_its_fingerprint_it_is_told_what_to_write(jixiao, wrong: Path) -> None:
    printed = fingerprint(jixiao, wrong)
    wrong.write_text(WRONG + decision(printed).replace(f", 指纹: '{printed}'", ""), "utf-8")
    done = jixiao("check", wrong.name, COLUMNS="120")
    assert f"没有写指纹，未生效；请补“指纹: '{printed}'”" in done.stdout


# ── A folder of rules of one's own ───────────────────────────────────────────────────────────────


def test_rules_without_checks_and_findings_compare_identities_and_use_our_findings(
    jixiao, folder: Path, wrong
) -> None:
    rules = folder / "own"
    rules.mkdir()
    copy(ROOT / "rules/items.yaml", rules)
    copy(ROOT / "rules/huaihua/department-2022.yaml", rules)
    done = jixiao("check", wrong.name, "--rules", "own", "--checks", "--format", "json")
    [result] = json.loads(done.stdout)["results"]
    assert (done.returncode, done.stderr) == (0, "")
    assert "balance-mismatch" in [one["code"] for one in result["findings"]]
    assert {one["id"].split("·")[0] for one in result["checks"]} == {"恒等式"}


def test_a_mistake_in_checks_is_told_with_its_place_and_nothing_is_evaluated(
    jixiao, folder: Path, wrong
) -> None:
    rules = folder / "own"
    (rules / "checks").mkdir(parents=True)
    copy(ROOT / "rules/items.yaml", rules)
    copy(ROOT / "rules/huaihua/department-2022.yaml", rules)
    (rules / "checks/a.yaml").write_text(
        "核查:\n  - {名称: 例, 代码: a, 类别: 平衡, 关系: 收入总计 = 编制数}\n", "utf-8"
    )
    done = jixiao("check", wrong.name, "--rules", "own")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("own/checks/a.yaml:2:37：“=”两边单位不符：元 与 人")


# ── The real cases ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("columns", ["80", "120"])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_real_case_fits_the_terminal_in_a_plain_locale(jixiao, path: Path, columns: str) -> None:
    done = jixiao(
        "check", str(path), "--checks", COLUMNS=columns, LANG="C", LC_ALL="C", PYTHONWARNINGS="error"
    )
    assert (done.returncode, done.stderr) == (0, "")
    # The command for more repeats the path as it was typed: the length of this folder's name decides nothing.
    lines = done.stdout.replace(f"{ROOT}/", "").splitlines()
    closing = max(place for place, line in enumerate(lines) if line.startswith("━"))
    assert max(map(cell_len, lines[:closing])) <= int(columns), "the closing lines are one for each case"


def test_both_engines_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    from jixiao.audit.inference import engine
    from jixiao.desk.check import check_cases

    durable = render_json(check_cases(CASES, ROOT / "rules"))
    monkeypatch.setattr(engine, "durable_version", lambda: None)
    assert render_json(check_cases(CASES, ROOT / "rules")) == durable


def test_nothing_warns() -> None:
    """With whatever the interpreter may complain of."""
    words = [sys.executable, "-W", "error", "-X", "dev", "-m", "jixiao", "check", "cases", "--format", "json"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(done.stdout)["results"]) >= len(CASES)
