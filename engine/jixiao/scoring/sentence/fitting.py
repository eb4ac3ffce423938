"""Whether what stands around a form can stand around just this one."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.curve.line import Line
from jixiao.curve.stretch import Stretch
from jixiao.dataclass import replace
from jixiao.language.standard import ByFormula, Clause, InProportion, Words, fold_words
from jixiao.quantity import PLAIN, counts_alike
from jixiao.scoring.forms.form import Form
from jixiao.scoring.scale.readings import read_every_way
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Earned
from jixiao.scoring.sentence.around import exemption_of
from jixiao.scoring.sentence.beside import Aside, Exemption, FactGuard, Guard
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.intervals import overlap
from jixiao.scoring.words.of_count import is_of_count
from jixiao.scoring.words.wording import follows

Around = Guard | FactGuard | Exemption | Aside


def stands_around(around: Sequence[Around], form: Form) -> bool:
    """Whether all of it fits the form.

    高于95%的得满分 stands beside a formula only, and apart from what earns nothing;
    绩效目标未设置的不得分 beside a value only.
    """
    guards = [one for one in around if isinstance(one, Guard)]
    full = [one for one in guards if one.full]
    if full and not form.guarded_full:
        return False
    if guards and not all(_comparable(guard, form) for guard in guards):
        return False
    if not all(_is_full_where(guard, form) for guard in guards if guard.left > 0):
        return False
    if any(overlap(one.interval, other.interval) for one in full for other in guards if not other.full):
        return False
    if form.takes == Takes.MET and any(isinstance(one, FactGuard) and one.of_part for one in around):
        return False  # 全部完成得4分，未完成不得分；…: of its own item alone
    return form.takes == Takes.VALUE or not any(isinstance(one, FactGuard) and one.of_value for one in around)


def _comparable(guard: Guard, form: Form) -> bool:
    """Whether what the form scores can be compared as the guard does: a value, or a count with a count."""
    ends = [end for end in (guard.interval.low, guard.interval.high) if end]
    if form.takes != Takes.COUNT:
        return form.takes == Takes.VALUE
    unit = form.measured or PLAIN
    alike = all(end.amount.unit == PLAIN or counts_alike(end.amount.unit, unit) for end in ends)
    counted = "".join(part.clause for part in form.parts())
    if guard.interval.low is None:
        return False  # 每少一次扣1分，少于三次的不得分: of what there is, and not of what lacks
    return alike and is_of_count(fold_words(guard.clause), fold_words(counted))


def _is_full_where(guard: Guard, form: Form) -> bool:
    """Whether a form gives full marks wherever a guard holds, so that what it takes is taken from those."""
    for _, terms in read_every_way(form.lower, {}).ways:
        if len(terms) > 1 or not terms[0].scale or terms[0].takes != Takes.VALUE:
            return False
        for stretch in terms[0].scale:
            if not all(_earns_all(stretch, value, terms[0].full) for value in _shared_ends(stretch, guard)):
                return False
    return True


def _shared_ends(stretch: Stretch[Earned], guard: Guard) -> Sequence[Fraction]:
    """Give the ends of what a stretch and a guard have in common, far out where there is none."""
    interval = guard.interval
    lows = [stretch.low, None if interval.low is None else interval.low.amount.base]
    highs = [stretch.high, None if interval.high is None else interval.high.amount.base]
    low = max((end for end in lows if end is not None), default=-_FAR)
    high = min((end for end in highs if end is not None), default=_FAR)
    return (low, high) if low < high else ()


_FAR = Fraction(10**12)
"""Further out than any number of a sentence."""


def _earns_all(stretch: Stretch[Earned], value: Fraction, full: Fraction) -> bool:
    earned = stretch.what
    return isinstance(earned.earns, Line) and earned.least is None and earned.earns.at(value) >= full


def without_presence(clauses: tuple[Clause, ...], context: Context) -> tuple[Clause, ...]:
    """Drop “有新建项目的，” before a rule where another clause exempts who has none."""
    facts = [found.fact for clause in clauses if (found := exemption_of(clause, context)) is not None]
    return tuple(_without_presence(clause, facts) for clause in clauses)


def without_heading(clauses: tuple[Clause, ...], context: Context) -> tuple[Clause, ...]:
    """Drop what only announces the clauses behind it: “按照执行率计算得分，” before a formula, “满意度（10分）：”."""
    first, rest = clauses[0], clauses[1:]
    said = isinstance(first.award, InProportion) and "扣" not in first.award.words and not first.subject
    if said and any(isinstance(one.award, ByFormula) for one in rest):
        return rest
    match first.subject:
        case (Words(text=text),) if rest and not first.mark and context.means_value(text):
            titled = context.cite(first.span).endswith((")", "）")) and context.is_full(first)
            return rest if titled else clauses
        case _:
            return clauses


def with_formula(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Let a formula behind 未完成的按比例得分 say what is earned in proportion: it has no subject of its own."""
    found: list[Clause] = []
    for clause in clauses:
        before = found[-1] if found else None
        if (
            before is not None
            and before.subject
            and isinstance(before.award, InProportion)
            and "扣" not in before.award.words
            and isinstance(clause.award, ByFormula)
            and not clause.subject
        ):
            span = before.span.to(clause.span)
            found[-1] = replace(before, award=clause.award, span=span)
        else:
            found.append(clause)
    return tuple(found)


def _without_presence(clause: Clause, facts: list[str]) -> Clause:
    match clause.subject:
        case (Words(text=text), _, *_) if any(_says_present(text, fact) for fact in facts):
            return replace(clause, subject=clause.subject[1:])
        case _:
            return clause


_PRESENT = ("有", "存在", "涉及", "开展")
"""How words begin that say that there is something."""


def _says_present(text: str, fact: str) -> bool:
    """Whether words say that there is what a fact says there is not: 涉及新建项目 of 没有新建项目, 存在… of 不存在…."""
    begins = next((one for one in _PRESENT if text.startswith(one)), None)
    if begins is None:
        return False
    thing = text.removeprefix(begins)
    return follows(text.removeprefix("有"), fact) or (bool(thing) and follows(thing, fact))
