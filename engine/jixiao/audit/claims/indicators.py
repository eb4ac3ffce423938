"""What is claimed of one indicator: its score, its ratio and how that was worked out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.audit.claims.claim import claim_outcome
from jixiao.audit.outcome import Ground, Outcome
from jixiao.audit.printed import as_printed
from jixiao.model.case import Project
from jixiao.model.evaluation import Result
from jixiao.model.wording import quoted
from jixiao.quantity import Quantity, percent_text, points_text


def indicator_outcomes(result: Result, project: Project) -> Iterator[Outcome]:
    """Yield what does not hold of the score and the ratio that are claimed."""
    if result.set_aside:
        return
    yield from _score(result)
    yield from _ratio(result)
    yield from _stated_rate(result, project)


def _items(result: Result) -> tuple[str, ...]:
    return tuple(dict.fromkeys(figure.name for figure in result.figures))


def _score(result: Result) -> Iterator[Outcome]:
    claimed, name = result.claimed, result.indicator.name
    if claimed is None:
        return
    if claimed == result.indicator.points:
        yield claim_outcome("得分", "满分", "", "", Ground(items=_items(result)), indicator=name)
    if result.low <= claimed <= result.high:
        return
    above = claimed > result.high
    bounds = points_text(result.low)
    if result.low != result.high:
        bounds = f"{bounds}至{points_text(result.high)}"
    yield claim_outcome(
        "得分",
        "偏高" if above else "偏低",
        f"{quoted(name)}自评得分{'高于' if above else '低于'}核算结果",
        f"{quoted(name)}自评{points_text(claimed)}分，核算为{bounds}分",
        Ground(items=_items(result), because=(result.explanation,), figures=(points_text(claimed), bounds)),
        indicator=name,
    )


def _ratio(result: Result) -> Iterator[Outcome]:
    """A ratio claimed is the one that the figures give, as far as it was printed."""
    claimed, value = result.claimed_value, result.value
    if claimed is None or value is None or not claimed.unit.dimension.is_ratio or not result.figures:
        return
    if _is(claimed, value):
        return
    name = result.indicator.name
    text = f"{quoted(name)}自评为{claimed}，按报告的数据算得{percent_text(value)}"
    yield claim_outcome(
        "比率",
        "不符",
        f"{quoted(name)}自评的比率与数据不符",
        text,
        Ground(
            items=_items(result),
            because=(*_figures(result), text),
            figures=(str(claimed), percent_text(value)),
        ),
        indicator=name,
    )


def _is(printed: Quantity, value: Fraction) -> bool:
    return abs(printed.base - value) <= as_printed(printed).slack


def _figures(result: Result) -> Iterator[str]:
    for figure in result.figures:
        if figure.used:
            place = f"（{figure.source}）" if figure.source else ""
            yield f"{quoted(figure.name)}{figure.quantity}{place}"


def _stated_rate(result: Result, project: Project) -> Iterator[Outcome]:
    """A rate stated under the indicator's name is the one that its operands give."""
    name = result.indicator.name
    operands = [figure for figure in result.figures if figure.name != name]
    if result.value is None or not operands:
        return
    for one in project.statements.get(name, ()):
        if one.quantity.unit.dimension.is_ratio and not _is(one.quantity, result.value):
            place = f"（{one.source}）" if one.source else ""
            text = f"报告写{quoted(name)}为{one.quantity}{place}，按所列数据算得{percent_text(result.value)}"
            yield claim_outcome(
                "数值",
                "不符",
                f"{quoted(name)}的数值与数据不符",
                text,
                Ground(
                    items=_items(result),
                    because=(*_figures(result), text),
                    figures=(str(one.quantity), percent_text(result.value)),
                ),
                indicator=name,
            )
            return
