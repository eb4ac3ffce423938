"""明细 of a case → breakdowns."""

from __future__ import annotations

from collections.abc import Mapping as Named

from jixiao.files import messages
from jixiao.files.case.doubtful import certain_of, is_doubtful
from jixiao.files.case.statements import item_label, own_unit, read_statements
from jixiao.files.case.unknown import warn_of_unknown
from jixiao.files.case.vocabulary import Vocabulary
from jixiao.files.collector import Collector
from jixiao.files.figures import read_ratio
from jixiao.files.names import refuse_repeated
from jixiao.files.yaml.node import Mapping, Node, Scalar, mappings_of
from jixiao.model.case import Breakdown, Part, Statement
from jixiao.model.ruleset import Item
from jixiao.quantity import Unit

RESERVED = ("其中", "按")
"""Keys of a breakdown that are not parts."""


def read_breakdowns(
    around: Mapping, vocabulary: Vocabulary, stated: Named[str, tuple[Statement, ...]]
) -> tuple[Breakdown, ...]:
    """Give the breakdowns under 明细, in the order of the file; `stated`: what 数据 says.

    What items.yaml does not know is broken down in the unit in which it is stated, else in that of its first part.
    """
    found: list[Breakdown] = []
    unknown: list[Scalar] = []
    entries = around.within("明细")
    for key, node in entries:
        whole = None if _is_all_doubtful(node) else vocabulary.broken_down(key)
        if whole is None:
            continue
        name = whole.name if isinstance(whole, Item) else whole
        unit = whole.unit if isinstance(whole, Item) else _unit_of(stated.get(name, ()), node)
        if not isinstance(whole, Item) and name not in stated:
            unknown.append(key)
        read = [_breakdown(parts, name, unit, vocabulary.collector) for parts in mappings_of(node)]
        found.extend(one for one in read if one.parts or one.complete)
    warn_of_unknown(unknown, vocabulary, {*stated, *(one.item for one in found)})
    refuse_repeated("数据项", (key for key, _ in entries), vocabulary.collector)
    return tuple(found)


def _is_all_doubtful(node: Node) -> bool:
    parts = [value for parts in mappings_of(node) for key, value in parts.entries if key.text not in RESERVED]
    return bool(parts) and all(map(is_doubtful, parts))


def _unit_of(stated: tuple[Statement, ...], node: Node) -> Unit | None:
    if stated:
        return stated[0].quantity.unit
    parts = (value for parts in mappings_of(node) for key, value in parts.entries if key.text not in RESERVED)
    return next((unit for unit in map(own_unit, parts) if unit is not None), None)


def _breakdown(node: Mapping, item: str, unit: Unit | None, collector: Collector) -> Breakdown:
    entries = [(key, value) for key, value in node.entries if key.text not in RESERVED]
    if not entries:
        collector.add(node.place, messages.NO_PARTS, name=item)
    refuse_repeated("明细", (key for key, _ in entries), collector)
    certain = [(key, value) for key, value in entries if not is_doubtful(value)]
    return Breakdown(
        item=item,
        parts=tuple(_part(key, value, item, unit, collector) for key, value in certain),
        place=node.place,
        complete=node.text("其中") != "是" and len(certain) == len(entries),
        label=node.text("按"),
    )


def _part(key: Scalar, node: Node, item: str, unit: Unit | None, collector: Collector) -> Part:
    """Give one part; of ratios that several places print beside it, the first."""
    name = key.text.strip()
    shares = [read_ratio(one, "占比", collector) for one in certain_of(node)]
    completions = [read_ratio(one, "完成率", collector) for one in certain_of(node)]
    return Part(
        name=name,
        statements=read_statements(node, name, unit, item_label(item), collector),
        share=next((share for share in shares if share is not None), None),
        completion=next((rate for rate in completions if rate is not None), None),
    )
