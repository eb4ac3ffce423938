"""What a person writes to be scored by a sentence of several small rules (--at).

未按期装订=3；无目录清单    what was found, by name; what is not named was not found
1,3  ①③  1、3  无  全部    items met, grades reached or faults found, by their places
1,3；2例                    the items met, and how many were found besides
3  3次                      how many were found, where only one thing is counted
95%；2                      the value, and how many were found
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.language.error import LanguageError
from jixiao.language.standard import Amount
from jixiao.language.standard.tokens.vocabulary import EACH_UNITS
from jixiao.quantity import PLAIN, fold_width, points_text
from jixiao.scoring.scale.named import every_way, needs_list, term_called
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

Terms = Sequence[Term]
_ANSWERS = {"是": True, "否": False, "有": True, "没有": False, "无": False}
_NOTHING = ("无", "没有", "0项")
_ALL = ("全部", "全")
_LIST = re.compile(
    r"(?:第?\d{1,3}项?(?:-第?\d{1,3}项?)?)(?:\s*[,、\s]\s*(?:第?\d{1,3}项?(?:-第?\d{1,3}项?)?))*"
)
_NAMED = re.compile("[=:]")
_CIRCLED = re.compile("[①-⑳]")
_NUMBER = re.compile(r"[-+]?[\d.一二三四五六七八九十]")
_COUNTED = re.compile(r"(\d+(?:\.\d+)?|[一二两三四五六七八九十]+)([^\d=:]*)")


def wanted(terms: Terms) -> str:
    """Say what the sentence asks for, with an example of each."""
    told = []
    for term in terms:
        if not term.name:
            told.append("指标值，如 95%")
        elif term.takes == Takes.COUNT:
            told.append(f"{term.name}=2")
        elif term.takes == Takes.LEVEL:
            told.append(f"{term.name}={term.options[0].words}")
        elif term.takes == Takes.DEDUCTION:
            told.append(f"{term.name}=扣0.5分")
        elif term.takes == Takes.VALUE:
            told.append(f"{term.name}=95%")
        elif term.places:
            told.append(f"{term.name}（第{term.places[0]}项）")
        elif not term.options[0].words.startswith("没有扣分"):
            told.append(term.name)
    return "发现或达到的情况（没写的当作没有），可写：" + "；".join(told)


def read(text: str, meaning: Meaning) -> Inputs:
    """Read what was found and met; raises RatingError where a part fits no small rule, or several."""
    terms = meaning.terms
    parts = [part.strip() for part in re.split("[;\n]", fold_width(text)) if part.strip()]
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
        own = bare[0] if len(bare) == 1 else Several(tuple(bare))
        every_way(terms, {**named, OWN: own})
        return {**named, OWN: own}
    return named


def _counts(terms: Terms) -> bool:
    return any(term.takes == Takes.COUNT for term in terms)


def _named(name: str, said: str, terms: Terms) -> tuple[str, At]:
    term, holds = term_called(terms, name)
    return term.name, read_for(term, said, holds=holds)


def read_for(term: Term, said: str, *, holds: bool = True) -> At:
    """Read what is said of one term; raises RatingError where it does not fit."""
    if term.takes == Takes.LEVEL:
        return Level(said)
    if term.takes == Takes.ANSWER:
        if said in _ANSWERS:
            return Answer(_ANSWERS[said] == holds)
        raise RatingError(f"“{term.name}”应写 是 或 否，不是“{said}”")
    if term.takes == Takes.DEDUCTION:
        return Answer(_ANSWERS[said]) if said in _ANSWERS else Taken(_points(said))
    if term.takes == Takes.COUNT:
        if said in _ANSWERS:
            return Count(Fraction(_ANSWERS[said]))
        counted = _COUNTED.fullmatch(said)
        if counted is None or counted[2] in ("%", "分", "个百分点"):
            raise RatingError(f"“{said}”不是数目，“{term.name}”应写数到几，如 2")
        return Count(_amount(counted[1]).value)
    return Value(_amount(said).base)


def _bare(part: str, terms: Terms, *, listed: bool) -> Value | Met | Level | Count | Answer | Taken:
    """Read a part without a name."""
    if part in ("是", "否"):
        return Answer(part == "是")
    if part in _NOTHING:
        return Met(frozenset())
    if part in _ALL:
        return Met(frozenset(place for term in terms for place in term.places if term.kind == "item"))
    places = _places(part)
    if places is not None and (len(places) > 1 or listed or _CIRCLED.search(part)):
        return Met(places)
    if part.startswith("扣"):
        return Taken(_points(part[1:]))
    return (
        _number(part.removeprefix("发现"), terms) if _NUMBER.match(part.removeprefix("发现")) else Level(part)
    )


def _number(part: str, terms: Terms) -> Value | Count | Taken:
    """Read a number without a name: how many were found, a value, or points that are taken off."""
    counted = _COUNTED.fullmatch(part)
    if counted and _counts(terms) and counted[2] not in ("%", "分", "个百分点"):
        return Count(_amount(counted[1]).value, EACH_UNITS.get(counted[2], counted[2]))
    amount = _amount(part)
    if amount.unit.name == "分":
        return Taken(amount.value)
    of_value = any(term.takes == Takes.VALUE for term in terms) and not _counts(terms)
    is_ratio = amount.unit != PLAIN and amount.unit.dimension.is_ratio
    return Value(amount.base) if is_ratio or of_value else Count(amount.value)


def _places(part: str) -> frozenset[int] | None:
    plain = _CIRCLED.sub(lambda one: f",{ord(one[0]) - ord('①') + 1}", part).strip(",")
    plain = re.sub(r",\s*-\s*,?|-,", "-", plain)
    if not _LIST.fullmatch(plain):
        return None
    return frozenset(_listed(plain))


def _listed(text: str) -> Iterator[int]:
    for one in re.split(r"[,、\s]+", text):
        ends = [int(number) for number in re.findall(r"\d+", one)]
        if ends[0] > ends[-1]:
            raise RatingError(f"“{one}”的次序反了")
        yield from range(ends[0], ends[-1] + 1)


def _points(text: str) -> Fraction:
    amount = _amount(text.removeprefix("扣").removesuffix("分"))
    if amount.unit != PLAIN:
        raise RatingError(f"“{text}”不是分数，应写如 0.5分，即{points_text(Fraction(1, 2))}")
    return amount.value


def _amount(text: str) -> Amount:
    from jixiao.language.standard.build.amount import read_amount

    try:
        return read_amount(text.replace(" ", ""), 0)
    except LanguageError as error:
        problem, _, _ = str(error).partition("，可用：")
        raise RatingError(problem) from None
