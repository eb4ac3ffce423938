"""Sentences that defend a score: the working with its figures, the clause, the loss."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from jixiao.language.formula import Expression, Name, write_formula
from jixiao.model.evaluation import Deduction, Figure
from jixiao.quantity import Dimension, percent_text, points_text, shown_text
from jixiao.scoring.indicator.ways import Way
from jixiao.scoring.program.program import Rule
from jixiao.scoring.scale.outcome import Loss

_WIDE = str.maketrans({"+": "＋", "=": "＝"})


def value_text(value: Fraction, dimension: Dimension) -> str:
    """Write an indicator's value for people: a ratio as a percentage, else with its unit."""
    if dimension.is_ratio:
        return percent_text(value)
    return f"{shown_text(value)}{dimension}"


def working(rule: Rule, way: Way) -> str:
    """Write “率＝甲 69.94 万元 ÷ 乙 225.18 万元＝31.06%”, or the stated value alone."""
    if way.value is None:
        return ""
    shown = value_text(way.value, rule.dimension)
    if rule.formula is None or not way.figures:
        return f"{rule.indicator.name}＝{shown}"
    if rule.indicator.name in way.figures:
        return f"{rule.indicator.name}＝{shown}（报告所述，未给出计算所用的数）"
    filled = _filled(rule.formula, way)
    return (
        f"{rule.indicator.name}＝{filled}"
        if isinstance(rule.formula, Name)
        else f"{rule.indicator.name}＝{filled}＝{shown}"
    )


def _filled(formula: Expression, way: Way) -> str:
    figures = way.figures or {}

    def name_and_figure(name: str) -> str:
        return f"{name} {figures[name].quantity}" if name in figures else name

    return write_formula(formula, name_and_figure).translate(_WIDE)


def sources(figures: Iterable[Figure]) -> str:
    """Write where the figures stand, each place once: “（自评报告 四（一）2）”."""
    return bracketed(dict.fromkeys(figure.source for figure in figures if figure.source))


def bracketed(places: Iterable[str]) -> str:
    """Set places in brackets, each once; nothing where there is none."""
    text = "；".join(places)
    return f"（{text}）" if text else ""


@dataclass(frozen=True, slots=True)
class Telling:
    """What every sentence about a way begins and ends with: the working, and the places."""

    start: str
    places: str
    bonus: bool = False
    """Whether points are added on top of 满分, so that what is not earned is not lost."""


def told(rule: Rule, way: Way) -> Telling:
    """Give what the sentences about a way begin and end with."""
    return Telling(
        working(rule, way),
        sources(way.figures.values()) if way.figures else "",
        rule.indicator.extra == "bonus",
    )


def way_text(way: Way, telling: Telling) -> str:
    """Write one way as a sentence: working, reason, loss, source."""
    losses = way.outcome.losses
    lost = losses[0].points if len(losses) == 1 else sum((loss.points for loss in losses), Fraction(0))
    reasons = "；".join(loss.reason for loss in losses) or way.outcome.note
    if not way.outcome.exact:
        return "，".join(part for part in (telling.start, reasons) if part) + telling.places
    ending = f"扣{points_text(lost)}分" if lost else ""
    if telling.bonus:
        ending = f"得{points_text(way.outcome.high)}分"
    if not lost and way.decided and not way.exempt and not reasons.endswith("得满分"):
        ending = "得满分"
    return "，".join(part for part in (telling.start, reasons, ending) if part) + telling.places


def deductions(way: Way, telling: Telling) -> tuple[Deduction, ...]:
    """Give the losses of a way as deductions that name their items and sources."""
    items = tuple(way.figures or ())
    return tuple(
        Deduction(loss.points, loss.clause, _loss_text(loss, telling), items) for loss in way.outcome.losses
    )


def _loss_text(loss: Loss, telling: Telling) -> str:
    parts = (telling.start, loss.reason, f"扣{points_text(loss.points)}分")
    return "，".join(part for part in parts if part) + telling.places
