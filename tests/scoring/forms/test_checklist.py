"""Checklist: ①②③, each met item earns its points."""

import pytest

from jixiao.scoring.forms.checklist import MAX_EQUAL_SHARES
from jixiao.scoring.sentence.around import Exemption
from jixiao.scoring.sentence.at import read_at
from shared.sentences.standards import losses, meaning, met, misrating, outcome, refusal, standard

LIST = "①建立了制度，2分；②制度得到执行，3分。"


def test_each_item_that_is_not_met_is_a_loss():
    """A deduction names the item, by number and clause."""
    assert losses(LIST, met(1)) == [
        ("3", "制度得到执行，3分", "第2项未达到，按条款“制度得到执行，3分”不计这3分")
    ]
    assert [points for points, _, _ in losses(LIST, met())] == ["2", "3"]
    assert losses(LIST, met(1, 2)) == []


def test_a_list_reaches_of_each_item_that_it_is_met_or_that_it_is_not():
    """What coverage counts: the first is met, the second is not."""
    reached = [(part.clause, part.state) for part in outcome(LIST, met(1)).parts]
    assert reached == [("建立了制度，2分", "达到"), ("制度得到执行，3分", "未达到")]


def test_what_is_met_is_said():
    """The note lists the items that are met."""
    assert str(outcome(LIST, met(2, 1)).note) == "达到的项：1、2（共2项）"
    assert str(outcome(LIST, met()).note) == "达到的项：无（共2项）"


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ((3,), "评分标准只有2项，没有第3项"),
        ((0, 1), "评分标准只有2项，没有第0项"),
        ((9, 1, 4), "评分标准只有2项，没有第4项"),
    ],
)
def test_items_that_are_not_there(numbers, message):
    """A rating may only name items of the list."""
    assert misrating(LIST, met(*numbers)) == message


@pytest.mark.parametrize(
    ("sentence", "canonical"),
    [
        (LIST, "1、建立了制度，得2分；2、制度得到执行，得3分。"),
        ("建立了制度（2分）；制度得到执行（3分）", "1、建立了制度，得2分；2、制度得到执行，得3分。"),
        (
            "（1）3个以上目标，2.125分；（2）“目标”细化、量化，2.875分",
            "1、3个以上目标，得2.125分；2、目标细化、量化，得2.875分。",
        ),
    ],
)
def test_what_is_understood(sentence, canonical):
    """Items keep their words; numbering, quotation marks and width carry nothing."""
    assert standard(sentence).canonical() == canonical


def test_what_is_counted_right_behind_an_item_costs_no_more_than_that_item():
    """A comma goes on with the last item, of whose 3 points it takes; a semicolon, or 以上, speaks of the list."""
    of_last = "①制度健全，2分；②档案完整，3分，每缺一份扣1分"
    of_all = (
        "①制度健全，2分；②档案完整，3分；每缺一份扣1分",
        "①制度健全，2分；②档案完整，3分，以上每缺一份扣1分",
    )
    assert outcome(of_last, read_at("①②；缺=5", meaning(of_last))).high == 2
    assert [standard(one).form.code for one in (of_last, *of_all)] == ["sum", "checklist", "checklist"]


def test_a_list_may_be_followed_by_an_exemption():
    """没有该项任务的，得满分 behind a list is no further item and no level."""
    found = standard(f"{LIST}没有该项任务的，得满分。")
    assert found.form == standard(LIST).form
    assert found.exemptions == (Exemption("没有该项任务"),)


def test_levels_are_no_list():
    """Points that only add up by the best level's being full marks are levels."""
    assert standard("没有问题的，得10分；有少量问题的，得7分；问题较多的，得3分", "10").form.code == "levels"
    assert standard("好得3分；中得2分；差得1分", "3").form.code == "levels"
    assert standard("①好，3分；②更好，2分", "5").form.code == "checklist"


def test_bounds_and_questions():
    """From none met to all met, and no 口径."""
    found = meaning(LIST)
    assert (found.bounds(), found.asks, found.standard.form.amounts(), found.functions()) == (
        (0, 5),
        (),
        (),
        (),
    )


@pytest.mark.parametrize(
    ("sentence", "position", "message"),
    [
        ("①建立了制度，2分；②制度得到执行，2分", 1, "分值5与句中4分不符"),
        ("①建立了制度，2分；②制度得到执行，4分", 1, "分值5与句中6分不符"),
    ],
)
def test_refusals(sentence, position, message):
    """Lists whose points do not add up, and what only looks like a list, are refused."""
    assert refusal(sentence) == (position, message)


@pytest.mark.parametrize(
    "sentence",
    [
        "①建立了制度，2分；②3分",
        "①每缺一项，3分；②建立了制度，2分",
        "①建立了制度，2分；②否则，3分",
    ],
)
def test_what_is_no_item(sentence):
    """Items have words; counts and 否则 are no items."""
    assert refusal(sentence)[1].startswith("无法理解")


@pytest.mark.parametrize(
    "missing", ["每少一项扣2.5分", "每缺一项扣2.5分", "每缺少一项扣2.5分", "不符合的，每项扣2.5分"]
)
def test_what_every_missing_item_costs_may_be_said_again(missing):
    """A missing item loses its own points once, not once more as a breach."""
    plain = "①有制度，2.5分；②有执行，2.5分"
    assert standard(f"{plain}；{missing}").canonical() == standard(plain).canonical()


def test_a_case_that_is_no_missing_item_costs_besides():
    """A mistake is no item that is missing, though it costs as much."""
    found = standard("①有制度，2.5分；②有执行，2.5分；每错一项扣2.5分")
    assert found.canonical().endswith("；每发现一例扣2.5分。")


def test_basic_points_are_no_item_of_a_list():
    """基本分 is what steps start from; beside other points it is one of several rules."""
    assert standard("①有制度，得基本分2分；②有执行，得3分").form.code == "sum"


def test_the_longest_list_of_equal_shares():
    """30 items without points share alike; a list of 31 is taken for a table."""

    def listed(count: int) -> str:
        return "；".join(f"{number}.制度{number}健全" for number in range(1, count + 1))

    assert len(standard(listed(MAX_EQUAL_SHARES), "60").form.entries) == MAX_EQUAL_SHARES
    assert "无法理解" in refusal(listed(MAX_EQUAL_SHARES + 1), "60")[1]


@pytest.mark.parametrize("last", ["否则不得分", "全部未落实的不得分"])
@pytest.mark.parametrize(
    "items", ["①有制度，加2分；②有执行，加3分", "①有制度；②有执行", "①有制度；②有执行；每项2.5分"]
)
def test_without_any_item_nothing_is_earned_anyway(items, last):
    """However the items have their points, a last clause for none of them says nothing new."""
    assert standard(f"{items}；{last}").form == standard(items).form


def test_a_breach_beside_a_list_is_lost_by_its_own_clause():
    """Two cases cost one each, whatever of the list is met."""
    sentence = f"{LIST}每发现一例扣1分。"
    found = outcome(sentence, read_at("1,2；2例", meaning(sentence)))
    assert [(str(one.points), one.clause) for one in found.losses] == [("2", "每发现一例扣1分")]


@pytest.mark.parametrize(
    "items", ["①有制度；②有执行；每项2.5分", "①有制度；②有执行；③有检查；④有公开；⑤有台账；每项1分"]
)
def test_what_stands_before_a_list_is_no_item(items):
    """A heading in words leaves the list what it is, however long the list."""
    assert standard(f"重点考核；{items}").form == standard(items).form
    assert standard(items).form.code == "checklist"
