"""Hand-made evaluations, so that a report is tested without reading or scoring anything."""

from __future__ import annotations

from fractions import Fraction

from jixiao.model.case import Case, Claim, Project
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.evaluation import Alternative, Deduction, Drawn, Evaluation, Figure, Missing, Result, Status
from jixiao.model.finding import Finding, Level
from jixiao.model.review import Mean, Review, Run
from jixiao.model.ruleset import Indicator, Ruleset, Scope, Text
from jixiao.model.told import RowWords
from jixiao.quantity import parse_quantity

PLACE = Place("案例.yaml", 3, 1)


def points(text: str) -> Fraction:
    """Read points exactly."""
    return Fraction(text)


def figure(name: str, quantity: str, source: str, *, used: bool = True, note: str = "") -> Figure:
    """Give a figure from text such as “69.94 万元”."""
    return Figure(name, parse_quantity(quantity), source, used, note)


def indicator(name: str, full: str, *, official: bool = True) -> Indicator:
    """Give an indicator of that many points."""
    return Indicator(
        name=name,
        id=f"indicator-{len(name)}",
        points=points(full),
        standard=Text("不超过100%的，得满分；每超过1%，扣1分，扣完为止。", PLACE),
        place=PLACE,
        category=("过程", "预算执行"),
        provenance="官方" if official else "推定",
    )


def ruleset(*indicators: Indicator) -> Ruleset:
    """Give a table of these indicators."""
    return Ruleset(
        title="某市部门整体支出绩效评价指标表",
        id="sample-department",
        version="2022",
        scope=Scope("某市", "部门整体支出", (2022,)),
        full=sum((one.points for one in indicators), Fraction(0)),
        grades=(("优", points("90")), ("良", points("80")), ("中", points("60")), ("差", points("0"))),
        indicators=indicators,
        items={},
        digest="sha256:table",
        place=Place("rules/sample.yaml", 1, 1),
    )


def project(name: str | None = None, total: str | None = None, grade: str | None = None) -> Project:
    """Give a project, or a whole case, that claims a total and a grade."""
    claim = Claim(total=None if total is None else points(total), grade=grade)
    return Project(name, {}, (), {}, claim, {})


def case(
    *projects: Project, code: str = "sample-2022", unit: str = "某市联络处", file: str = "案例.yaml"
) -> Case:
    """Give a case of these projects, or a whole one where the only one has no name."""
    named = tuple(one for one in projects if one.name is not None)
    return Case(
        title="某市联络处 2022 年度部门整体支出",
        id=code,
        unit=unit,
        region="某市",
        year=2022,
        subject="部门整体支出",
        ruleset="sample-department@2022",
        sources={},
        whole=project() if named else projects[0],
        projects=named,
        digest="sha256:case",
        place=Place(file),
    )


def evaluation(
    of: Case, one: Project, *results: Result, adopted: str | None = None, note: str = ""
) -> Evaluation:
    """Give the evaluation of a project with these results, totals added up."""
    return Evaluation(
        case=of,
        project=one,
        ruleset=ruleset(*(result.indicator for result in results)),
        results=results,
        low=sum((result.low for result in results), Fraction(0)),
        high=sum((result.high for result in results), Fraction(0)),
        adopted=None if adopted is None else points(adopted),
        adopted_note=note,
        grades=("优", "良"),
        engine="0.1.0",
    )


FULL = Result(
    indicator=indicator("在职人员控制率", "40"),
    status=Status.SCORED,
    low=points("40"),
    high=points("40"),
    basis=Drawn(
        explanation="在职人员控制率＝12 人 ÷ 19 人＝63.16%，得满分。",
        value=Fraction(12, 19),
        value_text="63.16%",
        figures=(
            figure("在职人员数", "12 人", "自评报告 一"),
            figure("编制数", "19 人", "自评报告 一"),
            figure("编制数", "20 人", "自评报告 二"),
        ),
        conflicts=("编制数",),
    ),
    claimed_value=parse_quantity("100%"),
)
"""Full marks, a claimed ratio, and a dispute that does not matter."""

LOST = Result(
    indicator=indicator("预算控制率", "5"),
    status=Status.SCORED,
    low=points("0"),
    high=points("0"),
    basis=Drawn(
        explanation=(
            "预算控制率＝本年追加预算 69.94 万元 ÷ 年初预算 225.18 万元＝31.06%，大于30%，"
            "按条款“大于30%的不得分”不得分，扣5分（自评报告 六（二））。"
        ),
        value=Fraction(6994, 22518),
        value_text="31.06%",
        deductions=(
            Deduction(
                points("5"),
                "大于30%的不得分",
                "预算控制率＝本年追加预算 69.94 万元 ÷ 年初预算 225.18 万元＝31.06%，大于30%，"
                "按条款“大于30%的不得分”不得分，扣5分（自评报告 六（二））",
                ("本年追加预算", "年初预算"),
            ),
        ),
        figures=(
            figure("本年追加预算", "69.94 元", "自评报告 四（一）2", used=False),
            figure("本年追加预算", "69.94 万元", "自评报告 六（二）", note="与决算一致"),
            figure("年初预算", "225.18 万元", "自评报告 一"),
        ),
        conflicts=("本年追加预算",),
    ),
    claimed=points("5"),
)
"""All points lost, against the claim."""

OPEN = Result(
    indicator=indicator("新建楼堂馆所投资概算控制率", "25", official=False),
    status=Status.OPEN,
    low=points("0"),
    high=points("23"),
    basis=Drawn(
        explanation="缺少批准投资概算，得分在0至23分之间。",
        deductions=(Deduction(points("2"), "每超出5%，扣2分", "至少超出5%，扣2分", ()),),
        missing=(Missing("批准投资概算", points("23")), Missing("实际投资金额", points("4"))),
        alternatives=(
            Alternative("不足一步不计", points("21"), points("23")),
            Alternative("不足一步按一步", points("0"), points("21")),
        ),
    ),
    claimed=points("25"),
    claim_derived=True,
)
"""A range, with something missing, two readings, a certain loss and a derived claim."""

JUDGED = Result(
    indicator=indicator("管理制度健全性", "20", official=False),
    status=Status.JUDGED,
    low=points("16.5"),
    high=points("16.5"),
    basis=Drawn(
        explanation="评定达到①②③（复核人），按条款“④…，2分”扣3.5分。",
        deductions=(
            Deduction(points("3.504"), "④…，2分", "没有达到④，扣3.5分", ()),
            Deduction(points("-0.004"), "舍入", "16.496分按口径四舍五入到1位小数为16.5分", ()),
        ),
    ),
    claimed=points("20"),
)
"""A judgement, with a rounding line that gives points back."""

EXEMPT = Result(
    indicator=indicator("政府采购执行率", "10"),
    status=Status.EXEMPT,
    low=points("10"),
    high=points("10"),
    basis=Drawn(
        explanation="没有政府采购，按条款“没有政府采购的，得满分”得满分。",
    ),
    claimed=points("10"),
)
"""Full marks by an exemption."""

ABOVE = Finding(
    code="claim-above-range",
    level=Level.HIGH,
    title="自评总分高于可能的最高分",
    message="自评总分98分，按评分标准总分只能在66.5至89.5分之间，相差8.5分",
    items=("本年追加预算",),
    because=(RowWords("“预算控制率”最高0分：", LOST.deductions[0].reason, "预算控制率"), "满分100分"),
    fingerprint="1a2b3c4d",
)
HINT = Finding(
    "unit-suspect",
    Level.LOW,
    "单位可能有误",
    "本年追加预算写作 69.94 元",
    "预算控制率",
    fingerprint="5e6f7a8b",
)


def department() -> Run:
    """Give a whole case whose claim is too high, one indicator of each kind."""
    whole = project(total="98", grade="优")
    note = "“新建楼堂馆所投资概算控制率”的自评由自评总分和其余各项自评推得"
    results = (FULL, LOST, OPEN, JUDGED, EXEMPT)
    evaluated = evaluation(case(whole), whole, *results, adopted="89.5", note=note)
    return Run((Review(evaluated, (ABOVE, HINT)),))


def projects() -> Run:
    """Give a case of two projects with their mean, and an input that was refused."""
    first, second = project("运行维护费", "91.8"), project("业务经费")
    both = case(first, second, unit="某市人民政府")
    rest = "待定，又没有自评得分，不能给出采用分"
    reviews = (
        Review(evaluation(both, first, FULL, LOST, note=rest)),
        Review(evaluation(both, second, FULL, EXEMPT, adopted="50")),
    )
    mean = Mean("sample-2022", points("95.45"), points("95.454"), points("45"), points("45"))
    return Run(reviews, (mean,), (Diagnostic(Place("坏.yaml", 4, 2), "键“数居”不认识，是否为“数据”"),))
