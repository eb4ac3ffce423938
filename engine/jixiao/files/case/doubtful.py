"""存疑 of a case: values that are shown, and that reach no score and no check until a person deletes the key."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.files.yaml.node import Mapping, Node, Scalar, mappings_of
from jixiao.model.doubtful import Doubtful

DOUBT = "存疑"


def certain_of(node: Node) -> tuple[Mapping, ...]:
    """Give the statements of a node that nobody doubts."""
    return tuple([one for one in mappings_of(node) if one.get(DOUBT) is None])


def is_doubtful(node: Node) -> bool:
    """Whether all that a node states is doubtful."""
    return not certain_of(node) and bool(mappings_of(node))


def read_doubtful(around: Mapping) -> tuple[Doubtful, ...]:
    """Give what is doubtful under 数据 and 明细, in the order of the file."""
    return (*_in(around.within("数据"), ""), *_in_breakdowns(around))


def _in_breakdowns(around: Mapping) -> Iterator[Doubtful]:
    for whole, node in around.within("明细"):
        for parts in mappings_of(node):
            yield from _in(parts.entries, whole.text.strip())


def _in(entries: tuple[tuple[Scalar, Node], ...], whole: str) -> Iterator[Doubtful]:
    for key, node in entries:
        for one in mappings_of(node):
            doubt, value = one.scalar(DOUBT), one.scalar("值")
            if doubt is not None and value is not None:
                said = f"{value.text.strip()} {one.text('单位')}".strip()
                name, source = key.text.strip(), one.text("出处")
                yield Doubtful(name, said, source, doubt.text.strip(), value.place, whole)
