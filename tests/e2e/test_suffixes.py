"""The name of the file that is written chooses the format, where --format is silent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

TABLE = "huaihua-department@2022"


def test_json_by_its_name(jixiao, folder: Path) -> None:
    assert jixiao("check", "claim.yaml", "-o", "out.json").returncode == 0
    assert json.loads((folder / "out.json").read_text("utf-8"))["format"] == "jixiao.check/1"


def test_a_page_by_its_name(jixiao, folder: Path) -> None:
    assert jixiao("show", TABLE, "-o", "out.HTML").returncode == 0
    assert (folder / "out.HTML").read_text("utf-8").startswith("<!doctype html>")


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
        (("check", "claim.yaml", "-o", "out.docx"), "text、json"),
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
