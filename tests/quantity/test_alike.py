"""What is suggested for a name that is not known, and how it is worded."""

from __future__ import annotations

import pytest

from jixiao.quantity import MAX_NEAR, alike, meant


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        ("年初予算", ["决算数", "年初预算", "追加预算"], ["年初预算"]),
        ("单为", ["单位"], ["单位"]),
        ("甲乙", ["丙丁"], []),
        ("", ["单位"], []),
        ("甲x", ["甲a", "甲b", "甲c", "甲d"], ["甲d", "甲c", "甲b"]),
    ],
)
def test_half_of_a_name_makes_it_alike(word: str, known: list[str], near: list[str]) -> None:
    assert alike(word, known) == near
    assert len(near) <= MAX_NEAR
    assert alike(word, known, most=1) == near[:1]


def test_names_are_suggested_in_quotation_marks() -> None:
    assert meant([]) == ""
    assert meant(["甲"]) == "是否为“甲”"
    assert meant(["甲", "乙"]) == "是否为“甲”或“乙”"
