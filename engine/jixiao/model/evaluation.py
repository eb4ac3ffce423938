"""What the engine computed (核算), with everything needed to defend it."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, Protocol

from jixiao.dataclass import dataclass, fields
from jixiao.model.case import Case, Project
from jixiao.model.coded import Coded
from jixiao.model.part import Part
from jixiao.model.ruleset import Indicator, Ruleset
from jixiao.model.told import Words
from jixiao.quantity import Quantity

ROUNDING_CLAUSE = "舍入"
"""The clause of the deduction, signed, that rounding a score is."""
MAX_TOLD = 6
"""Most alternatives told in an explanation; JSON holds them all."""


class RestsOn(Coded):
    """What a score rests on."""

    COMPUTED = "computed", "核算"
    """Figures of its own."""
    STATED = "stated", "自述"
    """A value that the report only states as it is."""
    JUDGED = "judged", "评定"
    """A rating."""


class Status(Coded):
    """How the score of an indicator came about."""

    SCORED = "scored", "核算"
    """Calculated from figures."""
    JUDGED = "judged", "评定"
    """Given by a rating."""
    EXEMPT = "exempt", "免评"
    OPEN = "open", "待定"
    """Not one score: something is missing, disputed, or can be read in two ways."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One statement that an indicator's score rests on."""

    name: str
    quantity: Quantity
    source: str
    used: bool = True
    """False for a statement passed over because another one is adopted."""
    note: str = ""


@dataclass(slots=True)
class Deduction:
    """Points lost (扣分): by which clause, why, on which items. Negative points are gained.

    Like a Result never changed once it is made.
    """

    points: Fraction
    clause: str
    reason: Words
    items: tuple[str, ...] = ()
    told: bool = True
    """Whether the reason says how many points."""
    input: str | None = None
    """By which of several small rules, by the name of its input (empty: the value); None where there is one rule."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something not known, and by how many points it could move the indicator at most."""

    name: str
    could_move: Fraction


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way the indicator may come out: under which value or reading, and what it gives."""

    assumption: Words
    low: Fraction
    high: Fraction
    explanation: Words = ""
    told: bool = False
    """Whether the explanation of the whole tells it too."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """Points beyond what an indicator can lose, which are taken off the total, by which clause.

    `low` where the score is the lowest, `high` where it is the highest. INVARIANT: low ≥ high ≥ 0.
    """

    clause: str
    low: Fraction
    high: Fraction


class Basis(Protocol):
    """What a result rests on: the value and its figures, the way to the score, and what is not known.

    Given outright (Drawn), or worked out where somebody reads it.
    """

    @property
    def explanation(self) -> Words: ...
    @property
    def value(self) -> Fraction | None: ...
    @property
    def value_text(self) -> str: ...
    @property
    def deductions(self) -> tuple[Deduction, ...]: ...
    @property
    def missing(self) -> tuple[Missing, ...]: ...
    @property
    def figures(self) -> tuple[Figure, ...]: ...
    @property
    def alternatives(self) -> tuple[Alternative, ...]: ...
    @property
    def conflicts(self) -> tuple[str, ...]: ...
    @property
    def parts(self) -> tuple[Part, ...]: ...
    @property
    def values(self) -> tuple[Fraction, ...]: ...
    @property
    def valued(self) -> bool: ...
    @property
    def near_bound(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Drawn:
    """A basis given outright."""

    explanation: Words
    value: Fraction | None = None
    value_text: str = ""
    deductions: tuple[Deduction, ...] = ()
    missing: tuple[Missing, ...] = ()
    figures: tuple[Figure, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    conflicts: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    values: tuple[Fraction, ...] = ()
    valued: bool = False
    near_bound: bool = False

    @classmethod
    def of(cls, basis: Basis) -> Drawn:
        """Give a basis outright."""
        return basis if isinstance(basis, Drawn) else cls(*(getattr(basis, one.name) for one in fields(cls)))


@dataclass(slots=True)
class Result:
    """How one indicator came out. Never changed once it is made; not frozen, since that takes three times as long.

    INVARIANT: low ≤ high, and 0 ≤ low where the sentence does not go below nothing (倒扣); score is set
    iff low = high and status is not open, and full − Σ deductions = score; for an open one the
    deductions are those that are certain, full − Σ deductions = high.
    """

    indicator: Indicator
    status: Status
    low: Fraction
    high: Fraction
    basis: Basis
    left_out: bool = False
    """True where the indicator does not count and the others are scaled up (剔除后折算)."""
    may_leave_out: bool = False
    """True where it is not known whether the indicator counts."""
    claimed: Fraction | None = None
    claimed_decimals: int = 0
    """How many decimals the claim is printed with; 0 where it was derived."""
    claimed_value: Quantity | None = None
    claim_derived: bool = False
    """True where the claim follows from the claimed total and all other claims."""
    set_aside: bool = False
    """True where another indicator was chosen in its place (任选)."""
    beyond: Beyond | None = None
    """What is taken off the total besides (扣完后从总分中扣)."""

    @property
    def explanation(self) -> Words:
        """How the indicator came out, in sentences."""
        return self.basis.explanation

    @property
    def value(self) -> Fraction | None:
        """The one value that it was scored at, in base units."""
        return self.basis.value

    @property
    def value_text(self) -> str:
        """The value for people; lowest and highest where there are several."""
        return self.basis.value_text

    @property
    def deductions(self) -> tuple[Deduction, ...]:
        """Every loss on the way from full marks to the score."""
        return self.basis.deductions

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What keeps the indicator open."""
        return self.basis.missing

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every statement about the items that it asks for."""
        return self.basis.figures

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """Each way that it may come out, where there are several."""
        return self.basis.alternatives

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Names of items whose statements differ."""
        return self.basis.conflicts

    @property
    def parts(self) -> tuple[Part, ...]:
        """What of the sentence it reached, over all ways in which it may come out."""
        return self.basis.parts

    @property
    def values(self) -> tuple[Fraction, ...]:
        """Every value that it was scored at, lowest first."""
        return self.basis.values

    @property
    def valued(self) -> bool:
        """Whether it has no other value than those: each way that it may come out has one."""
        return self.basis.valued

    @property
    def near_bound(self) -> bool:
        """Whether its value is so near a bound that what printing allows lies on both sides, and earns otherwise."""
        return self.basis.near_bound

    @property
    def score(self) -> Fraction | None:
        """The one exact score, or None where the indicator is open."""
        return None if self.status is Status.OPEN else self.low

    @property
    def rests_on(self) -> RestsOn:
        """Whether it was judged, only stated as it is (自述), or worked out from figures of its own."""
        if self.status is Status.JUDGED:
            return RestsOn.JUDGED
        used = [figure for figure in self.figures if figure.used]
        stated = bool(used) and all(figure.name == self.indicator.name for figure in used)
        return RestsOn.STATED if stated else RestsOn.COMPUTED

    @property
    def counts(self) -> bool:
        """Whether the indicator enters the total."""
        return not (self.left_out or self.set_aside)

    @property
    def untold(self) -> tuple[Alternative, ...]:
        """The alternatives that the explanation of the whole does not tell."""
        return tuple(alternative for alternative in self.alternatives if not alternative.told)

    @property
    def exact_high(self) -> Fraction:
        """The highest score before the table's own rounding (得分小数位)."""
        rounding = (one.points for one in self.deductions if one.clause == ROUNDING_CLAUSE)
        return self.high + sum(rounding, Fraction(0))

    @property
    def exact_low(self) -> Fraction:
        """The lowest score before the table's own rounding, where there is one score; else as it stands."""
        return self.exact_high if self.low == self.high else self.low

    def given(self, score: Fraction) -> Fraction:
        """Give what a score of this indicator adds to the total: of 减分 only what is lost."""
        return score - self.indicator.points if self.indicator.extra == "penalty" else score


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What lies between the scores of the indicators and the total: a line of the ledger.

    `points` are taken off the highest total, `low_points` off the lowest; negative ones are added.
    """

    kind: Literal["choice", "limit", "rescale", "spill", "floor", "veto", "unsettled"]
    scope: str
    """The total (总分), a block, or the indicators concerned."""
    clause: str
    """What in the table says so."""
    reason: str
    points: Fraction
    low_points: Fraction


@dataclass(frozen=True, slots=True)
class Veto:
    """A fact that decides a block, the total or the grade. `holds` is None where that is not known."""

    fact: str
    effect: str
    clause: str
    indicator: str
    """Whose sentence says so; empty for the table's own (否决)."""
    holds: bool | None
    because: str
    """Who says so, or by which figures; or that nobody does."""


@dataclass(slots=True)
class Evaluation:
    """One project against one table. Totals in points. Like a Result never changed once it is made.

    INVARIANT: low ≤ high, and what the counted indicators give (`Result.given`) less the adjustments
    is the total, for the highest and for the lowest alike.
    """

    case: Case
    project: Project
    ruleset: Ruleset
    results: tuple[Result, ...]
    low: Fraction
    high: Fraction
    adopted: Fraction | None
    adopted_note: str
    """How the adopted total came about, or why there is none."""
    grades: tuple[str, ...]
    """Grades that are possible, best first."""
    engine: str
    """Version of the engine."""
    adjustments: tuple[Adjustment, ...] = ()
    vetoes: tuple[Veto, ...] = ()


def stated_points(evaluation: Evaluation) -> Fraction:
    """Give how many of the points that are certain rest on values that the report only states."""
    stated = (one for one in evaluation.results if one.counts and one.rests_on is RestsOn.STATED)
    return sum((one.low for one in stated), Fraction(0))
