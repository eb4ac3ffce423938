"""`jixiao check REPORT --format html`: the report itself beside its scores, with links both ways."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from jixiao.documents.readers.text import paper_of_text
from reports.pages import Page, assert_whole
from shared.documents import zips
from shared.reading.documents import pdf_of

TITLE = "湖南省怀化市某局2022年度部门整体支出绩效自评报告"
SENTENCES = (
    TITLE,
    "一、基本情况",
    "（一）人员。编制数19人，在职人员数22人。",
    "（二）预算。2022年年初预算225.18万元，比上年增加34.38万元。",
    "二、自评",
    "自评得分98分，等级为优。",
)
REPORT = "\n".join(SENTENCES) + "\n"
TABLE = (("项目", "2022年预算数", "2022年决算数"), ("公务接待费", "3.00", "2.50"))
ACCOUNT = "湖南省怀化市某局2022年度部门决算公开\n一、收入。收入决算295.12万元，支出决算295.12万元。\n"
OTHER_UNIT = REPORT.replace("怀化市某局", "怀化市乙局").replace("22人", "18人")
CASE = """\
案例: 某局 2022 年度部门整体支出
代码: bureau-2022
单位: 某局
地区: 湖南省怀化市
年度: 2022
对象: 部门整体支出
指标表: huaihua-department@2022
来源: {{自评报告: {source}}}
数据:
  编制数: {{值: 19, 单位: 人, 出处: 自评报告 一（一）}}
  在职人员数: {{值: 22, 单位: 人, 出处: 自评报告 一（一）}}
"""


def page_of(jixiao, *words: str, status: int = 0) -> Page:
    """Give the page of a check, which is whole."""
    done = jixiao("check", *words, "--format", "html")
    assert done.returncode == status, done.stderr
    return assert_whole(done.stdout)


def texts(page: Page) -> int:
    """Count the reports that are shown."""
    return len(page.of("text"))


def leads_from(page: Page, name: str) -> set[str]:
    """Give the ids that links within an element lead to."""
    start = next(place for place, (_, each) in enumerate(page.elements) if each.get("id") == name)
    behind = page.elements[start + 1 :]
    end = next((place for place, (tag, _) in enumerate(behind) if tag == "article"), len(behind))
    return {str(each["href"])[1:] for _, each in behind[:end] if "href" in each}


def marked(page: Page, name: str) -> str:
    """Give what stands in a mark."""
    return "".join(page.inside[name])


@pytest.fixture
def made(folder: Path) -> Path:
    """Give a folder with one report in three formats, a table in that of Word."""
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "report.docx").write_bytes(zips.docx(*map(zips.paragraph, SENTENCES), zips.table(*TABLE)))
    (folder / "report.pdf").write_bytes(pdf_of(paper_of_text(REPORT, "report")))
    return folder


@pytest.mark.parametrize("kind", ["txt", "docx", "pdf"])
def test_a_report_stands_beside_its_scores(jixiao, made: Path, kind: str) -> None:
    """Conclusion first, said to be a draft's; every sentence is there, in the order of the report."""
    page = page_of(jixiao, f"report.{kind}")
    told = re.sub(r"[指疑]\d+", "", page.told)
    order = [
        f"草稿（未经人核对）：数由程序从 report.{kind} 读出",
        "结论：",
        "得分表",
        "逐项说明",
        "数据与出处",
    ]
    order += [one for one in SENTENCES if one != "二、自评"]
    places = [told.rindex(words) for words in order]
    assert places == sorted(places)
    assert texts(page) == 1


@pytest.mark.parametrize("kind", ["txt", "docx", "pdf"])
def test_a_deduction_leads_to_its_figures_and_they_lead_back(jixiao, made: Path, kind: str) -> None:
    page = page_of(jixiao, f"report.{kind}")
    [lost] = {str(each["href"])[1:] for each in page.named("a") if each.get("aria-label") == "在职人员控制率"}
    assert "扣 5 分" in page.said(lost)
    figures = leads_from(page, lost) & {str(each.get("id")) for each in page.named("mark")}
    assert {marked(page, name) for name in figures} == {"19", "22"}
    listed = [name for name in page.ids if re.search(r"-d\d+$", name) and "在职人员数" in page.said(name)]
    assert len(listed) == 1
    assert lost in leads_from(page, listed[0])


def test_a_cell_of_a_table_is_marked_in_its_table(jixiao, made: Path) -> None:
    page = page_of(jixiao, "report.docx")
    [place] = [place for place, (_, each) in enumerate(page.elements) if each.get("class") == "text"]
    tags = [tag for tag, _ in page.elements[place:]]
    assert tags.count("td") == 6
    assert "mark" in tags[tags.index("td") :]


def test_reports_of_one_unit_are_one_case_with_both_texts(jixiao, made: Path) -> None:
    (made / "account.txt").write_text(ACCOUNT, encoding="utf-8")
    page = page_of(jixiao, "report.txt", "account.txt")
    assert (len(page.of("case")), texts(page)) == (1, 2)
    assert not page.named("nav")
    for words in ("report.txt、account.txt", "自评报告", "决算公开", "收入。收入决算"):
        assert words in page.told


def test_a_folder_of_reports_is_a_page_with_a_list(jixiao, made: Path) -> None:
    """Each case beside its own report, whatever the number of processes; a refused one is told first."""
    (made / "reports").mkdir()
    (made / "reports/a.txt").write_text(REPORT, encoding="utf-8")
    (made / "reports/b.txt").write_text(OTHER_UNIT, encoding="utf-8")
    (made / "reports/c.docx").write_bytes(b"PK\x03\x04")
    page = page_of(jixiao, "reports", status=2)
    assert (len(page.of("case")), len(page.named("nav")), texts(page)) == (2, 1, 2)
    assert page.told.index("c.docx") < page.told.index("结论：")
    several = jixiao("check", "reports", "--format", "html", "--processes", "2")
    assert several.stdout == jixiao("check", "reports", "--format", "html").stdout


def test_a_case_shows_the_report_that_lies_beside_it(jixiao, made: Path) -> None:
    (made / "case.yaml").write_text(CASE.format(source="report.txt"), encoding="utf-8")
    page = page_of(jixiao, "case.yaml")
    assert texts(page) == 1
    assert "草稿" not in page.told
    assert {marked(page, str(each["id"])) for each in page.named("mark") if not each.get("class")} >= {
        "19",
        "22",
    }


@pytest.mark.parametrize("source", ["other.txt", "纸质件", "case.yaml", "link.txt", "'a\\0b.txt'"])
def test_a_source_is_a_label_and_never_leads_out_of_the_folder(jixiao, made: Path, source: str) -> None:
    inside = made / "inside"
    inside.mkdir()
    (made / "outside.txt").write_text(REPORT, encoding="utf-8")
    (inside / "link.txt").symlink_to(made / "outside.txt")
    (inside / "case.yaml").write_text(CASE.format(source=source), encoding="utf-8")
    page = page_of(jixiao, "inside/case.yaml")
    assert texts(page) == 0
    assert "数据与出处" in page.told


def test_a_source_that_cannot_be_read_is_told_and_the_case_stands(jixiao, made: Path) -> None:
    (made / "broken.docx").write_bytes(b"PK\x03\x04")
    (made / "case.yaml").write_text(CASE.format(source="broken.docx"), encoding="utf-8")
    page = page_of(jixiao, "case.yaml")
    assert "来源“自评报告”：" in page.told
    assert "页面上没有它的原文" in page.told
    assert "结论：" in page.told


@pytest.mark.parametrize(
    "words",
    [
        ("check", "quiet.yaml"),
        ("check", "quiet.yaml", "-o", "page.html"),
        ("lint",),
        ("show", "huaihua-department@2022", "-o", "table.html"),
    ],
)
def test_what_opens_documents_is_loaded_for_documents_alone(
    environment: dict[str, str], folder: Path, words: tuple[str, ...]
) -> None:
    """Whoever reads no report needs neither the time nor the optional libraries."""
    code = (
        f"import sys; from jixiao.cli import main; main({list(words)}); print("
        "[one for one in ('lxml', 'openpyxl', 'pdfplumber', 'pdfminer') if one in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_other_formats_do_not_open_the_sources(jixiao, made: Path) -> None:
    (made / "broken.docx").write_bytes(b"PK\x03\x04")
    (made / "case.yaml").write_text(CASE.format(source="broken.docx"), encoding="utf-8")
    assert jixiao("check", "case.yaml").stderr == ""
