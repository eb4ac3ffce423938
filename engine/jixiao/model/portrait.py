"""What the machine understands of a scoring sentence, as it is shown to people."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from jixiao.curve.curve import Curve
from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Diagnostic
from jixiao.model.ruleset import Indicator, Ruleset
from jixiao.quantity import PLAIN, Unit

MAX_DOTS = 120
"""More whole values than these are drawn as a line."""
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
class Choice:
    """What an assessor may choose or find, and what it earns; `cost`: what it costs."""

    words: str
    low: Fraction
    high: Fraction
    cost: bool = False
    excluded: tuple[Fraction, ...] = ()
    """Ends of the range that are another choice's."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The lowest and the highest score at one value, over all readings."""

    value: Fraction
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Exempted:
    """A fact that decides whatever the form says: 得满分, 不得分, 剔除后折算."""

    fact: str
    effect: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """One sentence as the machine understands it.

    `curves`: one for each way to read it that differs, `hull` the lowest and highest score
    over all of them; both empty where a rating is scored, whose `choices` stand instead.
    """

    form: str
    form_name: str
    """What people call the form."""
    takes: str
    points: Fraction
    canonical: str
    unit: Unit = PLAIN
    """What values are shown in."""
    whole: bool = False
    """Whether only whole values occur."""
    asked: tuple[Asked, ...] = ()
    guards: tuple[str, ...] = ()
    """Values that earn nothing whatever the form says, in words."""
    facts: tuple[Exempted, ...] = ()
    floor: Fraction | None = Fraction(0)
    """The lowest score, facts included; None where deductions go on without end."""
    spills: str = ""
    """The clause by which what is lost beyond the floor is taken off the total."""
    curves: tuple[Curve, ...] = ()
    hull: Curve | None = None
    view: tuple[Fraction, Fraction] = (Fraction(0), Fraction(1))
    """The values worth drawing."""
    marks: tuple[Fraction, ...] = ()
    """The thresholds in the view."""
    samples: tuple[Sample, ...] = ()
    """Scores at some values, where no curve is straight."""
    choices: tuple[Choice, ...] = ()
    rounding: str = ""
    """How 口径 rounds the score, in words."""

    @property
    def dotted(self) -> bool:
        """Whether the curve is drawn as a dot for each whole value: there are not too many."""
        left, right = self.view
        return self.whole and (right - left) / self.unit.factor <= MAX_DOTS


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
