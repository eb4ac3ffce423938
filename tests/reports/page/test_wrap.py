"""Lines break where Chinese and figures allow it, and nothing gets lost."""

from __future__ import annotations

from hypothesis import given, strategies as st
from rich.cells import cell_len

from jixiao.reports.page.printable import printable
from jixiao.reports.page.wrap import wrap
from reports.runs import texts


def test_closing_punctuation_never_begins_a_line() -> None:
    assert wrap("得分在范围内，自评成立。", 12) == ["得分在范围", "内，自评成", "立。"]


def test_opening_punctuation_never_ends_a_line() -> None:
    assert wrap("依据条款（一）扣分", 10) == ["依据条款", "（一）扣分"]


def test_a_range_and_its_unit_stay_together() -> None:
    assert wrap("核算在 12～95 分之间", 14) == ["核算在", "12～95 分之间"]


def test_a_word_longer_than_a_line_is_cut_not_dropped() -> None:
    assert wrap("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


def test_a_text_of_several_lines_becomes_one() -> None:
    assert wrap("第一行\n第二行", 40) == ["第一行 第二行"]


@given(texts, st.integers(2, 130))
def test_every_character_is_kept_and_every_line_fits(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert lines
    assert "".join("".join(lines).split()) == "".join(printable(text).split())
    assert all(cell_len(line) <= width for line in lines)


@given(st.text())
def test_what_is_printable_stays_on_one_line_and_steers_nothing(text: str) -> None:
    line = printable(text)
    assert len(line.splitlines()) <= 1
    assert not any(sign in line for sign in "\x1b\n\r\x07\u202e\u2066")


def test_a_file_name_in_no_encoding_can_be_shown() -> None:
    """A name that Python read byte by byte, under a locale without Chinese."""
    name = "案例.yaml".encode().decode("ascii", "surrogateescape")
    assert printable(name) == "案例.yaml"
    assert printable("\udcff.yaml") == "\ufffd.yaml"


def test_what_stands_behind_a_cut_word_keeps_its_distance() -> None:
    assert wrap(f"{'a' * 12}:3 错误 band-gap", 10) == ["aaaaaaaaaa", "aa:3 错误", "band-gap"]
    assert wrap(f"{'a' * 12} b c", 10) == ["aaaaaaaaaa", "aa b c"]
