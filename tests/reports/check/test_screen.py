"""One case is one screen, whatever there is to tell; one line a case where that is asked for."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, strategies as st
from rich.cells import cell_len
from rich.console import Console

from jixiao.desk.check import check
from jixiao.model.finding import Level
from jixiao.model.review import Review, Run
from jixiao.reports.check.brief import BriefForm
from jixiao.reports.check.choice import ALL, Choice
from jixiao.reports.check.piece import report_of
from jixiao.reports.check.terminal import TextForm
from jixiao.reports.page.width import ENDLESS
from reports.runs import runs
from reports.samples import ABOVE, case, department, evaluation, project, projects

ROOT = Path(__file__).parents[3]
CASES = sorted((ROOT / "cases").glob("*.yaml"))
ROWS = 42
"""Rows of a screen."""


@cache
def real(path: Path) -> Run:
    """Give a real case, checked, as the command does by default: without the list of all checks."""
    run = check(path, rules=ROOT / "rules")
    return replace(run, reviews=tuple(replace(review, checks=None) for review in run.reviews))


def printed(
    run: Run, width: int = 80, *, choice: Choice = ALL, brief: bool = False, terminal: bool = False
) -> list[str]:
    """Give the lines of the screen, or of the brief report, without colours."""
    stream = io.StringIO()
    console = Console(file=stream, width=width, force_terminal=terminal, color_system=None)
    form = BriefForm(console, choice) if brief else TextForm(console, choice=choice)
    return "".join(report_of(form, run)).splitlines()


def rows(lines: list[str], width: int) -> int:
    """Count the rows that lines take where a terminal breaks those that are too long."""
    return sum(max(1, -(-cell_len(line) // width)) for line in lines)


def typed(lines: list[str]) -> list[str]:
    """Give the lines as a person sees them who typed the path from the project's root: no folder's length decides."""
    return [line.replace(f"{ROOT}/", "") for line in lines]


# ── One case is one screen ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_real_case_is_one_screen(path: Path, width: int) -> None:
    """Projects share it; on a terminal the closing lines are broken between words, and nothing is too wide."""
    lines = typed(printed(real(path), width, terminal=True))
    assert rows(lines, width) <= ROWS
    assert max(map(cell_len, lines)) <= width
    assert rows(typed(printed(real(path), width)), width) <= ROWS


@pytest.mark.parametrize("count", [2, 7, 12, 40])
def test_however_many_projects_there_are(count: int) -> None:
    """Fewer findings of each, then none, then fewer projects: what is not shown is counted."""
    [review] = department().reviews
    parts = [project(f"项目{number}", "98") for number in range(count)]
    of = case(*parts)
    reviews = [replace(review, evaluation=evaluation(of, one, *review.evaluation.results)) for one in parts]
    lines = printed(Run(tuple(reviews)))
    assert f"{count} 个项目" in lines[1]
    closing = [line for line in lines if line.startswith(f"{of.id} 项目")]
    assert len(closing) == count
    assert len(lines) - count <= ROWS
    assert any("另有 20 个项目" in line for line in lines) == (count == 40)


def test_a_screen_ends_no_figure_early() -> None:
    """Half of a number would be taken for another."""
    for path in CASES:
        for line in printed(real(path)):
            assert "0…" not in line
            assert not any(f"{digit}…" in line for digit in range(10)), line


def test_places_are_closed_where_they_are_cut() -> None:
    for path in CASES:
        for line in printed(real(path)):
            assert line.count("〔") == line.count("〕"), line


def test_codes_of_findings_stand_below_each_other() -> None:
    run = real(ROOT / "cases/zhanjiang-beijing-2021.yaml")
    [review] = run.reviews
    codes = {finding.code for finding in review.findings}
    shown = [line for line in printed(run, 120) if line.split(" ")[-1] in codes]
    assert len(shown) == sum(one.is_pending and one.folded_under is None for one in review.findings)
    assert len({cell_len(line.removesuffix(line.split(" ")[-1])) for line in shown}) == 1


def test_a_claimed_rate_and_a_computed_one_are_told_apart() -> None:
    lines = printed(real(ROOT / "cases/huaihua-beijing-2022.yaml"), 120)
    assert any("自评值 31.06%，核算 31.06%，按“大于30%的不得分”" in line for line in lines)


def test_a_closing_line_is_broken_behind_its_clauses() -> None:
    lines = printed(real(ROOT / "cases/zhanjiang-beijing-2021.yaml"), terminal=True)
    assert lines[-2:] == [
        "zhanjiang-beijing-2021：自评 100 分，核算 18.67～99.67 分，",
        "  自评高于可能的最高分0.33分，可能是取整（分值为推定）",
    ]


def _graded(grade: str) -> Run:
    """Give a case of two projects, of which one claims this grade."""
    first, second = project("甲项目"), project("乙项目", grade=grade)
    both = case(first, second)
    return Run((Review(evaluation(both, first)), Review(evaluation(both, second))))


@given(runs, st.sampled_from([50, 80, 120]))
@example(_graded("\t\t0"), 50)
@example(_graded("\x1b[2J优"), 80)
def test_no_line_of_any_screen_is_too_wide(run: Run, width: int) -> None:
    """But for the command that tells more, which is there to be copied."""
    lines = printed(run, width, terminal=True)
    assert [line for line in lines if cell_len(line) > width and not line.startswith("  细看：")] == []
    assert not any("\t" in line or "\x1b" in line for line in lines)


def test_the_command_that_tells_more_is_whole() -> None:
    whole = project(total="98")
    long = "很长的文件夹/" * 12 + "案例.yaml"
    run = Run((Review(evaluation(case(whole, file=long), whole)),))
    assert f"  细看：jixiao check {long} --full" in printed(run)


def test_a_title_that_holds_what_steers_a_terminal_is_made_safe() -> None:
    whole = project()
    odd = replace(ABOVE, title="：\t\x1b[31m", message="0", items=())
    [line] = [
        one
        for one in printed(Run((Review(evaluation(case(whole), whole), (odd,)),)), 120)
        if "严重 ：" in one
    ]
    assert "\x1b" not in line
    assert "\t" not in line
    assert cell_len(line) <= 120


def test_a_table_that_does_not_fit_is_no_question_to_the_unit() -> None:
    wrong = replace(ABOVE, code="wrong-table", message="案例的年度是2019")
    whole = project(total="98")
    run = Run((Review(evaluation(case(whole), whole), (wrong, ABOVE)),))
    lines = printed(run)
    assert lines[1] == "注意：案例的年度是2019"
    assert "  请换用合适的指标表，或更正案例：疑点 1" in lines
    assert "  请单位说明疑点 2" in lines


def test_where_lines_have_no_end_nothing_is_cut() -> None:
    for path in CASES:
        run = real(path)
        lines = printed(run, ENDLESS)
        several = len(run.reviews) > 1
        found = [finding for review in run.reviews for finding in review.findings if finding.is_pending]
        whole = [one for one in found if one.of_case or not several]
        assert sum("…" in line for line in lines) == 0
        assert whole[0].message in "".join(lines)


# ── Some findings only ───────────────────────────────────────────────────────────────────────────


def test_what_is_not_asked_for_is_left_out_and_the_count_stays() -> None:
    lines = printed(department(), choice=Choice(Level.HIGH))
    assert "疑点 2 项：严重 1，提示 1" in lines
    assert "  只列严重及以上：1 项" in lines
    assert not any("单位可能有误" in line for line in lines)
    only = printed(department(), choice=Choice(codes=frozenset({"unit-suspect"})))
    assert "  只列unit-suspect：1 项" in only
    assert any("没有" in line for line in printed(department(), choice=Choice(codes=frozenset({"other"}))))


def test_projects_are_filtered_too() -> None:
    path = ROOT / "cases/huaihua-beijing-projects-2024.yaml"
    lines = printed(real(path), choice=Choice(Level.MEDIUM))
    assert "只列一般及以上：9 项" in lines
    assert not any(" 提示 " in line for line in lines)


# ── One line a case ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_brief_is_a_line_an_evaluation_with_the_unit(path: Path) -> None:
    run = real(path)
    lines = printed(run, brief=True)
    assert len(lines) == len(run.reviews) + len(run.means)
    unit = run.reviews[0].evaluation.case.unit
    assert all(unit in line for line in lines)


@pytest.mark.parametrize("width", [80, 120])
def test_brief_on_a_terminal_is_a_table(width: int) -> None:
    """Its head once, no line broken, figures below each other."""
    run = Run(tuple(one for path in CASES for one in real(path).reviews))
    head, *lines = printed(run, width, brief=True, terminal=True)
    assert head.split() == ["单位", "自评", "核算", "结论", "严重", "一般", "提示", *["代码"] * (width > 100)]
    assert len(lines) == len(run.reviews) + 1, "and a row for what the projects have in common"
    assert all(cell_len(line) <= width for line in lines)
    ends = {cell_len(line[: line.index(" 100 ") + 4]) for line in lines if " 100 " in line}
    assert ends <= {cell_len(head[: head.index("自评") + 2])}


def test_brief_counts_what_is_asked_for() -> None:
    assert printed(department(), brief=True)[0].endswith("；疑点 严重 1，提示 1")
    assert printed(department(), brief=True, choice=Choice(Level.HIGH))[0].endswith(
        "；严重及以上的疑点 严重 1"
    )
    none = printed(department(), brief=True, choice=Choice(codes=frozenset({"other"})))
    assert none[0].endswith("；没有other的疑点")
    table = printed(department(), brief=True, choice=Choice(Level.HIGH), terminal=True)
    assert table[-1] == "只计严重及以上的疑点"


def test_brief_tells_what_was_refused() -> None:
    for terminal in (False, True):
        assert "坏.yaml:4:2" in "".join(printed(projects(), brief=True, terminal=terminal))


@given(runs)
def test_any_run_is_told_in_brief(run: Run) -> None:
    for terminal in (False, True):
        printed(run, brief=True, terminal=terminal)
