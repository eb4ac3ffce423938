"""The JSON document of `check` is exact, complete and as DESIGN §10 says."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given

from jixiao.model.review import Run
from jixiao.reports.check.json import render_json
from reports.runs import runs
from reports.samples import department, projects
from shared.cases.small import loaded
from shared.findings.reviews import review
from shared.formats import held


def document(run: Run) -> Any:
    """Render, read back and validate."""
    return held(render_json(run), "check")


def indicator(name: str) -> Any:
    """Give one indicator of the department's document."""
    (result,) = document(department())["results"]
    return next(one for one in result["indicators"] if one["name"] == name)


def test_a_whole_case_has_no_project() -> None:
    (result,) = document(department())["results"]
    assert result["case"] == {
        "id": "sample-2022",
        "name": "某市联络处 2022 年度部门整体支出",
        "unit": "某市联络处",
        "year": 2022,
        "digest": "sha256:case",
    }
    assert result["ruleset"]["provisional"] is True
    assert result["engine"] == "0.1.0"


def test_totals_and_grades() -> None:
    (result,) = document(department())["results"]
    assert result["score"] == {
        "full": "100",
        "claimed": "98",
        "low": "66.5",
        "high": "89.5",
        "adopted": "89.5",
        "adopted_note": "“新建楼堂馆所投资概算控制率”的自评由自评总分和其余各项自评推得",
        "stated_points": "0",
    }
    assert result["grade"] == {"claimed": "优", "possible": ["优", "良"]}


def test_a_value_is_exact_and_its_text_is_for_people() -> None:
    """No decimal ends for 69.94 / 225.18, so the value is a fraction."""
    lost = indicator("预算控制率")
    assert (lost["value"], lost["value_text"]) == ("3497/11259", "31.06%")


def test_an_open_indicator_has_a_range_and_no_score() -> None:
    waiting = indicator("新建楼堂馆所投资概算控制率")
    assert (waiting["low"], waiting["high"], waiting["score"]) == ("0", "23", None)
    assert waiting["missing"] == [
        {"name": "批准投资概算", "could_move": "23"},
        {"name": "实际投资金额", "could_move": "4"},
    ]
    assert waiting["claim_derived"] is True


def test_rounding_is_a_line_of_the_ledger() -> None:
    """INVARIANT: full − Σ points = score, the rounding line included."""
    judged = indicator("管理制度健全性")
    lost = [Fraction(one["points"]) for one in judged["deductions"]]
    assert [one["points"] for one in judged["deductions"]] == ["3.504", "-0.004"]
    assert Fraction(judged["full"]) - sum(lost) == Fraction(judged["score"])


def test_what_is_not_claimed_is_null() -> None:
    full = indicator("在职人员控制率")
    assert (full["claimed"], full["claimed_value"]) == (None, "100%")
    assert indicator("预算控制率")["claimed_value"] is None


def test_a_statement_passed_over_says_so() -> None:
    figures = indicator("预算控制率")["items"]
    assert figures[0] == {
        "name": "本年追加预算",
        "value": "69.94",
        "unit": "元",
        "source": "自评报告 四（一）2",
        "used": False,
        "note": "",
    }
    assert figures[1]["note"] == "与决算一致"


def test_projects_share_an_id_and_have_a_mean() -> None:
    read = document(projects())
    assert [one["case"]["project"] for one in read["results"]] == ["运行维护费", "业务经费"]
    assert read["summary"] == {
        "means": [
            {"case": "sample-2022", "claimed": "95.45", "computed": "95.454", "low": "45", "high": "45"}
        ],
        "cases": 1,
        "findings": {"high": 0, "medium": 0, "low": 0},
        "same_code": [],
    }


def test_findings_are_counted_by_level() -> None:
    read = document(department())
    assert read["summary"]["findings"] == {"high": 1, "medium": 0, "low": 1}
    total, suspect = read["results"][0]["findings"]
    assert "indicator" not in total
    assert suspect["indicator"] == "预算控制率"


def test_errors_stand_with_their_places() -> None:
    assert document(projects())["errors"] == [
        {"file": "坏.yaml", "line": 4, "column": 2, "message": "键“数居”不认识，是否为“数据”"}
    ]


def test_nothing_evaluated_is_a_document_too() -> None:
    assert document(Run(()))["results"] == []


def test_chinese_is_written_as_it_is() -> None:
    assert "预算控制率" in render_json(department())


@given(runs)
def test_any_run_gives_a_valid_document(run: Run) -> None:
    """Whatever a run holds: valid JSON, low ≤ high, a score equals both ends, the ledger adds up."""
    read = document(run)
    assert len(read["results"]) == len(run.reviews)
    for result in read["results"]:
        assert Fraction(result["score"]["low"]) <= Fraction(result["score"]["high"])
        for one in result["indicators"]:
            low, high = Fraction(one["low"]), Fraction(one["high"])
            assert low <= high
            assert (one["score"] is None) == (one["status"] == "open")
            assert one["score"] is None or Fraction(one["score"]) == low == high
            assert Fraction(one["full"]) - sum(Fraction(lost["points"]) for lost in one["deductions"]) == high


def test_an_indicator_says_what_its_score_rests_on() -> None:
    """Worked out from figures, only stated as it is, or judged by somebody on some grounds."""
    table = """[
        {名称: 控制率, 分值: 60, 公式: 追加预算 / 年初预算, 评分标准: '不超过10%的，得满分，否则不得分。'},
        {名称: 满意度, 分值: 20, 评分标准: '得分=满意度×20'},
        {名称: 效能, 分值: 20, 评分标准: 好的得20分；差的得10分}]"""
    papers = """数据: {追加预算: {值: 5, 单位: 万元}, 年初预算: {值: 100, 单位: 万元}, 满意度: {值: 90%, 出处: 报告 三}}
评定: {效能: {等级: 好, 评定人: 复核组, 依据: 现场核查, 出处: 底稿 3}}
"""
    [found] = review(*loaded(table, papers))
    (result,) = document(Run((found,)))["results"]
    told = {one["name"]: (one["basis"], one.get("rating")) for one in result["indicators"]}
    assert told == {
        "控制率": ("computed", None),
        "满意度": ("stated", None),
        "效能": ("judged", {"by": "复核组", "grounds": "现场核查", "source": "底稿 3"}),
    }
    assert result["score"]["stated_points"] == "18"
