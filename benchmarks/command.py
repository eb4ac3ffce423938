"""From the start of a command to its result: `jixiao check` on one real case."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from timing import take_turns

ROOT = Path(__file__).resolve().parents[1]
CASE = "cases/huaihua-beijing-2022.yaml"


def commands() -> dict[str, list[str]]:
    """Give the command and what it is compared with, by what is shown of each."""
    python = sys.executable
    found = {
        f"jixiao check {CASE} --format json": [*_jixiao(), "check", CASE, "--format", "json"],
        "python -c pass": [python, "-c", "pass"],
    }
    if find_spec("zen"):
        found['python -c "import zen, json"'] = [python, "-c", "import zen, json"]
    return found


def refusal() -> str:
    """Say why `jixiao check` cannot be timed here, or "" where it can."""
    command = [*_jixiao(), "check", CASE, "--format", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    try:
        results = json.loads(done.stdout)["results"]
    except (json.JSONDecodeError, KeyError) as error:
        last = (done.stderr.strip().splitlines() or [repr(error)])[-1]
        return f"exit status {done.returncode}: {last}"
    return "" if done.returncode == 0 and len(results) == 1 else f"exit status {done.returncode}"


def time_commands(rounds: int) -> dict[str, list[float]]:
    """Give the seconds that each command takes in each round, after one start that is not counted."""
    found = commands()
    turns = [partial(_run, line) for line in found.values()]
    for turn in turns:
        turn()
    return dict(zip(found, take_turns(turns, rounds), strict=True))


def _run(line: list[str]) -> None:
    subprocess.run(
        line, cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True
    )


def _environment() -> dict[str, str]:
    """Give the environment, in which Python may keep its bytecode, as it does unless told otherwise."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _jixiao() -> list[str]:
    """Give the command of this environment, else of .venv, else the package as a module."""
    for folder in (Path(sys.executable).parent, ROOT / ".venv/bin"):
        if (folder / "jixiao").exists():
            return [str(folder / "jixiao")]
    return [sys.executable, "-m", "jixiao"]
