"""A table made ready to run: every sentence understood, every formula checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jixiao.dataclass import dataclass, field, replace
from jixiao.language.standard import Interval
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.ruleset import Indicator, Item, Readings, Ruleset, Text
from jixiao.quantity import points_text
from jixiao.scoring.program.excess import exceeding
from jixiao.scoring.program.indicator import Understand, compile_indicator
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.program.settlement import Settlement, settle_rules
from jixiao.scoring.program.table_text import read_at_place

Compile = Callable[[Indicator, Mapping[str, Item], Readings, "Understand | None"], Rule]
"""What makes one indicator ready to run, or raises Refused."""


@dataclass(frozen=True, slots=True)
class Program:
    """A table made ready to run, its rules in the table's order."""

    ruleset: Ruleset
    rules: tuple[Rule, ...]
    settlement: Settlement = Settlement()
    kept: dict[object, Any] = field(init=False, compare=False, repr=False, default_factory=dict)
    """What is made ready of the table where it runs many times; by what it is."""

    def __reduce__(self) -> tuple[type[Program], tuple[object, ...]]:
        """What is kept, another process makes for itself."""
        return Program, (self.ruleset, self.rules, self.settlement)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A table as far as it can be made ready: the rules that run, beside everything that is wrong in it."""

    ruleset: Ruleset
    rules: tuple[Rule, ...]
    settlement: Settlement
    refused: Mapping[str, tuple[Diagnostic, ...]]
    """What is wrong with each indicator that can't run, by its code."""
    problems: tuple[Diagnostic, ...]
    """What is wrong with the table itself."""

    def program(self) -> Program:
        """Give the table ready to run; raises Refused with everything that is wrong in it."""
        wrong = (*(one for diagnostics in self.refused.values() for one in diagnostics), *self.problems)
        if wrong:
            raise Refused(*wrong)
        return Program(self.ruleset, self.rules, self.settlement)


def prepare(
    ruleset: Ruleset, understand: Understand | None = None, compiled: Compile = compile_indicator
) -> Prepared:
    """Make a table ready as far as it goes.

    `understand`: how a sentence of an indicator is, where that is not to be done anew; `compiled`: so for all of it.
    """
    rules: list[Rule] = []
    refused: dict[str, tuple[Diagnostic, ...]] = {}
    for indicator in ruleset.indicators:
        try:
            rules.append(compiled(indicator, ruleset.items, ruleset.readings, understand))
        except Refused as error:
            refused[indicator.id] = error.diagnostics
    problems = list(_of_total(ruleset))
    settlement = Settlement()
    scored = [(rule.indicator, rule.meaning, rule.dimension) for rule in rules]
    try:
        settlement = settle_rules(ruleset, scored, complete=not refused)
    except Refused as error:
        problems.extend(error.diagnostics)
    try:
        exceeded = exceeding(ruleset, scored, _target_of) if not refused else {}
    except Refused as error:
        exceeded = {}
        problems.extend(error.diagnostics)
    rules = (
        [replace(rule, exceeding=exceeded.get(rule.indicator.name)) for rule in rules] if exceeded else rules
    )
    return Prepared(ruleset, tuple(rules), settlement, refused, tuple(problems))


def _target_of(target: Text) -> Interval:
    from jixiao.scoring.sentence.row import read_target  # with its patterns and forms

    return read_at_place(target, read_target)


def compile_ruleset(ruleset: Ruleset) -> Program:
    """Make a table ready to run; raises Refused with everything that is wrong in it."""
    return prepare(ruleset).program()


def _of_total(ruleset: Ruleset) -> Iterator[Diagnostic]:
    """Yield what is wrong with the sum of the points."""
    total = ruleset.points
    if total != ruleset.full:
        message = f"各指标分值之和为{points_text(total)}，与满分{points_text(ruleset.full)}不符，请核对分值"
        yield Diagnostic(ruleset.place, message)
