"""The reference of the language is what the engine does now."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generate.reference import FORMS, INDEX, SOURCE, TARGET, TITLES, page
from jixiao.scoring.forms.listed import FORMS as LISTED

PAGES = sorted(TARGET.glob("*.md"))
_LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_is_up_to_date(path: Path) -> None:
    """After a change of the engine, its examples or the page's source: `make docs`."""
    assert path.read_text(encoding="utf-8") == page(path.stem), "运行 make docs"


def test_every_form_has_a_page_and_every_page_a_source() -> None:
    modules = {listed.code for listed in LISTED}
    assert set(FORMS) == modules
    assert {path.stem for path in SOURCE.glob("*.md")} == {INDEX, *TITLES}
    assert {path.stem for path in PAGES} == {INDEX, *TITLES}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for link in _LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / link).exists(), link
