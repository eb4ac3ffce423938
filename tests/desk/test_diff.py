"""Two versions of a table, with cases or without."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.desk.diff import diff
from jixiao.model.diagnostic import Refused
from shared.cases.desk import CASE, TABLE, write_desk


def test_one_folder_of_cases_or_several(tmp_path: Path) -> None:
    old, _ = write_desk(tmp_path / "old")
    new, _ = write_desk(tmp_path / "new", TABLE.replace("扣2分", "扣0.5分"))
    folder, rules = tmp_path / "old/cases", tmp_path / "old/rules"
    assert diff(old, new, rules=rules).cases == ()
    for cases in (folder, str(folder), [folder], (str(folder / "case.yaml"),)):
        [case] = diff(old, new, cases, rules).cases
        assert case.moved


def test_a_broken_case_beside_another_is_an_error_of_the_answer(tmp_path: Path) -> None:
    table, case = write_desk(tmp_path)
    broken = case.with_name("broken.yaml")
    broken.write_text(CASE.replace("年度: 2022", "年度: 今年"), "utf-8")
    found = diff(table, table, case.parent, tmp_path / "rules")
    assert (len(found.cases), {error.place.file for error in found.errors}) == (1, {str(broken)})
    with pytest.raises(Refused):
        diff(table, table, broken, tmp_path / "rules")
