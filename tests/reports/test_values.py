"""Values and points as people read them: exact wherever that can be written."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from hypothesis import given, strategies as st

from jixiao.model.curve import Curve, Line, Stretch
from jixiao.quantity import find_unit
from jixiao.reports.values import PieceRow, number_text, piece_rows, value_text

PERCENT, TIMES = find_unit("%"), find_unit("次")


def flat(start: F | None, end: F | None, ends: str, low: F, high: F | None = None) -> Stretch:
    """Give a stretch written as its ends are: [a, b), with its points."""
    return Stretch(start, end, ends[0] == "[", ends[1] == "]", Line(low), Line(low if high is None else high))


@pytest.mark.parametrize(
    ("stretch", "row"),
    [
        (flat(None, F(1), "(]", F(5)), PieceRow("", "≤100%", "5")),
        (flat(F(1), F("1.1"), "()", F("4.5")), PieceRow(">100%", "<110%", "4.5")),
        (flat(F("0.9"), None, "[)", F(0)), PieceRow("≥90%", "", "0")),
        (flat(F("0.9"), F("0.9"), "[]", F(1), F(3)), PieceRow("=90%", "", "1～3")),
        (flat(None, None, "()", F(5)), PieceRow("任何值", "", "5")),
        (Stretch(F(0), F(1), False, True, Line(F(0), F(10)), Line(F(0), F(10))), PieceRow(">0%", "≤100%", "0→10")),
        (Stretch(F(1), F(2), True, True, Line(F(9), F(-4)), Line(F(7), F(-1))), PieceRow("≥100%", "≤200%", "5～6→1～5")),
    ],
)  # fmt: skip
def test_a_stretch_is_a_row(stretch: Stretch, row: PieceRow) -> None:
    assert piece_rows(Curve("", (stretch,)), PERCENT, whole=False) == [row]


def test_of_what_comes_whole_only_whole_values_are_told() -> None:
    """Between 3 and 4 cases there is none; below 0 neither."""
    curve = Curve(
        "",
        (
            flat(None, F(0), "()", F(0), F(6)),
            flat(F(0), F(0), "[]", F(6)),
            flat(F(0), F(1), "()", F(4), F(6)),
            flat(F(1), F(3), "[]", F(4)),
            flat(F(3), F(4), "()", F(2), F(4)),
            flat(F(4), None, "[)", F(2)),
        ),
    )
    rows = piece_rows(curve, TIMES, whole=True)
    assert [(row.start, row.end, row.points) for row in rows] == [
        ("=0次", "", "6"),
        ("≥1次", "≤3次", "4"),
        ("≥4次", "", "2"),
    ]


@pytest.mark.parametrize(
    ("number", "text"),
    [("0.005", "0.005"), ("1.000001", "1.000001"), ("1/3", "0.333333"), ("100/3", "33.33")],
)
def test_a_number_is_exact_if_it_is_short(number: str, text: str) -> None:
    assert number_text(F(number)) == text


@given(st.decimals(-1000, 1000, places=4).map(F))
def test_a_percentage_reads_as_what_it_is(value: F) -> None:
    assert F(value_text(value, PERCENT).removesuffix("%")) / 100 == value
