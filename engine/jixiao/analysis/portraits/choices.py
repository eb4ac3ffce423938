"""What an assessor may choose or find, and what each choice earns."""

from __future__ import annotations

from fractions import Fraction

from jixiao.model.portrait import Choice
from jixiao.scoring.forms.binary import Binary
from jixiao.scoring.forms.checklist import Checklist
from jixiao.scoring.forms.discretion import Discretion
from jixiao.scoring.forms.form import Level as Chosen, RatingError
from jixiao.scoring.forms.levels import Level, Levels
from jixiao.scoring.sentence.standard import Standard


def choices_of(standard: Standard) -> tuple[Choice, ...]:
    """Give the choices of a form that takes a rating, in the sentence's order; else none."""
    match standard.form:
        case Levels() as form:
            return tuple(_level(form, level) for level in form.levels)
        case Checklist() as form:
            return _items(form)
        case Binary() as form:
            no = (Fraction(0), form.points) if form.no is None else (form.no, form.no)
            return Choice(f"是：{form.words}", form.yes, form.yes), Choice("否", *no)
        case Discretion() as form:
            low, high = form.low or Fraction(0), form.points if form.high is None else form.high
            return Choice("不扣分", form.points, form.points), Choice(form.words, low, high, cost=True)
        case _:
            return ()


def _level(form: Levels, level: Level) -> Choice:
    ends = (level.low, level.high) if level.low < level.high else ()
    excluded = tuple(end for end in ends if not _may_give(form, level, end))
    return Choice(level.name, level.low, level.high, excluded=excluded)


def _may_give(form: Levels, level: Level, score: Fraction) -> bool:
    """Whether an assessor may give a level that score: a shared end belongs to who claims it."""
    try:
        form.outcome(Chosen(level.name, score), {})
    except RatingError:
        return False
    return True


def _items(form: Checklist) -> tuple[Choice, ...]:
    items = tuple(Choice(entry.words, entry.points, entry.points) for entry in form.entries)
    if form.breach is None:
        return items
    return (*items, Choice("每发现一例", form.breach, form.breach, cost=True))
