"""Amounts that the report's own rate shows to be in a wrong unit: 69.94元 of 225.18万元, told to be 31.06%."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

from jixiao.dataclass import dataclass
from jixiao.documents.figures.lexicon import BUDGET, OUTCOME
from jixiao.documents.oddities.amounts import MOST, Amount, amount_of, differ_by_slip
from jixiao.model.reading import Measure, ReadFigure
from jixiao.model.ruleset import Item

_BY = "/"
"""What stands in an identity between the two amounts of a rate."""


@dataclass(frozen=True, slots=True)
class Slip:
    """An amount in another unit than the rest of the report, and the rate that fits as soon as it has the rest's."""

    amount: Amount
    beside: Amount
    rate: Amount


@dataclass(frozen=True, slots=True)
class _Rate:
    figure: Amount
    sides: tuple[str, str]
    """The part and the whole."""


def slips_by_rate(
    figures: Sequence[ReadFigure], amounts: Sequence[Amount], items: Mapping[str, Item]
) -> Iterator[Slip]:
    """Yield what a printed rate shows to be a slip of the unit; of two amounts the one in the unit that is rarer."""
    units = Counter(one.quantity.unit.name for one in amounts)
    if len(units) < 2:
        return
    named: dict[tuple[str, int | None], list[Amount]] = {}
    for one in amounts:
        if one.is_value and not one.figure.doubts:
            named.setdefault((one.figure.item, one.figure.year), []).append(one)
    for rate in _rates(figures, items):
        year = rate.figure.figure.year
        sides = (named.get((name, year)) or named.get((f"{name}{OUTCOME}", year), []) for name in rate.sides)
        parts, wholes = (side[:MOST] for side in sides)
        pairs = (pair for pair in product(parts, wholes) if _is_slip(pair[0], pair[1], rate.figure))
        for pair in islice(pairs, 1):
            common, rare = sorted(pair, key=lambda one: -units[one.quantity.unit.name])
            if units[common.quantity.unit.name] > units[rare.quantity.unit.name]:
                yield Slip(rare, common, rate.figure)


def _rates(figures: Sequence[ReadFigure], items: Mapping[str, Item]) -> Iterator[_Rate]:
    """Yield the rates that a report prints of two amounts: as items.yaml has them, of a part, of a budget."""
    for one in figures:
        sides = _sides(one, items) if one.unit == "%" and not one.doubts else None
        rate = amount_of(one) if sides is not None else None
        if sides is not None and rate is not None and rate.base:
            yield _Rate(rate, sides)


def _sides(figure: ReadFigure, items: Mapping[str, Item]) -> tuple[str, str] | None:
    if figure.measure is Measure.VALUE:
        item = items.get(figure.item)
        identity = "" if item is None or item.identity is None else item.identity.text
        part, _, whole = (side.strip() for side in identity.partition(_BY))
        return (part, whole) if part in items and whole in items else None
    if figure.measure is Measure.SHARE and figure.of is not None:
        return figure.item, figure.of
    if figure.measure is Measure.COMPLETION and figure.item.endswith(BUDGET):
        return figure.item.removesuffix(BUDGET) + OUTCOME, figure.item
    return None


def _is_slip(part: Amount, whole: Amount, rate: Amount) -> bool:
    """Whether two amounts in 元 and 万元 give a rate only where both are in one unit."""
    if not differ_by_slip(part, whole):
        return False
    share = part.quantity.value / abs(whole.quantity.value)
    slack = sum(one.printed.slack / abs(one.base) for one in (part, whole)) * abs(share)
    return abs(share - rate.base) <= slack + 2 * rate.printed.slack
