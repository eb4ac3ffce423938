"""Real programs that tests look at office files with; a test that needs one that is missing is skipped by name.

Where JIXIAO_PARTS=required (.ci/run sets it) such a skip is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

TIMEOUT = 180
"""Seconds that LibreOffice may take; its first start on a busy machine takes 20."""

_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""LibreOffice's setting to calculate a workbook whenever it opens one."""


def needed(program: str, name: str, folder: str | None = None) -> str:
    """Give the path of a program, in a folder or wherever programs are; skips the test, or fails it in CI, where it is missing."""
    found = shutil.which(program, path=folder)
    if found is None:
        why = f"{name} is not installed"
        if os.environ.get("JIXIAO_PARTS") == "required":
            pytest.fail(f"{why}, and JIXIAO_PARTS=required")
        pytest.skip(why)
    return found


@cache
def _profile() -> Path:
    """Give a folder for LibreOffice's settings, one a process: two that run at once must not share one.

    It then calculates every formula anew, whatever value a workbook carries.
    """
    folder = Path(tempfile.mkdtemp(prefix="jixiao-office-"))
    settings = folder / "user/registrymodifications.xcu"
    settings.parent.mkdir()
    settings.write_text(_ALWAYS, "utf-8")
    return folder


def converted(file: Path, kind: str, into: Path) -> Path:
    """Have LibreOffice turn a file into another kind (pdf, xlsx, docx); give where it is."""
    [result] = all_converted([file], kind, into)
    return result


def all_converted(files: list[Path], kind: str, into: Path) -> list[Path]:
    """Have LibreOffice turn files into another kind in one start; give where they are."""
    soffice = needed("soffice", "LibreOffice")
    into.mkdir(parents=True, exist_ok=True)
    command = [soffice, f"-env:UserInstallation=file://{_profile()}", "--headless", "--norestore"]
    command += ["--convert-to", kind, "--outdir", str(into), *map(str, files)]
    environment = {**os.environ, "HOME": str(_profile())}
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, timeout=TIMEOUT, env=environment
    )
    results = [into / f"{file.stem}.{kind.split(':', maxsplit=1)[0]}" for file in files]
    assert all(one.exists() for one in results), done.stdout + done.stderr
    return results


def pictures(pdf: Path, into: Path, dots: int = 60) -> list[Path]:
    """Turn a pdf into pictures, one a page."""
    program = needed("pdftoppm", "poppler-utils")
    into.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [program, "-png", "-r", str(dots), str(pdf), str(into / pdf.stem)], check=True, timeout=TIMEOUT
    )
    return sorted(into.glob(f"{pdf.stem}-*.png"))
