"""A case as it was read from reports, before a person has looked at it: every figure with its place and its words."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.dataclass import dataclass
from jixiao.model.case import Case
from jixiao.model.diagnostic import Diagnostic
from jixiao.model.reading import Reading
from jixiao.model.ruleset import Ruleset

SAME_FILE = "是同一个文件，只读一次"
"""How the remark ends on a report of which there is a copy."""


@dataclass(frozen=True, slots=True)
class Source:
    """One report of a draft: how places call it, its file's name, and what was read of it."""

    label: str
    file: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class DraftHeading:
    """Whose case it is; empty, or None, where the reports do not say."""

    title: str
    code: str
    unit: str
    region: str
    year: int | None
    subject: str
    table: str = ""
    """code@version of the table that fits."""
    candidates: tuple[str, ...] = ()
    """Tables that might, each with what it is for, where none surely fits."""


@dataclass(frozen=True, slots=True)
class DraftFigure:
    """One statement to be; value and unit as printed."""

    value: str
    unit: str
    place: str
    words: str
    """The words around it, for whoever compares it with the report."""
    doubt: str = ""
    year: int | None = None
    """Where it is not the case's."""
    share: str = ""
    completion: str = ""


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """What is stated of one thing, in the order of the reports."""

    name: str
    figures: tuple[DraftFigure, ...]
    known: bool
    """Whether items.yaml knows it."""


@dataclass(frozen=True, slots=True)
class DraftBreakdown:
    """The parts of a whole, as one place of a report lists them."""

    whole: str
    place: str
    parts: tuple[DraftEntry, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """What the unit says of one indicator, or of the whole (no indicator): key of the case file → what is written there."""

    indicator: str
    said: tuple[tuple[str, str], ...]
    place: str
    words: str


@dataclass(frozen=True, slots=True)
class RateDispute:
    """Two rates that reports give of one indicator, each with its place; the first stands in the draft."""

    indicator: str
    first: tuple[str, str]
    second: tuple[str, str]


@dataclass(frozen=True, slots=True)
class DraftProject:
    """What is stated and claimed of one of several projects."""

    name: str
    entries: tuple[DraftEntry, ...]
    breakdowns: tuple[DraftBreakdown, ...]
    whole: DraftClaim | None
    claims: tuple[DraftClaim, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A case to be completed by a person."""

    heading: DraftHeading
    sources: tuple[Source, ...]
    entries: tuple[DraftEntry, ...]
    breakdowns: tuple[DraftBreakdown, ...]
    whole: DraftClaim | None
    claims: tuple[DraftClaim, ...]
    notes: tuple[str, ...] = ()
    """Claims that have no place in the case: of an indicator that the table has not, or said otherwise elsewhere."""
    disputes: tuple[RateDispute, ...] = ()
    projects: tuple[DraftProject, ...] = ()
    """Where the reports are of several, each evaluated on its own; what is said of all stands in the draft itself."""

    @property
    def name(self) -> str:
        """Of no project."""
        return ""

    @property
    def all_parts(self) -> tuple[Draft | DraftProject, ...]:
        """What is said of the case at large, then of each project."""
        return (self, *self.projects)

    @property
    def figures(self) -> tuple[DraftFigure, ...]:
        """Every figure, those of parts and of projects too."""
        return tuple(figure for _, entry in self._named() for figure in entry.figures)

    @property
    def doubtful(self) -> tuple[tuple[str, DraftFigure], ...]:
        """Every figure that somebody has to look at first, with its name."""
        named = self._named()
        return tuple((name, figure) for name, entry in named for figure in entry.figures if figure.doubt)

    def _named(self) -> Iterator[tuple[str, DraftEntry]]:
        for one in self.all_parts:
            of = f"{one.name}·" if one.name else ""
            yield from ((f"{of}{entry.name}", entry) for entry in one.entries)
            for breakdown in one.breakdowns:
                yield from ((f"{of}{breakdown.whole}·{part.name}", part) for part in breakdown.parts)


@dataclass(frozen=True, slots=True)
class LackingFigure:
    """What the table asks for and the reports do not state."""

    name: str
    unit: str
    project: str = ""
    """Which of several projects lacks it."""


@dataclass(frozen=True, slots=True)
class ReadCase:
    """What reading the reports of one unit gave."""

    draft: Draft
    text: str
    """The case file."""
    lacking: tuple[LackingFigure, ...] = ()
    errors: tuple[Diagnostic, ...] = ()
    """Why it can't be scored as it is; empty where it can."""
    case: Case | None = None
    """The case, where it can be scored."""
    ruleset: Ruleset | None = None
    needed: tuple[str, ...] = ()
    """The items that the table asks for."""


@dataclass(frozen=True, slots=True)
class ReadRun:
    """What reading several reports gave: a case for each unit, and why files were refused."""

    cases: tuple[ReadCase, ...]
    errors: tuple[Diagnostic, ...] = ()
