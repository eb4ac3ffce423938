"""Numbers that a browser counts and writes before the items of a list."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from jixiao.documents.readers.html.visible import tag_of

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
_BY_TYPE = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_CHINESE = ("cjk-ideographic", "cjk-decimal", "simp-chinese-informal", "trad-chinese-informal")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_DIGITS = "零一二三四五六七八九"
MAX_NUMBER = 3_999
"""Largest number that is written in letters; what is larger is written in digits."""


class Numbers:
    """Counts the items of each list of a page."""

    def __init__(self) -> None:
        self._next: dict[HtmlElement, int] = {}

    def before(self, item: HtmlElement) -> str:
        """Give what stands before an item: `1. `, `一、`, or nothing where the list has no numbers."""
        parent = item.getparent()
        if parent is None or tag_of(parent) != "ol":
            return ""
        step = -1 if "reversed" in parent.attrib else 1
        if parent not in self._next:
            first = sum(tag_of(one) == "li" for one in parent) if step < 0 else 1
            self._next[parent] = _whole(parent.get("start"), first)
        number = _whole(item.get("value"), self._next[parent])
        self._next[parent] = number + step
        return _written(number, _style(item) or _style(parent) or "decimal")


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\s*-?\d{1,9}\s*", text, re.ASCII) else otherwise


def _style(element: HtmlElement) -> str:
    styled = _STYLE.search(element.get("style", ""))
    return styled[1].strip().lower() if styled else _BY_TYPE.get(element.get("type", ""), "")


def _written(number: int, style: str) -> str:
    if "none" in style.split() or style in {"disc", "circle", "square"}:
        return ""
    if not 0 < number <= MAX_NUMBER:
        return f"{number}. "
    if any(one in style for one in _CHINESE):
        return f"{_in_chinese(number)}、"
    if "roman" in style:
        sign = _in_roman(number)
    elif "alpha" in style or "latin" in style:
        sign = _in_letters(number)
    else:
        sign = str(number)
    return f"{sign.upper() if 'upper' in style else sign}. "


def _in_letters(number: int) -> str:
    sign = ""
    while number:
        number, rest = divmod(number - 1, 26)
        sign = chr(ord("a") + rest) + sign
    return sign


def _in_roman(number: int) -> str:
    sign = ""
    for value, letters in _ROMAN:
        sign += letters * (number // value)
        number %= value
    return sign


def _in_chinese(number: int) -> str:
    if number >= 100:
        return "".join(_DIGITS[int(one)] for one in str(number))
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
