"""Proportion: the score is a formula of the value, held between 0 and full marks.

得分=预算执行率×10，最高不超过10分。
达到目标值的得满分，未达到的按完成比例计分。
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar

from jixiao.language.error import LanguageError
from jixiao.language.formula import Arithmetic, Call, Expression, Minus, Name, Number, walk, write_formula
from jixiao.language.standard import Amount, ByFormula, Clause, InProportion, Words
from jixiao.model.ruleset import Readings
from jixiao.quantity import points_text, shown_text
from jixiao.scoring.arithmetic import Undefined, calculate
from jixiao.scoring.context import Context
from jixiao.scoring.form import At, Takes, Value
from jixiao.scoring.outcome import Outcome, earned
from jixiao.scoring.pieces import Piece

VALUE, POINTS = "指标值", "分值"
SHOWN_DECIMALS = 4
"""Decimals of a computed score in explanations."""
_REACHED = ("达到", "完成", "实现", "达成")
_LINE = tuple[Fraction, Fraction]
"""intercept and slope of a linear expression."""


@dataclass(frozen=True, slots=True)
class Proportion:
    """score = expression of 指标值 and 分值."""

    points: Fraction
    expression: Expression
    clause: str = field(default="", compare=False)

    code: ClassVar[str] = "proportion"
    takes: ClassVar[Takes] = "value"

    @property
    def asks(self) -> tuple[str, ...]:
        return ()

    def outcome(self, at: At, readings: Readings) -> Outcome:
        assert isinstance(at, Value)
        score = calculate(self.expression, {VALUE: at.value, POINTS: self.points})
        if isinstance(score, Undefined):
            return Outcome(Fraction(0), self.points, note=str(score))
        held = min(max(score, Fraction(0)), self.points)
        reason = f"按条款“{self.clause}”计得{shown_text(held, SHOWN_DECIMALS)}分"
        if held != score:
            reason += f"（算得{shown_text(score)}分，限于0至{points_text(self.points)}分）"
        return earned(self.points, held, self.clause, reason)

    def bounds(self) -> tuple[Fraction, Fraction]:
        return Fraction(0), self.points

    def amounts(self) -> tuple[Amount, ...]:
        return ()

    def canonical(self) -> str:
        return f"得分={write_formula(self.expression)}"

    def pieces(self, readings: Readings) -> tuple[Piece, ...]:
        line = _line(self.expression, self.points)
        return (Piece(None, None, False, False, *line),) if line else ()


def _line(tree: Expression, points: Fraction) -> _LINE | None:
    """Give intercept and slope of an expression that is linear in the value."""
    match tree:
        case Number():
            return tree.value * tree.unit.factor, Fraction(0)
        case Name():
            return (Fraction(0), Fraction(1)) if tree.name == VALUE else (points, Fraction(0))
        case Minus():
            line = _line(tree.operand, points)
            return line and (-line[0], -line[1])
        case Arithmetic():
            left, right = _line(tree.left, points), _line(tree.right, points)
            return left and right and _combine(tree.operator, left, right)
        case _:
            return None


def _combine(operator: str, left: _LINE, right: _LINE) -> _LINE | None:
    match operator:
        case "+":
            return left[0] + right[0], left[1] + right[1]
        case "-":
            return left[0] - right[0], left[1] - right[1]
        case "×" if not left[1] or not right[1]:
            factor, line = (left[0], right) if not left[1] else (right[0], left)
            return factor * line[0], factor * line[1]
        case "÷" if not right[1] and right[0]:
            return left[0] / right[0], left[1] / right[0]
        case _:
            return None


def recognise(clauses: tuple[Clause, ...], context: Context) -> Proportion | None:
    """Claim a formula for the score, alone or after “target met: full marks”."""
    if not clauses or len(clauses) > 2:
        return None
    last = clauses[-1]
    if len(clauses) == 2 and not _target_met(clauses[0], context):
        return None
    if isinstance(last.award, ByFormula) and not last.subject and len(clauses) == 1:
        expression = _over_value(last.award, context)
    elif isinstance(last.award, InProportion) and all(isinstance(one, Words) for one in last.subject):
        expression = Arithmetic("×", Name(VALUE), Name(POINTS))
    else:
        return None
    form = Proportion(context.points, expression, context.cite(last.span))
    _check_fit(form, last, context)
    return form


def _target_met(clause: Clause, context: Context) -> bool:
    match clause.subject:
        case (Words() as words,):
            return any(words.text.startswith(verb) for verb in _REACHED) and context.is_full(clause)
        case _:
            return False


def _over_value(award: ByFormula, context: Context) -> Expression:
    """Give the expression with the indicator's own names replaced by 指标值."""
    for node in walk(award.expression):
        known = not isinstance(node, Name) or node.name in (POINTS, "满分") or context.means_value(node.name)
        if not known or not isinstance(node, Name | Number | Minus | Arithmetic | Call):
            text = node.name if isinstance(node, Name) else write_formula(node)
            raise LanguageError(f"算式里的“{text}”既不是本指标的值，也不是分值", award.span.start, len(text))
    return _renamed(award.expression)


def _renamed(tree: Expression) -> Expression:
    match tree:
        case Name():
            return Name(POINTS if tree.name in (POINTS, "满分") else VALUE)
        case Minus():
            return Minus(_renamed(tree.operand))
        case Arithmetic():
            return Arithmetic(tree.operator, _renamed(tree.left), _renamed(tree.right))
        case Call():
            return Call(tree.function, tuple(_renamed(one) for one in tree.arguments))
        case _:
            return tree


def _check_fit(form: Proportion, clause: Clause, context: Context) -> None:
    """Refuse 率×8 where full marks are 10: a ratio of 100 % must then give full marks."""
    line = _line(form.expression, form.points)
    if line is None:
        return
    intercept, slope = line
    if slope > 0 and intercept == 0 and slope != form.points:
        raise context.misfit(slope, clause.span)
    if slope < 0 and intercept != form.points:
        raise context.misfit(intercept, clause.span)
