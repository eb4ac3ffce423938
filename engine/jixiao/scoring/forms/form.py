"""What every scoring form can do."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, Protocol

from jixiao.language.standard import Amount
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import Unit
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.term import Term


class FormDefaults:
    """What holds for most forms."""

    __slots__ = ()

    guarded_full: ClassVar[bool] = False
    in_words: ClassVar[bool] = False
    goes_on: ClassVar[bool] = False

    @property
    def measured(self) -> Unit | None:
        return None

    @property
    def of_rate(self) -> bool:
        return False

    @property
    def out_of(self) -> Fraction | None:
        return None

    @property
    def base(self) -> Fraction | None:
        return None

    def amounts(self) -> tuple[Amount, ...]:
        return ()

    def compared(self) -> tuple[Amount, ...]:
        return self.amounts()

    def counted(self) -> str:
        return ""


class Form(Protocol):
    """A scoring form that has claimed the clauses of a sentence."""

    code: ClassVar[str]
    title: ClassVar[str]
    """What people call it."""
    takes: ClassVar[Takes]
    guarded_full: ClassVar[bool]
    """Whether 高于95%的得满分 may stand beside it."""
    in_words: ClassVar[bool]
    """Whether words may be said instead of the value: 是, 未完成."""
    goes_on: ClassVar[bool]
    """Whether it goes on as 以此类推 says."""

    @property
    def measured(self) -> Unit | None:
        """The unit of what is scored, where the amounts do not say it."""

    @property
    def of_rate(self) -> bool:
        """Whether it counts cases and yet speaks of a rate, which is 100 % where there is none."""

    @property
    def out_of(self) -> Fraction | None:
        """The full marks of the other assessment whose score is its value; None where it is no score."""

    @property
    def base(self) -> Fraction | None:
        """The points that it adds to and takes from (基本分), where those are not all."""

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        """Say what is earned, read as `readings` say; asks for each with readings[name].

        The first term is that of the sentence's own input. Nothing is held between floor and cap yet.
        """

    def amounts(self) -> tuple[Amount, ...]:
        """Give the numbers that the value is compared with, for checking their units."""

    def compared(self) -> tuple[Amount, ...]:
        """Give the numbers that any value is compared with, the indicator's own or another that is named."""

    def counted(self) -> str:
        """Give what the count is of, where it is not of cases: 超过的, 少的."""

    def canonical(self) -> str:
        """Write the form's clauses so that reading them gives the same form."""

    def parts(self) -> tuple[Part, ...]:
        """Give what its outcomes can reach, in the order of the sentence."""
