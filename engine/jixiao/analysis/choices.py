"""What an assessor may choose or find, and what each choice earns."""

from __future__ import annotations

from fractions import Fraction

from jixiao.model.portrait import Choice
from jixiao.scoring.binary import Binary
from jixiao.scoring.checklist import Checklist
from jixiao.scoring.discretion import Discretion
from jixiao.scoring.levels import Levels
from jixiao.scoring.standard import Standard


def choices_of(standard: Standard) -> tuple[Choice, ...]:
    """Give the choices of a form that takes a rating, in the sentence's order; else none."""
    match standard.form:
        case Levels() as form:
            return tuple(Choice(level.name, level.low, level.high) for level in form.levels)
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


def _items(form: Checklist) -> tuple[Choice, ...]:
    items = tuple(Choice(entry.words, entry.points, entry.points) for entry in form.entries)
    if form.breach is None:
        return items
    return (*items, Choice("每发现一例", form.breach, form.breach, cost=True))
