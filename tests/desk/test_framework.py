"""The common frameworks as a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.desk.framework import framework, frameworks
from jixiao.desk.new import new_table
from jixiao.model.diagnostic import Refused
from shared.cases.desk import write_desk

RULES = Path(__file__).parents[2] / "rules"


def test_there_are_the_national_ones_wherever_no_others_are(tmp_path: Path) -> None:
    write_desk(tmp_path)
    assert frameworks(rules=tmp_path / "rules") == frameworks(rules=RULES)


def test_some_indicators_of_one() -> None:
    found = framework("common/department", "管理制度健全性", rules=RULES)
    assert [one.id for one in found.indicators] == ["institutions", "asset-institutions"]
    assert framework("common/project", "funds-received", rules=RULES).indicators[0].name == "资金到位率"
    with pytest.raises(Refused, match="里没有名为“没有”的指标，有：立项依据充分性"):
        framework("common/project", "没有", rules=RULES)


def test_a_new_table_knows_which_items_it_lacks(tmp_path: Path) -> None:
    write_desk(tmp_path)
    heading = new_table(from_="common/department", rules=tmp_path / "rules")
    assert (heading.title, heading.subject) == ("某市部门整体支出绩效评价指标表", "部门整体支出")
    assert [item.name for item in heading.lacking["staff-control"]] == ["在职人员数"], "编制数 is there"
    assert [item.name for item in heading.lacking["budget-completion"]] == ["预算完成数", "部门预算数"]
    assert new_table(from_="common/department", rules=RULES).lacking == {}
