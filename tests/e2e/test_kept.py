"""What is kept between runs changes no output, whatever becomes of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

ROOT = Path(__file__).parents[2]
ASKED = [
    ("check", "claim.yaml", "quiet.yaml", "broken.yaml", "--format", "json", "--checks"),
    ("check", "claim.yaml", "quiet.yaml"),
]


def outcome(jixiao, words: tuple[str, ...], **settings: str) -> tuple[int, str, str]:
    done = jixiao(*words, **settings)
    return done.returncode, done.stdout, done.stderr


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:100])


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def gone(file: Path) -> None:
    file.unlink()


@pytest.mark.parametrize("words", ASKED, ids=" ".join)
def test_outputs_are_the_same_with_it_and_without(jixiao, tmp_path: Path, words: tuple[str, ...]) -> None:
    cache = tmp_path / "cache"
    without = outcome(jixiao, words, JIXIAO_CACHE="off")
    assert not cache.exists()
    for _ in ("cold", "warm"):
        assert outcome(jixiao, words, JIXIAO_CACHE=str(cache)) == without
    kinds = {file.name.partition("-")[0] for file in cache.iterdir()}
    assert kinds == {"library", "table", "program", "checks", "findings", "compiled"}


SLOW = (
    "lark",
    "rich",
    "jsonschema",
    "durable",
    "inspect",
    "dataclasses",
    "multiprocessing",
    "jixiao.scoring.sentence.understand",
    "jixiao.language.standard.tokens.patterns",
    "jixiao.cli.test",
)
"""What takes long to load."""


def test_what_is_kept_is_not_understood_again(
    environment: dict[str, str], folder: Path, tmp_path: Path
) -> None:
    """A start that finds it loads no grammar, no patterns and no form: that is the point of it."""
    code = (
        "import sys; from jixiao.cli import main; main(['check', 'quiet.yaml', '--format', 'json', '-o', 'out.json']); "
        f"print([one for one in {SLOW} if one in sys.modules])"
    )
    loaded = []
    for _ in ("cold", "warm"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=folder,
            env=environment | {"JIXIAO_CACHE": str(tmp_path / "cache")},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        loaded.append(done.stdout)
    assert "understand" in loaded[0]
    assert loaded[1] == "[]\n"


@pytest.mark.parametrize("harm", [cut_short, emptied, gone])
def test_harm_to_any_file_changes_nothing(jixiao, tmp_path: Path, harm: Callable[[Path], None]) -> None:
    words, cache = ASKED[0], tmp_path / "cache"
    before = outcome(jixiao, words, JIXIAO_CACHE=str(cache))
    files = {file.name: file.read_bytes() for file in cache.iterdir()}
    for name in files:
        harm(cache / name)
    assert outcome(jixiao, words, JIXIAO_CACHE=str(cache)) == before
    assert {file.name: file.read_bytes() for file in cache.iterdir()} == files


def test_changed_rules_are_read_anew(jixiao, folder: Path, tmp_path: Path) -> None:
    """Items, tables, checks and finding rules: a change of any counts at once."""
    rules = copytree(ROOT / "rules", tmp_path / "changed")
    words = ("check", "claim.yaml", "--format", "json", "--rules", "changed")
    cache = str(tmp_path / "cache")
    changes = {
        "items.yaml": ("单位: 万元", "单位: 元"),
        "huaihua/department-2022.yaml": ("扣0.5分", "扣0.6分"),
        "checks": ("说明: ", "说明: 另"),
        "findings": ("标题: ", "标题: 另"),
    }
    seen = [outcome(jixiao, words, JIXIAO_CACHE=cache)]
    for name, (old, new) in changes.items():
        at = rules / name
        for file in sorted(at.glob("*.yaml")) if at.is_dir() else [at]:
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(old, new), encoding="utf-8")
        seen.append(outcome(jixiao, words, JIXIAO_CACHE=cache))
        assert seen[-1] == outcome(jixiao, words, JIXIAO_CACHE="off"), name
    assert seen[0] != seen[1] != seen[2]
