"""Whose number it is: names with brackets in them, and what is counted of a thing told in another unit."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.read import read_report
from jixiao.documents.readers.text import paper_of_text
from jixiao.files import open_library

ITEMS = open_library(Path(__file__).parents[3] / "rules").items.items
LEXICON = Lexicon(ITEMS)
TITLE = "某县某局2022年度部门整体支出绩效自评报告\n"


def read(text: str) -> list[tuple[str, str, str]]:
    """Give item, value and unit of each figure that is certain."""
    reading = read_report(paper_of_text(f"{TITLE}{text}\n", "报告"), ITEMS, LEXICON)
    return [(one.item, one.value, one.unit) for one in reading.figures if one.certain]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "我单位2022年专项业务（工作）经费预算54.66万元、维权维稳（工作）经费8.40万元。",
            ["专项业务(工作)经费预算", "维权维稳(工作)经费"],
        ),
        ("驻村（社区）干部12人。", ["驻村(社区)干部"]),
        ("社区（村）会议费5万元。", ["社区(村)会议费"]),
        ("会议费（含税）1.2万元。", ["会议费决算"]),
        ("一般公共预算（财政拨款）会议费1.2万元。", ["会议费决算"]),
        ("工作情况（一）会议费1.2万元。", ["会议费决算"]),
        ("因公出国（境）费1.2万元。", ["因公出国境费决算"]),
    ],
)
def test_a_bracket_within_a_name_is_part_of_it(text: str, names: list[str]) -> None:
    assert [item for item, _, _ in read(text)] == names


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("培训费开支0.46万元/20人。", [("培训费决算", "0.46", "万元"), ("培训人数", "20", "人")]),
        (
            "用于开展单位人员培训，人数20人，内容为网络学习，开支0.46万元。",
            [("培训人数", "20", "人"), ("培训费决算", "0.46", "万元")],
        ),
        (
            "公务接待12批次/130人次，3.5万元。",
            [
                ("公务接待团组数", "12", "批次"),
                ("公务接待人次", "130", "人次"),
                ("公务接待费决算", "3.5", "万元"),
            ],
        ),
    ],
)
def test_a_count_beside_an_amount_is_of_the_same_thing(
    text: str, figures: list[tuple[str, str, str]]
) -> None:
    assert read(text) == figures
