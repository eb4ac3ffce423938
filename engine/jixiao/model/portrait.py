"""What the machine understands of a scoring sentence, as it is shown to people."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Diagnostic
from jixiao.model.ruleset import Indicator, Ruleset
from jixiao.model.term import Choice, Graph, Input, TermPortrait
from jixiao.quantity import PLAIN, Unit

SEVERAL = "several"
"""What a sentence of several small rules takes."""

Source = Literal["given", "settled", "default", "open"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A reading (口径) that the sentence asks for, and where its value comes from.

    `given` by 口径, `settled` by the sentence itself, the `default`, or `open`: every one
    of `values` is tried. `matters`: whether another value would change the score.
    """

    name: str
    values: tuple[str, ...]
    value: str
    source: Source
    matters: bool = True


@dataclass(frozen=True, slots=True)
class Exempted:
    """A fact that decides whatever the form says: 得满分, 不得分, 剔除后折算."""

    fact: str
    effect: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """One sentence as the machine understands it.

    `graph`: the score as a function of the value or the count; None where a rating is scored, whose
    `choices` stand instead, or where several small rules add up, each of which has its own among `terms`.
    """

    form: str
    form_name: str
    """What people call the form."""
    takes: str
    points: Fraction
    canonical: str
    unit: Unit = PLAIN
    """What values are shown in."""
    asked: tuple[Asked, ...] = ()
    guards: tuple[str, ...] = ()
    """Values that earn nothing whatever the form says, in words."""
    facts: tuple[Exempted, ...] = ()
    floor: Fraction | None = Fraction(0)
    """The lowest score, facts included; None where deductions go on without end."""
    spills: str = ""
    """The clause by which what is lost beyond the floor is taken off the total."""
    graph: Graph | None = None
    choices: tuple[Choice, ...] = ()
    terms: tuple[TermPortrait, ...] = ()
    """What adds up to the score; one where the sentence is one rule."""
    inputs: tuple[Input, ...] = ()
    """What the sentence asks for; the indicator's own value has the indicator's name."""
    remarks: tuple[str, ...] = ()
    """Words of the sentence that have no part in the score."""
    rounding: str = ""
    """How 口径 rounds the score, in words."""

    @property
    def adds_up(self) -> bool:
        """Whether it is several small rules, each with an input of its own."""
        return self.takes == SEVERAL


@dataclass(frozen=True, slots=True)
class Misread:
    """A sentence that is not understood: why, where (in characters, from 0), what comes near."""

    sentence: str
    message: str
    position: int
    length: int
    near: tuple[NearForm, ...] = ()
    understood: str = ""
    """What was understood before it, as the sentence has it."""
    reworded: str = ""
    """The nearest wording of the same sentence that would be understood."""


@dataclass(frozen=True, slots=True)
class NearForm:
    """A form that comes near, by code ("" where it is none's own example), and an example."""

    form: str
    example: str
    form_name: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorPortrait:
    """One row of a table: each of its sentences as understood, or why not."""

    indicator: Indicator
    standard: Portrait | Misread
    qualitative: Portrait | Misread | None = None
    problems: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class TablePortrait:
    """A table, or some of its indicators, as the machine understands it."""

    ruleset: Ruleset
    indicators: tuple[IndicatorPortrait, ...]
    problems: tuple[Diagnostic, ...] = ()
    """What is wrong with the table as a whole."""
