"""预期 of a case → what it must give, as plain texts, for the tests to compare."""

from __future__ import annotations

from jixiao.files.figures import read_quantity
from jixiao.files.node import Mapping, Node, Scalar, Sequence
from jixiao.files.vocabulary import Vocabulary

FIGURES = ("最低", "最高", "采用", "自评", "核算", "数值", "得分", "扣分")
"""Keys whose values are numbers; they stay as written, once they are known to be readable."""


def read_expected(around: Mapping, vocabulary: Vocabulary) -> dict[str, object]:
    """Give 预期 as nested dictionaries and lists of texts, names in the table's spelling."""
    node = around.mapping("预期")
    if node is None:
        return {}
    expected = {key.text: _plain_value(key, value, vocabulary) for key, value in node.entries}
    for grade in node.scalars("等级"):
        vocabulary.grade(grade)
    return expected


def _plain(node: Node, vocabulary: Vocabulary) -> object:
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, Sequence):
        return [_plain(item, vocabulary) for item in node.items]
    return {key.text: _plain_value(key, value, vocabulary) for key, value in node.entries}


def _plain_value(key: Scalar, value: Node, vocabulary: Vocabulary) -> object:
    if isinstance(value, Scalar) and key.text in FIGURES:
        read_quantity(value, None, vocabulary.collector)
    if key.text == "指标":
        return _named(value, vocabulary)
    return _plain(value, vocabulary)


def _named(node: Node, vocabulary: Vocabulary) -> object:
    """Give one indicator's name, or results by name, in the table's spelling."""
    if isinstance(node, Scalar):
        return vocabulary.indicator(node) or node.text
    entries = node.entries if isinstance(node, Mapping) else ()
    named = ((vocabulary.indicator(key), value) for key, value in entries)
    return {name: _plain(value, vocabulary) for name, value in named if name is not None}
