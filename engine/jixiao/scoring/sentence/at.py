"""What a person writes to be scored (--at): a value, a level, items met, 是 or 否.

101.3%  1.013  3  3次  5万元     a value, or how many were found
较好  达成=45                    a level, and the points given where the level leaves a range
1,3  1-3  ①③  无  全部  1,3；2例  items met, and breaches found besides
是  否                           whether the condition of the first clause holds
2  2分                           a deduction
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

from jixiao.language.error import LanguageError
from jixiao.language.standard import Amount
from jixiao.language.standard.build.amount import read_amount
from jixiao.quantity import PLAIN, NumberError, decimal_text, fold_width, parse_number
from jixiao.scoring.forms.checklist import Checklist
from jixiao.scoring.forms.form import Answer, At, Count, Level, Met, RatingError, Taken, Takes, Value
from jixiao.scoring.forms.target.target import Target
from jixiao.scoring.sentence.measure import PERCENT, unit_of
from jixiao.scoring.sentence.standard import Standard

MAX_AT_LENGTH = 200
"""Longest text read. Stops input that only costs time; real ones have ten characters."""
_ANSWERS: Mapping[str, bool] = MappingProxyType({"是": True, "否": False})
_NONE = ("无", "没有")
_ALL = ("全部", "全")
_PART = re.compile(r"第?(\d{1,4})项?(?:-第?(\d{1,4})项?)?")
_CIRCLED = re.compile(r"(-?)[,、\s]*([①-⑳])")
_BETWEEN = re.compile(r"\s*[,、]\s*|\s+")
_THOUSANDS = re.compile(r"([-+]?)(\d{1,3}(?:,\d{3})+)(?=\D|$)")


def read_at(text: str, standard: Standard) -> At:
    """Read what is to be scored, as the standard's form takes it.

    Raises RatingError where the text is nothing that the form could score.
    """
    word = text.strip()
    if not word:
        raise RatingError(f"没有写要核算什么，应为{wanted(standard)}")
    if len(word) > MAX_AT_LENGTH:
        raise RatingError(f"过长（{len(word)}字），最多{MAX_AT_LENGTH}字")
    return _READERS[standard.form.takes](word, standard)


def wanted(standard: Standard) -> str:
    """Say what the standard's form takes, with an example."""
    unit = unit_of(standard)
    match standard.form.takes:
        case "value":
            number = "101.3% 或 1.013" if unit in (PLAIN, PERCENT) else f"3 或 3{unit.name}"
            return f"数值，如 {number}"
        case "count":
            return f"次数，如 3 或 3{unit.name}"
        case "level":
            return "档次的名称，如 较好；档次有得分范围的可写 较好=4.5"
        case "met":
            return "达到的项，如 1,3，一项也没有达到写 无"
        case "answer":
            return "是 或 否"
        case "deduction":
            return "扣几分，如 2"


def _value(text: str, standard: Standard) -> At:
    if text in _ANSWERS and isinstance(standard.form, Target):
        return Answer(_ANSWERS[text])
    return Value(_number(text, standard))


def _count(text: str, standard: Standard) -> At:
    """Read how many were found, in the unit that the sentence counts in."""
    return Count(_number(text, standard) / unit_of(standard).factor)


def _number(text: str, standard: Standard) -> Fraction:
    """Read a number in base units; a bare one is in the unit of the sentence."""
    amount, unit = _amount(text, standard), unit_of(standard)
    if amount.unit == PLAIN:
        return amount.value if unit.dimension.is_ratio else amount.value * unit.factor
    if amount.unit.dimension == unit.dimension:
        return amount.base
    said = f"“{unit.name}”" if unit != PLAIN and unit != PERCENT else "比率或没有单位的数"
    raise RatingError(f"“{text}”的单位不对：评分标准里用的是{said}，应为{wanted(standard)}")


def _amount(text: str, standard: Standard) -> Amount:
    folded = fold_width(text).replace(" ", "")
    folded = _THOUSANDS.sub(lambda found: found[1] + found[2].replace(",", ""), folded).removeprefix("+")
    try:
        return read_amount(folded, 0)
    except LanguageError as error:
        problem, _, _ = str(error).partition("，可用：")  # forty units; what fits is said instead
        raise RatingError(f"{problem}，应为{wanted(standard)}") from None


def _level(text: str, standard: Standard) -> At:
    """Read a level's words, with the points given behind a sign of equality."""
    name, equals, points = fold_width(text).rpartition("=")
    if not equals or not name.strip():
        return Level(text)
    return Level(name.strip(), _points(points, standard))


def _met(text: str, standard: Standard) -> At:
    """Read the items met; behind a semicolon, how many breaches were found."""
    listed, semicolon, found = fold_width(_CIRCLED.sub(_plain, text)).partition(";")
    items = _items(listed.strip().removeprefix(","), standard)
    if not semicolon:
        return Met(items)
    amount = _amount(found.strip().removeprefix("发现"), standard)
    if amount.unit.dimension.is_ratio and amount.unit != PLAIN:
        raise RatingError(f"“{found.strip()}”不是次数，应为如 1,3；2例")
    return Met(items, amount.value)


def _plain(circled: re.Match[str]) -> str:
    """Write ①③ as 1,3 and ①-③ as 1-3, as the sentence numbers its items."""
    return f"{circled[1] or ','}{ord(circled[2]) - ord('①') + 1}"


def _items(listed: str, standard: Standard) -> frozenset[int]:
    if listed in _NONE:
        return frozenset()
    if listed in _ALL and isinstance(standard.form, Checklist):
        return frozenset(range(1, len(standard.form.entries) + 1))
    items: set[int] = set()
    for part in _BETWEEN.split(listed):
        shape = _PART.fullmatch(part)
        if shape is None:
            raise RatingError(f"“{part or listed}”不是项的序号，应为{wanted(standard)}")
        first, last = int(shape[1]), int(shape[2] or shape[1])
        if first > last:
            raise RatingError(f"“{part}”的次序反了")
        numbers = set(range(first, last + 1))
        if items & numbers:
            raise RatingError(f"第{min(items & numbers)}项写了两次")
        items |= numbers
    return frozenset(items)


def _answer(text: str, standard: Standard) -> At:
    if text not in _ANSWERS:
        raise RatingError(f"“{text}”不是回答，应为{wanted(standard)}")
    return Answer(_ANSWERS[text])


def _deduction(text: str, standard: Standard) -> At:
    return Taken(_points(fold_width(text).removeprefix("扣"), standard))


def _points(text: str, standard: Standard) -> Fraction:
    word = text.strip().removesuffix("分")
    try:
        return parse_number(word).value
    except NumberError:
        example = decimal_text(standard.points)
        raise RatingError(f"“{text.strip()}”不是分数，应为不超过{example}的数，如 2 或 2分") from None


_READERS: Mapping[Takes, Callable[[str, Standard], At]] = MappingProxyType(
    {
        "value": _value,
        "count": _count,
        "level": _level,
        "met": _met,
        "answer": _answer,
        "deduction": _deduction,
    }
)
