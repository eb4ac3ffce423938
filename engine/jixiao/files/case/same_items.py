"""A part of a breakdown is the item of that name: where the two differ, the item is stated in two ways.

三公经费决算 broken down holds 公务接待费, which is 公务接待费决算; of a budget it would be 公务接待费预算.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jixiao.dataclass import replace
from jixiao.files.case.vocabulary import Vocabulary
from jixiao.model.case import Breakdown, Statement
from jixiao.quantity import Quantity, as_printed

_SIDES = ("预算", "决算")
_FUNDS = ("公共预算", "基金预算", "经营预算", "预算管理", "预算单位")
"""Words with 预算 in them that say nothing of budget and outcome."""
_CHANGES = ("增减", "占比", "比重", "率")
"""What a name speaks of that is not an amount of the item itself."""

Stated = Mapping[str, tuple[Statement, ...]]


def with_parts(statements: Stated, breakdowns: Sequence[Breakdown], vocabulary: Vocabulary) -> Stated:
    """Give the statements with those of parts that say something else of an item that is stated too."""
    found = dict(statements)
    for name, said in _said_of_items(breakdowns, vocabulary):
        own = found.get(name, ())
        others = [one for one in said if not any(_agree(one.quantity, known.quantity) for known in own)]
        if others:
            found[name] = (*own, *(replace(one, item=name) for one in others))
    return found


def _said_of_items(
    breakdowns: Sequence[Breakdown], vocabulary: Vocabulary
) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    for breakdown in breakdowns:
        for part in breakdown.parts:
            name = _item_of(part.name, breakdown.item, vocabulary)
            if name is not None:
                yield name, part.statements


def _item_of(part: str, whole: str, vocabulary: Vocabulary) -> str | None:
    """Give the item that a part of another one is; None where it is none that has a name."""
    known = (vocabulary.known_item(name) for name in (part, part + _side(whole)))
    return next((name for name in known if name is not None and name != whole and _alike(name, whole)), None)


def _side(whole: str) -> str:
    """Give how the name of an item goes on behind what it is of: 决算, 决算较预算增减额."""
    plain = _without_funds(whole)
    start = min((plain.index(side) for side in _SIDES if side in plain), default=len(plain))
    return plain[start:]


def _alike(item: str, whole: str) -> bool:
    """Whether two names speak of the same side and year: an outcome is no part of a budget."""
    return _kind(item) == _kind(whole)


def _kind(name: str) -> tuple[object, ...]:
    plain = _without_funds(name)
    budget = plain.partition("较")[0]
    return "预算" in budget, plain.startswith("上年"), *(word in plain for word in _CHANGES)


def _without_funds(name: str) -> str:
    for word in _FUNDS:
        name = name.replace(word, "·" * len(word))
    return name


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether either value may be the other one rounded."""
    mine, theirs = as_printed(one), as_printed(other)
    return abs(mine.value - theirs.value) <= max(mine.slack, theirs.slack)
