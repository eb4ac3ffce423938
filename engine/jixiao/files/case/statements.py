"""数据 of a case → statements, each under the name of what it states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from jixiao.dataclass import replace
from jixiao.files import messages
from jixiao.files.case.beside import KEYS, stated_beside
from jixiao.files.case.doubtful import certain_of, is_doubtful
from jixiao.files.case.unknown import warn_of_unknown
from jixiao.files.case.vocabulary import Vocabulary
from jixiao.files.collector import Collector
from jixiao.files.figures import read_quantity
from jixiao.files.names import refuse_repeated
from jixiao.files.yaml.node import Mapping, Node, Scalar
from jixiao.model.case import Statement
from jixiao.model.messages import Bounded, filled
from jixiao.model.ruleset import Item
from jixiao.model.years import in_year, own_year
from jixiao.quantity import Quantity, Unit

MAX_KEPT = 1_024
"""Most names of items kept in the words of messages; a folder of rules has some hundreds."""


def read_data(around: Mapping, vocabulary: Vocabulary) -> dict[str, tuple[Statement, ...]]:
    """Give the statements under 数据 by item, or by indicator for rates stated as such.

    What no item is called is kept under its own name, with a warning; so is what is of another year.
    """
    found: dict[str, tuple[Statement, ...]] = {}
    unknown: list[Scalar] = []
    entries = around.within("数据")
    for key, node in entries:
        owner = None if is_doubtful(node) else vocabulary.stated(key)
        if owner is None:
            continue
        if isinstance(owner, Item):
            name, unit, label = owner.name, owner.unit, item_label(owner.name)
        elif vocabulary.is_indicator(owner):
            name, unit, label = owner, None, owner
        else:
            name, unit, label = owner, own_unit(node), item_label(owner)
            unknown.append(key)
        read = read_statements(node, name, unit, label, vocabulary.collector)
        if all(one.year is None and not one.said_of for one in read):
            found[name] = (*found.get(name, ()), *read)
            continue
        for one in map(vocabulary.named, placed(read, vocabulary.year)):
            found[one.item] = (*found.get(one.item, ()), one)
    warn_of_unknown(unknown, vocabulary, found)
    refuse_repeated("数据项", (key for key, _ in entries), vocabulary.collector)
    return found


def placed(statements: Iterable[Statement], year: int) -> Iterator[Statement]:
    """Put what is of another year under a name of its own: it is not this year's, and contradicts nothing of it.

    Where all that is said is of other years, one that is to be used (采用) is this year's, its year misprinted.
    """
    statements = tuple(statements)
    has_own = any(_is_own(one, year) for one in statements if not one.said_of)
    for one in statements:
        if one.year is None or _is_own(one, year) or (one.adopted is not None and not has_own):
            yield one
        else:
            yield replace(one, item=in_year(one.item, one.year, year), said_of=one.item)


def _is_own(statement: Statement, year: int) -> bool:
    return statement.year is None or statement.year == own_year(statement.item, year)


def own_unit(node: Node) -> Unit | None:
    """Give the first unit in which something is stated, whose own unit nobody knows."""
    quiet = Collector()
    for one in certain_of(node):
        value = one.scalar("值")
        quantity = None if value is None else read_quantity(value, one.scalar("单位"), quiet)
        if quantity is not None and quantity.unit.name:
            return quantity.unit
    return None


@lru_cache(maxsize=MAX_KEPT)
def item_label(name: str) -> str:
    """Name an item as the owner of a unit, for messages."""
    return filled(messages.ITEM_OWNER, name=name)


def read_statements(
    node: Node, name: str, unit: Unit | None, label: str, collector: Collector
) -> tuple[Statement, ...]:
    """Give one statement or a list of them, and what is stated beside; `unit`, where given, is what theirs must fit.

    What is doubtful (存疑) is none of them. `label` names in messages what the unit belongs to.
    """
    statements: list[Statement] = []
    adopted: dict[str, Scalar] = {}
    for one in certain_of(node):
        statements += _statement(one, name, unit, label, collector)
        reason = one.scalar("采用")
        if reason is not None:
            earlier = adopted.setdefault(one.text("年度"), reason)
            if earlier is not reason:
                first = earlier.place.line
                collector.add(reason.place, messages.ADOPTED_TWICE, name=name, first=first)
    return tuple(statements)


def _statement(
    node: Mapping, name: str, unit: Unit | None, label: str, collector: Collector
) -> Iterator[Statement]:
    said = {key.text: given for key, given in node.entries if isinstance(given, Scalar)}
    value, written = said.get("值"), said.get("单位")
    quantity = None if value is None else read_quantity(value, written, collector, unit)
    if value is None or quantity is None:
        return
    if unit is not None and not _fits(quantity, unit, label, written or value, collector):
        return
    reason, source, year = said.get("采用"), said.get("出处"), said.get("年度")
    statement = Statement(
        item=name,
        quantity=quantity,
        source="" if source is None else source.text.strip(),
        place=value.place,
        adopted=None if reason is None else reason.text.strip(),
        year=None if year is None else int(year.text),
    )
    yield statement
    if not KEYS.isdisjoint(said):
        yield from stated_beside(said, statement, year, collector)


def _fits(quantity: Quantity, unit: Unit, label: str, at: Scalar, collector: Collector) -> bool:
    """Whether a quantity has the dimension of a unit; notes a unit that is missing or differs."""
    if quantity.unit.dimension == unit.dimension:
        return True
    message = messages.UNIT_MISMATCH if quantity.unit.name else messages.MISSING_UNIT
    wanted = unit.name or str(unit.dimension)
    collector.add(at.place, message, unit=quantity.unit.name, owner=Bounded(label), wanted=wanted)
    return False
