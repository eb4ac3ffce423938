"""Pictures of what goes to Excel and Word, in `docs/pictures`: made by LibreOffice of files that the commands write.

`made.json` says of which bytes each picture was made; they are the same on every machine, so a test tells when a
picture is out of date, also where no LibreOffice is. `JIXIAO_ACCEPT=1 pytest tests/docs/test_pictures.py` makes them anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from jixiao.cli import main

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs/pictures"
MADE = FOLDER / "made.json"
_DIGEST = re.compile(rb"[0-9a-f]{12,64}")
RULES = str(ROOT / "rules")
TABLE = "huaihua-department@2022"
CASE = "cases/huaihua-beijing-2022.yaml"


@dataclass(frozen=True)
class Picture:
    """A page of a file that a command writes."""

    name: str
    file: str
    words: tuple[str, ...]
    page: int = 1


PICTURES = (
    Picture("table", "指标表.xlsx", ("show", TABLE)),
    Picture("form-figures", "采集表.xlsx", ("form", TABLE, "--from", CASE), page=3),
    Picture("opinion", "复核意见.docx", ("check", CASE, "--document", "opinion")),
    Picture("summary", "汇总.docx", ("check", "cases", "--document", "summary")),
)


def written(picture: Picture, into: Path) -> Path:
    """Have the command write the file of a picture; give where it is."""
    file = into / picture.file
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
            status = main([*picture.words, "--rules", RULES, "-o", str(file)])
    finally:
        os.chdir(here)
    assert status == 0, picture
    return file


def digest(file: Path) -> str:
    """Give the digest of what a file says, without the digests in it: they change with every item, and no page with them."""
    found = hashlib.sha256()
    with ZipFile(file) as archive:
        for name in archive.namelist():
            found.update(name.encode() + _DIGEST.sub(b"", archive.read(name)))
    return found.hexdigest()


def made() -> dict[str, str]:
    """Give of which bytes each picture was made."""
    found: dict[str, str] = json.loads(MADE.read_text("utf-8")) if MADE.exists() else {}
    return found
