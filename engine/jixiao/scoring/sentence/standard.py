"""A scoring sentence, understood: its form, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.language.standard import Amount, Interval
from jixiao.model.part import HOLDS, Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import decimal_text
from jixiao.scoring.forms.form import At, Count, Form, Value
from jixiao.scoring.scale.outcome import Outcome, earned
from jixiao.scoring.scale.readings import complete
from jixiao.scoring.sentence.around import Exemption, FactGuard, Guard
from jixiao.scoring.words.intervals import claim, interval_text, write_interval

_SETTLED = {
    ("不足一步", "不计"): "不足一步的不计",
    ("不足一步", "按比例"): "不足一步的按比例计算",
    ("不足一步", "按一步"): "不足一步的按一步计算",
}
"""How a reading that the sentence settles is written."""

STATUTE = "以上以下含本数"


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
            if value is not None and claim(guard.interval, value, readings[STATUTE] == "是"):
                points, effect = (self.points, "得满分") if guard.full else (Fraction(0), "不得分")
                reason = f"{interval_text(guard.interval, value)}，按条款“{guard.clause}”{effect}"
                return earned(self.points, points, guard.clause, reason)
        outcome = self.form.outcome(at, readings)
        if any(part.runs for part in outcome.parts):
            outcome = replace(outcome, parts=tuple(self._reached(part, outcome) for part in outcome.parts))
        return outcome.within(self.floor, self.points)

    def _reached(self, part: Part, outcome: Outcome) -> Part:
        """Say of a part that runs whether this outcome is at its end."""
        some, end = _split(part)
        at_end = outcome.high <= self.floor if part.runs == "down" else outcome.high >= self.points
        return part if not part.runs else end if at_end else some

    def parts(self) -> tuple[Part, ...]:
        """Give everything of the sentence that a value, a rating or a fact can come by, each once."""
        parts: list[Part] = [Part(guard.clause) for guard in self.guards]
        for part in self.form.parts():
            some, end = _split(part)
            room = self.points - self.floor if part.runs == "down" else self.points
            parts += [part] if not part.runs else [end] if part.least >= room else [some, end]
        clauses = (*(one.clause for one in self.vetoes), *(one.clause for one in self.exemptions))
        return tuple(dict.fromkeys((*parts, *(Part(clause, HOLDS) for clause in clauses))))

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


_ENDS = {"down": ("扣一部分", "扣完"), "up": ("加一部分", "加满"), "": ("", "")}
"""What a part that runs is called part of the way, and at its end."""


def _split(part: Part) -> tuple[Part, Part]:
    """Give the two parts that one that runs is made into."""
    some, end = (
        replace(
            part, state="，".join(words for words in (part.state, state) if words), runs="", least=Fraction(0)
        )
        for state in _ENDS[part.runs]
    )
    return some, end


def _compared(at: At) -> Fraction | None:
    """Give the number that guards compare: the value, or how many cases were found."""
    match at:
        case Value(value=value):
            return value
        case Count(count=count):
            return count
        case _:
            return None


def asks_of(standard: Standard) -> tuple[str, ...]:
    """Give the names of all 口径 on which some score may depend: of its form and of its guards."""
    asks = standard.form.asks
    by_statute = any(_by_statute(guard.interval) for guard in standard.guards)
    return (*asks, STATUTE) if by_statute and STATUTE not in asks else asks


def _by_statute(interval: Interval) -> bool:
    """Whether an end is said by 以上, 以下 or 以内, which may or may not include their number."""
    return any(end is not None and end.by_statute for end in (interval.low, interval.high))
