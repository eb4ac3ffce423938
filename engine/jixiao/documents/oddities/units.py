"""A unit that does not fit its surroundings: 1.92元 beside 1.92万元, a lone 元 among 万元 for what elsewhere is 万元, a rate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from jixiao.documents.oddities.amounts import MOST, SLIP, Amount, amount_of, differ_by_slip
from jixiao.documents.oddities.slips import Slip, slips_by_rate
from jixiao.model.reading import Measure, Oddity, OddityKind, ReadFigure
from jixiao.model.ruleset import Item
from jixiao.model.wording import quoted

NEAR = 10
"""How far two years, or budget and outcome, of one thing lie apart at most."""
LONE = 5
"""One of so many amounts of a report, or fewer, has the unit that stands alone."""
_SIDES = ("决算", "预算", "上年")
_TWICE = "“{item}”一处写{one}，一处写{other}，数字相同而单位不同"
_ALONE = "“{item}”写{one}，而别处写的是{other}（{what}），差了近一万倍，像是把单位写错了"
_BY_RATE = "“{item}”写{one}，与{beside}和报告自己的{rate}合不上，差了一万倍，像是把单位写错了"


def unit_oddities(figures: Sequence[ReadFigure], items: Mapping[str, Item]) -> Iterator[Oddity]:
    """Yield amounts whose unit is another one than those of the same thing, or a rate, suggest, each item once."""
    amounts = [one for figure in figures if (one := amount_of(figure)) is not None and one.base]
    money = [one for one in amounts if one.is_money]
    units = Counter(one.quantity.unit.name for one in money)
    told: set[str] = set()
    for slip in slips_by_rate(figures, money, items):
        if slip.amount.figure.item not in told:
            told.add(slip.amount.figure.item)
            yield _by_rate(slip)
    for named in _grouped(money, lambda one: one.figure.item):
        pair = next((pair for pair in combinations(named[:MOST], 2) if _is_twice(*pair)), None)
        if pair is not None and named[0].figure.item not in told:
            told.add(named[0].figure.item)
            one, other = sorted(pair, key=lambda amount: units[amount.quantity.unit.name])
            yield _twice(one, other, is_lone=units[one.quantity.unit.name] * LONE <= len(money))
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
    ratio = abs(one.quantity.value / other.quantity.value)
    return differ_by_slip(one, other) and ratio <= NEAR and ratio * NEAR >= 1


def _twice(one: Amount, other: Amount, *, is_lone: bool) -> Oddity:
    text = _TWICE.format(item=one.figure.item, one=one.quantity, other=other.quantity)
    return _oddity(one.figure, text, doubtful=is_lone)


def _alone(one: Amount, other: Amount) -> Oddity:
    figure, like = one.figure, other.figure
    what = like.item if like.item != figure.item else f"{like.year}年" if like.year is not None else "另一处"
    text = _ALONE.format(item=figure.item, one=one.quantity, other=other.quantity, what=what)
    return _oddity(figure, text)


def _by_rate(slip: Slip) -> Oddity:
    one, rate = slip.amount, slip.rate.figure
    name = rate.item if rate.measure is Measure.VALUE else f"{rate.item}{rate.measure.word}"
    beside = f"{quoted(slip.beside.figure.item)}{slip.beside.quantity}"
    text = _BY_RATE.format(
        item=one.figure.item, one=one.quantity, beside=beside, rate=f"{quoted(name)}{rate.value}%"
    )
    return _oddity(one.figure, text)


def _oddity(figure: ReadFigure, text: str, *, doubtful: bool = True) -> Oddity:
    return Oddity(OddityKind.UNIT, text, figure.span, figure.quote, items=(figure.item,), doubtful=doubtful)
