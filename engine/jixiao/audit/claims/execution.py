"""Full results beside money that was hardly spent, full marks beside a rate that earns less: somebody should ask how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jixiao.audit.claims.claim import Weight, claim_outcome
from jixiao.audit.claims.totals import is_plain
from jixiao.audit.outcome import Ground, Outcome
from jixiao.audit.stated import Statements
from jixiao.language.formula import Expression, names
from jixiao.language.formula.calculate import Undefined, calculate
from jixiao.model.evaluation import Evaluation, Result
from jixiao.model.finding import Level
from jixiao.model.guessed import guessed_above
from jixiao.model.review import Mean
from jixiao.model.standing import total_standing
from jixiao.model.told import RowWords
from jixiao.model.wording import quoted
from jixiao.quantity import percent_text, points_text

LOW_EXECUTION = Fraction(60, 100)
"""Below this share of the budget, full results are asked about."""
HARDLY_SPENT = Fraction(20, 100)
"""Below this share, what was done with the money is more than a hint."""
_EXECUTION = ("执行率", "预算完成率", "支出完成率", "支出进度")
_RESULTS = ("产出", "效益", "效果", "履职")
MIN_RESULTS = 2
"""Fewest indicators of results that must all be claimed in full."""
NEARLY_FULL = Fraction(95, 100)
"""From this share of their points on, results that are claimed in a sum are called nearly full."""


def execution_outcomes(evaluation: Evaluation) -> Iterator[Outcome]:
    """Yield that results are claimed in full while less than LOW_EXECUTION of the money was spent."""
    low = next((one for one in evaluation.results if _is_low(one)), None)
    if low is None or low.value is None:
        return
    told = _in_full(evaluation)
    if told is None:
        return
    rate = percent_text(low.value)
    text = f"{quoted(low.indicator.name)}{rate}，而{told}，请单位说明"
    weight = Weight(Level.MEDIUM if low.value < HARDLY_SPENT else Level.LOW)
    because = (str(low.explanation), told)
    items = tuple(dict.fromkeys(figure.name for figure in low.figures))
    yield claim_outcome(
        "产出",
        "与执行不称",
        "产出、效益满分而预算执行偏低",
        text,
        Ground(items, because, (rate, told)),
        weight=weight,
    )


def whole_execution_outcomes(
    papers: Statements, mean: Mean | None, formulas: Mapping[str, Expression], full: Fraction
) -> Iterator[Outcome]:
    """Yield that all projects together spent little while their mean is claimed nearly full.

    `papers`: of the case at large; `formulas`: by indicator.
    """
    claimed = None if mean is None else (mean.computed if mean.claimed is None else mean.claimed)
    if claimed is None or claimed < WELL_DONE * full:
        return
    for name in filter(is_execution, formulas):
        figures = {one: papers.values(one) for one in names(formulas[name])}
        if not all(figures.values()):
            continue
        first = {one: values[0] for one, values in figures.items()}
        rate = calculate(formulas[name], {one: value.quantity.base for one, value in first.items()})
        if isinstance(rate, Undefined) or not 0 <= rate < LOW_EXECUTION:
            continue
        because = tuple(f"{quoted(one)}{value.text}" for one, value in first.items())
        text = (
            f"各项目合计的{quoted(name)}只有{percent_text(rate)}"
            f"（{'、'.join(f'{one}{value.quantity}' for one, value in first.items())}），"
            f"而自评平均{points_text(claimed)}分，请单位说明"
        )
        printed = tuple(str(value.quantity) for value in first.values())
        yield claim_outcome(
            "产出",
            "合计与执行不称",
            "各项目合计的预算执行偏低",
            text,
            Ground(tuple(first), because, printed),
            weight=Weight(Level.LOW),
        )


WELL_DONE = Fraction(90, 100)
"""From this share of full marks on, a mean is asked how so little was spent for so much."""


def _in_full(evaluation: Evaluation) -> str | None:
    """Say that all results are claimed in full, one by one or in the total; None where they are not."""
    results = [one for one in evaluation.results if one.counts and _is_result(one)]
    named = "、".join(quoted(one.indicator.name) for one in results)
    if len(results) < MIN_RESULTS:
        return None
    if all(one.claimed is not None and one.claimed == one.indicator.points for one in results):
        return f"{named}自评都是满分"
    total = evaluation.project.claim.total
    if total is None or not is_plain(evaluation) or any(one.claimed is not None for one in results):
        return None
    others = [one for one in evaluation.results if one not in results]
    most = sum((one.high if one.claimed is None else one.claimed for one in others), Fraction(0))
    points = sum((one.indicator.points for one in results), Fraction(0))
    least = min(total - most, points)
    if least < NEARLY_FULL * points:
        return None
    if least == points:
        return f"{named}却是满分"
    return f"{named}却至少有{points_text(least)}分（满分{points_text(points)}分）"


def full_marks_outcomes(evaluation: Evaluation) -> Iterator[Outcome]:
    """Yield that full marks are claimed in whole although a rate that the report gives earns less.

    Only where nothing graver is said of the total: where it is rounding, or sentences marked 推定, that
    lie between the claim and what was computed.
    """
    claimed, full = evaluation.project.claim.total, evaluation.ruleset.full
    if claimed is None or claimed != full or claimed <= evaluation.high:
        return
    if not (total_standing(evaluation).rounded or guessed_above(evaluation, claimed)):
        return
    short = [one for one in evaluation.results if one.counts and one.value is not None and _falls_short(one)]
    if not short:
        return
    rates = "、".join(
        f"{quoted(one.indicator.name)}{percent_text(one.value or Fraction(0))}" for one in short
    )
    text = (
        f"自评总分{points_text(full)}分，一分没有扣；而{rates}，按评分标准得不到满分，请单位说明为什么不扣分"
    )
    because = tuple(RowWords("", one.explanation, one.indicator.name) for one in short)
    items = tuple(dict.fromkeys(figure.name for one in short for figure in one.figures))
    yield claim_outcome(
        "满分", "与比率不称", "自评满分，而有的比率得不到满分", text, Ground(items, because, (rates,))
    )


def _falls_short(result: Result) -> bool:
    return result.high < result.indicator.points and not result.set_aside


def _is_low(result: Result) -> bool:
    rate = result.value
    return rate is not None and 0 <= rate < LOW_EXECUTION and is_execution(result.indicator.name)


def is_execution(name: str) -> bool:
    """Whether a rate says how much of a budget was spent, by its name."""
    return name.endswith(_EXECUTION)


def _is_result(result: Result) -> bool:
    return any(word in level for level in result.indicator.category for word in _RESULTS)
