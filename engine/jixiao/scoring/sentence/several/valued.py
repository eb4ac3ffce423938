"""A value on a scale as one part of a sum: which measure it is of, and the form that scores it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from jixiao.curve.line import ZERO
from jixiao.dataclass import replace
from jixiao.language.formula import names, plain_name
from jixiao.language.span import Span
from jixiao.language.standard import ByFormula, Clause, Interval, Points, Words
from jixiao.scoring.forms.form import Form
from jixiao.scoring.forms.sum.measured import Measured, Nothing
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.sentence.around import guard_of
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.named.goals import goal_in

Claim = Callable[[tuple[Clause, ...], Context], Form | None]
"""How clauses are claimed by a form."""


def measured(
    clauses: Sequence[Clause], context: Context, claim: Claim, rest: Fraction | None = None
) -> Measured | None:
    """Let a form that scores a value claim the clauses of one section, over the points that they name.

    `rest`: the points where they name none. None where no form does, or where it is not told what is measured.
    """
    points = max((worth(clause) for clause in clauses), default=ZERO) or rest
    if not points:
        return None
    name = next((name for clause in clauses if (name := measure_of(clause))), "")
    section = _section(context, points, name or context.name)
    nothing: tuple[Nothing, ...] = ()
    form = _claimed(clauses, section, claim)
    if form is None:
        rest_of, nothing = _apart(clauses, section)
        form = _claimed(rest_of, section, claim) if rest_of and nothing else None
    if form is None:
        return None
    said, own = plain_name(name), plain_name(context.name)
    is_own = (said in own or own in said) and said not in context.rivals
    called = (name, *_in_formulas(clauses, section), context.name if is_own else "")
    words = tuple(one for one in dict.fromkeys(called) if one)
    return Measured(form, points, "" if is_own else name, context.cite(_all(clauses)), nothing, words)


def _in_formulas(clauses: Sequence[Clause], context: Context) -> Iterator[str]:
    """Yield what formulas for the score call the value: 覆盖率 of 得分=覆盖率×5."""
    for clause in clauses:
        if isinstance(clause.award, ByFormula):
            yield from filter(context.means_value, names(clause.award.expression))


def _apart(clauses: Sequence[Clause], context: Context) -> tuple[tuple[Clause, ...], tuple[Nothing, ...]]:
    """Give the clauses that score, and where the others say that nothing is earned: 低于90%不得分."""
    guards = {
        id(clause): Nothing(guard.interval, guard.clause)
        for clause in clauses
        if (guard := guard_of(clause, context)) is not None and not guard.full and not guard.left
    }
    return tuple(one for one in clauses if id(one) not in guards), tuple(guards.values())


def _all(clauses: Sequence[Clause]) -> Span:
    return clauses[0].span.to(clauses[-1].span)


def _section(context: Context, points: Fraction, name: str) -> Context:
    """Give the context of one section: its own points, and nothing of what the others say."""
    known: frozenset[str] = frozenset()
    return replace(
        context, name=name, points=points, quantities=known, rivals=known, added=None, capped=False
    )


def _claimed(clauses: Sequence[Clause], context: Context, claim: Claim) -> Form | None:
    form = claim(tuple(replace(clause, mark=False) for clause in clauses), context)
    return form if form is not None and form.takes == Takes.VALUE else None


def worth(clause: Clause) -> Fraction:
    """Give the points that a clause of a value gives; none where it says them otherwise."""
    return clause.award.value if isinstance(clause.award, Points) and clause.award.kind == "number" else ZERO


def measure_of(clause: Clause) -> str:
    """Give the words before the first number that is compared, or those of a goal that is met or missed."""
    match clause.subject:
        case (Words(text=text), Interval(), *_):
            return text
        case (Words(text=text),) if goal_in(text) is not None:
            return text
        case _:
            return ""
