"""预期 of a case → what it must give, each expectation with its place."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.files import messages
from jixiao.files.case.vocabulary import Vocabulary
from jixiao.files.figures import read_number, read_quantity
from jixiao.files.yaml.node import Mapping, Scalar
from jixiao.model.expectation import (
    STATUS,
    Expectation,
    ExpectedFigure,
    ExpectedFinding,
    ExpectedGrades,
)
from jixiao.model.finding import Level

MEAN = "平均分"
"""What is expected of a case that has projects; all else is expected of one of them."""
_VALUE = "数值"
_WANTED = {"必有": True, "必无": False}


def read_expected(around: Mapping, vocabulary: Vocabulary) -> tuple[Expectation, ...]:
    """Give the expectations in the order of the file, names in the table's spelling."""
    node = around.mapping("预期")
    return () if node is None else tuple(_expected(node, vocabulary))


def _expected(node: Mapping, vocabulary: Vocabulary) -> Iterator[Expectation]:
    for key, value in node.entries:
        if key.text in ("总分", MEAN):
            yield from _figures(node.within(key.text), key.text, vocabulary)
        elif key.text == "等级":
            named = (vocabulary.grade(grade) for grade in node.scalars("等级"))
            yield ExpectedGrades(tuple(name for name in named if name is not None), value.place)
        elif key.text == "指标":
            yield from _indicators(node, vocabulary)
        elif isinstance(value, Mapping):
            yield from _findings(value, vocabulary)


def _indicators(node: Mapping, vocabulary: Vocabulary) -> Iterator[ExpectedFigure]:
    for key, value in node.within("指标"):
        name = vocabulary.indicator(key)
        if name is not None and isinstance(value, Mapping):
            yield from _figures(value.entries, name, vocabulary, is_indicator=True)


def _figures(
    entries: tuple[tuple[Scalar, object], ...],
    owner: str,
    vocabulary: Vocabulary,
    *,
    is_indicator: bool = False,
) -> Iterator[ExpectedFigure]:
    """Give the figures as written, once they are known to be readable."""
    for key, value in entries:
        if not isinstance(value, Scalar):
            continue
        if key.text == _VALUE:
            read_quantity(value, None, vocabulary.collector)
        elif key.text != STATUS:
            read_number(value, vocabulary.collector)
        yield ExpectedFigure(owner, key.text, value.as_text(), is_indicator)


def _findings(node: Mapping, vocabulary: Vocabulary) -> Iterator[ExpectedFinding]:
    levels = {level.word: level for level in Level}
    for key, is_wanted in _WANTED.items():
        for one in node.mappings(key):
            indicator, item = one.scalar("指标"), one.scalar("数据项")
            named = None if item is None else vocabulary.item_or_indicator(item)
            yield ExpectedFinding(
                is_wanted=is_wanted,
                code=one.text("代码"),
                place=one.place,
                indicator="" if indicator is None else vocabulary.indicator(indicator) or "",
                level=levels.get(one.text("级别")),
                item=named if isinstance(named, str) else named.name if named is not None else "",
            )


def refuse_of_whole(expected: tuple[Expectation, ...], vocabulary: Vocabulary) -> None:
    """Note what is expected of a whole that is not evaluated, since its projects are."""
    for one in expected:
        if not (isinstance(one, ExpectedFigure) and one.owner == MEAN and not one.is_indicator):
            vocabulary.collector.add(one.place, messages.EXPECTED_OF_WHOLE)
