"""A run that is split off the process standing ready says and does what a run of its own does."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.ready import Ready, started

ASKED = (
    ("--help",),
    ("check", "claim.yaml"),
    ("check", "claim.yaml", "quiet.yaml", "broken.yaml"),
    ("check", ".", "--format", "json"),
    ("check", "claim.yaml", "--fail-on", "提示"),
    ("check", "claim.yaml", "-o", "out.txt"),
    ("standard", "每缺一项扣1分，最多扣3分", "--points", "5", "--at", "缺一项=7"),
    ("standard", "看着办", "--points", "5"),
    ("lint",),
    ("items", "三公"),
    ("chek",),
)
COLOURED = {"COLUMNS": "80", "FORCE_COLOR": "1"}


@pytest.mark.parametrize(
    ("words", "settings"),
    [*((words, {}) for words in ASKED), (ASKED[0], COLOURED), (ASKED[1], COLOURED)],
    ids=" ".join,
)
def test_both_say_the_same(
    folder: Path, environment: dict[str, str], ready: Ready, words: tuple[str, ...], settings: dict[str, str]
) -> None:
    own = started(words, folder, environment | settings, "utf-8")
    written = files_of(folder)
    done = ready.run(words, folder, environment | settings, "utf-8")
    assert (done.returncode, done.stdout, done.stderr) == (own.returncode, own.stdout, own.stderr)
    assert files_of(folder) == written


@pytest.mark.parametrize("name", ["LC_ALL", "LANG", "PYTHONIOENCODING", "PYTHONUTF8"])
def test_what_counts_at_a_start_is_not_split_off(
    environment: dict[str, str], ready: Ready, name: str
) -> None:
    assert ready.fits(environment | {"COLUMNS": "80"})
    assert not ready.fits(environment | {name: "other"})


def files_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}
