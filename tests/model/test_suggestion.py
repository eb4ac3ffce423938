"""What a command line suggests for a word that it does not know."""

from __future__ import annotations

import pytest

from jixiao.model.suggestion import suggestion


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("chek", "是否为“check”"),
        ("绩效", "可用：check、-o"),
        ("-f", "可用：check、-o"),
        ("", "可用：check、-o"),
    ],
)
def test_the_nearest_or_all(word: str, hint: str) -> None:
    """One letter is near to any other, so that -f is not taken for -o."""
    assert suggestion(word, ["check", "-o"]) == hint
