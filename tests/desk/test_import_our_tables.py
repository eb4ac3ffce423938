"""The tables of the four reports, set as bureaus issue them: what is imported says what our rule files say."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.desk.import_table import import_table
from jixiao.desk.rules import open_rules
from jixiao.model.ruleset import Ruleset
from shared.issued.drawn import FORMS, Drawn, write

RULES = Path(__file__).parents[2] / "rules"
TABLES = ("huaihua-department@2022", "zhanjiang-department@2021", "project-expenditure@2024")
HEADS = ["一级指标", "二级指标", "三级指标", "分值", "指标说明", "评分标准"]


def drawn(ruleset: Ruleset) -> Drawn:
    """Set a table: labels once, formulas in the explanation, a total below."""
    rows, last = [HEADS], ("", "")
    for one in ruleset.indicators:
        first, second, *_ = (*one.category, "", "")
        labels = [first if first != last[0] else "", second if (first, second) != last else ""]
        formula = "" if one.formula is None else f"{one.name}={one.formula}×100%"
        rows.append([*labels, one.name, str(one.points), formula, one.standard.text])
        last = first, second
    rows.append(["合计", "", "", str(ruleset.full), "", ""])
    scope = ruleset.scope
    return Drawn(rows, [], before=[f"{scope.region}{scope.years[0]}年{scope.subject}绩效评价指标表"])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("reference", TABLES)
def test_they_come_in_as_they_are_written(reference: str, form: str, tmp_path: Path) -> None:
    """Name, points, sentence and formula of every indicator, 满分, place, kind and year."""
    ruleset = open_rules(RULES).ruleset(reference)
    (table,) = import_table(write([drawn(ruleset)], form, tmp_path, "a"), rules=RULES).tables
    assert [(one.name, one.full, one.sentence) for one in table.indicators] == [
        (one.name, one.points, one.standard.text) for one in ruleset.indicators
    ]
    assert all(one.is_understood for one in table.indicators)
    written = {
        one.name: str(one.formula).replace(" ", "") for one in ruleset.indicators if one.formula is not None
    }
    read = {one.name: one.formula.replace(" ", "") for one in table.indicators if one.formula}
    assert read.items() <= written.items()
    assert len(read) >= len(written) - 1  # 满意度 is a name, no quotient
    scope = ruleset.scope
    assert (table.full, table.region, table.subject, table.year) == (
        ruleset.full,
        scope.region,
        scope.subject,
        scope.years[0],
    )
