"""A piece of a sentence is found in its file, however the sentence is written there."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from jixiao.analysis.lint.source import Source
from jixiao.files import parse_tree
from jixiao.files.yaml.node import Mapping, Scalar

SENTENCE = "不超过100%的，得满分；每超过1%扣1分。"


def read(text: str) -> tuple[Source, Scalar]:
    """Give the source of a file and the one text in it."""
    root = parse_tree(text, "甲.yaml")
    assert isinstance(root, Mapping)
    scalar = root.scalar("评分标准")
    assert scalar is not None
    return Source("甲.yaml", text), scalar


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (f"评分标准: {SENTENCE}\n", 1, 16),
        (f"评分标准: '{SENTENCE}'\n", 1, 17),
        (f'评分标准: "{SENTENCE}"\n', 1, 17),
        (f"代码: 1\n评分标准:   {SENTENCE}  # 备注\n", 2, 18),
        ("评分标准: 不超过100%的，\n  得满分；每超过1%扣1分。\n", 2, 3),
        ("评分标准: >-\n  不超过100%的，得满分；每超过1%扣1分。\n", 2, 12),
        ("评分标准: |\n    不超过100%的，得满分；每超过1%扣1分。\n", 2, 14),
        ("{评分标准: '不超过100%的，\n\n   得满分；每超过1%扣1分。'}\n", 3, 4),
    ],
)  # fmt: skip
def test_the_words_are_found_where_they_stand(text: str, line: int, column: int) -> None:
    source, scalar = read(text)
    written = scalar.as_text()
    start = written.text.index("得满分")

    spot = source.within(written, start, start + 3)

    assert (spot.place.line, spot.place.column, spot.text) == (line, column, "得满分")


def test_a_doubled_quotation_mark_counts_as_one() -> None:
    source, scalar = read("评分标准: '率''x''得满分'\n")
    written = scalar.as_text()
    start = written.text.index("得满分")
    assert source.within(written, start, start + 3).text == "得满分"


def test_a_stretch_ends_with_its_line() -> None:
    source, scalar = read("评分标准: 不超过100%的，\n  得满分\n")
    written = scalar.as_text()
    assert source.within(written, 0, len(written.text)).text == "不超过100%的，"


def test_where_escapes_hide_the_text_its_beginning_is_told() -> None:
    source, scalar = read('评分标准: "\\u4E0D超过"\n')
    written = scalar.as_text()
    spot = source.within(written, 1, 2)
    assert (spot.place.line, spot.place.column) == (1, 8)


def test_a_place_outside_the_file_gives_an_empty_stretch() -> None:
    source, scalar = read(f"评分标准: {SENTENCE}\n")
    spot = Source("甲.yaml", "").within(scalar.as_text(), 2, 5)
    assert (spot.line, spot.text) == ("", "")
    assert source.within(scalar.as_text(), 999, 1000).length == 0


words = (
    st.text(st.sampled_from("得满分超过0%，；'：（）a "), min_size=1, max_size=12).map(str.strip).filter(bool)
)


@given(st.lists(words, min_size=1, max_size=5), st.integers(1, 4), st.sampled_from(["", "'"]))
def test_a_folded_text_is_found_character_by_character(parts: list[str], indent: int, quote: str) -> None:
    """In quotation marks apostrophes are doubled; without, some signs must not begin a text."""
    lines = [part.replace("'", "''") if quote else "得" + part.replace("'", "") for part in parts]
    body = ("\n" + " " * indent).join(lines)
    source, scalar = read(f"评分标准: {quote}{body}{quote}\n")
    written = scalar.as_text()
    for place, sign in enumerate(written.text):
        spot = source.within(written, place, place + 1)
        assert sign.isspace() or spot.text == sign
