"""A scoring sentence, understood: its form, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.language.error import LanguageError
from jixiao.language.standard import (
    Amount,
    Base,
    Cap,
    Clause,
    Floor,
    Interval,
    Points,
    Sentence,
    Words,
    parse_standard,
)
from jixiao.model.ruleset import Readings
from jixiao.quantity import decimal_text
from jixiao.scoring.checklist import adds_up
from jixiao.scoring.context import Context
from jixiao.scoring.form import At, Form, Value
from jixiao.scoring.forms import RECOGNISERS, examples
from jixiao.scoring.intervals import claim, interval_text, write_interval
from jixiao.scoring.outcome import Outcome, earned
from jixiao.scoring.readings import complete

_ABSENT = (
    "没有",
    "无",
    "未发生",
    "未涉及",
    "不涉及",
    "不存在",
    "不适用",
    "未安排",
    "当年没有",
    "本年没有",
    "年度内没有",
)


@dataclass(frozen=True, slots=True)
class Guard:
    """Values that earn nothing, whatever the form says: 低于60%不得分."""

    interval: Interval
    clause: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Exemption:
    """A fact that earns full marks: 没有楼堂馆所项目的，得满分."""

    fact: str
    clause: str = field(default="", compare=False)


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
    exemptions: tuple[Exemption, ...] = ()
    floor: Fraction = Fraction(0)

    def outcomes(self, at: At, readings: Readings) -> tuple[Alternative, ...]:
        """Score under every way to read what 口径 leaves open; one where they agree."""
        found = tuple(
            Alternative(words, self._outcome(at, full)) for full, words in complete(self.form.asks, readings)
        )
        first = found[0].outcome
        if all((one.outcome.low, one.outcome.high) == (first.low, first.high) for one in found):
            return (Alternative("", first),)
        return found

    def _outcome(self, at: At, readings: Readings) -> Outcome:
        for guard in self.guards:
            if isinstance(at, Value) and claim(guard.interval, at.value, readings["以上以下含本数"] == "是"):
                reason = f"{interval_text(guard.interval, at.value)}，按条款“{guard.clause}”不得分"
                return earned(self.points, Fraction(0), guard.clause, reason)
        return self.form.outcome(at, readings).within(self.floor, self.points)

    def bounds(self) -> tuple[Fraction, Fraction]:
        """Give the lowest and highest score over all that may be found."""
        low, high = self.form.bounds()
        low = Fraction(0) if self.guards else max(low, self.floor)
        return low, self.points if self.exemptions else min(high, self.points)

    def amounts(self) -> tuple[Amount, ...]:
        """Give the numbers that the value is compared with, for checking their units."""
        guards = (
            end.amount for guard in self.guards for end in (guard.interval.low, guard.interval.high) if end
        )
        return (*guards, *self.form.amounts())

    def canonical(self) -> str:
        """Write the sentence in canonical words; reading them gives the same standard."""
        clauses = [self.form.canonical()]
        clauses += [f"{write_interval(guard.interval)}的，不得分" for guard in self.guards]
        clauses += [f"{exemption.fact}的，得满分" for exemption in self.exemptions]
        if self.floor:
            clauses.append(f"扣完{decimal_text(self.points - self.floor)}分为止")
        return "；".join(clauses) + "。"


def understand(sentence: str, name: str, points: Fraction) -> Standard:
    """Understand a scoring sentence of an indicator with so many full marks.

    Raises LanguageError at the first thing that no form can claim.
    """
    entries = parse_standard(sentence, (name,))
    base = next((entry.amount for entry in entries if isinstance(entry, Base)), None)
    context = Context(name, points, sentence, base)
    floor = _floor(entries, context)
    clauses = tuple(entry for entry in entries if isinstance(entry, Clause))
    form = _claim(clauses, context)
    if form is not None and not _list_with_exemption(clauses, context):
        return Standard(points, form, floor=floor)
    guards = [clause for clause in clauses if _is_guard(clause, context)]
    exempting = [clause for clause in clauses if _fact(clause, context)]
    rest = tuple(clause for clause in clauses if clause not in guards and clause not in exempting)
    for around in (exempting, guards, [*exempting, *guards]):
        core = tuple(clause for clause in clauses if clause not in around)
        form = _claim(core, context) if around and core else None
        if form is not None:
            return Standard(
                points,
                form,
                tuple(_guard(clause, context) for clause in around if clause in guards),
                tuple(
                    Exemption(_fact(one, context), context.cite(one.span))
                    for one in around
                    if one in exempting
                ),
                floor,
            )
    raise _not_understood(rest or clauses, context)


def _claim(clauses: tuple[Clause, ...], context: Context) -> Form | None:
    for recognise in RECOGNISERS:
        form = recognise(clauses, context)
        if form is not None:
            return form
    return None


def _floor(entries: Sentence, context: Context) -> Fraction:
    """Give the floor that the sentence states; raises where it or a cap cannot fit."""
    floor = Fraction(0)
    for entry in entries:
        if isinstance(entry, Floor) and entry.deducted is not None:
            if entry.deducted > context.points:
                raise context.misfit(entry.deducted, entry.span)
            floor = context.points - entry.deducted
        if isinstance(entry, Cap) and entry.points is not None and entry.points != context.points:
            raise context.misfit(entry.points, entry.span)
    return floor


def _is_guard(clause: Clause, context: Context) -> bool:
    if not isinstance(clause.award, Points) or context.points_of(clause.award) != 0:
        return False
    interval = context.condition(clause.subject)
    return interval is not None and (interval.low is None) != (interval.high is None)


def _guard(clause: Clause, context: Context) -> Guard:
    interval = context.condition(clause.subject)
    assert interval is not None
    return Guard(interval, context.cite(clause.span))


def _fact(clause: Clause, context: Context) -> str:
    """Give the fact of an exempting clause, or "" where the clause exempts nobody."""
    match clause.subject:
        case (Words() as words,) if (
            words.text.startswith(_ABSENT) and context.points_of(clause.award) == context.points
        ):
            return words.text
        case _:
            return ""


def _list_with_exemption(clauses: tuple[Clause, ...], context: Context) -> bool:
    """Whether the last clause exempts from a list before it, and is not the best of its levels."""
    return bool(_fact(clauses[-1], context)) and adds_up(clauses[:-1], context)


def _not_understood(clauses: tuple[Clause, ...], context: Context) -> LanguageError:
    if not clauses:
        return LanguageError("评分标准没有写明怎样得分或扣分", 0, hints=examples())
    span = clauses[0].span
    return LanguageError(
        f"无法理解“{context.cite(span)}”：不属于任何一种已知的评分写法",
        span.start,
        span.end - span.start,
        examples(),
    )
