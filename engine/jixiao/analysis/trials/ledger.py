"""The lines of a ledger that explain why a score is what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.analysis.trials.figures import shown, span
from jixiao.model.evaluation import Deduction, Evaluation, Result, Status
from jixiao.model.finding import Finding
from jixiao.quantity import points_text

MAX_LINES = 12
"""Most lines given of a total; the rest are counted."""


def result_lines(result: Result) -> Iterator[str]:
    """Give the deductions of an indicator, and what came about without one."""
    yield from (_cut(one) for one in result.deductions)
    if result.status is Status.OPEN or not result.deductions:
        yield str(result.explanation)


def _cut(one: Deduction) -> str:
    verb, points = ("扣", one.points) if one.points >= 0 else ("加", -one.points)
    told = one.told and shown(points) == points_text(points)
    return str(one.reason) if told else f"{verb}{shown(points)}分：{one.reason}"


def total_lines(evaluation: Evaluation) -> Iterator[str]:
    """Give every line between full marks and the total, by indicator; the rest are counted."""
    lines = [
        f"{result.indicator.name} 得{span(result.low, result.high)}分（分值{shown(result.indicator.points)}）"
        for result in evaluation.results
        if result.low != result.indicator.points
    ]
    lines += [
        f"{one.scope} {'扣' if one.points >= 0 else '加'}{shown(abs(one.points))}分：{one.reason}"
        for one in evaluation.adjustments
    ]
    yield from lines[:MAX_LINES]
    if len(lines) > MAX_LINES:
        yield f"另有{len(lines) - MAX_LINES}条"
    if evaluation.adopted_note:
        yield evaluation.adopted_note


def finding_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Give what findings of the same code say."""
    for one in findings:
        owner = f"“{one.indicator}”" if one.indicator else ""
        items = f"（{'、'.join(one.items)}）" if one.items else ""
        yield f"{one.level.word} {one.code}{owner}{items}：{one.message}"
