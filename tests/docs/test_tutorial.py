"""What the tutorial says its commands print, they print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generate.tutorial import PAGES, walk

_LAYOUT = re.compile(r"[\s\u2500-\u257f\u2800-\u28ff]")
"""Blanks, lines and curves: how something is laid out, not what is said."""
_SAYS = re.compile(r"[\u4e00-\u9fff\d]")


def said(text: str) -> str:
    """Give what is said, whatever its layout and the width it is wrapped to."""
    return _LAYOUT.sub("", text)


def key_lines(text: str) -> list[str]:
    """Give the lines that say something, without their layout."""
    return [said(line) for line in text.splitlines() if _SAYS.search(line)]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_command_of_the_page_does_what_the_page_says(page: Path, tmp_path: Path) -> None:
    """After a change of what commands print: `make docs`, and read the page again."""
    steps = list(walk(page.read_text(encoding="utf-8"), tmp_path))
    assert len(steps) > 3
    for step in steps:
        assert step.status == step.said_status, f"{step.command}\n{step.printed}"
        printed = said(step.printed)
        missing = [line for line in key_lines(step.said) if line not in printed]
        assert not missing, f"运行 make docs：{step.command}"


def test_the_first_page_shows_every_command_there_is_for_a_table() -> None:
    commands = re.findall(r"^\$ jixiao (\w+)", PAGES[0].read_text(encoding="utf-8"), re.MULTILINE)
    assert list(dict.fromkeys(commands)) == ["new", "standard", "show", "lint", "check"]
