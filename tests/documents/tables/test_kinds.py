"""Kinds of tables in texts: what names a number whose own row or head does not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.read import read_report
from jixiao.documents.readers.opened import read_paper
from jixiao.files.rules.items import load_items
from jixiao.model.reading import Measure, ReadFigure, Reading

ITEMS = load_items(Path(__file__).parents[3] / "rules/items.yaml").items
LEXICON = Lexicon(ITEMS)
Read = Callable[[str], Reading]
TITLE = "青溪县水利局2022年度部门决算公开\n\n"


@pytest.fixture
def reading(tmp_path: Path) -> Read:
    def read(text: str) -> Reading:
        path = tmp_path / "report.txt"
        path.write_text(TITLE + text, encoding="utf-8")
        return read_report(read_paper(path), ITEMS, LEXICON)

    return read


def only(read: Reading, value: str) -> ReadFigure:
    (figure,) = [one for one in read.figures if one.value == value]
    return figure


def test_a_name_broken_over_two_lines_is_read_whole(reading: Read) -> None:
    read = reading(
        "“三公”经费（单位：万元）\n项目 2021年决算数 2022年预算数 2022年决算数\n公务用车购置及运行维\n"
        "护费 35.00 36.00 33.10\n公务接待费 5.10 4.80 3.92\n合计 40.10 40.80 37.02\n"
    )
    assert only(read, "33.10").item == "公务用车购置及运行维护费决算"
    assert only(read, "40.10").year == 2021


def test_the_total_of_a_group_is_that_of_what_its_head_names(reading: Read) -> None:
    read = reading(
        "机构运行信息表\n单位：万元\n项目\t行次\t统计数\n一、“三公”经费支出\t1\t—\n（一）支出合计\t2\t18.40\n"
        "1．公务接待费\t3\t4.20\n二、机关运行经费\t4\t88.72\n"
    )
    assert only(read, "18.40").item == "三公经费决算"


def test_a_table_of_income_tells_the_income_for_each_class(reading: Read) -> None:
    read = reading(
        "收入决算表\n单位：万元\n科目名称\t本年收入合计\t财政拨款收入\t其他收入\n合计\t22.40\t20.10\t2.30\n农林水支出\t21.30\t19.00\t2.30\n"
    )
    assert only(read, "22.40").item == "收入决算"
    assert only(read, "21.30").item == "收入决算（农林水支出）"


def test_what_counts_has_no_decimals(reading: Read) -> None:
    read = reading("单位：万元\n项目\t决算数\n行政单位\t88.72\n参照公务员法管理事业单位\t0.00\n")
    assert only(read, "0.00").unit == "万元"


def test_two_numbers_of_one_thing_in_a_row_are_doubted(reading: Read) -> None:
    read = reading("人员\n单位\t编制数\t实有人数\t其中：在职\n合计\t120\t131\t118\n局机关\t30\t33\t30\n")
    assert not only(read, "131").certain
    assert only(read, "120").certain


def test_numbers_below_no_head_are_doubted(reading: Read) -> None:
    read = reading("单位：万元\n会议费 1.20 1.10 0.90\n培训费 2.20 2.10 1.90\n")
    assert not any(one.certain for one in read.figures)


def test_the_beginning_of_a_year_beside_its_end_is_the_end_of_the_year_before(reading: Read) -> None:
    read = reading(
        "资产（单位：元）\n项目\t年初数\t年末数\n固定资产净值\t8,000.00\t7,650.00\n无形资产\t10.00\t9.00\n"
    )
    assert (only(read, "8,000.00").year, only(read, "7,650.00").year) == (2021, 2022)


def test_many_rows_that_lost_their_cells_are_read_all_the_same(reading: Read) -> None:
    heads = " ".join(f"第{number}项数" for number in range(1, 9))
    rows = "某事 1.00 2.00 3.00 4.00\n" * 1500
    read = reading(f"项目 {heads}\n合计 {' '.join(['9.00'] * 8)}\n{rows}")
    assert not any(one.certain for one in read.figures if one.value == "1.00")


def test_the_project_spending_of_public_finance_is_not_all_of_it(reading: Read) -> None:
    """A column 项目支出 in a table of what public finance paid tells that part only."""
    read = reading(
        "一般公共预算财政拨款支出决算表（单位：万元）\n功能分类\t合计\t基本支出\t项目支出\n"
        "卫生健康支出\t1383.06\t1102.48\t280.58\n合计\t1383.06\t1102.48\t280.58\n"
    )
    assert {one.item for one in read.figures if one.value == "280.58"} == {
        "卫生健康支出（项目支出）",
        "财政拨款项目支出",
    }


def test_a_row_without_a_name_stands_below_heads_whose_first_names_the_group(reading: Read) -> None:
    read = reading("财政供养人员情况 编制数 2022年实际在职人数 控制率\n 36 35 97.22%\n")
    assert [(one.item, one.value, one.unit) for one in read.figures[:2]] == [
        ("编制数", "36", "人"),
        ("在职人员数", "35", "人"),
    ]


def test_the_codes_of_three_tables_side_by_side_are_no_figures(reading: Read) -> None:
    """Nor are they joined to the amounts before them."""
    read = reading(
        "单位：万元\n人员经费 公用经费\n科目编码 科目名称 决算数 科目编码 科目名称 决算数 科目编码 科目名称 决算数\n"
        "301 工资福利支出 700.20 302 商品和服务支出 150.30 307 债务利息及费用支出\n"
        "30101 基本工资 300.10 30201 办公费 20.40 310 资本性支出 12.00\n"
        "人员经费合计 780.70 公用经费合计 162.30\n"
    )
    assert [(one.item, one.value) for one in read.figures] == [
        ("工资福利支出", "700.20"),
        ("商品和服务支出", "150.30"),
        ("基本工资", "300.10"),
        ("办公费", "20.40"),
        ("资本性支出", "12.00"),
        ("人员经费决算", "780.70"),
        ("公用经费决算", "162.30"),
    ]


def test_heads_of_names_are_as_many_as_the_words_before_the_numbers(reading: Read) -> None:
    read = reading(
        "线路编号 路段 里程（公里） 养护经费（万元）\nX152 信河至石桥 48.2 84.35\nX156 石桥至葛源 96.5 168.88\n"
    )
    assert [(one.value, one.unit) for one in read.figures] == [
        ("48.2", "公里"),
        ("84.35", "万元"),
        ("96.5", "公里"),
        ("168.88", "万元"),
    ]


@pytest.mark.parametrize(
    "heads",
    ["增减 幅度", "增减（万元） 增减（%）", "变动额 变动幅度", "比上年 比上年%", "增（减） 增（减）率"],
)
def test_heads_of_change_say_by_their_ends_whether_in_percent(reading: Read, heads: str) -> None:
    read = reading(
        f"单位：万元\n项目 上年决算 本年决算 {heads}\n公用经费 50.00 48.00 -2.00 -4.00\n人员经费 110.00 120.00 10.00 9.09\n"
    )
    assert [(only(read, value).measure.value, only(read, value).unit) for value in ("-2.00", "-4.00")] == [
        ("change", "万元"),
        ("growth", "%"),
    ]


@pytest.mark.parametrize("head", ["完成年初预算", "执行进度", "支付率"])
def test_heads_of_completion(reading: Read, head: str) -> None:
    read = reading(
        f"单位：万元\n项目 年初预算 决算 {head}\n公用经费 50.00 48.00 96.00%\n人员经费 110.00 99.00 90.00%\n"
    )
    assert only(read, "96.00").measure is Measure.COMPLETION
