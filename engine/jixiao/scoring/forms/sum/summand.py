"""What every small rule of a sum can do."""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

from jixiao.language.standard import Amount
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import decimal_text
from jixiao.scoring.scale.term import Term


class Summand(Protocol):
    """A small rule: what it earns or takes, by an input of its own."""

    @property
    def name(self) -> str:
        """What its input is called."""

    @property
    def places(self) -> int:
        """How many numbers it takes in a list without words; 0 where it can't stand in one."""

    def lower(self, readings: Readings) -> Term:
        """Say what it earns; its section and its places are set by the sum."""

    def amounts(self) -> tuple[Amount, ...]:
        """Give the numbers that the indicator's own value is compared with."""

    def compared(self) -> tuple[Amount, ...]:
        """Give the numbers that its own value is compared with."""

    def parts(self) -> tuple[Part, ...]:
        """Give what its outcomes can reach."""

    def canonical(self) -> str:
        """Write it so that reading gives it again."""


class Judged:
    """What is told by words alone: no number is compared."""

    __slots__ = ()

    def amounts(self) -> tuple[Amount, ...]:
        """Give none."""
        return ()

    def compared(self) -> tuple[Amount, ...]:
        """Give none."""
        return ()


def condition(about: str, words: str) -> str:
    """Write the condition of a rule, with what stands before it."""
    return f"{about}，{words}" if about else words


def costs(points: Fraction, most: Fraction | None = None) -> str:
    """Write a deduction, of so many points or of any number up to `most`."""
    return f"扣{decimal_text(points)}{'' if most is None else f'-{decimal_text(most)}'}分"


def earns(points: Fraction) -> str:
    """Write what is earned."""
    return f"得{decimal_text(points)}分"
