"""`jixiao show -o 表.xlsx|docx` and `jixiao import`: out, edited, and back into the rule file."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from openpyxl import load_workbook

from shared.office.parts import converted, pictures

ROOT = Path(__file__).parents[2]
RULES = "rules/huaihua/department-2022.yaml"
OLD = "以100%为标准。在职人员控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。"
NEW = "在职人员控制率≤100%，计5分；每超过1个百分点扣1分，扣完为止。"


@pytest.fixture
def rules(folder: Path) -> Path:
    """Give the table's file in a copy of the rules that lies in the folder of the test."""
    copytree(ROOT / "rules", folder / "rules")
    return folder / RULES


def edited(file: Path, **cells: object) -> None:
    """Edit cells as Excel does, and keep what formulas came to."""
    book = load_workbook(file)
    sheet = book["指标表"]
    for name, value in cells.items():
        sheet[name] = value
    sheet["D20"] = 100
    book.save(file)


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
@pytest.mark.parametrize("table", ["huaihua-department", "project-expenditure", "zhanjiang-department"])
def test_out_and_back_is_the_same_file(jixiao, rules: Path, table: str, kind: str) -> None:
    folder = rules.parents[2]
    done = jixiao("show", table, "-o", f"表.{kind}")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = jixiao("import", f"表.{kind}", "-o", "elsewhere/deep/表.yaml")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "已写入 elsewhere/deep/表.yaml，和原文一字不差\n"
    data = (folder / "elsewhere/deep/表.yaml").read_bytes()
    assert data in [one.read_bytes() for one in (folder / "rules").glob("*/*.yaml")]
    assert jixiao("show", table, "-o", f"again.{kind}").returncode == 0
    assert (folder / f"again.{kind}").read_bytes() == (folder / f"表.{kind}").read_bytes()


def test_an_edit_is_shown_and_not_made_without_a_yes(jixiao, rules: Path) -> None:
    before = rules.read_bytes()
    jixiao("show", "huaihua-department", "-o", "表.xlsx")
    edited(rules.parents[2] / "表.xlsx", E4=NEW)
    done = jixiao("import", "表.xlsx", "--into", RULES)
    assert done.returncode == 1
    assert "[指标表 E4] “在职人员控制率”的评分标准" in done.stdout
    assert f"{RULES}：改 1 行" in done.stdout
    assert "1 项含义变了" in done.stdout
    assert "没有写入" in done.stderr
    assert rules.read_bytes() == before
    done = jixiao("import", "表.xlsx", "--into", RULES, "--yes")
    assert done.returncode == 0
    assert rules.read_bytes() == before.replace(OLD.encode(), NEW.encode())
    done = jixiao("import", "表.xlsx", "--into", RULES)
    assert (done.returncode, done.stdout) == (0, "")
    assert "没有要改的" in done.stderr


def test_an_edit_in_a_file_that_is_written_anew_is_told(jixiao, rules: Path) -> None:
    jixiao("show", "huaihua-department", "-o", "表.xlsx")
    edited(rules.parents[2] / "表.xlsx", E4=NEW)
    done = jixiao("import", "表.xlsx", "-o", "rules/huaihua/new.yaml")
    assert done.returncode == 0
    assert "改了 1 处" in done.stdout
    assert (rules.parent / "new.yaml").read_bytes() == rules.read_bytes().replace(OLD.encode(), NEW.encode())


def test_a_line_that_says_several_things_is_one_edit(jixiao, rules: Path) -> None:
    jixiao("show", "huaihua-department", "-o", "表.xlsx")
    file = rules.parents[2] / "表.xlsx"
    line = load_workbook(file)["指标表"]["A2"].value
    edited(file, A2=line.replace("2022", "2023"))
    done = jixiao("import", "表.xlsx", "-o", "rules/huaihua/new.yaml")
    assert "改了 1 处" in done.stdout
    assert done.stdout.count("适用和版本") == 1
    new = (rules.parent / "new.yaml").read_text(encoding="utf-8")
    assert "版本: 2023" in new
    assert "年度: 2023}" in new


def test_what_changed_in_the_file_since_stays(jixiao, rules: Path) -> None:
    jixiao("show", "huaihua-department", "-o", "表.xlsx")
    edited(rules.parents[2] / "表.xlsx", E4=NEW)
    later = rules.read_text(encoding="utf-8").replace("等级: {优: 90", "等级: {优: 92") + "# 后来添的\n"
    rules.write_text(later, encoding="utf-8")
    assert jixiao("import", "表.xlsx", "--into", RULES, "--yes").returncode == 0
    assert rules.read_text(encoding="utf-8") == later.replace(OLD, NEW)
    rules.write_text(later.replace(OLD, "不超过100%的，得满分。"), encoding="utf-8")
    done = jixiao("import", "表.xlsx", "--into", RULES, "--yes")
    assert done.returncode == 2
    assert "[指标表 E4]：这一格和 YAML 都改过" in done.stderr


def test_a_sentence_that_is_not_understood_is_told_at_its_cell(jixiao, rules: Path) -> None:
    before = rules.read_bytes()
    jixiao("show", "huaihua-department", "-o", "表.xlsx")
    edited(rules.parents[2] / "表.xlsx", E4="看着办，得一些分。")
    done = jixiao("import", "表.xlsx", "--into", RULES, "--yes")
    assert done.returncode == 2
    assert "表.xlsx [指标表 E4]：" in done.stderr
    assert "一处也没有改" in done.stderr
    assert rules.read_bytes() == before


def test_a_table_that_was_in_error_before_can_still_be_edited(jixiao, rules: Path) -> None:
    """What was wrong before the edit is no reason against it; the meaning can't be compared then."""
    text = rules.read_text(encoding="utf-8").replace(
        "100%计满分，每低于5%扣2分，扣完为止。", "看着办，得一些分。"
    )
    rules.write_text(text, encoding="utf-8")
    jixiao("show", RULES, "-o", "表.xlsx")
    edited(rules.parents[2] / "表.xlsx", E4=NEW)
    done = jixiao("import", "表.xlsx", "--into", RULES, "--yes")
    assert done.returncode == 0, done.stderr
    assert "原来的规则文件就有错，比不出含义" in done.stderr
    assert rules.read_text(encoding="utf-8") == text.replace(OLD, NEW)


def test_a_table_that_lost_its_file_is_held_against_the_rules(jixiao, rules: Path) -> None:
    folder = rules.parents[2]
    before = rules.read_bytes()
    jixiao("show", "huaihua-department", "-o", "表.xlsx")
    book = load_workbook(folder / "表.xlsx")
    book.remove(book["jixiao"])
    book["指标表"]["E4"] = NEW
    book["指标表"]["D20"] = 100
    book.save(folder / "表.xlsx")
    done = jixiao("import", "表.xlsx", "--into", RULES, "--yes")
    assert done.returncode == 0, done.stderr
    assert "没有随带的原文" in done.stderr
    assert rules.read_bytes() == before.replace(OLD.encode(), NEW.encode())


def test_a_program_gets_the_change_of_meaning(jixiao, rules: Path) -> None:
    jixiao("show", "huaihua-department", "-o", "表.xlsx")
    edited(rules.parents[2] / "表.xlsx", E4=NEW)
    done = jixiao("import", "表.xlsx", "--into", RULES, "--format", "json")
    assert done.returncode == 1
    assert '"format": "jixiao.diff/1"' in done.stdout
    assert '"meaning_changed": true' in done.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("show", "huaihua-department", "--format", "xlsx"), "请加 -o，如 -o 指标表.xlsx"),
        (("show", "huaihua-department", "在职人员控制率", "-o", "a.docx"), "请只写指标表"),
        (("show", "common/department", "-o", "a.xlsx"), "不能写共性框架"),
        (("import", "a.xlsx", "--yes"), "--yes 要和 --into 同写"),
        (("import", "a.xlsx", "--into", RULES, "--year", "2024"), "选项 --year 不和 --into 同写"),
        (("import", "a.xlsx", "--into", "nowhere.yaml"), "nowhere.yaml"),
    ],
)
def test_what_can_not_be_asked_is_refused(jixiao, rules: Path, words: tuple[str, ...], told: str) -> None:
    done = jixiao(*words)
    assert done.returncode == 2
    assert told in done.stderr


def test_the_file_of_another_table_is_refused(jixiao, rules: Path) -> None:
    jixiao("show", "project-expenditure", "-o", "表.xlsx")
    done = jixiao("import", "表.xlsx", "--into", RULES, "--yes")
    assert done.returncode == 2
    assert "project-expenditure" in done.stderr


@pytest.mark.parametrize(("answer", "is_made"), [("是\n", True), ("\n", False)])
def test_at_a_terminal_it_asks(jixiao, rules: Path, environment, answer: str, is_made: bool) -> None:
    folder = rules.parents[2]
    before = rules.read_bytes()
    jixiao("show", "huaihua-department", "-o", "表.xlsx")
    edited(folder / "表.xlsx", E4=NEW)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "jixiao", "import", "表.xlsx", "--into", RULES]
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True
    )
    os.close(theirs)
    os.write(ours, answer.encode())
    told = io.BytesIO()
    while True:
        try:
            piece = os.read(ours, 65_536)
        except OSError:
            break
        if not piece:
            break
        told.write(piece)
    status = process.wait(60)
    os.close(ours)
    assert f"照这样改 {RULES} 吗" in told.getvalue().decode()
    assert status == (0 if is_made else 1)
    assert (rules.read_bytes() != before) is is_made


def test_libreoffice_saves_both_without_a_loss(jixiao, rules: Path, tmp_path: Path) -> None:
    """LibreOffice opens and saves the files anew; they still give the table back, byte for byte."""
    folder = rules.parents[2]
    for kind in ("xlsx", "docx"):
        jixiao("show", "huaihua-department", "-o", f"表.{kind}")
        saved = converted(folder / f"表.{kind}", kind, tmp_path / "saved")
        done = jixiao("import", str(saved), "-o", f"{kind}.yaml")
        assert done.returncode == 0, done.stderr
        assert (folder / f"{kind}.yaml").read_bytes() == rules.read_bytes()


def test_pages_are_as_many_as_they_should_be(jixiao, rules: Path, tmp_path: Path) -> None:
    folder = rules.parents[2]
    for kind in ("xlsx", "docx"):
        jixiao("show", "huaihua-department", "-o", f"表.{kind}")
        pdf = converted(folder / f"表.{kind}", "pdf", tmp_path / kind)
        assert len(pictures(pdf, tmp_path / kind)) == 2


def test_a_table_of_ours_whose_original_is_damaged_says_what_is_lost(jixiao, rules: Path) -> None:
    file = rules.parents[2] / "表.xlsx"
    jixiao("show", "huaihua-department", "-o", "表.xlsx")
    book = load_workbook(file)
    book["jixiao"]["A2"] = "0" * 64
    book.save(file)
    done = jixiao("import", "表.xlsx", "-o", "新.yaml")
    assert done.returncode == 0
    assert "隐藏在里面的原文不完整" in done.stderr
