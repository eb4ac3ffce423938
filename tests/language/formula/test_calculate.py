"""Formulas over known values, exactly, compared with Python's own arithmetic."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.language.formula import parse_formula
from jixiao.language.formula.calculate import Undefined, calculate, compile_condition, compile_value, holds
from jixiao.language.formula.fold import fold
from jixiao.language.formula.quotient import MAX_VALUE_DIGITS, READY, NoValue
from shared.sentences.formulas import NAMES, comparisons, conditions, expressions, worth
from shared.sentences.strategies import decimals

all_values = st.fixed_dictionaries(
    {name: st.sampled_from([Fraction(0), Fraction(1)]) | decimals(-100, 100, 2) for name in NAMES}
)


@given(expressions, all_values)
def test_a_formula_is_worth_what_python_makes_of_it(tree, values):
    """Exact fractions throughout; a division by zero is an outcome, not an exception."""
    found = calculate(tree, values)
    assert (None if isinstance(found, Undefined) else found) == worth(tree, values)


@given(expressions, st.lists(all_values, min_size=2, max_size=4))
def test_a_formula_made_ready_once_gives_every_value(tree, several):
    """It keeps nothing of one case for the next."""
    ready = compile_value(tree)
    assert [ready(values) for values in several] == [calculate(tree, values) for values in several]


@given(conditions, st.lists(all_values, min_size=2, max_size=4))
def test_a_condition_made_ready_once_decides_every_case(tree, several):
    """It keeps nothing of one case for the next."""
    ready = compile_condition(tree)
    assert [ready(values) for values in several] == [holds(tree, values) for values in several]


@given(expressions, all_values)
def test_a_quotient_is_the_value_over_a_positive_number(tree, values):
    """Whole numbers above and below the stroke, below more than zero, so that comparing needs no division."""
    value = calculate(tree, values)
    try:
        above, below = fold(tree, READY)(values)
    except NoValue as error:
        assert value == Undefined(error.divisor)
    else:
        assert type(above) is type(below) is int
        assert below > 0
        assert Fraction(above, below) == value


@given(comparisons, all_values)
def test_a_comparison_holds_when_python_says_so(tree, values):
    """A comparison with something that has no value is not known."""
    assert holds(tree, values) is worth(tree, values)


@given(conditions, all_values, st.sets(st.sampled_from(NAMES)))
def test_what_is_known_without_some_items_stays_true_with_them(tree, values, missing):
    """A condition that is decided while items are missing is decided alike once they are there."""
    known = {name: value for name, value in values.items() if name not in missing}
    early = holds(tree, known)
    assert early is None or early is holds(tree, values)


TRUE, FALSE, UNKNOWN = "1 = 1", "1 = 0", "x = 1"


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        (f"{TRUE} 且 {TRUE}", True),
        (f"{TRUE} 且 {FALSE}", False),
        (f"{FALSE} 且 {UNKNOWN}", False),
        (f"{UNKNOWN} 且 {FALSE}", False),
        (f"{TRUE} 且 {UNKNOWN}", None),
        (f"{FALSE} 或 {FALSE}", False),
        (f"{FALSE} 或 {TRUE}", True),
        (f"{TRUE} 或 {UNKNOWN}", True),
        (f"{UNKNOWN} 或 {TRUE}", True),
        (f"{UNKNOWN} 或 {FALSE}", None),
        (f"非 {TRUE}", False),
        (f"非 {FALSE}", True),
        (f"非 {UNKNOWN}", None),
        ("1 ÷ 0 = 1", None),
        ("1 ≠ 0", True),
        ("1 ≤ 0", False),
        ("0 ≥ 0", True),
        ("0 > 0", False),
        ("0 < 1", True),
    ],
)
def test_truth(text, truth):
    """且 and 或 are decided by the side that decides them; what rests on a missing item is not known."""
    assert holds(parse_formula(text, NAMES), {}) is truth


@pytest.mark.parametrize(
    ("text", "divisor"),
    [
        ("1 ÷ (x - x)", "x - x"),
        ("2 + 3 ÷ 0", "0"),
        ("最大(1, 1 ÷ x)", "1"),
        ("-(1 ÷ 0)", "0"),
        ("(1 ÷ 0) ÷ (x - x)", "0"),
        ("1 × (1 ÷ 0)", "0"),
    ],
)
def test_a_division_by_zero_names_its_divisor(text, divisor):
    """People are told what was zero."""
    found = calculate(parse_formula(text, NAMES), {"x": Fraction(1)})
    if divisor == "1":
        assert found == 1
    else:
        assert found == Undefined(divisor)
        assert str(found) == f"除数“{divisor}”为零，算不出数值"


def product(factor: str, times: int) -> str:
    """Multiply something by itself so many times, in groups, for a tree may be a hundred deep."""
    groups = [min(20, times - start) for start in range(0, times, 20)]
    return "×".join(f"({'×'.join([factor] * size)})" for size in groups)


@pytest.mark.parametrize("factor", ["x", "(1÷x)", "(-x)"])
def test_a_value_of_too_many_digits_is_not_worked_out(factor):
    """One factor less gives the exact value."""
    x, times = Fraction(10**20), MAX_VALUE_DIGITS // 20
    longest, too_long = (parse_formula(product(factor, size), NAMES) for size in (times - 1, times))
    assert calculate(longest, {"x": x}) == worth(longest, {"x": x})
    undefined = calculate(too_long, {"x": x})
    assert isinstance(undefined, Undefined)
    assert undefined.is_overlong
    assert str(undefined) == "数值超过4000位，不再计算"


def test_only_lowest_terms_can_be_too_long():
    """What cancels is not counted: (x÷(3x)) × (x÷(3x)) × … stays short however long it grows unreduced."""
    tree = parse_formula(product("(x÷(x×3))", 180), NAMES)
    assert calculate(tree, {"x": Fraction(10**29 + 1)}) == Fraction(1, 3**180)


def test_a_condition_on_a_value_that_is_too_long_is_not_known():
    """It is neither true nor false."""
    tree = parse_formula(f"{product('x', 500)} > 0", NAMES)
    assert holds(tree, {"x": Fraction(10**10)}) is None


def test_numbers_count_in_base_units():
    """5万元 is 50,000 元, 10% a tenth."""
    assert calculate(parse_formula("5万元 × 10%", NAMES), {}) == 5_000


def test_a_condition_is_no_number_and_the_other_way_round():
    """What the unit check refuses never comes here; if it did, it would not pass silently."""
    with pytest.raises(TypeError):
        calculate(parse_formula("1 > 0", NAMES), {})
    with pytest.raises(TypeError):
        holds(parse_formula("1 + 0", NAMES), {})
