"""The common frameworks: what stands in rules/common, and which frameworks a folder of rules has."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree

import pytest

from jixiao.files import Library, load_items, open_library
from jixiao.files.rules.common import load_frameworks, own_common_files
from jixiao.language.formula import infer_units, names, parse_formula, plain_name
from jixiao.model.diagnostic import Refused
from jixiao.model.framework import CommonIndicator, Framework, Provenance, is_framework
from jixiao.quantity import find_unit

ROOT = Path(__file__).parents[3]
RULES = ROOT / "rules"
FRAMEWORKS = {one.id: one for one in load_frameworks(RULES)}
INDICATORS = [(framework, one) for framework in FRAMEWORKS.values() for one in framework.indicators]
FORMULAS = [
    (framework, indicator, text)
    for framework, indicator in INDICATORS
    for text in (indicator.formula, *(one.formula for one in indicator.variants))
    if text is not None
]


def find(framework: str, name: str) -> CommonIndicator:
    (found,) = [one for one in FRAMEWORKS[framework].indicators if one.name == name]
    return found


def spoken(framework: str, name: str) -> set[str]:
    formula = find(framework, name).formula
    assert formula is not None
    return set(names(parse_formula(formula.text, FRAMEWORKS[framework].items)))


def test_there_are_the_three_national_ones() -> None:
    """Counted by hand: the rows of the two annexes of 2013 and of the one of 2020, each benefit one row."""
    assert {one.reference: len(one.indicators) for one in FRAMEWORKS.values()} == {
        "common/department": 28,
        "common/project": 17,
        "common/project-2013": 20,
    }
    assert [(one.first, one.last) for one in FRAMEWORKS.values()] == [
        (2013, None),
        (2020, None),
        (2013, 2019),
    ]
    assert all(re.fullmatch(r"财预〔\d{4}〕\d+号，附件[12]", one.basis) for one in FRAMEWORKS.values())


@pytest.mark.parametrize(
    ("framework", "indicator", "text"), FORMULAS, ids=lambda one: getattr(one, "id", getattr(one, "text", ""))
)
def test_every_formula_is_read_and_has_the_unit_it_claims(
    framework: Framework, indicator: CommonIndicator, text
) -> None:
    units = {name: item.unit.dimension for name, item in framework.items.items()}
    tree = parse_formula(text.text, units)
    assert set(names(tree)) <= set(units)
    assert indicator.unit is not None
    assert infer_units(tree, units) == indicator.unit.dimension == find_unit("%").dimension


@pytest.mark.parametrize(("framework", "indicator"), INDICATORS, ids=lambda one: one.id)
def test_every_indicator_has_something_to_go_by(framework: Framework, indicator: CommonIndicator) -> None:
    assert len(indicator.category) == 2
    assert indicator.formula or indicator.aspects
    assert indicator.provenance in (Provenance.COPY, Provenance.MEMORY)


@pytest.mark.parametrize(("framework", "indicator"), INDICATORS, ids=lambda one: one.id)
def test_no_item_goes_by_the_name_of_a_common_ratio(framework: Framework, indicator: CommonIndicator) -> None:
    """A case would state the one under 数据 and mean the other. 满意度 is the item itself."""
    taken = {
        plain_name(name): item for item in framework.items.values() for name in (item.name, *item.aliases)
    }
    for name in indicator.names:
        item = taken.get(plain_name(name))
        assert item is None or (indicator.formula is not None and indicator.formula.text == item.name)


@pytest.mark.parametrize("name", ["实际完成率", "完成及时率", "质量达标率"])
def test_ratios_of_one_name_in_two_frameworks_share_no_item(name: str) -> None:
    assert not spoken("department", name) & spoken("project-2013", name)


def test_one_name_keeps_its_denominators_apart() -> None:
    assert spoken("project-2013", "资金到位率") == {"实际到位资金", "计划投入资金"}
    assert spoken("project", "资金到位率") == {"实际到位资金", "项目预算资金"}
    execution = find("project", "预算执行率")
    assert execution.formula is not None
    ways = [execution.formula.text, *(one.formula.text for one in execution.variants)]
    assert [way.partition(" / ")[2] for way in ways] == ["实际到位资金", "全年预算数", "项目年初预算数"]
    assert [one.name for one in FRAMEWORKS["project"].indicators if "完成及时" in one.name] == ["完成及时性"]


def test_what_bureaus_call_otherwise_is_found_under_both_names() -> None:
    assert find("department", "在职人员控制率").aliases == ("财政供养人员控制率",)
    assert find("department", "预算调整率").names == ("预算调整率", "预算控制率")
    assert find("project-2013", "完成及时率").aliases == ("完成提前率",)
    assert FRAMEWORKS["department"].categories == {"投入": ("决策",), "效果": ("效益",)}


def test_what_is_remembered_is_marked() -> None:
    """Read on public pages: the target rows, staff, three-public change, carry-over change."""
    checked = [one.name for one in FRAMEWORKS["department"].indicators if not one.unchecked]
    assert checked == [
        "绩效目标合理性",
        "绩效指标明确性",
        "在职人员控制率",
        "“三公经费”变动率",
        "结转结余变动率",
    ]
    assert [one.name for one in FRAMEWORKS["project"].indicators if not one.unchecked] == [
        "立项依据充分性",
        "绩效指标明确性",
    ]


# ── Which frameworks a folder of rules has ───────────────────────────────────────────────────────


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Give a folder of rules with items of its own and nothing else."""
    (tmp_path / "items.yaml").write_text("数据项:\n  甲: {单位: 人, 含义: 人数}\n", "utf-8")
    return tmp_path


MINE = """\
框架: 某省的共性框架
代码: mine
对象: [某类支出]
适用年度: {起: 2024}
依据: 某省的文件
共性指标:
  - {名称: 甲率, 代码: a, 归类: [投入], 公式: 甲 / 甲, 单位: '%'}
"""


def test_a_folder_without_any_has_those_of_jixiao(own: Path) -> None:
    """Decided as for finding rules: the national frameworks are the same everywhere."""
    assert own_common_files(own) == []
    assert open_library(own).frameworks() == load_frameworks(RULES)
    assert "编制数" in open_library(own).framework("common/department").items


def test_a_folder_with_common_has_its_own_and_no_others(own: Path) -> None:
    (own / "common").mkdir()
    assert open_library(own).frameworks() == ()
    (own / "common/mine.yaml").write_text(MINE, "utf-8")
    (only,) = open_library(own).frameworks()
    assert (only.reference, only.subjects, set(only.items)) == ("common/mine", ("某类支出",), {"甲"})
    with pytest.raises(Refused, match="没有共性框架“common/department”；现有：common/mine"):
        open_library(own).framework("common/department")


def test_frameworks_are_no_tables_and_tables_no_frameworks(own: Path) -> None:
    (own / "common").mkdir()
    (own / "common/mine.yaml").write_text(MINE, "utf-8")
    library = open_library(own)
    assert (library.tables, library.unreadable) == ((), ())
    with pytest.raises(
        Refused, match="是共性框架，没有分值和评分标准；请先用 jixiao new table --from common/mine"
    ):
        library.ruleset("common/mine")
    with pytest.raises(Refused, match="这是共性框架，不是指标表"):
        library.at(own / "common/mine.yaml")


def test_mistakes_of_all_files_are_told_and_codes_are_taken_once(own: Path) -> None:
    (own / "common").mkdir()
    for name, text in {"a": MINE, "b": MINE, "c": MINE.replace("甲 / 甲", "甲 / 乙")}.items():
        (own / f"common/{name}.yaml").write_text(text, "utf-8")
    with pytest.raises(Refused) as refused:
        load_frameworks(own)
    told = [(Path(one.place.file).name, one.message[:9]) for one in refused.value.diagnostics]
    assert told == [
        ("b.yaml", "共性框架代码“mi"),
        ("c.yaml", "共性框架代码“mi"),
        ("c.yaml", "未定义的数据项“乙"),
    ]


def test_the_nearest_reference_is_offered(tmp_path: Path) -> None:
    library: Library = open_library(Path(copytree(RULES, tmp_path / "rules")))
    assert library.framework(" common/project ").id == "project"
    with pytest.raises(Refused, match="是否为“common/department”；现有：.*common/project-2013"):
        library.framework("common/deparment")


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("common/department", True),
        ("common/x.yaml", False),
        ("rules/common/department", False),
        ("common", False),
    ],
)
def test_a_reference_is_no_path(word: str, is_one: bool) -> None:
    assert is_framework(word) is is_one


def test_items_of_rules_have_what_formulas_speak_of() -> None:
    items = load_items(RULES / "items.yaml").items
    assert all(framework.items == items for framework in FRAMEWORKS.values())
