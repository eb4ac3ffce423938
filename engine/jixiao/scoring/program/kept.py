"""A table made ready in an earlier run: what is kept of it, which is all but the forms and the table itself."""

from __future__ import annotations

from typing import Any

from jixiao.curve.line import Line
from jixiao.curve.stretch import Stretch
from jixiao.kept.keeper import Keeper, digest_of
from jixiao.language.formula import Arithmetic, Call, Comparison, Logic, Minus, Name, Not, Number
from jixiao.language.span import Cited, Span
from jixiao.language.standard import Amount, Consequence, End, Interval
from jixiao.model.diagnostic import Place
from jixiao.model.part import Part
from jixiao.model.ruleset import Choice, Ruleset
from jixiao.quantity import Dimension, Unit
from jixiao.scoring.program.ceilings import Ceiling
from jixiao.scoring.program.excess import Exceeding
from jixiao.scoring.program.program import Program, compile_ruleset
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.program.settlement import Bound, Settlement, WideVeto
from jixiao.scoring.program.value_rule import Ruled, ValueRule
from jixiao.scoring.scale.earning import Bent, Stair
from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.option import Items, Option, Pick, Rung
from jixiao.scoring.scale.readings import Reading
from jixiao.scoring.scale.said import Answer, Count, Level, Taken, Takes, Value
from jixiao.scoring.scale.scale import Earned, Said
from jixiao.scoring.scale.term import Section, Term
from jixiao.scoring.sentence.beside import Exemption, FactGuard, Guard
from jixiao.scoring.sentence.bounds import Bounds
from jixiao.scoring.sentence.meaning import Meaning
from jixiao.scoring.sentence.recalled import Recalled, with_form_recalled
from jixiao.scoring.sentence.standard import Standard

FORMULAS: tuple[type, ...] = (
    Arithmetic, Call, Comparison, Logic, Minus, Name, Not, Number, Cited, Span, Dimension, Unit,
)  # fmt: skip
"""The classes that trees of formulas are made of."""
CLASSES: tuple[type, ...] = (
    *FORMULAS,
    Amount, Consequence, End, Interval, Place, Part, Choice, Bound, Settlement, WideVeto, Line, Stretch,
    Bent, Stair, Lowered, Message, Items, Option, Pick, Rung, Takes, Earned, Said, Section, Term,
    Answer, Count, Level, Taken, Value, Exemption, FactGuard, Guard, Bounds, Meaning,
    Ruled, ValueRule, Ceiling, Exceeding,
    Reading, Recalled, Standard,
)  # fmt: skip
"""The classes that a table made ready is made of."""


def ready_program(ruleset: Ruleset, keeper: Keeper) -> Program:
    """Give a table made ready to run; raises Refused with everything that is wrong in it."""
    made: list[Program] = []

    def make() -> Any:
        made.append(compile_ruleset(ruleset))
        return _parts(made[0])

    parts = keeper.recall("program", lambda: key_of(ruleset), CLASSES, make)
    return made[0] if made else _program(ruleset, parts)


def key_of(ruleset: Ruleset) -> str:
    """Give what a table made ready depends on: its text, that of its items, and where it stands."""
    return digest_of((ruleset.digest, ruleset.place.file))


def _parts(program: Program) -> Any:
    """Give what is kept of a program: of each rule what follows from its row, and the settlement."""
    return tuple(map(_of_rule, program.rules)), program.settlement


def _of_rule(rule: Rule) -> Any:
    row = rule.indicator

    def recalled(meaning: Meaning, sentence: str) -> Meaning:
        target = "" if row.target is None else row.target.text
        return with_form_recalled(meaning, sentence, row.name, shared=row.shared, target=target)

    qualitative = None
    if rule.qualitative is not None and row.qualitative is not None:
        qualitative = recalled(rule.qualitative, row.qualitative.text)
    meaning = recalled(rule.meaning, row.standard.text)
    return meaning, rule.readings, rule.formula, rule.dimension, rule.conditions, qualitative, rule.exceeding


def _program(ruleset: Ruleset, parts: Any) -> Program:
    """Make a program of a table and what was kept of it."""
    rules, settlement = parts
    made = tuple(Rule(row, *rule) for row, rule in zip(ruleset.indicators, rules, strict=True))
    return Program(ruleset, made, settlement)
