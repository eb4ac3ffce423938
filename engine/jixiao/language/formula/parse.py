"""Read a formula into its tree."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from jixiao.language.error import LanguageError
from jixiao.language.formula.tokenise import tokenise
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
from jixiao.quantity import NumberError, UnitError, parse_quantity

MAX_FORMULA_LENGTH = 2_000
"""Longest formula read, in characters. Stops input that only costs time."""
MAX_FORMULA_DEPTH = 100
"""Deepest tree. Stops nesting that would exhaust the stack of whoever walks it."""

_GRAMMAR, _START = Path(__file__).with_name("grammar.lark"), "condition"
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
