"""A scoring sentence, understood: its form, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.dataclass import dataclass, field, replace
from jixiao.language.span import Cited
from jixiao.language.standard import Amount
from jixiao.model.part import HOLDS, Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import decimal_text
from jixiao.scoring.forms.form import Form
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.readings import BEGUN, IN_PROPORTION, YES, Reading
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Overlay, counting_as, held, overlaid, without_sign
from jixiao.scoring.scale.term import Term
from jixiao.scoring.sentence.beside import Exemption, FactGuard, Guard
from jixiao.scoring.sentence.bounds import Bounds
from jixiao.scoring.words.amounts import amount_text, costing_text, less_text
from jixiao.scoring.words.intervals import write_interval

_SETTLED: dict[tuple[str, str], str] = {
    (Reading.PART_OF_STEP, "不计"): "不足一步的不计",
    (Reading.PART_OF_STEP, IN_PROPORTION): "不足一步的按比例计算",
    (Reading.PART_OF_STEP, BEGUN): "不足一步的按一步计算",
}
"""How a reading that the sentence settles is written."""


@dataclass(frozen=True, slots=True)
class Standard:
    """What the machine understands of a sentence. Points and bounds in points."""

    points: Fraction
    form: Form
    guards: tuple[Guard, ...] = ()
    vetoes: tuple[FactGuard, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    bounds: Bounds = Bounds()
    settled: tuple[tuple[str, str], ...] = ()
    """Readings that the sentence itself settles."""
    least: Amount | None = None
    """The value as which those below it count."""
    most: Amount | None = None
    """The value as which those above it count: 超过100%按100%计算."""
    magnitude: bool = False
    """Whether the value counts without its sign: 按绝对值计算."""
    words: tuple[str, ...] = field(default=(), compare=False)
    """What its rules say that may change a score and that no scale, option or fact holds: what is counted, and the like."""
    definitions: tuple[str, ...] = field(default=(), compare=False)
    """How it says the value is worked out: 执行率=支出数÷预算数×100%."""
    remarks: tuple[Cited, ...] = field(default=(), compare=False)
    """What it says besides, which can change no score."""
    called: str = field(default="", compare=False)
    """What it calls the value, where that is not the indicator by its name: 与目标之比, 占应养面积的比例, 名次."""

    @property
    def floor(self) -> Fraction | None:
        """The lowest score but for what decides alone; None where deductions go on without end."""
        floor, least = self.bounds.floor, self.bounds.least
        return floor if floor is None or least is None else min(floor, least)

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        """Say what is earned, with what stands around the form, read as `readings` say."""
        terms = self.form.lower(readings)
        if len(terms) > 1 or not terms[0].scale or terms[0].name:
            return terms
        (term,) = terms
        unheld = self.bounds.spills or self.floor is None
        scale = held(term.scale, self.floor, self.points, unheld=unheld)
        if self.least is not None or self.most is not None:
            low, high = (None if one is None else one.base for one in (self.least, self.most))
            scale = counting_as(scale, low, high)
        if self.guards and term.takes in (Takes.VALUE, Takes.COUNT):
            asks = any(end.by_statute for guard in self.guards for end in guard.interval.ends)
            statute = readings[Reading.STATUTE] == YES if asks else True
            scale = overlaid(scale, map(self._overlay, self.guards), statute=statute)
        if self.magnitude and term.takes == Takes.VALUE:
            scale = without_sign(scale)
        return (replace(term, scale=scale),)

    def _overlay(self, guard: Guard) -> Overlay:
        if guard.full:
            return Overlay(guard.interval, self.points, Message.EARNS_ALL, guard.clause)
        message = Message.BAND if guard.left else Message.GUARD_NOTHING
        return Overlay(guard.interval, guard.left, message, guard.clause)

    def parts(self) -> tuple[Part, ...]:
        """Give everything of the sentence that a value, a rating or a fact can reach, each once."""
        parts: list[Part] = [Part(guard.clause) for guard in self.guards]
        for part in self.form.parts():
            parts += self._reachable(part) if part.runs else [part]
        clauses = (*(one.clause for one in self.vetoes), *(one.clause for one in self.exemptions))
        return tuple(dict.fromkeys((*parts, *(Part(clause, HOLDS) for clause in clauses))))

    def _reachable(self, part: Part) -> Sequence[Part]:
        """Give what of a part that runs can be reached: some of it, and its end."""
        some, end = part.split()
        room = self.points if part.runs == "up" else None if self.floor is None else self.points - self.floor
        return [some] if room is None else [end] if part.least >= room else [some, end]

    def amounts(self) -> tuple[Amount, ...]:
        """Give the numbers that the value is compared with, for checking their units."""
        ends = (end.amount for guard in self.guards for end in guard.interval.ends)
        limits = (amount for amount in (self.least, self.most) if amount is not None)
        return (*ends, *limits, *self.form.amounts())

    def canonical(self) -> str:
        """Write the sentence in canonical words; reading them gives the same standard, but for its `words`."""
        clauses = [*self.definitions, self.form.canonical()]
        if self.least is not None:
            clauses.append(f"低于{amount_text(self.least)}的按{amount_text(self.least)}计算")
        if self.most is not None:
            clauses.append(f"超过{amount_text(self.most)}的按{amount_text(self.most)}计算")
        clauses += [f"{write_interval(guard.interval)}的，{self._left_text(guard)}" for guard in self.guards]
        clauses += [
            f"{veto.fact}的，{'一票否决，' if veto.plainly and not veto.below else ''}{veto.effect_text}"
            for veto in self.vetoes
        ]
        effect = {"full": "得满分", "leave-out": "剔除后折算为百分制"}
        clauses += [f"{exemption.fact}的，{effect[exemption.effect]}" for exemption in self.exemptions]
        clauses += [_SETTLED[one] for one in self.settled]
        if self.magnitude:
            clauses.append("按绝对值计算")
        clauses += self._bounds_text()
        return "；".join(clauses) + "。"

    def _left_text(self, guard: Guard) -> str:
        if guard.full:
            return "得满分"
        return (
            less_text(guard.left) if guard.left <= 0 else costing_text(self.points - guard.left, self.points)
        )

    def _bounds_text(self) -> list[str]:
        """Write where deductions end, and what becomes of those that go beyond."""
        floor = self.bounds.floor
        start = self.points if self.form.base is None else self.form.base
        if floor is None:
            return ["可扣至负分"]
        if self.bounds.spills:
            return [f"扣完{decimal_text(start - floor)}分后从总分中扣"]
        if floor < 0:
            return [f"最低扣至{decimal_text(floor)}分"]
        return [f"扣完{decimal_text(start - floor)}分为止"] if floor else []
