"""Cut a folded sentence into tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from jixiao.language.formula import plain_name
from jixiao.language.standard.points_names import NAMES
from jixiao.language.standard.tokens.asides import aside_at, ends_award, open_brackets
from jixiao.language.standard.tokens.expressions import expression_end
from jixiao.language.standard.tokens.numbering import marks_before_digits
from jixiao.language.standard.tokens.patterns import AWARDED, OPENING, STARTING, Word, words_in
from jixiao.language.standard.tokens.source import Source
from jixiao.language.tokens import Token

_BEGINS = frozenset({"START", "SEMI", "COMMA", "MARK"})
_AMOUNT = r"[^,;。:()=<>≤≥\d×*/÷\n]{1,30}"
_RATE = r"[^,;。:()=<>≤≥\d×*/÷\n]{1,20}(?:率|度|比例|比重|占比)"
_DIVIDED = rf"(?:{_AMOUNT}[÷/]{_AMOUNT}|\([^()<>≤≥=;。]{{2,40}}[÷/][^()<>≤≥=;。]{{2,40}}\))"
_SCORE = r"[^,;。:()=<>≤≥\d×*/÷\n]{1,20}(?:得分|分数|成绩|评分|考核分)"
_FULL = rf"(?:\d+(?:\.\d+)?分?|{NAMES.pattern})"
_BARE_PRODUCT = re.compile(
    rf"(?:{_RATE}|{_DIVIDED})[×*](?:100%[×*])?{_FULL}(?=[,;。(\n]|$)|{_SCORE}[×*]\d+(?:\.\d+)?%(?=[,;。(\n]|$)|{_FULL}[×*](?:{_RATE}|{_DIVIDED})(?=[,;。(\n]|$)"
)
"""预算执行率×10分: a formula for the score without 得分= before it."""
_DAY = r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日|底|初|末|份|中旬|上旬|下旬|(?=[^\W\d的以内及后前之]{2}))"
_DATE = re.compile(rf"(?:{_DAY})(?:[-~至到](?:{_DAY}|\d{{1,2}}日))?")
"""A day or a month, or from one to another, which is no number of days or months."""
_JOINS = ("-", "~", "至", "到", "、")
"""What joins a number to the one before it, so that it is no day."""
_UNTIL = ("截至", "截止到", "截止至")
_ANEW = re.compile(r"(?:未|没有|无|不(?!得分|含)|逾期|超期|缺|每|发现|出现)[^\W\d]")
"""How a clause begins that may stand behind points without any sign: 得1分未成立扣1分."""
_TOLD_APART = re.compile(r"\d|[一二三四五六七八九十百千万]")


def tokenise(source: Source, names: tuple[str, ...] = ()) -> list[Token]:
    """Give the tokens of a sentence; what no word claims becomes TEXT.

    `names` are what the indicator is called: a number in a name is no number.
    """
    cut = _part_steps_behind(_counted_before(list(_merge_text(_cut(source, names)))))
    tokens = _brackets(iter(cut))
    return list(_clause_ends(iter(open_brackets(list(tokens)))))


def _cut(source: Source, names: tuple[str, ...]) -> Iterator[Token]:
    text, marks, words = source.text, marks_before_digits(source.text), words_in(source.text)
    named = [name for one in names if _TOLD_APART.search(name := plain_name(one)) and len(name) > 2]
    position, before, opened = 0, "START", False
    while position < len(text):
        beginning = before in _BEGINS or (before == "LPAR" and opened)
        opened = before in _BEGINS or before in AWARDED or before == "RPAR" or ends_award(text, position)
        kind, end = (
            (_aside(text, position) if beginning else None)
            or _named(text, position, named, marks, before)
            or _next(text, position, before, words(text[position]))
        )
        if kind in ("FORMULA", "BYEXPR"):
            yield Token(kind, text[position:end], position, end)
            position, end = end, expression_end(text, end)
            kind = "EXPRESSION"
        yield Token(kind, text[position:end], position, end)
        position, before = end, kind
        if kind in ("DEFINITION", "RESTATED"):
            yield Token("SEMI", "", end, end)
            position, before = end + text.startswith(",", end), "SEMI"


def _aside(text: str, position: int) -> tuple[str, int] | None:
    """Give what begins a clause without being one, or a formula for the score without 得分=."""
    found = aside_at(text, position)
    if found is not None and found[0] == "SEMI":
        return "SEMI", found[1] + text.startswith(",", found[1])
    return found or (("FORMULA", position) if _BARE_PRODUCT.match(text, position) else None)


def _named(
    text: str, position: int, names: list[str], marks: dict[int, int], before: str
) -> tuple[str, int] | None:
    """Give the indicator's name, a date or the number of a clause, where one stands here."""
    if position in marks:
        return "MARK", marks[position]
    ahead = text[max(position - 3, 0) : position]
    joined = ahead.endswith(_JOINS) and not ahead.endswith(_UNTIL) and before != "MARK"
    if text[position].isdigit() and not joined and (date := _DATE.match(text, position)):
        return "TEXT", date.end()
    name = next((name for name in names if text.startswith(name, position)), None)
    return None if name is None else ("TEXT", position + len(name))


def _next(text: str, position: int, before: str, words: Iterable[Word]) -> tuple[str, int]:
    for word in words:
        if word.after and before not in word.after:
            continue
        found = word.pattern.match(text, position)
        if found:
            return word.kind, found.end()
    return "TEXT", position + 1


def _merge_text(tokens: Iterator[Token]) -> Iterator[Token]:
    held: Token | None = None
    for one in tokens:
        if one.type == "TEXT" and held is not None:
            held = Token("TEXT", held + one, held.start_pos, one.end_pos)
        elif one.type == "TEXT":
            held = one
        else:
            if held is not None:
                yield held
            held = None
            yield one
    if held is not None:
        yield held


def _counted_before(tokens: list[Token]) -> list[Token]:
    """Set what is counted before its points, as it is read: 扣2分/次 as 每次扣2分."""
    found: list[Token] = []
    for one in tokens:
        if one.type != "PER":
            found.append(one)
            continue
        place = len(found) - 1
        place -= (
            found[place].type == "POINTS" and place > 0 and found[place - 1].type in ("DEDUCT", "ADD", "GIVE")
        )
        each = "每" + one.lstrip("/每")
        found.insert(place, Token("EACH", each, one.start_pos, one.end_pos))
    return found


def _clause_ends(tokens: Iterator[Token]) -> Iterator[Token]:
    """Make SEMI the only end of a clause.

    A comma ends one where an award stands before it, or what opens a clause behind it; a
    colon where a list begins behind it; and an award where the next clause follows it
    without any sign.
    """
    before, held = "START", None
    for one in tokens:
        if held is not None:
            yield _held_sign(held, before, one)
        elif (
            (before in AWARDED and one.type in STARTING)
            or (before == "AWARD_RPAR" and one.type in ("TEXT", "ELSE"))
            or (before in ("POINTS", "ZERO") and one.type == "TEXT" and _ANEW.match(one))
            or (before == "POINTS" and one.type == "ELSE")
        ):
            yield Token("SEMI", "", one.start_pos, one.start_pos)
        held = one if one.type in ("COMMA", "COLON") or (one.type == "LIST" and before in AWARDED) else None
        if held is None:
            yield one
            before = one.type
    if held is not None:
        yield held.of_kind("SEMI")


def _held_sign(sign: Token, before: str, after: Token) -> Token:
    if sign.type == "COMMA" and before == "SEMI":
        ends = True
    elif sign.type == "LIST":
        told = before == "AWARD_RPAR" and after.type not in ("LPAR", "POINTS", "GIVE")
        ends = told or after.type in STARTING or (sign == "、" and after.type == "TEXT")
    elif sign.type == "COLON":
        ends = after.type in ("MARK", "SEMI") or before == "AWARD_RPAR"
    else:
        ends = after.type in OPENING or (before in AWARDED and after.type not in ("POINTS", "POINTSPAN"))
    return sign.of_kind("SEMI" if ends else sign.type)


def _part_steps_behind(tokens: Sequence[Token]) -> list[Token]:
    """Set what stands in brackets of part of a step behind the points: 每低10%（不足10%按10%计算）扣1分."""
    moved = list(tokens)
    for place in range(len(moved) - 4):
        opening, part, closing, cost, points = moved[place : place + 5]
        kinds = (opening.type, part.type, closing.type, points.type)
        if kinds == ("LPAR", "PARTSTEP", "RPAR", "POINTS") and cost.type in ("DEDUCT", "ADD"):
            ends = [one.of_kind("SEMI") for one in (opening, closing)]
            moved[place : place + 5] = [cost, points, ends[0], part, ends[1]]
    return moved


def _brackets(tokens: Iterator[Token]) -> Iterator[Token]:
    """Mark the bracket that closes points, （2分）, as the end of an award."""
    before = "START"
    for one in tokens:
        closes = one.type == "RPAR" and before in AWARDED
        yield one.of_kind("AWARD_RPAR") if closes else one
        before = one.type
