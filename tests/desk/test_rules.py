"""Which rules a question is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.desk.rules import find_table, open_rules, refuse_unanswered, rules_folder
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from shared.cases.desk import write_desk


def test_a_folder_is_a_text_a_path_or_open_already(tmp_path: Path) -> None:
    write_desk(tmp_path)
    library = open_rules(tmp_path / "rules")
    assert open_rules(library) is library
    assert open_rules(str(tmp_path / "rules")).root == library.root
    assert [rules_folder(one) for one in (None, "a", library)] == [None, Path("a"), library.root]


def test_a_path_is_a_file_even_where_its_name_looks_like_a_code(tmp_path: Path, monkeypatch) -> None:
    table, _ = write_desk(tmp_path)
    library = open_rules(tmp_path / "rules")
    (tmp_path / "jia").write_bytes(table.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert find_table("jia", library).place.file == str(table)
    assert find_table(Path("jia"), library).place.file == "jia"


def test_errors_are_raised_only_where_there_is_no_answer() -> None:
    wrong = Diagnostic(Place("a.yaml", 1, 1), "不对")
    refuse_unanswered([], answered=False)
    refuse_unanswered([wrong], answered=True)
    with pytest.raises(Refused, match="a.yaml:1:1：不对"):
        refuse_unanswered([wrong], answered=False)
