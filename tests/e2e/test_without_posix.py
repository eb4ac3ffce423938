"""Every command runs where nothing is there that only Unix has, on a console of GBK."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "tests/shared/without_posix.py"
TABLE = "huaihua-department@2022"
CASE = str(ROOT / "cases/huaihua-beijing-2022.yaml")


@pytest.mark.parametrize(
    ("words", "made"),
    [
        (("check", str(ROOT / "cases"), "--brief"), ""),
        (("check", CASE, "-o", "意见.docx"), "意见.docx"),
        (("check", str(ROOT / "cases"), "-o", "汇总.xlsx"), "汇总.xlsx"),
        (("form", TABLE, "-o", "采集表.xlsx"), "采集表.xlsx"),
        (("show", TABLE, "-o", "指标表.docx"), "指标表.docx"),
        (("new", "case", TABLE, "-o", "案例.yaml"), "案例.yaml"),
        (("diff", TABLE, TABLE), ""),
        (("test", str(ROOT / "cases")), ""),
        (("standard", "不超过100%的，得满分；每超过1%，扣1分。", "--points", "5", "--at", "102%"), ""),
    ],
    ids=lambda one: one[0] if isinstance(one, tuple) else "",
)
def test_a_command_runs(words: tuple[str, ...], made: str, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONIOENCODING": "gbk",
        "JIXIAO_DEBUG": "1",
        "JIXIAO_CACHE": str(tmp_path / "kept"),
    }
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *words, "--rules", str(ROOT / "rules")][: None if words[0] != "standard" else -2],
        check=False, capture_output=True, cwd=tmp_path, env=environment, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode("gbk", "replace")
    done.stdout.decode("gbk")
    assert not made or (tmp_path / made).stat().st_size > 0
