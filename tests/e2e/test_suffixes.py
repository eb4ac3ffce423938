"""The name of the file that is written chooses the format, where --format is silent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reports.pages import assert_whole

TABLE = "huaihua-department@2022"


def test_json_by_its_name(jixiao, folder: Path) -> None:
    assert jixiao("check", "claim.yaml", "-o", "out.json").returncode == 0
    assert json.loads((folder / "out.json").read_text("utf-8"))["format"] == "jixiao.check/1"


def test_a_page_by_its_name(jixiao, folder: Path) -> None:
    assert jixiao("show", TABLE, "-o", "out.HTML").returncode == 0
    assert (folder / "out.HTML").read_text("utf-8").startswith("<!doctype html>")


def test_a_case_is_a_page_by_its_name(jixiao, folder: Path) -> None:
    """The page holds what the screen says of the case, and nothing is printed beside it."""
    done = jixiao("check", "claim.yaml", "-o", "核算.html")
    assert (done.returncode, done.stdout) == (0, "")
    page = assert_whole((folder / "核算.html").read_text("utf-8"))
    [result] = json.loads(jixiao("check", "claim.yaml", "--format", "json").stdout)["results"]
    assert result["case"]["name"] in page.told
    for one in result["findings"]:
        assert one["title"] in page.told
    for one in result["indicators"]:
        assert one["name"] in page.told


def test_several_cases_are_one_page_with_a_list(jixiao, folder: Path) -> None:
    """Also where several processes work on it, and one case is refused."""
    (folder / "坏.yaml").write_text("案例: [\n", "utf-8")
    done = jixiao("check", ".", "--format", "html", "--processes", "2")
    assert done.returncode == 2
    page = assert_whole(done.stdout)
    assert len(page.named("nav")) == 1
    assert "坏.yaml" in page.told


def test_sarif_by_its_name(jixiao, folder: Path) -> None:
    assert jixiao("lint", "-o", "out.sarif").returncode == 0
    assert "runs" in json.loads((folder / "out.sarif").read_text("utf-8"))


@pytest.mark.parametrize("name", ["out.txt", "out.md", "out", "报告"])
def test_any_other_name_holds_text(jixiao, folder: Path, name: str) -> None:
    assert jixiao("check", "claim.yaml", "-o", name).returncode == 0
    assert "自评" in (folder / name).read_text("utf-8")


def test_what_is_asked_for_counts_more_than_the_name(jixiao, folder: Path) -> None:
    assert jixiao("check", "claim.yaml", "--format", "text", "-o", "out.json").returncode == 0
    assert "自评" in (folder / "out.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "known"),
    [
        (("check", "claim.yaml", "-o", "out.pdf"), "text、json"),
        (("show", TABLE, "-o", "out.json"), "text、html"),
        (("lint", "-o", "out.xlsx"), "text、json、sarif"),
    ],
)
def test_a_name_that_promises_another_format_is_refused(
    jixiao, folder: Path, words: tuple[str, ...], known: str
) -> None:
    done = jixiao(*words)
    assert done.returncode == 2
    assert known in done.stderr
    assert not (folder / words[-1]).exists()
