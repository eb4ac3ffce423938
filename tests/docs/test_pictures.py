"""The pictures of the docs show what the commands write today."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from generate.pictures import FOLDER, MADE, PICTURES, ROOT, Picture, digest, made, written
from shared.office.parts import converted, needed, pictures

MAX_BYTES = 200_000
"""Largest picture: a page that is read on a screen, not printed."""


@pytest.mark.parametrize("picture", PICTURES, ids=lambda one: one.name)
def test_a_picture_shows_what_is_written_today(picture: Picture, tmp_path: Path) -> None:
    file = written(picture, tmp_path)
    if os.environ.get("JIXIAO_ACCEPT"):
        _make(picture, file, tmp_path)
    assert made().get(picture.name) == digest(file), (
        "JIXIAO_ACCEPT=1 pytest tests/docs/test_pictures.py makes it anew"
    )
    assert 0 < (FOLDER / f"{picture.name}.png").stat().st_size < MAX_BYTES


def _make(picture: Picture, file: Path, into: Path) -> None:
    needed("soffice", "LibreOffice")
    pages = pictures(converted(file, "pdf", into / "pdf"), into / "png", dots=72)
    FOLDER.mkdir(exist_ok=True)
    shutil.copy(pages[picture.page - 1], FOLDER / f"{picture.name}.png")
    known = {**made(), picture.name: digest(file)}
    kept = {one.name: known[one.name] for one in PICTURES if one.name in known}
    MADE.write_text(json.dumps(kept, indent=2) + "\n", "utf-8")


def test_every_picture_is_shown_and_every_one_shown_is_there() -> None:
    shown = {
        name
        for page in (ROOT / "docs").glob("*.md")
        for name in re.findall(r"\]\(pictures/([\w-]+)\.png\)", page.read_text("utf-8"))
    }
    assert shown == {one.name for one in PICTURES} == {one.stem for one in FOLDER.glob("*.png")}
