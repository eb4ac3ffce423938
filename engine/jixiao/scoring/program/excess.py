"""What a table takes from indicators that go far beyond their target (超额), made ready."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.language.formula import plain_name, spellings
from jixiao.language.standard import Interval
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.messages import nearest
from jixiao.model.ruleset import Indicator, Ruleset, Text
from jixiao.quantity import PLAIN, Dimension
from jixiao.scoring.program.table_text import read_at_place
from jixiao.scoring.program.value_rule import ValueRule
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.sentence.meaning import Meaning

COMPLETED = "完成率"
"""What the value of the rule is: how much of its target an indicator came to."""


@dataclass(frozen=True, slots=True)
class Exceeding:
    """What an indicator loses that goes beyond its goal; a block left to the unit keeps it for the unit's own indicators."""

    rule: ValueRule
    goal: Fraction = Fraction(1)
    """The goal in base units; 1 where the value is a rate of completion."""

    def completed(self, value: Fraction) -> Fraction:
        """Give how much of the goal a value is."""
        return value / self.goal


Row = tuple[Indicator, Meaning, Dimension]
"""An indicator, what its sentence means, and the dimension of its value."""


def exceeding(
    ruleset: Ruleset, rows: Sequence[Row], target_of: Callable[[Text], Interval]
) -> dict[str, Exceeding]:
    """Give what the rule of the table takes from each of the indicators that it holds for, by name; raises Refused."""
    excess = ruleset.excess
    if excess is None:
        return {}
    from jixiao.scoring.program.value_sentence import costing  # with its patterns and forms

    readings = {**ruleset.readings, **excess.readings}
    rule = read_at_place(excess.sentence, lambda text: costing(text, COMPLETED, readings))
    if rule.dimension not in (PLAIN.dimension, Dimension()):
        raise Refused(
            Diagnostic(excess.sentence.place, "超过多少应写成目标值的百分之几，如 超过目标值30%及以上")
        )
    if excess.indicators:
        known = {plain_name(row[0].name): row for row in rows}
        rows_named = [(text, _row(text, known, rows)) for text in excess.indicators]
        return {row[0].name: _named(text, row, rule, target_of) for text, row in rows_named}
    found = {one.name: Exceeding(rule) for one, _, _ in rows if one.is_block}
    for one, meaning, _ in rows:
        by_value = one.target is not None and meaning.takes == Takes.VALUE
        goal = _goal(target_of(one.target)) if one.target is not None and by_value else None
        if goal is not None:
            found[one.name] = Exceeding(rule, goal)
    if not found:
        message = "没有一项指标有目标值：请在指标上写“目标”，或用“指标”写明对哪几项适用"
        raise Refused(Diagnostic(excess.place, message))
    return found


def _row(text: Text, known: dict[str, Row], rows: Sequence[Row]) -> Row:
    row = known.get(plain_name(text.text))
    if row is None:
        hint = nearest(text.text, spellings(one.name for one, _, _ in rows))
        raise Refused(Diagnostic(text.place, f"没有名为“{text.text}”的指标{hint}"))
    return row


def _named(text: Text, row: Row, rule: ValueRule, target_of: Callable[[Text], Interval]) -> Exceeding:
    one, meaning, dimension = row
    if one.is_block:
        return Exceeding(rule)
    if meaning.takes != Takes.VALUE:
        raise Refused(Diagnostic(text.place, f"“{one.name}”由评定给分，没有完成值可以比"))
    if one.target is not None:
        goal = _goal(target_of(one.target))
        if goal is None:
            raise Refused(Diagnostic(text.place, f"“{one.name}”的目标是不超过一个数，说不上超额完成"))
        return Exceeding(rule, goal)
    if not dimension.is_ratio:
        message = f"“{one.name}”的数值不是完成率，请在这项指标上写“目标”"
        raise Refused(Diagnostic(text.place, message))
    return Exceeding(rule)


def _goal(target: Interval) -> Fraction | None:
    """Give the number that is to be reached; None where it is a limit, or nothing can be a share of it."""
    end = target.low
    return None if end is None or end.amount.base <= 0 else end.amount.base
