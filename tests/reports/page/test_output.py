"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from jixiao.reports.page import output
from jixiao.reports.page.output import SURELY_DEAD, write_new, write_whole


def test_a_failure_half_way_leaves_the_old_file_and_nothing_beside_it(monkeypatch, tmp_path: Path) -> None:
    page = tmp_path / "结果.txt"
    page.write_text("旧", encoding="utf-8")

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        write_whole(page, "新")
    assert [file.name for file in tmp_path.iterdir()] == ["结果.txt"]
    assert page.read_text(encoding="utf-8") == "旧"


def test_a_long_name_has_room_for_the_file_beside_it(tmp_path: Path) -> None:
    page = tmp_path / f"{'长' * 80}.txt"
    write_whole(page, "新")
    assert page.read_text(encoding="utf-8") == "新"


def test_a_loop_of_links_is_replaced_not_followed(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    write_whole(loop, "新")
    assert loop.read_text(encoding="utf-8") == "新"


def test_a_name_in_no_encoding_can_be_written_of(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", "\udcff")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "\\udcff"


def test_of_several_files_all_are_written_or_none(tmp_path: Path, monkeypatch) -> None:
    """Where the disk is full in the middle, there is nothing new, and what was there is as it was."""
    old = tmp_path / "a.txt"
    old.write_text("旧", "utf-8")
    files = {old: "新", tmp_path / "x/y/b.txt": "乙"}
    calls = []

    def full(target: Path, data: bytes) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "full")
        return original(target, data)

    original = output._write_beside
    monkeypatch.setattr(output, "_write_beside", full)
    with pytest.raises(OSError, match="full"):
        output.write_all_whole(files)
    assert [path.name for path in tmp_path.rglob("*")] == ["a.txt"]
    assert old.read_text("utf-8") == "旧"
    monkeypatch.undo()
    output.write_all_whole(files)
    assert {path: path.read_text("utf-8") for path in files} == files
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.txt", "b.txt", "x", "y"]


def test_a_new_file_is_never_one_that_is_there(tmp_path: Path) -> None:
    """Also where it was made while the text was; and where a file system knows no links."""
    page = tmp_path / "a.yaml"
    assert write_new(page, "甲")
    assert not write_new(page, "乙")
    assert (page.read_text("utf-8"), [path.name for path in tmp_path.iterdir()]) == ("甲", ["a.yaml"])


def test_a_new_file_needs_no_links(monkeypatch, tmp_path: Path) -> None:
    def cannot(one: object, other: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", cannot)
    page = tmp_path / "a.yaml"
    assert write_new(page, "甲")
    with pytest.raises(FileExistsError):
        write_new(page, "乙")
    assert (page.read_text("utf-8"), [path.name for path in tmp_path.iterdir()]) == ("甲", ["a.yaml"])


def test_what_killed_runs_left_is_cleared_away(tmp_path: Path) -> None:
    """Only what is old and was left beside this very file."""
    left, young, other, own = (
        tmp_path / name
        for name in (
            ".a.json.k2_x9abc.tmp",
            ".a.json.k2_x9abd.tmp",
            ".b.json.k2_x9abc.tmp",
            ".a.json.mine.tmp",
        )
    )
    for path in (left, young, other, own):
        path.write_text("半", "utf-8")
        then = time.time() - (0 if path == young else SURELY_DEAD + 60)
        os.utime(path, (then, then))
    write_whole(tmp_path / "a.json", "{}")
    assert {path.name for path in tmp_path.iterdir()} == {"a.json", young.name, other.name, own.name}
