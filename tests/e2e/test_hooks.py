"""The hooks for pre-commit name commands that there are."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def test_there_is_one_for_the_writing_and_one_for_the_scores():
    assert [one["id"] for one in HOOKS] == ["jixiao-lint", "jixiao-check"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda one: one["id"])
def test_its_command_runs(jixiao, hook: dict):
    """With files behind it where pre-commit names them."""
    program, *words = shlex.split(hook["entry"])
    files = (
        [] if hook.get("pass_filenames") is False else [str(ROOT / "cases" / "zhanjiang-beijing-2021.yaml")]
    )
    assert program == "jixiao"
    assert jixiao(*words, *files, "--rules", str(ROOT / "rules")).returncode in (0, 1)
