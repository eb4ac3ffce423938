"""What of a sentence an example (例) reaches."""

from __future__ import annotations

from fractions import Fraction

from jixiao.language.formula import plain_name
from jixiao.model.part import HOLDS, Part
from jixiao.model.ruleset import Example
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.said import OWN, RatingError, Value
from jixiao.scoring.sentence.at import read_at
from jixiao.scoring.sentence.meaning import Meaning


def example_reach(example: Example, rule: Rule) -> tuple[tuple[Part, ...], Fraction | None]:
    """Give the parts an example reaches, and the value it is at; nothing where it does not fit."""
    for meaning in (rule.meaning, rule.qualitative):
        reach = None if meaning is None else _reach(example.at.text, meaning)
        if reach is not None:
            return reach
    return (), None


def _reach(at: str, meaning: Meaning) -> tuple[tuple[Part, ...], Fraction | None] | None:
    stated = plain_name(at)
    facts = [(one.fact, one.clause) for one in meaning.standard.exemptions]
    facts += [(one.fact, one.clause) for one in meaning.standard.vetoes]
    for fact, clause in facts:
        if plain_name(fact) == stated:
            return (Part(clause, HOLDS),), None
    try:
        inputs = read_at(at, meaning)
        outcomes = [alternative.outcome for alternative in meaning.outcomes(inputs)]
    except RatingError:
        return None
    at_own = inputs.get(OWN)
    value = at_own.value if isinstance(at_own, Value) else None
    return tuple(part for outcome in outcomes for part in outcome.parts), value
