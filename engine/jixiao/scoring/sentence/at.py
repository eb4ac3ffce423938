"""What a person writes to be scored (--at): a value, a level, items met, 是 or 否.

101.3%  1.013  3  3次  5万元     a value, or how many were found
较好  达成=45                    a level, and the points given where the level leaves a range
1,3  1-3  ①③  无  全部  1,3；2例  items met, and breaches found besides
是  否                           whether the condition of the first clause holds
2  2分                           a deduction, or the points given
迟报=2；无台账                   of several small rules, each by its name
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

from jixiao.language.error import LanguageError
from jixiao.language.formula import plain_name
from jixiao.language.standard import Amount
from jixiao.quantity import PLAIN, RANK, NumberError, decimal_text, find_unit, fold_width, parse_number
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
from jixiao.scoring.words.amounts import PERCENT
from jixiao.scoring.words.wording import follows

MAX_AT_LENGTH = 200
"""Longest text read. Stops input that only costs time; real ones have ten characters."""
_ANSWERS: Mapping[str, bool] = MappingProxyType({"是": True, "否": False})
_NONE = ("无", "没有")
_ALL = ("全部", "全")
_DIGIT = re.compile(r"[\d〇零一二三四五六七八九十①-⑳]")
_PART = re.compile(r"第?(\d{1,4})项?(?:-第?(\d{1,4})项?)?")
_CIRCLED = re.compile(r"(-?)[,、\s]*([①-⑳])")
_BETWEEN = re.compile(r"\s*[,、]\s*|\s+")
_THOUSANDS = re.compile(r"([-+]?)(\d{1,3}(?:,\d{3})+)(?=\D|$)")


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
        word = name.strip() if not equals or said.strip() in _ANSWERS else ""
        named = [fact for fact in known if len(word) > 1 and plain_name(word) in plain_name(fact)]
        holds = _ANSWERS[said.strip()] if len(named) == 1 and equals else True
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
            number = "101.3% 或 1.013" if unit in (PLAIN, PERCENT) else f"3 或 3{unit.name}"
            return f"{meaning.standard.called or '数值'}，如 {number}"
        case Takes.COUNT:
            return f"次数，如 3 或 3{unit.name}"
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
    if text in _ANSWERS and meaning.terms[0].choice is not None:
        return own(Answer(_ANSWERS[text]))
    if meaning.terms[0].choice is not None and not _DIGIT.search(text):
        return own(Level(text))
    return own(Value(_number(text, meaning)))


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
    elif text in _NONE:
        text = "0"
    return own(Count(_number(text, meaning) / unit_of(meaning.standard).factor))


def _number(text: str, meaning: Meaning) -> Fraction:
    """Read a number in base units; a bare one is in the unit of the sentence."""
    amount, unit = _amount(text, meaning), unit_of(meaning.standard)
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


def _amount(text: str, meaning: Meaning) -> Amount:
    from jixiao.language.standard.build.amount import read_amount

    folded = fold_width(text).replace(" ", "")
    folded = _THOUSANDS.sub(lambda found: found[1] + found[2].replace(",", ""), folded).removeprefix("+")
    try:
        return read_amount(folded, 0)
    except LanguageError as error:
        problem, _, _ = str(error).partition("，可用：")  # forty units; what fits is said instead
        raise RatingError(f"{problem}，应为{wanted(meaning)}") from None


def _level(text: str, meaning: Meaning) -> Inputs:
    """Read a level's words, with the points given behind a sign of equality."""
    name, equals, points = fold_width(text).rpartition("=")
    options = meaning.terms[0].options
    if text in _ANSWERS and len(options) == 2 and text not in [one.words for one in options]:
        return own(Level(options[0 if _ANSWERS[text] else 1].words))
    if not equals or not name.strip():
        return own(Level(text))
    return own(Level(name.strip(), _points(points, meaning)))


def _met(text: str, meaning: Meaning) -> Inputs:
    """Read the items met; behind a semicolon, how many breaches were found."""
    listed, semicolon, found = fold_width(_CIRCLED.sub(_plain, text)).partition(";")
    if not re.search(r"\d", listed) and listed.strip() not in (*_NONE, *_ALL):
        said = dict(_item_said(one, meaning) for one in re.split("[;,、]", fold_width(text)) if one.strip())
        return own(Met(frozenset(place for place, met in said.items() if met)))
    items = _items(listed.strip().removeprefix(","), meaning)
    if not semicolon:
        return own(Met(items))
    amount = _amount(found.strip().removeprefix("发现"), meaning)
    if amount.unit.dimension.is_ratio and amount.unit != PLAIN:
        raise RatingError(f"“{found.strip()}”不是次数，应为如 1,3；2例")
    return {**own(Met(items)), **found_besides(meaning, amount.value)}


def items_in(text: str, meaning: Meaning) -> frozenset[int]:
    """Read which items of a list are named: by numbers (3, ①③, 1-3), or by words; raises RatingError."""
    folded = fold_width(_CIRCLED.sub(_plain, text)).strip().removeprefix(",")
    if re.search(r"\d", folded) and all(_PART.fullmatch(part) for part in _BETWEEN.split(folded)):
        return _items(folded, meaning)
    if folded in (*_NONE, *_ALL):
        return _items(folded, meaning)
    return frozenset({_item_called(text, meaning)})


def _item_said(text: str, meaning: Meaning) -> tuple[int, bool]:
    """Read which item is named, and whether it is met: 有台账, 有台账=是, 有台账=否."""
    name, equals, said = text.partition("=")
    if equals and said.strip() not in _ANSWERS:
        raise RatingError(f"“{name.strip()}”应写 是 或 否，不是“{said.strip()}”")
    return _item_called(name, meaning), _ANSWERS[said.strip()] if equals else True


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


def _plain(circled: re.Match[str]) -> str:
    """Write ①③ as 1,3 and ①-③ as 1-3, as the sentence numbers its items."""
    return f"{circled[1] or ','}{ord(circled[2]) - ord('①') + 1}"


def _items(listed: str, meaning: Meaning) -> frozenset[int]:
    if listed in _NONE:
        return frozenset()
    if listed in _ALL and meaning.terms[0].options:
        return frozenset(range(1, len(meaning.terms[0].options) + 1))
    items: set[int] = set()
    for part in _BETWEEN.split(listed):
        shape = _PART.fullmatch(part)
        if shape is None:
            raise RatingError(f"“{part or listed}”不是项的序号，应为{wanted(meaning)}")
        first, last = int(shape[1]), int(shape[2] or shape[1])
        if first > last:
            raise RatingError(f"“{part}”的次序反了")
        numbers = set(range(first, last + 1))
        if items & numbers:
            raise RatingError(f"第{min(items & numbers)}项写了两次")
        items |= numbers
    return frozenset(items)


def _answer(text: str, _: Meaning) -> Inputs:
    return own(Answer(_ANSWERS[text]) if text in _ANSWERS else Level(text))


def _deduction(text: str, meaning: Meaning) -> Inputs:
    """Read the points taken; 无, or the words of what takes, where no points are said."""
    if text in (*_NONE, *_ANSWERS):
        return own(Answer(text == "否"))
    for option, holds in zip(meaning.terms[0].options, (False, True), strict=True):
        if plain_name(text) in plain_name(option.words):
            return own(Answer(holds))
    return own(Taken(_points(fold_width(text).removeprefix("扣"), meaning)))


def _given(text: str, meaning: Meaning) -> Inputs:
    return own(Given(_points(fold_width(text).removeprefix("得"), meaning)))


def _points(text: str, meaning: Meaning) -> Fraction:
    word = text.strip().removesuffix("分")
    try:
        return parse_number(word).value
    except NumberError:
        example = decimal_text(meaning.standard.points)
        raise RatingError(f"“{text.strip()}”不是分数，应为不超过{example}的数，如 2 或 2分") from None


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
