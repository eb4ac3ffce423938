"""A slip of the hand is told where mending it lets the file be read on, and only there."""

import pytest
import yaml

from jixiao.files import parse_tree
from jixiao.model.diagnostic import Refused
from shared.effort import takes_less_than

SECTION = "数据:\n" + "".join(f"  甲{number}: {{值: {number}, 单位: 人}}\n" for number in range(2_000))


@pytest.fixture(params=["libyaml", "pure Python"], autouse=True)
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure Python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


def refusal(text: str) -> str:
    with pytest.raises(Refused) as refused:
        parse_tree(text, "甲.yaml")
    [diagnostic] = refused.value.diagnostics
    return str(diagnostic)


def test_wide_blanks_of_a_paragraph_are_not_to_blame_for_what_is_wrong_below() -> None:
    text = "依据: |\n  \u3000\u3000根据通知，逐项核对。\n自评:\n  总分: 98\n   等级: 优\n"
    assert refusal(text).startswith("甲.yaml:5:4：缩进不齐")


def test_a_wide_colon_within_a_sentence_is_not_to_blame() -> None:
    text = "依据: |\n  说明：逐项核对。\n自评:\n  总分: [98\n"
    assert "没有闭合" in refusal(text)


def test_a_sentence_wrapped_over_several_lines_is_told_at_the_first_of_them() -> None:
    text = "指标:\n  - 名称: 甲\n    评分标准: 不超过100%的，\n得满分；每超过1个百分点，\n扣0.5分。\n    代码: a\n"
    assert refusal(text).startswith("甲.yaml:4:1：这一行像是接着第 3 行“评分标准”的文字")


def test_a_slip_in_the_last_line_of_a_file_is_told() -> None:
    assert refusal("自评:\n  等级: 优\n  总分 98").startswith("甲.yaml:3:5：此处缺冒号")


@pytest.mark.parametrize(
    "slip", ["\u00a0\u00a0乙: 1\n  丙: 2\n", "  乙：1\n  丙: 2\n", "  乙: [1\n", "   乙: 1\n"]
)
def test_a_long_file_is_not_read_again_and_again(slip: str) -> None:
    """What goes wrong at the end of a long section is told in the time of some readings."""
    assert takes_less_than(4, lambda: refusal(SECTION + slip))
