"""Tables that others wrote come in as rule files: how many of their indicators are right, and that no wrong one goes untold."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.desk.import_table import import_table
from jixiao.desk.lint import lint
from jixiao.files import open_library
from jixiao.model.diagnostic import BadQuestion, Refused
from jixiao.model.imported import Import, ImportedIndicator
from jixiao.reports.skeletons.imported_table import render_imported_table
from shared.issued.drawn import Drawn, Wanted, write
from shared.issued.generated import generated
from shared.issued.layouts import LAYOUTS, Layout, sections, several_rows, usual

RULES = Path(__file__).parents[2] / "rules"
AIM = 0.9
"""Least share of the indicators of all tables that come in with name, points, sentence and place right."""
TABLES = [*(layout() for layout in LAYOUTS), *map(generated, range(10))]


def imported(layout: Layout, folder: Path, **words: object) -> Import:
    """Write a layout in its format, and import it."""
    name, form, tables = layout
    return import_table(write(tables, form, folder, name), rules=RULES, **words)  # type: ignore[arg-type]


def is_right(one: ImportedIndicator | None, wanted: Wanted) -> bool:
    """Whether an indicator came in as a person reads it."""
    return one is not None and (
        one.issued.name.text, one.full, one.sentence, one.issued.path, one.issued.extra, bool(one.issued.choice),
    ) == (wanted.name, wanted.full, wanted.sentence, wanted.path, wanted.extra, bool(wanted.choice))  # fmt: skip


def compared(layout: Layout, folder: Path) -> list[tuple[ImportedIndicator | None, Wanted, bool]]:
    """Give each indicator that is wanted, what came of it, and whether it is right, its place too where a cell has one."""
    _, form, tables = layout
    found = imported(layout, folder)
    every = [one for table in found.tables for one in table.indicators]
    assert len(every) == sum(len(table.wanted) for table in tables)
    by_name = {one.issued.name.text: one for one in every}
    told = []
    for table in tables:
        for wanted in table.wanted:
            one = by_name.get(wanted.name)
            told.append((one, wanted, is_right(one, wanted) and _is_placed(one, wanted, table, form)))
    return told


def _is_placed(one: ImportedIndicator | None, wanted: Wanted, table: Drawn, form: str) -> bool:
    if one is None or form not in ("xlsx", "docx", "html"):
        return one is not None and one.issued.place.line > 0
    down = len(table.before) if form == "xlsx" else 0
    place = one.issued.place
    return (place.line - 1 - down, place.column - 1) == wanted.at and bool(place.cell)


def test_twenty_tables_come_in_as_the_aim_says(tmp_path: Path) -> None:
    """At least nine in ten indicators of twenty tables are right, and what is wrong is told."""
    every = [pair for layout in TABLES for pair in compared(layout, tmp_path)]
    right = sum(is_good for _, _, is_good in every)
    assert len(TABLES) == 20
    assert right / len(every) >= AIM, [
        (one and one.name, wanted.name) for one, wanted, good in every if not good
    ]
    untold = [wanted.name for one, wanted, good in every if not good and (one is None or not one.points)]
    assert not untold


@pytest.mark.parametrize("layout", TABLES[:14], ids=[one[0] for one in TABLES[:14]])
def test_what_is_written_loads_and_lints(layout: Layout, tmp_path: Path) -> None:
    """The file is read by the engine, with the sentences and points of the table, and lint finds no error in it."""
    found = imported(layout, tmp_path)
    for number, table in enumerate(found.tables):
        path = tmp_path / f"{number}.yaml"
        path.write_text(render_imported_table(table), encoding="utf-8")
        ruleset = open_library(RULES).at(path)
        assert [(one.name, one.points, one.standard.text) for one in ruleset.indicators] == [
            (one.name, one.full, one.sentence) for one in table.indicators
        ]
        assert ruleset.points == ruleset.full
        assert [flaw.message for flaw in lint(path, rules=RULES).at("error")] == []


def test_bonus_blocks_and_choices_are_kept(tmp_path: Path) -> None:
    """附加 stands outside 满分, and of two that share points one counts."""
    (bonus,) = imported(sections(), tmp_path).tables
    assert bonus.full == 100
    assert [one.name for one in bonus.indicators if one.issued.extra] == ["创新做法", "经验推广"]
    (shared,) = imported(several_rows(), tmp_path).tables
    assert shared.full == 100
    assert shared.choices == (("群众满意度", "企业满意度"),)


def test_a_sentence_that_is_not_understood_stays_as_it_stands(tmp_path: Path) -> None:
    """It is written word for word, and told with its place and why; the file loads."""
    name, form, tables = usual()
    tables[0].rows[4][5] = "视制度的落实程度由评审专家综合把握。"
    found = imported((name, form, tables), tmp_path)
    (table,) = found.tables
    one = table.indicators[2]
    assert (one.sentence, one.is_understood) == ("视制度的落实程度由评审专家综合把握。", False)
    (point,) = [point for point in one.points if point.is_problem]
    assert (point.place.cell, point.key) == ("F5", "评分标准")
    path = tmp_path / "a.yaml"
    path.write_text(render_imported_table(table), encoding="utf-8")
    assert open_library(RULES).at(path).indicators[2].standard.text == one.sentence
    assert [flaw.rule.code for flaw in lint(path, rules=RULES).at("error")] == ["not-understood"]


def test_what_the_table_does_not_say_is_marked(tmp_path: Path) -> None:
    """Codes, place, year, total and grades are there to be checked, in the file and in the answer."""
    (table,) = imported(usual(), tmp_path).tables
    text = render_imported_table(table)
    assert {"代码", "版本", "适用", "满分", "等级"} <= {point.key for point in table.points}
    assert "适用: {地区: 江东省青川市临河区, 对象: 部门整体支出, 年度: 2024}" in text
    assert text.count("待核对") > len(table.indicators)
    assert [one.code for one in table.indicators][:2] == ["staff-control", "operating-control"]
    assert table.indicators[0].formula == "在职人员数 / 编制数"


def test_what_is_said_wins_over_what_is_guessed(tmp_path: Path) -> None:
    """Title, code, place, kind and year may be given."""
    words = {
        "title": "甲表",
        "code": "some-county",
        "region": "某省某县",
        "subject": "项目支出",
        "year": 2030,
    }
    (table,) = imported(usual(), tmp_path, **words).tables
    assert (table.title, table.code, table.region, table.subject, table.year) == tuple(words.values())
    assert {point.key for point in table.points} == {"满分", "等级"}


def test_two_tables_of_one_file_are_two(tmp_path: Path) -> None:
    """A workbook with two complete tables gives two, whose codes differ."""
    first, second = usual()[2][0], usual()[2][0]
    second.name = "项目支出"
    second.rows[0][0] = "江东省青川市临河区2024年项目支出绩效评价指标表"
    found = imported(("two", "xlsx", [first, second]), tmp_path)
    assert [(table.where, table.code, table.subject) for table in found.tables] == [
        (("指标表",), "new-table", "部门整体支出"),
        (("项目支出",), "new-table-2", "项目支出"),
    ]


def test_what_is_hidden_is_read_too(tmp_path: Path) -> None:
    """Hidden rows and columns of a workbook change nothing."""
    name, form, tables = usual()
    (shown,) = imported((name, form, tables), tmp_path).tables
    tables[0].hidden_rows, tables[0].hidden_columns = (1, 3, 5), (0, 4)
    (hidden,) = imported((name, form, tables), tmp_path).tables
    assert hidden == shown


def test_a_total_that_does_not_fit_is_told(tmp_path: Path) -> None:
    """Points that do not add up to the total that the table states are told, with the place of the total."""
    name, form, tables = usual()
    tables[0].rows[2][3] = "6"
    (table,) = imported((name, form, tables), tmp_path).tables
    (point,) = [point for point in table.points if point.key == "满分"]
    assert point.is_problem
    assert point.place.cell == "D9"


def test_a_file_without_a_table_is_refused(tmp_path: Path) -> None:
    """A report that only speaks of indicators is no table."""
    path = tmp_path / "报告.txt"
    path.write_text("我单位自评得分98分。\n一、基本情况\n编制19人，在职人员18人。\n", encoding="utf-8")
    with pytest.raises(Refused, match="没有找到指标表"):
        import_table(path, rules=RULES)


def test_a_code_that_can_not_be_is_refused(tmp_path: Path) -> None:
    """What a table can't be called is refused before the file is looked at."""
    with pytest.raises(BadQuestion):
        import_table(tmp_path / "none.xlsx", rules=RULES, code="某县")
