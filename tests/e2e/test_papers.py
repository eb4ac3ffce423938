"""Opinions, letters, score tables and summaries from the command line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook


def says(path: Path) -> str:
    body = Document(str(path)).element.body
    return "\n".join("".join(one.text or "" for one in each.iter("{*}t")) for each in body.iter("{*}p"))


def test_the_name_of_the_file_and_the_number_of_cases_choose_the_paper(jixiao, folder: Path) -> None:
    assert jixiao("check", "claim.yaml", "-o", "a.docx").returncode == 0
    assert "绩效自评复核意见" in says(folder / "a.docx")
    assert jixiao("check", "claim.yaml", "-o", "a.xlsx").returncode == 0
    assert load_workbook(folder / "a.xlsx").sheetnames[0] == "得分表"
    assert jixiao("check", "claim.yaml", "quiet.yaml", "-o", "b.docx").returncode == 0
    assert "绩效自评复核情况汇总" in says(folder / "b.docx")
    assert jixiao("check", "claim.yaml", "quiet.yaml", "-o", "b.xlsx").returncode == 0
    assert load_workbook(folder / "b.xlsx").sheetnames[0] == "排名"


@pytest.mark.parametrize(
    ("kind", "title"), [("feedback", "绩效自评复核反馈意见"), ("自评报告", "绩效自评报告")]
)
def test_a_kind_is_asked_for_by_either_name(jixiao, folder: Path, kind: str, title: str) -> None:
    assert jixiao("check", "quiet.yaml", "--document", kind, "-o", "x.docx").returncode == 0
    assert title in says(folder / "x.docx")


def test_a_case_without_claims_becomes_a_self_report_with_its_scores(jixiao, folder: Path) -> None:
    assert jixiao("check", "quiet.yaml", "--document", "self-report", "-o", "x.docx").returncode == 0
    told = says(folder / "x.docx")
    assert "案例里已经写有自评" not in told
    assert "在职人员控制率" in told
    assert "19 人" in told


def test_a_folder_gets_a_file_for_each_case_and_keeps_what_somebody_wrote(jixiao, folder: Path) -> None:
    words = ("check", "claim.yaml", "quiet.yaml", "--document", "opinion", "-o", "意见")
    assert "意见：复核意见 2 份" in jixiao(*words).stderr
    [quiet] = (folder / "意见").glob("quiet-2022-*.docx")
    assert quiet.name == "quiet-2022-某办-复核意见.docx"
    assert jixiao(*words).returncode == 0  # the same again
    quiet.write_bytes(b"written in")
    done = jixiao(*words)
    assert done.returncode == 2
    assert "已有，未改" in done.stderr
    assert "意见：复核意见 1 份" in done.stderr
    assert quiet.read_bytes() == b"written in"


def test_a_broken_case_is_told_and_the_summary_says_so(jixiao, folder: Path) -> None:
    done = jixiao("check", ".", "-o", "汇总.xlsx")
    assert done.returncode == 2
    assert "没有核算" in load_workbook(folder / "汇总.xlsx").sheetnames


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--document", "opinion", "-o", "x.xlsx"), "复核意见不能写成 xlsx，请用 -o 文件.docx"),
        (("--document", "scores", "-o", "x.docx"), "得分表不能写成 docx，请用 -o 文件.xlsx"),
        (("--document", "summary", "-o", "x.html"), "汇总不能写成 html，请用 -o 文件.xlsx、-o 文件.docx"),
        (("--document", "opinion", "--format", "json"), "复核意见不能写成 json"),
        (("--document", "opinion"), "复核意见不能写成 text"),
        (("--document", "opinoin", "-o", "x.docx"), "选项 --document 不能是“opinoin”"),
        (("--format", "docx"), "请用 -o 写明文件"),
        (("--template", "t.docx"), "--template 只用于写成 Word 的文书"),
        (("--template", "t.docx", "-o", "x.xlsx"), "--template 只用于写成 Word 的文书"),
        (("--document", "summary", "--format", "xlsx", "-o", "夹"), "汇总是一个文件"),
        (("--brief", "-o", "x.docx"), "--brief 只用于屏幕上的结果"),
        (("quiet.yaml", "--document", "opinion", "-o", "x.docx"), "一个案例一个文件，这里有 2 个案例"),
    ],
)
def test_what_does_not_go_together_says_what_fits(jixiao, folder: Path, words, message: str) -> None:
    done = jixiao("check", "claim.yaml", *words)
    assert done.returncode == 2
    assert message in done.stderr
    assert not (folder / "x.docx").exists()


def test_a_template_is_copied_out_restyled_and_used(jixiao, folder: Path) -> None:
    assert jixiao("template", "opinion", "-o", "模板.docx").returncode == 0
    again = jixiao("template", "复核意见", "-o", "模板.docx")
    assert again.returncode == 2
    assert "不会覆盖" in again.stderr
    made = Document(str(folder / "模板.docx"))
    made.paragraphs[0].text = "某市财政局复核意见（{{ 年度 }}）"
    made.save(str(folder / "模板.docx"))
    words = ("check", "claim.yaml", "--document", "opinion", "--template")
    assert jixiao(*words, "模板.docx", "-o", "x.docx").returncode == 0
    assert says(folder / "x.docx").startswith("某市财政局复核意见（2022）")
    made.paragraphs[0].text = "{{ 单位名 }}"
    made.save(str(folder / "坏.docx"))
    done = jixiao(*words, "坏.docx", "-o", "y.docx")
    assert done.returncode == 2
    assert "坏.docx：“{{ 单位名 }}”这一段：没有“单位名”这个名称，是否为“单位”" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (folder / "y.docx").exists()
    every = jixiao(*words, "坏.docx", "quiet.yaml", "-o", "意见")
    assert (every.returncode, every.stderr.count("单位名”这个名称")) == (2, 1)
    assert "读不了模板" in jixiao(*words, "没有.docx", "-o", "y.docx").stderr


@pytest.mark.parametrize(
    "words",
    [
        ("opinion",),
        ("scores", "-o", "x.docx"),
        ("opinion", "-o", "x.txt"),
        ("opinion", "summary", "-o", "x.docx"),
    ],
)
def test_a_template_needs_a_kind_and_a_file(jixiao, folder: Path, words) -> None:
    done = jixiao("template", *words)
    assert done.returncode == 2
    assert "请" in done.stderr


def test_a_unit_of_any_name_and_data_that_looks_like_a_formula(jixiao, folder: Path) -> None:
    text = (folder / "quiet.yaml").read_text("utf-8")
    name = "=HYPERLINK(1)&<甲>/乙:*?"
    (folder / "odd.yaml").write_text(text.replace("单位: 某办", f"单位: '{name}'"), "utf-8")
    assert jixiao("check", "odd.yaml", "--document", "opinion", "-o", "意见").returncode == 0
    [file] = (folder / "意见").iterdir()
    assert name in says(file)
    assert jixiao("check", "odd.yaml", "-o", "x.xlsx").returncode == 0
    book = load_workbook(io.BytesIO((folder / "x.xlsx").read_bytes()))
    assert book["得分表"]["A1"].value == f"{name}得分表"


def test_a_report_that_was_never_written_as_a_case_is_marked_a_draft(jixiao, folder: Path) -> None:
    report = folder / "报告.txt"
    report.write_text(
        "某办2022年度部门整体支出绩效自评报告\n一、基本情况\n编制数19人，在职人员12人。\n", "utf-8"
    )
    done = jixiao("check", "报告.txt", "--table", "huaihua-department@2022", "-o", "x.docx")
    assert done.returncode == 0, done.stderr
    assert "草稿（未经人核对）" in says(folder / "x.docx")


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_paper_without_a_file_is_one_line(jixiao, form: str) -> None:
    done = jixiao("check", "claim.yaml", "--format", form)
    assert (done.returncode, done.stdout) == (2, "")
    assert "请用 -o 写明文件" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("check", "quiet.yaml", "-o", "x.docx"),
        ("check", "quiet.yaml", "-o", "x.xlsx"),
        ("show", "huaihua-department@2022", "-o", "x.docx"),
        ("show", "huaihua-department@2022", "-o", "x.xlsx"),
    ],
)
def test_what_somebody_may_have_written_in_is_never_written_over(jixiao, folder: Path, words) -> None:
    path = folder / words[-1]
    path.write_bytes(b"edited")
    done = jixiao(*words)
    assert (done.returncode, path.read_bytes()) == (2, b"edited")
    assert "可能有人填写过" in done.stderr
    path.unlink()
    assert jixiao(*words).returncode == 0
    assert jixiao(*words).returncode == 0, "the same bytes are nothing to lose"
