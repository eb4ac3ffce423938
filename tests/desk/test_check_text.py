"""Findings of a report's own text: by `check` of the report, each told once, and never of a case file."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.desk.check import check
from jixiao.desk.read import read
from jixiao.model.finding import Finding, Level

ROOT = Path(__file__).parents[2]
RULES = ROOT / "rules"
TABLE = "huaihua-department@2022"
PROJECT = "project-expenditure@2024"
TITLE = "湖南省怀化市某局2022年度部门整体支出绩效自评报告\n"
BEGIN = f"{TITLE}一、概况\n编制数27人，在职人员16人。2022年年初预算225.18万元，2022年支出决算295.12万元。\n"


@pytest.fixture
def findings(tmp_path: Path):
    """Give the findings of a report with this text."""

    def found(text: str, table: str = TABLE) -> tuple[Finding, ...]:
        report = tmp_path / "report.txt"
        report.write_text(text, encoding="utf-8")
        [review] = check(report, table=table, rules=RULES).reviews
        return review.findings

    return found


def of(found: tuple[Finding, ...], *codes: str) -> list[Finding]:
    return [one for one in found if one.code in codes]


def test_a_text_in_order_has_none_of_them(findings) -> None:
    text = f"{BEGIN}二、控制率=16/27*100%=59.26%。2021年度三公经费决算28.62万元，比2020年减少1万元。\n三、任务全部完成。\n"
    codes = (
        "year-suspect",
        "unit-suspect",
        "ratio-misstated",
        "sum-mismatch",
        "parts-differ",
        "facts-disagree",
    )
    assert of(findings(text), *codes) == []


def test_a_year_that_does_not_fit_is_told_with_its_place(findings) -> None:
    [one] = of(findings(f"{BEGIN}二、自评\n2021年度部门整体支出绩效自评得分98分。\n"), "year-suspect")
    assert (one.level, one.title) == (Level.MEDIUM, "年度与上下文不合")
    assert (
        one.message == "报告是2022年度的，这里写2021年：“2021年度部门整体支出绩效自评得分98分”（自评报告 二）"
    )


def test_two_units_of_one_number_are_told_once(findings) -> None:
    text = f"{BEGIN}二、公务接待费决算1.92万元。\n三、2022年公务接待费为1.92元。会议费决算4.6万元。\n"
    [one] = of(findings(text), "unit-suspect")
    assert one.title == "“公务接待费决算”的单位与上下文不合"
    assert (
        of(findings(text), "statement-conflict") == []
    )  # the lone 元 is doubtful, and no statement of the case


def test_two_rates_of_one_indicator_contradict_each_other_although_one_is_claimed(findings) -> None:
    text = f"{BEGIN}二、在职人员控制率为59.26%，得5分。\n三、在职人员控制率为62.5%。\n"
    [one] = of(findings(text), "statement-conflict")
    assert (one.level, one.indicator) == (Level.HIGH, "在职人员控制率")
    assert "先写59.26%（自评报告 二），又写62.5%（自评报告 三）" in one.message


def test_two_units_of_one_number_of_which_neither_is_lone_contradict_each_other(findings) -> None:
    text = f"{BEGIN}二、公务接待费决算1.92万元。\n三、2022年公务接待费为1.92元。培训费决算4600元。\n"
    [one] = of(findings(text), "unit-suspect")
    assert one.title == "“公务接待费决算”的单位可疑"
    [conflict] = of(findings(text), "statement-conflict")
    assert conflict.folded_under == one.id


def test_an_amount_in_a_slipped_unit_scores_nothing(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    added = "三、公用经费决算21.92万元，会议费决算4.6万元。\n四、本年追加预算69.94元，预算调整率为31.06%。\n"
    report.write_text(f"{BEGIN}{added}", encoding="utf-8")
    [review] = check(report, table=TABLE, rules=RULES).reviews
    [control] = [one for one in review.evaluation.results if one.indicator.name == "预算控制率"]
    assert "本年追加预算" in {one.name for one in control.missing}
    [found] = of(review.findings, "unit-suspect")
    assert "“预算追加率”31.06%" in found.message


def test_a_lone_unit_is_told_although_no_two_statements_differ(findings) -> None:
    text = (
        f"{BEGIN}二、公务接待费决算2.13元，公务用车运行维护费决算25.03万元。\n"
        "三、2021年公务接待费决算2.44万元。会议费决算4.6万元，培训费决算2.75万元。\n"
    )
    [one] = of(findings(text), "unit-suspect")
    assert one.level is Level.MEDIUM
    assert "写2.13 元，而别处写的是2.44 万元" in one.message


@pytest.mark.parametrize(
    ("working", "code", "level"),
    [
        ("在职人员控制率=16/27*100%=95.26%", "ratio-misstated", Level.MEDIUM),
        ("控制率=43.95/59.4=73.97%", "ratio-misstated", Level.LOW),
        ("即113.95+152.34=256.29万元", "sum-mismatch", Level.MEDIUM),
        ("即12.34+5.67=18.02万元", "sum-mismatch", Level.LOW),
    ],
)
def test_wrong_arithmetic_is_told_once_wherever_it_is_printed_again(
    findings, working: str, code: str, level: Level
) -> None:
    found = of(findings(f"{BEGIN}二、{working}。\n三、{working}。\n"), code)
    [one] = [each for each in found if "算式" in each.title]
    assert one.level is level
    assert len({each.folded_under or each.id for each in found}) == 1, "told once, or under one other finding"
    assert f"算式“{working.split('=', 1)[1] if '率=' in working else working[1:-2]}”" in one.message
    assert one.message.endswith("（自评报告 二、自评报告 三）")


def test_a_report_in_a_report_is_one_finding_with_the_single_conflicts_under_it(findings) -> None:
    text = (
        f"{BEGIN}三公经费决算43.95万元。\n附件4\n部门整体支出绩效评价报告\n一、概况\n"
        "编制数28人，在职人员16人。2022年支出决算295.12万元，三公经费决算35.8万元。\n"
    )
    found = findings(text)
    [one] = of(found, "parts-differ")
    assert one.level is Level.HIGH
    assert "2个数据项写得不一样：编制数 27 人，28 人；三公经费决算 43.95 万元，35.8 万元" in one.message
    conflicts = of(found, "statement-conflict")
    assert {item for conflict in conflicts for item in conflict.items} == {"编制数", "三公经费决算"}
    assert {conflict.folded_under for conflict in conflicts} == {one.id}


def test_a_paragraph_against_a_table_is_told_once_and_says_so(findings) -> None:
    table = "项目 | 2022年预算数 | 2022年决算数 |\n公务接待费 | 3.00 | 2.50 |\n会议费 | 5.00 | 4.60 |\n"
    text = f"{BEGIN}二、公务接待费决算2.10万元。\n附表（单位：万元）\n{table}"
    [one] = of(findings(text), "statement-conflict")
    assert "2.10 万元（自评报告 二）" in one.message
    assert "2.50 万元（自评报告 表1 第2行“2022年决算数”）" in one.message
    assert "正文和表写得不一样" in one.message
    [same] = of(
        findings(text.replace("一、概况", "一、概况\n会议费决算4.8万元。会议费决算4.6万元。")),
        "statement-conflict",
    )[:1]
    assert same.items == ("会议费决算",) or "会议费" not in same.message
    both = of(
        findings(f"{BEGIN}二、公务接待费决算2.10万元。\n三、公务接待费决算2.50万元。\n"), "statement-conflict"
    )
    assert "正文和表" not in both[0].message


@pytest.mark.parametrize("words", ["较好", "满意"])
def test_a_grade_that_the_table_does_not_know_reaches_the_claim(findings, words: str) -> None:
    [one] = of(findings(f"{BEGIN}二、自评总分95分，自评等级为“{words}”。\n"), "grade-mismatch")
    assert one.level is Level.LOW
    assert f"自评等级“{words}”" in one.message


@pytest.mark.parametrize("words", ["第一等级", "优秀", "优"])
def test_a_grade_by_other_words_is_the_grade(findings, words: str) -> None:
    assert of(findings(f"{BEGIN}二、自评总分95分，自评等级为“{words}”。\n"), "grade-mismatch") == []


DONE = (
    "湖南省怀化市某局2024年度项目支出绩效自评报告\n一、概况\n"
    "全年预算数100.00万元，全年执行数{spent}万元，预算执行率{rate}%。\n二、{words}。\n三、{words}。\n"
)


def test_all_is_done_beside_little_spent_is_asked_about_once(findings) -> None:
    found = findings(DONE.format(spent="17.00", rate="17", words="各项目标任务全部完成"), PROJECT)
    [one] = [one for one in of(found, "facts-disagree") if "全部完成" in one.title]
    assert one.level is Level.LOW
    assert one.message == (
        "报告写“各项目标任务全部完成”，而“预算执行率”只有17%；钱没有花，事怎样做完，请单位说明（自评报告 二）"
    )


@pytest.mark.parametrize(
    ("spent", "rate", "words"),
    [("97.00", "97", "任务全部完成"), ("17.00", "17", "任务尚未全部完成"), ("17.00", "17", "开展了工作")],
)
def test_else_nothing_is_asked(findings, spent: str, rate: str, words: str) -> None:
    found = findings(DONE.format(spent=spent, rate=rate, words=words), PROJECT)
    assert not any("全部完成" in one.title for one in found)


def test_a_case_that_a_person_has_written_has_no_text(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(f"{BEGIN}二、控制率=16/27*100%=95.26%。\n", encoding="utf-8")
    [drafted] = read(report, rules=RULES).cases
    case = tmp_path / "case.yaml"
    case.write_text(drafted.text, encoding="utf-8")
    [review] = check(case, rules=RULES).reviews
    assert of(review.findings, "ratio-misstated") == []
