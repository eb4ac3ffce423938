"""`jixiao simulate`: many variants of a table over the rows of an input."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from rich.cells import cell_len

from shared.formats import held

TABLE = "huaihua-department@2022"
ROWS = (
    "代码,单位,编制数,在职人员数,年初预算,本年追加预算,满意度\n"
    "a,甲局,20,20,100,8,95%\n"
    "b,乙局,20,21,100,11,85%\n"
    "c,丙局,20,19,100,,\n"
)


@pytest.fixture
def rows(folder: Path) -> Path:
    path = folder / "全省.csv"
    path.write_text(ROWS, "utf-8")
    return path


def test_the_text_tells_each_variant_and_who_moves(jixiao, rows: Path) -> None:
    done = jixiao("simulate", TABLE, rows.name, "--vary", "预算控制率.条款2.分值=3")
    assert (done.returncode, done.stderr) == (0, "")
    assert "：1 个方案，3 行" in done.stdout.replace("\n", "")
    assert "A  预算控制率.条款2.分值（现为4分）" in done.stdout
    assert "1 行减分，1 行难说" not in done.stdout
    assert "第 1 行 甲局" in done.stdout


def test_the_json_is_of_its_format_and_exact(jixiao, rows: Path) -> None:
    done = jixiao(
        "simulate",
        TABLE,
        rows.name,
        "--vary=预算控制率.条款2.分值=3,4",
        "--vary",
        "等级.优=86",
        "--format=json",
    )
    found = held(done.stdout, "simulate")
    assert [one["number"] for one in found["variants"]] == [1, 2]
    assert found["variants"][0]["moves"]["first"][0]["name"] == "甲局"
    assert found["variants"][1]["moves"]["up"] == 0
    assert found["base"]["rows"] == 3


def test_a_variant_that_can_not_be_and_a_bad_row_are_told_by_the_exit_status(jixiao, rows: Path) -> None:
    done = jixiao("simulate", TABLE, rows.name, "--vary", "等级.优=70,86", "--format", "json")
    found = held(done.stdout, "simulate")
    assert (done.returncode, [one["standing"] is None for one in found["variants"]]) == (1, [True, False])
    assert "从高到低" in found["variants"][0]["errors"][0]["message"]
    rows.write_text(ROWS + "d,丁局,二十,19,100,1,\n", "utf-8")
    done = jixiao("simulate", TABLE, rows.name, "--vary", "等级.优=86", "--format", "json")
    assert (done.returncode, held(done.stdout, "simulate")["bad"]) == (1, 1)


def test_the_page_stands_alone_and_draws_each_variant(jixiao, rows: Path, folder: Path) -> None:
    done = jixiao("simulate", TABLE, rows.name, "--vary", "预算控制率.条款2.分值=3..5", "-o", "方案.html")
    assert (done.returncode, done.stdout) == (0, "")
    page = (folder / "方案.html").read_text("utf-8")
    assert page.count("<svg") > 3
    assert "<script" not in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    drawing = page[page.index("<svg") : page.index("</svg>") + len("</svg>")]
    assert len(fromstring(drawing).findall("g")) == 4


def test_places_are_listed_for_people_and_programs(jixiao) -> None:
    told = jixiao("simulate", TABLE, "--list")
    assert told.returncode == 0
    assert any(line.split()[:2] == ["预算控制率.条款2.分值", "4分"] for line in told.stdout.splitlines())
    found = held(jixiao("simulate", TABLE, "--list", "--format", "json").stdout, "simulate")
    assert {"path": "等级.优", "now": "90", "clause": ""} in found["places"]


@pytest.mark.parametrize("columns", ["80", "120"])
def test_it_fits_the_terminal(jixiao, rows: Path, columns: str) -> None:
    done = jixiao(
        "simulate",
        TABLE,
        rows.name,
        "--vary",
        "预算控制率.条款2.分值=3..5",
        "--vary=管理制度健全性.分值=7",
        COLUMNS=columns,
    )
    assert max(cell_len(line) for line in done.stdout.splitlines()) <= int(columns)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((TABLE, "全省.csv"), "没有写要变什么"),
        ((TABLE, "全省.csv", "--vary", "预算控制率.条款7.分值=3"), "只有5条，没有条款7"),
        ((TABLE, "全省.csv", "--vary", "等级.优=86", "--variants", "x.csv"), "只用一个"),
        ((TABLE, "没有.csv", "--vary", "等级.优=86"), "没有.csv"),
        ((TABLE, "全省.csv", "更多"), "多出来的是“更多”"),
        (("没有的表", "全省.csv", "--vary", "等级.优=86"), "没有的表"),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_what_can_not_be_is_told_and_nothing_else(
    jixiao, rows: Path, words: tuple[str, ...], told: str, form: str
) -> None:
    done = jixiao("simulate", *words, "--format", form)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    if form == "json":
        assert (
            told
            in held(done.stdout, "simulate")["errors"][0]["message"]
            + held(done.stdout, "simulate")["errors"][0]["file"]
        )
