"""The quotient of named amounts that a formula for the score works on: it is the indicator's value.

得分=（1-5×追加金额÷年初预算）×分值 is a formula of 追加金额÷年初预算, wherever that stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.language.error import LanguageError
from jixiao.language.formula import (
    Arithmetic,
    Call,
    Expression,
    Minus,
    Name,
    Number,
    parse_formula,
    walk,
)
from jixiao.language.standard import ByFormula, Clause, Sentence, is_points_name
from jixiao.language.standard.tokens.vocabulary import OPERATORS
from jixiao.quantity import PLAIN
from jixiao.scoring.words.line import VALUE

_IF = re.compile("^(?:其中|若是?|如果?|当|凡是?|即)+")
_COMPARED = "|".join(sorted(map(re.escape, OPERATORS), key=len, reverse=True))
_RESULTS = ("实际", "完成", "已", "到位")
_GOALS = ("计划", "目标", "预算", "应", "全部", "总")


@dataclass(frozen=True, slots=True)
class Quotient:
    """A formula over a value: which quotient of named amounts that is, and the formula of it."""

    value: Expression
    formula: Expression


def amounts_in(tree: Expression) -> tuple[str, ...]:
    """Give the names in a formula that are not its points, in order, each once."""
    found = (node.name for node in walk(tree) if isinstance(node, Name) and not is_points_name(node.name))
    return tuple(dict.fromkeys(found))


def quotient_of(tree: Expression) -> Quotient | None:
    """Give the one quotient in which all named amounts of a formula stand; None where there is none.

    What looks upside down, a plan over a result, is none either: refusing it is no guess.
    """
    found = any_quotient_of(tree)
    return None if found is None or _is_upside_down(found.value) else found


def any_quotient_of(tree: Expression) -> Quotient | None:
    """Give the one quotient in which all named amounts of a formula stand, also upside down."""
    found: list[Expression] = []
    try:
        formula = _reduced(tree, found)
    except _NoQuotient:
        return None
    if not found or any(one != found[0] for one in found):
        return None
    return Quotient(found[0], formula)


def quotients_in(entries: Sentence) -> Iterator[Expression]:
    """Give the quotients that the formulas of a sentence work on."""
    for entry in entries:
        if isinstance(entry, Clause) and isinstance(entry.award, ByFormula):
            found = quotient_of(entry.award.expression)
            if found is not None:
                yield found.value


def is_quotient(words: str, quotient: Expression) -> bool:
    """Whether words before a comparison are the quotient itself: 若追加金额/年初预算>0.2."""
    if not any(sign in words for sign in "/÷"):
        return False
    try:
        tree = parse_formula(_IF.sub("", words), ())
    except LanguageError:
        return False
    return _without_whole(tree) == quotient


def are_inverse(one: Expression, other: Expression) -> bool:
    """Whether one quotient is the other upside down: 实际值÷目标值, 目标值÷实际值."""
    match one, other:
        case Arithmetic(left=over, right=under), Arithmetic(left=other_over, right=other_under):
            return over == other_under and under == other_over
        case _:
            return False


def beside_whole(words: str, quotient: Expression) -> str:
    """Give the comparison with 100 % that “实际支出数大于预算数” is of 实际支出数÷预算数; "" where it is none."""
    match quotient:
        case Arithmetic(left=Name(name=over), right=Name(name=under)):
            said = re.fullmatch(f"{re.escape(over)}({_COMPARED}){re.escape(under)}", _IF.sub("", words))
            return "" if said is None else OPERATORS.get(said[1], "")
        case _:
            return ""


class _NoQuotient(Exception):
    """The amounts of a formula stand in no quotient."""


def _reduced(tree: Expression, found: list[Expression]) -> Expression:
    """Give a formula with its quotients of amounts replaced by 指标值; notes each of them."""
    if not amounts_in(tree):
        return tree
    match tree:
        case Arithmetic(operator="×" | "÷"):
            return _product(tree, found)
        case Arithmetic(operator=operator, left=left, right=right, span=span):
            return Arithmetic(operator, _reduced(left, found), _reduced(right, found), span)
        case Minus(operand=operand, span=span):
            return Minus(_reduced(operand, found), span)
        case Call(function=function, arguments=arguments, span=span):
            return Call(function, tuple(_reduced(one, found) for one in arguments), span)
        case _:
            raise _NoQuotient


_Factor = tuple[str, Expression]
"""× or ÷, and what is multiplied or divided by."""


def _product(tree: Expression, found: list[Expression]) -> Expression:
    factors = list(_factors(tree))
    over = [one for sign, one in factors if sign == "×" and amounts_in(one)]
    under = [one for sign, one in factors if sign == "÷" and amounts_in(one)]
    if len(over) == len(under) == 1 and all(_is_amount(one) for one in (*over, *under)):
        found.append(Arithmetic("÷", over[0], under[0]))
        value = Name(VALUE)
        rest = [(sign, value if one is over[0] else one) for sign, one in factors if one is not under[0]]
        return _multiplied(rest)
    if under or len(over) != 1:
        raise _NoQuotient
    return _multiplied([(sign, _reduced(one, found)) for sign, one in factors])


def _factors(tree: Expression) -> Iterator[_Factor]:
    """Yield the factors of a product; a bracket that is divided by stays whole, but for a share (×90%)."""
    match tree:
        case Arithmetic(operator="×", left=left, right=right):
            yield from _factors(left)
            yield from _factors(right)
        case Arithmetic(operator="÷", left=left, right=right):
            yield from _factors(left)
            yield from _divisors(right)
        case _:
            yield "×", tree


def _divisors(tree: Expression) -> Iterator[_Factor]:
    inner = list(_factors(tree))
    shares = [one for sign, one in inner if sign == "×" and isinstance(one, Number) and one.unit != PLAIN]
    if not shares or not amounts_in(tree):
        yield "÷", tree
        return
    yield "÷", _multiplied([(sign, one) for sign, one in inner if one not in shares])
    for share in shares:
        yield "÷", share


def _multiplied(factors: list[_Factor]) -> Expression:
    """Write factors as one product again, in their order."""
    first = next((place for place, (sign, _) in enumerate(factors) if sign == "×"), None)
    tree: Expression = Number(Fraction(1)) if first is None else factors[first][1]
    for place, (sign, factor) in enumerate(factors):
        if place != first:
            tree = Arithmetic(sign, tree, factor)
    return tree


def _is_amount(tree: Expression) -> bool:
    """Whether a part of a quotient is made of amounts: 甲, 甲-乙, |甲-乙|, 月数×30, (甲+乙)÷2. 甲-100 is none."""
    match tree:
        case Name(name=name):
            return not is_points_name(name)
        case Arithmetic(operator="×", left=Number(unit=unit), right=amount):
            return unit == PLAIN and _is_amount(amount)
        case Arithmetic(operator="×" | "÷", left=amount, right=Number(unit=unit)):
            return unit == PLAIN and _is_amount(amount)
        case Arithmetic(operator=operator, left=left, right=right):
            return operator != "÷" and _is_amount(left) and _is_amount(right)
        case Minus(operand=operand):
            return _is_amount(operand)
        case Call(arguments=arguments):
            return all(map(_is_amount, arguments))
        case _:
            return False


def can_be_rate(quotient: Expression, indicator: str) -> bool:
    """Whether a quotient of two names can be the rate that an indicator is called: what was done over what was due.

    A plan stands above only where the rate is called after it (预算调整数÷预算数 of 预算调整率); a result below only
    where one stands above too.
    """
    match quotient:
        case Arithmetic(left=Name(name=over), right=Name(name=under)):
            called = any(over[place : place + 2] in indicator for place in range(len(over) - 1))
            done = over.startswith((*_RESULTS, "达到")) or not any(word in over for word in _GOALS) or called
            of_results = over.startswith("实际") and under.startswith("实际")
            due = any(word in under for word in _GOALS) or not any(word in under for word in _RESULTS)
            return done and (of_results or (due and not under.startswith(_RESULTS)))
        case _:
            return True


def _is_upside_down(quotient: Expression) -> bool:
    """Whether a plan stands over a result: 计划数÷实际完成数."""
    match quotient:
        case Arithmetic(left=Name(name=over), right=Name(name=under)):
            planned = not over.startswith(_RESULTS) and any(word in over for word in _GOALS)
            return planned and (under.startswith(_RESULTS) or "实际" in under)
        case _:
            return False


def _without_whole(tree: Expression) -> Expression:
    """Give 甲÷乙 of 甲÷乙×100%."""
    match tree:
        case Arithmetic(operator="×", left=left, right=Number(value=value, unit=unit)):
            return left if value * unit.factor == 1 and unit != PLAIN else tree
        case _:
            return tree
