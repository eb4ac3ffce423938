"""Drafts of reports: the table that fits, what is told of the file itself, and a draft that always is a case."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from jixiao.dataclass import replace
from jixiao.desk.again import read_again
from jixiao.desk.check import check, check_each
from jixiao.desk.fit import fit_table
from jixiao.desk.mending import loaded
from jixiao.desk.read import read
from jixiao.documents.paper import Paper, PaperBuilder
from jixiao.files import open_library
from jixiao.model.diagnostic import BadQuestion, Refused
from jixiao.model.draft import DraftClaim, DraftEntry, DraftFigure
from jixiao.model.reading import Reading, ReportHead
from jixiao.model.review import Checked
from jixiao.model.ruleset import Ruleset
from jixiao.reports.read.summary import brief_line, folded, summary_lines

ROOT = Path(__file__).parents[2]
RULES = ROOT / "rules"
LIBRARY = open_library(RULES)
TITLE = "湖南省怀化市某局2022年度部门整体支出绩效自评报告"


@pytest.fixture
def table() -> Ruleset:
    return LIBRARY.ruleset("huaihua-department@2022")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Give a report of two sentences."""
    path = tmp_path / "某局.txt"
    path.write_text(f"{TITLE}\n一、概况\n编制数19人，在职人员数12人。\n自评得分98分。\n", "utf-8")
    return path


def test_nothing_asked_is_refused(report: Path) -> None:
    with pytest.raises(BadQuestion):
        read(rules=RULES)
    empty = report.parent / "empty"
    empty.mkdir()
    with pytest.raises(Refused, match="没有报告"):
        read(empty, rules=RULES)


def test_a_report_gives_a_case_and_what_it_lacks(report: Path) -> None:
    [one] = read(report, rules=RULES).cases
    assert one.case is not None
    assert {"编制数", "在职人员数"} <= set(one.case.whole.statements)
    assert one.case.draft_of == ("某局.txt",)
    assert "编制数" not in {lacking.name for lacking in one.lacking}
    assert "年初预算" in {lacking.name for lacking in one.lacking}
    assert one.draft.heading.code.startswith("huaihua-department-2022-")


# ── The table ────────────────────────────────────────────────────────────────────────────────────


def reading(text: str, kind: str | None) -> Reading:
    """Give what was read of a report of that kind."""
    return Reading("r", text, ReportHead(kind=kind), (), ())


@pytest.mark.parametrize(
    ("text", "kind", "year", "wanted"),
    [
        ("怀化市某局", "部门整体支出", 2022, "huaihua-department@2022"),
        ("怀 化市某局", "部门决算公开", 2022, "huaihua-department@2022"),
        ("怀化市某局", "项目支出", 2024, "project-expenditure@2024"),
        ("怀化市某局", "部门整体支出", 2023, None),
        ("某市某局", "部门整体支出", 2022, None),
        ("湛江市某局", "部门整体支出", 2021, "zhanjiang-department@2021"),
        ("怀化市和湛江市", "部门整体支出", 2022, "huaihua-department@2022"),
        ("", None, None, None),
    ],
)
def test_the_table_fits_by_place_kind_and_year(
    text: str, kind: str | None, year: int | None, wanted: str | None
) -> None:
    fit = fit_table([reading(text, kind)], year, LIBRARY)
    assert (None if fit.table is None else fit.table.reference) == wanted
    assert fit.table is not None or fit.candidates


# ── Mending ──────────────────────────────────────────────────────────────────────────────────────


def test_what_a_case_cannot_hold_is_doubtful_and_else_left_out(report: Path, table: Ruleset) -> None:
    [one] = read(report, rules=RULES).cases
    bad = (
        DraftEntry("编制数", (DraftFigure("5", "辆", "自评报告 一", "五辆"),), known=True),
        DraftEntry("在职人员", (DraftFigure("7", "人", "自评报告 二", "七人"),), known=False),
        DraftEntry("火星", (DraftFigure("１e5", "万元", "自评报告 三", "五"),), known=False),
    )
    claim = DraftClaim("在职人员控制率", (("得分", "很多"),), "自评报告 五", "")
    draft, case, problems = loaded(replace(one.draft, entries=bad, claims=(claim,)), "某局.txt", table)
    assert problems == ()
    assert case is not None
    assert case.whole.statements == {}
    assert {figure.value for _, figure in draft.doubtful} <= {"5", "7", "１e5"}
    assert draft.claims == ()
    assert draft.notes == ("在职人员控制率 得分 很多（自评报告 五）",)


# ── Check ────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_wrong_with_the_file_itself_is_a_hint(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(path: Path) -> Paper:
        builder = PaperBuilder(path.stem)
        builder.paragraph(f"{TITLE}\n编制数19人。")
        builder.remark("open-revisions", "修订还没有接受")
        return builder.finished()

    monkeypatch.setattr("jixiao.desk.read.read_paper", opened)
    [review] = check(report, rules=RULES).reviews
    [found] = [one for one in review.findings if one.code == "report-remark"]
    assert (found.level.word, found.message) == ("提示", "某局.txt：修订还没有接受")


def test_a_failure_in_one_report_costs_no_other(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = report.with_name("别局.txt")
    other.write_text("x", "utf-8")

    def opened(path: Path) -> Paper:
        if path == other:
            raise ZeroDivisionError
        builder = PaperBuilder(path.stem)
        builder.paragraph(f"{TITLE}\n编制数19人。")
        return builder.finished()

    monkeypatch.setattr("jixiao.desk.read.read_paper", opened)
    run = check(report.parent, rules=RULES)
    assert len(run.reviews) == 1
    [error] = run.errors
    assert "程序内部错误（ZeroDivisionError）" in error.message


def test_reports_and_cases_are_checked_in_one_run(report: Path) -> None:
    def code(checked: Checked) -> list[str]:
        return [one.evaluation.case.id for one in checked.reviews]

    found = list(check_each([report, ROOT / "cases/huaihua-beijing-2022.yaml"], RULES, code))
    assert [len(one) for one in found] == [1, 1]
    assert found[0] == ["huaihua-beijing-2022"]


# ── Again ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030"])
def test_reading_again_leaves_every_byte_in_its_place(
    report: Path, tmp_path: Path, codec: str, end: str
) -> None:
    [one] = read(report, rules=RULES).cases
    path = tmp_path / "case.yaml"
    before = one.text.replace("值: 19", "值: 20").rstrip("\n").replace("\n", end).encode(codec)
    path.write_bytes(before)
    again = read_again(path, one.draft)
    assert again.new == 1
    assert again.data is not None
    assert again.data.startswith(before)
    path.write_bytes(again.data)
    assert read_again(path, one.draft).data is None


def test_reading_again_compares_claims(report: Path, tmp_path: Path) -> None:
    [one] = read(report, rules=RULES).cases
    path = tmp_path / "case.yaml"
    path.write_text(one.text.replace("总分: 98", "总分: 98.0"), "utf-8")
    assert read_again(path, one.draft).data is None
    text = report.read_text("utf-8").replace("98分", "88分，等级为良")
    report.write_text(f"{text}二、预算控制率：追加12万元，属常规增加，不扣分。\n", "utf-8")
    [other] = read(report, rules=RULES).cases
    again = read_again(path, other.draft)
    assert again.data is not None
    added = again.data.decode()
    assert "#   自评总分 案例98.0，报告88（自评报告 一）\n" in added
    assert "#   自评等级 案例没有，报告良（自评报告 一）\n" in added
    assert "#   自评 预算控制率 扣分 案例没有，报告0（自评报告 二）\n" in added
    path.write_bytes(again.data)
    assert read_again(path, other.draft).data is None


def test_a_number_that_another_statement_of_that_place_has_is_new_all_the_same(tmp_path: Path) -> None:
    """A statement stands for one figure: first of its own name, then, since a person may rename it, of any."""
    report, case = tmp_path / "report.txt", tmp_path / "case.yaml"
    text = "湖南省怀化市某局2022年度部门整体支出绩效自评报告\n一、编制数19人，在职人员数22人。\n"
    report.write_text(text, encoding="utf-8")
    [one] = read(report, rules=RULES).cases
    case.write_text(one.text, encoding="utf-8")
    report.write_text(text.replace("22", "19"), encoding="utf-8")
    [other] = read(report, rules=RULES).cases
    again = read_again(case, other.draft)
    assert again.new == 1
    assert again.data is not None
    assert "#   在职人员数: {值: 19" in again.data.decode()
    case.write_text(one.text.replace("在职人员数: ", "在岗人数: "), encoding="utf-8")
    assert read_again(case, one.draft).data is None


def test_names_that_the_program_read_are_counted_and_not_called_misspelt(tmp_path: Path) -> None:
    """A name that a person adds to the draft is told as ever."""
    path = tmp_path / "某局.txt"
    path.write_text(f"{TITLE}\n一、概况\n编制数19人。在职人员树12人。火星站点数3个。\n", "utf-8")
    [one] = read(path, rules=RULES).cases
    file = tmp_path / "case.yaml"
    written = one.text.replace("数据:\n", "数据:\n  火星经费: {值: 4, 单位: 万元, 出处: 自评报告 一}\n", 1)
    file.write_text(written, "utf-8")
    told = [each.message for each in check(file, rules=RULES).warnings]
    assert [each for each in told if "火星经费" in each]
    assert not [each for each in told if "在职人员树" in each or "火星站点数" in each]
    assert [each for each in told if "个名称是程序从报告读出的" in each]


def test_the_doubts_of_a_case_are_marked_in_its_text(tmp_path: Path) -> None:
    """Also those that reading did not have: the case tells them by place and words."""
    path = tmp_path / "某局.txt"
    path.write_text(f"{TITLE}\n一、概况\n火星站点数3个。火星站点数5个。\n", "utf-8")
    [checked] = check_each([path], RULES, lambda one: one, shows_originals=True)
    [evidence] = checked.evidence
    doubts = {mark.value: mark.doubt for mark in evidence.marks if mark.item == "火星站点数"}
    assert set(doubts) == {"3个", "5个"}
    assert all(doubts.values())


def test_a_copy_of_a_report_is_read_once_and_told(report: Path) -> None:
    (report.parent / "副本.txt").write_bytes(report.read_bytes())
    [one] = read(report.parent, rules=RULES).cases
    assert len(one.draft.sources) == 1
    assert "是同一个文件，只读一次" in brief_line(one)


def test_what_has_no_figure_seems_no_report(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_text("关于开会的通知\n请准时参加。\n", "utf-8")
    [one] = read(path, rules=RULES).cases
    assert "没有读到数，像不是报告" in next(summary_lines(one))


def test_units_that_differ_are_told_last(report: Path) -> None:
    other = report.parent / "乙局.txt"
    other.write_text("甲省丙市乙局2022年度部门决算公开\n收入决算5万元。\n", "utf-8")
    [one] = read(report, other, together=True, rules=RULES).cases
    *_, last = summary_lines(one)
    assert last.startswith("提醒：几份报告的单位不同")


def test_doubts_of_one_reason_are_told_once_and_what_the_table_needs_first(report: Path) -> None:
    [one] = read(report, rules=RULES).cases

    def doubted(name: str, doubt: str) -> DraftEntry:
        return DraftEntry(name, (DraftFigure("1", "万元", f"自评报告 {name}", "", doubt),), known=True)

    entries = (doubted("其他收入", "甲"), doubted("年末结余", "乙"), doubted("事业收入", "甲"))
    one = replace(one, draft=replace(one.draft, entries=entries))
    told = next(line for line in summary_lines(one) if line.startswith("先看"))
    assert told.count("甲") == 1
    assert "甲，2 处：" in told
    assert told.index("年末结余") < told.index("其他收入")
    assert all(cell_len(line) <= 40 for line in folded([told], 40))
