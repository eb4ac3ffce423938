"""What changed between two versions of a table, and which cases it moves."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from jixiao.dataclass import dataclass, field
from jixiao.model.diagnostic import Diagnostic
from jixiao.model.ruleset import Ruleset
from jixiao.model.term import Graph, TermKind
from jixiao.quantity import PLAIN, Unit

Score = tuple[Fraction, Fraction]
"""The lowest and the highest points; equal where there is just one score."""


@dataclass(frozen=True, slots=True)
class Region:
    """Values of an indicator on which the points differ, in base units (a ratio as 0.3).

    `old` and `new` are the points at both ends of the region: the same twice where they do not
    change on it, else those that a straight line reaches there; an end that is unbounded has None.
    `choice` names what an assessor chooses, where no value is measured.
    """

    start: Fraction | None
    end: Fraction | None
    start_included: bool
    end_included: bool
    old: tuple[Score | None, Score | None]
    new: tuple[Score | None, Score | None]
    text: str
    choice: str = ""
    term: str = ""
    """Of which small rule, by the name of its input; empty where the sentence is one rule."""
    unit: Unit = PLAIN
    """What its ends are shown in."""


@dataclass(frozen=True, slots=True)
class TermDifference:
    """How one of the small rules of a sentence differs; `old` and `new` say what it earns or takes, "" where it is not."""

    name: str
    kind: TermKind
    change: Literal["changed", "added", "removed"]
    old: str
    new: str
    text: str
    old_name: str = ""
    """What its input was called, where that changed."""


Kind = Literal["same", "changed", "reworded", "added", "removed"]
"""Nothing at all; points differ somewhere; words differ, points nowhere; only new; only old."""


@dataclass(frozen=True, slots=True)
class IndicatorDifference:
    """How one indicator differs. `notes` say what else changed, each in a sentence.

    `regions` are complete and do not overlap. Where the points can't be compared piece by piece,
    `proven` is false, and a note says why.
    """

    id: str
    name: str
    kind: Kind
    regions: tuple[Region, ...] = ()
    notes: tuple[str, ...] = ()
    old_name: str = ""
    proven: bool = True
    old_text: str = ""
    new_text: str = ""
    """The sentences as written."""
    terms: tuple[TermDifference, ...] = ()
    """What changed of its small rules, where it has several."""
    told: tuple[str, ...] = ()
    """The regions in words: steps of one kind that follow each other on one line."""

    @property
    def meaning_changed(self) -> bool:
        """Whether any case could score differently on it."""
        return self.kind in ("changed", "added", "removed")


@dataclass(frozen=True, slots=True)
class TableDifference:
    """Two versions of one table. `rules` and `notes` are about the table as a whole.

    `rules` can move a total or a grade; `notes` (order, years) move nothing.
    """

    old: Ruleset
    new: Ruleset
    indicators: tuple[IndicatorDifference, ...]
    rules: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def meaning_changed(self) -> bool:
        """Whether any case could come out differently."""
        return bool(self.rules) or any(one.meaning_changed for one in self.indicators)


@dataclass(frozen=True, slots=True)
class Mover:
    """An indicator that moves a case, with the ledger lines before and after."""

    indicator: str
    old: Score
    new: Score
    old_reason: str
    new_reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What one evaluation comes to: its range, the one total it is ranked by, its grades."""

    low: Fraction
    high: Fraction
    total: Fraction | None
    """The score, else the adopted total; None where there is neither."""
    grades: tuple[str, ...]

    @property
    def score(self) -> Score:
        """The range."""
        return self.low, self.high

    @property
    def open(self) -> bool:
        """Whether it has not got one grade: what is missing decides."""
        return len(self.grades) != 1


@dataclass(frozen=True, slots=True)
class CaseImpact:
    """One case, or one project of it, before and after."""

    id: str
    project: str | None
    unit: str
    old: Standing
    new: Standing
    movers: tuple[Mover, ...] = ()
    old_rank: int | None = None
    new_rank: int | None = None

    @property
    def label(self) -> str:
        """Its code, with the project's name where it is one of several."""
        return self.id if self.project is None else f"{self.id} {self.project}"

    @property
    def moved(self) -> bool:
        """Whether its range or its total changes."""
        return (self.old.score, self.old.total) != (self.new.score, self.new.total)

    @property
    def crosses_grade(self) -> bool:
        """Whether the grades that are possible change."""
        return self.old.grades != self.new.grades

    @property
    def stays_open(self) -> bool:
        """Whether its grade is open before and after: that it does not change is then not known."""
        return self.old.open and self.new.open

    @property
    def undecided(self) -> bool:
        """Whether it had one total before and has none now."""
        return self.old.total is not None and self.new.total is None


@dataclass(frozen=True, slots=True)
class Impact:
    """All cases of a case base to which the old table applies. `passed_over`: those it does not."""

    cases: tuple[CaseImpact, ...]
    passed_over: int = 0

    @property
    def moved(self) -> tuple[CaseImpact, ...]:
        """Cases that move, the largest move first."""
        return tuple(sorted((one for one in self.cases if one.moved), key=_distance, reverse=True))

    @property
    def crossings(self) -> tuple[CaseImpact, ...]:
        """Cases whose grade changes."""
        return tuple(one for one in self.cases if one.crosses_grade)

    @property
    def still_open(self) -> tuple[CaseImpact, ...]:
        """Cases whose grade is open before and after."""
        return tuple(one for one in self.cases if one.stays_open)


def _distance(one: CaseImpact) -> Fraction:
    if one.old.total is not None and one.new.total is not None:
        return abs(one.new.total - one.old.total)
    return max(abs(one.new.low - one.old.low), abs(one.new.high - one.old.high))


@dataclass(frozen=True, slots=True)
class BothCurves:
    """What a value earns before and after, over the same values; None where it is on one side only."""

    old: Graph | None
    new: Graph | None
    name: str = ""
    """Of which small rule, by the name of its input; empty where the sentence is one rule."""


@dataclass(frozen=True, slots=True)
class TableChange:
    """One table in both versions, with what the change does to cases where that was asked for.

    `drawn`: the curves of what changed, by the indicator's code, where drawings were asked for.
    """

    difference: TableDifference
    impact: Impact | None = None
    drawn: Mapping[str, tuple[BothCurves, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that `diff` compared. `notes`: tables that are only on one side."""

    tables: tuple[TableChange, ...]
    notes: tuple[str, ...] = ()
    errors: tuple[Diagnostic, ...] = ()

    @property
    def cases(self) -> tuple[CaseImpact, ...]:
        """All cases, table by table."""
        return tuple(case for one in self.tables if one.impact for case in one.impact.cases)

    @property
    def idle(self) -> tuple[TableDifference, ...]:
        """Tables with which no case was compared: those that changed, or all where there was no case at all."""
        without = [one.difference for one in self.tables if one.impact is None or not one.impact.cases]
        return tuple(one for one in without if one.meaning_changed or not self.cases)
