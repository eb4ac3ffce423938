"""`jixiao items`: data items by name, alias or meaning."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len


def test_a_name_comes_before_an_alias_and_a_meaning(jixiao) -> None:
    shown = json.loads(jixiao("items", "年末结转和结余", "--format", "json").stdout)
    assert [(one["name"], one["match"]) for one in shown["items"]] == [
        ("年末结余", "alias"),
        ("结转结余", "meaning"),
    ]


def test_the_text_has_name_unit_meaning_aliases_and_identity(jixiao) -> None:
    lines = jixiao("items", "三公经费预算完成率").stdout.splitlines()
    assert lines[0].split() == ["数据项", "单位", "含义"]
    assert lines[2].split() == ["三公经费预算完成率", "%", "三公经费决算与预算之比"]
    assert lines[3] == "    恒等式：三公经费预算完成率 = 三公经费决算 / 三公经费预算"
    assert lines[-1] == "数据项 1 个"


@pytest.mark.parametrize("word", ["三公经费", "“三公”经费", " 三公 经费 ", "编制", "(境)", "（境）"])
def test_width_blanks_and_quotation_marks_do_not_matter(jixiao, word: str) -> None:
    found = json.loads(jixiao("items", word, "--format=json").stdout)["items"]
    bare = json.loads(
        jixiao(
            "items", word.strip(" ").replace("“", "").replace("”", "").replace(" ", ""), "--format=json"
        ).stdout
    )
    assert found
    assert found == bare["items"]


def test_without_a_word_all_are_listed(jixiao) -> None:
    found = json.loads(jixiao("items", "--format", "json").stdout)["items"]
    assert len(found) > 80
    assert {one["match"] for one in found} == {"all"}


def test_where_nothing_is_found_it_names_what_is_near(jixiao) -> None:
    done = jixiao("items", "年初预祘数")
    said = "没有数据项的名称、别名或含义里有“年初预祘数”，是否为“年初预算数”或“项目年初预算数”或“年初预算”"
    assert done.returncode == 0
    assert done.stdout.replace("\n", "").startswith(said)


@pytest.mark.parametrize("columns", ["40", "80", "120"])
@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_it_fits_the_terminal(jixiao, columns: str, locale: str) -> None:
    done = jixiao("items", COLUMNS=columns, LC_ALL=locale)
    assert (done.returncode, done.stderr) == (0, "")
    assert max(cell_len(line) for line in done.stdout.splitlines()) <= int(columns)


def test_rules_that_are_refused_are_told(jixiao, folder: Path) -> None:
    (folder / "rules").mkdir()
    (folder / "rules/items.yaml").write_text("数据项:\n  甲: {单位: 斗}\n", "utf-8")
    done = jixiao("items", "甲")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("rules/items.yaml:2:")


def test_two_words_are_one_too_many(jixiao) -> None:
    done = jixiao("items", "三公", "经费")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "jixiao items：只能查一个词，多出来的是“经费”。用法见 jixiao items --help\n"
