"""Claims (自评) against what was computed: those that lie outside what is possible."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.model.evaluation import Evaluation, Result
from jixiao.model.finding import Finding
from jixiao.model.wording import quoted
from jixiao.quantity import points_text


def claim_findings(evaluation: Evaluation) -> Iterator[Finding]:
    """Yield a finding for the total and for each indicator claimed outside its range."""
    claimed = evaluation.project.claim.total
    if claimed is not None and claimed > evaluation.high:
        yield _total("claim-above-range", "自评总分高于可能的最高分", claimed, evaluation, _caps(evaluation))
    if claimed is not None and claimed < evaluation.low:
        yield _total("claim-below-range", "自评总分低于可能的最低分", claimed, evaluation, ())
    for result in evaluation.results:
        yield from _indicator(result)


def _total(
    code: str, title: str, claimed: Fraction, evaluation: Evaluation, because: tuple[str, ...]
) -> Finding:
    source = evaluation.project.claim.source
    place = f"（{source}）" if source else ""
    low, high = points_text(evaluation.low), points_text(evaluation.high)
    bounds = f"在{low}至{high}分之间" if evaluation.low != evaluation.high else f"是{low}分"
    distance = points_text(_distance(claimed, evaluation.low, evaluation.high))
    message = f"自评总分{points_text(claimed)}分{place}，按评分标准总分只能{bounds}，相差{distance}分"
    items = tuple(
        dict.fromkeys(item for one in evaluation.results for cut in one.deductions for item in cut.items)
    )
    return Finding(code, "high", title, message, items=items if because else (), because=because)


def _caps(evaluation: Evaluation) -> tuple[str, ...]:
    """Name each indicator that cannot reach full marks, with its reason; and what bounds the total."""
    return _capped_indicators(evaluation) + tuple(
        one.reason for one in evaluation.adjustments if one.points > 0
    )


def _capped_indicators(evaluation: Evaluation) -> tuple[str, ...]:
    return tuple(
        f"{quoted(result.indicator.name)}最高{points_text(result.high)}分（满分{points_text(result.indicator.points)}分）："
        + "；".join(one.reason for one in result.deductions)
        for result in evaluation.results
        if result.high < result.indicator.points and _counts_at_best(result, evaluation)
    )


def _counts_at_best(result: Result, evaluation: Evaluation) -> bool:
    """Whether an indicator enters the highest total: of several that may be chosen, the best one."""
    if not result.counts or result.indicator.extra == "bonus":
        return False
    names = next(
        (one.indicators for one in evaluation.ruleset.choices if result.indicator.name in one.indicators), ()
    )
    others = [one for one in evaluation.results if one.indicator.name in names and one.counts]
    return all(one.high <= result.high for one in others)


def _indicator(result: Result) -> Iterator[Finding]:
    claimed = result.claimed
    if claimed is None or result.set_aside or result.low <= claimed <= result.high:
        return
    above = claimed > result.high
    name = result.indicator.name
    bounds = points_text(result.low)
    if result.low != result.high:
        bounds = f"{bounds}至{points_text(result.high)}"
    yield Finding(
        "claim-above-range" if above else "claim-below-range",
        "high",
        f"{quoted(name)}自评得分{'高于' if above else '低于'}核算结果",
        f"{quoted(name)}自评{points_text(claimed)}分，核算为{bounds}分",
        indicator=name,
        items=tuple(dict.fromkeys(figure.name for figure in result.figures)),
        because=(result.explanation,),
    )


def _distance(claimed: Fraction, low: Fraction, high: Fraction) -> Fraction:
    return claimed - high if claimed > high else low - claimed
