"""What was read of a report: figures and claims, each with its span, its place and what is doubtful of it.

Source: DESIGN §10 (jixiao.read/1) and §14.
"""

from __future__ import annotations

from jixiao.dataclass import dataclass, replace
from jixiao.language.span import Span
from jixiao.model.coded import Coded


class Measure(Coded):
    """What a number says of its item."""

    VALUE = "value", "数值"
    SHARE = "share", "占比"
    CHANGE = "change", "增减额"
    GROWTH = "growth", "增减率"
    COMPLETION = "completion", "完成率"


class ClaimKind(Coded):
    """What a unit says of its own score."""

    SCORE = "score", "得分"
    DEDUCTION = "deduction", "扣分"
    RATE = "rate", "比率"
    GRADE = "grade", "等级"
    REASON = "reason", "理由"


ALL_PROJECTS = "各项目合计"
"""Whose the figures are of the row that adds up the projects of a unit."""


def of_project(item: str, project: str) -> str:
    """Give the name of an item of one of several projects: 年初预算（道路改造）."""
    return f"{item}（{project}）"


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """One figure as it stands in the text; `value` and `unit` as printed, a change in words of less is negative.

    Where a row of a table or a list names one of several projects, the item has its name (`of_project`); in a form
    or a section of a project it is as it is told there. `project` is set in either.
    """

    item: str
    measure: Measure
    value: str
    unit: str
    year: int | None
    span: Span
    quote: str
    place: str = ""
    of: str | None = None
    """The whole that it is a part of."""
    known: bool = True
    """Whether the item is one of items.yaml."""
    doubts: tuple[str, ...] = ()
    """Sentences; a figure with one reaches no score until a person confirms it."""
    row: str = ""
    """The row of a table in which it stands, on one line; empty in running text."""
    project: str | None = None
    """Which of several projects it is of."""

    @property
    def own_item(self) -> str:
        """The item without the project."""
        return self.item if self.project is None else self.item.removesuffix(of_project("", self.project))

    @property
    def certain(self) -> bool:
        """Whether nothing is doubtful of it."""
        return not self.doubts


def as_of_project(figure: ReadFigure, project: str) -> ReadFigure:
    """Give a figure under a name of its own, with its project's: no item of the whole, and part of nothing there."""
    item = of_project(figure.own_item, project)
    return replace(figure, item=item, known=False, of=None, project=project)


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """What the report claims: `what` is total, mean (of the totals of several projects), grade or indicator."""

    what: str
    value: str
    kind: ClaimKind
    span: Span
    quote: str
    indicator: str | None = None
    place: str = ""
    row: str = ""
    """The row of a table in which it stands, on one line; empty in running text."""
    project: str | None = None
    """Which of several projects it is of."""


class OddityKind(Coded):
    """What only the text of a report shows to be odd; what it amounts to is for finding rules to say."""

    YEAR = "year", "年度"
    UNIT = "unit", "单位"
    RATIO = "ratio", "比率"
    SUM = "sum", "合计"
    PARTS = "parts", "两份"
    ALL_DONE = "all-done", "全部完成"
    CLAIM = "claim", "自评"


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something in the text that does not fit the rest of it."""

    kind: OddityKind
    text: str
    """A sentence for people, without the place."""
    span: Span
    quote: str
    place: str = ""
    items: tuple[str, ...] = ()
    """The items that it is of."""
    name: str = ""
    """What a working is of, as the words before it say."""
    rounded: bool = False
    """Whether rounding of what is printed may explain it."""
    doubtful: bool = False
    """Whether it makes the figure at its place doubtful."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A number that was left unread, and why."""

    quote: str
    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class ReportHead:
    """Whose report it is; None where it is not printed."""

    unit: str | None = None
    year: int | None = None
    place: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read of one report."""

    name: str
    text: str
    head: ReportHead
    figures: tuple[ReadFigure, ...]
    claims: tuple[ReadClaim, ...]
    unread: tuple[Unread, ...] = ()
    remarks: tuple[str, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    project: str | None = None
    """The one project that it is of, as its form names it."""

    @property
    def projects(self) -> tuple[str, ...]:
        """The projects of which something is said, as they come in the text; none where it is of one."""
        figures = ((one.span.start, one.project) for one in self.figures)
        claims = ((one.span.start, one.project) for one in self.claims)
        said = sorted((at, name) for at, name in (*figures, *claims) if name is not None)
        return tuple(dict.fromkeys(name for _, name in said if name != ALL_PROJECTS))
