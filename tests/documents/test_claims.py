"""What running text claims: totals, grades, and of indicators what was taken off and why; scales and standards claim nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.documents.claims import prose_claims
from jixiao.documents.paper import Paper, PaperBuilder
from jixiao.documents.read import read_report
from jixiao.documents.readers.opened import read_paper


def paper(*paragraphs: str) -> Paper:
    """Give a paper of paragraphs."""
    builder = PaperBuilder("report")
    for one in paragraphs:
        builder.paragraph(one)
    return builder.finished()


def said(*paragraphs: str) -> list[str]:
    """Give the claims as text."""
    return [
        f"{one.indicator or one.what} {one.kind.word} {one.value}" for one in prose_claims(paper(*paragraphs))
    ]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("驻长办自评绩效分值98分。", "98"),
        ("自评分值为98分。", "98"),
        ("自评总分值98分", "98"),
        ("自评绩效得分97.5分", "97.5"),
        ("自评绩效总分97分", "97"),
        ("自评评分96.5分", "96.5"),
        ("我处自评分数为100分", "100"),
        ("综合评分为98分", "98"),
        ("指标总分100分，自评得分95分。", "95"),
        ("产出指标得分30分，效益指标得分28分，自评得分95分。", "95"),
        ("本指标分值98分。", None),
        ("评价得分90分以上为优。", None),
        ("评价得分90分（含）以上为优。", None),
        ("总分90分-100分为优。", None),
        ("得分80分至89分为良。", None),
    ],
)
def test_a_total_is_what_the_unit_gives_itself(text: str, total: str | None) -> None:
    assert said(text) == ([] if total is None else [f"total 得分 {total}"])


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("自评总分优良，等级为优。", "优"),
        ("评价等级为“优”。", "优"),
        ("自评结果优秀。", "优秀"),
        ("自评结果良好，", "良好"),
        ("我处自评属第一等级。", "第一等级"),
        ("评价等级为第二等级。", "第二等级"),
        ("综合评价等级为A级。", "A级"),
        ("自评在90-100分之间，等级为优（90分以上为优）。", None),
        ("评价得分90分以上为优，80-89分为良。", None),
        ("评价分值在90分-100分项目等级为优，80-89分项目等级为良，0-59分项目等级为差。", None),
        ("评价等级为优（90-100分）、良（80-89分）、中、差。", None),
        ("评价等级为优、良、中、差四档。", None),
        ("得分在90分以上的，等级为优；80（含）至90分的，等级为良。", None),
        ("评价得分90分（含）以上为第一等级。", None),
        ("评价结果良好率为90%。", None),
    ],
)
def test_a_scale_gives_no_grade(text: str, grade: str | None) -> None:
    assert said(text) == ([] if grade is None else [f"grade 等级 {grade}"])


def test_a_grade_beside_a_scale_is_read_with_its_total() -> None:
    wanted = ["total 得分 93", "grade 等级 优"]
    assert said("自评总分93分，等级为优。评价得分90分以上为优，80-89分为良。") == wanted
    assert said("自评得分93分，在90-100分之间，等级为优。") == wanted
    assert said("自评得分93分，评价等级为优（90分以上为优）。") == wanted


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("预算控制率5分，此项不扣分。", ["得分 5", "扣分 0"]),
        ("（2）预算控制率：12/59.4=73.97%＜100%，不扣分。", ["扣分 0", "比率 73.97%"]),
        ("预算控制率=12/59.4=73.97%＜100%，不扣分。", ["扣分 0", "比率 73.97%"]),
        ("1、预算控制率：100%。任务完成，此项不扣分。", ["扣分 0", "比率 100%", "理由 任务完成"]),
        ("（2）预算控制率：追加5万元，属常规增加，不扣分。", ["扣分 0", "理由 追加5万元，属常规增加"]),
        ("4、预算控制率：制度还要完善。扣2分。", ["扣分 2", "理由 制度还要完善"]),
        ("预算控制率：每超1个百分点扣1分，扣完为止。", []),
        ("预算控制率：没有超过的不扣分。", []),
        ("预算控制率：超过的，扣2分。", []),
    ],
)
def test_what_is_taken_off_an_indicator_has_its_rate_and_its_reason(text: str, claims: list[str]) -> None:
    assert said(text) == [f"预算控制率 {one}" for one in claims]


def test_the_section_names_the_indicator_of_what_stands_below_it() -> None:
    assert said("（1）预算控制率", "追加属常规，不扣分。") == [
        "预算控制率 扣分 0",
        "预算控制率 理由 追加属常规",
    ]
    below = ("2、社会效益。", "（1）在联络方面。办了三件事，此项不扣分。", "3、其他工作都做完了，不扣分。")
    assert said(*below) == ["社会效益 扣分 0", "社会效益 理由 办了三件事"]
    assert said("（一）存在的问题", "追加属常规，不扣分。") == []


def test_every_claim_stands_where_it_says() -> None:
    one = paper("（2）“三公”经费控制率：43 .95/59.4=73.97%，属常规\n增加，不扣分。", "自评绩效分值９８分。")
    assert [one.words(claim.span) == claim.quote for claim in prose_claims(one)] == [True] * 4


def form(*, scored: bool) -> str:
    """Give a form with one cell on each line, as text that came out of a page."""
    rows = [
        ("一级指标", "三级指标", "符号", "指标值", "计量单位", "完成值", "权重", "得分"),
        ("产出指标", "按月发放率", "=", "100", "%", "100" * scored, "60", "60" * scored),
        ("效益指标", "足额保障率", "=", "100", "%", "100" * scored, "40", "38" * scored),
    ]
    lines = "".join(f"{cell} |\n" if cell else "|\n" for row in rows for cell in row)
    return f"绩效自评表\n{lines}合计 |\n100 |\n{'98 ' * scored}|\n|\n评价结论 |\n写明取得的成效。\n"


def test_what_may_be_reached_in_a_form_that_nobody_filled_is_no_total(tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    for scored, totals in ((True, ["98"]), (False, [])):
        path.write_text(form(scored=scored), "utf-8")
        read = read_report(read_paper(path), {})
        assert [one.value for one in read.claims if one.what == "total"] == totals
        assert [one.why for one in read.unread if one.quote == "100"] == ["分值"]
