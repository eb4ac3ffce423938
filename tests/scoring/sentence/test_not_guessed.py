"""What a sentence leaves open, or says in a way that is not read, is refused by kinds: no number, thing or scope is guessed."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.language.error import LanguageError
from jixiao.scoring.scale.said import RatingError
from jixiao.scoring.sentence.at import read_at
from jixiao.scoring.sentence.loose import refuse_loose_numbers
from shared.sentences.standards import meaning, outcome, refusal

DIGITS = "一二三四五六七八九"


def score(sentence: str, at: str, points: str = "5", name: str = "控制率") -> tuple[Fraction, Fraction]:
    """Give the lowest and highest score of what is said of a sentence."""
    understood = meaning(sentence, {"不足一步": "不计"}, points, name)
    [found] = understood.outcomes(read_at(at, understood))
    return found.outcome.low, found.outcome.high


@given(st.integers(50, 120), st.integers(1, 30), st.integers(-40, 60))
def test_a_distance_from_the_limit(limit, distance, off):
    """超过10个百分点 behind 不超过100% is more than 110 %: as a value it would contradict what earns all."""
    sentence = f"控制率不超过{limit}%得10分，每超1个百分点扣0.1分，超过{distance}个百分点不得分。"
    value = limit + off
    expected = Fraction(10) if off <= 0 else Fraction(0) if off > distance else 10 - Fraction(off, 10)
    assert score(sentence, f"{value}%", "10") == (expected, expected)


@given(st.integers(60, 120), st.integers(2, 20), st.integers(-30, 30))
def test_bands_by_the_distance_from_the_limit(limit, distance, off):
    """差5个百分点以内 lies below what earns all, and no further than that."""
    sentence = f"控制率达到{limit}%得5分，差{distance}个百分点以内得3分，差{distance}个百分点以上不得分。"
    if -off == distance:
        return  # 以内 and 以上 both claim it
    expected = 5 if off >= 0 else 3 if -off < distance else 0
    assert score(sentence, f"{limit + off}%") == (expected, expected)


@pytest.mark.parametrize(
    ("sentence", "at", "low"),
    [
        ("迟报1天扣1分，2天扣2分，3天扣5分。", "4", 0),
        ("差错率在1%～3%的扣2分，在3%～5%的扣4分。", "6%", 0),
        ("执行率80%～90%扣1分，60%～80%扣3分。", "50%", 0),
    ],
)
def test_beyond_the_worst_of_what_costs(sentence, at, low):
    """There nothing is said, and surely not that nothing is lost."""
    name = "执行率" if "执行率" in sentence else "差错率" if "差错率" in sentence else "迟报"
    found = score(sentence, at, name=name)
    assert found[0] == low
    assert found[1] < 5


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("优秀得5分，良好得3分，不合格不得分。", "合格"),
        ("未按时报送的不得分，未完整报送扣2分。", "按时报送"),
        ("制度不健全扣2分，执行不到位扣3分。", "健全"),
    ],
)
def test_the_opposite_of_a_name_names_nothing(sentence, at):
    """合格 is no 不合格."""
    understood = meaning(sentence)
    with pytest.raises(RatingError):
        understood.outcomes(read_at(at, understood))


@pytest.mark.parametrize(
    "sentence",
    [
        # a limit of another thing, or in another unit, than is counted
        "每延误1天扣0.5分，延误1个月以上不得分。",
        "每培训一次得1分，参训人数不足50人的不得分。",
        "每查出一个问题扣0.5分，同一单位3个以上的不得分。",
        "每少开一次会扣1分，少于三次的不得分。",
        "迟到每次扣0.1分，旷工每次扣1分，合计5次以上的不得分。",
        # of which of several things a limit is
        "迟报每次扣0.5分，漏报每次扣1分，最多扣2分。",
        "每类问题最多扣2分，每发现一个问题扣1分。",
        "①未建台账扣2分；②未录系统扣2分；③每发现一次违规扣1分，累计扣分不超过4分。",
        "迟报每次扣1分，漏报每次扣2分，不叠加。",
        "获省级奖一次加2分，两次及以上加3分，获市级奖每次加1分。",
        # what is said of items by their number
        "①制度健全；②执行到位；③记录完整。三者缺一不可。",
        "①制度健全（2分）；②执行到位（3分）。以上条件须同时满足。",
        "①制度健全（2分）；②流程规范（3分）。有一项不符合的，本项不得分。",
        # weights that are not read
        "①制度健全（2）；②执行到位（3）。",
        "①制度健全，占40%；②执行到位，占60%。",
        "①预算批复（1分）；②支出合规（4分）；③资料不全（-1分）。",
        # shares of levels
        "优秀得5分，良好按八成计，不合格不得分。",
        "完成得5分，基本完成按满分80%计，未完成不得分。",
        # discretion in a veto
        "每迟报一次扣1分，情节严重的可不得分。",
        "每迟报一次扣1分，情节严重的原则上不得分。",
        "每发现一次扣2分，扣完为止，造成严重后果的倒扣5分。",
        "≥90%得满分，60%～90%按比例得分（最低得2分），60%以下不得分。",
        # two things under one name
        "X≥90%得5分，80%≤Y＜90%得3分，Z＜80%不得分。",
        "得分=A×3+B×2，其中A为及时率，B为准确率。",
        "得分=5×（1-X），X为超支率。",
        "得分=分值×(1-控制率的绝对值)。",
        "控制率100%得5分，每低1个百分点扣0.1分，县级控制率低于90%的不得分。",
        "控制率100%得5分，未完成的按完成比例减半计分。",
    ],
)
def test_what_is_refused(sentence):
    """Each of a kind that was scored by a guess."""
    assert refusal(sentence)


@given(
    st.sampled_from(DIGITS), st.sampled_from(("年", "天", "个", "小时")), st.sampled_from(("以内", "及以下"))
)
def test_half_of_a_unit(digit, unit, behind):
    """一年半, 三个半月: the half was dropped."""
    half = f"{digit}{unit}半" + ("月" if unit == "个" else "")
    assert "半" in refusal(f"工期{half}{behind}得5分，否则不得分。", name="工期")[1]


@given(st.sampled_from(DIGITS), st.sampled_from(DIGITS), st.sampled_from(("人", "天", "次", "万元")))
def test_about_so_many(one, other, unit):
    """三五天, 十五六人 are no numbers, and were read digit by digit."""
    if one != other:
        assert refusal(f"达到十{one}{other}{unit}得5分，否则不得分。", name="数量")
        assert refusal(f"达到{one}{other}{unit}得5分，否则不得分。", name="数量")


@pytest.mark.parametrize(
    "number", ["一亿二千万元", "三万五千人", "十二万三千人", "数百万元", "几十万元", "约100人", "半小时以内"]
)
def test_numbers_that_lost_their_head(number):
    """Only what stood behind 亿 or 万 was read."""
    assert refusal(f"达到{number}得5分，否则不得分。", name="数量")


def test_what_is_counted_earns_up_to_full_marks():
    """Without a limit of its own, whatever else there is."""
    sentence = "国家级每篇得2分，最多得4分；省级每篇得1分；市级每篇得0.5分。"
    assert score(sentence, "省级=5", "6") == (5, 5)
    assert score(sentence, "省级=9；国家级=3", "6") == (6, 6)


def test_what_is_said_of_all_items():
    """上述各项, and a note behind them, leave nothing of any."""
    for veto in ("上述各项存在弄虚作假的不得分。", "（注：存在弄虚作假的不得分）"):
        sentence = f"1.制度健全得2分；2.执行到位得3分；{veto}"
        assert outcome(sentence, read_at("1,2", meaning(sentence))).high == 5
        assert score(sentence, "1,2", "5") == (5, 5)
        assert "弄虚作假" in meaning(sentence).standard.canonical()


@pytest.mark.parametrize(
    "sentence", ["迟报１ 天半，扣1分", "共３天半；迟报３天\n半的，扣1分", "每迟报“一天半”扣1分"]
)
def test_a_loose_number_is_told_at_its_place(sentence: str) -> None:
    """The place is that of the sentence as it is written: full width, with spaces, quotation marks and line breaks."""
    with pytest.raises(LanguageError) as refused:
        refuse_loose_numbers(sentence)
    found = sentence[refused.value.position :][: refused.value.length]
    assert found[0] in "１３一"
    assert found[-1] == "半"


@pytest.mark.parametrize("bound", ["不超过1万元", "未超过1万元", "≤1万元"])
def test_a_bound_is_no_distance_from_the_limit(bound: str) -> None:
    """不超过1万元 speaks of the value; only 超过1万元 can say how far it lies beyond the limit of full marks."""
    said = "≤0.0001万元的，得5分；每超过1万元，扣0.5分；{}的，不得分。"
    assert meaning(said.format(bound)).is_same(meaning(said.format("小于等于1万元")))


@pytest.mark.parametrize(
    "denied",
    ["没有超过", "没超过", "未突破", "未高于", "未低于", "没有低于", "没有达到", "不曾超过", "从未突破"],
)
@pytest.mark.parametrize("number", ["20万元", "3天", "二十万元"])
def test_a_denied_comparison_is_not_taken_for_its_opposite(denied: str, number: str) -> None:
    """没有超过20万元 is not more than 20万元, as if 没有 named what is compared."""
    unit = number.lstrip("0123456789二十")
    assert refusal(f"≤1{unit}的，得5分；每超过1{unit}，扣0.5分；{denied}{number}的，不得分。")


@pytest.mark.parametrize(("at", "low"), [("2", 3), ("死亡两人以上", 0), ("0", 5)])
def test_how_grave_one_case_is_is_a_fact_and_no_number_of_cases(at, low):
    """死亡两人以上 behind 每发生一起 is said of a case, and ends no count."""
    assert score("每发生一起扣1分，死亡两人以上的不得分。", at, name="安全事故") == (low, low)


REFUSED = {
    "每季度末未完成的扣1分": "5",
    "每家企业未整改的扣0.5分，发生事故的不得分": "5",
    "每周未更新的扣0.5分": "5",
    "每月10日前未报送的扣0.5分": "5",
    "每完成年度计划的10%，得1分，完成计划的100%得10分": "10",
    "未超预算得5分，超预算1%扣1分": "5",
    "第1名得9分，依次类推": "9",
    "完成率100%得9分，依次递减1分": "9",
    "发生3人以上集体上访的每次扣1分，发生10人以上集体上访的不得分": "5",
    "每处扣0-0.5分": "5",
    "控制率不超过5%得3分，绝对值每增加5个百分点扣0.5分": "3",
    "绝对值不超过5%得3分；绝对值每增加5个百分点扣0.5分；低于-20%不得分": "3",
    "正偏差不超过5%得3分，负偏差不超过3%得3分": "3",
    "控制率不超过10%得6分，超5%以内得4分，超5%以上不得分": "6",
    "①目标明确；②指标量化；③依据充分。①占50%，其余各占25%": "4",
    "①目标明确；②指标量化；③依据充分。③为否决项": "6",
    "①制度健全；②人员到位；③资金安全。以上要素各占1/3，③不符合的不得分": "6",
}
"""Sentences that were read as something else than they say, found by attack, and points that fit them."""


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_was_read_as_something_else_is_refused(sentence):
    """Each whose one word, limit or list nobody can be sure of."""
    refusal(sentence, REFUSED[sentence])


@pytest.mark.parametrize(
    ("sentence", "points", "name", "at", "low", "high"),
    [
        (
            "≥90%得5分，每低1%扣0.5分；获表彰的每次加0.5分；被通报的每次扣1分",
            "5",
            "满意度",
            "90%；被通报=5",
            0,
            0,
        ),
        ("完成得5分，未完成不得分；每获1次表彰加1分；被通报的每次扣1分", "5", "任务", "完成；被通报=4", 1, 1),
        ("制度健全得3分；获表彰的加1分，被通报的扣1分", "4", "管理", "制度健全；被通报", 2, 2),
        ("基本分4分，获表彰的加1分，被通报的扣1分", "5", "管理", "被通报", 3, 3),
        ("优秀得10分，良好得8分，合格得6分；被通报批评的另扣1分", "10", "考核", "优秀；被通报批评", 9, 9),
        ("完成得5分，未完成不得分；逾期的另扣1分", "5", "任务", "完成；逾期", 4, 4),
        ("每季度未报送的扣1分；被通报的扣2分", "4", "报送", "每季度未报送=2", 2, 2),
        ("每月未按时报送的扣0.5分，全年未报的不得分", "6", "报送", "2", 5, 5),
        ("每月按时报送得0.5分（全年共6分）", "6", "报送", "2", 1, 1),
        ("每报送一次得0.5分,全年共6分.", "6", "报送", "2", 1, 1),
        ("第1名得9分，依次递减1分，负增长的不得分", "9", "排名", "3名", 7, 7),
        ("不超预算得6分，超5%扣2分，超10%不得分", "6", "预算控制", "6%", 4, 4),
        (
            "决算不超概算得6分，超概算5%（含）以内得4分，超5%至10%（含）得2分，超10%不得分",
            "6",
            "概算控制",
            "10%",
            2,
            2,
        ),
        ("不超过6起得8分，每多1起扣1分；造成死亡的每起再扣2分", "8", "事故", "事故=7；造成死亡=1", 5, 5),
        ("每死亡1人扣1分，死亡3人以上不得分", "5", "安全", "3", 0, 0),
        ("每次视情节扣1-3分", "5", "检查", "1", 2, 4),
        ("每处视整改情况扣0.2-0.5分", "5", "检查", "2", 4, Fraction(23, 5)),
        ("完成目标得16分，每超1%加0.5分，最高加4分；每低1%扣0.8分，最低得8分", "20", "税收", "80%", 8, 8),
    ],
)
def test_what_was_scored_as_something_else_scores_what_it_says(sentence, points, name, at, low, high):
    """Found by attack: what takes behind what adds, besides grades, of each period, beyond a limit."""
    assert score(sentence, at, points, name) == (low, high)


@pytest.mark.parametrize(
    "sentence",
    [
        "制度健全的得5分，其中一项健全的得2分，均不健全的不得分。",
        "质检合格得5分，有1项不合格得3分，2项及以上不合格不得分。",
        "三项指标均达标得5分，其中一项不达标得3分，两项不达标得1分，均不达标不得分。",
    ],
)
def test_points_of_one_are_none_of_each(sentence):
    """其中一项未达到得6分 says what is earned where it is one, and nothing is earned for each that fails."""
    assert refusal(sentence, name="质量")[1]
