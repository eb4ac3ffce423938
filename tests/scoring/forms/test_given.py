"""Given and assessed: what somebody gives, and what another assessment gave."""

import pytest

from jixiao.language.error import LanguageError
from jixiao.scoring.scale.said import RatingError
from jixiao.scoring.sentence.at import read_at, wanted
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from shared.sentences.standards import SILENT, refusal, standard


def meaning(sentence: str, points: str = "10") -> Meaning:
    return meaning_of(standard(sentence, points, "站容站貌"), SILENT)


def misread(text: str, found: Meaning) -> str:
    with pytest.raises(RatingError) as refused:
        found.outcomes(read_at(text, found))
    return str(refused.value)


@pytest.mark.parametrize(
    "sentence",
    [
        "由检查组现场打分。",
        "以专家评定的综合分为准，最高10分。",
        "根据现场检查情况综合打分。",
        "由分管领导根据工作情况打分。",
        "以第三方测评成绩为准。",
        "由评审组根据材料和答辩，综合评定得分。",
    ],
)
def test_any_points_up_to_full_marks_may_be_given(sentence):
    """No machine works them out; they are held within the points, and it is said that somebody gave them."""
    found = meaning(sentence)
    assert (found.standard.form.code, found.bounds()) == ("given", (0, 10))
    [alternative] = found.outcomes(read_at("7.5分", found))
    assert (alternative.outcome.low, alternative.outcome.high) == (7.5, 7.5)
    assert str(alternative.outcome.note).endswith("由人评定，不由数据算出")
    assert misread("10.5", found) == "得分10.5分不在0至10分之间"
    assert misread("好", found) == "“好”不是分数，应为不超过10的数，如 2 或 2分"
    assert wanted(found) == "评定的得分，不超过10，如 10"


@pytest.mark.parametrize(
    "sentence",
    [
        "根据效果综合评定。",
        "以考核组的意见为准。",
        "由检查组现场打分，每项不符合扣1分。",
        "按排名由检查组打分，第1名得10分",
        "由检查组现场按完成率计分。",
        "综合考虑各方面情况。",
    ],
)
def test_what_is_not_just_given(sentence):
    """Where points depend on something, or nobody says that points are given, it is not left to the assessor."""
    try:
        found = standard(sentence, "10", "站容站貌")
    except LanguageError:
        return
    assert found.form.code != "given"


@pytest.mark.parametrize(
    ("sentence", "at", "points"),
    [
        ("以年度考核得分×10%计入。", "90", "9"),
        ("以年度考核得分×10%计入。", "90分", "9"),
        ("以年度考核得分×10%计入。", "90%", "9"),
        ("得分=考核得分/100×分值", "85", "8.5"),
        ("按年度考核得分的10%折算计分。", "0", "0"),
        ("根据考核办年度考核得分，按10%的比例折算。", "100", "10"),
        ("按测评成绩折算为10分。", "70", "7"),
        ("年度测评满分为120分，按测评得分折算。", "60", "5"),
        ("年度测评满分为120分，按测评得分折算。", "50%", "5"),
    ],
)
def test_another_score_is_scaled(sentence, at, points):
    """A hundred, or what the sentence says, makes full marks."""
    found = meaning(sentence)
    [alternative] = found.outcomes(read_at(at, found))
    assert alternative.outcome.high == alternative.outcome.low == pytest.approx(float(points))


def test_a_score_that_can_be_none_is_told():
    """More than there is to get leaves the points open; 0.9 may be points or a share."""
    found = meaning("以年度考核得分×10%计入。")
    [alternative] = found.outcomes(read_at("120", found))
    assert (alternative.outcome.low, alternative.outcome.high) == (0, 10)
    assert str(alternative.outcome.note) == "120分超过满分100分，按条款“以年度考核得分×10%计入”不知道怎样折算"
    assert misread("0.9", found) == "“0.9”是得分还是得分率？请写成如 90分 或 90%"
    assert "不是得分" in misread("3天", found)
    assert wanted(found).startswith("另一项考核的得分")


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("以年度考核得分×20%计入。", "分值10与句中20分不符"),
        ("按测评成绩折算为8分。", "分值10与句中8分不符"),
        ("年度测评满分为120分，按测评得分的10%折算为10分。", "折算的比例与折算成的分数不一致"),
    ],
)
def test_what_does_not_come_to_full_marks(sentence, message):
    """The share must make full marks of a full score."""
    with pytest.raises(LanguageError, match=message):
        standard(sentence, "10", "站容站貌")


def test_both_read_back():
    """Their canonical words mean the same."""
    for sentence in ("由检查组现场打分。", "以年度考核得分×10%计入。", "测评满分为120分，按测评得分折算。"):
        found = standard(sentence, "10", "站容站貌")
        assert standard(found.canonical(), "10", "站容站貌") == found


@pytest.mark.parametrize("most", ["4", "6"])
def test_points_given_within_a_range_end_at_full_marks(most):
    """0-6分 does not fit an indicator of 5, and neither does 0-4分."""
    assert refusal(f"根据完成程度在0-{most}分之间给分") == (0, f"分值5与句中{most}分不符")
