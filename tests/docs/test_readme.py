"""What README shows of the screen is what the command prints today."""

from __future__ import annotations

from pathlib import Path

import pytest

from generate import readme


@pytest.mark.parametrize("page", readme.PAGES, ids=lambda path: path.name)
def test_the_screen_is_up_to_date(page: Path) -> None:
    """`make docs` writes it; look at it before you commit."""
    text = page.read_text(encoding="utf-8")
    assert readme.screens(text) == ["jixiao check cases/huaihua-beijing-2022.yaml"]
    assert readme.refreshed(text) == text, "运行 make docs"
