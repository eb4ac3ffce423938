"""Readings and a case → evidence: a figure belongs to the statement that says it, and keeps its span."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.dataclass import replace
from jixiao.documents.evidence import evidence_of
from jixiao.documents.paper import GridCell, PaperBuilder
from jixiao.documents.read import read_report
from jixiao.documents.readers.opened import read_paper
from jixiao.documents.readers.text import paper_of_text
from jixiao.files import find_rules, open_library
from jixiao.language.span import Span
from jixiao.model.case import Case, Claim, Project, Statement
from jixiao.model.diagnostic import Place
from jixiao.model.evidence import GRADE, TOTAL
from jixiao.model.reading import ClaimKind, Measure, ReadClaim, ReadFigure, Reading, ReportHead
from jixiao.quantity import parse_quantity

ITEMS = open_library(find_rules(None)).items.items
SHARED = Path(__file__).parents[3] / "shared" / "reading"


def case(*said: tuple[str, str, str], claim: Claim | None = None) -> Case:
    """Give a case of statements: item, quantity, place; the line of each is its number."""
    statements: dict[str, tuple[Statement, ...]] = {}
    for line, (name, value, source) in enumerate(said, 1):
        one = Statement(name, parse_quantity(value), source, Place("案例.yaml", line, 1))
        statements[name] = (*statements.get(name, ()), one)
    whole = Project(None, statements, (), {}, claim or Claim(), {})
    return Case(
        "某局",
        "a-2022",
        "某局",
        "某市",
        2022,
        "部门整体支出",
        "",
        {},
        whole,
        (),
        "sha256:0",
        Place("案例.yaml"),
    )


def reading(text: str, *figures: ReadFigure, claims: tuple[ReadClaim, ...] = ()) -> Reading:
    """Give a reading of a text."""
    return Reading("报告", text, ReportHead("某局", 2022), figures, claims)


def figure(
    text: str, item: str, value: str, unit: str = "万元", place: str = "", **more: object
) -> ReadFigure:
    """Give a figure that stands in a text."""
    start = text.index(value)
    span = Span(start, start + len(value))
    return ReadFigure(
        item, Measure(str(more.pop("measure", "value"))), value, unit, 2022, span, value, place, **more
    )  # type: ignore[arg-type]


TEXT = "年初预算225.18万元，追加69.94元，比上年增加34.38万元。共支出3,000元。"


def lines(found: Case, *figures: ReadFigure) -> list[int | None]:
    """Give the line of the statement that each mark leads to."""
    [evidence] = evidence_of([("自评报告", reading(TEXT, *figures))], found)
    return [mark.key.line if isinstance(mark.key, Place) else None for mark in evidence.marks]


def test_a_figure_belongs_to_the_statement_of_its_item_and_value() -> None:
    of = case(("年初预算", "225.18 万元", "自评报告 一"), ("支出决算", "225.18 万元", "自评报告 二"))
    assert lines(of, figure(TEXT, "年初预算", "225.18")) == [1]
    assert lines(of, figure(TEXT, "年初预算", "69.94")) == [None]


def test_the_place_decides_between_two_that_say_the_same() -> None:
    of = case(("年初预算", "225.18 万元", "自评报告 一"), ("年初预算", "225.18 万元", "自评报告 六（二）"))
    assert lines(of, figure(TEXT, "年初预算", "225.18", place="六（二）")) == [2]
    assert lines(of, figure(TEXT, "年初预算", "225.18", place="九")) == [1]


def test_units_are_compared_and_commas_are_none() -> None:
    assert lines(case(("支出决算", "0.3 万元", "自评报告 一")), figure(TEXT, "支出决算", "3,000", "元")) == [
        1
    ]
    assert lines(case(("支出决算", "3000 万元", "自评报告 一")), figure(TEXT, "支出决算", "3,000", "元")) == [
        None
    ]


def test_a_change_is_the_statement_of_the_change() -> None:
    of = case(
        ("年初预算", "34.38 万元", "自评报告 一"), ("年初预算较上年增减额", "34.38 万元", "自评报告 一")
    )
    assert lines(of, figure(TEXT, "年初预算", "34.38", measure="change")) == [2]


def test_claims_lead_to_what_the_case_says_of_them() -> None:
    claims = (
        ReadClaim("total", "225.18", ClaimKind.SCORE, Span(4, 10), "225.18"),
        ReadClaim("grade", "优", ClaimKind.GRADE, Span(0, 1), "年"),
        ReadClaim("indicator", "1", ClaimKind.SCORE, Span(1, 2), "初", "没有的指标"),
    )
    of = case(claim=Claim(total=parse_quantity("98").value, grade="优"))
    [evidence] = evidence_of([("自评报告", reading(TEXT, claims=claims))], of)
    assert [mark.key for mark in evidence.marks] == [GRADE, None, TOTAL]


def test_a_figure_of_a_project_leads_to_that_project() -> None:
    """Two projects may state one item alike; a mark leads to its own."""
    one, other = (
        case(("年初预算", "225.18 万元", "自评报告 一")),
        case(("年初预算", "225.18 万元", "自评报告 一")),
    )
    second = replace(other.whole.statements["年初预算"][0], place=Place("案例.yaml", 9, 1))
    projects = (
        replace(one.whole, name="甲项目"),
        replace(other.whole, name="乙项目", statements={"年初预算": (second,)}),
    )
    of = replace(one, whole=case().whole, projects=projects)
    told = figure(TEXT, "年初预算（乙项目）", "225.18", project="乙项目", known=False)
    assert lines(of, told) == [9]
    assert lines(of, replace(told, project="甲项目", item="年初预算")) == [1]


def test_doubts_come_along_and_spans_outside_do_not() -> None:
    doubtful = figure(TEXT, "年初预算", "225.18", doubts=("没有单位", "太远"))
    outside = ReadFigure("年初预算", Measure.VALUE, "1", "", 2022, Span(5, 5_000), "1")
    [evidence] = evidence_of([("自评报告", reading(TEXT, doubtful, outside))], case())
    assert [mark.doubt for mark in evidence.marks] == ["没有单位；太远"]


def test_a_text_of_our_own_from_end_to_end() -> None:
    text = "某市某局2022年度部门整体支出绩效自评报告\n一、基本情况\n2022年年初预算225.18万元，编制数19人。\n"
    read = read_report(paper_of_text(text, "报告"), ITEMS)
    of = case(("年初预算", "225.18 万元", "自评报告 一"), ("编制数", "19 人", "自评报告 一"))
    [evidence] = evidence_of([("自评报告", read)], of)
    held = {text[mark.span.start : mark.span.end] for mark in evidence.marks if mark.key is not None}
    assert {"225.18", "19"} <= held


def test_tables_come_along_with_the_paper_they_were_read_from() -> None:
    builder = PaperBuilder("自评表")
    builder.table(
        [[GridCell("指标", rows=2), GridCell("金额", columns=2)], [GridCell("预算"), GridCell("225.18")]]
    )
    paper = builder.finished()
    read = read_report(paper, ITEMS)
    [evidence] = evidence_of([("自评表", read)], case(), {"自评表": paper})
    [grid] = evidence.grids
    assert [(one.row, one.column, one.rows, one.columns) for one in grid.cells] == [
        (0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1),
    ]  # fmt: skip
    [other] = evidence_of([("自评表", read)], case(), {"自评表": paper_of_text("别的", "别的")})
    assert other.grids == ()


@pytest.mark.parametrize("name", ["02-fengwu-school", "06-shizhai-township", "12-meixi-project"])
def test_marks_of_a_shared_report_stand_where_its_figures_do(name: str) -> None:
    path = SHARED / f"{name}.txt"
    if not path.exists():
        pytest.skip(f"没有 {name}")
    read = read_report(read_paper(path), ITEMS)
    known = next(
        one for one in read.figures if one.known and one.measure is Measure.VALUE and one.unit == "万元"
    )
    of = case((known.item, f"{known.value.replace(',', '')} 万元", "自评报告 一"))
    [evidence] = evidence_of([("自评报告", read)], of)
    assert len(evidence.marks) >= len(read.figures)
    assert any(mark.key is not None and mark.span == known.span for mark in evidence.marks)
