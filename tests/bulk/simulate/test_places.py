"""Places of a table by their paths, the values that they take, and the table with them changed."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, strategies as st

from jixiao.bulk.simulate.asked import MAX_VARIANTS, grid, listed_variants
from jixiao.bulk.simulate.knobs import knob_at, knobs_of
from jixiao.bulk.simulate.spots import clauses_of
from jixiao.bulk.simulate.values import read_values
from jixiao.bulk.simulate.vary import turn, varied
from jixiao.desk.rules import open_rules
from jixiao.model.diagnostic import BadQuestion, Refused
from jixiao.model.ruleset import Ruleset
from jixiao.quantity import decimal_text
from shared.sentences.examples import examples


@cache
def table() -> Ruleset:
    return open_rules().ruleset("huaihua-department@2022")


def edited(*asked: str) -> dict[str, str]:
    """The sentences that differ, by the indicator."""
    (turns,) = grid(table(), asked)
    found = varied(table(), turns)
    return {
        new.name: new.standard.text
        for old, new in zip(table().indicators, found.indicators, strict=True)
        if old.standard != new.standard
    }


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("预算控制率.条款2.分值=3", "预算控制率=0，计5分；0-10%（含），计3分；10-20%（含），计3分；20-30%（含），计2分；大于30%的不得分。"),
        ("budget-control.条款2.扣分=3.5", "预算控制率=0，计5分；0-10%（含），计3.5分；10-20%（含），计3分；20-30%（含），计2分；大于30%的不得分。"),
        ("预算控制率.条款2.门槛2=12", "预算控制率=0，计5分；0-12%（含），计4分；10-20%（含），计3分；20-30%（含），计2分；大于30%的不得分。"),
        ("预算控制率.门槛10%=12%", "预算控制率=0，计5分；0-12%（含），计4分；12-20%（含），计3分；20-30%（含），计2分；大于30%的不得分。"),
        ("预算控制率.数10＝12", "预算控制率=0，计5分；0-12%（含），计4分；12-20%（含），计3分；20-30%（含），计2分；大于30%的不得分。"),
        ("在职人员控制率.条款3.步长=2", "以100%为标准。在职人员控制率≤100%，计5分；每超过2个百分点扣0.5分，扣完为止。"),
        ("在职人员控制率.分值=6", "以100%为标准。在职人员控制率≤100%，计6分；每超过一个百分点扣0.5分，扣完为止。"),
        ("重点工作实际完成率.分值=9", "得分=重点工作实际完成率×9，最高不超过9分。"),
        ("三公经费变动率.条款2.分值=1", "“三公经费”变动率≤0，计5分；“三公经费”变动率>0，每超过一个百分点扣1分，扣完为止。"),
        ("预算完成率.评分标准=达到100%的得满分，每低5%，扣1分", "达到100%的得满分，每低5%，扣1分"),
    ],
)  # fmt: skip
def test_a_path_names_what_is_written_otherwise(asked: str, sentence: str) -> None:
    path, _, value = asked.replace("＝", "=").partition("=")
    texts = [f"{path}={value}|"] if "，" in value else [asked]
    assert list(edited(*texts).values()) == [sentence]


def test_two_places_of_one_sentence_change_together() -> None:
    found = edited("预算控制率.条款2.分值=3", "预算控制率.条款3.分值=1")
    assert found["预算控制率"].startswith("预算控制率=0，计5分；0-10%（含），计3分；10-20%（含），计1分；")


def test_full_marks_follow_the_points_unless_they_are_varied_too() -> None:
    (turns,) = grid(table(), ["在职人员控制率.分值=6"])
    found = varied(table(), turns)
    assert (found.full, found.points) == (101, 101)
    assert all(one.ground == 101 for one in found.indicators)
    (turns,) = grid(table(), ["在职人员控制率.分值=6", "满分=110"])
    assert varied(table(), turns).full == 110


def test_grades_readings_and_the_rest_of_a_table() -> None:
    (turns,) = grid(table(), ["等级.优=92", "口径.得分小数位=1", "预算控制率.口径.边界归属=低分"])
    found = varied(table(), turns)
    assert dict(found.grades)["优"] == 92
    assert found.readings["得分小数位"] == "1"
    assert next(one for one in found.indicators if one.name == "预算控制率").readings == {"边界归属": "低分"}
    assert found.digest != table().digest


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["预算控制率.条款9.分值=3"], "评分标准只有5条，没有条款9"),
        (["预算控制率.条款2.门槛=3"], "有2个门槛，请写明第几个"),
        (["预算控制率.条款5.分值=3"], "里没有分值；可以变的有：预算控制率.条款5.门槛（现为30%）"),
        (["预算控制率.门槛15%=3"], "没有写15%；写到的数有：0、10%"),
        (["预算控制律.分值=3"], "是否为“预算控制率”"),
        (["预算控制率.分子=3"], "后面不认识“分子”"),
        (["等级.甲=3"], "等级里没有“甲”；有：优、良、中、差"),
        (["口径.小数=3"], "没有叫“小数”的口径"),
        (["口径.得分小数位=9"], "口径“得分小数位”没有“9”"),
        (["扣分上限.总分=3"], "扣分上限里没有“总分”"),
        (["预算控制率.条款2.分值=三"], "要取数，“三”不是数"),
        (["预算控制率.条款2.分值=3次"], "写的是4分，不能取“3次”"),
        (["预算控制率.分值=0"], "要大于0"),
        (["预算控制率.条款2.分值"], "没有写要取哪些值"),
        (["预算控制率.条款2.分值=1..5/0"], "步长要大于0"),
        (["预算控制率.条款2.分值=0..9999"], "10000个值，最多1000个"),
        (["预算控制率.条款2.分值=3", "budget-control.条款2.分值=4"], "写了两次"),
        (["预算控制率.条款2.分值=0..4/0.01", "预算控制率.条款3.分值=0..4/0.1"], f"最多{MAX_VARIANTS}个"),
    ],
)  # fmt: skip
def test_what_can_not_be_varied_is_told_with_what_can(asked: list[str], told: str) -> None:
    with pytest.raises(BadQuestion) as refused:
        grid(table(), asked)
    assert told in str(refused.value)


@pytest.mark.parametrize(
    ("asked", "told"),
    [("等级.优=70", "从高到低：优 70、良 80、中 60、差 0")],
)
def test_what_no_table_can_be_is_refused(asked: str, told: str) -> None:
    (turns,) = grid(table(), [asked])
    with pytest.raises(Refused) as refused:
        varied(table(), turns)
    assert told in str(refused.value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3..5", ("3", "4", "5")), ("3..5/0.5", ("3", "3.5", "4", "4.5", "5")), ("5..3", ("5", "4", "3")), ("3..4/0.3", ("3", "3.3", "3.6", "3.9")),
        ("8%..10%", ("8%", "9%", "10%")), ("8..10%", ("8%", "9%", "10%")), ("3,4，5、6", ("3", "4", "5", "6")), ("３．．５", ("3", "4", "5")),
        ("不计,按一步", ("不计", "按一步")), ("甲，乙|丙", ("甲，乙", "丙")), ("-1..1", ("-1", "0", "1")), ("3,3,3", ("3",)), (" ", ()),
    ],
)  # fmt: skip
def test_values_are_read_as_they_are_written(text: str, values: tuple[str, ...]) -> None:
    assert read_values(text) == values


def test_a_grid_is_every_combination_and_a_list_is_each_row() -> None:
    found = grid(table(), ["等级.优=90,92", "预算控制率.条款2.分值=3,4"])
    assert [[one.text for one in turns] for turns in found] == [
        ["90", "3"],
        ["90", "4"],
        ["92", "3"],
        ["92", "4"],
    ]
    rows = [{"等级.优": "92", "预算控制率.条款2.分值": ""}, {"等级.优": "", "预算控制率.条款2.分值": "3分"}]
    listed = listed_variants(table(), rows)
    assert [[(one.knob.path, one.text) for one in turns] for turns in listed] == [
        [("等级.优", "92")],
        [("预算控制率.条款2.分值", "3")],
    ]


def test_every_place_that_is_listed_is_found_by_its_path_and_changes_nothing_as_it_is() -> None:
    places = list(knobs_of(table()))
    assert len(places) > 60
    for one in places:
        found = knob_at(one.path, table())
        assert (found.path, found.now, found.spots) == (one.path, one.now, one.spots)
        same = varied(table(), [turn(found, found.now)])
        assert same.full == table().full
        assert [row.points for row in same.indicators] == [row.points for row in table().indicators]


SENTENCES = [one for one in examples() if not one.refused and not one.gap]


@given(st.sampled_from(SENTENCES))
def test_numbers_are_where_they_are_said_to_be(example) -> None:
    """In every example sentence: what stands there reads as that number, and writing it anew leaves the rest alone."""
    rule = example.rule()
    text = rule.indicator.standard.text
    for clause in clauses_of(text, rule.indicator.name):
        for spot in clause.spots:
            written = text[spot.start : spot.end]
            assert spot.clause == clause.number
            if written.isascii() and written.isdecimal():
                assert Fraction(written) == spot.value
            changed = text[: spot.start] + decimal_text(spot.value + 1) + text[spot.end :]
            assert changed.startswith(text[: spot.start])
            assert spot.value >= 0
