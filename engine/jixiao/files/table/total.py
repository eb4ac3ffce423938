"""What a table says of its total: 任选, 上限, 扣分上限, 超额, 否决."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from jixiao.dataclass import replace
from jixiao.files import messages
from jixiao.files.collector import Collector
from jixiao.files.figures import read_number
from jixiao.files.names import refuse_repeated
from jixiao.files.yaml.node import Mapping, Node, Scalar
from jixiao.language.formula import plain_name, spellings
from jixiao.model.messages import nearest
from jixiao.model.ruleset import Choice, Excess, Indicator, Limit, TableVeto, Text, ValueLimit

_KINDS: tuple[tuple[str, Literal["earned", "lost"]], ...] = (("上限", "earned"), ("扣分上限", "lost"))


def read_choices(root: Mapping, indicators: Sequence[Indicator], collector: Collector) -> tuple[Choice, ...]:
    """Give the groups of indicators of which one counts, each indicator in one group at most."""
    known = spellings(one.name for one in indicators)
    by_name = {one.name: one for one in indicators}
    found, keys = [], []
    for node in root.mappings("任选"):
        names = []
        for key in node.scalars("指标"):
            name = known.get(plain_name(key.text))
            if name is None:
                near = nearest(key.text, known)
                collector.add(key.place, messages.UNKNOWN_IN_CHOICE, name=key.text, near=near)
                continue
            names.append(name)
            keys.append(key)
            _refuse_unlike(key, by_name[name], by_name[names[0]], collector)
        found.append(Choice(tuple(names), node.place, node.text("选用人")))
    refuse_repeated("任选的指标", keys, collector)
    return tuple(found)


def _refuse_unlike(key: Scalar, one: Indicator, first: Indicator, collector: Collector) -> None:
    """Note an indicator that cannot stand in the place of another."""
    if one.points != first.points:
        collector.add(key.place, messages.CHOICE_POINTS, name=one.name, other=first.name)
    if one.is_block or one.extra:
        collector.add(key.place, messages.CHOICE_OF_BLOCK, name=one.name)


def sharing(indicators: Sequence[Indicator], choices: Sequence[Choice]) -> tuple[Indicator, ...]:
    """Mark the indicators of which only one counts."""
    shared = {name for choice in choices for name in choice.indicators}
    return tuple(replace(one, shared=True) if one.name in shared else one for one in indicators)


_HOLDS = re.compile("不得?超过|不得高于|不能超过|最高|最多|上限|封顶|以内|为限|[率度数额]|%")
"""What tells a sentence by which a value holds the total from a number."""
TOTAL = "总分"


def read_limits(root: Mapping, collector: Collector) -> tuple[Limit, ...]:
    """Give the most that blocks and the total may earn or lose."""
    return tuple(_limits(root, collector))


def _limits(root: Mapping, collector: Collector) -> Iterator[Limit]:
    for name, kind in _KINDS:
        for key, said in root.within(name):
            node: Node = said
            if isinstance(node, Mapping) and kind == "earned":
                node = node.scalar("最多") or node
            if kind == "earned" and is_sentence(node):
                continue
            points = read_number(node, collector) if isinstance(node, Scalar) else None
            if isinstance(node, Scalar) and points is not None and points <= 0:
                collector.add(node.place, messages.NOT_POSITIVE, text=node.text)
            elif points is not None:
                yield Limit(key.text.strip(), kind, points, key.place)


def is_sentence(node: Node) -> bool:
    """Whether what stands under 上限 is a sentence, alone or with its formula, and no number."""
    return isinstance(node, Mapping) or (isinstance(node, Scalar) and bool(_HOLDS.search(node.text)))


def read_value_limits(root: Mapping) -> tuple[ValueLimit, ...]:
    """Give the sentences by which a value holds the total or a block."""
    whole = root.scalar("上限")
    if whole is not None:
        return (ValueLimit(TOTAL, whole.as_text(), whole.place),)
    found = []
    for key, node in root.within("上限"):
        sentence = node.scalar("规定") if isinstance(node, Mapping) else node
        if not is_sentence(node) or not isinstance(sentence, Scalar):
            continue
        around = node if isinstance(node, Mapping) else Mapping((), node.place)
        limit = ValueLimit(
            key.text.strip(), sentence.as_text(), key.place, _text(around, "公式"), readings_of(around)
        )
        found.append(limit)
    return tuple(found)


def read_excess(root: Mapping) -> Excess | None:
    """Give what indicators lose that go far beyond their target (超额)."""
    alone, around = root.scalar("超额"), root.mapping("超额")
    if alone is not None:
        return Excess(alone.as_text(), alone.place)
    sentence = None if around is None else around.scalar("规定")
    if around is None or sentence is None:
        return None
    named = tuple(one.as_text() for one in around.scalars("指标"))
    return Excess(sentence.as_text(), around.place, named, readings_of(around))


def readings_of(around: Mapping) -> dict[str, str]:
    """Give what 口径 under a key says."""
    return {key.text: value.text for key, value in around.within("口径") if isinstance(value, Scalar)}


def read_vetoes(root: Mapping, collector: Collector) -> tuple[TableVeto, ...]:
    """Give the facts that decide more than one indicator."""
    nodes = root.mappings("否决")
    refuse_repeated("否决的事实", (node.scalar("事实") for node in nodes), collector)
    return tuple(
        TableVeto(
            node.text("事实").removesuffix("的"),
            _text(node, "后果") or Text("", node.place),
            node.place,
            _text(node, "条件"),
        )
        for node in nodes
    )


def _text(node: Mapping, name: str) -> Text | None:
    scalar = node.scalar(name)
    return None if scalar is None else scalar.as_text()
