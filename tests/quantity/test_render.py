"""Exact numbers as text: exact for programs, rounded for people."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.quantity import (
    decimal_text,
    exact_sum,
    parse_number,
    percent_of,
    percent_text,
    points_text,
    shown_of,
    shown_text,
    whole_text,
)
from shared.sentences.strategies import decimals, fractions


@given(decimals(-1000, 1000, 6))
def test_programs_get_finite_decimals_exactly(number):
    """What has a finite decimal is written as one, without zeros at its end, and reads back the same."""
    text = decimal_text(number)
    assert parse_number(text).value == number
    assert "." not in text or not text.endswith("0")


@given(fractions())
def test_programs_get_fractions_where_no_decimal_ends(number):
    """1/3 is written 1/3: nothing is lost, whatever the number."""
    text = decimal_text(number)
    assert Fraction(text) == number
    assert ("/" in text) == bool(set(_prime_factors(number.denominator)) - {2, 5})


def _prime_factors(number: int) -> list[int]:
    found, factor = [], 2
    while number > 1:
        while number % factor == 0:
            found.append(factor)
            number //= factor
        factor += 1
    return found


@given(fractions(), st.integers(0, 4))
def test_people_get_a_rounded_number(number, places):
    """What people see differs from the number by half of the last place at most."""
    assert abs(Fraction(shown_text(number, places)) - number) <= Fraction(1, 2 * 10**places)


@given(st.integers(-100, 100), st.integers(1, 10**6 - 1))
def test_people_never_see_a_threshold_that_is_missed_by_a_little(threshold, millionths):
    """30.004 is not shown as 30, since 30 may be a threshold."""
    number = threshold + Fraction(millionths, 10**6)
    assert Fraction(shown_text(number)) not in (threshold, threshold + 1)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("30.004", "30.004"),
        ("29.999", "29.999"),
        ("30.0000004", "30"),
        ("30.0000006", "30.000001"),
        ("31.0596", "31.06"),
        ("5", "5"),
        ("2.675", "2.68"),
        ("-0.001", "-0.001"),
    ],
)
def test_what_people_see(number, shown):
    """Two decimals, more where two would show a whole number, and never more than six."""
    assert shown_text(Fraction(number)) == points_text(Fraction(number)) == shown


@pytest.mark.parametrize(
    ("ratio", "shown"), [("0.3106", "31.06%"), ("1", "100%"), ("0.99999", "99.999%"), ("-0.0601", "-6.01%")]
)
def test_ratios_are_shown_as_percentages(ratio, shown):
    """0.3106 is shown as 31.06%."""
    assert percent_text(Fraction(ratio)) == shown


@given(st.integers(1, 10**4000), st.integers(0, 10**4000 - 1))
def test_whole_numbers_of_any_length_are_written(high, low):
    """Python itself writes no more than 4,300 digits; the digits of a longer number are those of its parts."""
    assert whole_text(high * 10**4000 + low) == f"{high}{low:0>4000}"
    assert whole_text(-high * 10**4000 - low) == f"-{high}{low:0>4000}"


LONG = 10**5000
"""More than Python writes at once."""


@pytest.mark.parametrize(
    ("write", "value", "text"),
    [
        (decimal_text, Fraction(LONG), "1" + "0" * 5000),
        (decimal_text, Fraction(1, LONG), f"0.{'0' * 4999}1"),
        (decimal_text, Fraction(LONG, 3), f"1{'0' * 5000}/3"),
        (decimal_text, Fraction(-1, 3 * LONG), f"-1/3{'0' * 5000}"),
        (shown_text, Fraction(-LONG, 3), f"-{'3' * 5000}.33"),
        (shown_text, Fraction(1, LONG), "0"),
        (percent_text, Fraction(LONG), f"1{'0' * 5002}%"),
    ],
)
def test_a_number_of_any_length_can_be_written(write, value, text):
    """A total of many scores, each over another divisor, is as long as all of them."""
    assert write(value) == text


@given(fractions(), st.integers(1, 60))
def test_a_quotient_is_shown_like_the_fraction_that_it_is(number, times):
    """Whether it is in lowest terms or not."""
    above, below = number.numerator * times, number.denominator * times
    assert shown_of(above, below) == shown_text(number)
    assert percent_of(above, below) == percent_text(number)


@given(st.lists(fractions()))
def test_an_exact_sum_is_the_sum(numbers):
    """On whole numbers, in whatever order denominators come."""
    assert exact_sum(numbers) == sum(numbers, Fraction(0))
