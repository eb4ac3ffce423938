"""Points without grounds are one finding, claimed in a sum or item by item."""

from __future__ import annotations

from shared.cases.small import loaded
from shared.findings.reviews import review

TABLE = (
    "["
    + ", ".join(f"{{名称: {name}, 分值: 20, 评分标准: 好的得20分；差的不得分}}" for name in "甲乙丙丁戊")
    + "]"
)
RATED = "评定: {甲: {等级: 好, 评定人: 组, 依据: 底稿}, 乙: {等级: 好, 评定人: 组, 依据: 底稿}}\n"


def unsupported(claim: str):
    [found] = review(*loaded(TABLE, RATED + claim))
    return [one for one in found.findings if one.code == "claim-unsupported"]


def test_sixty_points_without_grounds_are_the_same_finding_in_either_form():
    [whole] = unsupported("自评: {总分: 100}")
    listed = unsupported(
        f"自评: {{总分: 100, 指标: {{{', '.join(f'{name}: {{得分: 20}}' for name in '甲乙丙丁戊')}}}}}"
    )
    [together] = [one for one in listed if one.indicator is None]
    assert (whole.level, together.level) == ("medium", "medium")
    assert "“丙”、“丁”、“戊”（共60分）" in whole.message
    assert whole.message.endswith("这些分数足以改变评价等级")
    assert "“丙”、“丁”、“戊”（共60分）" in together.message
    assert all(one.folded_under == together.id for one in listed if one is not together)


def test_one_alone_is_told_for_itself():
    claims = ", ".join(f"{name}: {{得分: 20, 理由: 见台账}}" for name in "丁戊")
    [alone] = unsupported(
        f"自评: {{总分: 100, 指标: {{甲: {{得分: 20}}, 乙: {{得分: 20}}, 丙: {{得分: 20}}, {claims}}}}}"
    )
    assert alone.indicator == "丙"


def test_reasons_are_grounds_to_look_at():
    claims = ", ".join(f"{name}: {{得分: 20, 理由: 见台账}}" for name in "甲乙丙丁戊")
    assert unsupported(f"自评: {{总分: 100, 指标: {{{claims}}}}}") == []
