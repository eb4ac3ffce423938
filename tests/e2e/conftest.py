"""Runs the command as users do: in a process of its own (split off one that stands ready), in a folder of its own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

import pytest

from shared.ready import Ready, started

ROOT = Path(__file__).parents[2]

QUIET = """\
案例: 某办 2022 年度部门整体支出
代码: quiet-2022
单位: 某办
地区: 湖南省怀化市
年度: 2022
对象: 部门整体支出
指标表: huaihua-department@2022
来源: {自评报告: 报告.txt}
数据:
  编制数: {值: 19, 单位: 人, 出处: 自评报告 一}
  在职人员数: {值: 12, 单位: 人, 出处: 自评报告 一}
"""
"""A case that claims nothing, so that nothing can be found in it."""

BROKEN = "案例: 某办\n代码: [broken\n"
"""A case that cannot be read, with the place where it breaks."""

Jixiao = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a claim that cannot stand, a quiet case and a broken one."""
    copy(ROOT / "cases/huaihua-beijing-2022.yaml", tmp_path / "claim.yaml")
    (tmp_path / "quiet.yaml").write_text(QUIET, encoding="utf-8")
    (tmp_path / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder for what is kept between runs, as a user has one; that it changes nothing is `test_kept.py`'s."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
def environment(cache: Path) -> dict[str, str]:
    """Give the environment of a user, without what steers colours and sizes."""
    return _environment() | {"JIXIAO_CACHE": str(cache)}


@pytest.fixture(scope="session")
def ready() -> Iterator[Ready]:
    """Give the command, loaded and standing ready."""
    standing = Ready(_environment())
    yield standing
    standing.end()


@pytest.fixture
def jixiao(folder: Path, environment: dict[str, str], ready: Ready) -> Jixiao:
    """Give a function that runs `jixiao` with these words in the folder."""

    def run(*words: str, encoding: str = "utf-8", **settings: str) -> subprocess.CompletedProcess[str]:
        if ready.fits(environment | settings):
            return ready.run(words, folder, environment | settings, encoding)
        return started(words, folder, environment | settings, encoding)

    return run


def _environment() -> dict[str, str]:
    unset = ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "JIXIAO_DEBUG", "PYTHONIOENCODING", "PYTHONUTF8")
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    paths = [str(ROOT / "engine"), kept.get("PYTHONPATH", "")]
    return kept | {"PYTHONPATH": os.pathsep.join(path for path in paths if path)}
