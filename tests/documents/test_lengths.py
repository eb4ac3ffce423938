"""What is long in one way takes no square of its length, and is read as what is short."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from jixiao.desk.read import read
from jixiao.documents.figures.folded import MAX_PASSAGE, fold, pieces
from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.read import read_report
from jixiao.documents.readers.text import paper_of_text
from jixiao.files import open_library
from jixiao.language.span import Span
from jixiao.model.diagnostic import Refused
from jixiao.model.reading import Reading
from shared.effort import takes_less_than

LIBRARY = open_library(Path(__file__).parents[2] / "rules")
ITEMS = LIBRARY.items.items
LEXICON = Lexicon(ITEMS)
TITLE = "某市城市管理局2022年度部门整体支出绩效自评报告\n\n"
SENTENCE = "2022年支出决算295.12万元，其中基本支出211.92万元，项目支出83.20万元。"
COLUMNS = "项目\t年初预算数（万元）\t全年执行数（万元）\n"


def read_text(text: str) -> Reading:
    return read_report(paper_of_text(text, "report"), ITEMS, LEXICON)


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE * 500,
        SENTENCE.replace("。", "，") * 500,
        SENTENCE.replace("。", "").replace("，", "") * 500,
        "1," * 5_000,
        "1" * 50_000,
        "a" * 20_000,
        "2020" * 10_000,
        "（一）" * 10_000,
        "支出分别为" + "、".join(f"{at}.5" for at in range(1_500)) + "万元。",
        "支出" + "、".join(f"{at}.5" for at in range(1_500)) + "。",
        "公务接待费" + "比上年增长5%" * 1_500,
        "无支出，" * 5_000,
        "经营支出、上缴上级支出均无，" * 1_000,
        "支出=" + "1+" * 5_000 + "1万元",
        "|支出|20|" * 1_500,
        "20.5\n" * 2_500,
        COLUMNS + "".join(f"项目{at}支出\t{at}.5\t{at}.1\n" for at in range(1_200)),
        COLUMNS + "项目\t3.5\n" * 2_000,
    ],
    ids=["sentences", "clauses", "no stops", "commas", "digits", "letters", "years", "marks", "in turn", "no unit",
         "changes", "none", "all none", "formula", "bars", "lines", "rows", "equal rows"],
)  # fmt: skip
def test_what_is_long_in_one_way_takes_no_square_of_its_length(text: str) -> None:
    assert takes_less_than(1.5, lambda: read_text(TITLE + text))


def test_a_report_in_one_paragraph_is_read_as_one_in_lines() -> None:
    count = 3 * MAX_PASSAGE // len(SENTENCE)
    flat, lines = read_text(TITLE + SENTENCE * count), read_text(TITLE + f"{SENTENCE}\n" * count)
    assert said(flat) == said(lines) == said(read_text(TITLE + SENTENCE)) * count


def said(reading: Reading) -> list[tuple[object, ...]]:
    return [(one.item, one.of, one.measure, one.value, one.unit, one.year) for one in reading.figures]


@settings(max_examples=60)
@given(st.text("支出。，、；1.,%\n （“", max_size=60), st.integers(0, 3 * MAX_PASSAGE))
def test_pieces_are_the_passage(text: str, length: int) -> None:
    text = (text * (length // max(len(text), 1) + 1))[:length]
    passage = fold(text, Span(0, len(text)))
    found = list(pieces(passage))
    assert "".join(one.text for one in found) == passage.text
    assert [place for one in found for place in one.at] == list(passage.at)
    assert all(len(one.text) <= MAX_PASSAGE for one in found)


@pytest.mark.parametrize("cut", ["支出1,295.12万元", "支出295.12%", "支出2,295,295万元"])
def test_no_number_is_cut(cut: str) -> None:
    text = cut * (2 * MAX_PASSAGE // len(cut))
    assert {one.text[-1] for one in pieces(fold(text, Span(0, len(text))))} <= {"元", "%", "支", "出", "万"}


def test_a_sentence_without_an_end_goes_on_with_what_it_is_of() -> None:
    reading = read_text(
        TITLE + "2022年公务接待费支出" + "，".join(f"{at}.5万元" for at in range(1_200)) + "。"
    )
    assert [one.item for one in reading.figures] == ["公务接待费决算"] * 1_200


def test_what_there_is_none_of_is_told_once() -> None:
    reading = read_text(TITLE + "经营支出、上缴上级支出均无，其他收入、事业收入均无，")
    assert [one.item for one in reading.figures] == ["经营支出", "上缴上级支出", "其他收入", "事业收入"]


def test_a_report_of_nothing_but_one_long_paragraph_is_read() -> None:
    assert read_text(SENTENCE * 5).figures


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("支出20万元。" * 30_001, "报告里的数超过 3 万个，不像一份报告，请只留下要读的部分，或者拆分"),
        ("预算绩效" * 500_001, "报告超过 200 万字，请只留下报告本身，或者拆分"),
    ],
)
def test_what_is_too_long_for_a_report_is_told_at_once(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(text, "utf-8")
    with pytest.raises(Refused) as refused:
        read(path, rules=LIBRARY)
    [found] = refused.value.diagnostics
    assert found.message == message


def test_a_report_that_no_case_can_hold_says_so_once(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    rows = "".join(f"公务接待费\t{at}.5\n" for at in range(5_200))
    path.write_text(f"{TITLE}项目\t年初预算数（万元）\n{rows}", "utf-8")
    [one] = read(path, rules=LIBRARY, table="huaihua-department@2022").cases
    [found] = one.errors
    assert re.match("读到 5[12].. 个数，一个案例写不下这么多，没有核算；", found.message)
