"""Values and points as people read them: exact wherever that can be written."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.curve.curve import Curve
from jixiao.curve.line import Line, Spread, level
from jixiao.curve.spread import Piece
from jixiao.curve.stretch import Stretch
from jixiao.quantity import find_unit
from jixiao.reports.draw.values import PieceRow, number_text, piece_rows, value_text

PERCENT, TIMES = find_unit("%"), find_unit("次")


def flat(
    start: Fraction | None, end: Fraction | None, ends: str, low: Fraction, high: Fraction | None = None
) -> Piece:
    """Give a stretch written as its ends are: [a, b), with its points."""
    return Stretch(start, end, ends[0] == "[", ends[1] == "]", level(low if high is None else high, low))


@pytest.mark.parametrize(
    ("stretch", "row"),
    [
        (flat(None, Fraction(1), "(]", Fraction(5)), PieceRow("", "≤100%", "5")),
        (flat(Fraction(1), Fraction("1.1"), "()", Fraction("4.5")), PieceRow(">100%", "<110%", "4.5")),
        (flat(Fraction("0.9"), None, "[)", Fraction(0)), PieceRow("≥90%", "", "0")),
        (
            flat(Fraction("0.9"), Fraction("0.9"), "[]", Fraction(1), Fraction(3)),
            PieceRow("=90%", "", "1～3"),
        ),
        (flat(None, None, "()", Fraction(5)), PieceRow("任何值", "", "5")),
        (
            Stretch(
                Fraction(0),
                Fraction(1),
                False,
                True,
                Spread(Line(Fraction(0), Fraction(10)), Line(Fraction(0), Fraction(10))),
            ),
            PieceRow(">0%", "≤100%", "0→10"),
        ),
        (
            Stretch(
                Fraction(1),
                Fraction(2),
                True,
                True,
                Spread(Line(Fraction(9), Fraction(-4)), Line(Fraction(7), Fraction(-1))),
            ),
            PieceRow("≥100%", "≤200%", "5～6→1～5"),
        ),
    ],
)
def test_a_stretch_is_a_row(stretch: Piece, row: PieceRow) -> None:
    assert piece_rows(Curve("", (stretch,)), PERCENT, whole=False) == [row]


def test_of_what_comes_whole_only_whole_values_are_told() -> None:
    """Between 3 and 4 cases there is none; below 0 neither."""
    curve = Curve(
        "",
        (
            flat(None, Fraction(0), "()", Fraction(0), Fraction(6)),
            flat(Fraction(0), Fraction(0), "[]", Fraction(6)),
            flat(Fraction(0), Fraction(1), "()", Fraction(4), Fraction(6)),
            flat(Fraction(1), Fraction(3), "[]", Fraction(4)),
            flat(Fraction(3), Fraction(4), "()", Fraction(2), Fraction(4)),
            flat(Fraction(4), None, "[)", Fraction(2)),
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
    assert number_text(Fraction(number)) == text


@given(st.decimals(-1000, 1000, places=4).map(Fraction))
def test_a_percentage_reads_as_what_it_is(value: Fraction) -> None:
    assert Fraction(value_text(value, PERCENT).removesuffix("%")) / 100 == value
