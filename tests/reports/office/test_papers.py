"""Papers as files: whole, the same each time, opened by other programs, with every word of their content."""

from __future__ import annotations

import io
import pickle
import posixpath
import zipfile
from fractions import Fraction
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from docx import Document
from hypothesis import given, settings
from openpyxl import load_workbook

from jixiao.desk.check import check_each
from jixiao.model.review import Checked
from jixiao.reports.check.choice import ALL
from jixiao.reports.check.content.case import case_content
from jixiao.reports.check.content.kind import Kind
from jixiao.reports.check.content.summary.content import summary_content
from jixiao.reports.check.content.summary.line import line_of
from jixiao.reports.check.content.tree import exactly
from jixiao.reports.check.grouping import by_case
from jixiao.reports.check.piece import Tally
from jixiao.reports.office.letter.made import template_bytes
from jixiao.reports.office.papers import Press
from reports.office.word import said
from reports.runs import runs
from reports.samples import department, projects
from shared.office.parts import all_converted, converted, pictures

ROOT = Path(__file__).parents[3]
CASES = sorted((ROOT / "cases").glob("*.yaml"))
OF_A_CASE = (Kind.OPINION, Kind.FEEDBACK, Kind.SELF_REPORT)


@cache
def real() -> tuple[Checked, ...]:
    return tuple(check_each(CASES, ROOT / "rules", lambda each: each))


def summary(cases) -> dict:
    lines = [line_of(review, ALL) for one in cases for review in one.reviews]
    return summary_content(lines, Tally(), {"claim-above-range": "自评高于核算"})


@cache
def made() -> dict[str, bytes]:
    """Give a file of every kind and format."""
    content = case_content(real()[0])
    files = {f"{kind}.docx": Press(kind, "docx").printed(content) for kind in OF_A_CASE}
    files["scores.xlsx"] = Press(Kind.SCORES, "xlsx").printed(content)
    for form in Kind.SUMMARY.formats:
        files[f"summary.{form}"] = Press(Kind.SUMMARY, form).printed(summary(real()))
    return files


NAMES = ("opinion.docx", "feedback.docx", "self-report.docx", "scores.xlsx", "summary.xlsx", "summary.docx")
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


@pytest.mark.parametrize("name", NAMES)
def test_every_part_has_a_type_and_every_relation_leads_to_a_part(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made()[name])) as archive:
        members = set(archive.namelist())
        assert len(members) == len(archive.namelist())
        types = ElementTree.fromstring(archive.read("[Content_Types].xml"))
        ends = {one.get("Extension") for one in types.iter(f"{TYPES}Default")}
        named = {one.get("PartName").lstrip("/") for one in types.iter(f"{TYPES}Override")}
        assert named <= members
        assert all(
            one in named or one.rpartition(".")[2] in ends for one in members - {"[Content_Types].xml"}
        )
        for rels in (one for one in members if one.endswith(".rels")):
            folder = posixpath.dirname(posixpath.dirname(rels))
            for one in ElementTree.fromstring(archive.read(rels)).iter(RELATIONS):
                assert one.get("TargetMode") != "External"
                target = one.get("Target")
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                assert posixpath.normpath(path) in members


def test_the_same_input_is_the_same_bytes() -> None:
    first = dict(made())
    made.cache_clear()
    assert made() == first


def test_other_programs_open_them_and_libreoffice_makes_pages(tmp_path: Path) -> None:
    files = []
    for name, data in made().items():
        file = tmp_path / f"{name.replace('.', '-')}.{name.rpartition('.')[2]}"
        file.write_bytes(data)
        files.append(file)
        assert Document(io.BytesIO(data)) if name.endswith("docx") else load_workbook(io.BytesIO(data))
    for pdf in all_converted(files, "pdf", tmp_path / "pdf"):
        assert pictures(pdf, tmp_path / "png", dots=20)


@pytest.mark.parametrize("number", range(len(CASES)))
def test_an_opinion_says_all_that_it_is_asked_to_say(number: int) -> None:
    content = case_content(real()[number])
    told = said(Press(Kind.OPINION, "docx").printed(content))
    for review in content["核算"]:
        assert review["结论"] in told
        for row in review["得分表"]:
            assert row["指标"] in told
        for row in review["失分"]:
            assert all(one["全文"] in told and one["条款"] in told for one in row["扣分明细"])
            assert all(f"{one['数']}（{one['出处']}）" in told for one in row["所据的数"])
        for row in review["疑点"]:
            assert f"{row['编号']}. {row['标题']}" in told
            assert all(text in told for text in row["依据"])
        for row in review["评定"]:
            assert row["评定人"] in told
            assert row["依据"] in told
        assert all(one["事项"] in told for one in review["请单位答复"])
    assert all(content[name] in told for name in ("案例摘要", "指标表摘要", "程序版本"))


def test_projects_stand_one_after_another() -> None:
    [of_projects] = [one for one in real() if one.mean is not None]
    told = said(Press(Kind.OPINION, "docx").printed(case_content(of_projects)))
    assert "（五）业务用车处置的更换经费" in told
    assert "5 个项目平均：报告所述 95.45 分" in told


@given(runs)
@settings(deadline=None, max_examples=6)
def test_any_run_is_written(run) -> None:
    """Whatever a case is called, whatever was found in it."""
    presses = [Press(kind, "docx") for kind in OF_A_CASE]
    for reviews, mean in by_case(run):
        content = case_content(Checked(reviews, mean))
        for press in presses:
            assert Document(io.BytesIO(press.printed(content)))
    told = summary([Checked(reviews, mean) for reviews, mean in by_case(run)])
    assert load_workbook(io.BytesIO(Press(Kind.SUMMARY, "xlsx").printed(told)))
    assert Document(io.BytesIO(Press(Kind.SUMMARY, "docx").printed(told)))


def test_two_hundred_cases_in_one_summary() -> None:
    cases = [Checked(reviews, mean) for run in (department(), projects()) for reviews, mean in by_case(run)]
    told = summary(cases * 100)
    assert told["个数"] == "300"
    rows = load_workbook(io.BytesIO(Press(Kind.SUMMARY, "xlsx").printed(told)))["排名"].max_row
    assert rows == 302
    [table] = told["各表"]
    assert sum(int(row["个数"]) for row in table["等级分布"]) == 300
    assert Document(io.BytesIO(Press(Kind.SUMMARY, "docx").printed(told)))


def test_a_template_that_another_program_saved_is_used_as_before(tmp_path: Path) -> None:
    file = tmp_path / "模板.docx"
    file.write_bytes(template_bytes(Kind.OPINION))
    saved = converted(file, "docx", tmp_path / "saved").read_bytes()
    content = case_content(real()[0])
    assert (
        said(Press(Kind.OPINION, "docx", saved).printed(content)).split()
        == said(made()["opinion.docx"]).split()
    )


def test_content_comes_whole_from_another_process() -> None:
    """Points keep what they are exactly."""
    content = case_content(real()[0])
    assert pickle.loads(pickle.dumps(content)) == content
    assert pickle.loads(pickle.dumps(exactly(Fraction(8, 3)))).value == Fraction(8, 3)
