"""The page on common frameworks: its example is one, its tables tell every key, its numbers are right."""

from __future__ import annotations

import json
import re
from pathlib import Path

from jixiao.analysis.lint.run import lint_paths
from jixiao.files import load_items
from jixiao.files.rules.common import load_frameworks, read_frameworks

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/common.md").read_text("utf-8")
SCHEMA = json.loads((ROOT / "rules/schema/common.schema.json").read_text("utf-8"))


def test_the_example_is_a_framework_of_our_items(tmp_path: Path) -> None:
    examples = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    [example] = [one for one in examples if "\n共性指标:\n" in one]
    path = tmp_path / "province.yaml"
    path.write_text(example, "utf-8")
    (framework,) = read_frameworks([path], load_items(ROOT / "rules/items.yaml"))
    assert (framework.reference, framework.indicators[0].variants[0].name) == (
        "common/province",
        "编制使用率",
    )


def test_the_indicator_that_says_its_basis_gives_no_hint(tmp_path: Path) -> None:
    [row] = [one for one in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL) if one.startswith("  - ")]
    table = (
        "指标表: 例\n代码: t\n版本: 1\n满分: 10\n等级: {优: 9, 差: 0}\n口径: {无指标值: 待定}\n"
        "适用: {地区: 甲, 对象: 项目支出, 年度: 2025}\n指标:\n"
    )
    path = tmp_path / "table.yaml"
    path.write_text(table + row, "utf-8")
    assert [flaw.rule.code for flaw in lint_paths([path], ROOT / "rules").flaws] == []


def test_every_key_is_told() -> None:
    told = {word for cell in re.findall(r"^\| ([^|]+) \|", PAGE, re.MULTILINE) for word in cell.split("、")}
    assert set(SCHEMA["properties"]) <= {word.strip() for word in told}
    assert set(SCHEMA["$defs"]["indicator"]["properties"]) <= {word.strip() for word in told}


def test_the_numbers_of_indicators_are_right() -> None:
    for framework in load_frameworks(ROOT / "rules"):
        line = next(one for one in PAGE.split("\n") if one.startswith(f"| {framework.reference} |"))
        assert f"{len(framework.indicators)} 项" in line
        assert framework.basis in line
