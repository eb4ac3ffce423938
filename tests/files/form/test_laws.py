"""A form filled from a case gives the case back, however it is rearranged; every workbook ends in cases or messages."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from openpyxl import Workbook, load_workbook

from jixiao.desk.form import form
from jixiao.files import find_rules, load_case, open_library
from jixiao.files.case.case import case_of_text
from jixiao.files.form.lost import lost
from jixiao.files.form.tree import lines_of, root_of
from jixiao.files.schema.plain import plain
from jixiao.files.yaml.node import Mapping
from jixiao.files.yaml.tree import parse_tree
from jixiao.files.yaml.write import yaml_text
from jixiao.model.word import word
from jixiao.reports.office.form.write import form_bytes
from shared.office.forms import bytes_of, of_case, only, read_bytes, rearranged, unplaced

CASES = sorted((Path(__file__).parents[3] / "cases").glob("*.yaml"))
LIBRARY = open_library(find_rules(None))


def case_and_table(path: Path):
    return load_case(path, LIBRARY)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_form_filled_from_a_real_case_gives_it_back(path: Path, tmp_path: Path) -> None:
    case, table = case_and_table(path)
    assert unplaced(only(of_case(path, table.reference), tmp_path).case) == unplaced(case)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_a_form_can_not_hold_is_told(path: Path) -> None:
    """Of real cases that is what tests expect of them, and nothing else."""
    _, table = case_and_table(path)
    [warning] = form(table.reference, case=path).warnings
    assert "预期" in warning.message
    root = parse_tree(path.read_text("utf-8"), "")
    assert isinstance(root, Mapping)
    assert {
        keys[-1] if len(keys) > 1 else keys[0] for keys in lost(root, root_of(lines_of(root), root.place))
    } == {"预期"}


@pytest.mark.parametrize("path", CASES[:3], ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", [1, 2])
def test_rearranging_changes_nothing(path: Path, seed: int, tmp_path: Path) -> None:
    """Columns permuted, empty rows and columns put in, rows and columns hidden: the same case."""
    case, table = case_and_table(path)
    book = load_workbook(io.BytesIO(of_case(path, table.reference)))
    assert unplaced(only(bytes_of(rearranged(book, seed)), tmp_path).case) == unplaced(case)


def test_merging_cells_that_say_the_same_changes_nothing(tmp_path: Path) -> None:
    path = next(path for path in CASES if path.stem == "huaihua-changsha-2022")
    case, table = case_and_table(path)
    book = load_workbook(io.BytesIO(of_case(path, table.reference)))
    merged = 0
    for sheet, column in (("数据", 1), ("数据", 5), ("明细", 1), ("明细", 2)):
        page, row = book[sheet], 5
        while row <= page.max_row:
            end = row
            value = page.cell(row, column).value
            while value and page.cell(end + 1, column).value == value:
                end += 1
            if end > row:
                page.merge_cells(start_row=row, end_row=end, start_column=column, end_column=column)
                merged += 1
            row = end + 1
    assert merged > 40
    assert unplaced(only(bytes_of(book), tmp_path).case) == unplaced(case)


texts = (
    st.text(st.sampled_from("甲乙（）一二“”:：,#&<>'=+-@{}[] 0.5"), min_size=1, max_size=8)
    .map(str.strip)
    .filter(bool)
)
sources = texts.map(lambda text: f"自评报告 {text}")
numbers = st.one_of(
    st.decimals(-99999, 99999, places=2).map(str),
    st.integers(0, 10**9).map(str),
    st.sampled_from(["１２", "1,225.18", "43.50", "0.30", "123456789.12345678", "无"]),
)
rates = st.sampled_from(["31.06%", "100.00%", "0.5%", "9５%"])
ITEMS = ["年初预算", "三公经费预算", "上年三公经费预算", "支出决算", "某项支出", "满意度"]


@st.composite
def statement(draw, unit: str) -> str:
    parts = [f"值: {word(draw(numbers if unit else rates))}"]
    parts += [f"单位: {unit}"] if unit else []
    parts += [f"出处: {word(draw(sources))}"] if draw(st.booleans()) else []
    parts += [f"备注: {word(draw(texts))}"] if draw(st.booleans()) else []
    return "{" + ", ".join(parts) + "}"


RATINGS = (
    "  管理制度健全性: {达到: [1, 3], 评定人: 甲, 依据: 乙}",
    "  管理制度健全性: {达到: 无, 评定人: 甲, 依据: 乙, 出处: 自评报告 一}",
    "  管理制度健全性: [{达到: [1], 评定人: 甲, 依据: 乙}, {达到: [2, 4], 评定人: 丙, 依据: 丁}]",
    "  资金使用合规性: {次数: 2, 评定人: 甲, 依据: “乙”说的}",
    "  经济效益和社会效益: {等级: 效果明显, 评定人: 甲, 依据: 乙}",
    "  行政效能: [{等级: 效果较好, 评定人: 甲, 依据: 乙}, {等级: 效果一般, 评定人: 丙, 依据: 乙}]",
)


@st.composite
def case_texts(draw) -> str:
    """Cases of the 16-indicator table, in everything that a form has a place for."""
    lines = [
        "案例: 某办 2022",
        "代码: a-1",
        "单位: 某办",
        "地区: 湖南省怀化市",
        "年度: 2022",
        "对象: 部门整体支出",
    ]
    lines += ["指标表: huaihua-department@2022", "来源: {自评报告: a.txt}"]
    names = draw(st.lists(st.sampled_from(ITEMS), unique=True))
    lines += ["数据:"] if names else []
    for name in names:
        stated = [draw(statement("" if name == "满意度" else "万元")) for _ in range(draw(st.integers(1, 3)))]
        lines += (
            [f"  {name}: {stated[0]}"]
            if len(stated) == 1
            else [f"  {name}:", *(f"    - {one}" for one in stated)]
        )
    if draw(st.booleans()):
        lines += [
            "明细:",
            f"  三公经费决算: {{按: 甲, 公务接待费: {draw(statement('万元'))}, 其他: {draw(statement('元'))}}}",
        ]
    if draw(st.booleans()):
        lines += ["自评:", f"  总分: {draw(st.integers(0, 100))}", "  等级: 优", "  指标:"]
        lines += ["    在职人员控制率: {得分: 4.50, 比率: 31.06%, 理由: 其一, 出处: 自评报告 三}"]
    ratings = draw(st.lists(st.sampled_from(RATINGS), unique_by=lambda one: one.split(":")[0]))
    lines += ["评定:", *ratings] if ratings else []
    if draw(st.booleans()):
        lines += ["说法: {关系: 三公经费决算 < 三公经费预算, 出处: 自评报告 四}"]
    return "\n".join(lines) + "\n"


@settings(
    deadline=None,
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a workbook takes too long to be made smaller
)
@given(case_texts(), st.integers(0, 9))
def test_a_form_filled_from_any_case_gives_it_back(tmp_path: Path, text: str, seed: int) -> None:
    table = LIBRARY.ruleset("huaihua-department@2022")
    path = tmp_path / "案例.yaml"
    path.write_text(text, "utf-8")
    case = case_of_text(text, str(path), table)
    made = form(table.reference, case=path)
    assert not made.warnings
    data = form_bytes(made.form)
    assert unplaced(only(data, tmp_path).case) == unplaced(case)
    again = bytes_of(rearranged(load_workbook(io.BytesIO(data)), seed))
    assert unplaced(only(again, tmp_path).case) == unplaced(case)


@settings(deadline=None, max_examples=60)
@given(case_texts())
def test_lines_and_trees_are_two_sides_of_one_thing(text: str) -> None:
    root = parse_tree(text, "")
    assert isinstance(root, Mapping)
    back = root_of(lines_of(root), root.place)
    assert not [*lost(root, back)]
    assert plain(parse_tree(yaml_text(back), "")) == plain(back)


def test_what_is_lost_is_noticed() -> None:
    root = parse_tree("案例: 甲\n数据: {甲: {值: 1}}\n预期: {总分: {最高: 95}}\n", "")
    other = parse_tree("案例: 甲\n数据: {甲: {值: 2}}\n", "")
    assert [*lost(root, other)] == [("数据", "甲", "值"), ("预期",)]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.none(),
                st.integers(),
                st.booleans(),
                st.datetimes(),
                st.floats(allow_nan=False),
                st.sampled_from(
                    [
                        "名称",
                        "本年",
                        "单位",
                        "指标",
                        "评什么",
                        "栏目",
                        "填写",
                        "年度",
                        "2022",
                        "是",
                        "第1条",
                        "单位名称",
                        "数据\n甲（万元）",
                        "材料来源",
                        "板块",
                    ]
                ),
            ),
            max_size=6,
        ),
        max_size=8,
    ),
    st.booleans(),
)
def test_any_workbook_ends_in_a_case_or_a_message(tmp_path: Path, rows: list, many: bool) -> None:
    book = Workbook()
    book.active.title = "各单位" if many else "数据"
    book.create_sheet("填表说明")
    heading = book.create_sheet("单位信息")
    for row in (
        ("栏目", "填写"),
        ("单位", "某办"),
        ("年度", 2022),
        ("地区", "湖南省怀化市"),
        ("对象", "部门整体支出"),
    ):
        heading.append(row)
    for row in rows:
        book.worksheets[0].append(row)
    run = read_bytes(bytes_of(book), tmp_path)
    assert run.cases or run.errors
    assert all(one.message for one in run.errors)


@pytest.mark.parametrize("seed", range(6))
def test_a_broken_workbook_ends_in_a_message(seed: int, tmp_path: Path) -> None:
    """Bytes changed anywhere, and members left out."""
    chance = random.Random(seed)
    data = bytearray(form_bytes(form("huaihua-department@2022").form))
    for _ in range(20):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    assert read_bytes(bytes(data), tmp_path).errors
    with zipfile.ZipFile(io.BytesIO(form_bytes(form("huaihua-department@2022").form))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members.pop(sorted(members)[chance.randrange(len(members))])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    run = read_bytes(stream.getvalue(), tmp_path)
    assert run.errors or run.cases
