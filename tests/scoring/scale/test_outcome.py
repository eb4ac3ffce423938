"""Outcomes: losses that lead from full marks to the score, also where it is held."""

from fractions import Fraction

from jixiao.scoring.scale.outcome import Loss, Outcome


def lost(points: int, clause: str) -> Loss:
    return Loss(Fraction(points), clause, "")


def held(outcome: Outcome, floor: int, cap: int) -> list[tuple[str, int]]:
    return [(one.clause, int(one.points)) for one in outcome.within(Fraction(floor), Fraction(cap)).losses]


def test_a_floor_gives_back_the_last_losses_first():
    """5 of 5 are lost, 3 at most: the second loss comes to 1. A loss of which nothing is left is still told."""
    nothing = Outcome(Fraction(0), Fraction(0), (lost(2, "甲"), lost(3, "乙")))
    assert held(nothing, 2, 5) == [("甲", 2), ("乙", 1)]
    assert held(nothing, 4, 5) == [("甲", 1), ("乙", 0)]
    assert held(nothing, 0, 5) == [("甲", 2), ("乙", 3)]


def test_a_cap_takes_the_last_gains_first():
    """2 lost and 4 gained of 5 are 7, 5 at most. A gain of which nothing is left is not told."""
    beyond = Outcome(Fraction(7), Fraction(7), (lost(2, "甲"), lost(-1, "乙"), lost(-3, "丙")))
    assert held(beyond, 0, 5) == [("甲", 2), ("乙", -1), ("丙", -1)]
    assert held(beyond, 0, 4) == [("甲", 2), ("乙", -1)]
