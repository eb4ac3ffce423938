"""Arguments of a command become case files, each once."""

from pathlib import Path

import pytest

from jixiao.files import find_cases
from jixiao.model.diagnostic import Refused

CASE = "# 注释\n案例: 甲\n代码: jia\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three cases among other files."""
    for name, text in {
        "b.yaml": CASE,
        "a.yml": "数据: {}\n",
        "deep/c.YAML": CASE,
        "items.yaml": "数据项:\n  编制数: {单位: 人}\n",
        "table.yaml": "指标表: 甲\n指标:\n  - 名称: 自评\n",
        "stray.yaml": "on: push\n",
        "notes.txt": CASE,
        ".hidden/d.yaml": CASE,
        ".hidden.yaml": CASE,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def names(paths: list[Path], folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_a_folder_gives_its_cases_sorted_and_nothing_else(folder: Path) -> None:
    assert names(find_cases([folder]), folder) == ["a.yml", "b.yaml", "deep/c.YAML"]


def test_files_are_taken_as_they_are_and_each_once(folder: Path) -> None:
    given = [folder / "b.yaml", folder / "stray.yaml", folder / "absent.yaml", folder]
    assert names(find_cases(given), folder) == ["b.yaml", "stray.yaml", "absent.yaml", "a.yml", "deep/c.YAML"]


@pytest.mark.parametrize("codec", ["utf-8-sig", "gb18030", "utf-16", "utf-16-be", "big5"])
def test_a_case_in_any_encoding_is_taken_so_that_reading_it_can_say_so(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes("案例: 甲\r\nid: jia\r\n".encode(codec))
    assert find_cases([tmp_path]) == [path]


@pytest.mark.parametrize("text", ["", "\n", '"案例": 甲', "案例：甲"])
def test_a_damaged_case_is_not_passed_over_in_silence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(text, "utf-8")
    assert find_cases([tmp_path]) == [path]


def test_a_folder_without_cases_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="文件夹里没有案例文件"):
        find_cases([tmp_path])
