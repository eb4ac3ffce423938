"""The clauses of a scoring sentence, before any scoring form has claimed them.

Positions do not count when two trees are compared.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from jixiao.dataclass import dataclass, field, replace
from jixiao.language.formula import Expression
from jixiao.language.span import NOWHERE, Span
from jixiao.language.standard.consequence import Consequence
from jixiao.quantity import PLAIN, Unit

Direction = Literal["over", "under", "off"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a sentence with its unit, e.g. 10%, 3次, 一个百分点."""

    value: Fraction
    unit: Unit = PLAIN

    base: Fraction = field(init=False, compare=False, repr=False)
    """The value in base units: 10% is 1/10."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "base", self.value * self.unit.factor)


@dataclass(frozen=True, slots=True)
class End:
    """One end of an interval. `outright` tells whether its inclusion is said in so many words.

    以上, 以下 and the unmarked ends of a-b include their number only while no neighbour
    claims it outright.
    """

    amount: Amount
    included: bool
    outright: bool
    by_statute: bool = False
    """Said by 以上/以下/以内 only: 口径 以上以下含本数 may turn `included` round."""


@dataclass(frozen=True, slots=True)
class Words:
    """Free text: a name, a level, a fact, a description."""

    text: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Interval:
    """Values from low to high; an absent end is open-ended. A single number is both ends."""

    low: End | None
    high: End | None
    span: Span = field(default=NOWHERE, compare=False)
    among: bool = field(default=False, compare=False)
    """Said to lie 之间 two numbers."""
    bare: bool = field(default=False, compare=False)
    """A number standing alone, without any comparison (100%计满分)."""
    name: str = field(default="", compare=False)
    """What is compared, where that stands inside: 80%≤执行率<90%."""
    outside: bool = field(default=False, compare=False)
    """Said to lie beyond both ends: 超出±5%."""
    ring: bool = field(default=False, compare=False)
    """Said to lie on both sides of zero between two numbers: ±5%至±10%."""
    words: str = field(default="", compare=False)
    """What stands in place of a number: 完成年度任务, 未达到."""
    at_goal: bool = field(default=False, compare=False)
    """Whether its number is a goal that the sentence does not say: values are shares of it, which is 100 %."""
    of: str = field(default="", compare=False)
    """What it is said to be a share of: 应养面积 of 应养面积的80%."""
    over: str = field(default="", compare=False)
    """What it is said to lie beyond: 概算 of 超概算5%."""

    @property
    def ends(self) -> tuple[End, ...]:
        """The ends that there are, low first."""
        return tuple(end for end in (self.low, self.high) if end is not None)


@dataclass(frozen=True, slots=True)
class Step:
    """每超过5%: which way, and how much makes a step."""

    direction: Direction
    amount: Amount
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Each:
    """每发现一例: every case found of what follows."""

    what: str
    unit: Unit
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Else:
    """否则, 其他情况."""

    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Remark:
    """An explanation in brackets; `plain` where it holds no number and no comparison.

    `defines`: it says how the value is worked out, (支出数÷预算数×100%).
    """

    text: str
    plain: bool
    defines: bool = False
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Shares:
    """分值的100%-80%（含80%）: a range of shares of the points, for an assessor to pick from."""

    interval: Interval
    span: Span = field(default=NOWHERE, compare=False)


Phrase = Words | Interval | Step | Each | Else | Remark


@dataclass(frozen=True, slots=True)
class Points:
    """得3分: that many points. `full`, `zero` and `base` stand for 满分, 不得分 and 基本分.

    A `share` is a part of the full marks: 得分值的50%.
    """

    kind: Literal["number", "full", "zero", "share", "base"]
    value: Fraction = Fraction(0)
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Deduct:
    """扣2分; as a `share`, a part of the full marks: 扣分值的10%. `below`: written 倒扣, which may go below nothing."""

    value: Fraction
    span: Span = field(default=NOWHERE, compare=False)
    share: bool = False
    below: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Below:
    """不得分，倒扣6分: nothing, and so many points off besides.

    `of_total`: taken off the total, of which the indicator itself shows nothing (不得分，并从总分中扣6分).
    """

    value: Fraction
    span: Span = field(default=NOWHERE, compare=False)
    of_total: bool = False


@dataclass(frozen=True, slots=True)
class Add:
    """加0.2分, on top of 基本分; as a `share`, a part of the full marks: 加分值的2%."""

    value: Fraction
    span: Span = field(default=NOWHERE, compare=False)
    share: bool = False


@dataclass(frozen=True, slots=True)
class AtDiscretion:
    """酌情扣分: the assessor sets the deduction, between `low` and `high` where they are said."""

    low: Fraction | None = None
    high: Fraction | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Permitted:
    """可不扣分: what the clause before takes off may also be left."""

    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """剔除后折算: the indicator does not count, and the others are scaled up."""

    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Vetoed:
    """一票否决, 总分为0分: what is left where the subject holds."""

    span: Span = field(default=NOWHERE, compare=False)
    effect: Consequence = Consequence()


@dataclass(frozen=True, slots=True)
class InProportion:
    """按比例计分: what the ratio is said to be, in the sentence's words."""

    words: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Unfloored:
    """可扣至负分: deductions go on below nothing, to `lowest` (a number below nothing) where that is said."""

    lowest: Fraction | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Spill:
    """扣完9分后从总分中扣: what goes beyond the points is taken off the total.

    `deducted`: after how many points, where that is said.
    """

    deducted: Fraction | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Cap:
    """最高不超过8分: the score ends at `points`, or at full marks.

    `added`: 最多加2分, so many points on top of 基本分.
    """

    points: Fraction | None = None
    added: bool = False
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Pin:
    """超过100%按100%计算: values beyond `limit` count as `limit`."""

    limit: Amount
    over: bool = True
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class ByFormula:
    """得分=…: an expression over the indicator's value, 分值 and 满分.

    `pins`: values beyond them count as they are (超过100%按100%计算). `caps`: where the score ends.
    """

    expression: Expression
    pins: tuple[Pin, ...] = ()
    caps: tuple[Cap, ...] = ()
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class ByScore:
    """按考核得分折算: another assessment's score, out of `full`, scaled to `most` points, or to all where none are said."""

    full: Fraction = Fraction(100)
    most: Fraction | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class PointsSpan:
    """得8-10分: a range of points, for an assessor to pick from; None, None for 酌情得分."""

    low: End | None
    high: End | None
    span: Span = field(default=NOWHERE, compare=False)


Award = (
    ByScore
    | PointsSpan
    | Points
    | Deduct
    | Below
    | Add
    | InProportion
    | ByFormula
    | Shares
    | AtDiscretion
    | Permitted
    | LeftOut
    | Vetoed
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Who or what (subject), and what it earns or costs (award, if the clause has one)."""

    subject: tuple[Phrase, ...]
    award: Award | None
    span: Span = field(default=NOWHERE, compare=False)
    mark: bool = field(default=False, compare=False)
    """Whether the clause was numbered (①, 1., 一是)."""
    said: tuple[Phrase, ...] = field(default=(), compare=False)
    """All that it was written of, also what `subject` leaves out or has been made of."""
    read: tuple[str, ...] = field(default=(), compare=False)
    """The words that its subject has been made of, by which numbers were found or named."""

    def read_as(self, subject: tuple[Phrase, ...]) -> Clause:
        """Give the clause with what its subject was found to say, for which all of its words are needed."""
        kept = {one.span for one in subject if isinstance(one, Words)}
        read = (one.text for one in self.said if isinstance(one, Words) and one.span not in kept)
        return replace(self, subject=subject, said=subject, read=(*self.read, *read))


@dataclass(frozen=True, slots=True)
class Base:
    """以100%为标准: what steps are counted from."""

    amount: Amount
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Floor:
    """扣完为止: deductions end at `deducted` points in all, or with the points; at `kept` where that is said."""

    deducted: Fraction | None = None
    span: Span = field(default=NOWHERE, compare=False)
    kept: Points | None = None
    """What is left at least: 最低不低于3分."""
    each: bool = False
    """Whether each of several counts ends there: 每类问题最多扣2分."""


@dataclass(frozen=True, slots=True)
class SoOn:
    """以此类推, 依次递减1分: the clauses before go on in the same way, `by` so many points each where that is said."""

    by: Fraction | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Says:
    """A reading that the sentence itself settles: 不足1个百分点的按1个百分点计算."""

    reading: str
    value: str
    amount: Amount | None = None
    """The step it speaks of, where it names one."""
    counted: Amount | None = None
    """What a part of a step counts as, where it says so: a step, or points."""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Definition:
    """执行率=支出数÷预算数×100%: how the value is worked out, as the sentence has it."""

    name: str
    expression: Expression
    text: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Restated:
    """有一项不符合要求的，扣相应分值: what a list of items with points says anyway."""

    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Magnitude:
    """按绝对值计算: -5% counts as 5%."""

    span: Span = field(default=NOWHERE, compare=False)


Entry = (
    Magnitude | Says | Clause | Base | Floor | Unfloored | Spill | Cap | Pin | SoOn | Definition | Restated
)
Sentence = tuple[Entry, ...]
