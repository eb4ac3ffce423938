"""A text is written so that it is read back as it is, wherever it stands and whatever stood there."""

from __future__ import annotations

import yaml
from hypothesis import given, strategies as st

from jixiao.files.schema.plain import plain_scalar
from jixiao.files.yaml.node import Mapping
from jixiao.files.yaml.style import Setting, written
from jixiao.files.yaml.tree import parse_tree
from jixiao.model.seen import folded

TEXTS = st.text(
    st.sampled_from("甲乙丙“”（）；。1290.-: #&*!|>'\"{}[],%@`?=~\\/\n是tfalsenuy—"), min_size=1, max_size=30
).map(folded).filter(bool)  # fmt: skip
STYLES = st.sampled_from(("", "'", '"', "|", ">"))


def read(text: str) -> Mapping:
    root = parse_tree(text, "表.yaml")
    assert isinstance(root, Mapping)
    return root


@given(TEXTS, STYLES, st.integers(0, 8))
def test_in_a_block(text: str, style: str, column: int) -> None:
    said = written(text, Setting(column, style))
    indent = " " * column
    root = read(f"外:\n{indent}键: {said}\n{indent}后: 1\n" if column else f"键: {said}\n后: 1\n")
    node = (root.mapping("外") or root).scalar("键")
    assert node is not None
    assert node.text.strip() == text
    assert isinstance(plain_scalar(node), str), "a text is never taken for a number"


@given(TEXTS, STYLES)
def test_between_braces_and_before_a_remark(text: str, style: str) -> None:
    said = written(text, Setting(style=style, is_flow=True))
    assert read(f"外: {{键: {said}, 后: 1}}\n").mapping("外").text("键") == text  # type: ignore[union-attr]
    said = written(text, Setting(style=style, is_alone=False))
    assert "\n" not in said
    assert read(f"键: {said}   # 备注\n").text("键") == text


@given(TEXTS)
def test_every_reader_of_yaml_takes_it_for_a_text(text: str) -> None:
    assert yaml.safe_load(f"键: {written(text, Setting())}\n") == {"键": text}


def test_the_style_that_is_there_is_kept_where_it_can_be() -> None:
    assert written("甲", Setting(style="'")) == "'甲'"
    assert written("甲", Setting(style='"')) == '"甲"'
    assert written("甲", Setting()) == "甲"
    assert written("甲", Setting(2, "|")) == "|-\n    甲"
    assert written("5", Setting()) == '"5"'
    assert written("5", Setting(may_be_number=True)) == "5"
    assert written("甲: 乙", Setting()) == '"甲: 乙"'
