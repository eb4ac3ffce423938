"""A table as the machine understands it: what is right beside what is wrong."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from jixiao.analysis.portraits.table import portray_table
from jixiao.model.diagnostic import Refused
from jixiao.model.portrait import Misread, Portrait
from jixiao.model.ruleset import Text
from shared.cases.tables import table


def test_every_sentence_of_a_table_is_portrayed() -> None:
    portrait = portray_table(table())
    assert [one.indicator for one in portrait.indicators] == list(table().indicators)
    assert all(isinstance(one.standard, Portrait) and not one.problems for one in portrait.indicators)
    block = portrait.indicators[-1]
    assert isinstance(block.qualitative, Portrait)
    assert portrait.problems == ()


def test_a_sentence_that_is_not_understood_does_not_hide_the_others() -> None:
    portrait = portray_table(table(broken=True))
    misread = [one for one in portrait.indicators if isinstance(one.standard, Misread)]
    assert [one.indicator.name for one in misread] == ["三公经费变动率"]
    assert "缺少比较符号" in misread[0].problems[0].message
    assert sum(isinstance(one.standard, Portrait) for one in portrait.indicators) == 11


def test_a_formula_that_is_wrong_stands_beside_its_sentence() -> None:
    first, *rest = table().indicators
    assert first.formula is not None
    wrong = replace(first, formula=Text("在职人员 / 编制数", first.formula.place))
    portrait = portray_table(replace(table(), indicators=(wrong, *rest)))
    assert isinstance(portrait.indicators[0].standard, Portrait)
    assert "没有名为“在职人员”的数据项" in portrait.indicators[0].problems[0].message


def test_points_that_do_not_add_up_are_a_problem_of_the_table() -> None:
    portrait = portray_table(replace(table(), full=Fraction(100)))
    assert ["与满分100不符" in one.message for one in portrait.problems] == [True]
    assert not any(one.problems for one in portrait.indicators)


def test_the_table_reads_its_sentences_as_its_readings_say() -> None:
    read = replace(table(), readings={"不足一步": "不计"})
    standard = portray_table(read, "在职").indicators[0].standard
    assert isinstance(standard, Portrait)
    assert standard.graph is not None
    assert [curve.reading for curve in standard.graph.curves] == [""]


@pytest.mark.parametrize("wanted", ["行政效能", "indicator-8", "效能", "“行政效能”"])
def test_an_indicator_is_found_by_name_code_or_part(wanted: str) -> None:
    (found,) = portray_table(table(), wanted).indicators
    assert found.indicator.name == "行政效能"


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("控制率", "“控制率”不止对应一个指标：在职人员控制率、预算控制率、成本控制率"),
        ("行政效率", "没有名为“行政效率”的指标，是否为“行政效能”"),
        ("zzz", "没有名为“zzz”的指标，有：在职人员控制率、"),
    ],
)
def test_an_indicator_that_is_not_found_is_refused_with_what_there_is(wanted: str, message: str) -> None:
    with pytest.raises(Refused) as refused:
        portray_table(table(), wanted)
    assert message in refused.value.diagnostics[0].message
