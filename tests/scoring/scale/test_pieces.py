"""Pieces: a standard as a function of the value, held between floor and full marks."""

from dataclasses import replace
from fractions import Fraction

import pytest

from jixiao.curve.spread import Piece
from jixiao.scoring.sentence.bounds import Bounds
from shared.sentences.standards import pieces, standard

WHOLE = {"不足一步": "不计", "百分比步长": "百分点", "以上以下含本数": "是"}


def drawn(sentence: str, readings: dict[str, str] = WHOLE, floor: int = 0) -> list[str]:
    """Write each piece: (1, 11/10): 5, or (1, ∞): 15-10x, with the spread behind ±."""
    understood = replace(standard(sentence), bounds=Bounds(Fraction(floor)))
    return [text_of(one) for one in pieces(understood, readings)]


def text_of(one: Piece) -> str:
    """Write one piece."""
    left, right = "[" if one.low_included else "(", "]" if one.high_included else ")"
    low, high = "-∞" if one.low is None else one.low, "∞" if one.high is None else one.high
    line = one.what.high
    slope = f"{'+' if line.slope > 0 else ''}{line.slope}x" if line.slope else ""
    spread = line.intercept - one.what.low.intercept
    assert line.slope == one.what.low.slope
    return f"{left}{low}, {high}{right}: {line.intercept}{slope}" + (f" -{spread}" if spread else "")


@pytest.mark.parametrize(
    ("reading", "pieces"),
    [
        ("不计", ["(-∞, 11/10): 5", "[11/10, 6/5): 3", "[6/5, 13/10): 1", "[13/10, ∞): 0"]),
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
        "(-∞, 3/5]: 0", "(3/5, 4/5]: 2", "(4/5, 11/10): 5", "[11/10, ∞): 0",
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
    assert drawn("≤100%得满分；每超过10%扣2分", floor=2)[-2:] == ["[11/10, 6/5): 3", "[6/5, ∞): 2"]
    assert drawn("≤100%得满分；每超过10%扣2分", {**WHOLE, "不足一步": "按比例"}, floor=2) == [
        "(-∞, 1]: 5",
        "(1, 23/20]: 25-20x",
        "(23/20, ∞): 2",
    ]


def test_relative_steps():
    """Steps of 10% of a limit of 50% are five points wide."""
    assert drawn("≤50%得满分；每超过10%扣3分", {**WHOLE, "百分比步长": "相对"}) == [
        "(-∞, 11/20): 5",
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
