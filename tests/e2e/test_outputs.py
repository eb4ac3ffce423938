"""Files that -o and --junit name: what is there is an input, a rule or a case, and stays."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree
from xml.etree import ElementTree as Xml

import pytest

from jixiao.cli import main, new as command

ROOT = Path(__file__).parents[2]
TABLE = "rules/huaihua/department-2022.yaml"
CASE = "cases/huaihua-beijing-2022.yaml"


@pytest.fixture
def project(folder: Path) -> Path:
    """Give a folder with rules and cases."""
    copytree(ROOT / "rules", folder / "rules")
    copytree(ROOT / "cases", folder / "cases")
    return folder


@pytest.mark.parametrize(
    "words",
    [
        ("check", CASE, "-o", "rules/items.yaml"),
        ("check", CASE, "-o", "rules/checks/budget.yaml"),
        ("check", CASE, "-o", "cases/huaihua-changsha-2022.yaml"),
        ("check", "cases", "-o", CASE),
        ("diff", TABLE, TABLE, "-o", TABLE),
        ("diff", TABLE, TABLE, "--cases", "cases", "-o", CASE),
        ("test", "-o", "rules/findings/claims.yaml"),
        ("test", "cases", "--junit", "rules/items.yaml"),
        ("lint", TABLE, "-o", "rules/common/project.yaml"),
        ("show", "huaihua-department", "-o", TABLE),
        ("show", "common/project", "-o", "rules/items.yaml"),
    ],
)
def test_no_report_is_written_over_a_rule_or_a_case(jixiao, project, words) -> None:
    """Whether it was read for the report or not: one line, exit status 2, and the file as it was."""
    before = (project / words[-1]).read_bytes()
    done = jixiao(*words)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "不会写到它上面" in done.stderr or "不能把结果写到输入文件" in done.stderr
    assert (project / words[-1]).read_bytes() == before


def test_an_input_of_any_name_is_no_output(jixiao, project) -> None:
    """Also through a link, and where it is the value of an option."""
    case = project / "案例.txt"
    case.write_bytes((project / CASE).read_bytes())
    (project / "link").symlink_to("案例.txt")
    (project / "hard").hardlink_to(case)
    before = case.read_bytes()
    for words in (
        ("check", "案例.txt", "-o", "案例.txt"),
        ("check", "案例.txt", "-o", "link"),
        ("check", "案例.txt", "-o", "hard"),
        ("test", "案例.txt", "--junit", "./案例.txt"),
        ("diff", TABLE, TABLE, "--cases", "案例.txt", "-o", "案例.txt"),
    ):
        done = jixiao(*words)
        assert done.returncode == 2, words
        assert "不能把结果写到输入文件" in done.stderr
        assert case.read_bytes() == before


def test_a_link_to_a_rule_is_the_rule(jixiao, project) -> None:
    """Whatever the link is called."""
    (project / "报告.txt").symlink_to("rules/items.yaml")
    assert jixiao("check", CASE, "-o", "报告.txt").returncode == 2
    assert (project / "rules/items.yaml").read_bytes() == (ROOT / "rules/items.yaml").read_bytes()


def test_two_reports_do_not_share_a_file(jixiao, project) -> None:
    """Else only one of them would be left."""
    done = jixiao("test", "cases", "-o", "x", "--junit", "./x")
    assert done.returncode == 2
    assert "两个结果不能都写进" in done.stderr
    assert not (project / "x").exists()


def test_a_program_is_told_in_json(jixiao, project) -> None:
    """The refusal is a document like any other."""
    done = jixiao("check", CASE, "--format", "json", "-o", "rules/items.yaml")
    assert done.returncode == 2
    assert "不会写到它上面" in json.loads(done.stdout)["errors"][0]["message"]


def test_a_report_may_be_made_anew(jixiao, project) -> None:
    """What was a report before is one again."""
    for _ in range(2):
        assert jixiao("check", CASE, "-o", "报告.json").returncode == 0


def test_a_file_that_came_meanwhile_is_not_overwritten(tmp_path: Path, monkeypatch, capsys) -> None:
    """`new` looks whether a file is there, and again in the moment it writes."""
    monkeypatch.setattr(command, "is_file", lambda path: False)
    page = tmp_path / "表.yaml"
    page.write_text("别人的", "utf-8")
    assert main(["new", "table", "-o", str(page)]) == 2
    assert "不会覆盖" in capsys.readouterr().err
    assert page.read_text("utf-8") == "别人的"


def test_junit_is_well_formed_whatever_a_file_is_called(jixiao, project) -> None:
    """XML knows no U+FFFF, which a file name may hold."""
    name = "甲\uffff\x85\x1b.yaml"
    (project / name).write_bytes((project / CASE).read_bytes())
    assert jixiao("test", name, "--junit", "结果.xml").returncode == 0
    assert Xml.parse(project / "结果.xml").getroot().tag == "testsuites"
