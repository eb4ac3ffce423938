"""Words written into YAML are read back as they are, whoever reads them."""

from __future__ import annotations

import yaml
from hypothesis import example, given, strategies as st

from jixiao.files.yaml.tree import parse_tree
from jixiao.model.word import word

printable = st.text(min_size=1).filter(str.isprintable)


@given(printable | st.text("是否yesno01.: #,[]{}“”'\"%-~&*!|>@`\\", min_size=1))
@example("“三公经费”变动率")
@example("null")
@example("- 甲")
@example("甲: 乙")
@example("10")
@example("甲 #1")
def test_a_word_is_read_back_as_it_is(text: str) -> None:
    """As a key and as a value, in a block and between braces, by us and by PyYAML."""
    written = word(text)
    for document in (f"{written}: {written}\n", f"k: {{{written}: {written}}}\n", f"k: [{written}, 甲]\n"):
        assert yaml.safe_load(document) in ({text: text}, {"k": {text: text}}, {"k": [text, "甲"]})
        parse_tree(document, "new.yaml")


def test_plain_chinese_stays_without_quotation_marks() -> None:
    for text in ("“三公经费”变动率", "因公出国（境）费", "万元", "2025年办公楼", "湖南省怀化市", "a.1"):
        assert word(text) in (text, f'"{text}"')
    assert word("“三公经费”变动率") == "“三公经费”变动率"
    assert word("%") == '"%"'
