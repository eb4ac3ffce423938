"""Read a formula into its tree."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from lark import Lark, Token
from lark.exceptions import UnexpectedToken, VisitError
from lark.visitors import Transformer_NonRecursive

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
from jixiao.language.span import Span
from jixiao.language.tables import open_grammar
from jixiao.quantity import NumberError, UnitError, parse_quantity

MAX_FORMULA_LENGTH = 2_000
"""Longest formula read, in characters. Stops input that only costs time."""
MAX_FORMULA_DEPTH = 100
"""Deepest tree. Stops nesting that would exhaust the stack of whoever walks it."""

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
        tree = _parser().parse(list(tokenise(text, known)))
    except UnexpectedToken as error:
        raise _unexpected(error, text) from None
    try:
        result = _Build().transform(tree)
    except VisitError as error:
        if isinstance(error.orig_exc, LanguageError):
            raise error.orig_exc from None
        raise
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


def _unexpected(error: UnexpectedToken, text: str) -> LanguageError:
    wanted = "、".join(dict.fromkeys(_EXPECTED[one] for one in _EXPECTED if one in error.accepts))
    hint = f"，这里应为{wanted}" if wanted else ""
    found = error.token
    if found.type == "$END":
        return LanguageError(f"公式没有写完{hint}", len(text))
    return LanguageError(f"公式在“{found}”处读不懂{hint}", found.start_pos or 0, len(found))


class _Build(Transformer_NonRecursive[Token, Expression]):
    """Bottom-up construction without recursion: a formula may be a thousand brackets deep."""

    def number(self, parts: list[Any]) -> Expression:
        try:
            quantity = parse_quantity(str(parts[0]))
        except (NumberError, UnitError) as error:
            raise LanguageError(str(error), parts[0].start_pos, len(parts[0])) from None
        return Number(Fraction(quantity.value), quantity.unit, _span(parts[0]))

    def name(self, parts: list[Any]) -> Expression:
        return Name(str(parts[0]), _span(parts[0]))

    def minus(self, parts: list[Any]) -> Expression:
        return Minus(parts[1], _span(parts[0]))

    def arithmetic(self, parts: list[Any]) -> Expression:
        operator = {"PLUS": "+", "MINUS": "-", "TIMES": "×", "DIVIDE": "÷"}[parts[1].type]
        return Arithmetic(operator, parts[0], parts[2], _span(parts[1]))

    def comparison(self, parts: list[Any]) -> Expression:
        return Comparison(str(parts[1]), parts[0], parts[2], _span(parts[1]))

    def logic(self, parts: list[Any]) -> Expression:
        return Logic("且" if parts[1].type == "AND" else "或", parts[0], parts[2], _span(parts[1]))

    def negated(self, parts: list[Any]) -> Expression:
        return Not(parts[1], _span(parts[0]))

    def call(self, parts: list[Any]) -> Expression:
        arguments = tuple(part for part in parts if not isinstance(part, Token))
        if str(parts[0]) == "绝对值" and len(arguments) != 1:
            raise LanguageError("绝对值只能有一个数", parts[0].start_pos, len(parts[0]))
        return Call(str(parts[0]), arguments, _span(parts[0]))

    def absolute(self, parts: list[Any]) -> Expression:
        return Call("绝对值", (parts[1],), _span(parts[0]))

    def bracket(self, parts: list[Any]) -> Expression:
        inner: Expression = parts[1]
        return inner


def _span(one: Token) -> Span:
    return Span(one.start_pos or 0, one.end_pos or 0)


@cache
def _parser() -> Lark:
    return open_grammar(Path(__file__).with_name("grammar.lark"), "condition")
