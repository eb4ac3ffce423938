"""Binary: what a condition in words earns when it holds, and when it does not."""

import pytest

from shared.sentences.standards import standard


@pytest.mark.parametrize("opposite", ["不齐全的", "未齐全的", "没有的", "存在上述情况的", "否则"])
def test_what_is_said_of_the_opposite(opposite):
    """The same with a negation, or what refers to it."""
    assert standard(f"资料齐全的得5分；{opposite}得0分").form.code == "binary"


@pytest.mark.parametrize("sentence", ["不违规的得5分；无违规的得0分", "没有违规的得5分；不违规的得0分"])
def test_two_denials_are_no_opposites(sentence):
    """不违规 and 无违规 say the same: they are two levels of which a reviewer picks one."""
    assert standard(sentence).form.code == "levels"


def test_the_opposite_may_say_more():
    """不齐全完整 denies 齐全, whatever it says besides."""
    assert standard("齐全的得5分；不齐全完整的得0分").form.code == "binary"
