"""A scoring sentence, understood: its form, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from jixiao.language.standard import Amount
from jixiao.model.ruleset import Readings
from jixiao.quantity import decimal_text
from jixiao.scoring.around import Exemption, FactGuard, Guard
from jixiao.scoring.form import At, Count, Form, Value
from jixiao.scoring.intervals import claim, interval_text, write_interval
from jixiao.scoring.outcome import Outcome, earned
from jixiao.scoring.readings import complete

_SETTLED = {
    ("不足一步", "不计"): "不足一步的不计",
    ("不足一步", "按比例"): "不足一步的按比例计算",
    ("不足一步", "按一步"): "不足一步的按一步计算",
}
"""How a reading that the sentence settles is written."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to read the sentence and what it then gives."""

    assumption: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Standard:
    """What the machine understands of a sentence. Points and bounds in points."""

    points: Fraction
    form: Form
    guards: tuple[Guard, ...] = ()
    vetoes: tuple[FactGuard, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    floor: Fraction = Fraction(0)
    settled: tuple[tuple[str, str], ...] = ()
    """Readings that the sentence itself settles."""
    magnitude: bool = False
    """Whether the value counts without its sign: 按绝对值计算."""

    def outcomes(self, at: At, readings: Readings) -> tuple[Alternative, ...]:
        """Score under every way to read what 口径 leaves open; one where they agree."""
        if self.magnitude and isinstance(at, Value):
            at = Value(abs(at.value))
        found = tuple(
            Alternative(words, self._outcome(at, full))
            for full, words in complete(
                self.form.asks_at(at), {**readings, **dict(self.settled)} if self.settled else readings
            )
        )
        if len(found) == 1:
            return found
        first = found[0].outcome
        if all((one.outcome.low, one.outcome.high) == (first.low, first.high) for one in found):
            return (Alternative("", first),)
        return found

    def _outcome(self, at: At, readings: Readings) -> Outcome:
        for guard in self.guards:
            value = _compared(at)
            if value is not None and claim(guard.interval, value, readings["以上以下含本数"] == "是"):
                points, effect = (self.points, "得满分") if guard.full else (Fraction(0), "不得分")
                reason = f"{interval_text(guard.interval, value)}，按条款“{guard.clause}”{effect}"
                return earned(self.points, points, guard.clause, reason)
        return self.form.outcome(at, readings).within(self.floor, self.points)

    def bounds(self) -> tuple[Fraction, Fraction]:
        """Give the lowest and highest score over all that may be found."""
        low, high = self.form.bounds()
        nothing = any(not veto.beyond for veto in self.vetoes) or any(not guard.full for guard in self.guards)
        full = self.exemptions or any(guard.full for guard in self.guards)
        return Fraction(0) if nothing else max(low, self.floor), self.points if full else min(
            high, self.points
        )

    def amounts(self) -> tuple[Amount, ...]:
        """Give the numbers that the value is compared with, for checking their units."""
        ends = (
            end.amount for guard in self.guards for end in (guard.interval.low, guard.interval.high) if end
        )
        return (*ends, *self.form.amounts())

    def canonical(self) -> str:
        """Write the sentence in canonical words; reading them gives the same standard."""
        clauses = [self.form.canonical()]
        clauses += [
            f"{write_interval(guard.interval)}的，{'得满分' if guard.full else '不得分'}"
            for guard in self.guards
        ]
        clauses += [f"{veto.fact}的，{veto.effect}" for veto in self.vetoes]
        effect = {"full": "得满分", "leave-out": "剔除后折算为百分制"}
        clauses += [f"{exemption.fact}的，{effect[exemption.effect]}" for exemption in self.exemptions]
        clauses += [_SETTLED[one] for one in self.settled]
        if self.magnitude:
            clauses.append("按绝对值计算")
        if self.floor:
            clauses.append(f"扣完{decimal_text(self.points - self.floor)}分为止")
        return "；".join(clauses) + "。"


def _compared(at: At) -> Fraction | None:
    """Give the number that guards compare: the value, or how many cases were found."""
    match at:
        case Value(value=value):
            return value
        case Count(count=count):
            return count
        case _:
            return None
