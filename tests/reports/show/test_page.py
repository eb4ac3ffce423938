"""A table as a page: whole, alone, safe, and told to those who cannot see its drawings."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.analysis.portraits.sentence import portray
from jixiao.analysis.portraits.table import portray_table
from jixiao.model.ruleset import Text
from jixiao.model.term import Graph
from jixiao.reports.draw.svg import HEIGHT, WIDTH, curve_svg
from jixiao.reports.show.page import render_table_page
from jixiao.scoring.sentence.meaning import meaning_of
from reports.pages import LOADING, Page, assert_whole
from shared.cases.tables import sums, table
from shared.sentences.graphs import graphs

TEXT = render_table_page(portray_table(table(broken=True)))
PAGE = Page(TEXT)


def test_the_page_needs_nothing_but_itself() -> None:
    """No script, no font, picture or style from anywhere."""
    assert not PAGE.named("script")
    assert not PAGE.named("link")
    assert not PAGE.named("img")
    for _, attributes in PAGE.elements:
        assert not LOADING & set(attributes)
        assert (attributes.get("href") or "#").startswith("#")
    assert not re.search(r"url\(|@import|https?:", TEXT)
    assert_whole(TEXT)


def test_the_page_is_chinese_fits_a_phone_and_prints() -> None:
    assert PAGE.named("html") == [{"lang": "zh-CN"}]
    assert {"charset": "utf-8"} in PAGE.named("meta")
    assert any(one.get("name") == "viewport" for one in PAGE.named("meta"))
    assert "@media print" in TEXT
    assert "break-inside: avoid" in TEXT
    assert "Noto Sans CJK SC" in TEXT


def test_every_indicator_is_there_and_linked() -> None:
    ids = [one.get("id") for one in PAGE.named("article")]
    assert ids == [one.id for one in table(broken=True).indicators]
    assert [one["href"] for one in PAGE.named("a")] == [f"#{one}" for one in ids]
    everything = [attributes["id"] for _, attributes in PAGE.elements if "id" in attributes]
    assert len(everything) == len(set(everything))


def test_every_sentence_stands_as_issued_and_as_understood() -> None:
    shown = "".join(PAGE.texts)
    for indicator in table(broken=True).indicators:
        assert indicator.standard.text in shown
    assert "≤100%的，得5分；每超过1个百分点，扣0.5分。" in shown


def test_every_drawing_has_a_title_and_is_told_in_words() -> None:
    drawings = [one for one in PAGE.named("svg") if one.get("role") == "img"]
    assert len(drawings) == 7
    for drawing in drawings:
        for name in str(drawing["aria-labelledby"]).split():
            assert any(attributes.get("id") == name for _, attributes in PAGE.elements)
    assert all("aria-hidden" in one for one in PAGE.named("svg") if one.get("role") != "img")
    assert "≤100%得5分" in "".join(PAGE.texts)


def test_what_is_not_understood_is_marked_in_the_sentence() -> None:
    assert "变动率<mark>0</mark>，计5分" in TEXT
    assert "缺少比较符号" in "".join(PAGE.texts)


def test_text_never_becomes_markup() -> None:
    evil = '<script>alert("&")</script>'
    first, *rest = table().indicators
    named = replace(first, name=evil, standard=Text(f"{evil}得满分", first.standard.place))
    page = Page(render_table_page(portray_table(replace(table(title=evil), indicators=(named, *rest)))))
    assert not page.named("script")
    assert evil in "".join(page.texts)


def test_rules_that_add_up_have_a_row_each_and_a_drawing_where_something_is_counted() -> None:
    page = Page(render_table_page(portray_table(sums())))
    told = "".join(page.texts)
    for words in (
        "每1处扣1分，最多扣2分",
        "迟报=2",
        "第2部分：最多3分，最少0分",
        "整个指标不得分",
        "由公式算出",
    ):
        assert words in told
    assert len([one for one in page.named("table") if one.get("class") == "terms"]) == 7
    assert len([one for one in page.named("svg") if one.get("class") == "plot"]) == 6
    ids = [one["id"] for one in page.named("title") if "id" in one]
    assert len(ids) == len(set(ids)) == 6


# ── Drawings ─────────────────────────────────────────────────────────────────────────────────────


def drawing(sentence: str, points: int, **readings: str) -> list[tuple[str, dict[str, str]]]:
    from jixiao.scoring.sentence.understand import understand

    graph = portray(
        meaning_of(understand(sentence, "指标值", Fraction(points)), readings), "指标值", readings
    ).graph
    assert graph is not None
    return [(one.tag, dict(one.attrib)) for one in curve_svg(graph, "指标值", "1").iter()]


def circles(parts: list[tuple[str, dict[str, str]]]) -> list[tuple[str, str]]:
    return [(part["class"].split()[-1], part["cy"]) for tag, part in parts if tag == "circle"]


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [
        ("≥80%的，得10分；低于80%的，不得分。", {("closed", "32"), ("open", "234")}),
        (">80%的，得10分；不超过80%的，不得分。", {("open", "32"), ("closed", "234")}),
        ("得分=指标值×10，最高不超过10分。", set()),
    ],
)
def test_a_step_has_a_closed_and_an_open_end(sentence: str, ends: set) -> None:
    assert set(circles(drawing(sentence, 10))) == ends


@pytest.mark.parametrize(
    "sentence",
    ["100%：10分；90-100%：6分；70-90%：2分；70%以下：0分", "不超过100%的，得满分；每超过5%，扣2分。"],
)
def test_an_open_end_of_one_reading_never_hides_a_closed_one_of_another(sentence: str) -> None:
    parts = drawing(sentence, 10)
    last = {
        (part["cx"], part["cy"]): part["class"].split()[-1] for tag, part in parts if tag == "circle"
    }  # later ones lie on top
    closed = {
        (part["cx"], part["cy"]) for tag, part in parts if tag == "circle" and "closed" in part["class"]
    }
    assert closed
    assert all(last[place] == "closed" for place in closed)


def test_silent_readings_shade_what_lies_between_them() -> None:
    sentence = "不超过100%的，得满分；每超过10%，扣5分。"
    assert sum(tag == "polygon" for tag, _ in drawing(sentence, 10)) == 2
    assert sum(tag == "polygon" for tag, _ in drawing(sentence, 10, 不足一步="不计")) == 0


@given(st.sampled_from(graphs()))
def test_every_drawing_stays_in_its_frame(graph: Graph) -> None:
    for part in curve_svg(graph, "指标值", "1").iter():
        for name, most in (("x", WIDTH), ("x1", WIDTH), ("x2", WIDTH), ("cx", WIDTH),
                           ("y", HEIGHT), ("y1", HEIGHT), ("y2", HEIGHT), ("cy", HEIGHT)):  # fmt: skip
            assert 0 <= Fraction(part.attrib.get(name, "0")) <= most
