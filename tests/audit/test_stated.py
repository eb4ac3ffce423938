"""What the papers state of one thing: equal values are one, and what different ones look like."""

from fractions import Fraction

import pytest
from hypothesis import assume, given, strategies as st

from jixiao.audit.resemblance import WORDS, Resemblance, resemblance
from jixiao.audit.stated import stated, values_of
from jixiao.model.case import Breakdown, Claim, Part, Project, Statement
from jixiao.model.diagnostic import Place
from jixiao.quantity import Quantity, find_unit, parse_quantity

HERE = Place("案例")
MONEY = ("元", "万元", "亿元")


def statement(text: str, source: str = "", adopted: str | None = None) -> Statement:
    return Statement("甲", parse_quantity(text), source, HERE, adopted)


def project(*texts: str, breakdowns: tuple[Breakdown, ...] = ()) -> Project:
    statements = {"甲": tuple(statement(text) for text in texts)} if texts else {}
    return Project(None, statements, breakdowns, {}, Claim(), {})


def parts(*texts: str, complete: bool = True) -> Breakdown:
    found = tuple(Part(f"部分{n}", tuple(map(statement, text.split("|")))) for n, text in enumerate(texts))
    return Breakdown("甲", found, HERE, complete)


# ── One value or several ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (("190.00 万元", "190 万元"), "190.00 万元"),
        (("190 万元", "1900000 元"), "1900000 元"),
        (("0.019 亿元", "190 万元", "1900000.00 元"), "1900000.00 元"),
        (("10%", "0.10"), "10%"),
        (("190.0000 万元", "1900000 元"), "1900000 元"),
    ],
)
def test_one_value_printed_in_several_ways_is_one_and_the_finest_is_kept(
    texts: tuple[str, ...], kept: str
) -> None:
    for order in (texts, texts[::-1]):
        [one] = stated("甲", map(statement, order))
        assert str(one.quantity) == kept


def test_every_place_of_a_value_is_kept() -> None:
    [one] = stated("甲", [statement("5 万元", "一"), statement("50000 元", "二"), statement("5 万元", "一")])
    assert one.sources == ("一", "二")
    assert one.text == "50000 元（一、二）"


def test_the_adopted_value_stands_first() -> None:
    found = stated("甲", [statement("5 万元"), statement("6 万元"), statement("7 万元", "", "核对过")])
    assert [str(one.quantity) for one in found] == ["7 万元", "5 万元", "6 万元"]
    assert [one.adopted for one in found] == [True, False, False]


def test_a_value_stated_again_is_adopted_wherever_the_mark_stands() -> None:
    found = stated("甲", [statement("5 万元"), statement("6 万元"), statement("60000 元", "", "核对过")])
    assert [(one.adopted, one.quantity.base) for one in found] == [(True, 60_000), (False, 50_000)]


@given(
    st.lists(st.tuples(st.integers(1, 3), st.sampled_from(MONEY), st.integers(0, 2)), min_size=1, max_size=6)
)
def test_values_and_their_printing_do_not_depend_on_the_order(raw) -> None:
    statements = [
        Statement(
            "甲",
            Quantity(Fraction(number * 10**8) / find_unit(unit).factor, find_unit(unit), places),
            "",
            HERE,
        )
        for number, unit, places in raw
    ]
    one, other = stated("甲", statements), stated("甲", statements[::-1])
    assert {str(value.quantity) for value in one} == {str(value.quantity) for value in other}


def test_without_statements_the_sums_of_complete_breakdowns_stand_for_it() -> None:
    """Each sum as uncertain as its parts together; parts that are not all say nothing of the whole."""
    [one] = values_of(
        project(breakdowns=(parts("3.1 万元", "2 万元"), parts("9 万元", complete=False))), "甲"
    )
    assert (one.quantity.base, one.printed.slack) == (51_000, 5_500)
    assert one.text == "5.1 万元（明细合计）"
    assert len(values_of(project(breakdowns=(parts("3 万元|4 万元", "2 万元"),)), "甲")) == 2
    assert [
        str(one.quantity) for one in values_of(project("7 万元", breakdowns=(parts("3 万元"),)), "甲")
    ] == ["7 万元"]
    assert values_of(project(), "甲") == ()


def test_a_breakdown_with_many_disputed_parts_gives_no_sums() -> None:
    """16 ways to add up are tried, not a million."""
    assert values_of(project(breakdowns=(parts(*["1 万元|2 万元"] * 20),)), "甲") == ()


# ── What a difference looks like ─────────────────────────────────────────────────────────────────

quantities = st.builds(
    lambda number, places, unit: Quantity(Fraction(number, 10**places), find_unit(unit), places),
    st.integers(-99_999, 99_999), st.integers(0, 2), st.sampled_from(["元", "万元", "人", "%"]),
)  # fmt: skip
figures = st.integers(100, 99_999).map(lambda number: Quantity(Fraction(number, 100), find_unit("万元"), 2))


@given(quantities, quantities)
def test_resemblance_is_the_same_either_way(one: Quantity, other: Quantity) -> None:
    assume(one.unit.dimension == other.unit.dimension)
    assert resemblance(one, other) == resemblance(other, one)


@given(quantities)
def test_a_number_does_not_resemble_itself(one: Quantity) -> None:
    assert resemblance(one, one) is None


@given(figures)
def test_yuan_for_ten_thousand_yuan_is_a_mistaken_unit(one: Quantity) -> None:
    assert resemblance(one, Quantity(one.value, find_unit("元"), 2)) == Resemblance.UNIT


@given(figures, st.integers(1, 2))
def test_the_same_digits_with_another_point_are_a_lost_point(one: Quantity, places: int) -> None:
    assert resemblance(one, Quantity(one.value * 10**places, one.unit, 2 - places)) == Resemblance.POINT


@given(figures)
def test_the_other_sign_is_a_mistaken_sign(one: Quantity) -> None:
    assert resemblance(one, Quantity(-one.value, one.unit, 2)) == Resemblance.SIGN


@given(st.integers(10**3, 10**6), st.data())
def test_two_neighbouring_digits_changed_round(number: int, data) -> None:
    digits = list(str(number))
    place = data.draw(st.integers(0, len(digits) - 2))
    assume(digits[place] != digits[place + 1])
    digits[place : place + 2] = reversed(digits[place : place + 2])
    assert seems(number, int("".join(digits))) in (Resemblance.SWAPPED, Resemblance.POINT)


@given(st.integers(10**3, 10**6), st.data())
def test_one_digit_that_differs(number: int, data) -> None:
    digits = list(str(number))
    place = data.draw(st.integers(0, len(digits) - 1))
    digits[place] = data.draw(st.sampled_from([digit for digit in "123456789" if digit != digits[place]]))
    assert seems(number, int("".join(digits))) == Resemblance.DIGIT


def seems(one: int, other: int) -> Resemblance | None:
    unit = find_unit("万元")
    return resemblance(Quantity(Fraction(one, 100), unit, 2), Quantity(Fraction(other, 100), unit, 2))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("25.12 万元", "27.12 万元", Resemblance.DIGIT), ("69.94 元", "69.94 万元", Resemblance.UNIT), ("102.48 万元", "102.84 万元", Resemblance.SWAPPED),
        ("1.5 万元", "15 万元", Resemblance.POINT), ("5 人", "7 人", None), ("25.12 万元", "38.97 万元", None), ("0 万元", "5 万元", None),
        ("-5 万元", "50 万元", None), ("43.5 万元", "43.50 万元", None), ("5 人", "50000 人", None),
    ],
)  # fmt: skip
def test_examples(one: str, other: str, expected: Resemblance | None) -> None:
    """Short numbers differ in one digit too easily for it to mean anything."""
    assert resemblance(parse_quantity(one), parse_quantity(other)) == expected
    assert expected is None or WORDS[expected]
