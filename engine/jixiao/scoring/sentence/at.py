"""What a person writes to be scored (--at): a value, a level, items met, 是 or 否.

101.3%  1.013  3  3次  5万元     a value, or how many were found
较好  达成=45                    a level, and the points given where the level leaves a range
1,3  1-3  ①③  无  全部  1,3；2例  items met, and breaches found besides
是  否                           whether the condition of the first clause holds
2  2分                           a deduction, or the points given
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

from jixiao.language.error import LanguageError
from jixiao.language.standard import Amount
from jixiao.quantity import PLAIN, NumberError, decimal_text, find_unit, fold_width, parse_number
from jixiao.scoring.scale.said import (
    Answer,
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
from jixiao.scoring.sentence.meaning import Meaning
from jixiao.scoring.sentence.measure import unit_of
from jixiao.scoring.words.amounts import PERCENT

MAX_AT_LENGTH = 200
"""Longest text read. Stops input that only costs time; real ones have ten characters."""
_ANSWERS: Mapping[str, bool] = MappingProxyType({"是": True, "否": False})
_NONE = ("无", "没有")
_ALL = ("全部", "全")
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
    return _READERS[meaning.takes](word, meaning)


def wanted(meaning: Meaning) -> str:
    """Say what the sentence asks for, with an example."""
    unit = unit_of(meaning.standard)
    match meaning.takes:
        case Takes.VALUE:
            number = "101.3% 或 1.013" if unit in (PLAIN, PERCENT) else f"3 或 3{unit.name}"
            return f"数值，如 {number}"
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
        case Takes.GIVEN:
            return f"评定的得分，不超过{decimal_text(meaning.standard.points)}，如 {decimal_text(meaning.standard.points)}"


def _value(text: str, meaning: Meaning) -> Inputs:
    if text in _ANSWERS and meaning.terms[0].choice is not None:
        return own(Answer(_ANSWERS[text]))
    return own(Value(_number(text, meaning)))


def _count(text: str, meaning: Meaning) -> Inputs:
    """Read how many were found, in the unit that the sentence counts in."""
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
    if not equals or not name.strip():
        return own(Level(text))
    return own(Level(name.strip(), _points(points, meaning)))


def _met(text: str, meaning: Meaning) -> Inputs:
    """Read the items met; behind a semicolon, how many breaches were found."""
    listed, semicolon, found = fold_width(_CIRCLED.sub(_plain, text)).partition(";")
    items = _items(listed.strip().removeprefix(","), meaning)
    if not semicolon:
        return own(Met(items))
    amount = _amount(found.strip().removeprefix("发现"), meaning)
    if amount.unit.dimension.is_ratio and amount.unit != PLAIN:
        raise RatingError(f"“{found.strip()}”不是次数，应为如 1,3；2例")
    return {**own(Met(items)), **found_besides(meaning, amount.value)}


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


def _answer(text: str, meaning: Meaning) -> Inputs:
    if text not in _ANSWERS:
        raise RatingError(f"“{text}”不是回答，应为{wanted(meaning)}")
    return own(Answer(_ANSWERS[text]))


def _deduction(text: str, meaning: Meaning) -> Inputs:
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
        Takes.GIVEN: _given,
    }
)
