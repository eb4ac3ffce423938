"""The caret under the first word that is not understood."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len

from jixiao.reports.page.caret import caret_lines

SENTENCE = "三公经费变动率0，计5分；每超过一个百分点扣0.5分。"


@pytest.mark.parametrize(
    ("text", "position", "length", "lines"),
    [
        (SENTENCE, 7, 1, (SENTENCE, "              ^")),
        (SENTENCE, 11, 2, (SENTENCE, " " * 20 + "^" * 4)),
        ("不超过100%的，", 8, 1, ("不超过100%的，", " " * 12 + "^^")),
        ("不超过100%的", 9, 1, ("不超过100%的", " " * 12 + "^")),  # behind the last word
        ("甲\n乙丙\n丁", 3, 1, ("乙丙", "  ^^")),
        ("甲\t\x1b乙", 3, 1, ("甲 \N{REPLACEMENT CHARACTER}乙", "    ^^")),
        ("", 0, 1, ("", "^")),
    ],
)
def test_carets_stand_under_the_words(text: str, position: int, length: int, lines: tuple[str, str]) -> None:
    assert caret_lines(text, position, length, 80) == lines


def test_a_long_sentence_is_cut_around_the_place() -> None:
    text = "前" * 100 + "这里" + "后" * 100
    line, carets = caret_lines(text, 100, 2, 40)
    assert line.startswith("…前")
    assert line.endswith("后…")
    assert carets.strip() == "^^^^"
    assert cell_len(line) <= 40


@given(st.text(max_size=150), st.integers(0, 160), st.integers(0, 30), st.integers(20, 100))
def test_any_place_is_shown_in_one_line(text: str, position: int, length: int, width: int) -> None:
    """The carets never leave the line, and stand under what the position names."""
    line, carets = caret_lines(text, position, length, width)
    assert "\n" not in line
    assert cell_len(line) <= width
    assert carets.strip("^ ") == ""
    assert carets.rstrip().endswith("^")
    before = cell_len(carets) - cell_len(carets.lstrip())
    assert before <= cell_len(line)
    if position < len(text) and text[position].isprintable() and cell_len(text[position]) > 0:
        assert text[position] in line
