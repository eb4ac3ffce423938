"""The screens in README.md and README.zh.md: what their commands print in this project, at 80 columns."""

from __future__ import annotations

import re
from pathlib import Path

from generate.tutorial import run

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "README.zh.md")
_SCREEN = re.compile(r"^```console\n\$ (?P<command>.+)\n(?P<printed>(?:.*\n)*?)```$", re.MULTILINE)


def refreshed(text: str) -> str:
    """Give a page with what its commands print now; raises where one does not end well."""
    return _SCREEN.sub(
        lambda block: f"```console\n$ {block['command']}\n{_printed(block['command'])}```", text
    )


def screens(text: str) -> list[str]:
    """Give the commands whose screens a page shows."""
    return [block["command"] for block in _SCREEN.finditer(text)]


def _printed(command: str) -> str:
    printed, status = run(command, ROOT)
    if status:
        raise RuntimeError(f"{command}: 退出状态 {status}\n{printed}")
    return printed
