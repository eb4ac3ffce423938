"""Sentences that defend a score: the working with its figures, the clause, the loss.

They are put into words where somebody reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.language.formula import Name, write_formula
from jixiao.model.case import Statement
from jixiao.model.evaluation import ROUNDING_CLAUSE, Deduction, Figure
from jixiao.model.told import Told
from jixiao.quantity import exact_sum, points_text, value_text
from jixiao.scoring.indicator.ways import Way
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.outcome import Loss
from jixiao.scoring.scale.said import OWN
from jixiao.scoring.scale.tell import says_full, spilled_text

_MARK = "\0"
"""What no name can hold."""
_WIDE = str.maketrans({"+": "＋", "=": "＝"})


def working(rule: Rule, way: Way) -> str:
    """Write “率＝甲 69.94 万元 ÷ 乙 225.18 万元＝31.06%”, or the value alone that is stated, or may be meant."""
    if way.value is None:
        return ""
    shown = value_text(way.value, rule.dimension)
    if way.beside:
        return f"{rule.indicator.name}取{shown}"
    if rule.formula is None or not way.figures:
        return f"{rule.indicator.name}＝{shown}"
    if rule.indicator.name in way.figures:
        return f"{rule.indicator.name}＝{shown}（报告所述，未给出计算所用的数）"
    filled = write_formula(rule.formula, lambda name: _name_and_figure(name, way)).translate(_WIDE)
    same = isinstance(rule.formula, Name)
    return f"{rule.indicator.name}＝{filled}" if same else f"{rule.indicator.name}＝{filled}＝{shown}"


def working_parts(rule: Rule, wanted: Sequence[str]) -> tuple[str | int, ...]:
    """Give the working in parts: text, the place of an item whose figure stands there, and behind these the value's."""
    name = rule.indicator.name
    if rule.formula is None:
        return f"{name}＝", len(wanted)
    marked = write_formula(rule.formula, lambda item: f"{item} {_MARK}{wanted.index(item)}{_MARK}")
    texts = marked.translate(_WIDE).split(_MARK)
    parts = [int(text) if place % 2 else text for place, text in enumerate(texts)]
    shown = () if isinstance(rule.formula, Name) else ("＝", len(wanted))
    return f"{name}＝", *parts, *shown


def _name_and_figure(name: str, way: Way) -> str:
    figures = way.figures or {}
    return f"{name} {figures[name].quantity}" if name in figures else name


def sources(figures: Iterable[Figure | Statement]) -> str:
    """Write where the figures stand, each place once: “（自评报告 四（一）2）”."""
    places = dict.fromkeys([figure.source for figure in figures if figure.source])
    return f"（{'；'.join(places)}）" if places else ""


@dataclass(frozen=True, slots=True)
class WayTold(Told):
    """One way that an indicator may come out, as a sentence: working, reason, loss, source."""

    rule: Rule
    way: Way

    def __str__(self) -> str:
        if not self.of_several:
            return self.around(self.bare)
        return "；".join(self.lines) + self._together

    @property
    def of_several(self) -> bool:
        """Whether the sentence is of several small rules, of which some take points or leave them open."""
        outcome = self.way.outcome
        return bool(outcome.unsaid) or any(loss.input is not None for loss in outcome.losses)

    @property
    def known(self) -> bool:
        """Whether something is told of the score beside what is missing."""
        outcome = self.way.outcome
        return bool(outcome.unsaid) and (
            bool(outcome.losses)
            or self.way.value is not None
            or any(not one.missing for one in outcome.unsaid)
        )

    @property
    def lines(self) -> tuple[str, ...]:
        """Each loss with its points, then what is open; one line where the sentence is one rule."""
        if not self.of_several:
            return (str(self),)
        outcome = self.way.outcome
        told = [
            str(loss.reason if loss.clause == ROUNDING_CLAUSE else LossTold(self, loss))
            for loss in outcome.losses
        ]
        if self.way.value is not None and not any(loss.input == OWN for loss in outcome.losses):
            told.insert(0, self.around("没有扣分"))
        return (*told, *(str(one.reason) for one in outcome.unsaid if not one.missing))

    @property
    def _together(self) -> str:
        """What is lost together, where several small rules take points."""
        outcome = self.way.outcome
        several = self.of_several and len(outcome.losses) > 1 and outcome.exact
        if not several or self.rule.indicator.extra == "bonus":
            return ""
        return f"；共扣{points_text(exact_sum([loss.points for loss in outcome.losses]))}分"

    @property
    def bare(self) -> str:
        """Reasons and loss, without working and sources."""
        return self.bare_by([str(loss.reason) for loss in self.way.outcome.losses])

    @property
    def is_one_loss(self) -> bool:
        """Whether what is told of the only loss is all there is to tell."""
        outcome = self.way.outcome
        if len(outcome.losses) != 1 or not outcome.exact or self.rule.indicator.extra == "bonus":
            return False
        (loss,) = outcome.losses
        return loss.points.numerator > 0 and loss.clause != ROUNDING_CLAUSE

    def bare_by(self, reasons: Sequence[str]) -> str:
        """The same, with what is said of each loss."""
        losses = self.way.outcome.losses
        lost = losses[0].points if len(losses) == 1 else exact_sum([loss.points for loss in losses])
        said = "；".join(reasons) or str(self.way.outcome.note)
        return _listed(said, self._ending(lost) if self.way.outcome.exact else "")

    def around(self, bare: str) -> str:
        """Set the working before reason and loss, and the places behind."""
        places = sources(self.way.figures.values()) if self.way.figures else ""
        return _listed(working(self.rule, self.way), bare) + places

    def _ending(self, lost: Fraction) -> str:
        """Say what is lost in the end; of points on top of 满分, what is earned."""
        outcome = self.way.outcome
        last = outcome.losses[-1].reason if outcome.losses else outcome.note
        if not lost and self.way.decided and not self.way.exempt and not says_full(last):
            return "得满分"
        if self.rule.indicator.extra == "bonus":
            return f"得{points_text(outcome.high)}分"
        return _listed(f"扣{points_text(lost)}分" if lost else "", spilled_text(outcome.beyond))


@dataclass(frozen=True, slots=True)
class LossTold(Told):
    """One loss of a way, as a sentence."""

    told: WayTold
    loss: Loss

    def __str__(self) -> str:
        return self.told.around(self.bare) if self.loss.input in (None, OWN) else self.bare

    @property
    def bare(self) -> str:
        """Reason and loss, without working and sources."""
        return bare_loss(self.loss, str(self.loss.reason))


def bare_loss(loss: Loss, reason: str) -> str:
    """Set what is lost behind what is said of it; of rounding nothing more is said."""
    if loss.clause == ROUNDING_CLAUSE or (loss.input is not None and not loss.points):
        return reason
    return _listed(reason, f"{'扣' if loss.points > 0 else '加'}{points_text(abs(loss.points))}分")


def _listed(*parts: str) -> str:
    return "，".join(filter(None, parts))


def deductions(rule: Rule, way: Way) -> tuple[Deduction, ...]:
    """Give the losses of a way as deductions that name their items and sources."""
    items = tuple(way.figures or ())
    told = WayTold(rule, way)
    return tuple(
        Deduction(
            loss.points,
            loss.clause,
            loss.reason if loss.clause == ROUNDING_CLAUSE else LossTold(told, loss),
            items if loss.input in (None, OWN) else (),
            told=loss.clause != ROUNDING_CLAUSE,
            input=loss.input,
        )
        for loss in way.outcome.losses
    )
