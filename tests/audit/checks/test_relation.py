"""Whether a relation can hold between printed numbers, against its definition tried out by brute force."""

from fractions import Fraction
from itertools import product
from random import Random

import pytest
from hypothesis import assume, given, strategies as st

from jixiao.audit.checks.relation import Verdict, compare
from jixiao.language.formula import names, parse_formula
from jixiao.language.formula.calculate import calculate
from jixiao.quantity import Printed, Quantity, as_printed, find_unit, parse_quantity
from shared.cases.papers import rounded
from shared.oracle import printing

COMPARE = {
    "=": lambda gap, widened: abs(gap) <= widened,
    "≤": lambda gap, widened: gap <= widened,
    "≥": lambda gap, widened: gap >= -widened,
}
LINEAR = [
    "a = b", "a = b + c", "a = b - c", "a + b = c + d", "a ≤ b + c", "a - b ≥ c", "a = -b", "a = b + c + d",
]  # fmt: skip
"""Every name once, so that the lowest and highest difference stand at corners."""
OTHERS = [
    "a = b / c", "a = b / (c - b)", "a = (b - c) / c", "a = b × c", "a = 最大(b, c)", "a ≤ 最小(b, c) + d",
    "绝对值(a - b) ≤ c", "a / b ≥ c / d", "a = b / (b + c + d)",
]  # fmt: skip

CONDITIONS = [
    "a > 0 且 b ≥ c",
    "a = 0 或 b / c > 1",
    "非 a ≤ b",
    "a × b = 最大(c, -d) - 2",
    "a / (b × c) = d / -4",
]

figures = st.builds(
    lambda number, places: Printed(Fraction(number, 10**places), Fraction(1, 2 * 10**places)),
    st.integers(-300, 300),
    st.integers(0, 2),
) | st.integers(-20, 20).map(lambda number: Printed(Fraction(number)))
"""Printed numbers, rounded or exact, small enough to meet often."""


def value(tree, at: dict[str, Fraction]) -> Fraction | None:
    """Calculate a side, by Python itself."""
    text = write(tree)
    try:
        return eval(text, {"F": Fraction, "max": max, "min": min, "abs": abs}, at)
    except ZeroDivisionError:
        return None


def write(text: str) -> str:
    for sign, python in {"×": "*", "最大": "max", "最小": "min", "绝对值": "abs"}.items():
        text = text.replace(sign, python)
    return text


def gap(relation: str, at: dict[str, Fraction]) -> Fraction | None:
    sign = next(sign for sign in COMPARE if f" {sign} " in relation)
    left, right = (value(side, at) for side in relation.split(f" {sign} "))
    return None if left is None or right is None else left - right


def verdict(
    relation: str, printed: dict[str, Printed], widened: Fraction = Fraction(0), restated: bool = False
) -> Verdict:
    return compare(parse_formula(relation, set("abcd")), printed, widened, restated).verdict


def draw_figures(data, relation: str) -> dict[str, Printed]:
    return {name: data.draw(figures, name) for name in names(parse_formula(relation, set("abcd")))}


widenings = st.sampled_from([Fraction(0), Fraction(1, 10), Fraction(1)])


@given(st.sampled_from(LINEAR), widenings, st.data())
def test_a_sum_holds_exactly_where_some_true_values_make_it_hold(
    relation: str, widened: Fraction, data
) -> None:
    """The difference takes every value between its lowest and highest corner."""
    printed = draw_figures(data, relation)
    gaps = [
        gap(relation, dict(zip(printed, corner, strict=True)))
        for corner in product(*(one.ends for one in printed.values()))
    ]
    sign = next(sign for sign in COMPARE if f" {sign} " in relation)
    nearest = max(min(gaps), min(max(gaps), Fraction(0)))
    assert verdict(relation, printed, widened) == (
        Verdict.HOLDS if COMPARE[sign](nearest, widened) else Verdict.FAILS
    )


@given(st.sampled_from(LINEAR + OTHERS), widenings, st.data(), st.randoms(use_true_random=False))
def test_what_some_true_values_satisfy_is_never_a_miss(
    relation: str, widened: Fraction, data, random: Random
) -> None:
    """Points anywhere within the bounds of every operand: if one satisfies the relation, it is not 不符."""
    printed = draw_figures(data, relation)
    sign = next(sign for sign in COMPARE if f" {sign} " in relation)
    found = verdict(relation, printed, widened)
    for _ in range(30):
        at = {
            name: one.value + one.slack * Fraction(random.randint(-8, 8), 8) for name, one in printed.items()
        }
        distance = gap(relation, at)
        if distance is not None and COMPARE[sign](distance, widened):
            assert found != Verdict.FAILS, at


@given(st.data(), widenings, st.booleans())
def test_whole_numbers_give_what_fractions_give(data, widened: Fraction, restated: bool) -> None:
    """Made ready on whole numbers, or walked on fractions each time: one verdict, the same sides and allowance."""
    relation = data.draw(st.sampled_from(LINEAR + OTHERS + CONDITIONS))
    sign = data.draw(st.sampled_from(" = | ≤ | ≥ | < | > | ≠ ".split("|")))
    tree = parse_formula(relation.replace(" = ", sign), set("abcd"))
    printed = draw_figures(data, relation)
    ours = compare(tree, printed, widened, restated)
    told = (ours.verdict, ours.left, ours.right, ours.allowed)
    assert told == printing.compare(tree, printed, widened, restated)


@given(st.sampled_from(LINEAR + OTHERS), st.data())
def test_true_values_give_a_difference_within_what_printing_allows(relation: str, data) -> None:
    """Any true values: printing bounds what the sides of a relation may differ by, wherever it bounds it at all."""
    printed = draw_figures(data, relation)
    tree = parse_formula(relation, set("abcd"))
    bounds = printing.difference(tree, printed)
    true = {
        name: one.value + data.draw(st.fractions(-1, 1), name) * one.slack for name, one in printed.items()
    }
    sides = calculate(tree.left, true), calculate(tree.right, true)
    if bounds is None:
        return
    assert bounds[0] <= sides[0] - sides[1] <= bounds[1]


@given(st.sampled_from(LINEAR + OTHERS), st.data(), st.booleans())
def test_widening_never_turns_what_holds_into_a_miss(relation: str, data, restated: bool) -> None:
    printed = draw_figures(data, relation)
    order = [Verdict.FAILS, Verdict.ROUNDING, Verdict.HOLDS]
    less, more = sorted(data.draw(st.lists(st.fractions(0, 20, max_denominator=9), min_size=2, max_size=2)))
    one, other = (verdict(relation, printed, widened, restated) for widened in (less, more))
    assert (one == Verdict.UNDEFINED) == (other == Verdict.UNDEFINED)
    assert one == Verdict.UNDEFINED or order.index(one) <= order.index(other)


@given(st.sampled_from(["a = b + c", "a = b - c + d", "a + b = c"]), st.data())
def test_figures_that_are_correctly_rounded_never_miss_an_identity(relation: str, data) -> None:
    """Whatever the true amounts, however each is printed."""
    amounts = {name: Fraction(data.draw(st.integers(-(10**9), 10**9), name), 100) for name in "abcd"}
    left, right = relation.split(" = ")
    amounts["a"] += value(right, amounts) - value(left, amounts)
    printed = {}
    for name, amount in amounts.items():
        unit = find_unit(data.draw(st.sampled_from(["元", "万元", "亿元"])))
        places = data.draw(st.integers(0, 2))
        number = rounded(amount / unit.factor, places)
        assume(number or not amount or places)  # a bare 0 says that there is nothing
        printed[name] = as_printed(Quantity(number, unit, places))
    assert (
        verdict(relation, {name: printed[name] for name in names(parse_formula(relation, "abcd"))})
        == Verdict.HOLDS
    )


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 2))
def test_a_ratio_rounded_from_printed_figures_agrees_and_the_next_one_is_rounding(
    top: int, bottom: int, places: int
) -> None:
    """43.5 on 424.7 is 10.24 %: that agrees, 10.23 % only if the true figures are others."""
    ratio = rounded(Fraction(top, bottom) * 100, places)
    operands = {"b": Printed(Fraction(top), Fraction(1, 2)), "c": Printed(Fraction(bottom), Fraction(1, 2))}
    stated = as_printed(Quantity(ratio, find_unit("%"), places))
    assert verdict("a = b / c", {"a": stated, **operands}, restated=True) == Verdict.HOLDS
    beside = as_printed(Quantity(ratio + Fraction(1, 10**places), find_unit("%"), places))
    assert verdict("a = b / c", {"a": beside, **operands}, restated=True) in (Verdict.ROUNDING, Verdict.FAILS)


def test_the_example_of_the_design() -> None:
    """Source: DESIGN, rounding of restated ratios."""
    operands = {"b": as_printed(parse_quantity("43.5 万元")), "c": as_printed(parse_quantity("424.7 万元"))}
    told = {
        text: verdict("a = b / c", {"a": as_printed(parse_quantity(text)), **operands}, restated=True)
        for text in ("10.24%", "10.23%", "10.2%", "10%", "10.28%", "11%")
    }
    assert told == {
        "10.24%": Verdict.HOLDS,
        "10.23%": Verdict.ROUNDING,
        "10.2%": Verdict.HOLDS,
        "10%": Verdict.HOLDS,
        "10.28%": Verdict.FAILS,
        "11%": Verdict.FAILS,
    }


@pytest.mark.parametrize(
    ("sign", "expected"), [("<", Verdict.FAILS), (">", Verdict.FAILS), ("≠", Verdict.FAILS)]
)
def test_strict_comparisons_take_numbers_as_they_are_printed(sign: str, expected: str) -> None:
    """0.00 is not more than 0: who prints it means nothing."""
    zero = as_printed(parse_quantity("0.00 万元"))
    assert verdict(f"a {sign} 0", {"a": zero}) == expected


def test_a_divisor_that_may_be_zero_decides_nothing() -> None:
    nought = Printed(Fraction(0), Fraction(1, 2))
    assert verdict("a = b / c", {"a": nought, "b": nought, "c": nought}) == Verdict.UNDEFINED


@pytest.mark.parametrize(
    ("text", "slack"),
    [
        ("225.18 万元", Fraction(50)), ("225 万元", Fraction(5000)), ("3 元", Fraction(1, 2)), ("0 万元", Fraction(0)),
        ("0.0 万元", Fraction(500)), ("19 人", Fraction(0)), ("1.5 人", Fraction(1, 20)), ("0%", Fraction(1, 200)),
        ("93.38%", Fraction(1, 20_000)), ("0.93", Fraction(1, 200)), ("35 平方米", Fraction(1, 2)), ("7 次", Fraction(0)),
    ],
)  # fmt: skip
def test_a_printed_number_is_known_to_half_its_last_decimal(text: str, slack: Fraction) -> None:
    """People, cases and days are counted whole; a bare 0 says that there is nothing."""
    assert as_printed(parse_quantity(text)).slack == slack
