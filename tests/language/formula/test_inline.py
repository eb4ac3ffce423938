"""A formula written out in Python comes to what the same formula comes to as functions."""

from fractions import Fraction

from hypothesis import given, strategies as st

from jixiao.language.formula import names
from jixiao.language.formula.calculate import Undefined, calculate, holds
from jixiao.language.formula.inline import MAX_INLINE_NODES, Inline, can_be_inlined
from jixiao.language.formula.parse import parse_formula
from shared.sentences.formulas import NAMES, conditions, expressions
from shared.sentences.strategies import fractions

worths = st.fixed_dictionaries(dict.fromkeys(NAMES, fractions()))


def run(tree, worth, find):
    """Write a tree out and run it: what it comes to, or None where it gives up."""
    variables = {name: (f"a{place}", f"b{place}") for place, name in enumerate(NAMES)}
    inline = Inline(variables)
    result = find(inline, tree)
    pairs = [
        f"{a}, {b} = {worth[name].numerator}, {worth[name].denominator}" for name, (a, b) in variables.items()
    ]
    body = [*pairs, *inline.lines, f"return {', '.join(result) if isinstance(result, tuple) else result}"]
    known = {}
    exec("\n".join(["def run():", *(f"    {line}" for line in body)]), known)
    return known["run"]()


@given(expressions, worths)
def test_a_number_comes_to_the_same(tree, worth):
    """The same value, over a number above 0; nothing where something is divided by zero."""
    found, wanted = run(tree, worth, Inline.value), calculate(tree, worth)
    if isinstance(wanted, Undefined):
        assert found is None
    else:
        above, below = found
        assert below > 0
        assert Fraction(above, below) == wanted


@given(conditions, worths)
def test_a_condition_comes_to_the_same(tree, worth):
    """The same truth, unless it gives up, which it may only where a part has no value."""
    found = run(tree, worth, Inline.holds)
    assert found is None or found == holds(tree, worth)
    assert found is not None or "÷" in repr(tree)


def test_a_name_never_gets_into_the_lines():
    """What a table calls its items is no code."""
    tree = parse_formula("__import__ / 年初预算", {})
    inline = Inline(dict.fromkeys(names(tree), ("a", "b")))
    inline.value(tree)
    assert not any("import" in line or "预算" in line for line in inline.lines)


def test_a_long_formula_is_not_written_out():
    """Its value might be longer than is worked with."""
    tree = parse_formula("+".join(["甲"] * (MAX_INLINE_NODES // 2 + 1)), {})
    assert can_be_inlined(parse_formula("甲+乙", {}))
    assert not can_be_inlined(tree)
