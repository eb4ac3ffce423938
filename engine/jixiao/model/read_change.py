"""What two folders of rules read of the same reports, and where they differ."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.model.coded import Coded
from jixiao.model.diagnostic import Diagnostic
from jixiao.model.reading import ReadFigure


class ChangeKind(Coded):
    """How a figure fares under other rules."""

    GAINED = "gained", "多读"
    LOST = "lost", "少读"
    CHANGED = "changed", "读得不同"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure that is read by one side only, or otherwise; `words` are those around it."""

    kind: ChangeKind
    before: ReadFigure | None
    after: ReadFigure | None
    words: str


@dataclass(frozen=True, slots=True)
class ReportChange:
    """What differs in one report, in its order, and how many figures are read alike."""

    file: str
    changes: tuple[FigureChange, ...]
    same: int


@dataclass(frozen=True, slots=True)
class ReadComparison:
    """What differs in all reports; a report that is refused stands in `errors`."""

    reports: tuple[ReportChange, ...]
    errors: tuple[Diagnostic, ...] = ()
