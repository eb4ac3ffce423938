"""Claims that nothing stands behind, and deductions that nobody explains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.audit.claims.claim import Weight, claim_outcome
from jixiao.audit.claims.totals import changes_grade, is_plain
from jixiao.audit.outcome import Ground, Outcome
from jixiao.model.case import Claim, IndicatorClaim, Project
from jixiao.model.evaluation import Evaluation, Result, Status
from jixiao.model.standing import score_standing, total_standing
from jixiao.model.told import RowWords
from jixiao.model.wording import quoted
from jixiao.quantity import points_text

MAX_NAMED = 6
"""Most indicators named in a message; the rest are counted."""


def support_outcomes(evaluation: Evaluation) -> Iterator[Outcome]:
    """Yield claims without figures, and points given away without a reason."""
    claims = evaluation.project.claim.indicators
    for result in evaluation.results:
        claim = claims.get(result.indicator.name)
        if claim is not None and not result.set_aside:
            yield from _unsupported(result, claim, evaluation.project)
            yield from _unexplained(result, claim, evaluation.project.claim)
    total = evaluation.project.claim.total
    if total is not None:
        yield from _together(evaluation, total)
        yield from _rest_unexplained(evaluation, total)


def _unsupported(result: Result, claim: IndicatorClaim, project: Project) -> Iterator[Outcome]:
    """An open indicator claimed above its lowest score, whose figures are not there."""
    claimed, name = result.claimed, result.indicator.name
    if claimed is None or not _is_unsupported(result, claim):
        return
    full = "满分" if claimed == result.indicator.points else ""
    lacking = "、".join(one.name for one in result.missing) or "评定依据"
    place = f"（{claim.source}）" if claim.source else ""
    told = f"{quoted(name)}自评{full}{points_text(claimed)}分{place}，"
    impossible = _impossible(result, project)
    text = told + (f"所给的{impossible}不可能，须更正" if impossible else f"没有给出{lacking}，无从核实")
    yield claim_outcome(
        "得分",
        "无依据",
        f"{quoted(name)}的自评没有数据支持",
        text,
        Ground(
            items=tuple(one.name for one in result.missing),
            because=(
                RowWords("", result.explanation, result.indicator.name),
                *((f"报告的理由：{claim.reason}",) if claim.reason else ()),
            ),
            figures=(points_text(claimed), lacking),
        ),
        indicator=name,
    )


def _impossible(result: Result, project: Project) -> str:
    """Name what is given of an indicator's figures and can't be; empty where nothing is."""
    given = (
        f"{one.name}{statement.quantity}"
        for one in result.missing
        for statement in project.statements.get(one.name, ())
        if statement.impossible is not None
    )
    return "、".join(given)


def _is_unsupported(result: Result, claim: IndicatorClaim) -> bool:
    """Whether more is claimed of an open indicator than is certain, and nothing stands behind it."""
    if result.claimed is None or result.status is not Status.OPEN or result.claimed <= result.low:
        return False
    by_figures = result.indicator.formula is not None
    return (by_figures and bool(result.missing)) or not (by_figures or result.figures or claim.reason)


def _unexplained(result: Result, claim: IndicatorClaim, all_claimed: Claim) -> Iterator[Outcome]:
    """Points that the department takes off an indicator without saying why, and no figure says."""
    if result.claimed is None or claim.reason or claim.working:
        return
    points, name = result.indicator.points, result.indicator.name
    lost = points - result.claimed
    if lost <= 0 or _accounts_for(result, result.claimed, all_claimed):
        return
    text = f"{quoted(name)}自评扣{points_text(lost)}分，没有说明理由"
    yield claim_outcome(
        "扣分",
        "无理由",
        f"{quoted(name)}的扣分没有理由",
        text,
        Ground(
            because=(text, RowWords("", result.explanation, result.indicator.name)),
            figures=(points_text(lost),),
        ),
        indicator=name,
    )


def _accounts_for(result: Result, claimed: Fraction, all_claimed: Claim) -> bool:
    """Whether the figures say that no more can be claimed, or where they are disputed, that it may be so."""
    if result.status is not Status.OPEN:
        return result.high <= claimed or score_standing(result, all_claimed).holds
    return bool(result.figures) and not result.missing and result.low <= claimed


def _together(evaluation: Evaluation, total: Fraction) -> Iterator[Outcome]:
    """Yield all points of the total that nothing stands behind, as one: claimed in a sum, or item by item."""
    claims = evaluation.project.claim.indicators
    silent = [one for one in evaluation.results if _is_silent(one)]
    claimed = [(one, claims.get(one.indicator.name)) for one in evaluation.results if one.counts]
    alone = [
        one for one, own in claimed if own is not None and not one.set_aside and _is_unsupported(one, own)
    ]
    if not silent and len(alone) < 2:
        return
    without = [one for one in evaluation.results if one in silent or one in alone]
    at_stake = sum(map(_at_stake, without), Fraction(0))
    lacks = "没有可以核算的数据，也没有评定的依据" if alone else "报告没有给出逐项得分，无从复核"
    stakes = "；这些分数足以改变评价等级" if changes_grade(evaluation, at_stake) else ""
    points = points_text(at_stake)
    text = f"自评总分{points_text(total)}分，其中{_named(without)}（共{points}分）{lacks}{stakes}"
    text += _others_open([one for one in evaluation.results if one not in without])
    told = tuple(
        RowWords(
            f"{quoted(one.indicator.name)}{points_text(_at_stake(one))}分：",
            one.explanation,
            one.indicator.name,
        )
        for one in without
    )
    yield claim_outcome(
        "总分",
        "无依据",
        "自评总分有一部分没有依据",
        text,
        Ground(because=told, figures=(text,)),
        weight=Weight(changes_grade=bool(stakes)),
    )


def _others_open(results: Sequence[Result]) -> str:
    """Name what is open as well, and not among those without grounds; empty where nothing is."""
    others = [one for one in results if one.counts and one.status is Status.OPEN]
    if not others:
        return ""
    points = points_text(sum((one.high - one.low for one in others), Fraction(0)))
    return f"。待定的还有{len(others)}项（共{points}分），报告给了部分数据或理由，不在其内"


def _is_silent(result: Result) -> bool:
    """Whether the report gives neither a claim nor a figure of an indicator."""
    unclaimed = result.claimed is None or result.claim_derived
    return result.counts and result.status is Status.OPEN and not result.figures and unclaimed


def _at_stake(result: Result) -> Fraction:
    """Give the points that nothing stands behind: what is claimed beyond what is certain, else all of it."""
    if _is_silent(result) or result.claimed is None:
        return result.indicator.points
    return result.claimed - result.low


def _cut_off_at_most(decimals: int) -> Fraction:
    """Give what printing a total with so many decimals may leave out of it; a whole number is taken as it stands."""
    return Fraction(1, 10**decimals) if decimals else Fraction(0)


def _named(results: Sequence[Result]) -> str:
    names = "、".join(quoted(one.indicator.name) for one in results[:MAX_NAMED])
    return f"{names}等{len(results)}项指标" if len(results) > MAX_NAMED else names


def _rest_unexplained(evaluation: Evaluation, total: Fraction) -> Iterator[Outcome]:
    """Points off the total that neither a claimed deduction nor a computed one accounts for."""
    own = [one for one in evaluation.results if one.claimed is not None and not one.claim_derived]
    rest = [one for one in evaluation.results if one not in own]
    claimed = sum((one.indicator.points - (one.claimed or 0) for one in own), Fraction(0))
    certain = sum((one.indicator.points - min(one.high, one.exact_high) for one in rest), Fraction(0))
    unexplained = evaluation.ruleset.full - total - claimed - certain
    cut = _cut_off_at_most(evaluation.project.claim.total_decimals)
    if unexplained <= cut or not rest or not is_plain(evaluation) or total_standing(evaluation).rounded:
        return
    parts = [f"自评总分{points_text(total)}分，比满分少{points_text(evaluation.ruleset.full - total)}分"]
    if claimed:
        parts.append(f"逐项自评说明了{points_text(claimed)}分")
    if certain:
        parts.append(f"按数据应扣{points_text(certain)}分")
    text = "，".join((*parts, f"其余{points_text(unexplained)}分没有说明扣在哪里、为什么扣"))
    yield claim_outcome(
        "总分", "扣分无理由", "自评扣分没有说明", text, Ground(because=(text,), figures=(text,))
    )
