"""A unit that does not fit its surroundings: 1.92元 beside 1.92万元, a lone 元 among 万元 for what elsewhere is 万元."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from jixiao.documents.oddities.amounts import Amount, amount_of
from jixiao.model.reading import Oddity, OddityKind, ReadFigure

SLIP = 10_000
"""元 for 万元."""
NEAR = 10
"""How far two years, or budget and outcome, of one thing lie apart at most."""
LONE = 5
"""One of so many amounts of a report, or fewer, has the unit that stands alone."""
MOST = 40
"""Most amounts of one thing that are held against each other."""
_SIDES = ("决算", "预算", "上年")
_TWICE = "“{item}”一处写{one}，一处写{other}，数字相同而单位不同"
_ALONE = "“{item}”写{one}，而别处写的是{other}（{what}），差了近一万倍，像是把单位写错了"


def unit_oddities(figures: Sequence[ReadFigure]) -> Iterator[Oddity]:
    """Yield amounts whose unit is another one than those of the same thing suggest, each item once."""
    amounts = [one for figure in figures if (one := amount_of(figure)) is not None and one.base]
    money = [one for one in amounts if one.is_money]
    told: set[str] = set()
    for named in _grouped(money, lambda one: one.figure.item):
        pair = next((pair for pair in combinations(named[:MOST], 2) if _is_twice(*pair)), None)
        if pair is not None:
            told.add(named[0].figure.item)
            yield _twice(*sorted(pair, key=lambda amount: amount.quantity.unit.factor))
    units = Counter(one.quantity.unit.name for one in money)
    values = [one for one in money if one.is_value]
    things = {_name(named[0]): named for named in _grouped(values, _name)}
    for one in values:
        if one.figure.item in told or units[one.quantity.unit.name] * LONE > len(money):
            continue
        others = [other for other in things[_name(one)] if other is not one]
        if others and all(_is_slip(one, other) for other in others):
            told.add(one.figure.item)
            yield _alone(one, others[0])


def _is_twice(one: Amount, other: Amount) -> bool:
    return (
        not one.figure.doubts
        and not other.figure.doubts
        and (one.figure.measure, one.figure.year) == (other.figure.measure, other.figure.year)
        and one.quantity.value == other.quantity.value
        and max(one.base, other.base) == min(one.base, other.base) * SLIP
    )


def _grouped(amounts: Iterable[Amount], key: Callable[[Amount], str]) -> list[list[Amount]]:
    found: dict[str, list[Amount]] = {}
    for one in amounts:
        found.setdefault(key(one), []).append(one)
    return list(found.values())


def _name(amount: Amount) -> str:
    """Give what an amount is of, in whatever year, budget or outcome."""
    name = amount.figure.item
    for side in _SIDES:
        name = name.removeprefix(side).removesuffix(side)
    return name


def _is_slip(one: Amount, other: Amount) -> bool:
    """Whether an amount is like another one as soon as it has that one's unit, and not as it stands."""
    factor = other.quantity.unit.factor
    ratio = abs(one.quantity.value * factor / other.base)
    slipped = factor in (one.quantity.unit.factor * SLIP, one.quantity.unit.factor / SLIP)
    return slipped and ratio <= NEAR and ratio * NEAR >= 1


def _twice(one: Amount, other: Amount) -> Oddity:
    figure = one.figure
    text = _TWICE.format(item=figure.item, one=one.quantity, other=other.quantity)
    return Oddity(OddityKind.UNIT, text, figure.span, figure.quote, items=(figure.item,))


def _alone(one: Amount, other: Amount) -> Oddity:
    figure, like = one.figure, other.figure
    what = like.item if like.item != figure.item else f"{like.year}年" if like.year is not None else "另一处"
    text = _ALONE.format(item=figure.item, one=one.quantity, other=other.quantity, what=what)
    return Oddity(OddityKind.UNIT, text, figure.span, figure.quote, items=(figure.item,))
