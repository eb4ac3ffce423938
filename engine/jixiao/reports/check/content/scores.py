"""The score table of an evaluation, and the full account of each indicator, as texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.model.evaluation import Deduction, Evaluation, Result, Status
from jixiao.model.told import lines_of
from jixiao.quantity import points_text
from jixiao.reports.check.content.tree import Points, Tree, exactly, texts, tree, yes
from jixiao.reports.check.deductions import ground_parts, lost_text
from jixiao.reports.check.indicators import NONE, judged_by, score_row
from jixiao.reports.check.reasons import reasons
from jixiao.reports.check.shortfalls import claimed_text, open_line
from jixiao.reports.page.points import range_text

NO_SOURCE = "没有写出处"


def score_rows(evaluation: Evaluation) -> list[Tree]:
    """Give the rows of the score table, in the order of the table."""
    return [_row(number, result, evaluation) for number, result in enumerate(evaluation.results, 1)]


def _row(number: int, result: Result, evaluation: Evaluation) -> Tree:
    name, _, value, claimed_value, claimed, score, lost, status = (cell.text for cell in score_row(result))
    indicator = result.indicator
    told = [*reasons(result)]
    return tree(
        序号=str(number),
        归类=" / ".join(indicator.category),
        指标=name,
        分值=exactly(indicator.points),
        数值=value,
        自评=claimed if claimed != NONE else claimed_value,
        自评值=claimed_value,
        自评分=claimed_points(result),
        得分=Points(score, None if result.score is None else result.given(result.score)),
        最低=exactly(result.given(result.low)),
        最高=exactly(result.given(result.high)),
        扣分=lost,
        相差=difference(claimed_points(result).value, result.given(result.low), result.given(result.high)),
        状态=status,
        计入=yes(result.counts),
        减分=yes(indicator.extra == "penalty"),
        评分标准=indicator.standard.text,
        说明="".join(texts(told)),
        各句=texts(told or lines_of(result.explanation)),
        评定="；".join(texts(judged_by(result, evaluation))),
        扣分明细=[deduction(one) for one in result.deductions],
        所据的数=figures(result),
    )


def claimed_points(result: Result) -> Points:
    """Give the claimed points of an indicator; a rate is none."""
    return exactly(None if result.claimed is None else result.given(result.claimed), NONE)


def difference(claimed: Fraction | None, low: Fraction, high: Fraction) -> Points:
    """Give by how much a claim lies above what was computed; below is negative."""
    if claimed is None:
        return Points(NONE)
    return Points(range_text(claimed - high, claimed - low), claimed - low if low == high else None)


def deduction(one: Deduction) -> Tree:
    """Give one loss: points, clause, on what, and why."""
    return tree(
        分=Points(points_text(one.points), one.points),
        条款=one.clause,
        依据="、".join(one.items),
        理由=str(one.reason),
        全文=f"{lost_text(one)}{''.join(ground_parts(one))}",
    )


def figures(result: Result) -> list[Tree]:
    """Give the figures that a score rests on: each value once, with all places where it stands."""
    told: dict[tuple[str, str, str], dict[str, None]] = {}
    for one in result.figures:
        note = "；".join(filter(None, ("" if one.used else "未采用", one.note)))
        told.setdefault((one.name, str(one.quantity), note), {})[one.source or NO_SOURCE] = None
    return [
        tree(名称=name, 数=quantity, 出处="；".join(sources), 备注=note)
        for (name, quantity, note), sources in told.items()
    ]


def lost_rows(evaluation: Evaluation, rows: Sequence[Tree]) -> list[Tree]:
    """Give the accounts of indicators that lost points for certain, the open ones among them too."""
    return [
        row
        for row, result in zip(rows, evaluation.results, strict=True)
        if result.counts and has_lost(result)
    ]


def has_lost(result: Result) -> bool:
    """Whether an indicator lost points for certain."""
    is_short = result.status is not Status.OPEN and result.low < result.indicator.points
    return result.indicator.extra != "bonus" and (is_short or result.high < result.indicator.points)


def open_rows(evaluation: Evaluation, rows: Sequence[Tree]) -> list[Tree]:
    """Give the indicators that are open: their range, what is missing in short, and all there is to tell."""
    return [
        tree(
            序号=row["序号"],
            指标=row["指标"],
            分值=row["分值"],
            得分=row["得分"],
            自评=claimed_text(result),
            缺什么=open_line(result).why,
            说明=row["说明"],
        )
        for row, result in zip(rows, evaluation.results, strict=True)
        if result.counts and result.status is Status.OPEN
    ]


def judged_rows(evaluation: Evaluation, rows: Sequence[Tree]) -> Iterator[Tree]:
    """Yield who judged what, on what grounds."""
    for row, result in zip(rows, evaluation.results, strict=True):
        for one in evaluation.project.ratings.get(result.indicator.name, ()):
            yield tree(指标=row["指标"], 得分=row["得分"], 评定人=one.by, 依据=one.grounds, 出处=one.source)
