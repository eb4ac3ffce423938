"""Sentences that defend a score: the working with its figures, the clause, the loss.

They are put into words where somebody reads them.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.language.formula import Name, write_formula
from jixiao.model.evaluation import Deduction, Figure
from jixiao.model.told import Told
from jixiao.quantity import Dimension, percent_text, points_text, shown_text
from jixiao.scoring.indicator.ways import Way
from jixiao.scoring.program.program import Rule
from jixiao.scoring.scale.outcome import Loss
from jixiao.scoring.scale.tell import says_full

ROUNDING_CLAUSE = "舍入"
"""The clause of the line that rounding adds to the ledger."""
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
    filled = write_formula(rule.formula, lambda name: _name_and_figure(name, way)).translate(_WIDE)
    same = isinstance(rule.formula, Name)
    return f"{rule.indicator.name}＝{filled}" if same else f"{rule.indicator.name}＝{filled}＝{shown}"


def _name_and_figure(name: str, way: Way) -> str:
    figures = way.figures or {}
    return f"{name} {figures[name].quantity}" if name in figures else name


def sources(figures: Iterable[Figure]) -> str:
    """Write where the figures stand, each place once: “（自评报告 四（一）2）”."""
    return bracketed(dict.fromkeys(figure.source for figure in figures if figure.source))


def bracketed(places: Iterable[str]) -> str:
    """Set places in brackets, each once; nothing where there is none."""
    text = "；".join(places)
    return f"（{text}）" if text else ""


@dataclass(frozen=True, slots=True)
class WayTold(Told):
    """One way that an indicator may come out, as a sentence: working, reason, loss, source."""

    rule: Rule
    way: Way

    def __str__(self) -> str:
        losses = self.way.outcome.losses
        lost = sum((loss.points for loss in losses), Fraction(0))
        reasons = "；".join(str(loss.reason) for loss in losses) or str(self.way.outcome.note)
        return self.around(reasons, self._ending(lost) if self.way.outcome.exact else "")

    def around(self, reasons: str, ending: str) -> str:
        """Set the working before reasons, and the places behind."""
        start = working(self.rule, self.way)
        places = sources(self.way.figures.values()) if self.way.figures else ""
        return "，".join(filter(None, (start, reasons, ending))) + places

    def _ending(self, lost: Fraction) -> str:
        """Say what is lost in the end; of points on top of 满分, what is earned."""
        outcome = self.way.outcome
        last = outcome.losses[-1].reason if outcome.losses else outcome.note
        if not lost and self.way.decided and not self.way.exempt and not says_full(last):
            return "得满分"
        if self.rule.indicator.extra == "bonus":
            return f"得{points_text(outcome.high)}分"
        return f"扣{points_text(lost)}分" if lost else ""


@dataclass(frozen=True, slots=True)
class LossTold(Told):
    """One loss of a way, as a sentence."""

    told: WayTold
    loss: Loss

    def __str__(self) -> str:
        verb = "扣" if self.loss.points > 0 else "加"
        return self.told.around(str(self.loss.reason), f"{verb}{points_text(abs(self.loss.points))}分")


def deductions(rule: Rule, way: Way) -> tuple[Deduction, ...]:
    """Give the losses of a way as deductions that name their items and sources."""
    items = tuple(way.figures or ())
    told = WayTold(rule, way)
    return tuple(
        Deduction(
            loss.points,
            loss.clause,
            loss.reason if loss.clause == ROUNDING_CLAUSE else LossTold(told, loss),
            items,
            told=loss.clause != ROUNDING_CLAUSE,
        )
        for loss in way.outcome.losses
    )
