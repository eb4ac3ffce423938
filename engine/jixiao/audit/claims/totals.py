"""The claimed total, grade and mean against what was computed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache, partial
from typing import TypeAlias

from jixiao.audit.claims.claim import ROUNDED_TO_POINTS, Weight, claim_outcome
from jixiao.audit.claims.grade_words import grade_meant
from jixiao.audit.claims.guessed import on_guess, weight_of
from jixiao.audit.outcome import Ground, Outcome
from jixiao.model.block import blocks_of
from jixiao.model.evaluation import Evaluation, Result
from jixiao.model.finding import Level
from jixiao.model.guessed import guessed_above, guessed_below
from jixiao.model.review import Mean
from jixiao.model.standing import parts_of_total, rounded_parts, total_standing
from jixiao.model.told import RowWords
from jixiao.model.wording import quoted
from jixiao.quantity import is_printed_as, points_apart, points_text


def total_outcomes(evaluation: Evaluation) -> Iterator[Outcome]:
    """Yield what does not hold of the claimed total and of the claimed grade."""
    claim = evaluation.project.claim
    caps = cache(partial(_caps, evaluation))
    if claim.total is not None:
        yield from _range(evaluation, claim.total, caps)
        yield from _sum(evaluation, claim.total)
    if claim.grade is not None:
        yield from _grade(evaluation, claim.grade, caps)


_Caps: TypeAlias = Callable[[], tuple[str, ...]]
"""What bounds the total, put into words once where it is told."""


def _range(evaluation: Evaluation, claimed: Fraction, caps: _Caps) -> Iterator[Outcome]:
    standing = total_standing(evaluation)
    if standing.holds:
        return
    above = claimed > evaluation.high
    low, high, told = points_apart(evaluation.low, evaluation.high, claimed)
    bounds = f"在{low}至{high}分之间" if evaluation.low != evaluation.high else f"是{low}分"
    distance = points_text(claimed - evaluation.high if above else evaluation.low - claimed)
    text = f"自评总分{told}分{_place(evaluation)}，按评分标准总分只能{bounds}，相差{distance}分"
    made_by = makes_total(evaluation)
    if made_by and not standing.rounded:
        scores = "、".join(
            f"{quoted(one.indicator.name)}自评{points_text(one.claimed)}分，核算{'最高' if above else '最低'}"
            f"{points_text(one.high if above else one.low)}分"
            for one in evaluation.results
            if one.indicator.name in made_by and one.claimed is not None
        ) + "、".join(
            f"{quoted(one.name)}自评{points_text(one.claimed)}分，核算最高{points_text(one.high)}分"
            for one in blocks_of(evaluation)
            if one.name in made_by
        )
        text += f"：{scores}"
    if standing.rounded:
        text += _by_rounding(evaluation, claimed, above=above)
    guessed = (guessed_above if above else guessed_below)(evaluation, claimed)
    text += on_guess(guessed)
    lost = [one for one in evaluation.results if one.high < one.indicator.points]
    items = tuple(dict.fromkeys(item for one in lost for cut in one.deductions for item in cut.items))
    yield claim_outcome(
        "总分",
        standing.word,
        f"自评总分{'高于可能的最高分' if above else '低于可能的最低分'}",
        text,
        Ground(
            items=items if above else (),
            because=caps() if above else _certain(evaluation),
            figures=(told, low, high, *_printed(lost if above else evaluation.results)),
        ),
        weight=weight_of(guessed),
    )


def makes_total(evaluation: Evaluation) -> frozenset[str]:
    """Name the indicators whose claimed scores make the claimed total impossible, few as they are.

    Then both are one fact, and told as one. Empty where the total holds, or their scores do not come to the difference.
    """
    claimed = evaluation.project.claim.total
    if claimed is None or total_standing(evaluation).holds or not is_plain(evaluation):
        return frozenset()
    above = claimed > evaluation.high
    gap = claimed - evaluation.high if above else evaluation.low - claimed
    beyond = {
        one.indicator.name: (one.claimed - one.high if above else one.low - one.claimed)
        for one in evaluation.results
        if one.claimed is not None and not one.claim_derived and one.claimed <= one.indicator.points
    }
    if above:
        beyond |= {block.name: block.beyond for block in blocks_of(evaluation)}
    off = {name: points for name, points in beyond.items() if points > 0}
    enough = len(off) <= MAX_MAKING and sum(off.values(), Fraction(0)) >= gap
    return frozenset(off) if enough else frozenset()


MAX_MAKING = 2
"""Most indicators told in the message about the total; of more each is told for itself."""


def _by_rounding(evaluation: Evaluation, claimed: Fraction, *, above: bool) -> str:
    """Say how rounding makes the claim of what was computed."""
    how = rounded_parts(claimed, parts_of_total(evaluation, above=above))
    if how is not None:
        return f"：各项得分先{how}再相加，就是自评的数，相差的只是舍入"
    return ROUNDED_TO_POINTS


def _printed(results: Iterable[Result]) -> tuple[str, ...]:
    """Give the figures of indicators as they are printed."""
    return tuple(f"{figure.name} {figure.quantity}" for one in results for figure in one.figures)


def _place(evaluation: Evaluation) -> str:
    source = evaluation.project.claim.source
    return f"（{source}）" if source else ""


def _caps(evaluation: Evaluation) -> tuple[str, ...]:
    """Name each indicator that cannot reach full marks, with its reason; and what bounds the total."""
    return _capped_indicators(evaluation) + tuple(
        one.reason for one in evaluation.adjustments if one.points > 0
    )


def _capped_indicators(evaluation: Evaluation) -> tuple[str, ...]:
    return tuple(
        RowWords(
            f"{quoted(result.indicator.name)}最高{points_text(result.high)}分（满分{points_text(result.indicator.points)}分）：",
            "；".join(str(deduction.reason) for deduction in result.deductions),
            result.indicator.name,
        )
        for result in evaluation.results
        if result.high < result.indicator.points and _counts_at_best(result, evaluation)
    )


def _certain(evaluation: Evaluation) -> tuple[str, ...]:
    """Name each indicator that is sure of some points, with its reason."""
    return tuple(
        RowWords(
            f"{quoted(result.indicator.name)}最低{points_text(result.low)}分：",
            result.explanation,
            result.indicator.name,
        )
        for result in evaluation.results
        if result.low > 0 and result.counts
    )


def _counts_at_best(result: Result, evaluation: Evaluation) -> bool:
    """Whether an indicator enters the highest total: of several that may be chosen, the best one."""
    if not result.counts or result.indicator.extra == "bonus":
        return False
    names: tuple[str, ...] = next(
        (one.indicators for one in evaluation.ruleset.choices if result.indicator.name in one.indicators), ()
    )
    if not names:
        return True
    others = [one for one in evaluation.results if one.indicator.name in names and one.counts]
    return all(one.high <= result.high for one in others)


def _sum(evaluation: Evaluation, claimed: Fraction) -> Iterator[Outcome]:
    """The claims of all indicators add up to the claimed total."""
    scores = [one.claimed for one in evaluation.results if not one.claim_derived]
    known = [score for score in scores if score is not None]
    if not known or len(known) < len(evaluation.results) or not is_plain(evaluation):
        return
    total, decimals = sum(known, Fraction(0)), evaluation.project.claim.total_decimals
    printed = decimals > 0 and is_printed_as(total, claimed, decimals)
    if total != claimed and not printed and not _apart_by_printing(evaluation, claimed, total):
        text = (
            f"各项自评得分之和为{points_text(total)}分，自评总分写{points_text(claimed)}分{_place(evaluation)}，"
            f"相差{points_text(abs(total - claimed))}分"
        )
        told = tuple(
            f"{quoted(one.indicator.name)}自评{points_text(one.claimed)}分"
            for one in evaluation.results
            if one.claimed is not None
        )
        yield claim_outcome(
            "合计", "不符", "自评总分不等于各项自评之和", text, Ground(because=told, figures=told)
        )


def _apart_by_printing(evaluation: Evaluation, claimed: Fraction, total: Fraction) -> bool:
    """Whether a total that holds differs from the sum of claims by no more than was cut off or rounded in these."""
    short = (one for one in evaluation.results if one.claimed_decimals and one.claimed != one.exact_high)
    most = sum((Fraction(1, 10**one.claimed_decimals) for one in short), Fraction(0))
    return abs(total - claimed) <= most and total_standing(evaluation).holds


def is_plain(evaluation: Evaluation) -> bool:
    """Whether the total is the sum of all indicators: nothing chosen, left out, extra or bounded."""
    extra = any(not one.counts or one.indicator.extra for one in evaluation.results)
    return not extra and not evaluation.adjustments and not evaluation.vetoes


def _grade(evaluation: Evaluation, said: str, caps: _Caps) -> Iterator[Outcome]:
    names = [name for name, _ in evaluation.ruleset.grades]
    place = _place(evaluation)
    grade = grade_meant(said, names)
    if grade is None:
        text = f"自评等级“{said}”{place}不是指标表的等级（{'、'.join(names)}）"
        ground = Ground(because=(_scale(evaluation),), figures=(said,))
        yield claim_outcome("等级", "不识", "自评等级不在指标表里", text, ground)
        return
    called = f"“{said}”" if said == grade else f"“{said}”（即“{grade}”）"
    guessed = _guessed_grade(evaluation, grade)
    mismatch = _unlike_total(evaluation, grade, called)
    if grade not in evaluation.grades and not (guessed and mismatch):
        yield _impossible_grade(evaluation, called, guessed, caps)
    elif mismatch is not None:
        yield mismatch


def _impossible_grade(evaluation: Evaluation, called: str, guessed: tuple[str, ...], caps: _Caps) -> Outcome:
    """Give that the claimed grade is none that the computed total may have."""
    low, high = points_text(evaluation.low), points_text(evaluation.high)
    told = f"按核算的总分{low if low == high else f'{low}至{high}'}分"
    told += "".join(f"，{one.clause}" for one in evaluation.vetoes if one.holds and "等级" in one.effect)
    possible = "、".join(evaluation.grades)
    text = f"自评等级{called}{_place(evaluation)}，{told}，等级只能是{possible}{on_guess(guessed)}"
    ground = Ground(
        because=(_scale(evaluation), *caps()), figures=(evaluation.project.claim.grade or "", low, high)
    )
    return claim_outcome("等级", "不符", "自评等级不成立", text, ground, weight=weight_of(guessed))


def _unlike_total(evaluation: Evaluation, grade: str, called: str) -> Outcome | None:
    """Give that the claimed grade is not that of the claimed total, whatever the standard says; None where it is."""
    claim = evaluation.project.claim
    own = None if claim.total is None else grade_of(claim.total, evaluation.ruleset.grades)
    if claim.total is None or own is None or own == grade:
        return None
    total = points_text(claim.total)
    text = f"自评总分{total}分对应的等级是“{own}”，自评等级写的是{called}{_place(evaluation)}"
    ground = Ground(because=(_scale(evaluation),), figures=(claim.grade or "", total))
    return claim_outcome("等级", "不符", "自评等级与自评总分不一致", text, ground, weight=Weight(Level.HIGH))


def _guessed_grade(evaluation: Evaluation, grade: str) -> tuple[str, ...]:
    """Name the provisional indicators without which the claimed grade might be reached, or not be passed."""
    lowest = dict(evaluation.ruleset.grades)
    if evaluation.high < lowest[grade]:
        return guessed_above(evaluation, lowest[grade])
    better = [points for _, points in evaluation.ruleset.grades if points > lowest[grade]]
    return guessed_below(evaluation, min(better)) if better and evaluation.low >= min(better) else ()


def _scale(evaluation: Evaluation) -> str:
    """Say from which score on each grade is given."""
    steps = (f"{name}{points_text(lowest)}分起" for name, lowest in evaluation.ruleset.grades)
    return f"指标表的等级：{'、'.join(steps)}"


def grade_of(score: Fraction, grades: Sequence[tuple[str, Fraction]]) -> str | None:
    """Give the grade of a score; `grades` with their lowest scores, best first."""
    return next((name for name, lowest in grades if score >= lowest), None)


def changes_grade(evaluation: Evaluation, points: Fraction) -> bool:
    """Whether so many points less carry the claimed, else the adopted, total below its grade."""
    claimed = evaluation.project.claim.total
    total = evaluation.adopted if claimed is None else claimed
    grades = evaluation.ruleset.grades
    return total is not None and grade_of(total, grades) != grade_of(total - points, grades)


def mean_outcomes(mean: Mean | None, decimals: int) -> Iterator[Outcome]:
    """Yield a miss of the mean that the report states; `decimals` it is printed with."""
    if mean is None or mean.claimed is None or mean.computed is None:
        return
    distance = abs(mean.claimed - mean.computed)
    cut = decimals > 0 and is_printed_as(mean.computed, mean.claimed, decimals)
    if distance > Fraction(1, 2 * 10**decimals) and not cut:
        claimed, computed = points_apart(mean.claimed, mean.computed)
        text = (
            f"报告写的平均分是{claimed}分，各项目自评总分的平均是{computed}分，相差{points_text(distance)}分"
        )
        yield claim_outcome(
            "平均分",
            "不符",
            "平均分与各项目得分不符",
            text,
            Ground(because=(text,), figures=(claimed, computed)),
        )
