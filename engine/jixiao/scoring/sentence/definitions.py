"""What a sentence says that the value is: 执行率=支出数÷预算数×100%.

Such words are passed over where they say no more than the name does. They are refused where the value would be
another one: half of the quotient, less an amount, or a rate that is not the indicator's.
"""

from __future__ import annotations

from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.language.error import LanguageError
from jixiao.language.formula import Expression, Number, walk, write_formula
from jixiao.language.standard import Definition, Sentence
from jixiao.quantity import decimal_text
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.line import line_of
from jixiao.scoring.words.quotient import any_quotient_of

_RATES = ("率", "比例", "占比", "比重")
_ONE = Fraction(1)
_PLAIN = frozenset({(Fraction(0), _ONE), (_ONE, -_ONE), (-_ONE, _ONE)})
"""What a rate may be of its quotient, as intercept and slope: 甲÷乙, 1-甲÷乙, 甲÷乙-1."""


def refuse_definitions(entries: Sentence, context: Context) -> None:
    """Raise LanguageError at a definition by which the value would be another one than the indicator's name says."""
    by_name = replace(context, quantities=frozenset())
    for entry in entries:
        if isinstance(entry, Definition):
            _refuse(entry, by_name)


def _refuse(defined: Definition, context: Context) -> None:
    span = defined.span
    if defined.name.endswith(_RATES) and not context.means_value(defined.name):
        message = f"“{defined.name}”不是本指标“{context.name}”的名称，不知道按哪一个计分"
        raise LanguageError.at(message, span)
    other = _not_plain(defined.expression)
    if other:
        message = f"算式里的“{other}”使指标的值不是“{defined.name}”，请把算法写在公式里，句子里不写"
        raise LanguageError.at(message, span)


def _not_plain(expression: Expression) -> str:
    """Give what makes a definition more than a quotient of amounts; "" where nothing does."""
    found = any_quotient_of(expression)
    line = None if found is None else line_of(found.formula, _ONE)
    if line is not None and line in _PLAIN:
        return ""
    numbers = [node for node in walk(expression) if isinstance(node, Number)]
    telling = [one for one in numbers if one.value * one.unit.factor not in (1, 2)]
    if telling:
        return f"{decimal_text(telling[0].value)}{telling[0].unit.name}"
    return write_formula(expression) if line is not None else ""
