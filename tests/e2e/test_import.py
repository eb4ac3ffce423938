"""`jixiao import`: a table that others wrote as a rule file, with a report; nothing is written over, nothing ends in a traceback."""

from __future__ import annotations

import json
import random
import zipfile
from pathlib import Path
from shutil import copytree

import pytest

from shared.issued.drawn import write
from shared.issued.generated import generated
from shared.issued.layouts import LAYOUTS, sections, usual

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(folder: Path) -> Path:
    """Give a project with rules/, in which commands run."""
    copytree(ROOT / "rules", folder / "rules")
    return folder


def test_a_workbook_becomes_a_table_that_scores(jixiao, project: Path) -> None:
    """The file that is written is linted, shown and tested like any other; its first line leads to the schema."""
    name, form, tables = usual()
    write(tables, form, project, name)
    done = jixiao(
        "import", "usual.xlsx", "-o", "rules/临河/department-2024.yaml", "--code", "linhe-department"
    )
    assert (done.returncode, done.stderr) == (0, "")
    text = (project / "rules/临河/department-2024.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema/ruleset.schema.json\n")
    assert jixiao("lint", "rules/临河/department-2024.yaml", "--format", "json").returncode == 0
    assert "在职人员控制率" in jixiao("show", "linhe-department@2024").stdout


def test_the_report_tells_what_became_of_every_cell(jixiao, project: Path) -> None:
    """What is to be checked comes first, then what was left and why, then what each cell was taken as."""
    name, form, tables = sections()
    write(tables, form, project, name)
    shown = "".join(jixiao("import", "sections.xlsx", "-o", "a.yaml").stdout.split())
    assert "指标7项，满分100分；评分标准看懂7项" in shown
    assert "重复的表头：A11“序号”、B11“考核内容”、C11“评分标准”" in shown
    assert "采购委托：名称B4，评分标准C4" in shown


def test_a_file_that_is_there_stays(jixiao, project: Path) -> None:
    """Nothing is written over."""
    name, form, tables = usual()
    write(tables, form, project, name)
    (project / "a.yaml").write_text("甲", encoding="utf-8")
    done = jixiao("import", "usual.xlsx", "-o", "a.yaml")
    assert (done.returncode, (project / "a.yaml").read_text(encoding="utf-8")) == (2, "甲")
    assert "已经有了" in done.stderr


def test_without_a_file_it_is_shown(jixiao, project: Path) -> None:
    """The rule file goes to the screen, and a word on what to do to stderr."""
    name, form, tables = usual()
    write(tables, form, project, name)
    done = jixiao("import", "usual.xlsx")
    assert "指标表: 江东省青川市临河区2024年部门整体支出绩效评价指标表" in done.stdout
    assert "-o" in done.stderr


def test_the_same_file_gives_the_same_bytes(jixiao, project: Path) -> None:
    """Twice read, twice the same."""
    name, form, tables = generated(3)
    file = write(tables, form, project, name)
    first, second = (jixiao("import", file.name, "--format", "json").stdout for _ in range(2))
    assert first == second
    assert json.loads(first)["tables"]


@pytest.mark.parametrize("form", ["xlsx", "docx", "html"])
def test_damaged_files_end_in_tables_or_a_message(jixiao, project: Path, form: str) -> None:
    """Bytes that are changed, cut off or put in never end in a traceback."""
    chance = random.Random(7)
    tables = [layout()[2] for layout in LAYOUTS]
    whole = (
        write([one for some in tables for one in some], form, project, "all").read_bytes()
        if form != "xlsx"
        else write(usual()[2], form, project, "all").read_bytes()
    )
    for number in range(8):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path = project / f"{number}.{form}"
        path.write_bytes(bytes(data[: chance.randint(1, len(data))] if number % 2 else data))
        done = jixiao("import", path.name)
        assert done.returncode in (0, 2), done.stderr
        assert "程序内部错误" not in done.stderr
        assert done.returncode == 0 or done.stderr.strip()


def test_changed_parts_of_a_workbook_end_in_tables_or_a_message(jixiao, project: Path) -> None:
    """An archive that is whole, whose sheet is not."""
    chance = random.Random(11)
    source = write(usual()[2], "xlsx", project, "whole")
    for number in range(6):
        path = project / f"part-{number}.xlsx"
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
            for one in old.namelist():
                data = bytearray(old.read(one))
                if one.endswith(("sheet1.xml", "sharedStrings.xml")):
                    for _ in range(3):
                        data[chance.randrange(len(data))] = chance.choice(b'<>&"19AZ ')
                new.writestr(one, bytes(data))
        done = jixiao("import", path.name)
        assert done.returncode in (0, 2), done.stderr
        assert "程序内部错误" not in done.stderr
