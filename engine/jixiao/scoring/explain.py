"""Sentences that defend a score: the working with its figures, the clause, the loss."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from jixiao.language.formula import Expression, write_formula
from jixiao.model.evaluation import Deduction, Figure
from jixiao.quantity import Dimension, percent_text, points_text, shown_text
from jixiao.scoring.program import Rule
from jixiao.scoring.ways import Way

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
    return f"{rule.indicator.name}＝{_filled(rule.formula, way)}＝{shown}"


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


def way_text(rule: Rule, way: Way) -> str:
    """Write one way as a sentence: working, reason, loss, source."""
    lost = sum((loss.points for loss in way.outcome.losses), Fraction(0))
    reasons = "；".join(loss.reason for loss in way.outcome.losses) or way.outcome.note
    ending = f"扣{points_text(lost)}分" if lost else ""
    if not lost and way.decided and not way.exempt and "满分" not in reasons:
        ending = "得满分"
    parts = [part for part in (working(rule, way), reasons, ending) if part]
    return "，".join(parts) + sources((way.figures or {}).values())


def deductions(rule: Rule, way: Way) -> tuple[Deduction, ...]:
    """Give the losses of a way as deductions that name their items and sources."""
    items = tuple(way.figures or {})
    start = working(rule, way)
    places = sources((way.figures or {}).values())
    return tuple(
        Deduction(
            loss.points,
            loss.clause,
            "，".join(part for part in (start, loss.reason, f"扣{points_text(loss.points)}分") if part)
            + places,
            items,
        )
        for loss in way.outcome.losses
    )
