"""A table or a case to start from."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.desk.new import new_case, new_table
from jixiao.model.diagnostic import BadQuestion
from shared.cases.desk import write_desk


def test_the_only_table_need_not_be_named(tmp_path: Path) -> None:
    write_desk(tmp_path)
    case = new_case(rules=tmp_path / "rules")
    assert (case.needs.ruleset.reference, case.heading.year, case.outside) == ("jia@2022", 2022, "")
    with pytest.raises(BadQuestion, match="huaihua-department@2022"):
        new_case(rules=Path(__file__).parents[2] / "rules")


def test_a_table_outside_of_the_rules_is_told(tmp_path: Path) -> None:
    table, _ = write_desk(tmp_path)
    elsewhere = tmp_path / "别处.yaml"
    elsewhere.write_text(table.read_text("utf-8").replace("代码: jia", "代码: yi"), "utf-8")
    assert new_case(elsewhere, rules=tmp_path / "rules").outside == str(tmp_path / "rules")


def test_a_heading_knows_the_items_and_the_way_to_its_schema(tmp_path: Path) -> None:
    write_desk(tmp_path)
    (tmp_path / "rules/schema").mkdir()
    (tmp_path / "rules/schema/ruleset.schema.json").write_text("{}", "utf-8")
    heading = new_table(title="乙表", year=2025, place=tmp_path / "rules/乙/新.yaml")
    assert (heading.title, heading.year, heading.schema) == ("乙表", 2025, "../schema/ruleset.schema.json")
    assert "编制数" in heading.items
