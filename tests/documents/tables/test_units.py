"""The unit of a table's amounts: printed above, below, in a cell of its own, or told in the text."""

from collections import Counter
from pathlib import Path

import pytest

from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.read import read_report
from jixiao.documents.readers.opened import read_paper
from jixiao.documents.tables.columns import unit_in
from jixiao.files.rules.items import load_items
from jixiao.model.reading import ReadFigure

ROOT = Path(__file__).parents[3]
ITEMS = load_items(ROOT / "rules/items.yaml").items
LEXICON = Lexicon(ITEMS)
TITLE = "白云乡人民政府2021年度部门决算\n支出决算表"
HEAD = "项目 年初预算数 全年预算数 决算数"
ROWS = "工资福利支出 1200.10 1210.00 1190.50\n商品和服务支出 300.00 310.00 305.20\n公务接待费 5.00 5.00 3.20"
SAID = "2021年公务接待费支出3.20万元。"


def figures(text: str, folder: Path) -> list[ReadFigure]:
    path = folder / "report.txt"
    path.write_text(f"{text}\n", encoding="utf-8")
    return list(read_report(read_paper(path), ITEMS, LEXICON).figures)


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n单位：人民币万元\n{HEAD}\n{ROWS}",
        f"{TITLE}\n以下金额均以万元为单位\n{HEAD}\n{ROWS}",
        f"{TITLE}\n本表所列数据，除另有说明的以外，均按人民币以万元计算列示，由于四舍五入各分项之和与合计可能略有差异。\n{HEAD}\n{ROWS}",
        f"{TITLE}\n{HEAD}\n{ROWS}\n注：1.本表金额单位为万元。",
        f"{TITLE}\n{HEAD}\n{ROWS}\n（单位：万元）",
        f"{TITLE}\n{HEAD}\n（万元） （万元） （万元）\n{ROWS}",
        f"{TITLE}\n项目 年初预算数/万元 全年预算数/万元 决算数/万元\n{ROWS}",
        f"{TITLE}\n{HEAD}\n{ROWS}\n单位：万元\n会议费 2.00 2.00 1.80\n培训费 3.00 3.00 2.10",
        f"{TITLE}\n{HEAD} 单位\n" + "\n".join(f"{one} 万元" for one in ROWS.split("\n")),
        f"{TITLE}\n项目 单位 年初预算数 全年预算数 决算数\n"
        + "\n".join(one.replace(" ", " 万元 ", 1) for one in ROWS.split("\n")),
    ],
)
def test_a_unit_is_found_wherever_it_is_printed(text: str, tmp_path: Path) -> None:
    read = figures(text, tmp_path)
    assert {one.unit for one in read} == {"万元"}
    assert [one.item for one in read[:9]] == [
        *("工资福利支出年初预算", "工资福利支出预算", "工资福利支出"),
        *("商品和服务支出年初预算", "商品和服务支出预算", "商品和服务支出"),
        *("公务接待费预算", "公务接待费预算", "公务接待费决算"),
    ]
    assert not any(one.doubts for one in read)


def test_an_amount_that_the_text_tells_again_tells_the_unit_of_its_table(tmp_path: Path) -> None:
    read = figures(f"{TITLE}\n{SAID}\n{HEAD}\n{ROWS}", tmp_path)
    assert Counter(one.unit for one in read) == {"万元": 10}
    assert not any(one.doubts for one in read)


@pytest.mark.parametrize("said", ["", "2021年公务接待费支出9.99万元。", f"{SAID}公务接待费支出3.20元。"])
def test_without_one_or_with_two_the_unit_stays_doubtful(said: str, tmp_path: Path) -> None:
    read = [one for one in figures(f"{TITLE}\n{said}\n{HEAD}\n{ROWS}", tmp_path) if not one.unit]
    assert len(read) == 9
    assert all(one.doubts for one in read)


def test_the_head_of_money_holds_whatever_a_name_counts_in(tmp_path: Path) -> None:
    text = "白云乡人民政府2021年度部门决算\n建设内容 里程（公里） 投资（万元）\n村道硬化（公里） 4.80 96.00\n水渠（公里） 3.20 41.00"
    read = figures(text, tmp_path)
    assert [(one.value, one.unit) for one in read] == [
        ("4.80", "公里"),
        ("96.00", "万元"),
        ("3.20", "公里"),
        ("41.00", "万元"),
    ]


def test_a_percentage_is_no_amount(tmp_path: Path) -> None:
    """Below a head that is not understood it is doubtful, and no budget."""
    text = f"{TITLE}\n单位：万元\n项目 预算数 决算数\n公务接待费 5.00 74.00%\n会议费 2.00 90.00%"
    assert [one.doubts != () for one in figures(text, tmp_path)] == [False, True, False, True]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("单位：人", "人"),
        ("以万元为单位", "万元"),
        ("计量单位∶人民币元", "元"),
        ("均为3.20万元", ""),
        ("单位概况", ""),
    ],
)
def test_words_print_a_unit_or_none(words: str, unit: str) -> None:
    assert unit_in(words) == unit


def test_a_rate_without_a_percent_sign_anywhere_has_no_unit(tmp_path: Path) -> None:
    """0.886 is no 0.886%: what is not printed is left out."""
    table = "年度资金总额\t900.00\t1350.00\t1196.04\t0.886\n其中：财政拨款\t800.00\t1200.00\t1046.40\t0.872"
    read = figures(
        f"农田建设项目支出绩效自评表\n项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t执行率\n{table}",
        tmp_path,
    )
    assert [one.unit for one in read if one.item == "预算执行率"] == [""]


def test_what_was_bought_has_the_budget_that_its_rate_compares_it_with(tmp_path: Path) -> None:
    table = "项目\t2020年决算数\t2021年预算数\t2021年决算数\n公用经费\t71.25\t68.40\t70.13\n政府采购金额\t——\t30.00\t27.64"
    read = figures(f"{TITLE}\n单位：万元\n{table}", tmp_path)
    assert [one.item for one in read[-2:]] == ["政府采购预算", "实际政府采购金额"]
