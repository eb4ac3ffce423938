"""An evaluated unit or project in one year: statements, ratings and claims, kept apart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from jixiao.dataclass import dataclass, field
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.doubtful import Doubtful
from jixiao.model.expectation import Expectation
from jixiao.model.impossible import Impossible, why_impossible
from jixiao.model.reading import Oddity
from jixiao.model.ruleset import Text
from jixiao.model.saying import Saying
from jixiao.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one item as one place of one source states it (陈述)."""

    item: str
    quantity: Quantity
    source: str
    place: Place
    adopted: str | None = None
    """Why this one is to be used among conflicting statements (采用)."""
    year: int | None = None
    """The year printed beside it, where the case file gives one (年度)."""
    said_of: str = ""
    """The item that the case says it of, where that is another one: 上年 beside a value, a figure of another year."""
    impossible: Impossible | None = field(init=False, compare=False, repr=False)
    """Why no unit can have this value; None where it may be."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "impossible", why_impossible(self.item, self.quantity))


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an item in a breakdown, with the ratios printed beside it."""

    name: str
    statements: tuple[Statement, ...]
    share: Quantity | None = None
    completion: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The parts of an item (明细). `complete` is false where they are only some (其中: 是)."""

    item: str
    parts: tuple[Part, ...]
    place: Place
    complete: bool = True
    label: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """What a rating says of one input of a sentence, by its name, as it is written: 3, 是, 88%, 省级."""

    name: str
    said: str
    """Empty where the name alone is listed."""
    place: Place
    """Of the name."""
    said_place: Place
    key: str = "发现"
    """Under which key it stands: 发现, 档次, 次数 or 扣分."""


@dataclass(frozen=True, slots=True)
class Rating:
    """A judgement by a named role, with its grounds (评定). Only what applies is set."""

    indicator: str
    by: str
    grounds: str
    place: Place
    source: str = ""
    level: str | None = None
    score: Fraction | None = None
    met: tuple[Text, ...] | None = None
    """What is met (达到), by numbers or words, as it is written; empty for 无."""
    count: Fraction | None = None
    deduction: Fraction | None = None
    answer: bool | None = None
    fact: str | None = None
    fact_holds: bool = True
    named: tuple[Named, ...] | None = None
    """What is said by name; empty where nothing was found (发现: 无), None where nothing is said."""
    judgement: tuple[object, ...] = field(init=False, compare=False, repr=False)
    """What was judged, without who judged and why: two that are equal judge the same."""

    def __post_init__(self) -> None:
        count, score, deduction = (
            None if number is None else number.as_integer_ratio()
            for number in (self.count, self.score, self.deduction)
        )
        met = None if self.met is None else tuple([one.text for one in self.met])
        named = None if self.named is None else tuple([(one.key, one.name, one.said) for one in self.named])
        judged = (self.level, score, met, count, self.answer, deduction, self.fact, self.fact_holds, named)
        object.__setattr__(self, "judgement", judged)


@dataclass(frozen=True, slots=True)
class IndicatorClaim:
    """What the department claims of one indicator (自评)."""

    indicator: str
    place: Place
    score: Fraction | None = None
    deduction: Fraction | None = None
    decimals: int = 0
    """How many decimals the score, or the deduction, is printed with."""
    ratio: Quantity | None = None
    working: str = ""
    reason: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """The department's own view of the whole: total, mean, grade, indicator by indicator."""

    total: Fraction | None = None
    total_decimals: int = 0
    """How many decimals the total is printed with."""
    mean: Fraction | None = None
    mean_decimals: int = 0
    """How many decimals the mean is printed with."""
    grade: str | None = None
    source: str = ""
    indicators: Mapping[str, IndicatorClaim] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OwnIndicator:
    """An indicator that the unit set itself in a block (自设指标). `points` are full marks."""

    name: str
    points: Fraction
    place: Place
    sense: str = ""
    """How the target binds: ≥, ≤ or =; empty for a qualitative indicator."""
    target: Quantity | None = None
    actual: tuple[Statement, ...] = ()
    standard: Text | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Disposition:
    """A reviewer's decision to set a finding aside (处置), for as long as it holds.

    `fingerprint` stands for the figures that the reviewer saw; empty where it was left out, and
    then the decision does not hold.
    """

    code: str
    reason: str
    by: str
    until: date
    fingerprint: str
    place: Place
    indicator: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """What is evaluated on its own: the whole case, or one of its projects (名称 given)."""

    name: str | None
    statements: Mapping[str, tuple[Statement, ...]]
    """By name: of an item, of an indicator for a rate stated as such, or a name that only the case knows, such as
    that of an item's figure in another year (`model.years`)."""
    breakdowns: tuple[Breakdown, ...]
    ratings: Mapping[str, tuple[Rating, ...]]
    claim: Claim
    own: Mapping[str, tuple[OwnIndicator, ...]]
    """The unit's own indicators, by the name of the block they fill."""
    expected: tuple[Expectation, ...] = ()
    chosen: Mapping[str, str] = field(default_factory=dict)
    """Which of several indicators counts (选用), each with the grounds for it."""
    place: Place = Place("")
    dispositions: tuple[Disposition, ...] = ()
    sayings: tuple[Saying, ...] = ()
    """What the report says in words of how its figures stand to each other (说法)."""
    doubtful: tuple[Doubtful, ...] = ()
    """What is stated and not confirmed yet (存疑), in the order of the file."""
    impossible: frozenset[str] = field(init=False, compare=False, repr=False)
    """Items of which some value is stated that can't be."""

    def __post_init__(self) -> None:
        said = self.statements.items()
        names = [name for name, statements in said if any(one.impossible for one in statements)]
        object.__setattr__(self, "impossible", frozenset(names))


@dataclass(frozen=True, slots=True)
class Case:
    """One case file. `whole` holds what is stated of the case at large."""

    title: str
    id: str
    unit: str
    region: str
    year: int
    subject: str
    ruleset: str
    """code@version, or empty: matched by 地区, 对象 and 年度."""
    sources: Mapping[str, str]
    whole: Project
    projects: tuple[Project, ...]
    digest: str
    place: Place
    nature: str = ""
    """What kind of unit it is (性质), as the report says it: 公益一类事业单位."""
    warnings: tuple[Diagnostic, ...] = ()
    """What was read and is not used, or may not be meant so; the rest is evaluated."""
    draft_of: tuple[str, ...] = ()
    """The reports that it was read from just now, nobody having looked at it; empty for a case file."""
    remarks: tuple[tuple[str, str], ...] = ()
    """What a draft's reports have of their own that a reviewer must know (open revisions …): report, and what."""
    oddities: tuple[tuple[str, Oddity], ...] = ()
    """What only the text of a draft's reports shows to be odd: how places call the report, and what."""

    @property
    def evaluated(self) -> tuple[Project, ...]:
        """What is scored: the projects, or the whole where there are none."""
        return self.projects or (self.whole,)
