"""The texts of papers: every name is one that is explained, and everything said is what the report says."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from rich.console import Console

from jixiao.desk.check import check_each
from jixiao.model.finding import Level
from jixiao.model.review import Checked, Run
from jixiao.reports.check.choice import ALL, Choice
from jixiao.reports.check.content.case import case_content
from jixiao.reports.check.content.names import CASE_NAMES, SUMMARY_NAMES, Name
from jixiao.reports.check.content.summary.content import summary_content
from jixiao.reports.check.content.summary.line import line_of
from jixiao.reports.check.grouping import by_case
from jixiao.reports.check.piece import Tally, report_of
from jixiao.reports.check.terminal import TextForm
from jixiao.reports.page.printable import printable
from jixiao.reports.page.width import ENDLESS
from reports.runs import runs
from reports.samples import department, projects

ROOT = Path(__file__).parents[4]
CASES = sorted((ROOT / "cases").glob("*.yaml"))


@cache
def checked(case: Path) -> Checked:
    """Check a real case once."""
    [one] = check_each([case], ROOT / "rules", lambda each: each, tells_checks=False)
    return one


def of_run(run: Run) -> list[Checked]:
    return [Checked(reviews, mean) for reviews, mean in by_case(run)]


SAMPLES = [*map(checked, CASES), *of_run(department()), *of_run(projects())]


def held(tree, names: tuple[Name, ...], path: str = "") -> None:
    """Hold a tree against the names that are explained, both ways."""
    assert set(tree) == {one.word for one in names}, path
    assert len(names) == len(tree)
    for one in names:
        leaf = tree[one.word]
        if one.lines:
            assert all(type(text) is str for text in leaf), one.word
        elif one.rows:
            for row in leaf:
                held(row, one.rows, f"{path}.{one.word}")
        else:
            assert isinstance(leaf, str), one.word


@pytest.mark.parametrize("one", SAMPLES, ids=lambda one: one.reviews[0].evaluation.case.id)
def test_every_name_is_explained_and_every_explained_name_is_there(one: Checked) -> None:
    held(case_content(one), CASE_NAMES)


def summary(cases: list[Checked], tally: Tally | None = None):
    lines = [line_of(review, ALL) for one in cases for review in one.reviews]
    return summary_content(lines, tally or Tally(), {})


def test_every_name_of_a_summary_is_explained() -> None:
    held(summary(SAMPLES), SUMMARY_NAMES)
    held(summary([]), SUMMARY_NAMES)


def texts_of(leaf) -> Iterator[str]:
    if isinstance(leaf, str):
        yield leaf
    elif isinstance(leaf, dict):
        for one in leaf.values():
            yield from texts_of(one)
    else:
        for one in leaf:
            yield from texts_of(one)


@given(runs)
def test_no_text_of_any_run_steers_anything(run: Run) -> None:
    for one in of_run(run):
        assert all(text == printable(text) for text in texts_of(case_content(one)))
    assert all(text == printable(text) for text in texts_of(summary(of_run(run))))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_what_is_said_is_what_the_report_says(case: Path) -> None:
    """Conclusion, reasons, findings, grounds and numbers stand word for word in the report as a pipe gets it."""
    one = checked(case)
    console = Console(file=io.StringIO(), width=ENDLESS)
    run = Run(one.reviews, (one.mean,) if one.mean else ())
    report = "".join(report_of(TextForm(console, full=True), run))
    for review in case_content(one)["核算"]:
        said = [review["结论"], review["疑点概述"], *review["总体意见"], *review["总分计算"]]
        said += [review["采用分说明"], review["推定说明"]]
        for row in review["得分表"]:
            said += [row["指标"], *(row["各句"] if row["说明"] else ()), *row["评定"].split("；")]
        for row in review["疑点"]:
            said += [f"{row['编号']}. {row['标题']}", row["说明"], row["由此而来"], row["代码"], row["指纹"]]
        missing = [text for text in said if printable(text) not in report]
        assert not missing


def test_findings_are_those_that_are_asked_for() -> None:
    one = checked(CASES[0])
    every, grave = case_content(one), case_content(one, Choice(Level.HIGH))
    [all_found], [found] = every["核算"], grave["核算"]
    assert {row["级别"] for row in found["疑点"]} == {"严重"}
    assert found["只列"].startswith("只列严重")
    assert [row for row in all_found["疑点"] if row["级别"] == "严重"] == found["疑点"]
    assert [row["级别"] for row in all_found["各级疑点"]] == ["严重", "一般", "提示"]


def test_the_ledger_of_every_row_adds_up() -> None:
    for one in SAMPLES[: len(CASES)]:
        for review in case_content(one)["核算"]:
            for row in review["得分表"]:
                lost = sum(cut["分"].value for cut in row["扣分明细"])
                assert (0 if row["减分"] else row["分值"].value) - lost == row["最高"].value


def test_a_difference_of_a_range_is_a_range() -> None:
    [review] = case_content(checked(CASES[0]))["核算"]
    assert (review["自评"], review["得分"], review["相差"]) == ("98", "12～95", "3～86")
