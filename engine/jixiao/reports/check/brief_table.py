"""Cases as rows of a table whose columns are known before the cases are: they come one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from jixiao.dataclass import dataclass
from jixiao.model.finding import Level
from jixiao.model.review import Checked, Review
from jixiao.quantity import points_apart
from jixiao.reports.check.findings import STYLES
from jixiao.reports.check.verdict import total_texts, verdict_on
from jixiao.reports.page.clip import clip
from jixiao.reports.page.columns import GAP, Cell
from jixiao.reports.page.points import range_text

CLAIMED, COMPUTED, VERDICT, COUNT = 6, 14, 8, 4
"""Cells of the columns behind the name."""
MIN_NAME = 12
CODE = 32
WITH_CODE = 110
"""Cells of a case's code, and the width of the screen from which on there is room for it."""
INDENT = "  "
MEAN = "平均"
"""Stands for a verdict on the mean over projects: each has its own."""


@dataclass(frozen=True, slots=True)
class BriefTable:
    """The table on a screen of so many cells; a name that is too long is cut, and never a figure."""

    width: int

    def head(self) -> Text:
        """Give the head of the columns."""
        heads = ("单位", "自评", "核算", "结论", *Level.words(), "代码")
        return self._line([Cell(word, "bold") for word in heads])

    def rows(self, checked: Checked, levels: Sequence[Sequence[Level]]) -> Iterator[Text]:
        """Give a row for a case; of one with projects, the mean and a row for each."""
        case = checked.reviews[0].evaluation.case if checked.reviews else None
        if case is None:
            return
        if case.projects:
            yield self._line(self._mean(checked, case.unit, case.id))
        for review, found in zip(checked.reviews, levels, strict=True):
            project = review.evaluation.project.name
            yield self._line(self._row(review, found, case.unit if project is None else f"{INDENT}{project}"))

    def _mean(self, checked: Checked, name: str, code: str) -> list[Cell]:
        mean = checked.mean
        if mean is None:
            return [Cell(name), *[Cell("")] * 6, Cell(code, "dim")]
        claimed = mean.computed if mean.claimed is None else mean.claimed
        told = "-" if claimed is None else points_apart(claimed)[0]
        figures = Cell(told), Cell(range_text(mean.low, mean.high))
        return [Cell(name), *figures, Cell(MEAN), *[Cell("")] * 3, Cell(code, "dim")]

    def _row(self, review: Review, found: Sequence[Level], name: str) -> list[Cell]:
        evaluation = review.evaluation
        claimed, computed = total_texts(evaluation)
        verdict = verdict_on(review)
        counts = [Cell(str(found.count(one)), STYLES[one] if one in found else "dim") for one in Level]
        code = "" if evaluation.project.name is not None else evaluation.case.id
        return [
            Cell(name),
            Cell(claimed),
            Cell(computed),
            Cell(verdict.short, verdict.style),
            *counts,
            Cell(code, "dim"),
        ]

    def _line(self, cells: Sequence[Cell]) -> Text:
        """Set cells side by side: names and words to the left, figures to the right."""
        name, *rest, code = cells
        widths = (CLAIMED, COMPUTED, VERDICT, COUNT, COUNT, COUNT)
        has_code = self.width >= WITH_CODE
        taken = sum(widths) + GAP * len(widths) + (CODE + GAP) * has_code
        room = max(MIN_NAME, self.width - taken)
        shown = clip(name.text, room)
        line = Text().append(shown, name.style).append(" " * (room - cell_len(shown)))
        for cell, width in zip(rest, widths, strict=True):
            pad = " " * max(0, width - cell_len(cell.text))
            is_word = width == VERDICT
            line.append(" " * GAP).append("" if is_word else pad).append(cell.text, cell.style).append(
                pad if is_word else ""
            )
        if has_code:
            line.append(" " * GAP).append(clip(code.text, CODE), code.style)
        line.rstrip()
        return line
