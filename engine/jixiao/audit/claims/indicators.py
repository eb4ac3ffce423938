"""What is claimed of one indicator: its score, its ratio and how that was worked out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.audit.checks.relation import Verdict, compare, in_print
from jixiao.audit.claims.claim import ROUNDED_TO_POINTS, Weight, claim_outcome
from jixiao.audit.claims.guessed import guessed_for, on_guess, weight_of
from jixiao.audit.outcome import Ground, Outcome
from jixiao.dataclass import replace
from jixiao.language.formula import Arithmetic, Comparison, Expression, Name, names
from jixiao.model.case import Claim, Project
from jixiao.model.evaluation import Result
from jixiao.model.finding import Level
from jixiao.model.standing import Standing, score_standing
from jixiao.model.told import RowWords
from jixiao.model.wording import quoted
from jixiao.quantity import Quantity, as_printed, percent_text, points_apart, points_text


def indicator_outcomes(
    result: Result, project: Project, formula: Expression | None = None, *, makes_total: bool = False
) -> Iterator[Outcome]:
    """Yield what does not hold of the score and the ratio that are claimed.

    `formula` is what the indicator is calculated by; `makes_total`: whether the claimed score is what makes the
    claimed total impossible (`totals.makes_total`).
    """
    if result.set_aside:
        return
    yield from _score(result, project.claim, "总分" if makes_total else "")
    yield from _ratio(result, formula, project)
    yield from _stated_rate(result, project, formula)


def _items(result: Result) -> tuple[str, ...]:
    return tuple(dict.fromkeys(figure.name for figure in result.figures))


def _score(result: Result, claim: Claim, under: str) -> Iterator[Outcome]:
    claimed, name = result.claimed, result.indicator.name
    if claimed is None:
        return
    if claimed == result.indicator.points:
        yield claim_outcome("得分", "满分", "", "", Ground(items=_items(result)), indicator=name)
    standing = score_standing(result, claim)
    if standing.holds:
        return
    above = claimed > result.high
    low, high, told = points_apart(result.low, result.high, claimed)
    bounds = low if result.low == result.high else f"{low}至{high}"
    if claimed > result.indicator.points:
        yield _beyond_full(result, claimed)
        return
    guessed = guessed_for(result)
    yield claim_outcome(
        "得分",
        standing.word,
        f"{quoted(name)}自评得分{'高于' if above else '低于'}核算结果",
        f"{quoted(name)}自评{told}分，核算为{bounds}分{ROUNDED_TO_POINTS if standing.rounded else ''}{on_guess(guessed)}",
        Ground(
            items=_items(result),
            because=(RowWords("", result.explanation, name),),
            figures=(told, bounds, *_printed(result)),
        ),
        indicator=name,
        weight=replace(weight_of(guessed), under=under),
    )


def _beyond_full(result: Result, claimed: Fraction) -> Outcome:
    """Give that more is claimed than an indicator has, which no reading of any sentence allows."""
    name, full = result.indicator.name, points_text(result.indicator.points)
    text = f"{quoted(name)}自评{points_text(claimed)}分，而这项满分只有{full}分，不可能"
    return claim_outcome(
        "得分",
        Standing.ABOVE.word,
        f"{quoted(name)}自评得分超过满分",
        text,
        Ground(_items(result), (text,), (points_text(claimed), full)),
        indicator=name,
        weight=Weight(Level.HIGH),
    )


def _ratio(result: Result, formula: Expression | None, project: Project) -> Iterator[Outcome]:
    """A ratio claimed is the one that the figures give, as far as it was printed."""
    claimed, value = result.claimed_value, result.value
    if claimed is None or value is None or not claimed.unit.dimension.is_ratio or not result.figures:
        return
    verdict = _verdict(claimed, value, result, formula)
    if verdict is Verdict.HOLDS:
        return
    name = result.indicator.name
    text = f"{quoted(name)}自评为{claimed}，按报告的数据算得{percent_text(value)}{_told(verdict, claimed, value)}"
    if verdict is Verdict.FAILS:
        text += _other_base(claimed, result, formula, project)
    yield claim_outcome(
        "比率",
        verdict.word,
        f"{quoted(name)}自评的比率与数据不符",
        text,
        Ground(
            items=_items(result),
            because=(*_figures(result), text),
            figures=(str(claimed), *_printed(result)),
        ),
        indicator=name,
    )


def _other_base(claimed: Quantity, result: Result, formula: Expression | None, project: Project) -> str:
    """Name another figure of the case that the claimed ratio is right for, in place of the divisor; empty where none is.

    12 of 19 posts is no 100 %, but 12 of the 12 that are 全额编 is: parts of the divisor first.
    """
    if not isinstance(formula, Arithmetic) or formula.operator != "÷":
        return ""
    above, below = formula.left, formula.right
    figures = {one.name: one.quantity for one in result.figures if one.used}
    if (
        not isinstance(above, Name)
        or not isinstance(below, Name)
        or not {above.name, below.name} <= figures.keys()
    ):
        return ""
    printed, over = as_printed(claimed), figures[above.name].base
    parts = [
        (part.name, one)
        for breakdown in project.breakdowns
        if breakdown.item == below.name
        for part in breakdown.parts
        for one in part.statements
    ]
    for name, one in parts:
        base = one.quantity.base
        if base and base != figures[below.name].base and abs(over / base - printed.value) <= printed.slack:
            return f"；以其中的{quoted(name)}{one.quantity}作除数得{percent_text(over / base)}，请说明口径"
    return ""


_STATED = "所写的比率"
"""Stands for a stated ratio beside the items of its formula."""


def _told(verdict: Verdict, stated: Quantity, value: Fraction) -> str:
    return in_print(as_printed(stated), value) if verdict is Verdict.ROUNDING else ""


def _verdict(stated: Quantity, value: Fraction, result: Result, formula: Expression | None) -> Verdict:
    """Tell whether a stated ratio is the value; ROUNDING where it is cut off, or only rounded operands allow it."""
    printed = as_printed(stated)
    if abs(printed.value - value) <= printed.slack:
        return Verdict.HOLDS
    if printed.cuts(value):
        return Verdict.ROUNDING
    operands = {one.name: as_printed(one.quantity) for one in result.figures if one.used}
    if formula is None or not operands.keys() >= set(names(formula)):
        return Verdict.FAILS
    relation = Comparison("=", Name(_STATED), formula)
    verdict = compare(relation, {**operands, _STATED: printed}, restated=True).verdict
    return Verdict.ROUNDING if verdict in (Verdict.ROUNDING, Verdict.HOLDS) else Verdict.FAILS


def _printed(result: Result) -> tuple[str, ...]:
    """Give the figures of an indicator as they are printed."""
    return tuple(f"{one.name} {one.quantity}" for one in result.figures)


def _figures(result: Result) -> Iterator[str]:
    for figure in result.figures:
        if figure.used:
            place = f"（{figure.source}）" if figure.source else ""
            yield f"{quoted(figure.name)}{figure.quantity}{place}"


def _stated_rate(result: Result, project: Project, formula: Expression | None) -> Iterator[Outcome]:
    """A rate stated under the indicator's name is the one that its operands give."""
    name = result.indicator.name
    operands = [figure for figure in result.figures if figure.name != name]
    if result.value is None or not operands:
        return
    for one in project.statements.get(name, ()):
        if not one.quantity.unit.dimension.is_ratio:
            continue
        verdict = _verdict(one.quantity, result.value, result, formula)
        if verdict is not Verdict.HOLDS:
            place = f"（{one.source}）" if one.source else ""
            text = (
                f"报告写{quoted(name)}为{one.quantity}{place}，"
                f"按所列数据算得{percent_text(result.value)}{_told(verdict, one.quantity, result.value)}"
            )
            yield claim_outcome(
                "数值",
                verdict.word,
                f"{quoted(name)}的数值与数据不符",
                text,
                Ground(
                    items=_items(result),
                    because=(*_figures(result), text),
                    figures=(str(one.quantity), *_printed(result)),
                ),
                indicator=name,
            )
            return
