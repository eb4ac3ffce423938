"""What a person writes to be scored by a sentence of several small rules (--at).

未按期装订=3；无目录清单    what was found, by name; what is not named was not found
1,3  ①③  1、3  无  全部    items met, grades reached or faults found, by their places
1,3；2例                    the items met, and how many were found besides
3  3次                      how many were found, where only one thing is counted
95%；2                      the value, and how many were found
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from jixiao.language.standard.tokens.fragments import any_of
from jixiao.language.standard.tokens.vocabulary import EACH_UNITS, STEP_UNITS
from jixiao.quantity import PLAIN, UnitError, counts_alike, find_unit, fold_width
from jixiao.scoring.scale.named import every_way, names_told, needs_list, term_called
from jixiao.scoring.scale.said import (
    OWN,
    Answer,
    At,
    Count,
    Inputs,
    Level,
    Met,
    RatingError,
    Several,
    Taken,
    Takes,
    Value,
)
from jixiao.scoring.scale.term import Term
from jixiao.scoring.sentence.meaning import Meaning
from jixiao.scoring.sentence.measure import unit_of_term
from jixiao.scoring.sentence.written import ALL, CIRCLED, FOUND, NONE, YES_NO, amount_in, places_in, points_in

Terms = Sequence[Term]
_NOTHING = (*NONE, "0项")
_NAMED = re.compile("[=:]")
_NUMERAL = re.compile("[一二两三四五六七八九十]")
_COUNTS_UP = re.compile(f"[一二两三四五六七八九十]+(?:{any_of(STEP_UNITS)})?")
_NUMBER = re.compile(r"[-+]?[\d.一二三四五六七八九十]")
_COUNTED = re.compile(r"(\d+(?:\.\d+)?|[一二两三四五六七八九十]+)([^\d=:,、;\s]*)")
_NEXT_NAME = re.compile(r",(?!\s*(?:[\d①-⑳第]|$))")
"""A comma before words: those of 1,3 stand before numbers."""


def wanted(terms: Terms) -> str:
    """Say what the sentence asks for, with an example of each."""
    told = [example_of(term) for term in terms]
    return "发现或达到的情况（没写的当作没有），可写：" + "；".join(one for one in told if one)


def example_of(term: Term) -> str:
    """Give an example of what can be written of one small rule; empty where nothing is asked for."""
    if not term.name:
        return f"指标值，如 {_value_said(term)}"
    if term.takes == Takes.ANSWER:
        return "" if term.kind == "base" else f"{term.name}{_placed(term)}"
    return f"{term.name}={_SAID[term.takes](term)}{_placed(term)}"


def _placed(term: Term) -> str:
    """Say by which numbers a rule, or its grades, can be named."""
    if not term.places:
        return ""
    first, last = term.places[0], term.places[-1]
    return f"（序号 {first}）" if first == last else f"（序号 {first} 至 {last}）"


def _value_said(term: Term) -> str:
    unit = unit_of_term(term)
    return "95%" if unit.dimension.is_ratio else f"3{unit.name}"


_SAID: Mapping[Takes, Callable[[Term], str]] = MappingProxyType(
    {
        Takes.COUNT: lambda _: "2",
        Takes.LEVEL: lambda term: term.options[0].words,
        Takes.DEDUCTION: lambda _: "扣0.5分",
        Takes.VALUE: _value_said,
    }
)


def read(text: str, meaning: Meaning) -> Inputs:
    """Read what was found and met; raises RatingError where a part fits no small rule, or several."""
    terms = meaning.terms
    parts = [part.strip() for part in _apart(fold_width(text), terms) if part.strip()]
    named: dict[str, At] = {}
    bare: list[Value | Met | Level | Count | Answer | Taken] = []
    for place, part in enumerate(parts):
        pair = _NAMED.split(part, maxsplit=1)
        if len(pair) == 2 and pair[0].strip():
            name, at = _named(pair[0].strip(), pair[1].strip(), terms)
            if name in named:
                raise RatingError(f"“{pair[0].strip()}”写了两次")
            named[name] = at
        else:
            bare.append(
                _bare(
                    part,
                    terms,
                    listed=not place
                    and (len(parts) > 1 or "项" in part)
                    and (needs_list(terms) or not _counts(terms)),
                )
            )
    if bare:
        if isinstance(before := named.pop(OWN, None), Value):
            bare.insert(0, before)
        own = bare[0] if len(bare) == 1 else Several(tuple(bare))
        every_way(terms, {**named, OWN: own})
        return {**named, OWN: own}
    return named


def _apart(text: str, terms: Terms) -> Iterator[str]:
    """Cut at every ; and, where each part then names something, at commas: 未公示，内容不全=2."""
    for part in re.split("[;\n]", text):
        pieces = _NEXT_NAME.split(part)
        whole = "," in _NAMED.split(part, maxsplit=1)[0] and _is_named(part, terms)  # a name with a comma
        yield from (part,) if whole or not all(_is_named(piece, terms) for piece in pieces) else pieces


def _is_named(part: str, terms: Terms) -> bool:
    try:
        term_called(terms, _NAMED.split(part, maxsplit=1)[0].strip())
    except RatingError:
        return False
    return True


def _counts(terms: Terms) -> bool:
    return any(term.takes == Takes.COUNT for term in terms)


def _named(name: str, said: str, terms: Terms) -> tuple[str, At]:
    term, holds = term_called(terms, name)
    if term.takes == Takes.ANSWER and said not in FOUND:
        raise RatingError(f"“{name}”应写 是 或 否，不是“{said}”")
    return term.name, read_for(term, said, holds=holds)


def read_for(term: Term, said: str, *, holds: bool = True) -> At:
    """Read what is said of one term; raises RatingError where it does not fit."""
    match term.takes:
        case Takes.LEVEL:
            return Level(said)
        case Takes.ANSWER if said in FOUND:
            return Answer(FOUND[said] == holds)
        case Takes.ANSWER:
            raise RatingError(f"“{term.name}”应写 是 或 否，不是“{said}”")
        case Takes.DEDUCTION:
            return Answer(FOUND[said]) if said in FOUND else Taken(points_in(said))
        case Takes.COUNT:
            return Count(_count(term, said))
        case _:
            return Value(_of_measure(term, said))


def _count(term: Term, said: str) -> Fraction:
    """Read how many were found; that something was found does not say how many."""
    if FOUND.get(said) is False:
        return Fraction(0)
    counted = _COUNTED.fullmatch(said)
    if counted is None or counted[2] in ("%", "分", "个百分点") or not _in_its_unit(counted[2], term):
        raise RatingError(f"“{said}”不是数目，“{term.name}”应写数到几，如 2")
    return amount_in(counted[1]).value


def _in_its_unit(unit: str, term: Term) -> bool:
    """Whether the word behind a number may be the unit of a count: 3周 is no number of places."""
    if not unit or term.unit is None:
        return True
    try:
        return counts_alike(find_unit(EACH_UNITS.get(unit, unit)), term.unit)
    except UnitError:
        return True


def _of_measure(term: Term, said: str) -> Fraction:
    """Read the value of a measure in base units; a bare number is in the unit of the sentence, a ratio as 0.88."""
    amount, unit = amount_in(said), term.unit or PLAIN
    if amount.unit == PLAIN and not unit.dimension.is_ratio:
        return amount.value * unit.factor
    if amount.unit.dimension != unit.dimension:
        raise RatingError(f"“{said}”的单位不对，评分标准里“{term.name}”用的是{unit.name or '没有单位的数'}")
    return amount.base


def _bare(part: str, terms: Terms, *, listed: bool) -> Value | Met | Level | Count | Answer | Taken:
    """Read a part without a name."""
    if part in YES_NO:
        return Answer(YES_NO[part])
    if part in _NOTHING:
        return Met(frozenset()) if needs_list(terms) or not _counts(terms) else Count(Fraction(0))
    if part in ALL:
        return Met(_all_items(part, terms))
    places = places_in(part)
    if places is not None and (len(places) > 1 or listed or CIRCLED.search(part) or part.startswith("第")):
        return Met(places)
    if part.startswith("扣") and _NUMBER.match(part[1:]):
        return Taken(points_in(part[1:]))
    number = part.removeprefix("发现")
    if _NUMERAL.match(number) and not _COUNTS_UP.fullmatch(number):
        return Level(part)
    return _number(number, terms) if _NUMBER.match(number) else Level(part)


def _of_value(unit: str, terms: Terms) -> bool:
    """Whether the unit behind a number is that of a value, and of nothing that is counted."""
    units = {
        takes: {term.unit.name for term in terms if term.takes == takes and term.unit is not None}
        for takes in (Takes.VALUE, Takes.COUNT)
    }
    return bool(unit) and unit in units[Takes.VALUE] - units[Takes.COUNT]


def _all_items(part: str, terms: Terms) -> frozenset[int]:
    """Give the places of all items; raises RatingError where there are none."""
    places = frozenset(place for term in terms for place in term.places if term.kind == "item")
    if any(term.takes == Takes.LEVEL for term in terms):
        raise RatingError(f"“全部”说不清各条的档次，请分别写明，{names_told(terms)}")
    if not places:
        raise RatingError(f"评分标准里没有得分项，不知道“{part}”说的是什么，{names_told(terms)}")
    return places


def _number(part: str, terms: Terms) -> Value | Count | Taken:
    """Read a number without a name: how many were found, a value, or points that are taken off."""
    counted = _COUNTED.fullmatch(part)
    if (
        counted
        and _counts(terms)
        and counted[2] not in ("%", "分", "个百分点")
        and not _of_value(counted[2], terms)
    ):
        return Count(amount_in(counted[1]).value, EACH_UNITS.get(counted[2], counted[2]))
    amount = amount_in(part)
    if amount.unit.name == "分":
        return Taken(amount.value)
    valued = any(term.takes == Takes.VALUE for term in terms)
    of_value = valued and (not _counts(terms) or _of_value(amount.unit.name, terms))
    is_ratio = amount.unit != PLAIN and amount.unit.dimension.is_ratio
    return Value(amount.base) if is_ratio or of_value else Count(amount.value)
