"""Marks in running text: what they count goes side by side, and is no part of what was counted before."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.figures.marks import mark_kinds
from jixiao.documents.read import read_report
from jixiao.documents.readers.text import paper_of_text
from jixiao.files import open_library

ITEMS = open_library(Path(__file__).parents[3] / "rules").items.items
LEXICON = Lexicon(ITEMS)
TITLE = "某县某局2022年度部门整体支出绩效自评报告\n"


def parts_of(text: str) -> dict[str, list[str | None]]:
    """Give of each item the wholes that it is read as a part of."""
    reading = read_report(paper_of_text(f"{TITLE}{text}\n", "报告"), ITEMS, LEXICON)
    found: dict[str, list[str | None]] = {}
    for one in reading.figures:
        found.setdefault(one.item, []).append(one.of)
    return found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("(一)基本支出", {"section"}),
        (",2、商品和服务支出", {"number"}),
        ("其中1、工资福利支出", {"number"}),
        ("支出2.5万元", set()),
        ("一、概况,(1)", {"chapter", "bracketed"}),
        ("共一、二期", set()),
    ],
)
def test_marks_stand_where_clauses_begin(text: str, kinds: set[str]) -> None:
    assert mark_kinds(text) == kinds


@pytest.mark.parametrize("sign", [",", "，", "；"])
def test_a_list_of_parts_ends_where_the_next_whole_is_counted(sign: str) -> None:
    text = (
        f"（一）基本支出200万元。其中1、工资福利支出150万元，2、商品和服务支出50万元{sign}\n"
        "（二）年末结转和结余58万元。其中：基本支出结转38万元，项目支出结转20万元。"
    )
    found = parts_of(text)
    assert found["商品和服务支出"] == ["基本支出决算"]
    assert found["年末结余"] == [None]
    assert found["基本支出结转"] == ["年末结余"]


def test_marks_of_the_parts_themselves_do_not_end_their_list() -> None:
    found = parts_of(
        "1、支出决算200万元，其中：（1）教育支出150万元；（2）卫生健康支出30万元；（3）其他支出20万元。"
    )
    assert found["教育支出"] == found["卫生健康支出"] == found["其他支出"] == ["支出决算"]
    alike = parts_of("（1）支出决算200万元，其中：（1）教育支出150万元；（2）卫生健康支出50万元。")
    assert alike["卫生健康支出"] == ["支出决算"]
