"""The page by intention is made from what is tested, and its links lead somewhere."""

from __future__ import annotations

import re

from generate import intentions


def test_the_page_is_up_to_date() -> None:
    """`make docs` writes it."""
    assert intentions.PAGE.read_text(encoding="utf-8") == intentions.page(), "运行 make docs"


def test_links_lead_somewhere() -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", intentions.page()):
        assert (intentions.PAGE.parent / link).exists(), link
