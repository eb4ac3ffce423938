"""What a reviewer sees on a terminal: golden pages, and laws for any run.

JIXIAO_ACCEPT=1 writes the golden pages anew; look at them before you commit.
"""

from __future__ import annotations

import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len
from rich.console import Console

from jixiao.model.review import Review, Run
from jixiao.quantity import points_text
from jixiao.reports.check.closing import closing_line
from jixiao.reports.check.terminal import render_terminal
from reports.runs import runs
from reports.samples import EXEMPT, FULL, LOST, case, department, evaluation, points, project, projects

GOLDEN = Path(__file__).parents[1] / "golden"


def page(run: Run, width: int = 80, *, full: bool = True) -> str:
    """Render all there is to tell, or a screen a case, without colours."""
    stream = io.StringIO()
    render_terminal(run, Console(file=stream, width=width), full=full)
    return stream.getvalue()


def compare(name: str, text: str) -> None:
    """Compare with a golden page, or write it where that is asked for."""
    golden = GOLDEN / name
    if os.environ.get("JIXIAO_ACCEPT") == "1":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [80, 120])
def test_a_department(width: int) -> None:
    compare(f"department-{width}.txt", page(department(), width))


@pytest.mark.parametrize("width", [80, 120])
def test_projects_with_their_mean_and_a_refused_input(width: int) -> None:
    compare(f"projects-{width}.txt", page(projects(), width))


def claims(total: str | None) -> str:
    """Give the closing line of a case whose exact score is 40 and that claims a total."""
    whole = project(total=total)
    return closing_line(Review(evaluation(case(whole), whole, FULL, LOST)))


@pytest.mark.parametrize(
    ("total", "line"),
    [
        ("41", "sample-2022：自评 41 分，核算 40 分，自评高于可能的最高分，不成立"),
        ("39.5", "sample-2022：自评 39.5 分，核算 40 分，自评低于可能的最低分"),
        ("40", "sample-2022：自评 40 分，核算 40 分，自评与核算一致"),
        (None, "sample-2022：核算 40 分，没有自评总分"),
    ],
)
def test_the_closing_line_gives_the_verdict(total: str | None, line: str) -> None:
    assert claims(total) == line


def test_a_claim_inside_the_range_is_not_refuted() -> None:
    inside = replace(department().reviews[0].evaluation, high=points("99"))
    assert closing_line(Review(inside)).endswith(
        "核算 66.5～99 分，自评在范围内，范围有32.5分宽（待定1项），不等于认可（分值为推定）"
    )


def test_figures_that_differ_are_never_shown_alike() -> None:
    """A claim of 40.004 against 40 is too high, and must read so."""
    assert "自评 40.004 分，核算 40 分" in claims("40.004")


def test_a_bar_of_an_exempt_or_full_indicator_has_no_reasons() -> None:
    whole = project()
    text = page(Run((Review(evaluation(case(whole), whole, EXEMPT)),)))
    assert EXEMPT.explanation not in text
    assert "疑点：无" in text


def test_a_long_name_is_wrapped_and_no_figure_is_cut() -> None:
    named = replace(LOST, indicator=replace(LOST.indicator, name="很长的指标名称" * 12))
    whole = project()
    text = page(Run((Review(evaluation(case(whole), whole, named)),)))
    assert "31.06%" in text
    assert "…" not in text
    assert text.count("很") == 12 + LOST.explanation.count("很")


def test_colour_only_repeats_what_words_say() -> None:
    stream = io.StringIO()
    console = Console(file=stream, width=80, force_terminal=True, color_system="truecolor")
    render_terminal(department(), console)
    assert "\x1b[" in stream.getvalue()
    assert "\x1b[" not in page(department())


def test_nothing_evaluated_prints_nothing() -> None:
    assert page(Run(())) == ""


@given(runs, st.integers(20, 200))
def test_any_run_can_be_printed(run: Run, width: int) -> None:
    """Lines fit, nothing steers the terminal, and the last lines are the closing ones."""
    text = page(run, width)
    lines = text.split("\n")[:-1]
    closing = [closing_line(review) for review in run.reviews]
    assert lines[len(lines) - len(closing) :] == closing
    assert "\x1b" not in text
    wide = [line for line in lines[: len(lines) - len(closing)] if cell_len(line) > max(60, width)]
    assert wide == []


@given(runs)
def test_no_score_is_cut(run: Run) -> None:
    text = page(run, 120)
    for review in run.reviews:
        for result in review.evaluation.results:
            assert points_text(result.indicator.points) in text
            assert points_text(result.high) in text
