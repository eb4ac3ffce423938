"""What may not be read, or might never end: told, never passed over, and never waited for."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import copytree

import pytest

from jixiao.cli import main
from shared.closed import closed

ROOT = Path(__file__).parents[2]
CLOSED = "文件夹打不开（没有权限）"
TABLE = "huaihua-department"


@pytest.fixture
def project(tmp_path: Path, monkeypatch) -> Path:
    """Go to a folder with rules and cases, some of them in a folder of their own."""
    copytree(ROOT / "rules", tmp_path / "rules")
    copytree(ROOT / "cases", tmp_path / "cases")
    copytree(ROOT / "cases", tmp_path / "cases/sub")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JIXIAO_CACHE", "off")
    return tmp_path


@pytest.mark.parametrize("mode", [0, 0o444])
@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("rules", ("check", "cases")),
        ("rules", ("check", "cases", "--rules", "rules")),
        ("rules", ("lint",)),
        ("rules", ("lint", "rules")),
        ("rules", ("show", TABLE)),
        ("rules", ("diff", "rules", "rules")),
        ("rules", ("new", "table")),
        ("rules/checks", ("check", "cases")),
        ("rules/checks", ("test",)),
        ("rules/findings", ("check", "cases")),
        ("rules/huaihua", ("check", "cases")),
        ("rules/huaihua", ("show", TABLE)),
        ("rules/huaihua", ("diff", "rules", "rules")),
        ("rules/common", ("show", "common/department")),
        ("cases/sub", ("check", "cases")),
        ("cases/sub", ("test", "cases")),
        ("cases/sub", ("diff", TABLE, TABLE, "--cases", "cases")),
    ],
)
def test_a_folder_that_may_not_be_looked_into_is_told(project, capsys, folder: str, words, mode: int) -> None:
    """Else a run over a part of the rules or cases would look like one over all, or fall back on other rules."""
    with closed(project / folder, mode):
        assert main(list(words)) == 2
    assert f"{folder}：{CLOSED}" in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["rules/checks", "rules/findings", "rules/huaihua", "rules/common"])
def test_lint_tells_a_folder_of_rules_that_is_closed(project, capsys, folder: str) -> None:
    """As it tells a file that can't be read."""
    with closed(project / folder):
        assert main(["lint"]) == 1
    assert CLOSED in capsys.readouterr().out


def test_lint_tells_a_folder_of_cases_that_is_closed(project, capsys) -> None:
    """Where there are cases beside it, and where it is named itself."""
    with closed(project / "cases/sub"):
        assert main(["lint", "cases"]) == 1
        assert main(["lint", "cases/sub"]) == 1
    assert capsys.readouterr().out.count("文件夹打不开") == 2


def test_what_is_beside_a_closed_folder_is_still_evaluated(project, capsys) -> None:
    """One message more, and exit status 2."""
    with closed(project / "cases/sub"):
        main(["check", "cases"])
    assert "怀化市人民政府驻北京联络处" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("cases", ("check", "cases")),
        ("cases", ("test", "cases")),
        ("cases", ("lint", "cases")),
        ("cases", ("diff", TABLE, TABLE, "--cases", "cases")),
        ("rules", ("lint",)),
        ("rules/checks", ("check", "cases")),
        ("rules/findings", ("check", "cases")),
        ("rules/common", ("lint", "rules")),
        ("rules/huaihua", ("diff", "rules", "rules")),
    ],
)
@pytest.mark.parametrize("cache", ["off", "kept"])
def test_a_pipe_among_the_files_is_told_and_not_waited_for(
    project, capsys, monkeypatch, place: str, words, cache: str
) -> None:
    """Whether what is read is kept between runs or not."""
    monkeypatch.setenv("JIXIAO_CACHE", cache)
    os.mkfifo(project / place / "pipe.yaml")
    assert main(list(words)) in (1, 2)
    told = capsys.readouterr()
    assert "这不是普通文件" in told.out + told.err


def test_items_that_are_a_pipe_are_not_those_of_jixiao(project, capsys) -> None:
    """What a folder has under the name of its items is its items."""
    (project / "rules/items.yaml").unlink()
    os.mkfifo(project / "rules/items.yaml")
    assert main(["check", "cases"]) == 2
    assert "rules/items.yaml：这不是普通文件" in capsys.readouterr().err
