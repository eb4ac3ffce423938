"""What stands around any form: guards, exemptions, floors and caps."""

import pytest

from jixiao.language.error import LanguageError
from jixiao.language.standard import parse_standard
from jixiao.scoring.forms.listed import FORMS
from jixiao.scoring.sentence.around import Exemption
from jixiao.scoring.sentence.meaning import meaning_of
from shared.sentences.standards import count, level, losses, meaning, outcome, refusal, standard, value

GUARDED = "按完成比例计分，低于60%不得分。"


def test_a_guard_takes_all():
    """Below the guard nothing is earned, whatever the form would give, and the guard is cited."""
    assert losses(GUARDED, value("59.99%")) == [
        ("5", "低于60%不得分", "低于60%，按条款“低于60%不得分”不得分")
    ]
    assert outcome(GUARDED, value("60%")).high == 3


def test_a_guard_goes_below_the_floor():
    """扣完3分为止 ends what steps cost; the guard still takes all."""
    sentence = "100%计满分，每低于1%扣1分，扣完3分为止；低于60%不得分"
    assert outcome(sentence, value("60%")).high == 2
    assert outcome(sentence, value("59%")).high == 0
    assert meaning(sentence).bounds() == (0, 5)
    assert meaning(sentence.partition("；")[0]).bounds() == (2, 5)


def test_a_guard_by_statute():
    """60%以下不得分 has 60% itself, unless 口径 says otherwise."""
    assert outcome("按完成比例计分，60%以下不得分", value("60%")).high == 0
    assert outcome("按完成比例计分，60%以下不得分", value("60%"), {"以上以下含本数": "否"}).high == 3


def test_guards_on_either_side():
    """Too low and too high may both earn nothing."""
    sentence = "100%计满分，每偏离1%扣0.1分，低于80%不得分，大于120%不得分"
    assert [outcome(sentence, value(at)).high for at in ("79%", "121%")] == [0, 0]
    assert [str(outcome(sentence, value(at)).high) for at in ("80%", "120%")] == ["3", "3"]


def test_a_guard_compares_what_the_form_scores():
    """A rate can't be compared with a count, nor with items met: such a sentence is refused, not half applied."""
    assert outcome("每缺一项扣1分，缺3项以上不得分", count("2")).high == 3
    assert outcome("每缺一项扣1分，缺3项以上不得分", count("3")).high == 0
    for sentence in ("每缺一项扣1分，低于60%不得分", "①制度健全；②执行到位；③资料齐全；缺两项以上不得分"):
        assert refusal(sentence)[1].startswith("无法理解")


def test_an_exemption_is_kept_with_its_fact():
    """没有…的，得满分 exempts by a fact, which the form's score does not depend on."""
    found = standard("按完成比例计分。当年没有该项任务的部门，得满分；不涉及采购的不扣分")
    assert found.exemptions == (Exemption("当年没有该项任务"), Exemption("不涉及采购"))
    assert found.canonical() == "得分=指标值 × 分值；当年没有该项任务的，得满分；不涉及采购的，得满分。"


def test_an_exemption_may_stand_first():
    """The order of clauses does not matter."""
    sentence = "没有楼堂馆所项目的，得满分；100%以下计满分，每超出5%扣2分"
    assert standard(sentence) == standard("100%以下计满分，每超出5%扣2分；没有楼堂馆所项目的，得满分")


@pytest.mark.parametrize("rule", ["不超过100%的，得满分", "预算控制率不超过100%的，得满分"])
def test_who_has_something_is_said_before_the_rule(rule):
    """有新建项目的 says again whom 没有新建项目的 does not exempt."""
    rest = "每超过1个百分点扣1分；没有新建项目的，得满分"
    assert standard(f"有新建项目的，{rule}；{rest}") == standard(f"{rule}；{rest}")


def test_exemption_and_guard_together():
    """Each is found among the clauses, whatever stands between."""
    found = standard("低于60%不得分；按完成比例计分；没有任务的，得满分")
    assert found.canonical() == "得分=指标值 × 分值；<60%的，不得分；没有任务的，得满分。"
    assert meaning_of(found, {}).bounds() == (0, 5)


def test_an_exemption_reaches_full_marks():
    """What is known without figures reaches to full marks where a fact may exempt."""
    assert meaning("好的得5分；差的得2分；没有任务的，得满分").bounds() == (2, 5)


@pytest.mark.parametrize(
    "clause",
    [
        "没有任务的，得4分",
        "没有任务的，扣2分",
        "有任务的，得满分",
        "没有任务的，大于60%得满分",
        "采购预算=5的，得满分",
    ],
)
def test_what_does_not_exempt(clause):
    """Only an absence that earns full marks exempts; else the sentence is not understood."""
    assert refusal(f"100%以下计满分，每超出5%扣2分；{clause}")[1].startswith("无法理解")


@pytest.mark.parametrize(("clause", "left"), [("低于60%得1分", 1), ("低于60%扣5分", 0)])
def test_what_is_left_below_a_number(clause, left):
    """A narrower clause behind holds before the wider one, whatever it leaves."""
    sentence = f"100%以下计满分，每超出5%扣2分；{clause}"
    assert [outcome(sentence, value(at)).high for at in ("59%", "60%", "100%")] == [left, 5, 5]


@pytest.mark.parametrize("clause", ["60%-70%不得分", "质量差的不得分"])
def test_what_is_no_guard(clause):
    """Only one side of a number that earns nothing guards."""
    assert "无法理解" in refusal(f"100%以下计满分，每超出5%扣2分；{clause}")[1]


@pytest.mark.parametrize("clause", ["绩效目标未设置的得2分", "绩效目标未达到规定的不得分"])
def test_what_is_no_fact_beside_a_value(clause):
    """What earns something decides nothing, and a goal that is not reached is what the value says."""
    assert "无法理解" in refusal(f"≥90%得5分；否则不得分；{clause}")[1]


def test_guards_among_bands_are_bands():
    """低于60%不得分 beside other bands is simply the lowest of them."""
    found = standard("≥90%得5分；60%-90%得3分；低于60%不得分")
    assert (found.guards, len(found.form.bands)) == ((), 3)


@pytest.mark.parametrize(
    ("sentence", "floor"),
    [
        ("每缺一项扣1分，扣完3分为止", 2),
        ("每缺一项扣1分，扣满5分为止", 0),
        ("每缺一项扣1分，扣完为止", 0),
        ("每缺一项扣1分", 0),
        ("每缺一项扣1分，扣完1.5分为止", 3.5),
    ],
)
def test_floors(sentence, floor):
    """Deducting ends at the floor: where all is taken, unless the sentence ends it before."""
    found = standard(sentence)
    assert found.floor == floor
    assert outcome(sentence, count("9")).high == floor
    assert ("为止" in found.canonical()) == bool(floor)


@pytest.mark.parametrize("cap", ["最高不超过5分", "最高不超过满分", "最多得五分", "得分不超过满分"])
def test_caps_say_what_holds_anyway(cap):
    """No score exceeds full marks; a cap that says so changes nothing."""
    assert standard(f"按完成比例计分，{cap}") == standard("按完成比例计分")


@pytest.mark.parametrize(
    ("sentence", "position", "message"),
    [
        ("扣完为止", 0, "无法理解：评分标准没有写明怎样得分或扣分"),
        ("每缺一项扣1分，扣完6分为止", 8, "分值5与句中6分不符"),
        ("按完成比例计分，最高不超过4分", 8, "分值5与句中4分不符"),
        ("低于60%不得分", 0, "无法理解“低于60%不得分”：不属于任何一种已知的评分写法"),
    ],
)
def test_refusals(sentence, position, message):
    """What cannot be claimed by a form is shown, with the forms there are."""
    assert refusal(sentence) == (position, message)


def test_a_refusal_shows_what_can_be_written():
    """The forms that come nearest, each with an example that can be read."""
    with pytest.raises(LanguageError) as refused:
        standard("根据情况给分")
    assert len(set(refused.value.hints)) == 3
    for example in [listed.example for listed in FORMS]:
        assert parse_standard(example)


def test_levels_keep_their_exemption():
    """An exemption behind levels is no further level."""
    found = standard("好的得5分；差的得2分；没有任务的，得满分")
    assert [one.name for one in found.form.levels] == ["好", "差"]
    assert outcome("好的得5分；差的得2分；没有任务的，得满分", level("差")).high == 2
