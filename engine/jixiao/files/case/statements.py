"""数据 and 明细 of a case → statements and breakdowns."""

from __future__ import annotations

from functools import lru_cache

from jixiao.files import messages
from jixiao.files.case.vocabulary import Vocabulary
from jixiao.files.collector import Collector
from jixiao.files.figures import read_quantity, read_ratio
from jixiao.files.names import refuse_repeated
from jixiao.files.yaml.node import Mapping, Node, Scalar, mappings_of
from jixiao.model.case import Breakdown, Part, Statement
from jixiao.model.messages import Bounded, filled
from jixiao.model.ruleset import Item
from jixiao.quantity import Quantity, Unit

RESERVED = ("其中", "按")
"""Keys of a breakdown that are not parts."""

MAX_KEPT = 1_024
"""Most names of items kept in the words of messages; a folder of rules has some hundreds."""


def read_data(around: Mapping, vocabulary: Vocabulary) -> dict[str, tuple[Statement, ...]]:
    """Give the statements under 数据 by item, or by indicator for rates stated as such."""
    found: dict[str, tuple[Statement, ...]] = {}
    entries = around.within("数据")
    for key, node in entries:
        owner = vocabulary.item_or_indicator(key)
        if isinstance(owner, Item):
            label = _label(owner.name)
            found[owner.name] = read_statements(node, owner.name, owner.unit, label, vocabulary.collector)
        elif owner is not None:
            found[owner] = read_statements(node, owner, None, owner, vocabulary.collector)
    refuse_repeated("数据项", (key for key, _ in entries), vocabulary.collector)
    return found


@lru_cache(maxsize=MAX_KEPT)
def _label(name: str) -> str:
    """Name an item as the owner of a unit, for messages."""
    return filled(messages.ITEM_OWNER, name=name)


def read_statements(
    node: Node, name: str, unit: Unit | None, label: str, collector: Collector
) -> tuple[Statement, ...]:
    """Give one statement or a list of them; `unit`, where given, is what theirs must fit.

    `label` names in messages what the unit belongs to.
    """
    statements: list[Statement] = []
    adopted: Scalar | None = None
    for one in mappings_of(node):
        statement = _statement(one, name, unit, label, collector)
        if statement is not None:
            statements.append(statement)
        reason = one.scalar("采用")
        if reason is not None and adopted is not None:
            first = adopted.place.line
            collector.add(reason.place, messages.ADOPTED_TWICE, name=name, first=first)
        adopted = adopted or reason
    return tuple(statements)


def _statement(
    node: Mapping, name: str, unit: Unit | None, label: str, collector: Collector
) -> Statement | None:
    said = {key.text: given for key, given in node.entries if isinstance(given, Scalar)}
    value, written = said.get("值"), said.get("单位")
    quantity = None if value is None else read_quantity(value, written, collector, unit)
    if value is None or quantity is None:
        return None
    if unit is not None and not _fits(quantity, unit, label, written or value, collector):
        return None
    reason, source, year = said.get("采用"), said.get("出处"), said.get("年度")
    return Statement(
        item=name,
        quantity=quantity,
        source="" if source is None else source.text.strip(),
        place=value.place,
        adopted=None if reason is None else reason.text.strip(),
        year=None if year is None else int(year.text),
    )


def _fits(quantity: Quantity, unit: Unit, label: str, at: Scalar, collector: Collector) -> bool:
    """Whether a quantity has the dimension of a unit; notes a unit that is missing or differs."""
    if quantity.unit.dimension == unit.dimension:
        return True
    message = messages.UNIT_MISMATCH if quantity.unit.name else messages.MISSING_UNIT
    wanted = unit.name or str(unit.dimension)
    collector.add(at.place, message, unit=quantity.unit.name, owner=Bounded(label), wanted=wanted)
    return False


def read_breakdowns(around: Mapping, vocabulary: Vocabulary) -> tuple[Breakdown, ...]:
    """Give the breakdowns under 明细, in the order of the file."""
    found: list[Breakdown] = []
    entries = around.within("明细")
    for key, node in entries:
        item = vocabulary.item(key)
        if item is not None:
            found.extend(_breakdown(parts, item, vocabulary.collector) for parts in mappings_of(node))
    refuse_repeated("数据项", (key for key, _ in entries), vocabulary.collector)
    return tuple(found)


def _breakdown(node: Mapping, item: Item, collector: Collector) -> Breakdown:
    entries = [(key, value) for key, value in node.entries if key.text not in RESERVED]
    if not entries:
        collector.add(node.place, messages.NO_PARTS, name=item.name)
    refuse_repeated("明细", (key for key, _ in entries), collector)
    return Breakdown(
        item=item.name,
        parts=tuple(_part(key, value, item, collector) for key, value in entries),
        place=node.place,
        complete=node.text("其中") != "是",
        label=node.text("按"),
    )


def _part(key: Scalar, node: Node, item: Item, collector: Collector) -> Part:
    """Give one part; of ratios that several places print beside it, the first."""
    name = key.text.strip()
    label = _label(item.name)
    shares = [read_ratio(one, "占比", collector) for one in mappings_of(node)]
    completions = [read_ratio(one, "完成率", collector) for one in mappings_of(node)]
    return Part(
        name=name,
        statements=read_statements(node, name, item.unit, label, collector),
        share=next((share for share in shares if share is not None), None),
        completion=next((rate for rate in completions if rate is not None), None),
    )
