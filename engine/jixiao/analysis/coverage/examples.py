"""What of a sentence an example (例) comes by."""

from __future__ import annotations

from fractions import Fraction

from jixiao.language.formula import plain_name
from jixiao.model.part import HOLDS, Part
from jixiao.model.ruleset import Example
from jixiao.scoring.forms.form import RatingError, Value
from jixiao.scoring.program.program import Rule
from jixiao.scoring.sentence.at import read_at
from jixiao.scoring.sentence.standard import Standard


def example_reach(example: Example, rule: Rule) -> tuple[tuple[Part, ...], Fraction | None]:
    """Give the parts an example comes by, and the value it is at; nothing where it does not fit."""
    for standard in (rule.standard, rule.qualitative):
        reach = None if standard is None else _reach(example.at.text, standard, rule)
        if reach is not None:
            return reach
    return (), None


def _reach(at: str, standard: Standard, rule: Rule) -> tuple[tuple[Part, ...], Fraction | None] | None:
    stated = plain_name(at)
    facts = [(one.fact, one.clause) for one in standard.exemptions]
    facts += [(one.fact, one.clause) for one in standard.vetoes]
    for fact, clause in facts:
        if plain_name(fact) == stated:
            return (Part(clause, HOLDS),), None
    try:
        read = read_at(at, standard)
        found = [one.outcome for one in standard.outcomes(read, rule.readings)]
    except RatingError:
        return None
    value = read.value if isinstance(read, Value) else None
    return tuple(part for outcome in found for part in outcome.parts), value
