"""A head says what the figures below it are of."""

from __future__ import annotations

import pytest

from jixiao.documents.read import read_report
from jixiao.documents.readers.text import paper_of_text
from jixiao.files import find_rules, open_library

ITEMS = open_library(find_rules(None)).items.items
BELOW = "年初预算为111.59万元，支出决算为185.11万元。"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("1、一般公共服务（类）人大事务（款）行政运行（项）", "行政运行"),
        ("1、一般公共服务（类）人大事务（款）行政运行（项）。", "行政运行"),  # a head that ends like a sentence
        ("1、一般公共服务（类）政府办公厅（室）及相关机构事务（款）信访事务（项）。", "信访事务"),
        ("1、一般公共服务（类）政府办公厅（室）及相关机构事务（款）其他政府办公厅（室）事务支出（项）。", "其他政府办公厅(室)事务支出"),
        ("1、一般公共服务（类）其他一般公共服务支出（款）其他一般公共服务支出（项）。", "其他一般公共服务支出"),
    ],
)  # fmt: skip
def test_what_stands_below_a_class_is_of_the_class(head: str, name: str) -> None:
    """Not of the unit: its budget would otherwise contradict itself class by class."""
    text = f"某局2022年度部门决算公开\n五、一般公共预算财政拨款支出决算情况\n{head}\n{BELOW}\n"
    found = {one.value: one.item for one in read_report(paper_of_text(text, "report"), ITEMS).figures}
    assert found["185.11"] == name
    assert found["111.59"] == f"{name}年初预算"


def test_a_sentence_with_a_figure_is_no_head() -> None:
    text = "某局2022年度部门决算公开\n1.公务接待费2.5万元。\n年初预算为111.59万元。\n"
    found = {one.value: one.item for one in read_report(paper_of_text(text, "report"), ITEMS).figures}
    assert found == {"2.5": "公务接待费决算", "111.59": "年初预算"}
