"""`jixiao show`: the tables of the project, one indicator, a page in a file, tables with errors."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from shutil import copytree

import pytest
from rich.cells import cell_len

from jixiao.cli import main

ROOT = Path(__file__).parents[2]
TABLES = ("huaihua-department@2022", "project-expenditure@2024", "zhanjiang-department@2021")
LADDER = "评分标准: 以100%为标准。在职人员控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """Give a copy of the rules that a test may spoil."""
    return Path(copytree(ROOT / "rules", tmp_path / "rules"))


def spoil(rules: Path, old: str, new: str) -> Path:
    """Change a line of a table, and give its path."""
    path = rules / "huaihua/department-2022.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize("table", TABLES)
def test_every_table_of_the_project_is_shown(jixiao, table: str) -> None:
    done = jixiao("show", table, COLUMNS="80")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"（{table}）" in done.stdout.replace("\n", "")
    assert all(cell_len(line) <= 80 for line in done.stdout.splitlines())


@pytest.mark.parametrize("table", TABLES)
def test_every_table_of_the_project_is_a_page(capsys, table: str) -> None:
    assert main(["show", table, "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("<!doctype html>")
    parser = HTMLParser()
    parser.feed(page)
    parser.close()
    assert "http:" not in page
    assert "https:" not in page


def test_a_path_takes_its_items_from_beside_it(jixiao, rules: Path) -> None:
    done = jixiao("show", str(rules / "huaihua/department-2022.yaml"), "预算控制率")
    assert (done.returncode, done.stderr) == (0, "")
    assert ">10%    ≤20%     3" in done.stdout
    assert "在职人员控制率" not in done.stdout


def test_a_page_goes_to_the_file(jixiao, folder: Path) -> None:
    done = jixiao("show", TABLES[0], "--format", "html", "-o", "表.html")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (folder / "表.html").read_text(encoding="utf-8").endswith("</html>\n")


def test_text_goes_to_a_file_without_colours(jixiao, folder: Path) -> None:
    jixiao("show", TABLES[0], "-o", "表.txt", FORCE_COLOR="1")
    assert "\x1b" not in (folder / "表.txt").read_text(encoding="utf-8")


def test_the_table_itself_is_never_overwritten(jixiao, rules: Path) -> None:
    path = rules / "huaihua/department-2022.yaml"
    before = path.read_bytes()
    done = jixiao("show", str(path), "-o", str(path))
    assert done.returncode == 2
    assert "不能把结果写到输入文件" in done.stderr
    assert path.read_bytes() == before


def test_a_sentence_that_is_not_understood_is_2_and_the_rest_is_shown(jixiao, rules: Path) -> None:
    path = spoil(rules, LADDER, "评分标准: 在职人员控制率100，计5分；每超过一个百分点扣0.5分。")
    done = jixiao("show", str(path))
    assert done.returncode == 2
    assert done.stderr.startswith(f"{path}:")
    assert len(done.stderr.splitlines()) == 1
    assert "^" in done.stdout
    assert "预算控制率" in done.stdout
    page = jixiao("show", str(path), "--format", "html")
    assert page.returncode == 2
    assert "<mark>" in page.stdout


def test_points_that_do_not_add_up_are_2_and_shown(jixiao, rules: Path) -> None:
    done = jixiao("show", str(spoil(rules, "满分: 100", "满分: 99")))
    assert done.returncode == 2
    assert "与满分99不符" in done.stderr
    assert "与满分99不符" in done.stdout.replace("\n", "")


def test_a_table_that_cannot_be_read_is_2_and_nothing_is_shown(jixiao, rules: Path, folder: Path) -> None:
    path = spoil(rules, "满分: 100", "满分: [100")
    done = jixiao("show", str(path), "--format", "html", "-o", "表.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert str(path) in done.stderr
    assert not (folder / "表.html").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("没有",), "没有"),
        (("none.yaml",), "none.yaml：找不到文件"),
        ((TABLES[0], "没有这个"), "没有名为“没有这个”的指标"),
        ((TABLES[0], "控制率"), "不止对应一个指标"),
        ((TABLES[0], "一", "二"), "只能看一张表的一个指标，多出来的是“二”"),
        ((TABLES[0], "--format", "json"), "选项 --format 不能是“json”，可用：text、html"),
        ((TABLES[0], "--rules", "none"), "none：找不到文件夹"),
    ],
)
def test_what_is_not_there_is_2_with_what_there_is(jixiao, words: tuple[str, ...], message: str) -> None:
    done = jixiao("show", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


# ── A common framework ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("framework", ["department", "project", "project-2013"])
def test_every_framework_is_shown(jixiao, framework: str) -> None:
    done = jixiao("show", f"common/{framework}", COLUMNS="80")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"（common/{framework}）" in done.stdout
    assert f"jixiao new table --from common/{framework} -o 文件" in done.stdout
    assert all(cell_len(line) <= 80 for line in done.stdout.splitlines())
    page = jixiao("show", f"common/{framework}", "--format", "html")
    assert (page.returncode, page.stdout[:15]) == (0, "<!doctype html>")


def test_indicators_of_a_framework_are_found_as_those_of_a_table(jixiao) -> None:
    assert "共 3 项" in jixiao("show", "common/department", "控制率").stdout
    assert "共 1 项" in jixiao("show", "common/department", "三公经费变动率").stdout
    assert "预算调整率*" in jixiao("show", "common/department", "预算控制率").stdout
    assert "固定资产利用率" in jixiao("show", "common/department", "asset-use").stdout
    done = jixiao("show", "common/department", "预算完成律")
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有名为“预算完成律”的指标，是否为“预算完成率”" in done.stderr


def test_a_framework_goes_to_a_file_but_never_over_itself(jixiao, rules: Path, folder: Path) -> None:
    path = rules / "common/department.yaml"
    before = path.read_bytes()
    words = ("show", "common/department", "--rules", str(rules))
    assert jixiao(*words, "-o", "框架.txt").returncode == 0
    assert "预算完成率*" in (folder / "框架.txt").read_text(encoding="utf-8")
    done = jixiao(*words, "-o", str(path))
    assert done.returncode == 2
    assert "不会写到它上面" in done.stderr
    assert path.read_bytes() == before


def test_rules_without_frameworks_have_the_national_ones_and_broken_ones_are_refused(
    jixiao, rules: Path
) -> None:
    path = rules / "common/project.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("实际到位资金 / 项目", "实际到位资金 / 项木", 1), "utf-8"
    )
    done = jixiao("show", "common/department", "--rules", str(rules))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{path}:")
    assert "未定义的数据项“项木预算资金”，是否为“项目预算资金”" in done.stderr
    for file in (rules / "common").iterdir():
        file.unlink()
    (rules / "common").rmdir()
    assert jixiao("show", "common/department", "--rules", str(rules)).returncode == 0


def test_a_file_of_a_framework_is_told_from_a_table(jixiao, rules: Path) -> None:
    done = jixiao("show", str(rules / "common/department.yaml"))
    assert done.returncode == 2
    assert "这是共性框架，不是指标表" in done.stderr
