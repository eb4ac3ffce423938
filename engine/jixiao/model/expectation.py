"""What a case or a table says must come out (预期, 例), each with its place in the file."""

from __future__ import annotations

from typing import TypeAlias

from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Place
from jixiao.model.finding import Level
from jixiao.model.ruleset import Text

STATUS = "状态"
"""The one key of an indicator whose value is not a number."""


@dataclass(frozen=True, slots=True)
class ExpectedFigure:
    """One number, or the status of an indicator, as written.

    `owner` is what it is expected of: 总分, 平均分, or an indicator by the table's spelling.
    """

    owner: str
    key: str
    written: Text
    is_indicator: bool = False

    @property
    def place(self) -> Place:
        return self.written.place


@dataclass(frozen=True, slots=True)
class ExpectedGrades:
    """All grades that are possible, best first (等级)."""

    grades: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ExpectedFinding:
    """A finding that must be there (必有) or must not (必无); what is empty is not looked at."""

    is_wanted: bool
    code: str
    place: Place
    indicator: str = ""
    level: Level | None = None
    item: str = ""


Expectation: TypeAlias = ExpectedFigure | ExpectedGrades | ExpectedFinding
