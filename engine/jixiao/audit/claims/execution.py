"""Full results beside money that was hardly spent: possible, but somebody should ask how."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.audit.claims.claim import claim_outcome
from jixiao.audit.outcome import Ground, Outcome
from jixiao.model.evaluation import Evaluation, Result
from jixiao.model.wording import quoted
from jixiao.quantity import percent_text

LOW_EXECUTION = Fraction(60, 100)
"""Below this share of the budget, full results are asked about."""
_EXECUTION = ("执行率", "预算完成率", "支出完成率", "支出进度")
_RESULTS = ("产出", "效益", "效果", "履职")
MIN_RESULTS = 2
"""Fewest indicators of results that must all be claimed in full."""


def execution_outcomes(evaluation: Evaluation) -> Iterator[Outcome]:
    """Yield that all results are claimed in full while less than LOW_EXECUTION of the money was spent."""
    low = next((one for one in evaluation.results if _is_low(one)), None)
    results = [one for one in evaluation.results if one.counts and _is_result(one)]
    full = [one for one in results if one.claimed is not None and one.claimed == one.indicator.points]
    if low is None or low.value is None or len(full) < max(len(results), MIN_RESULTS):
        return
    rate = percent_text(low.value)
    named = "、".join(quoted(one.indicator.name) for one in full)
    text = f"{quoted(low.indicator.name)}只有{rate}，而{named}等{len(full)}项自评都是满分；钱没有花，事怎样做完，请单位说明"
    because = (str(low.explanation), f"自评满分的：{named}")
    items = tuple(dict.fromkeys(figure.name for figure in low.figures))
    yield claim_outcome(
        "产出", "与执行不称", "产出、效益满分而预算执行偏低", text, Ground(items, because, (rate, named))
    )


def _is_low(result: Result) -> bool:
    rate, name = result.value, result.indicator.name
    return rate is not None and 0 <= rate < LOW_EXECUTION and name.endswith(_EXECUTION)


def _is_result(result: Result) -> bool:
    return any(word in level for level in result.indicator.category for word in _RESULTS)
