"""The indicators of one evaluation as a table, the reasons under the rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.text import Text

from jixiao.model.evaluation import Evaluation, Result, Status
from jixiao.quantity import points_text
from jixiao.reports.check.reasons import reasons
from jixiao.reports.page.columns import Cell, Row, fit
from jixiao.reports.page.points import range_text
from jixiao.reports.page.wrap import wrap

HEADINGS = ("指标", "分值", "数值", "自评值", "自评分", "得分", "扣分", "状态")
FIGURES = (False, True, True, True, True, True, True, False)
"""Which columns hold figures."""
CLAIMED = (3, 4)
"""The columns of what is claimed: a rate and points are told apart; one that nobody fills is left out."""

SET_ASIDE = "未选用"
"""What stands for how it came out where another indicator was chosen (任选)."""
EXTRA_MARKS = {"": "", "bonus": "（加分）", "penalty": "（减分）"}
PROVISIONAL_MARK = "*"
NONE = "-"
INDENT = 4


def indicator_table(evaluation: Evaluation, width: int) -> Iterator[Text]:
    """Give the table line by line: heading, rule, and each row with its reasons."""
    rows = [score_row(result) for result in evaluation.results]
    kept = shown_columns(rows)
    head = [Cell(HEADINGS[place], "bold") for place in kept]
    rows = [[row[place] for place in kept] for row in rows]
    columns = fit([head, *rows], tuple(FIGURES[place] for place in kept), width)
    yield from columns.lay_out(head)
    yield Text("─" * min(columns.width, width))
    for row, result in zip(rows, evaluation.results, strict=True):
        yield from columns.lay_out(row)
        told = (*reasons(result), *judged_by(result, evaluation))
        for reason in told:
            for line in wrap(reason, width - INDENT):
                yield Text(" " * INDENT + line)


def shown_columns(rows: Sequence[Row]) -> list[int]:
    """Give the places of the columns that are shown: of claims only those that somebody fills."""
    return [place for place in range(len(HEADINGS)) if place not in CLAIMED or _is_filled(rows, place)]


def _is_filled(rows: Sequence[Row], place: int) -> bool:
    return any(row[place].text != NONE for row in rows)


def judged_by(result: Result, evaluation: Evaluation) -> Iterator[str]:
    """Say who judged, on what grounds, and where those are."""
    for rating in evaluation.project.ratings.get(result.indicator.name, ()):
        source = f"，出处：{rating.source}" if rating.source else ""
        yield f"评定人：{rating.by}，依据：{rating.grounds}{source}"


def _status(result: Result) -> str:
    return (result.rests_on if result.status is Status.SCORED else result.status).word


def score_row(result: Result) -> Row:
    """Give the cells of an indicator's row, under HEADINGS."""
    indicator = result.indicator
    mark = PROVISIONAL_MARK if indicator.provisional else ""
    return (
        Cell(f"{indicator.name}{mark}{EXTRA_MARKS[indicator.extra]}"),
        Cell(points_text(indicator.points)),
        Cell(result.value_text or NONE),
        Cell(NONE if result.claimed_value is None else str(result.claimed_value)),
        Cell(NONE if result.claimed is None else points_text(result.given(result.claimed))),
        Cell(range_text(result.given(result.low), result.given(result.high)), _style(result)),
        Cell(_lost(result)),
        Cell(SET_ASIDE, "") if result.set_aside else Cell(_status(result), _waiting(result)),
    )


def _lost(result: Result) -> str:
    """Write the points lost; of an open indicator those that are certain."""
    lost = sum((one.points for one in result.deductions), Fraction(0))
    if not lost or result.indicator.extra == "bonus":
        return NONE
    return f"≥{points_text(lost)}" if result.status is Status.OPEN else points_text(lost)


def _waiting(result: Result) -> str:
    return "yellow" if result.status is Status.OPEN else ""


def _style(result: Result) -> str:
    if result.status is Status.OPEN:
        return "yellow"
    if result.set_aside or result.indicator.extra == "bonus":
        return ""
    return "bold red" if result.low < result.indicator.points else ""
