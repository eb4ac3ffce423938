"""A table's file becomes a Ruleset; its sentences and formulas stay texts with places."""

import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from jixiao.files import Library, load_items, load_ruleset
from jixiao.model.diagnostic import Place
from jixiao.model.ruleset import ExemptionFact, Ruleset, Scope, Text


@pytest.fixture
def small(good: Path, library: Library) -> Ruleset:
    return load_ruleset(good / "rules" / "small-2022.yaml", library.items)


def test_the_head_of_a_table(small: Ruleset) -> None:
    assert (small.title, small.reference, small.full) == ("甲省乙市部门整体支出指标表", "small@2022", 100)
    assert small.scope == Scope("甲省乙市", "部门整体支出", (2022, 2023))
    assert small.basis == "自己编的"
    assert small.readings["得分小数位"] == "2"
    assert small.provisional


def test_grades_are_best_first_in_whatever_order_they_stand(small: Ruleset) -> None:
    assert small.grades == (("优", 90), ("良", 80), ("中", 60), ("差", 0))


def test_an_indicator_with_its_texts_at_their_places(small: Ruleset, good: Path) -> None:
    staff, change, area, institutions, _, outputs = small.indicators
    file = str(good / "rules" / "small-2022.yaml")
    assert (staff.name, staff.id, staff.points) == ("在职人员控制率", "staff-control", Fraction(21, 2))
    assert staff.category == ("投入", "预算配置")
    assert staff.formula == Text("在职人员数 / 编制数", Place(file, 16, 9))
    assert staff.standard.place == Place(file, 17, 11)
    assert staff.place == Place(file, 12, 5)
    assert staff.readings == {"不足一步": "不计"}
    assert not staff.provisional

    assert (change.name, change.points, change.provisional) == ("“三公经费”变动率", 10, True)
    assert change.formula is not None
    assert change.formula.place == Place(file, 22, 10)  # behind the quotation mark
    condition = Text("批准建设面积 = 0 且 实际建设面积 = 0", Place(file, 30, 18))
    assert area.exemptions == (ExemptionFact("没有建设项目", condition),)
    assert institutions.formula is None
    assert outputs.is_block
    assert outputs.qualitative is not None


def test_the_digest_covers_the_table_and_the_items(small: Ruleset, good: Path, tmp_path: Path) -> None:
    shutil.copytree(good / "rules", tmp_path, dirs_exist_ok=True)
    table, items = tmp_path / "small-2022.yaml", tmp_path / "items.yaml"
    assert load_ruleset(table, load_items(items)).digest == small.digest

    items.write_text(items.read_text("utf-8").replace("实际支出", "支出"), "utf-8")
    other_items = load_ruleset(table, load_items(items)).digest
    table.write_text(table.read_text("utf-8").replace("扣0.5分", "扣1分"), "utf-8")
    assert len({small.digest, other_items, load_ruleset(table, load_items(items)).digest}) == 3
