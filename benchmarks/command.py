"""The command `jixiao` of this environment, and what it is started with."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CASE = "cases/huaihua-beijing-2022.yaml"


def jixiao(*words: str) -> list[str]:
    """Give the command line of this environment's command, else of the package as a module."""
    command = Path(sys.executable).parent / "jixiao"
    return [str(command), *words] if command.exists() else [sys.executable, "-m", "jixiao", *words]


def run(line: Sequence[str], more: Mapping[str, str] | None = None) -> None:
    """Run a command to its end, without its output; raises CalledProcessError where it fails."""
    silent = subprocess.DEVNULL
    subprocess.run(line, cwd=ROOT, env=environment(more), stdout=silent, stderr=silent, check=True)


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give the environment, in which Python may keep its bytecode, as it does unless told otherwise."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **(more or {})}
