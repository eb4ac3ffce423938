"""A run of `check` as content: piece by piece, to be laid out in Word or Excel at the end."""

from __future__ import annotations

from jixiao.dataclass import dataclass, replace
from jixiao.model.review import Checked
from jixiao.reports.check.choice import ALL, Choice
from jixiao.reports.check.content.case import case_content
from jixiao.reports.check.content.summary.line import Line, line_of
from jixiao.reports.check.content.tree import Tree
from jixiao.reports.check.piece import Piece, piece_of


@dataclass(frozen=True, slots=True)
class Content:
    """What one case file says: of the case, and its lines in a summary, as far as they are wanted."""

    case: Tree | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ContentForm:
    """What is wanted of each case: all that may be told of it, its lines in a summary, or both."""

    choice: Choice = ALL
    tells_case: bool = True
    tells_lines: bool = False

    def piece(self, checked: Checked) -> Piece:
        """Give the content of one case file."""
        if not checked.reviews:
            return piece_of(checked, "")
        case = case_content(checked, self.choice) if self.tells_case else None
        lines = tuple(line_of(one, self.choice) for one in checked.reviews) if self.tells_lines else ()
        return replace(piece_of(checked, ""), content=Content(case, lines))
