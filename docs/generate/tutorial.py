"""A page that is walked through as its reader would: files written, commands run, outputs compared.

In the page, a block of `console` holds one command behind $ and what it prints; `退出状态=2`
behind the word says how it ends where that is not 0. A block behind <!-- 写入 FILE --> is the
content of a file at that step; one behind <!-- 改 FILE --> shows as a diff what its reader changes
there. A page with <!-- 带案例 --> begins with the cases of this project too.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

ROOT = Path(__file__).parents[2]
PAGES = tuple(
    ROOT / "docs" / f"{name}.md"
    for name in ("first-table", "change-table", "teach-phrases", "read-reports", "opinions")
)
_BLOCK = re.compile(
    r"^```console(?: 退出状态=(?P<status>\d+))?\n\$ (?P<command>.+)\n(?P<printed>(?:.*\n)*?)```$"
    r"|^<!-- 写入 (?P<file>\S+) -->\n\n?```\w*\n(?P<content>(?:.*\n)*?)```$"
    r"|^<!-- 改 (?P<edited>\S+) -->\n\n?```diff\n(?P<edit>(?:.*\n)*?)```$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Step:
    """One command of a page: what the page says it prints, and what it prints."""

    command: str
    said: str
    said_status: int
    printed: str
    status: int
    span: tuple[int, int]
    """Where in the page the printed lines stand."""


def walk(text: str, folder: Path) -> Iterator[Step]:
    """Go through a page in a folder that becomes a project with the rules of this one."""
    copytree(ROOT / "rules", folder / "rules")
    if WITH_CASES in text:
        copytree(ROOT / "cases", folder / "cases")
    else:
        (folder / "cases").mkdir()
    for block in _BLOCK.finditer(text):
        if block["file"]:
            (folder / block["file"]).write_text(block["content"], encoding="utf-8")
            continue
        if block["edited"]:
            _edit(folder / block["edited"], block["edit"])
            continue
        printed, status = run(block["command"], folder)
        yield Step(
            block["command"],
            block["printed"],
            int(block["status"] or 0),
            printed,
            status,
            block.span("printed"),
        )


WITH_CASES = "<!-- 带案例 -->"


def _edit(path: Path, shown: str) -> None:
    """Change a file as a diff shows it: each run of lines behind - becomes those behind +."""
    text = path.read_text(encoding="utf-8")
    for change in re.finditer(r"(?P<old>(?:^-.*\n)+)(?P<new>(?:^\+.*\n)+)", shown, re.MULTILINE):
        old, new = (re.sub("^.", "", change[side], flags=re.MULTILINE) for side in ("old", "new"))
        if text.count(old) != 1:
            raise RuntimeError(f"{path.name}：要改的这几行不是正好有一处：\n{old}")
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def refreshed(text: str, folder: Path) -> str:
    """Give the page with what its commands print now; raises where one ends as it should not."""
    pieces, end = [], 0
    for step in walk(text, folder):
        if step.status != step.said_status:
            raise RuntimeError(f"{step.command}: 退出状态 {step.status}\n{step.printed}")
        pieces += [text[end : step.span[0]], step.printed]
        end = step.span[1]
    return "".join([*pieces, text[end:]])


def run(command: str, folder: Path) -> tuple[str, int]:
    """Run a command of a shell in which `jixiao` is this checkout's; give both streams and the status."""
    unset = ("FORCE_COLOR", "NO_COLOR", "JIXIAO_DEBUG", "PYTHONIOENCODING")
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    ours = f'jixiao() {{ {shlex.quote(sys.executable)} -m jixiao "$@"; }}\n'
    done = subprocess.run(  # noqa: S603 the page is ours
        ["/bin/bash", "-c", f"set -o pipefail\n{ours}{command}"],
        cwd=folder,
        env=kept | {"PYTHONPATH": str(ROOT / "engine"), "COLUMNS": "80", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    printed = re.sub(r"[ \t]+$", "", done.stdout, flags=re.MULTILINE)
    return (f"{printed.rstrip()}\n" if printed.strip() else ""), done.returncode
