"""Read a formula into its tree."""

from __future__ import annotations

import re
from collections.abc import Collection
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from jixiao.language.error import LanguageError
from jixiao.language.formula.tokenise import COMPARISONS, plain_name, tokenise
from jixiao.language.formula.tree import (
    Arithmetic,
    Call,
    Comparison,
    Expression,
    Logic,
    Minus,
    Name,
    Not,
    Number,
    children,
)
from jixiao.language.reading import Unexpected, read
from jixiao.language.span import Span
from jixiao.language.tables import Tables, open_tables
from jixiao.language.tokens import END, Token
from jixiao.quantity import NumberError, UnitError, fold_width, parse_quantity

MAX_FORMULA_LENGTH = 2_000
"""Longest formula read, in characters. Stops input that only costs time."""
MAX_FORMULA_DEPTH = 100
"""Deepest tree. Stops nesting that would exhaust the stack of whoever walks it."""

_GRAMMAR, _START = Path(__file__).with_name("grammar.lark"), "condition"
_COMPARING = re.compile("|".join(sorted(map(re.escape, COMPARISONS), key=len, reverse=True)))
_LEAD = re.compile(r"\s*(?:(?:计算)?公式(?:为|是)?[:\s])?\s*")
"""What may stand before the name that a formula is of."""
_END = " \t\r\n\u3000。;"
"""What may stand behind a formula without belonging to it."""
_EXPECTED = {
    "NAME": "数据项",
    "NUMBER": "数字",
    "LPAR": "左括号",
    "RPAR": "右括号",
    "PLUS": "运算符",
    "COMPARE": "比较符号",
}


def parse_formula(text: str, known: Collection[str]) -> Expression:
    """Read a formula; `known` are the names it may use, for telling names from keywords.

    Unknown names are kept as they stand: whoever knows the items reports them.
    Raises LanguageError with the position of the first thing not understood.
    """
    if len(text) > MAX_FORMULA_LENGTH:
        raise LanguageError(f"公式过长（{len(text)} 字），最多 {MAX_FORMULA_LENGTH} 字", MAX_FORMULA_LENGTH)
    if not text.strip():
        raise LanguageError("公式是空的", 0)
    try:
        result: Expression = read(_tables(), tokenise(text, known), _BUILD)
    except Unexpected as error:
        raise _unexpected(error.token, text, known) from None
    _limit_depth(result)
    return result


def parse_indicator_formula(text: str, known: Collection[str], indicator: str) -> Expression:
    """Read the 公式 of an indicator as tables write it: 名称=（A÷B）×100%.

    What stands before = must be the indicator's name. Raises LanguageError, also where it is another name.
    """
    folded = fold_width(text).rstrip(_END)
    sign = _COMPARING.search(folded)
    lead = _LEAD.match(folded)
    start = lead.end() if lead else 0
    if sign is None or sign[0] not in ("=", "==") or len(text) > MAX_FORMULA_LENGTH:
        return parse_formula(text[: len(folded)], known)
    written = text[start : sign.start()].strip()
    if plain_name(written) != plain_name(indicator):
        message = (
            f"公式等号前写的是“{written}”，不是本指标的名称“{indicator}”，请改成一致，或只写等号后面的算式"
        )
        raise LanguageError(message, start, max(len(written), 1))
    return parse_formula(" " * sign.end() + text[sign.end() : len(folded)], known)


def _limit_depth(tree: Expression) -> None:
    level, depth = [tree], 0
    while level:
        depth += 1
        if depth > MAX_FORMULA_DEPTH:
            raise LanguageError(
                f"公式嵌套过深，最多 {MAX_FORMULA_DEPTH} 层，请拆成几个数据项", level[0].span.start
            )
        level = [child for node in level for child in children(node)]


def _unexpected(found: Token, text: str, known: Collection[str]) -> LanguageError:
    from jixiao.language.with_lark import make_parser, refusal

    accepted = refusal(
        make_parser(_GRAMMAR.read_text(encoding="utf-8"), _START), tokenise(text, known)
    ).accepts
    wanted = "、".join(dict.fromkeys(_EXPECTED[one] for one in _EXPECTED if one in accepted))
    hint = f"，这里应为{wanted}" if wanted else ""
    if found.type == END:
        return LanguageError(f"公式没有写完{hint}", len(text))
    return LanguageError(f"公式在“{found}”处读不懂{hint}", found.start_pos, len(found))


class _Build:
    """Makes nodes of what the rules of the grammar take together."""

    def number(self, *parts: Any) -> Expression:
        try:
            quantity = parse_quantity(str(parts[0]))
        except (NumberError, UnitError) as error:
            raise LanguageError(str(error), parts[0].start_pos, len(parts[0])) from None
        return Number(Fraction(quantity.value), quantity.unit, _span(parts[0]))

    def name(self, *parts: Any) -> Expression:
        return Name(str(parts[0]), _span(parts[0]))

    def minus(self, *parts: Any) -> Expression:
        return Minus(parts[1], _span(parts[0]))

    def arithmetic(self, *parts: Any) -> Expression:
        operator = {"PLUS": "+", "MINUS": "-", "TIMES": "×", "DIVIDE": "÷"}[parts[1].type]
        return Arithmetic(operator, parts[0], parts[2], _span(parts[1]))

    def comparison(self, *parts: Any) -> Expression:
        return Comparison(str(parts[1]), parts[0], parts[2], _span(parts[1]))

    def logic(self, *parts: Any) -> Expression:
        return Logic("且" if parts[1].type == "AND" else "或", parts[0], parts[2], _span(parts[1]))

    def negated(self, *parts: Any) -> Expression:
        return Not(parts[1], _span(parts[0]))

    def call(self, *parts: Any) -> Expression:
        arguments = tuple(part for part in parts if not isinstance(part, Token))
        if str(parts[0]) == "绝对值" and len(arguments) != 1:
            raise LanguageError("绝对值只能有一个数", parts[0].start_pos, len(parts[0]))
        return Call(str(parts[0]), arguments, _span(parts[0]))

    def absolute(self, *parts: Any) -> Expression:
        return Call("绝对值", (parts[1],), _span(parts[0]))

    def bracket(self, *parts: Any) -> Expression:
        inner: Expression = parts[1]
        return inner


_BUILD = _Build()


def _span(one: Token) -> Span:
    return Span(one.start_pos, one.end_pos)


@cache
def _tables() -> Tables:
    return open_tables(_GRAMMAR, _START)
