"""Bytes of a file with an edited text: what was not edited is as it was, to the last byte."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, strategies as st

from jixiao.files.yaml.original import Original
from jixiao.model.diagnostic import Refused

ENDS = st.sampled_from(("\n", "\r\n", "\r"))
LINES = st.lists(
    st.tuples(st.sampled_from(("", "名称: 甲", "# 指标", "  代码: a", "同", "同")), ENDS),
    min_size=1,
    max_size=12,
)


def file_of(lines: list[tuple[str, str]], last: str, codec: str) -> bytes:
    text = "名称: 一\n" + "".join(line + end for line, end in lines) + last
    return text.encode(codec)


@given(LINES, st.sampled_from(("", "末")), st.sampled_from(("utf-8", "utf-8-sig", "gb18030")))
def test_the_text_that_was_there_gives_the_bytes_that_were_there(lines, last: str, codec: str) -> None:
    data = file_of(lines, last, codec)
    original = Original.of(data, "表.yaml")
    assert original.revised(original.text) == data


@given(LINES, st.data(), st.sampled_from(("utf-8", "utf-8-sig", "gb18030")))
def test_a_line_that_changes_keeps_the_ends_of_all_others(lines, draw, codec: str) -> None:
    data = file_of(lines, "", codec)
    original = Original.of(data, "表.yaml")
    before = original.text.split("\n")
    at = draw.draw(st.integers(0, len(before) - 2))
    after = original.revised("\n".join([*before[:at], "新的一行", *before[at + 1 :]]))
    old, new = data.decode(codec), after.decode(codec)
    first, last = (
        sum(len(line) + len(end) for line, end in zip(before[:at], original.ends, strict=False)),
        old,
    )
    assert new[:first] == old[:first]
    rest = last[first + len(before[at]) + len(original.ends[at]) :]
    assert new.endswith(rest)


def test_mark_and_encoding_stay() -> None:
    data = codecs.BOM_UTF8 + "名称: 甲\r\n".encode()
    assert Original.of(data, "x").revised("名称: 乙\n") == codecs.BOM_UTF8 + "名称: 乙\r\n".encode()
    data = "名称: 甲\n".encode("gb18030")
    assert Original.of(data, "x").revised("名称: 镕𠀀\n") == "名称: 镕𠀀\n".encode("gb18030")


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(Refused):
        Original.of(b"\xff\xfe\x00", "x")
