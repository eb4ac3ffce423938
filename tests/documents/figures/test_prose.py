"""What running text says of an item: brackets, parts and heads, what becomes of a thing, and what there is none of."""

from pathlib import Path

import pytest

from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.read import read_report
from jixiao.documents.readers.opened import read_paper
from jixiao.files.rules.items import load_items
from jixiao.model.reading import Measure, ReadFigure

ROOT = Path(__file__).parents[3]
ITEMS = load_items(ROOT / "rules/items.yaml").items
LEXICON = Lexicon(ITEMS)
TITLE = "青溪县水利局2022年度部门决算公开说明\n\n"


def said(text: str, folder: Path) -> list[str]:
    path = folder / "report.txt"
    path.write_text(f"{TITLE}{text}\n", encoding="utf-8")
    return [shown(one) for one in read_report(read_paper(path), ITEMS, LEXICON).figures]


def shown(one: ReadFigure) -> str:
    measure = "" if one.measure is Measure.VALUE else f"·{one.measure.word}"
    return f"{one.item}{measure} {one.value}{one.unit}{'?' if one.doubts else ''}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "国内公务接待共15批次（其中外事接待2批次），105人次（其中外事接待9人次）。",
            "公务接待人次 105人次",
        ),
        ("全年因公出国（境）团组2个，累计出国（境）7人次。", "因公出国境人次 7人次"),
        (
            "本年支出合计100.00万元。其中：基本支出60.00万元，项目支出40.00万元。与上年对比减少12.05万元。",
            "支出决算·增减额 -12.05万元",
        ),
        (
            "（一）项目支出情况。用于专项业务工作的经费支出250.09万元。",
            "项目支出 250.09万元",
        ),
        ("公务接待费支出决算减少为3.20万元。", "公务接待费决算 3.20万元"),
        ("公务接待费支出决算减少3.20万元。", "公务接待费决算·增减额 -3.20万元"),
        ("政府采购预算50.00万元，其中政府集中采购预算17.00万元。", "政府集中采购预算 17.00万元"),
        ("单价100万元（含）以上的专用设备4台（套）。", "大型专用设备数 4台（套）"),
    ],
)
def test_a_number_is_of_what_is_spoken_of(text: str, told: str, tmp_path: Path) -> None:
    assert told in said(text, tmp_path)


@pytest.mark.parametrize("together", ["共0.00万元", "合计为0万元", "均为0"])
def test_where_all_together_are_nothing_each_of_them_is(together: str, tmp_path: Path) -> None:
    told = said(f"上缴上级支出、经营支出、对附属单位补助支出{together}。", tmp_path)
    assert sorted(one.split()[0] for one in told) == ["上缴上级支出", "对附属单位补助支出", "经营支出"]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("全年未购置公务用车。", ["新增车辆数"]),
        ("本年没有使用政府性基金预算财政拨款。", ["政府性基金预算财政拨款支出"]),
        (
            "本单位没有政府性基金预算财政拨款收入支出。",
            ["政府性基金预算财政拨款收入", "政府性基金预算财政拨款支出"],
        ),
        ("全年无出国（境）人员。", []),
    ],
)
def test_what_there_is_none_of_is_no_other_thing(text: str, items: list[str], tmp_path: Path) -> None:
    """公务用车 that were not bought may be there; income of a fund is not its spending; people are not their costs."""
    assert sorted(one.removesuffix(" 无") for one in said(text, tmp_path)) == sorted(items)


def test_an_amount_with_two_decimals_goes_on_nowhere(tmp_path: Path) -> None:
    """Cells that stand beside each other are not one number with a gap in it."""
    told = said("会议费支出150.30\n307万元的项目另行公布。", tmp_path)
    assert told[0] == "会议费决算 150.30?"
