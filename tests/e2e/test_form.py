"""`jixiao form`, and what `check` and `read` do with what it made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from shared.office.forms import blank, bytes_of, fill, filled, head_row

CASES = Path(__file__).parents[2] / "cases"
FORM = "采集表.xlsx"


def run(jixiao, *words: object):
    """Run the command with paths among its words."""
    return jixiao(*map(str, words))


@pytest.mark.parametrize("case", ["huaihua-beijing-2022", "huaihua-beijing-projects-2024"])
def test_a_form_is_checked_as_the_case_that_it_is_read_into(jixiao, tmp_path: Path, case: str) -> None:
    """The same document, byte for byte; only the file that it stands in is another."""
    source = CASES / f"{case}.yaml"
    table = next(
        line.split()[1] for line in source.read_text("utf-8").splitlines() if line.startswith("指标表")
    )
    path, read = tmp_path / FORM, tmp_path / "案例.yaml"
    done = run(jixiao, "form", table, "--from", source, "-o", path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines()[0].endswith(
        "采集表放不下，没有带过去：预期" + ("、项目·预期" if "projects" in case else "")
    )
    assert run(jixiao, "read", path, "-o", read).returncode == 0
    checked = run(jixiao, "check", path, "--format", "json")
    assert checked.returncode == 0
    assert checked.stdout == run(jixiao, "check", read, "--format", "json").stdout
    assert json.loads(checked.stdout)["errors"] == []


def test_a_form_is_not_written_over(jixiao, tmp_path: Path) -> None:
    path = tmp_path / FORM
    path.write_bytes(b"work")
    done = run(jixiao, "form", "huaihua-department", "-o", path)
    assert done.returncode == 2
    assert "已经有了，不会覆盖" in done.stderr
    assert path.read_bytes() == b"work"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("huaihua-department",), "缺少选项 -o"),
        (("huaihua-department", "-o", "a.docx"), "文件名请以 .xlsx 结尾"),
        (("huaihua-department", "--many", "--from", "a.yaml", "-o", "a.xlsx"), "--many 和 --from 不能一起用"),
        (("huaihua-department", "b", "-o", "a.xlsx"), "多出来的是“b”"),
        (("no-such-table", "-o", "a.xlsx"), "没有指标表“no-such-table”"),
    ],
)
def test_bad_usage_is_told(jixiao, words: tuple[str, ...], message: str) -> None:
    done = run(jixiao, "form", *words)
    assert done.returncode == 2
    assert message in done.stderr


def test_a_mistake_is_told_at_its_cell_and_the_other_forms_are_checked(jixiao, tmp_path: Path) -> None:
    folder = tmp_path / "收"
    folder.mkdir()
    good, bad = filled(), filled()
    fill(bad, "单位信息", "单位", "填写", "乙办")
    cell = fill(bad, "数据", "年初预算", "本年", "约二百")
    (folder / "甲.xlsx").write_bytes(bytes_of(good))
    (folder / "乙.xlsx").write_bytes(bytes_of(bad))
    (folder / "说明.docx").write_bytes(b"no form")
    done = run(jixiao, "check", folder, "--brief")
    assert done.returncode == 2
    assert f"乙.xlsx [数据 {cell}]：“约二百”不是可以精确读取的数字" in done.stderr
    assert "某办" in done.stdout
    assert "说明.docx" not in done.stderr


def test_a_folder_of_forms_and_cases_is_checked_together(jixiao, tmp_path: Path) -> None:
    folder = tmp_path / "收"
    folder.mkdir()
    (folder / "甲.xlsx").write_bytes(bytes_of(filled()))
    (folder / "乙.xlsx").write_bytes(bytes_of(filled()))
    text = (CASES / "huaihua-beijing-2022.yaml").read_text("utf-8")
    (folder / "案例.yaml").write_text(text, "utf-8")
    done = run(jixiao, "check", folder, "--format", "json")
    assert done.returncode == 0, done.stderr
    units = [one["case"]["unit"] for one in json.loads(done.stdout)["results"]]
    assert sorted(units) == ["怀化市人民政府驻北京联络处", "某办", "某办"]
    assert "“某办”2022年度的采集表有 2 份" in done.stderr


def test_many_units_become_many_cases(jixiao, tmp_path: Path) -> None:
    book = blank(many=True)
    page = book["各单位"]
    row, column = head_row(page, "单位名称")
    for at, unit in enumerate(("甲办", "乙/办", "甲办"), start=row + 1):
        page.cell(at, column, unit)
    path, folder = tmp_path / "各单位.xlsx", tmp_path / "cases"
    path.write_bytes(bytes_of(book))
    assert "采集表里有 3 个单位" in run(jixiao, "read", path).stderr
    done = run(jixiao, "read", path, "-o", folder)
    assert done.returncode == 0
    assert sorted(one.name for one in folder.iterdir()) == [
        "乙_办-2022.yaml",
        "甲办-2022-2.yaml",
        "甲办-2022.yaml",
    ]
    assert "有 2 份" in done.stderr
    again = run(jixiao, "read", path, "-o", folder)
    assert again.returncode == 2
    assert "不会覆盖" in again.stderr
    assert run(jixiao, "check", folder, "--brief").returncode == 0


def test_a_workbook_that_is_no_form_stays_a_report(jixiao, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(("项目", "金额"))
    path = tmp_path / "决算.xlsx"
    path.write_bytes(bytes_of(book))
    done = run(jixiao, "check", path)
    assert "采集表" not in done.stderr


def test_forms_and_reports_are_read_apart(jixiao, tmp_path: Path) -> None:
    path, report = tmp_path / FORM, tmp_path / "报告.txt"
    path.write_bytes(bytes_of(filled()))
    report.write_text("报告", "utf-8")
    assert "采集表和报告请分开读" in run(jixiao, "read", path, report).stderr
    assert "采集表只能存成案例" in run(jixiao, "read", path, "--format", "json").stderr
    assert "选项 --text 只用于报告" in run(jixiao, "read", path, "--text").stderr
