"""A working as reports print it: 16/27*100%=59.26%, read into its sides and calculated exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.language.error import LanguageError
from jixiao.language.formula import Arithmetic, Expression, Minus, Number, parse_formula
from jixiao.quantity import NumberError
from jixiao.quantity.number import PrintedNumber, parse_number

_WORDS = re.compile(r"[\u4e00-\u9fff]+")
_SIDES = re.compile(r"[=<>≤≥≈]+")
_UNIT = re.compile(r"(?<=\d)(亿元|万元|千元|元|万|亿|人次|人|个|辆|台|套|项|批次|批|平方米|㎡|分)")
_NUMBERED = re.compile(r"\d+(?!\d*年)")
_RESULT = re.compile(
    r"(?P<words>[\u4e00-\u9fff]*)(?P<number>-?\d[\d,]*(?:\.\d+)?)(?P<unit>%|[\u4e00-\u9fff㎡]*)(?P<more>.*)"
)
_NAME = re.compile(r"([\u4e00-\u9fff]+?)(?:[=为是]+|=[^=]*=)?$")
_OPERATORS = "+-*/×÷xX"
_LESS = re.compile("减|降|低|负")
MAX_LENGTH = 200
"""Longest clause that is looked at; what is longer is no working."""
_REACH = 12
"""How deep a working may be nested."""


@dataclass(frozen=True, slots=True)
class Range:
    """What an expression comes to as it is printed, and the least and most that its rounded figures may make of it."""

    value: Fraction
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Result:
    """A number behind a sign of a working; a share in `%` as 59.26."""

    sign: str
    number: PrintedNumber
    is_percent: bool
    is_less: bool
    """Whether words before it say that something became less."""
    end: int

    @property
    def slack(self) -> Fraction:
        """Half a unit of its last decimal."""
        return Fraction(1, 2 * 10**self.number.decimals)


@dataclass(frozen=True, slots=True)
class Working:
    """An expression and what is printed of it, at its place in a clause."""

    name: str
    """The words before the first sign, or before the expression."""
    start: int
    expression: str
    readings: tuple[Range, ...]
    """What it comes to: as it is written, and with the fraction stroke under the whole of each side."""
    results: tuple[Result, ...]
    divides: bool


def workings(clause: str) -> Iterator[Working]:
    """Yield the working of a folded clause, where there is one that can be calculated."""
    if len(clause) > MAX_LENGTH or len(set(_UNIT.findall(clause))) > 1:
        return
    signs = list(_SIDES.finditer(clause))
    starts = [0, *(one.end() for one in signs)]
    for at, sign in enumerate(signs):
        side = clause[starts[at] : sign.start()]
        found = _expression(side, whole=at > 0)
        if found is None:
            continue
        offset, text = found
        readings = tuple(filter(None, map(_range, _readings(text))))
        results = tuple(_results(clause, signs[at:]))
        if readings and results:
            written = "".join(text.split())
            name = _NAME.search(clause[: starts[at] + offset])
            yield Working(
                name[1] if name else "",
                starts[at] + offset,
                written,
                readings,
                results,
                any(sign in text for sign in "/÷"),
            )
        return


def _expression(side: str, *, whole: bool) -> tuple[int, str] | None:
    """Give an expression at the end of one side: where it begins, and its text without words."""
    if not any(sign in side for sign in _OPERATORS):
        return None
    starts = [0] if whole else [0, *(one.end() for one in _WORDS.finditer(side))]
    for start in starts:
        if start and _NUMBERED.search(re.sub(r"\d{4}年", "", side[:start])):
            return None  # figures that may belong to it: 年初预算100万元，加20+30=150
        text = _WORDS.sub(" ", _UNIT.sub("", side[start:]))
        tree = _parse(text)
        if isinstance(tree, Arithmetic):
            lead = len(side[start:]) - len(side[start:].lstrip())
            return start + lead + _words_at(side[start + lead :]), text
    return None


def _words_at(text: str) -> int:
    found = _WORDS.match(text)
    return found.end() if found else 0


def _results(clause: str, signs: list[re.Match[str]]) -> Iterator[Result]:
    """Yield the plain numbers behind the signs; what else stands there is passed over."""
    ends = [*(one.start() for one in signs[1:]), len(clause)]
    for sign, end in zip(signs, ends, strict=True):
        found = _RESULT.match(clause[sign.end() : end])
        if found is None or found["more"].startswith((*_OPERATORS, "(", ",")) or found["more"][:1].isdigit():
            continue
        try:
            number = parse_number(found["number"])
        except NumberError:
            continue
        stop = sign.end() + found.end("number") + (found["unit"] == "%")
        less = bool(_LESS.search(found["words"]))
        yield Result(sign[0], number, found["unit"] == "%", less, stop)


def _readings(text: str) -> Iterator[str]:
    yield text
    sides = re.split("[/÷]", text)
    if len(sides) == 2 and not any(sign in text for sign in "()"):
        yield f"({sides[0]})/({sides[1]})"


def _range(text: str) -> Range | None:
    tree = _parse(text)
    return None if tree is None else _evaluated(tree, text, _REACH)


_NO_FORMULA = re.compile(r"[(+\-*/×÷]\s*[)*/×÷]|[(+\-*/×÷]\s*$|^\s*[)*/×÷]|^\s*$")
"""What is surely none: an operator or a bracket beside which the number is missing. Telling why would take long."""


def _parse(text: str) -> Expression | None:
    if _NO_FORMULA.search(text):
        return None
    try:
        return parse_formula(text, ())
    except LanguageError:
        return None


def _evaluated(tree: Expression, text: str, reach: int) -> Range | None:
    if not reach:
        return None
    match tree:
        case Number():
            return _printed(tree, text[tree.span.start : tree.span.end])
        case Minus():
            one = _evaluated(tree.operand, text, reach - 1)
            return None if one is None else Range(-one.value, -one.high, -one.low)
        case Arithmetic():
            left = _evaluated(tree.left, text, reach - 1)
            right = _evaluated(tree.right, text, reach - 1)
            return None if left is None or right is None else _combined(tree.operator, left, right)
        case _:
            return None


def _printed(number: Number, written: str) -> Range | None:
    value = number.value * number.unit.factor
    decimals = written.rstrip("% ").partition(".")[2]
    slack = Fraction(1, 2 * 10 ** len(decimals)) * number.unit.factor if decimals else Fraction(0)
    return Range(value, value - slack, value + slack)


def _combined(operator: str, left: Range, right: Range) -> Range | None:
    ends = [(one, other) for one in (left.low, left.high) for other in (right.low, right.high)]
    match operator:
        case "+":
            return Range(left.value + right.value, left.low + right.low, left.high + right.high)
        case "-":
            return Range(left.value - right.value, left.low - right.high, left.high - right.low)
        case "×":
            products = [one * other for one, other in ends]
            return Range(left.value * right.value, min(products), max(products))
        case "÷" if not right.low <= 0 <= right.high:
            quotients = [one / other for one, other in ends]
            return Range(left.value / right.value, min(quotients), max(quotients))
        case _:
            return None
