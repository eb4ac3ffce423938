"""The small rules that a sentence adds up, and what it asks for, as they are shown to people."""

from __future__ import annotations

from fractions import Fraction

from jixiao.curve.curve import Curve
from jixiao.dataclass import dataclass
from jixiao.model.coded import Coded
from jixiao.quantity import PLAIN, Unit

MAX_DOTS = 120
"""More whole values than these are drawn as a line."""


class TermKind(Coded):
    """What a small rule is scored by, and what it does."""

    VALUE = "value", "数值"
    COUNT = "count", "计数"
    BASE = "base", "基础分"
    ITEM = "item", "得分项"
    ITEMS = "items", "清单"
    FAULT = "fault", "扣分情形"
    VETO = "veto", "否决情形"
    LEVEL = "level", "档次"
    AWARD = "award", "奖项"
    DISCRETION = "discretion", "酌情扣分"
    GIVEN = "given", "评定得分"
    SECTION = "section", "部分"
    """Several rules that are held together; only told of where sentences are compared."""


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
class Graph:
    """Points as a function of a value or a count, as it is drawn.

    `curves`: one for each way to read the sentence that differs, `hull` the lowest and highest over all of them.
    """

    curves: tuple[Curve, ...]
    hull: Curve
    view: tuple[Fraction, Fraction]
    """The values worth drawing."""
    top: Fraction
    """The most points that there can be."""
    bottom: Fraction = Fraction(0)
    """The fewest."""
    unit: Unit = PLAIN
    """What values are shown in."""
    whole: bool = False
    """Whether only whole values occur."""
    marks: tuple[Fraction, ...] = ()
    """The thresholds in the view."""
    samples: tuple[Sample, ...] = ()
    """Scores at some values, where no curve is straight."""

    @property
    def measured(self) -> str:
        """What its points are: all there are, or what is added or taken."""
        return "增减" if self.bottom < 0 else "得分"

    @property
    def dotted(self) -> bool:
        """Whether it is drawn as a dot for each whole value: there are not too many."""
        left, right = self.view
        return self.whole and (right - left) / self.unit.factor <= MAX_DOTS


class Unsaid(Coded):
    """What is taken of an input where nothing is said of it."""

    NEEDED = "needed", "必须写"
    NOTHING = "nothing", "当作没有发现、没有达到"
    MET = "met", "当作达到"


@dataclass(frozen=True, slots=True)
class Input:
    """What a sentence asks for: by which name, what kind of thing, in which unit, and how it is written."""

    name: str
    takes: str
    unit: Unit = PLAIN
    how: str = ""
    """What can be written of it behind `--at`, in words."""
    unsaid: Unsaid = Unsaid.NEEDED


@dataclass(frozen=True, slots=True)
class SectionBounds:
    """Terms that add up to points of their own, held between two bounds. `place`: which of several, from 1."""

    place: int
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class TermPortrait:
    """One of the small rules that a sentence adds up, or all of a sentence that is one rule.

    `points`: the best that it can earn; 0 for what only takes off. `effect` says in words what it earns or takes.
    """

    kind: TermKind
    clause: str
    """Its words in the sentence."""
    input: str
    """The name of what it is scored by."""
    points: Fraction
    effect: str = ""
    cap: Fraction | None = None
    """The most that it earns or takes, where that is bounded."""
    section: SectionBounds | None = None
    choices: tuple[Choice, ...] = ()
    graph: Graph | None = None
    """None where a judgement is scored, or there are too many steps to draw."""
