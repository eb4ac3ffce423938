"""What a lint run looks at: files, folders, and what it does with those that can't be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.analysis.lint.run import lint_paths
from jixiao.model.lint import LintRun

ITEMS = "数据项:\n  支出决算: {单位: 万元, 含义: 支出}\n  年初预算: {单位: 万元, 含义: 预算}\n"
TABLE = """\
指标表: 甲表
代码: {code}
版本: 2025
适用: {{地区: 某省某市, 对象: {code}, 年度: 2025}}
满分: 5
等级: {{优: 4, 差: 0}}
指标:
  - 名称: 执行率
    代码: execution
    分值: 5
    公式: 支出决算 / 年初预算
    口径: {{无指标值: 待定}}
    评分标准: {sentence}
"""
GOOD = "得分=执行率×5，最高不超过5分。"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """Give a folder of rules with two good tables."""
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "items.yaml").write_text(ITEMS, "utf-8")
    (folder / "a.yaml").write_text(TABLE.format(code="a", sentence=GOOD), "utf-8")
    (folder / "b.yaml").write_text(TABLE.format(code="b", sentence=GOOD), "utf-8")
    return folder


def codes(run: LintRun) -> list[tuple[str, str]]:
    return [(Path(flaw.spot.place.file).name, flaw.rule.code) for flaw in run.flaws]


def test_a_folder_of_rules_is_looked_at_whole(rules: Path) -> None:
    run = lint_paths([rules])
    assert codes(run) == []
    assert [Path(file).name for file in run.files] == ["items.yaml", "a.yaml", "b.yaml"]


def test_without_words_it_is_the_folder_of_rules(rules: Path, monkeypatch) -> None:
    monkeypatch.chdir(rules.parent)
    assert [Path(file).as_posix() for file in lint_paths([]).files] == [
        "rules/items.yaml",
        "rules/a.yaml",
        "rules/b.yaml",
    ]


def test_a_folder_around_the_rules_will_do(rules: Path) -> None:
    assert len(lint_paths([rules.parent]).files) == 3


def test_a_file_takes_its_items_from_the_nearest_folder_above(rules: Path) -> None:
    run = lint_paths([rules / "a.yaml"], Path("none"))
    assert (run.files, codes(run), run.errors) == ((str(rules / "a.yaml"),), [], ())


def test_a_broken_table_does_not_stop_the_others(rules: Path) -> None:
    (rules / "a.yaml").write_text("指标表: [甲", "utf-8")
    (rules / "b.yaml").write_text(TABLE.format(code="b", sentence="看着办。"), "utf-8")
    assert codes(lint_paths([rules])) == [("a.yaml", "invalid-file"), ("b.yaml", "not-understood")]


def test_every_mistake_of_a_file_is_told(rules: Path) -> None:
    text = TABLE.format(code="a", sentence=GOOD).replace("版本: 2025\n", "").replace("满分: 5", "满份: 5")
    (rules / "a.yaml").write_text(text, "utf-8")
    messages = [flaw.message for flaw in lint_paths([rules]).flaws]
    assert len(messages) == 2
    assert "版本" in messages[0]
    assert "满份" in messages[1]


def test_broken_items_do_not_make_every_name_undefined(rules: Path) -> None:
    (rules / "items.yaml").write_text(ITEMS + "  车辆数: {单位: 量, 含义: 车}\n", "utf-8")
    assert codes(lint_paths([rules])) == [("items.yaml", "invalid-file")]
    assert codes(lint_paths([rules / "a.yaml"])) == [("items.yaml", "invalid-file")]


def test_items_that_collide_are_told_once_and_still_used(rules: Path) -> None:
    (rules / "items.yaml").write_text(
        ITEMS + "  支出: {单位: 万元, 含义: 支出, 别名: [年初预算], 恒等式: 支出决算}\n", "utf-8"
    )
    assert codes(lint_paths([rules])) == [("items.yaml", "alias-shared")]


def test_a_yaml_file_that_is_no_table_is_passed_over_unless_named(rules: Path) -> None:
    (rules / "notes.yaml").write_text("案例: 甲\n数据: {}\n", "utf-8")
    assert codes(lint_paths([rules])) == []
    assert {code for _, code in codes(lint_paths([rules / "notes.yaml"]))} == {"invalid-file"}


def test_items_alone(rules: Path) -> None:
    (rules / "items.yaml").write_text(ITEMS + "  编制数: {单位: 人, 含义: 编制, 恒等式: 支出决算}\n", "utf-8")
    assert codes(lint_paths([rules / "items.yaml"])) == [("items.yaml", "unit-mismatch")]


@pytest.mark.parametrize("name", ["none.yaml", "empty"])
def test_a_path_without_rules_is_an_error(rules: Path, name: str) -> None:
    (rules.parent / "empty").mkdir()
    run = lint_paths([rules.parent / name, rules / "a.yaml"])
    assert [error.place.file for error in run.errors] == [str(rules.parent / name)]
    assert len(run.files) == 1


def test_a_folder_of_rules_that_is_not_there_is_an_error() -> None:
    run = lint_paths([], Path("none"))
    assert (len(run.errors), run.files) == (1, ())


def test_each_file_is_looked_at_once(rules: Path) -> None:
    assert len(lint_paths([rules, rules / "a.yaml"]).files) == 3


CHECK = "核查:\n  - {{名称: {name}, 代码: {name}, 类别: 平衡, 关系: {relation}}}\n"
RULE = """\
疑点规则:
  - 规则: {name}
    当: [{{事实: {fact}, 代码: sum-mismatch, 号: $号}}]
    则: {{事实: 升级, 疑点: $号, 级别: 严重, 理由: 重}}
"""


def with_checks(rules: Path) -> None:
    """Add checks and finding rules of which one each has a mistake."""
    for folder in ("checks", "findings"):
        (rules / folder).mkdir()
    (rules / "checks/a.yaml").write_text(CHECK.format(name="a", relation="支出决算 ≤ 年初预算"), "utf-8")
    (rules / "checks/b.yaml").write_text(CHECK.format(name="b", relation="支出决算 ≤ 年初予算"), "utf-8")
    (rules / "findings/c.yaml").write_text(RULE.format(name="丙", fact="疑点"), "utf-8")


def test_checks_and_finding_rules_belong_to_the_folder(rules: Path) -> None:
    with_checks(rules)
    run = lint_paths([rules])
    assert [Path(file).name for file in run.files] == [
        "items.yaml",
        "a.yaml",
        "b.yaml",
        "a.yaml",
        "b.yaml",
        "c.yaml",
    ]
    assert codes(run) == [("b.yaml", "item-undefined"), ("c.yaml", "rule-never")]


def test_a_file_of_checks_may_be_named_alone(rules: Path) -> None:
    with_checks(rules)
    assert codes(lint_paths([rules / "checks/a.yaml"])) == []
    assert codes(lint_paths([rules / "checks/b.yaml"])) == [("b.yaml", "item-undefined")]
    assert codes(lint_paths([rules / "checks"])) == [("b.yaml", "item-undefined")]


def test_a_file_of_finding_rules_is_looked_at_with_the_others_of_its_folder(rules: Path) -> None:
    """What the others conclude is known; what is wrong in them is not told."""
    with_checks(rules)
    assert codes(lint_paths([rules / "findings/c.yaml"])) == [("c.yaml", "rule-never")]
    other = RULE.format(name="丁", fact="案例").replace(", 代码: sum-mismatch, 号: $号", ", 案例: $号")
    other = other.replace(
        "则: {事实: 升级, 疑点: $号, 级别: 严重, 理由: 重}",
        "则: {事实: 疑点, 代码: sum-mismatch, 级别: 提示, 题目: 题, 说明: 说}",
    )
    (rules / "findings/d.yaml").write_text(other, "utf-8")
    assert codes(lint_paths([rules / "findings/c.yaml"])) == []
    (rules / "findings/d.yaml").write_text(other.replace("事实: 案例", "事实: 案子"), "utf-8")
    assert codes(lint_paths([rules / "findings/c.yaml"])) == []
    assert codes(lint_paths([rules / "findings/d.yaml"])) == [("d.yaml", "invalid-file")]


def test_a_code_that_two_files_of_checks_share_is_refused(rules: Path) -> None:
    with_checks(rules)
    (rules / "checks/b.yaml").write_text(CHECK.format(name="a", relation="支出决算 ≥ 0"), "utf-8")
    assert ("b.yaml", "invalid-file") in codes(lint_paths([rules]))


def test_finding_rules_that_wait_for_each_other_are_refused(rules: Path) -> None:
    with_checks(rules)
    (rules / "findings/c.yaml").write_text(
        "疑点规则:\n"
        "  - 规则: 没有别的\n"
        "    当: [{事实: 案例, 案例: $案例}]\n"
        "    没有: [{事实: 疑点}]\n"
        "    则: {事实: 疑点, 代码: case-review, 级别: 提示, 题目: 题, 说明: 说}\n",
        "utf-8",
    )  # fmt: skip
    assert ("c.yaml", "invalid-file") in codes(lint_paths([rules]))
