"""A table that others wrote, held against the rule file that was made of it: nothing differs until somebody edits it."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.desk.form import form
from jixiao.desk.import_table import import_table
from jixiao.desk.take_over import take_into
from jixiao.model.diagnostic import Refused
from jixiao.reports.office.form.write import form_bytes
from jixiao.reports.skeletons.imported_table import render_imported_table
from shared.issued.drawn import write
from shared.issued.layouts import LAYOUTS, Layout

RULES = Path(__file__).parents[2] / "rules"
ROWS = (
    ("三公经费变动率", "40", "三公经费变动率=[(本年三公经费预算-上年三公经费预算)/上年三公经费预算]×100%", "≤0的，得满分；每增加1个百分点扣1分，扣完为止。"),
    ("预算完成率", "40", "预算完成率=（预算完成数/预算数）×100%", "得分=预算完成率×40，最高不超过40分。"),
    ("课题结项率", "20", "结项的课题数/立项的课题数", "完成率90%（含）以上的得20分，90%以下不得分。"),
)  # fmt: skip
HEAD = ("三级指标", "分值", "指标解释", "评分标准")


def page(rows: tuple[tuple[str, ...], ...]) -> str:
    cells = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in (HEAD, *rows))
    return f"<p>某县2025年度部门整体支出绩效评价指标体系</p><table>{cells}</table>"


def made_of(file: Path) -> Path:
    """Write the rule file of a table beside it."""
    (table,) = import_table(file, rules=RULES).tables
    path = file.with_suffix(".yaml")
    path.write_text(render_imported_table(table), "utf-8")
    return path


@pytest.mark.parametrize("layout", [layout() for layout in LAYOUTS], ids=lambda one: one[0])
def test_the_table_says_what_was_made_of_it(layout: Layout, tmp_path: Path) -> None:
    name, form, tables = layout
    file = write(tables, form, tmp_path, name)
    assert take_into(file, made_of(file)).edits == ()


def test_a_formula_in_words_of_the_table_is_no_edit(tmp_path: Path) -> None:
    file = tmp_path / "表.html"
    file.write_text(page(ROWS), "utf-8")
    rules = made_of(file)
    text = rules.read_text("utf-8")
    assert "公式: 预算完成数 / 部门预算数" in text
    assert "# 公式: 结项的课题数/立项的课题数" in text
    assert take_into(file, rules).edits == ()


def test_a_formula_that_was_edited_is(tmp_path: Path) -> None:
    file = tmp_path / "表.html"
    file.write_text(page(ROWS), "utf-8")
    rules = made_of(file)
    file.write_text(page(ROWS).replace("预算完成数/预算数", "预算完成数/预算调整数"), "utf-8")
    assert [one.new for one in take_into(file, rules).edits if "公式" in one.what] == [
        "预算完成数/预算调整数"
    ]


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("注：90分以上为优，80-90分为良，80分以下为差。", "表下的注里写着等级"),
        ("评价等级：优秀（得分≥90分）、良好、差。", "表下的注里写着等级"),
        ("注：本表由财政局负责解释。", "表里没有"),
        ("", "表里没有"),
    ],
)
def test_grades_in_a_note_are_told(note: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "表.html"
    file.write_text(f"{page(ROWS)}<p>{note}</p>", "utf-8")
    (table,) = import_table(file, rules=RULES).tables
    [message] = [one.message for one in table.points if one.key == "等级"]
    assert message.startswith(told)


def test_a_form_is_no_table(tmp_path: Path) -> None:
    file = tmp_path / "采集表.xlsx"
    file.write_bytes(form_bytes(form("huaihua-department@2022").form))
    with pytest.raises(Refused, match="这是采集表，不是指标表"):
        import_table(file, rules=RULES)
    with pytest.raises(Refused, match="这是采集表，不是指标表"):
        take_into(file, RULES / "huaihua/department-2022.yaml")
