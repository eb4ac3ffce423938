"""Every lint finds what its bad fixtures mark, nothing in its good ones, and has a page.

A mark is a remark at the end of the line that the lint must point at: `# code`, and where
the words matter `# code「words」`. A fixture is a file, or a folder with its own items.yaml.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jixiao.analysis.lint.run import RULES, lint_paths
from jixiao.model.lint import Flaw, LintRule

ROOT = Path(__file__).parents[3]
HERE = Path(__file__).parent / "rules"
SHARED = HERE / "rules"
"""The items of fixtures that bring none."""

MARK = re.compile(r"([a-z]+(?:-[a-z]+)*)(?:「([^」]*)」)?")
CODES = [rule.code for rule in RULES]
Mark = tuple[str, int, str | None]


def fixtures(code: str, kind: str) -> list[Path]:
    return sorted((HERE / code).glob(f"{kind}*"))


def flaws(path: Path, code: str) -> list[Flaw]:
    run = lint_paths([path], SHARED)
    assert not run.errors
    return [flaw for flaw in run.flaws if flaw.rule.code == code and not flaw.waived]


def marks(path: Path, code: str) -> list[Mark]:
    """Give file, line and words of everything marked with a code."""
    return [
        (str(file), number, mark[2])
        for file in ([path] if path.is_file() else sorted(path.rglob("*.yaml")))
        for number, line in enumerate(file.read_text("utf-8").split("\n"), start=1)
        for mark in MARK.finditer(line.partition("  # ")[2])
        if mark[1] == code
    ]


@pytest.mark.parametrize("path", [path for code in CODES for path in fixtures(code, "bad")], ids=str)
def test_a_bad_fixture_gives_the_lint_at_the_marked_lines(path: Path) -> None:
    code = path.relative_to(HERE).parts[0]
    found, wanted = flaws(path, code), marks(path, code)

    assert wanted, "the fixture marks what is wrong in it"
    places = {(flaw.spot.place.file, flaw.spot.place.line) for flaw in found}
    assert places == {(file, line) for file, line, _ in wanted}
    texts = {(flaw.spot.place.file, flaw.spot.place.line, flaw.spot.text) for flaw in found}
    assert {mark for mark in wanted if mark[2] is not None} <= texts


@pytest.mark.parametrize("path", [path for code in CODES for path in fixtures(code, "good")], ids=str)
def test_a_good_fixture_does_not_give_the_lint(path: Path) -> None:
    assert [flaw.message for flaw in flaws(path, path.relative_to(HERE).parts[0])] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_lint_has_fixtures_of_both_kinds_and_a_page_of_its_name(rule: LintRule) -> None:
    assert fixtures(rule.code, "good")
    assert fixtures(rule.code, "bad")
    page = (ROOT / rule.page).read_text("utf-8")
    assert page.startswith(f"# {rule.code}：{rule.title}\n")
    assert all(heading in page for heading in ("## 查什么", "## 为什么", "## 例子", "## 怎样改"))


EXAMPLE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
INDICATOR = "  - 名称: 指标值\n    代码: example\n"
TABLE = """\
指标表: 例
代码: example
版本: 2025
适用: {{地区: 某省某市, 对象: 部门整体支出, 年度: 2025}}
满分: {points}
等级: {{优: {points}, 差: 0}}
指标:
"""


def as_table(example: str) -> str | None:
    """Give a table around what a page shows of an indicator; None where it shows something else."""
    if not example.startswith("    ") or not re.search("公式|评分标准", example):
        return None
    stated = re.search(r"分值: (\d+)", example)
    points = int(stated[1]) if stated else 5
    row = example if stated else f"    分值: {points}\n{example}"
    sentence = (
        "" if "评分标准" in example else f"    评分标准: 得分=指标值×{points}，最高不超过{points}分。\n"
    )
    return TABLE.format(points=points) + INDICATOR + row + sentence


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_example_of_a_page_has_the_mistake_and_its_mend_has_not(rule: LintRule, tmp_path: Path) -> None:
    examples = EXAMPLE.findall((ROOT / rule.page).read_text("utf-8"))
    assert len(examples) == 2
    for example, expected in zip(map(as_table, examples), (True, False), strict=True):
        if example is not None:
            path = tmp_path / "table.yaml"
            path.write_text(example, "utf-8")
            assert bool(flaws(path, rule.code)) is expected, example


def test_pages_and_fixtures_are_those_of_a_lint() -> None:
    pages = {path.stem for path in (ROOT / "docs" / "lints").glob("*.md")} - {"README"}
    assert pages == set(CODES)
    assert {path.name for path in HERE.iterdir() if path != SHARED} == set(CODES)


def test_the_overview_names_every_lint_with_its_level_and_title() -> None:
    overview = (ROOT / "docs" / "lints" / "README.md").read_text("utf-8")
    names = {"error": "错误", "warning": "警告", "info": "提示"}
    for rule in RULES:
        assert f"| [{rule.code}]({rule.code}.md) | {names[rule.level]} | {rule.title} |" in overview


@pytest.mark.parametrize("code", CODES)
def test_messages_are_chinese_and_say_what_to_do(code: str) -> None:
    """请 or 不必 stands in every message but those of the file reader, which have their own tests."""
    found = [flaw for path in fixtures(code, "bad") for flaw in flaws(path, code)]
    for flaw in found:
        assert re.search("[一-鿿]", flaw.message)
        told = any(word in flaw.message for word in ("请", "不必", "可用", "这样写能读懂"))
        assert code == "invalid-file" or told


def test_our_own_tables_have_no_mistake_but_the_one_that_is_official() -> None:
    """Source: shared tables, project-expenditure: the report's grades are whole numbers with gaps."""
    run = lint_paths([ROOT / "rules"])
    assert run.at("error") == ()
    assert [(flaw.rule.code, flaw.table) for flaw in run.at("warning")] == [
        ("grade-gap", "project-expenditure@2024")
    ]


def test_our_reconstructed_indicators_are_all_listed() -> None:
    listed = [
        flaw.table for flaw in lint_paths([ROOT / "rules"]).at("info") if flaw.rule.code == "provisional"
    ]
    assert (listed.count("zhanjiang-department@2021"), listed.count("huaihua-department@2022")) == (21, 11)
