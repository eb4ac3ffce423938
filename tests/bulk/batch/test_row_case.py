"""A row is the case that its file is: the same statements, ratings and claims, or both are refused."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from jixiao.bulk.batch.asked import asked_of
from jixiao.bulk.batch.row_case import RowCases
from jixiao.files import open_library
from jixiao.files.case.case import case_of_text
from jixiao.files.rows.heads import read_heads
from jixiao.model.case import Case
from jixiao.model.diagnostic import Refused
from jixiao.scoring.program.program import compile_ruleset
from shared.bulk.units import HEADS, case_text, rows, write_rules


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> RowCases:
    library = open_library(write_rules(tmp_path_factory.mktemp("rules")))
    program = compile_ruleset(library.ruleset("jia@2022"))
    return RowCases(program.ruleset, read_heads(list(HEADS), asked_of(program), "units.csv"), "units.csv")


def said(case: Case) -> tuple:
    """What a case says, without places and grounds."""
    whole = case.whole
    return (
        {
            name: [(one.quantity, one.quantity.decimals, str(one.impossible)) for one in found]
            for name, found in whole.statements.items()
        },
        {name: [one.judgement for one in found] for name, found in whole.ratings.items()},
        (whole.claim.total, whole.claim.total_decimals, whole.claim.grade),
        {name: (one.score, one.decimals) for name, one in whole.claim.indicators.items()},
    )


def outcome(make) -> tuple | None:
    try:
        return said(make())
    except Refused:
        return None


@given(rows())
def test_a_row_says_what_its_case_file_says(cases: RowCases, row: dict[str, str]) -> None:
    by_file = outcome(lambda: case_of_text(case_text(row), "case.yaml", cases.ruleset))
    assert outcome(lambda: cases.case(list(row.values()), 7, 8)) == by_file


@given(rows())
def test_the_case_file_of_a_row_reads_back_as_the_row(cases: RowCases, row: dict[str, str]) -> None:
    """`--explain` names the text that it explains by its digest."""
    texts = list(row.values())
    try:
        case, text = cases.with_text(texts, 7, 8)
    except Refused:
        return
    again = case_of_text(text, "case.yaml", cases.ruleset)
    assert said(again) == said(case)
    assert again.digest == case.digest


@given(rows(), st.integers(1, 10**6))
def test_a_refusal_names_the_cell(cases: RowCases, row: dict[str, str], line: int) -> None:
    try:
        cases.case([*row.values()], line - 1, line)
    except Refused as refused:
        for one in refused.diagnostics:
            assert (one.place.file, one.place.line) == ("units.csv", line)
            text = list(row.values())[one.place.column - 1]
            assert text.strip()


def test_what_says_which_unit_it_is_stands_in_the_heading(cases: RowCases) -> None:
    heads = read_heads(["单位名称", "代码", "年度", "在职人数"], _asked(cases), "a.csv")
    made = RowCases(cases.ruleset, heads, "a.csv")
    case = made.case(["甲局", "jia-1", "２０２２年度", "3"], 1, 2)
    assert (case.unit, case.id, case.year, case.title) == ("甲局", "jia-1", 2022, "甲局 2022 年度")
    case = made.case(["", "甲一", "明年", "3"], 5, 6)
    assert (case.unit, case.id, case.year, case.title) == ("第 5 行", "row-5", 2022, "第 5 行")


def _asked(cases: RowCases):
    return asked_of(compile_ruleset(cases.ruleset))
