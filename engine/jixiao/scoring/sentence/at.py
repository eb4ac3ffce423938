"""What a person writes to be scored (--at): a value, a level, items met, 是 or 否.

101.3%  1.013  3  3次  5万元     a value, or how many were found
较好  达成=45                    a level, and the points given where the level leaves a range
1,3  1-3  ①③  无  全部  1,3；2例  items met, and breaches found besides
是  否                           whether the condition of the first clause holds
超概算5%以内                      a value that lies where a clause says, which earns the same all over
2  2分                           a deduction, or the points given
迟报=2；无台账                   of several small rules, each by its name
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

from jixiao.language.formula import plain_name
from jixiao.language.standard import Amount
from jixiao.quantity import PLAIN, RANK, decimal_text, find_unit, fold_width
from jixiao.scoring.scale.named import value_called
from jixiao.scoring.scale.said import (
    OWN,
    Answer,
    At,
    Count,
    Given,
    Inputs,
    Level,
    Met,
    RatingError,
    Taken,
    Takes,
    Value,
    own,
)
from jixiao.scoring.sentence import at_several as several
from jixiao.scoring.sentence.meaning import Meaning
from jixiao.scoring.sentence.measure import unit_of
from jixiao.scoring.sentence.written import ALL, NONE, YES_NO, amount_in, places_in, points_in
from jixiao.scoring.words.amounts import PERCENT
from jixiao.scoring.words.finds import is_found
from jixiao.scoring.words.wording import follows

MAX_AT_LENGTH = 200
"""Longest text read. Stops input that only costs time; real ones have ten characters."""
_NUMBERED = re.compile(r"[\d①-⑳]")
_DIGIT = re.compile(r"[\d〇零一二三四五六七八九十①-⑳]")


def read_at(text: str, meaning: Meaning) -> Inputs:
    """Read what is to be scored, as the sentence asks for it.

    Raises RatingError where the text is nothing that the form could score.
    """
    word = text.strip()
    if not word:
        raise RatingError(f"没有写要核算什么，应为{wanted(meaning)}")
    if len(word) > MAX_AT_LENGTH:
        raise RatingError(f"过长（{len(word)}字），最多{MAX_AT_LENGTH}字")
    facts, rest = _facts(word, meaning)
    return {**facts, **_READERS[meaning.takes](rest, meaning)} if rest else facts


def _facts(text: str, meaning: Meaning) -> tuple[Inputs, str]:
    """Take the facts off that are named, which veto or exempt, and give what is left of the text."""
    standard = meaning.standard
    known = [veto.fact for veto in standard.vetoes] + [one.fact for one in standard.exemptions]
    found: dict[str, At] = {}
    rest, denied = [], False
    for part in fold_width(text).split(";"):
        name, equals, said = part.partition("=")
        word = name.strip() if not equals or said.strip() in YES_NO else ""
        named = [fact for fact in known if len(word) > 1 and plain_name(word) in plain_name(fact)]
        holds = YES_NO[said.strip()] if len(named) == 1 and equals else True
        if len(named) != 1:
            rest.append(part)
        elif holds:
            found[named[0]] = Answer(holds)
        denied = denied or not holds
    return (found, ";".join(rest).strip()) if found or denied else ({}, text)


def wanted(meaning: Meaning) -> str:
    """Say what the sentence asks for, with an example."""
    unit = unit_of(meaning.standard)
    match meaning.takes:
        case Takes.VALUE if meaning.standard.form.out_of is not None:
            return "另一项考核的得分，如 90 或 90分，也可以写得分率，如 90%"
        case Takes.VALUE:
            ratio = "3% 或 0.03" if meaning.standard.called.startswith("超") else "101.3% 或 1.013"
            number = ratio if unit in (PLAIN, PERCENT) else f"3 或 3{unit.name}"
            return f"{meaning.standard.called or '数值'}，如 {number}"
        case Takes.COUNT:
            return f"{meaning.standard.form.counted()}次数，如 3 或 3{unit.name}"
        case Takes.LEVEL:
            return "档次的名称，如 较好；档次有得分范围的可写 较好=4.5"
        case Takes.MET:
            return "达到的项，如 1,3，一项也没有达到写 无"
        case Takes.ANSWER:
            return "是 或 否"
        case Takes.DEDUCTION:
            return "扣几分，如 2"
        case Takes.SEVERAL:
            return several.wanted(meaning.terms)
        case Takes.GIVEN:
            return f"评定的得分，不超过{decimal_text(meaning.standard.points)}，如 {decimal_text(meaning.standard.points)}"


def _value(text: str, meaning: Meaning) -> Inputs:
    if text in YES_NO and meaning.terms[0].choice is not None:
        return own(Answer(YES_NO[text]))
    if text in NONE and not unit_of(meaning.standard).dimension.is_ratio:
        return own(Value(Fraction(0)))
    if meaning.terms[0].choice is not None and not _DIGIT.search(text):
        return own(Level(text))
    try:
        return own(Value(_number(text, meaning)))
    except RatingError:
        value = value_called(text, meaning.terms[0])
        if value is None:
            raise
        return own(Value(value))


def _count(text: str, meaning: Meaning) -> Inputs:
    """Read how many were found, in the unit that the sentence counts in; what was counted may be named before it."""
    folded = fold_width(text)
    if folded.count("=") > 1 and ";" in folded:
        counted = [_count(part, meaning)[OWN] for part in folded.split(";")]
        return own(Count(sum((one.count for one in counted if isinstance(one, Count)), Fraction(0))))
    name, equals, number = folded.rpartition("=")
    clause = "".join(part.clause for part in meaning.standard.form.parts())
    if equals and len(plain_name(name)) > 1 and follows(plain_name(name), plain_name(clause)):
        text = number
    elif text in NONE:
        text = "0"
    return own(Count(_number(text, meaning) / unit_of(meaning.standard).factor))


def _number(text: str, meaning: Meaning) -> Fraction:
    """Read a number in base units; a bare one is in the unit of the sentence."""
    amount, unit = amount_in(text, wanted(meaning)), unit_of(meaning.standard)
    if (full := meaning.standard.form.out_of) is not None:
        return _out_of(full, amount, text)
    if amount.unit == PLAIN:
        return amount.value if unit.dimension.is_ratio else amount.value * unit.factor
    if amount.unit.dimension == unit.dimension:
        return amount.base
    if unit == RANK and amount.unit.name == RANK.name:
        return amount.value
    said = f"“{unit.name}”" if unit != PLAIN and unit != PERCENT else "比率或没有单位的数"
    raise RatingError(f"“{text}”的单位不对：评分标准里用的是{said}，应为{wanted(meaning)}")


def _out_of(full: Fraction, amount: Amount, text: str) -> Fraction:
    """Read a score out of `full`: 90, 90分 or 90%; 0.9 may be either."""
    if amount.unit == PERCENT:
        return amount.base * full
    if amount.unit == PLAIN and 0 < amount.value <= 1:
        raise RatingError(f"“{text}”是得分还是得分率？请写成如 90分 或 90%")
    if amount.unit in (PLAIN, find_unit("分")):
        return amount.value
    raise RatingError(f"“{text}”不是得分，应为如 90分 或 90%")


def _level(text: str, meaning: Meaning) -> Inputs:
    """Read a level's words, with the points given behind a sign of equality."""
    name, equals, points = fold_width(text).rpartition("=")
    options = meaning.terms[0].options
    if text in YES_NO and len(options) == 2 and text not in [one.words for one in options]:
        return own(Level(options[0 if YES_NO[text] else 1].words))
    if not equals or not name.strip():
        return own(Level(text))
    return own(Level(name.strip(), _points(points, meaning)))


def _met(text: str, meaning: Meaning) -> Inputs:
    """Read the items met; behind a semicolon, how many breaches were found."""
    listed, semicolon, found = fold_width(text).partition(";")
    if not _NUMBERED.search(listed) and listed.strip() not in (*NONE, *ALL):
        said = dict(_item_said(one, meaning) for one in re.split("[;,、]", fold_width(text)) if one.strip())
        return own(Met(frozenset(place for place, met in said.items() if met)))
    items = _items(listed.strip(), meaning)
    if not semicolon:
        return own(Met(items))
    amount = amount_in(found.strip().removeprefix("发现"), wanted(meaning))
    if amount.unit.dimension.is_ratio and amount.unit != PLAIN:
        raise RatingError(f"“{found.strip()}”不是次数，应为如 1,3；2例")
    return {**own(Met(items)), **found_besides(meaning, amount.value)}


def items_in(text: str, meaning: Meaning) -> frozenset[int]:
    """Read which items of a list are named: by numbers (3, ①③, 1-3), or by words; raises RatingError."""
    folded = fold_width(text).strip()
    if folded in (*NONE, *ALL):
        return _items(folded, meaning)
    places = places_in(folded)
    return frozenset({_item_called(text, meaning)}) if places is None else places


def _item_said(text: str, meaning: Meaning) -> tuple[int, bool]:
    """Read which item is named, and whether it is met: 有台账, 有台账=是, 有台账=否."""
    name, equals, said = text.partition("=")
    if equals and said.strip() not in YES_NO:
        raise RatingError(f"“{name.strip()}”应写 是 或 否，不是“{said.strip()}”")
    return _item_called(name, meaning), YES_NO[said.strip()] if equals else True


def _item_called(words: str, meaning: Meaning) -> int:
    """Give the place of the item that words name: all its words, or part of those of one only."""
    options, wanted = meaning.terms[0].options, plain_name(words)
    exact = [place for place, one in enumerate(options, 1) if plain_name(one.words) == wanted]
    found = exact or [
        place for place, one in enumerate(options, 1) if wanted and wanted in plain_name(one.words)
    ]
    if len(found) != 1:
        names = "、".join(one.words for one in options)
        raise RatingError(
            f"“{words.strip()}”{'不止对应一项' if found else '不是评分标准里的项'}，可写序号，或：{names}"
        )
    return found[0]


def _items(listed: str, meaning: Meaning) -> frozenset[int]:
    if listed in NONE:
        return frozenset()
    if listed in ALL and meaning.terms[0].options:
        return frozenset(range(1, len(meaning.terms[0].options) + 1))
    places = places_in(listed)
    if places is None:
        raise RatingError(f"“{listed}”不是项的序号，应为{wanted(meaning)}")
    return places


def _answer(text: str, meaning: Meaning) -> Inputs:
    """Read yes or no, or the words of the one that applies; 无 is yes where the other is what is found."""
    if text in NONE and any(is_found(option.words) for option in meaning.terms[0].options[1:]):
        return own(Answer(holds=True))
    return own(Answer(YES_NO[text]) if text in YES_NO else Level(text))


def _deduction(text: str, meaning: Meaning) -> Inputs:
    """Read the points taken; 无, or the words of what takes, where no points are said."""
    if text in (*NONE, *YES_NO):
        return own(Answer(text == "否"))
    for option, holds in zip(meaning.terms[0].options, (False, True), strict=True):
        if plain_name(text) in plain_name(option.words):
            return own(Answer(holds))
    return own(Taken(_points(text, meaning)))


def _given(text: str, meaning: Meaning) -> Inputs:
    points = _points(text, meaning)
    return own(Given(meaning.standard.points - points if text.strip().startswith("扣") else points))


def _points(text: str, meaning: Meaning) -> Fraction:
    return points_in(text, f"不超过{decimal_text(meaning.standard.points)}的数，如 2 或 2分")


def found_besides(meaning: Meaning, count: Fraction) -> Inputs:
    """Give how many breaches were found besides items; raises RatingError where none are counted."""
    names = [term.name for term in meaning.terms[1:] if term.takes == Takes.COUNT]
    if names:
        return {names[0]: Count(count)}
    if count:
        raise RatingError("评分标准没有按次数扣分的条款")
    return {}


_READERS: Mapping[Takes, Callable[[str, Meaning], Inputs]] = MappingProxyType(
    {
        Takes.VALUE: _value,
        Takes.COUNT: _count,
        Takes.LEVEL: _level,
        Takes.MET: _met,
        Takes.ANSWER: _answer,
        Takes.DEDUCTION: _deduction,
        Takes.SEVERAL: several.read,
        Takes.GIVEN: _given,
    }
)
