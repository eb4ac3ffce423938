"""Annotations for GitHub Actions: one line each, with what would end a property escaped."""

from __future__ import annotations

from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.reports.page.annotation import Annotation, refusals
from jixiao.reports.page.github import github_line


def test_an_annotation_names_file_line_and_columns() -> None:
    one = Annotation("band-gap", "有空档", "warning", "85%与90%之间", Place("rules/某市.yaml", 12, 9), 4)
    assert github_line(one) == (
        "::warning file=rules/某市.yaml,line=12,col=9,endColumn=13,title=有空档（band-gap）::85%25与90%25之间\n"
    )


def test_what_would_end_a_property_or_a_line_is_escaped() -> None:
    one = Annotation("a", "甲,乙:丙", "note", "一\n二::error::三", Place("a,b:c.yaml"))
    assert (
        github_line(one) == "::notice file=a%2Cb%3Ac.yaml,title=甲%2C乙%3A丙（a）::一 二::error::三\n"
    )  # GitHub splits at the first :: only


def test_what_was_refused_is_an_error_without_a_code() -> None:
    [one] = refusals([Diagnostic(Place("", 0, 0), "参数不对")])
    assert github_line(one) == "::error title=输入有误::参数不对\n"
