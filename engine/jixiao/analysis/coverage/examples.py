"""What of a sentence an example (例) comes by."""

from __future__ import annotations

from fractions import Fraction

from jixiao.language.formula import plain_name
from jixiao.model.part import HOLDS, Part
from jixiao.model.ruleset import Example
from jixiao.scoring.at import read_at
from jixiao.scoring.form import RatingError, Value
from jixiao.scoring.program import Rule


def example_reach(example: Example, rule: Rule) -> tuple[tuple[Part, ...], Fraction | None]:
    """Give the parts an example comes by, and the value it is at; nothing where it does not fit."""
    standard, stated = rule.standard, plain_name(example.at.text)
    facts = [(one.fact, one.clause) for one in standard.exemptions]
    facts += [(one.fact, one.clause) for one in standard.vetoes]
    for fact, clause in facts:
        if plain_name(fact) == stated:
            return (Part(clause, HOLDS),), None
    try:
        at = read_at(example.at.text, standard)
        found = [one.outcome for one in standard.outcomes(at, rule.readings)]
    except RatingError:
        return (), None
    value = at.value if isinstance(at, Value) else None
    return tuple(part for outcome in found for part in outcome.parts), value
