"""Reports of several projects, of many shapes: each figure and claim is its project's, and the draft can be checked."""

from __future__ import annotations

import html
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from jixiao.desk.again import read_again
from jixiao.desk.check import check
from jixiao.desk.read import read
from jixiao.documents.draft.draft import NOT_SAID_WHOSE
from jixiao.documents.draft.text import draft_text
from jixiao.files import open_library
from jixiao.model.draft import Draft, DraftProject
from jixiao.model.finding import Level
from jixiao.model.reading import ALL_PROJECTS
from jixiao.reports.read.json import render_read_json
from jixiao.reports.read.summary import summary_lines
from shared.documents import zips

LIBRARY = open_library(Path(__file__).parents[3] / "rules")
SHAPES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("shapes.yaml").read_text("utf-8"))
TABLES = [name for name, shape in SHAPES.items() if "表" in shape]
AT_LARGE = "全部"


def grid(text: str) -> list[list[str]]:
    """Give the cells of a table; < goes on to the left, ^ above."""
    return [[cell.strip() for cell in line.split("|")] for line in text.splitlines()]


def page(shape: dict[str, Any]) -> bytes:
    """Write tables as a page, with their merged cells."""
    parts = [f"<p>{html.escape(shape['题'])}</p>"]
    for table in shape["表"]:
        cells = grid(table["格"])
        rows = "".join(f"<tr>{''.join(_cells(row, cells, at))}</tr>" for at, row in enumerate(cells))
        parts.append(f"<p>{table['题']}</p><table>{rows}</table>")
    return f'<html><meta charset="utf-8"><body>{"".join(parts)}</body></html>'.encode()


def _cells(row: list[str], cells: list[list[str]], at: int) -> list[str]:
    found: list[str] = []
    for column, text in enumerate(row):
        if text not in ("<", "^"):
            wide = 1 + next(
                (n for n, one in enumerate(row[column + 1 :]) if one != "<"), len(row) - column - 1
            )
            high = 1
            while at + high < len(cells) and cells[at + high][column] == "^":
                high += 1
            found.append(f"<td colspan={wide} rowspan={high}>{html.escape(text)}</td>")
    return found


def document(shape: dict[str, Any]) -> bytes:
    """Write tables as docx, what is merged repeated as nothing."""
    blocks = [zips.paragraph(shape["题"])]
    for table in shape["表"]:
        blocks.append(zips.paragraph(table["题"]))
        rows = [[("" if text in ("<", "^") else text) for text in row] for row in grid(table["格"])]
        blocks.append(zips.table(*map(tuple, rows)))
    return zips.docx(*blocks)


def written(name: str, folder: Path, kind: str) -> Path:
    """Write a report into a folder."""
    shape, path = SHAPES[name], folder / f"报告.{kind}"
    if kind == "txt":
        path.write_text(shape["文"], "utf-8")
    else:
        path.write_bytes(page(shape) if kind == "html" else document(shape))
    return path


def said(part: Draft | DraftProject) -> list[str]:
    """Give what a draft states and claims of the case at large, or of a project."""
    figures = [f"{one.name} {each.value}" for one in part.entries for each in one.figures]
    whole = [f"{key} {value}" for key, value in (part.whole.said if part.whole else ())]
    rates = [f"{one.indicator} {value}" for one in part.claims for key, value in one.said if key == "比率"]
    return [*figures, *whole, *rates]


CASES = [*((name, "txt") for name in SHAPES if name not in TABLES)]
CASES += [(name, kind) for name in TABLES for kind in ("html", "docx")]


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_each_figure_and_claim_is_of_its_project(name: str, kind: str, tmp_path: Path) -> None:
    shape = SHAPES[name]
    wanted = {of: {str(one) for one in each} for of, each in shape["读出"].items()}
    (drafted,) = read(written(name, tmp_path, kind), rules=LIBRARY).cases
    draft = drafted.draft
    found = {one.name or AT_LARGE: set(said(one)) for one in draft.all_parts}
    assert found.keys() == {AT_LARGE, *wanted}
    for of, each in wanted.items():
        assert each <= found[of], of
    assert found[AT_LARGE].isdisjoint(shape.get("没有", ()))


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_a_draft_of_projects_is_checked_without_a_false_finding(name: str, kind: str, tmp_path: Path) -> None:
    path = written(name, tmp_path, kind)
    (drafted,) = read(path, rules=LIBRARY).cases
    run = check(path, rules=LIBRARY)
    assert [one.evaluation.project.name or "" for one in run.reviews] == [
        one.name for one in drafted.draft.projects
    ] or [""]
    assert [each.title for one in run.reviews for each in one.findings if each.level is Level.HIGH] == []


def test_what_is_written_is_the_case_that_is_checked(tmp_path: Path) -> None:
    """A file that `read` writes loads with its projects, their totals and the mean."""
    (drafted,) = read(written("只有正文的", tmp_path, "txt"), rules=LIBRARY).cases
    path = tmp_path / "case.yaml"
    path.write_text(draft_text(drafted.draft), "utf-8")
    run = check(path, rules=LIBRARY)
    claims = [one.evaluation.project.claim for one in run.reviews]
    assert [one.total for one in claims] == [Fraction(96), Fraction("98.5"), Fraction(82)]
    assert run.reviews[0].evaluation.case.whole.claim.mean == Fraction("92.17")


def test_reading_again_compares_each_project_with_its_own(tmp_path: Path) -> None:
    """What a person changed of one project is not looked for in another."""
    (drafted,) = read(written("只有正文的", tmp_path, "txt"), rules=LIBRARY).cases
    path = tmp_path / "case.yaml"
    path.write_text(drafted.text, "utf-8")
    assert read_again(path, drafted.draft).data is None
    path.write_text(drafted.text.replace("总分: 82", "总分: 96"), "utf-8")
    again = read_again(path, drafted.draft)
    assert again.data is not None
    assert "自评 农机购置补贴项目 总分 案例96，报告82" in again.data.decode()


def test_an_amount_that_may_be_the_units_own_is_doubted(tmp_path: Path) -> None:
    """What all projects state does not have to add up to what is told of nobody knows whom."""
    path = tmp_path / "报告.txt"
    text = SHAPES["一个项目一节的"]["文"].replace("预算编制不够细。", "全年执行数9000万元。")
    path.write_text(text, "utf-8")
    (drafted,) = read(path, rules=LIBRARY).cases
    assert [(name, one.doubt) for name, one in drafted.draft.doubtful] == [("全年执行数", NOT_SAID_WHOSE)]


def test_the_summary_names_the_projects(tmp_path: Path) -> None:
    (drafted,) = read(written("只有正文的", tmp_path, "txt"), rules=LIBRARY).cases
    lines = list(summary_lines(drafted))
    assert lines[1] == "3 个项目：高标准农田建设项目、畜禽粪污治理项目、农机购置补贴项目"
    assert any("全年预算数（农机购置补贴项目）" in one for one in lines)


def test_what_was_read_tells_its_project(tmp_path: Path) -> None:
    """In jixiao.read/1, rows and lists name the project in the item; sections do not, and say `project` as well."""
    (drafted,) = read(written("一行一个项目的", tmp_path, "html"), rules=LIBRARY).cases
    told = json.loads(render_read_json(drafted))
    items = {(one["item"], one.get("project")) for one in told["statements"]}
    assert ("全年执行数（殡葬设施改造）", "殡葬设施改造") in items
    assert ("全年执行数", ALL_PROJECTS) in items
    assert ("mean", None) in {(one["what"], one.get("project")) for one in told["claims"]}


def test_forms_in_files_of_their_own_are_projects_of_one_case(tmp_path: Path) -> None:
    """Each form names its project; two forms of one project are two sources of it."""
    forms = (("森林防火专项", "54.00", "96.5"), ("病虫害防治专项", "21.00", "85.5"))
    for at, (name, spent, total) in enumerate(forms):
        (tmp_path / f"{at}.txt").write_text(
            f"2024年度项目支出绩效自评表\n项目名称\t{name}\n主管部门\t怀化市溪口区林业局\n"
            "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n"
            f"\t年度资金总额\t60.00\t60.00\t{spent}\t10\t90%\t9\n总分\t\t\t\t\t100\t\t{total}\n",
            "utf-8",
        )
    (drafted,) = read(tmp_path, rules=LIBRARY).cases
    found = {one.name: set(said(one)) for one in drafted.draft.projects}
    assert found.keys() == {name for name, _, _ in forms}
    assert all({f"全年执行数 {spent}", f"总分 {total}"} <= found[name] for name, spent, total in forms)
    (alone,) = read(tmp_path / "0.txt", rules=LIBRARY).cases
    assert alone.draft.projects == ()
    assert {"全年执行数 54.00", "总分 96.5"} <= set(said(alone.draft))


REAL = Path(__file__).parents[4] / "shared/reports/004_dd856ada25215283.txt"


@pytest.mark.skipif(not REAL.exists(), reason="the published report lies beside the project")
def test_a_published_report_of_five_projects_is_read_as_by_hand() -> None:
    """What the case that was written by hand states of each project is in the draft."""
    (drafted,) = read(REAL, rules=LIBRARY).cases
    path = Path(__file__).parents[3] / "cases/huaihua-beijing-projects-2024.yaml"
    by_hand = yaml.safe_load(path.read_text("utf-8"))
    assert "平均分 95.45" in said(drafted.draft)
    for project, read_of_it in zip(by_hand["项目"], drafted.draft.projects, strict=True):
        wanted = {f"总分 {float(project['自评']['总分']):g}"}
        for name, each in project["数据"].items():
            values = [one["值"] for one in (each if isinstance(each, list) else [each])]
            wanted |= {f"{name} {float(value):g}{'%' * (name == '预算执行率')}" for value in values}
        assert wanted <= {_plain(one) for one in said(read_of_it)}, project["名称"]


def _plain(told: str) -> str:
    name, _, value = told.partition(" ")
    try:
        return f"{name} {float(value.removesuffix('%')):g}{'%' * value.endswith('%')}"
    except ValueError:
        return told
