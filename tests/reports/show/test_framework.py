"""A common framework on a terminal and as a page: golden pages at two widths."""

from __future__ import annotations

import io
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from jixiao.files.rules.common import load_frameworks
from jixiao.model.framework import Framework
from jixiao.reports.show.framework import render_framework
from jixiao.reports.show.framework_page import render_framework_page
from reports.golden import compare

RULES = Path(__file__).parents[3] / "rules"
FRAMEWORKS = load_frameworks(RULES)


def page(framework: Framework, width: int) -> str:
    """Render as a pipe would get it."""
    stream = io.StringIO()
    render_framework(framework, Console(file=stream, width=width))
    return stream.getvalue()


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda one: one.id)
def test_it_is_a_table_of_names_formulas_and_what_to_look_at(framework: Framework, width: int) -> None:
    compare(f"framework-{framework.id}-{width}.txt", page(framework, width))


@pytest.mark.parametrize("width", [20, 48, 60, 79, 100, 150, 200])
@pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda one: one.id)
def test_it_fits_any_width(framework: Framework, width: int) -> None:
    assert all(cell_len(line) <= max(48, width) for line in page(framework, width).splitlines())


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda one: one.id)
def test_a_page_stands_alone_and_has_every_indicator_with_its_source(framework: Framework) -> None:
    html = render_framework_page(framework)
    assert html.startswith("<!doctype html>")
    parser = HTMLParser()
    parser.feed(html)
    parser.close()
    assert not any(word in html for word in ("http:", "https:"))
    for one in framework.indicators:
        assert f'id="{one.id}"' in html
        assert all(aspect in html for aspect in one.numbered)
    unchecked = sum(one.unchecked for one in framework.indicators)
    assert html.count("记忆：凭记忆写的，没有核对") == unchecked
    assert html.count("转载：在公开的转载上核对过") == len(framework.indicators) - unchecked
