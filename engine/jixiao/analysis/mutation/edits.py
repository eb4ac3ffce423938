"""Small changes to the text of a sentence or formula: a number, a sign, an end that is included."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from jixiao.dataclass import dataclass
from jixiao.language.error import LanguageError
from jixiao.language.formula.tokenise import tokenise as formula_tokens
from jixiao.language.standard.tokens.source import Source, fold_sentence
from jixiao.language.standard.tokens.tokenise import tokenise
from jixiao.language.tokens import Token
from jixiao.quantity import fold_width
from jixiao.quantity.quantity import printed

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_SIGN = re.compile(r"[-+×*÷/]")
_NUMERALS = "零一二三四五六七八九十"
_SILENT = frozenset({"TEXT", "MARK", "INCLUDED", "SEMI", "COMMA", "COLON", "EXPRESSION"})
"""Kinds of words whose digits are no number of the rule."""
_COMPARISONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "≤": ("<", "≥"), "<": ("≤", ">"), "≥": (">", "≤"), ">": ("≥", "<"), "=": ("≤", "≥"),
        "不超过": ("低于", "不低于"), "不高于": ("低于", "不低于"), "低于": ("不超过", "高于"),
        "小于": ("不超过", "大于"), "不足": ("不超过", "超过"), "大于": ("不低于", "小于"),
        "高于": ("不低于", "低于"), "超过": ("不低于", "低于"), "不低于": ("高于", "不超过"),
        "不少于": ("高于", "不超过"), "达到": ("超过", "低于"),
        "大于等于": ("大于",), "小于等于": ("小于",), "等于": ("不超过",),
    }
)  # fmt: skip
_SIDES: Mapping[str, str] = MappingProxyType(
    {
        "超过": "低于", "超出": "低于", "高于": "低于", "增加": "减少", "提高": "降低", "上升": "下降",
        "低于": "超过", "减少": "增加", "降低": "提高", "下降": "上升", "以上": "以下", "以下": "以上",
    }
)  # fmt: skip
_OPERATORS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "+": ("-",), "-": ("+",), "×": ("÷",), "*": ("/",), "÷": ("×",), "/": ("*",),
        "≤": ("<",), "<": ("≤",), "≥": (">",), ">": ("≥",), "=": ("≠",), "≠": ("=",),
        "且": ("或",), "或": ("且",), "最大": ("最小",), "最小": ("最大",),
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """Other words for one stretch of a text."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Changes made together; `gain` is by how much points that the text names grow."""

    changes: tuple[Change, ...]
    gain: Fraction = Fraction(0)

    def apply(self, text: str) -> str:
        """Give the text with the changes made."""
        for one in sorted(self.changes, key=lambda one: -one.start):
            text = text[: one.start] + one.new + text[one.end :]
        return text

    def words(self, text: str) -> tuple[str, str]:
        """Give the words of the first change, before and after."""
        first = self.changes[0]
        return text[first.start : first.end], first.new


def sentence_edits(sentence: str) -> Iterator[Edit]:
    """Yield every small change to a scoring sentence; some give no sentence that can be read."""
    try:
        source = fold_sentence(sentence)
        tokens = tokenise(source)
    except LanguageError:
        return
    numbers: dict[str, list[Edit]] = {}
    for place, token in enumerate(tokens):
        if not token:
            continue
        after = tokens[place + 1].type if place + 1 < len(tokens) else ""
        edits = [_placed(source, token, one) for one in _of_token(token, after)]
        yield from edits
        if token.type == "NUMBER":
            numbers.setdefault(str(token).rstrip("%"), []).extend(edits[:2])
    for same in numbers.values():
        yield from _together(same)


def _of_token(token: Token, after: str) -> Iterator[Edit]:
    """Yield the changes within one token, from its own first character on."""
    text = str(token)
    if token.type not in _SILENT:
        yield from _numbers(text, is_points="POINTS" in token.type or token.type == "ZERO")
    for old, news in _COMPARISONS.items():
        if token.type == "OPERATOR" and text == old:
            yield from (Edit((Change(0, len(text), new),)) for new in news)
    if token.type in ("STEP", "AFTERWARDS"):
        yield from (
            Edit((Change(found, found + len(old), new),))
            for old, new in _SIDES.items()
            if (found := text.find(old)) >= 0
        )
    if token.type == "INCLUDED":
        other = text.replace("不含", "含") if "不含" in text else text.replace("含", "不含")
        yield Edit((Change(0, len(text), other),))
    if token.type == "NUMBER" and after != "INCLUDED":
        yield from (Edit((Change(len(text), len(text), mark),)) for mark in ("（含）", "（不含）"))
    if token.type == "EXPRESSION":
        yield from _numbers(text, is_points=False)
        yield from _operators(_SIGN.finditer(text))


def _numbers(text: str, *, is_points: bool) -> Iterator[Edit]:
    """Yield every number one unit of its last place higher and lower; never below zero."""
    for found in _DIGITS.finditer(text):
        decimals = len(found[0].partition(".")[2])
        for step in (Fraction(1, 10**decimals), -Fraction(1, 10**decimals)):
            value = Fraction(found[0]) + step
            if value >= 0:
                new = Change(found.start(), found.end(), printed(value, decimals))
                yield Edit((new,), step if is_points else Fraction(0))
    for place, sign in enumerate(text):
        number = _NUMERALS.find(sign)
        for up in (1, -1) if number > 0 else ():
            if 0 < number + up < len(_NUMERALS):
                new = Change(place, place + 1, _NUMERALS[number + up])
                yield Edit((new,), Fraction(up) if is_points else Fraction(0))


def _operators(found: Iterable[re.Match[str]]) -> Iterator[Edit]:
    for one in found:
        yield from (Edit((Change(one.start(), one.end(), new),)) for new in _OPERATORS.get(one[0], ()))


def _placed(source: Source, token: Token, edit: Edit) -> Edit:
    """Move changes within a folded token to where they stand in the sentence as written."""
    start, changes = token.start_pos or 0, []
    for one in edit.changes:
        if one.start == one.end:
            at = source.span(start, start + one.start).end
            changes.append(Change(at, at, one.new))
        else:
            span = source.span(start + one.start, start + one.end)
            changes.append(Change(span.start, span.end, one.new))
    return Edit(tuple(changes), edit.gain)


def _together(same: list[Edit]) -> Iterator[Edit]:
    """Yield the changes of one number that stands several times, made at all its places."""
    for parity in (0, 1):
        group = same[parity::2]
        if len(group) > 1 and len({edit.changes[0].new for edit in group}) == 1:
            yield Edit(tuple(change for edit in group for change in edit.changes))


def formula_edits(text: str, known: Collection[str]) -> Iterator[Edit]:
    """Yield every small change to a formula or condition: operators, comparisons, numbers."""
    folded = fold_width(text)
    try:
        tokens = list(formula_tokens(text, known))
    except LanguageError:
        return
    for token in tokens:
        start, end = token.start_pos or 0, token.end_pos or 0
        if token.type == "NUMBER":
            for edit in _numbers(folded[start:end], is_points=False):
                moved = (Change(start + one.start, start + one.end, one.new) for one in edit.changes)
                yield Edit(tuple(moved))
        elif token.type != "NAME":
            news = _OPERATORS.get(str(token), ())
            yield from (Edit((Change(start, end, new),)) for new in news)
