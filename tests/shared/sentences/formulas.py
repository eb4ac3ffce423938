"""Formula trees, drawn; and what they are worth, worked out by Python itself."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from hypothesis import strategies as st

from jixiao.language.formula import Arithmetic, Call, Comparison, Expression, Logic, Minus, Name, Not, Number
from jixiao.quantity import find_unit
from shared.sentences.strategies import decimals

NAMES = (
    "年初预算", "年初预算数", "非税收入", "最大负荷", "2022年预算", "且末县补助", "“三公经费”变动率", "因公出国（境）费", "甲或乙", "x",
)  # fmt: skip
"""Names that hold keywords, digits, brackets, quotation marks, or another name."""

numbers = st.builds(
    Number, decimals(0, 1000, 3), st.sampled_from(["", "%", "万元", "人", "个百分点"]).map(find_unit)
)
names = st.sampled_from(NAMES).map(Name)


def _larger(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return (
        st.builds(Minus, inner)
        | st.builds(Arithmetic, st.sampled_from("+-×÷"), inner, inner)
        | st.builds(Call, st.sampled_from(["最大", "最小"]), several)
        | st.builds(lambda one: Call("绝对值", (one,)), inner)
    )


expressions: st.SearchStrategy[Expression] = st.recursive(numbers | names, _larger, max_leaves=8)
comparisons = st.builds(Comparison, st.sampled_from("=≠<≤>≥"), expressions, expressions)
conditions: st.SearchStrategy[Expression] = st.recursive(
    comparisons,
    lambda inner: st.builds(Not, inner) | st.builds(Logic, st.sampled_from("且或"), inner, inner),
    max_leaves=5,
)


def python_of(tree: Expression) -> str:
    """Write a tree as Python, every operation in brackets; items are looked up in `v`."""
    match tree:
        case Number():
            return f"Fraction('{tree.value * tree.unit.factor}')"
        case Name():
            return f"v[{tree.name!r}]"
        case Minus():
            return f"(-{python_of(tree.operand)})"
        case Not():
            return f"(not {python_of(tree.operand)})"
        case Call():
            inside = ", ".join(python_of(one) for one in tree.arguments)
            return {"最大": f"max([{inside}])", "最小": f"min([{inside}])", "绝对值": f"abs({inside})"}[
                tree.function
            ]
        case _:
            sign = {"×": "*", "÷": "/", "且": "and", "或": "or", "=": "==", "≠": "!=", "≤": "<=", "≥": ">="}
            return (
                f"({python_of(tree.left)} {sign.get(tree.operator, tree.operator)} {python_of(tree.right)})"
            )


def worth(tree: Expression, values: Mapping[str, Fraction]) -> Fraction | bool | None:
    """Work a formula out in Python; None where something is divided by zero."""
    try:
        return eval(python_of(tree), {"Fraction": Fraction, "v": values})
    except ZeroDivisionError:
        return None
