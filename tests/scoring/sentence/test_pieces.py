"""Pieces: a standard as a function of the value, held between floor and full marks."""

from fractions import Fraction

import pytest
from jixiao.curve.piece import Piece, held, inside

from shared.sentences.standards import standard

TENTH = Fraction(1, 10)
WHOLE = {"不足一步": "不计", "百分比步长": "百分点", "以上以下含本数": "是"}


def drawn(sentence: str, readings: dict[str, str] = WHOLE, floor: int = 0) -> list[str]:
    """Write each piece: (1, 11/10): 5, or (1, ∞): 15-10x, with the spread behind ±."""
    form = standard(sentence).form
    texts = []
    for one in held(form.pieces(readings), Fraction(floor), Fraction(5)):
        left, right = "[" if one.low_included else "(", "]" if one.high_included else ")"
        low, high = "-∞" if one.low is None else one.low, "∞" if one.high is None else one.high
        slope = f"{'+' if one.slope > 0 else ''}{one.slope}x" if one.slope else ""
        texts.append(
            f"{left}{low}, {high}{right}: {one.intercept}{slope}" + (f" -{one.spread}" if one.spread else "")
        )
    return texts


@pytest.mark.parametrize(
    ("reading", "pieces"),
    [
        ("不计", ["(-∞, 1]: 5", "(1, 11/10): 5", "[11/10, 6/5): 3", "[6/5, 13/10): 1", "[13/10, ∞): 0"]),
        ("按一步", ["(-∞, 1]: 5", "(1, 11/10]: 3", "(11/10, 6/5]: 1", "(6/5, ∞): 0"]),
        ("按比例", ["(-∞, 1]: 5", "(1, 5/4]: 25-20x", "(5/4, ∞): 0"]),
    ],
)
def test_steps_over(reading, pieces):
    """A stair for whole steps, for begun ones, and a line where part of a step counts in proportion."""
    found = drawn("≤100%得满分；每超过10%扣2分", {**WHOLE, "不足一步": reading})
    assert found == pieces


def test_steps_on_both_sides():
    """Below the target the stair is a mirror of the one above."""
    assert drawn("100%得满分；每超过10%扣5分，每低于20%扣3分") == [
        "(-∞, 3/5]: 0", "(3/5, 4/5]: 2", "(4/5, 1): 5", "[1, 1]: 5", "(1, 11/10): 5", "[11/10, ∞): 0",
    ]  # fmt: skip
    assert drawn("100%得满分；每低于20%扣3分", {**WHOLE, "不足一步": "按比例"}) == [
        "(-∞, 2/3]: 0",
        "(2/3, 1): -10+15x",
        "[1, ∞): 5",
    ]
    assert drawn("100%得满分；每低于20%扣3分", {**WHOLE, "不足一步": "按一步"}) == [
        "(-∞, 4/5): 0",
        "[4/5, 1): 2",
        "[1, ∞): 5",
    ]


def test_a_floor_cuts_pieces_off():
    """Deducting ends at the floor, on a stair as on a line."""
    assert drawn("≤100%得满分；每超过10%扣2分", floor=2)[-2:] == ["[6/5, 13/10): 2", "[13/10, ∞): 2"]
    assert drawn("≤100%得满分；每超过10%扣2分", {**WHOLE, "不足一步": "按比例"}, floor=2) == [
        "(-∞, 1]: 5",
        "(1, 23/20]: 25-20x",
        "(23/20, ∞): 2",
    ]


def test_relative_steps():
    """Steps of 10% of a limit of 50% are five points wide."""
    assert drawn("≤50%得满分；每超过10%扣3分", {**WHOLE, "百分比步长": "相对"}) == [
        "(-∞, 1/2]: 5",
        "(1/2, 11/20): 5",
        "[11/20, 3/5): 2",
        "[3/5, ∞): 0",
    ]


def test_bands():
    """Bands join where they earn the same, points stand alone, and holes have a spread."""
    assert drawn("≥90%得5分；80%（含）-90%得3分；<80%得0分") == [
        "(-∞, 4/5): 0",
        "[4/5, 9/10): 3",
        "[9/10, ∞): 5",
    ]
    assert drawn("=90%得5分；否则得0分") == ["(-∞, 9/10): 0", "[9/10, 9/10]: 5", "(9/10, ∞): 0"]
    assert drawn(">90%得5分；<90%得1分") == ["(-∞, 9/10): 1", "[9/10, 9/10]: 5 -4", "(9/10, ∞): 5"]
    assert drawn("80%-90%得5分；≥95%得2分") == [
        "(-∞, 4/5): 5 -5",
        "[4/5, 9/10]: 5",
        "(9/10, 19/20): 5 -3",
        "[19/20, ∞): 2",
    ]


def test_a_proportion_bends_at_nothing_and_at_full_marks():
    """One line, cut where it meets 0 and full marks; the place of the cut belongs to the left."""
    assert drawn("得分=率×5") == ["(-∞, 0]: 0", "(0, 1]: 0+5x", "(1, ∞): 5"]
    assert drawn("得分=（1-2×率）×5") == ["(-∞, 0]: 5", "(0, 1/2]: 5-10x", "(1/2, ∞): 0"]


@pytest.mark.parametrize(
    ("value", "contained"), [("0", False), ("1/10", True), ("1/2", True), ("1", False), ("2", False)]
)
def test_what_a_piece_contains(value, contained):
    """An included end belongs to the piece, an excluded one does not."""
    assert Piece(TENTH, Fraction(1), True, False, TENTH).contains(Fraction(value)) is contained
    assert Piece(TENTH, Fraction(1), False, True, TENTH).contains(TENTH) is False
    assert Piece(None, None, False, False, TENTH).contains(Fraction(value))


def test_a_place_inside():
    """Strictly between two ends, or beyond the one there is."""
    assert [inside(None, None), inside(TENTH, None) > TENTH, inside(None, TENTH) < TENTH] == [0, True, True]
    assert inside(TENTH, Fraction(1)) == Fraction(11, 20)
