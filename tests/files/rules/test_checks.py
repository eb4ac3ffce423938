"""A file of checks: every entry, several files together, and folders without any."""

from pathlib import Path
from shutil import copy

import pytest

from jixiao.audit.checks.compiled import compile_checks, identity_checks
from jixiao.files import Library, load_items, open_library
from jixiao.files.home import ITEMS_FILE
from jixiao.files.rules.checks import load_checks, read_checks
from jixiao.model.check import Category
from jixiao.model.diagnostic import Refused
from shared.findings.reviews import RULES

WHOLE = """\
核查:
  - 名称: 支出与可用的资金
    代码: spending
    类别: 平衡
    关系: 支出决算 ≤ 年初预算 + “本年追加预算”
    可缺: [“本年追加预算”]
    容差: {放宽: 0.5 万元, 理由: 报告以万元取整}
    级别: 一般
    说明: 支出多于预算的部分要写明来源。
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_every_entry_of_a_check_is_read(tmp_path: Path, library: Library) -> None:
    [check] = read_checks([write(tmp_path / "a.yaml", WHOLE)])
    assert (check.id, check.name, check.category, check.level) == (
        "spending",
        "支出与可用的资金",
        Category.BALANCE,
        "medium",
    )
    assert check.note == "支出多于预算的部分要写明来源。"
    assert check.widening is not None
    assert (str(check.widening.by), check.widening.reason) == ("0.5 万元", "报告以万元取整")
    [compiled] = compile_checks([check], library.items.items)
    assert compiled.may_be_absent == ("本年追加预算",), "whatever the quotation marks"


def test_one_code_in_two_files_is_refused_with_both_places(tmp_path: Path) -> None:
    first, second = (write(tmp_path / "checks" / f"{name}.yaml", WHOLE) for name in "ab")
    with pytest.raises(Refused) as refused:
        load_checks(tmp_path)
    [diagnostic] = refused.value.diagnostics
    assert diagnostic.place.file == str(second)
    assert f"核查代码“spending”重复，{first}:2:5" in diagnostic.message


def test_the_mistakes_of_all_files_are_told_together(tmp_path: Path) -> None:
    for name in "ab":
        write(tmp_path / "checks" / f"{name}.yml", WHOLE.replace("平衡", "相等").replace("spending", name))
    with pytest.raises(Refused) as refused:
        load_checks(tmp_path)
    assert [Path(one.place.file).name for one in refused.value.diagnostics] == ["a.yml", "b.yml"]


def test_mistakes_of_all_relations_are_told_together(tmp_path: Path, library: Library) -> None:
    path = write(
        tmp_path / "a.yaml", WHOLE.replace("年初预算 +", "年初予算 +").replace("“本年追加预算”]", "满意度]")
        + WHOLE.replace("核查:\n", "").replace("spending", "other").replace("0.5 万元", "0.5 人"),
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        compile_checks(read_checks([path]), library.items.items)
    assert [one.place.line for one in refused.value.diagnostics] == [5, 15]


def test_a_folder_without_checks_has_identities_alone(tmp_path: Path) -> None:
    """And it takes the finding rules that came with the package."""
    copy(RULES / ITEMS_FILE, tmp_path)
    library = open_library(tmp_path)
    assert library.checks() == ()
    assert library.finding_rules() == open_library(RULES).finding_rules()


def test_the_checks_of_the_project_can_all_run() -> None:
    items = load_items(RULES / ITEMS_FILE).items
    compiled = (*identity_checks(items), *compile_checks(load_checks(RULES), items))
    assert len({one.check.id for one in compiled}) == len(compiled)
