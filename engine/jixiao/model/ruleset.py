"""A scoring table and the data items it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from jixiao.dataclass import dataclass, field
from jixiao.model.diagnostic import Place
from jixiao.quantity import Unit

Readings = Mapping[str, str]
"""口径: the name of what a sentence may leave open → how it is to be read."""
WHOLE = "总体"
"""Under what name a case rates the facts of a table's own vetoes (评定)."""


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence or formula as written, with its place in the file."""

    text: str
    place: Place

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Item:
    """A named quantity (数据项). Source: rules/items.yaml."""

    name: str
    unit: Unit
    meaning: str
    aliases: tuple[str, ...] = ()
    identity: Text | None = None
    phrases: tuple[str, ...] = ()
    """How reports call it besides (读法); two items may share one, where unit or whole tells them apart."""
    short_names: tuple[str, ...] = ()
    """What reports call it where its whole is spoken of (简称)."""
    within: tuple[str, ...] = ()
    """The wholes under which the short names mean it (属于)."""
    numerator_of: tuple[str, ...] = ()
    """The rates in whose formulas it is the first number (分子)."""
    denominator_of: tuple[str, ...] = ()
    """The rates in whose formulas it is the second number (分母)."""
    change_in: tuple[str, ...] = ()
    """The rates of change in whose formulas this year's and last year's value of it stand (变动)."""


@dataclass(frozen=True, slots=True)
class ExemptionFact:
    """A fact the sentence names (免评) and the condition on items that decides it."""

    fact: str
    condition: Text


@dataclass(frozen=True, slots=True)
class Example:
    """A value or rating and the points it must earn (例), from lowest to highest as written.

    `low` and `high` are the same text where one score is expected.
    """

    at: Text
    low: Text
    high: Text

    @property
    def is_span(self) -> bool:
        """Whether a range of points is expected."""
        return self.low != self.high


TO_FILL = "待填"
"""What stands where something is to be filled in. No number, so that a line made live too early is refused."""
LEFT_OUT = "不计入"
"""What an example says of a fact that takes the indicator out of the total."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of a table (指标)."""

    name: str
    id: str
    points: Fraction
    standard: Text
    place: Place
    category: tuple[str, ...] = ()
    formula: Text | None = None
    exemptions: tuple[ExemptionFact, ...] = ()
    readings: Readings = field(default_factory=dict)
    provenance: str = "官方"
    qualitative: Text | None = None
    """The standard of the unit's own qualitative indicators, in a block left to the unit."""
    is_block: bool = False
    """Whether the evaluated unit sets its own indicators here (自设)."""
    extra: Literal["", "bonus", "penalty"] = ""
    """附加: its points come on top of 满分 (加分), or what is lost of them is taken off the total (减分)."""
    shared: bool = False
    """Whether it is one of several of which only one counts (任选)."""
    examples: tuple[Example, ...] = ()
    """Values and what they must earn (例), for `jixiao test`."""
    target: Text | None = None
    """The goal that the sentence speaks of without saying it (目标): ≥80%."""
    ground: Fraction = Fraction(0)
    """How far below nothing a score can matter, where its sentence has no end to deductions: all that the
    table can give, since a total is never below nothing. 0 for what is no row of a table."""

    @property
    def provisional(self) -> bool:
        """Whether points or wording are reconstructed (出处: 推定)."""
        return self.provenance == "推定"


@dataclass(frozen=True, slots=True)
class Choice:
    """Several indicators of the same points of which one counts (任选); `by`: who chooses."""

    indicators: tuple[str, ...]
    place: Place
    by: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """Most points that a block or the total may earn (上限), or lose of its full marks (扣分上限)."""

    block: str
    """A 归类 as written, or 总分."""
    kind: Literal["earned", "lost"]
    points: Fraction
    place: Place


@dataclass(frozen=True, slots=True)
class ValueLimit:
    """A sentence by which a value holds what a block or the total may earn (上限: 执行率低于60%的，总分不超过69分).

    `formula`: over items, where the value is of no indicator and no item.
    """

    block: str
    """A 归类 as written, or 总分."""
    sentence: Text
    place: Place
    formula: Text | None = None
    readings: Readings = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Excess:
    """What an indicator loses that goes far beyond its target (超额: 完成值超过目标值30%及以上的，扣2分).

    `indicators`: which ones; where none is named every one that has a target.
    """

    sentence: Text
    place: Place
    indicators: tuple[Text, ...] = ()
    readings: Readings = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableVeto:
    """A fact that decides more than one indicator (否决), and by what condition it is known."""

    fact: str
    effect: Text
    place: Place
    condition: Text | None = None


NATIONWIDE = ("全国", "国家", "中央")
"""Places of tables that are for every place."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where and when a table applies (适用)."""

    region: str
    subject: str
    years: tuple[int, ...]

    def covers_place(self, region: str) -> bool:
        """Whether the table is of a place, or of one that contains it: 湖南省 contains 湖南省怀化市.

        A place may be named without those that contain it: 怀化市.
        """
        own, asked = self.region.strip(), region.strip()
        return (
            own in NATIONWIDE
            or (bool(own) and asked.startswith(own))
            or (bool(asked) and own.endswith(asked))
        )

    def covers_subject(self, subject: str) -> bool:
        """Whether the table is for that kind of case; either may be named at greater length."""
        own, asked = self.subject.strip(), subject.strip()
        return bool(own and asked) and (own in asked or asked in own)

    def covers_year(self, year: int) -> bool:
        """Whether the table is of a year."""
        return year in self.years


@dataclass(frozen=True, slots=True)
class Ruleset:
    """A scoring table (指标表) in one version. `full` is 满分, in points."""

    title: str
    id: str
    version: str
    scope: Scope
    full: Fraction
    grades: tuple[tuple[str, Fraction], ...]
    """Name and lowest score of each grade, best first."""
    indicators: tuple[Indicator, ...]
    items: Mapping[str, Item]
    digest: str
    place: Place
    basis: str = ""
    readings: Readings = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    limits: tuple[Limit, ...] = ()
    vetoes: tuple[TableVeto, ...] = ()
    value_limits: tuple[ValueLimit, ...] = ()
    excess: Excess | None = None

    @property
    def points(self) -> Fraction:
        """What the points add up to: without 附加, and of several that share their points one."""
        shared = {name: choice for choice in self.choices for name in choice.indicators}
        counted = [one for one in self.indicators if not one.extra and one.name not in shared]
        points = {one.name: one.points for one in self.indicators}
        return sum((one.points for one in counted), Fraction(0)) + sum(
            (points.get(choice.indicators[0], Fraction(0)) for choice in self.choices if choice.indicators),
            Fraction(0),
        )

    @property
    def most(self) -> Fraction:
        """What the table can give at most: 满分 and what comes on top."""
        return self.full + sum((one.points for one in self.indicators if one.extra == "bonus"), Fraction(0))

    @property
    def reference(self) -> str:
        """code@version, as cases name it."""
        return f"{self.id}@{self.version}"

    @property
    def provisional(self) -> bool:
        """Whether any indicator rests on reconstructed wording or points."""
        return any(indicator.provisional for indicator in self.indicators)
